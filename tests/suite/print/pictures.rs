//! Printers that take no PDF get pictures of the pages: those that `preview` draws.

use image::RgbImage;
use image::imageops::{flip_vertical, rotate180, rotate270};

use super::device::{Device, asked};
use super::raster::{Page, pages};
use crate::support::{Place, root, said};

/// Keeps what it was given and asked.
const KEEPS: &str = "cp \"$1\" printed.pwg; env | grep '^IPP_' > asked\n";

fn report(name: &str) -> String {
    root().join("reports").join(name).to_string_lossy().into_owned()
}

/// What a printer of these abilities is given, and what is said.
fn printed(place: &Place, device: &Device, args: &[&str]) -> (Vec<Page>, String) {
    let mut all = vec!["print"];
    all.extend(args);
    all.extend(["--printer", &device.address]);
    let output = place.run(&all);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    (pages(&place.read("printed.pwg")), said(&output))
}

/// The pictures that `preview` draws of the same pages.
fn previewed(place: &Place, report: &str, pages: &str, dpi: &str) -> Vec<RgbImage> {
    let _ = std::fs::remove_dir_all(place.0.join("look"));
    place.done(&["preview", report, "--pages", pages, "--dpi", dpi, "-o", "look"]);
    let mut files: Vec<_> = std::fs::read_dir(place.0.join("look")).expect("a folder").flatten().collect();
    files.sort_by_key(|file| file.file_name());
    let read = |file: &std::fs::DirEntry| image::open(file.path()).expect("a picture").to_rgb8();
    files.iter().map(read).collect()
}

/// Whether two pictures are the same but for a row or column at their ends, and for some edges of letters: pages that were chosen have been put on sheets.
fn same(one: &RgbImage, other: &RgbImage) -> bool {
    let (width, height) = (one.width().min(other.width()), one.height().min(other.height()));
    let near = one.width().abs_diff(other.width()) <= 1 && one.height().abs_diff(other.height()) <= 1;
    let row = |picture: &RgbImage, y: u32| {
        let start = (y * picture.width() * 3) as usize;
        picture.as_raw()[start..start + (width as usize - 1) * 3].to_vec()
    };
    let differ = |(one, other): &(&[u8], &[u8])| one.iter().zip(*other).any(|(one, other)| one.abs_diff(*other) > 48);
    let rows = (0..height - 1).map(|y| (row(one, y), row(other, y)));
    // Most rows are the same to the byte.
    let different: usize = rows
        .filter(|(one, other)| one != other)
        .map(|(one, other)| one.chunks(3).zip(other.chunks(3)).filter(differ).count())
        .sum();
    near && different * 2_000 < (width * height) as usize
}

#[test]
fn a_printer_without_pdf_gets_the_pages_as_they_are_previewed() {
    let place = Place::new("pictures");
    let Some(device) = Device::of_pictures(&place, KEEPS, "150dpi,300dpi,600dpi", "sgray_8,srgb_8", "normal") else {
        return;
    };
    let (printed, said) = printed(&place, &device, &[&report("mapo-2021"), "--pages", "3"]);
    assert!(said.contains("printed") && said.contains("(as pictures of 300 dpi, since it takes no PDF)"), "{said}");
    let drawn = previewed(&place, &report("mapo-2021"), "3", "300");
    assert_eq!(printed.len(), 1);
    for (page, drawn) in printed.iter().zip(&drawn) {
        assert_eq!((page.media.as_str(), page.size, page.count), ("iso_a4_210x297mm", (595, 842), 1));
        assert_eq!((page.resolution, page.space, page.transform), ((300, 300), 19, (1, 1)));
        assert_eq!((page.two_sided, page.tumble), (true, false));
        assert_eq!(page.picture.dimensions(), (2480, 3508));
        assert!(same(&page.picture, drawn));
        assert!(!same(&page.picture, &rotate180(drawn)), "the comparison sees a difference");
    }
    let asked = asked(&place);
    assert_eq!(asked["IPP_DOCUMENT_FORMAT_SUPPLIED"], "image/pwg-raster");
    assert_eq!(asked["IPP_SIDES"], "two-sided-long-edge");
}

