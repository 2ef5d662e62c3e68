//! PDFs of all kinds: what is on their pages stays, what can't be read is refused.

use crate::diag::PdfProblem;
use crate::laws::support::seeded;
use crate::print::impose::{Layout, Original};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use proptest::prelude::*;

use super::sample::{bytes, catalog, drawn, imposed, job, page, page_id, pdf, plain, set, try_impose};

const OBJECT_STREAMS: &[u8] = include_bytes!("../../data/pdf/object-streams.pdf");
const PASSWORD: &[u8] = include_bytes!("../../data/pdf/password.pdf");
const OWNER_PASSWORD: &[u8] = include_bytes!("../../data/pdf/owner-password.pdf");

fn rectangle(numbers: [i64; 4]) -> Object {
    Object::Array(numbers.into_iter().map(Object::from).collect())
}

/// Where the lower left corner of what is drawn at (50, 100) comes to stand.
fn stands(matrix: [f32; 6]) -> (i32, i32) {
    let [a, b, c, d, e, f] = matrix;
    let (x, y) = (50.0, 100.0);
    ((a * x + c * y + e).round() as i32, (b * x + d * y + f).round() as i32)
}

/// One side with the page alone.
fn alone(entries: Dictionary) -> (Document, (i32, i32)) {
    let sheets = imposed(pdf(vec![page(entries)]), &job(Layout::OneUp));
    let stands = stands(drawn(&sheets, 0)[0].1);
    (sheets, stands)
}

fn media(sheets: &Document) -> Vec<f32> {
    let page = sheets.get_dictionary(page_id(sheets, 0)).expect("a page");
    let media = page.get(b"MediaBox").and_then(Object::as_array).expect("a box");
    media.iter().map(|number| number.as_float().expect("a number")).collect()
}

#[test]
fn turned_pages_stand_upright() {
    for (rotation, (width, height), corner) in [
        (0, (200.0, 300.0), (50, 100)),
        (90, (300.0, 200.0), (100, 150)),
        (180, (200.0, 300.0), (150, 200)),
        (-90, (300.0, 200.0), (200, 50)),
    ] {
        let (sheets, stands) = alone(dictionary! { "Rotate" => rotation });
        assert_eq!(media(&sheets), [0.0, 0.0, width, height], "{rotation}");
        assert_eq!(stands, corner, "{rotation}");
    }
}

#[test]
fn pages_are_cut_to_their_boxes() {
    let (crop, trim) = (rectangle([10, 20, 190, 280]), rectangle([30, 40, 130, 240]));
    let (sheets, stands) = alone(dictionary! { "CropBox" => crop.clone() });
    assert_eq!((media(&sheets), stands), (vec![0.0, 0.0, 180.0, 260.0], (40, 80)));
    let (sheets, stands) = alone(dictionary! { "CropBox" => crop, "TrimBox" => trim });
    assert_eq!((media(&sheets), stands), (vec![0.0, 0.0, 100.0, 200.0], (20, 60)));
    let (sheets, _) = alone(dictionary! { "UserUnit" => 2 });
    assert_eq!(media(&sheets), [0.0, 0.0, 400.0, 600.0]);
    let (sheets, _) = alone(dictionary! { "CropBox" => rectangle([500, 500, 600, 600]) });
    assert_eq!(media(&sheets), [0.0, 0.0, 200.0, 300.0], "a box outside of the page is none");
}

#[test]
fn a_page_that_lies_is_turned_among_pages_that_stand() {
    let lying = page(dictionary! { "MediaBox" => rectangle([0, 0, 300, 200]) });
    let sheets = imposed(pdf(vec![page(Dictionary::new()), lying, page(Dictionary::new())]), &job(Layout::OneUp));
    assert_eq!(drawn(&sheets, 1)[0].1, [0.0, 1.0, -1.0, 0.0, 200.0, 0.0], "its head is at the left");
}

#[test]
fn content_in_pieces_is_put_together() {
    let mut document = plain(1);
    let pieces = ["BT /F1 20 Tf 50 100", "Td (page1) Tj ET"];
    let pieces = pieces.map(|piece| document.add_object(Stream::new(Dictionary::new(), piece.into())).into());
    let page = page_id(&document, 0);
    document.get_dictionary_mut(page).expect("a page").set("Contents", pieces.to_vec());
    assert_eq!(drawn(&imposed(document, &job(Layout::OneUp)), 0)[0].0, "page1");
}

