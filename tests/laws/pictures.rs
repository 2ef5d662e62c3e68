//! Pictures of every kind: what is read of them, what is refused and how little it costs, and what of them a page holds.

use crate::laws::support::bombs::{doubled, laughs, nested, png};
use crate::laws::support::{root, seeded};
use crate::model::picture::{Content, Feature, Part};
use crate::read::picture::{Fault, Inspected, inspect};
use crate::write::picture::{Print, Wanted};
use proptest::prelude::*;

const RASTERS: [&str; 7] =
    ["photo.jpg", "print.jpg", "progressive.jpg", "photo.webp", "drawn.webp", "clear.png", "../square.png"];

const DRAWING: &str = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='30'>\
    <defs><linearGradient id='g'><stop offset='0' stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient>\
    <clipPath id='c'><circle context='20' cy='15' r='12'/></clipPath><g id='t'><path d='M0 0 L5 5 H9 Z'/></g></defs>\
    <style>.a { fill: url(#g); stroke: #123456; stroke-dasharray: 2 1 }</style>\
    <g clip-path='url(#c)' opacity='0.5'><rect class='a' width='30' height='20' rx='3'/><use xlink:href='#t' x='4'/></g></svg>";

fn file(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/data/pictures").join(name)).expect("a picture")
}

fn inspected(data: impl Into<Vec<u8>>) -> Result<Inspected, Fault> {
    inspect(vec![data.into()]).pop().expect("an answer for each")
}

fn fault(data: impl Into<Vec<u8>>) -> Fault {
    inspected(data).expect_err("it is refused")
}

/// What a page holds of all of a picture, at so many pixels.
fn print(inspected: &Inspected, change: impl FnOnce(&mut Wanted)) -> Print {
    let Content::Raster(raster) = &inspected.content else { panic!("no pixels") };
    let mut wanted =
        Wanted { part: Part::whole(inspected.size), pixels: inspected.size, spare: 150, quality: 90, opaque: false };
    change(&mut wanted);
    raster.print(inspected.size, &wanted).expect("it was inspected at")
}

#[test]
fn every_kind_is_read() {
    for (name, size) in RASTERS.iter().zip([(96, 64), (96, 64), (96, 64), (96, 64), (96, 64), (40, 30), (40, 20)]) {
        assert_eq!(inspected(file(name)).unwrap_or_else(|fault| panic!("{name}: {fault:?}")).size, size, "{name}");
    }
    assert_eq!(inspected(DRAWING).expect("a drawing").size, (40_000, 30_000));
}

#[test]
fn a_file_that_ends_too_early_is_damaged_wherever_it_ends() {
    for name in RASTERS {
        let data = file(name);
        // A PNG has said all when its last chunk, of twelve bytes, begins.
        let last = data.len() - if name.ends_with("png") { 12 } else { 1 };
        for end in (12..last).step_by(1 + data.len() / 97).chain([last - 1]) {
            assert_eq!(inspected(&data[..end]).err(), Some(Fault::Damaged), "{name}, {end} of {}", data.len());
        }
    }
}

#[test]
fn a_picture_turned_by_its_camera_is_seen_upright() {
    let photo = file("photo.jpg");
    let exif = b"\xFF\xE1\0\x22Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let turned = inspected([&photo[..2], exif, &photo[2..]].concat()).expect("a photograph");
    assert_eq!(turned.size, (64, 96));
    assert!(
        matches!(print(&turned, |_| {}), Print::Jpeg(data) if inspected(data.as_slice()).expect("a JPEG").size == (64, 96))
    );
}

#[test]
fn a_jpeg_that_needs_nothing_goes_as_it_is_but_for_what_its_camera_noted() {
    let photo = file("photo.jpg");
    let Print::Jpeg(plain) = print(&inspected(&photo[..]).expect("a photograph"), |_| {}) else { panic!("no JPEG") };
    assert_eq!(plain, photo);
    let noted = [&photo[..2], b"\xFF\xE1\0\x10Exif\0\0 at home", &photo[2..]].concat();
    let Print::Jpeg(plain) = print(&inspected(noted).expect("a photograph"), |_| {}) else { panic!("no JPEG") };
    assert_eq!(plain, photo);
}

#[test]
fn what_a_press_does_not_show_and_what_is_cut_off_is_not_in_the_file() {
    for name in ["photo.jpg", "photo.webp"] {
        let photo = inspected(file(name)).expect("a photograph");
        let small = print(&photo, |wanted| wanted.pixels = (48, 32));
        let cut = print(&photo, |wanted| wanted.part = Part { x: 10, y: 10, width: 50, height: 40 });
        let few = print(&photo, |wanted| wanted.pixels = (70, 47));
        for (what, print, size) in [("small", small, (48, 32)), ("cut", cut, (50, 40)), ("few", few, (96, 64))] {
            let Print::Jpeg(data) = print else { panic!("{name}, {what}: a photograph stays one") };
            assert_eq!(inspected(data).expect("a JPEG").size, size, "{name}, {what}");
        }
    }
}

#[test]
fn colours_of_print_become_those_of_a_screen_and_opacity_goes_where_the_file_knows_none() {
    let press = inspected(file("print.jpg")).expect("a photograph");
    let Print::Jpeg(data) = print(&press, |_| {}) else { panic!("no JPEG") };
    // Three components in the frame header, not four.
    let header = data.windows(2).position(|two| two == b"\xFF\xC0").expect("a frame");
    assert_eq!(data[header + 9], 3);
    let clear = inspected(file("clear.png")).expect("a picture");
    assert!(matches!(print(&clear, |_| {}), Print::Pixels(pixels, _) if pixels.channels == 4));
    assert!(matches!(print(&clear, |wanted| wanted.opaque = true), Print::Pixels(pixels, _) if pixels.channels == 3));
}

#[test]
fn what_a_page_can_not_show_as_it_was_meant_is_refused_by_name() {
    for (put, feature) in [
        ("<text>가</text>", Feature::Text),
        ("<image href='a.png' width='3' height='3'/>", Feature::Image),
        ("<foreignObject/>", Feature::Foreign),
        (
            "<filter id='f'><feGaussianBlur stdDeviation='1'/></filter><rect width='9' height='9' filter='url(#f)'/>",
            Feature::Filter,
        ),
        ("<mask id='m'><rect width='5' height='5'/></mask><rect width='9' height='9' mask='url(#m)'/>", Feature::Mask),
        (
            "<pattern id='p' width='2' height='2'><rect width='1' height='1'/></pattern><rect width='9' height='9' fill='url(#p)'/>",
            Feature::Pattern,
        ),
        ("<rect width='9' height='9' style='mix-blend-mode: multiply'/>", Feature::Blending),
    ] {
        let data = DRAWING.replace("</svg>", &format!("{put}</svg>"));
        assert_eq!(fault(data), Fault::Unsupported(feature), "{put}");
    }
    assert_eq!(fault(file("animated.webp")), Fault::Animated);
    assert!(matches!(
        fault("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><g></svg>"),
        Fault::Malformed(_)
    ));
}

#[test]
fn bombs_are_refused() {
    assert_eq!(fault(png(60_000, 60_000, 1)), Fault::TooManyPixels(60_000, 60_000));
    assert_eq!(fault(png(20_000, 20_000, 1)), Fault::TooManyPixels(20_000, 20_000));
    let jpeg = b"\xFF\xD8\xFF\xC0\0\x11\x08\xFF\xFF\xFF\xFF\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0\xFF\xD9";
    assert_eq!(fault(&jpeg[..]), Fault::TooManyPixels(65_535, 65_535));
    // More pixels than the header says are not unpacked; fewer are missed.
    assert_eq!(inspected(png(100, 100, 500_000)).expect("the rest is left").size, (100, 100));
    assert_eq!(fault(png(8_000, 8_000, 10)), Fault::Damaged);
    assert_eq!(fault(laughs()), Fault::Unsupported(Feature::Entities));
    assert_eq!(fault(doubled(40)), Fault::TooIntricate);
    assert_eq!(fault(nested(100_000)), Fault::TooIntricate);
    assert_eq!(fault("<svg xmlns='http://www.w3.org/2000/svg' width='9e30' height='9e30'/>"), Fault::TooIntricate);
    let circle = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>";
    assert_eq!(fault(circle), Fault::TooIntricate);
}

/// A picture with some of its bytes replaced, taken out or put in.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let whole = RASTERS.map(file).into_iter().chain([DRAWING.as_bytes().to_vec()]).collect::<Vec<_>>();
    let change = (any::<prop::sample::Index>(), 0..4usize, proptest::collection::vec(any::<u8>(), 0..4));
    (prop::sample::select(whole), proptest::collection::vec(change, 1..8)).prop_map(|(mut data, changes)| {
        for (at, length, put) in changes {
            let start = at.index(data.len());
            let end = (start + length).min(data.len());
            data.splice(start..end, put);
        }
        data
    })
}

proptest! {
    #![proptest_config(seeded(512))]

    #[test]
    fn no_bytes_are_too_strange(data in mutated()) {
        if let Ok(inspected) = inspected(data) {
            prop_assert!(inspected.size.0 > 0 && inspected.size.1 > 0);
            if let Content::Raster(raster) = &inspected.content {
                let part = Part::whole(inspected.size);
                let wanted = Wanted { part, pixels: (5, 5), spare: 100, quality: 80, opaque: true };
                prop_assert!(raster.print(inspected.size, &wanted).is_ok(), "what was inspected at can be printed");
            }
        }
    }

    #[test]
    fn no_drawing_is_too_strange(cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0..9usize, "[<>/='\"#a-z0-9 -]{0,6}"), 1..6)) {
        let mut text = DRAWING.to_owned();
        for (at, length, put) in cuts {
            let start = at.index(text.len());
            text.replace_range(start..(start + length).min(text.len()), &put);
        }
        let _ = inspected(text);
    }
}
