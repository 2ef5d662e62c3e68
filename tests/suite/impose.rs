//! Reports of this program on sheets: the 2021 report as a booklet, through the command line.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::support::pdfs::{bytes, plain};
use crate::support::{Place, mapo, said};

/// What is drawn on each page of a file, and with which fonts, in any order.
fn drawn(
    document: &Document,
    of: impl Fn(&Document, ObjectId) -> Vec<(Vec<u8>, Dictionary)>,
) -> Vec<(Vec<u8>, Vec<String>)> {
    let pages = document.page_iter().flat_map(|page| of(document, page));
    let mut drawn: Vec<_> = pages.map(|(content, resources)| (content, fonts(document, &resources))).collect();
    drawn.sort();
    drawn
}

fn fonts(document: &Document, resources: &Dictionary) -> Vec<String> {
    let Ok(fonts) = document.get_dict_in_dict(resources, b"Font") else { return Vec::new() };
    let font = |(name, font): (&Vec<u8>, &Object)| {
        let font = document.dereference(font).and_then(|(_, font)| font.as_dict()).expect("a font");
        let base = font.get(b"BaseFont").and_then(Object::as_name).expect("a name");
        format!("{} {}", String::from_utf8_lossy(name), String::from_utf8_lossy(base))
    };
    let mut fonts: Vec<String> = fonts.iter().map(font).collect();
    fonts.sort();
    fonts
}

fn page(document: &Document, id: ObjectId) -> Vec<(Vec<u8>, Dictionary)> {
    let content = document.get_page_content(id).expect("content");
    let page = document.get_dictionary(id).expect("a page");
    vec![(content.trim_ascii_end().to_vec(), document.get_dict_in_dict(page, b"Resources").expect("resources").clone())]
}

fn forms(document: &Document, id: ObjectId) -> Vec<(Vec<u8>, Dictionary)> {
    let resources = document.get_dict_in_dict(document.get_dictionary(id).expect("a side"), b"Resources");
    let forms = document.get_dict_in_dict(resources.expect("resources"), b"XObject").expect("forms");
    let forms = forms.iter().map(|(_, form)| {
        let form = document.dereference(form).and_then(|(_, form)| form.as_stream()).expect("a form");
        let content = form.get_plain_content().expect("it can be unpacked");
        let resources = document.get_dict_in_dict(&form.dict, b"Resources").expect("resources");
        (content.trim_ascii_end().to_vec(), resources.clone())
    });
    forms.collect()
}

#[test]
fn the_2021_report_is_a_booklet_of_ten_sheets_and_keeps_all_that_is_drawn() {
    let place = Place::new("2021");
    let report = mapo();
    let report = report.to_string_lossy();
    assert!(place.run(&["build", &report, "-q", "-o", "report.pdf"]).status.success());
    let output = place.run(&["impose", &report]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        said(&output).starts_with("out/mapo-2021-booklet.pdf: 40 pages on 10 sheets (420×297 mm), "),
        "{}",
        said(&output)
    );
    let (before, after) = (place.0.join("report.pdf"), place.0.join("out/mapo-2021-booklet.pdf"));
    let (before, after) = (std::fs::read(before).expect("pages"), std::fs::read(after).expect("sheets"));
    let load = |bytes: &[u8]| Document::load_mem(bytes).expect("it can be read");
    assert!(after.len() < before.len(), "pages without their tags");
    let (before, after) = (load(&before), load(&after));
    assert_eq!(after.get_pages().len(), 20);
    let (before, after) = (drawn(&before, page), drawn(&after, forms));
    assert!(before.len() == 40 && before == after, "what is drawn, and with which fonts");
}

#[test]
fn a_department_is_asked_for_by_its_name() {
    let place = Place::new("department");
    let report = mapo();
    let output =
        place.run(&["impose", &report.to_string_lossy(), "--layout", "two-up", "--pages", "홍보과,1", "-o", "a.pdf"]);
    assert!(said(&output).starts_with("a.pdf: 6 pages on 2 sheets (297×210 mm), "), "{}", said(&output));
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let place = Place::new("wrong");
    std::fs::write(place.0.join("a.pdf"), bytes(plain(4))).expect("a file");
    std::fs::write(place.0.join("b.pdf"), b"no pdf").expect("a file");
    for (args, code) in [
        (&["impose", "c.pdf"][..], "error[file-not-found]"),
        (&["impose", "b.pdf"], "error[not-a-pdf]"),
        (&["impose", "a.pdf", "--pages", "9"], "error[pages-unknown]"),
        (&["impose", "a.pdf", "-o", "b.pdf/c.pdf"], "error[output]"),
    ] {
        let output = place.run(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(said(&output).contains(code), "{args:?}: {}", said(&output));
    }
    assert!(!place.0.join("out").exists());
    for wrong in [&["impose", "a.pdf", "--paper", "A9"][..], &["impose", "a.pdf", "--binding", "10"]] {
        assert_eq!(place.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_booklet_too_thick_to_fold_is_a_warning() {
    let place = Place::new("thick");
    std::fs::write(place.0.join("a.pdf"), bytes(plain(200))).expect("a file");
    let output = place.run(&["impose", "a.pdf"]);
    assert!(output.status.success() && said(&output).contains("warning[thick-booklet]"), "{}", said(&output));
    let output = place.run(&["impose", "a.pdf", "--signature", "8"]);
    assert!(output.status.success() && !said(&output).contains("warning"), "{}", said(&output));
}