#[test]
fn a_page_without_content_is_a_blank_page() {
    let blank = page(dictionary! { "Contents" => Object::Null });
    let sheets = imposed(pdf(vec![page(Dictionary::new()), blank, page(Dictionary::new())]), &job(Layout::OneUp));
    assert_eq!(sheets.get_pages().len(), 3);
    assert_eq!(drawn(&sheets, 2)[0].0, "page3");
}

#[test]
fn what_pages_share_they_still_share() {
    let sheets = imposed(plain(40), &job(Layout::Booklet));
    let fonts = sheets.objects.values().filter_map(|object| object.as_dict().ok());
    let fonts = fonts.filter(|dict| dict.get_type().is_ok_and(|name| name == b"Font")).count();
    assert_eq!(fonts, 1);
}

#[test]
fn object_streams_are_read_and_written() {
    let made = try_impose(OBJECT_STREAMS.to_vec(), &job(Layout::TwoUp)).expect("it can be put on sheets");
    let sheets = Document::load_mem(&made.bytes).expect("sheets can be read");
    assert_eq!(drawn(&sheets, 0).into_iter().map(|it| it.0).collect::<Vec<_>>(), ["page1", "page2"]);
    assert!(made.bytes.windows(7).any(|window| window == b"/ObjStm"));
}

#[test]
fn links_lead_out_and_to_where_their_page_stands_now() {
    let mut document = plain(2);
    let second = page_id(&document, 1);
    let link = |target: Dictionary| {
        let mut link = dictionary! { "Subtype" => "Link", "Rect" => rectangle([50, 100, 150, 120]) };
        set(&mut link, target);
        Object::Dictionary(link)
    };
    let out = dictionary! { "S" => "URI", "URI" => Object::string_literal("https://example.org/") };
    let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("a.exe") };
    let links = vec![
        link(dictionary! { "A" => out }),
        link(dictionary! { "Dest" => vec![second.into(), "XYZ".into(), 10.into(), 290.into(), 0.into()] }),
        link(dictionary! { "A" => launch }),
    ];
    let first = page_id(&document, 0);
    document.get_dictionary_mut(first).expect("a page").set("Annots", links);
    let sheets = imposed(document, &job(Layout::TwoUp));
    let links = sheets.get_page_annotations(page_id(&sheets, 0)).expect("links");
    assert_eq!(links.len(), 2, "what starts programs goes");
    let action = |index: usize| links[index].get(b"A").and_then(Object::as_dict).expect("an action");
    assert_eq!(action(0).get(b"URI").and_then(Object::as_str).expect("an address"), b"https://example.org/");
    let scale = drawn(&sheets, 0)[0].1[0];
    let area = links[0].get(b"Rect").and_then(Object::as_array).expect("an area");
    let area: Vec<f32> = area.iter().map(|it| it.as_float().expect("a number")).collect();
    let left = drawn(&sheets, 0)[0].1[4] + scale * 50.0;
    assert!((area[0] - left).abs() < 0.01 && (area[2] - area[0] - scale * 100.0).abs() < 0.01, "{area:?}");
    let to = action(1).get(b"D").and_then(Object::as_array).expect("a place");
    assert_eq!(to[0].as_reference().expect("a side"), page_id(&sheets, 0));
    let right = drawn(&sheets, 0)[1].1[4] + scale * 10.0;
    assert!((to[2].as_float().expect("a number") - right).abs() < 0.01);
}

#[test]
fn stamps_become_part_of_the_picture_and_hidden_ones_do_not() {
    let mut document = plain(1);
    let form = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => rectangle([0, 0, 10, 10]) };
    let form = document.add_object(Stream::new(form, b"BT /F1 5 Tf (approved) Tj ET".to_vec()));
    let stamp = |flags: i64| {
        Object::Dictionary(dictionary! {
            "Subtype" => "Stamp", "Rect" => rectangle([100, 200, 120, 220]), "F" => flags,
            "AP" => dictionary! { "N" => form },
        })
    };
    let page = page_id(&document, 0);
    document.get_dictionary_mut(page).expect("a page").set("Annots", vec![stamp(4), stamp(6), stamp(0)]);
    let drawn = drawn(&imposed(document, &job(Layout::OneUp)), 0);
    assert_eq!(drawn.len(), 2);
    assert_eq!(drawn[1], ("approved".to_owned(), [2.0, 0.0, 0.0, 2.0, 100.0, 200.0]));
}