#[test]
fn backs_are_as_the_printer_wants_them_and_pages_that_lie_are_turned() {
    let place = Place::new("backs");
    let report = report("sample");
    // The fourth of these, the sixth page of all, lies.
    let drawn = previewed(&place, &report, "순서,1-4", "60");
    let lies = |picture: &RgbImage| picture.width() > picture.height();
    assert_eq!(drawn.iter().map(lies).collect::<Vec<_>>(), [false, false, false, false, true]);
    for (wanted, transform) in [("flipped", (1, -1)), ("rotated", (-1, -1)), ("manual-tumble", (1, 1))] {
        let Some(device) = Device::of_pictures(&place, KEEPS, "60dpi", "srgb_8", wanted) else { return };
        // Pages that are chosen are put on sheets, upright; one that lies comes as it is with all of them.
        let chosen: &[&str] = if wanted == "flipped" { &[&report] } else { &[&report, "--pages", "표지,순서,1-3"] };
        let (printed, _) = printed(&place, &device, chosen);
        let back = |picture: &RgbImage| match wanted {
            "flipped" => flip_vertical(picture),
            "rotated" => rotate180(picture),
            _ => picture.clone(),
        };
        for (place, (page, drawn)) in (1..).zip(printed[1..].iter().zip(&drawn)) {
            let upright = if lies(drawn) { rotate270(drawn) } else { drawn.clone() };
            let (picture, transform) = if place % 2 == 1 { (back(&upright), transform) } else { (upright, (1, 1)) };
            assert_eq!(page.transform, transform, "{wanted} {place}");
            assert!(like(&page.picture, &picture), "{wanted} {place}");
        }
    }
}

#[test]
fn fronts_alone_are_never_turned_and_booklets_tumble() {
    let place = Place::new("tumble");
    let report = report("sample");
    let Some(device) = Device::of_pictures(&place, KEEPS, "60dpi", "srgb_8", "flipped") else { return };
    let (one, _) = printed(&place, &device, &[&report, "--pages", "1-4", "--sides", "one"]);
    assert!(one.iter().all(|page| !page.two_sided && page.transform == (1, 1)));
    let (booklet, _) = printed(&place, &device, &[&report, "--layout", "booklet", "--pages", "1-4"]);
    assert!(booklet.iter().all(|page| page.two_sided && page.tumble && page.media == "iso_a3_297x420mm"));
    assert_eq!(booklet.iter().map(|page| page.transform).collect::<Vec<_>>(), [(1, 1), (-1, 1)]);
    assert!(booklet.iter().all(|page| page.picture.dimensions() == (702, 992)));
}

/// Whether two pictures are the same, but for a pixel's shift: exchanging sides keeps the pixel that sticks out at the other end.
fn like(one: &RgbImage, other: &RgbImage) -> bool {
    let shifts = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let cut = |picture: &RgbImage, (x, y): (u32, u32)| {
        let (width, height) = (picture.width() - x, picture.height() - y);
        image::imageops::crop_imm(picture, x, y, width, height).to_image()
    };
    shifts.iter().any(|&shift| same(&cut(one, shift), other) || same(one, &cut(other, shift)))
}

#[test]
fn a_printer_of_one_colour_gets_grey_and_so_does_who_asks_for_it() {
    let place = Place::new("grey");
    let report = report("sample");
    let Some(grey) = Device::of_pictures(&place, KEEPS, "200dpi", "black_1,sgray_8", "normal") else { return };
    let (pages, said) = printed(&place, &grey, &[&report, "--pages", "#1"]);
    assert!(said.contains("200 dpi"), "the finest, where none is sharp: {said}");
    let drawn = previewed(&place, &report, "표지", "200").remove(0);
    let drawn = RgbImage::from_fn(drawn.width(), drawn.height(), |x, y| {
        let [red, green, blue] = drawn.get_pixel(x, y).0.map(f64::from);
        image::Rgb([(red * 0.299 + green * 0.587 + blue * 0.114).round() as u8; 3])
    });
    assert_eq!((pages[0].space, pages[0].resolution), (18, (200, 200)));
    assert!(same(&pages[0].picture, &drawn));
    let Some(both) = Device::of_pictures(&place, KEEPS, "100dpi", "sgray_8,srgb_8", "normal") else { return };
    let (pages, _) = printed(&place, &both, &[&report, "--pages", "#1", "--monochrome"]);
    assert_eq!(pages[0].space, 18);
}

#[test]
fn what_can_not_be_drawn_is_not_sent() {
    let place = Place::new("not-drawn");
    // A page whose font is not in the file.
    place.write("a.pdf", include_bytes!("../../data/pdf/a4.pdf"));
    let Some(device) = Device::of_pictures(&place, KEEPS, "60dpi", "srgb_8", "normal") else { return };
    let output = place.run(&["print", "a.pdf", "--printer", &device.address]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[pages-not-drawn]") && said(&output).contains("`#1`"), "{}", said(&output));
    let Some(device) = Device::of_pictures(&place, KEEPS, "300dpi", "black_1,cmyk_8", "normal") else { return };
    let output = place.run(&["print", "a.pdf", "--printer", &device.address]);
    assert!(
        said(&output).contains("error[printer-pictures]") && said(&output).contains("`cmyk_8`"),
        "{}",
        said(&output)
    );
    let Some(device) = Device::start(&place, &["-f", "image/jpeg"]) else { return };
    let output = place.run(&["print", "a.pdf", "--printer", &device.address]);
    assert!(
        said(&output).contains("error[printer-format]") && said(&output).contains("`image/jpeg`"),
        "{}",
        said(&output)
    );
    assert!(!place.0.join("printed.pwg").exists());
}