#[test]
fn hidden_layers_stay_hidden() {
    let mut document = plain(1);
    let layer = document.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("draft") });
    let off = dictionary! { "OFF" => vec![layer.into()] };
    catalog(&mut document).set("OCProperties", dictionary! { "OCGs" => vec![layer.into()], "D" => off });
    let page = page_id(&document, 0);
    let resources = dictionary! { "Properties" => dictionary! { "L" => layer } };
    document.get_dictionary_mut(page).expect("a page").set("Resources", resources);
    let sheets = imposed(document, &job(Layout::OneUp));
    let properties = sheets.catalog().and_then(|catalog| catalog.get(b"OCProperties")).and_then(Object::as_dict);
    let off = properties.and_then(|it| it.get(b"D")).and_then(Object::as_dict).and_then(|it| it.get(b"OFF"));
    let hidden = off.and_then(Object::as_array).expect("hidden layers")[0].as_reference().expect("a layer");
    assert_eq!(
        sheets.get_dictionary(hidden).and_then(|it| it.get(b"Name")).and_then(Object::as_str).ok(),
        Some(&b"draft"[..])
    );
}

#[test]
fn nothing_of_the_old_pages_comes_along() {
    let mut document = plain(3);
    let (first, second) = (page_id(&document, 0), page_id(&document, 1));
    let resources = dictionary! { "Properties" => dictionary! { "L" => dictionary! { "Pg" => second } } };
    document.get_dictionary_mut(first).expect("a page").set("Resources", resources);
    let sheets = imposed(document, &job(Layout::OneUp));
    let is_page = |object: &&Object| object.as_dict().is_ok_and(|it| it.get_type().is_ok_and(|name| name == b"Page"));
    assert_eq!(sheets.objects.values().filter(is_page).count(), 3);
}

#[test]
fn the_same_pages_give_the_same_bytes() {
    let data = bytes(plain(17));
    let made = || try_impose(data.clone(), &job(Layout::Booklet)).expect("it can be put on sheets").bytes;
    assert!(made() == made());
}

fn refused(data: &[u8]) -> PdfProblem {
    match Original::open(data.to_vec(), "a.pdf") {
        Ok(original) => panic!("{} pages were read", original.page_count()),
        Err(problem) => problem,
    }
}

/// The same bytes, some of them replaced by as many.
fn replaced(data: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = data.windows(from.len()).position(|window| window == from).expect("they are there");
    [&data[..at], to, &data[at + from.len()..]].concat()
}

#[test]
fn what_cannot_be_read_whole_is_refused() {
    let good = bytes(plain(3));
    for (data, code) in [
        (PASSWORD, "pdf-password"),
        (b"template = \"council\"", "not-a-pdf"),
        (b"", "not-a-pdf"),
        (&good[..good.len() / 2], "pdf-cut-off"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF", "pdf-broken"),
        (&bytes(pdf(Vec::new())), "pdf-without-pages"),
        (&replaced(OWNER_PASSWORD, b"/Filter /Standard", b"/Filter /Anything"), "pdf-encryption"),
    ] {
        assert_eq!(refused(data).code(), code);
    }
    let mut lost = plain(3);
    let second = page_id(&lost, 1);
    lost.objects.remove(&second);
    let lost = refused(&bytes(lost));
    assert!(matches!(lost, PdfProblem::PagesMissing { said: 3, found: 2, .. }) && lost.code() == "pdf-pages-missing");
    let mut damaged = plain(2);
    let page = page_id(&damaged, 1);
    let pieces = vec![Object::Reference((900, 0)), Object::Reference((901, 0))];
    damaged.get_dictionary_mut(page).expect("a page").set("Contents", pieces);
    let problem = try_impose(bytes(damaged), &job(Layout::OneUp)).expect_err("its second page is lost");
    assert!(matches!(problem, PdfProblem::Broken { page: Some(2), .. }), "{problem:?}");
}

#[test]
fn a_file_that_anyone_may_open_is_no_secret() {
    let made = try_impose(OWNER_PASSWORD.to_vec(), &job(Layout::OneUp)).expect("it opens without a password");
    let sheets = Document::load_mem(&made.bytes).expect("sheets can be read");
    assert_eq!(drawn(&sheets, 2)[0].0, "page3");
}

proptest! {
    #![proptest_config(seeded(1_000))]

    #[test]
    fn broken_files_are_refused_or_put_on_sheets_but_never_a_panic(
        edits in prop::collection::vec((0..10_000usize, any::<u8>()), 1..40), of in 0..3usize,
    ) {
        let mut data = [OBJECT_STREAMS.to_vec(), OWNER_PASSWORD.to_vec(), bytes(plain(3))][of].clone();
        for (at, byte) in edits {
            let length = data.len();
            data[at % length] = byte;
        }
        let _ = try_impose(data, &job(Layout::Booklet));
    }
}
