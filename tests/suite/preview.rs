//! `bogoseo preview`: pages as pictures, as they are printed.

use std::process::Output;

use crate::support::{Place, root, said};

fn run(place: &Place, report: &str, args: &[&str]) -> Output {
    let report = root().join("reports").join(report);
    place.command(&["preview"]).arg(report).args(args).output().expect("the program runs")
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

#[test]
fn pages_are_drawn_by_number_and_name_in_the_size_that_is_asked_for() {
    let place = Place::new("drawn");
    let output = run(&place, "mapo-2021", &["--pages", "표지, 3-4", "--dpi", "72", "-o", "look"]);
    assert!(output.status.success(), "{}", said(&output));
    let mut names: Vec<String> = std::fs::read_dir(place.0.join("look"))
        .expect("it is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["01-표지.png", "05-3.png", "06-4.png"]);
    let picture = place.read("look/05-3.png");
    assert_eq!(size(&picture), (595, 841));
    // A page full of text, not a blank one.
    assert!(picture.len() > 20_000, "{} bytes", picture.len());
}

#[test]
fn pages_are_chosen_as_those_that_are_printed() {
    let place = Place::new("chosen");
    let output = run(&place, "mapo-2021", &["--pages", "홍보과,1,#2", "--dpi", "10", "-o", "look"]);
    assert!(output.status.success(), "{}", said(&output));
    let files = std::fs::read_dir(place.0.join("look")).expect("it is there").flatten();
    let mut names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, ["02-순서.png", "03-1.png", "17-15.png", "18-16.png", "19-17.png", "20-18.png", "21-19.png"]);
    let output = run(&place, "mapo-2021", &["--pages", "홍부과", "-o", "look"]);
    assert!(said(&output).contains("error[pages-unknown]") && said(&output).contains("`홍보과`"), "{}", said(&output));
}

#[test]
fn pages_that_are_not_there_are_an_error() {
    let place = Place::new("none");
    for pages in ["99", "5-3", "가나다", ","] {
        let output = run(&place, "mapo-2021", &["--pages", pages]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("error[pages-unknown]"), "{pages}");
    }
}

/// The pages of the second report that the documentation shows.
const SHOWN: [(&str, &str, &str); 5] = [
    ("2", "04-2.png", "tables"),
    ("10", "12-10.png", "processes"),
    ("12", "14-12.png", "timelines"),
    ("14", "16-14.png", "charts"),
    ("17", "19-17.png", "pictures"),
];

/// `BOGOSEO_ACCEPT=1 cargo test preview` draws them anew.
#[test]
fn the_pictures_of_the_documentation_show_the_second_report() {
    let place = Place::new("documentation");
    let pages = SHOWN.map(|(page, _, _)| page).join(",");
    let output = run(&place, "sample", &["--pages", &pages, "--dpi", "60", "-o", "look"]);
    assert!(output.status.success(), "{}", said(&output));
    for (_, drawn, name) in SHOWN {
        let path = root().join("docs/pictures").join(name).with_extension("png");
        let drawn = place.read(&format!("look/{drawn}"));
        if std::env::var_os("BOGOSEO_ACCEPT").is_some() {
            std::fs::write(&path, drawn).expect("it can be written");
            continue;
        }
        let accepted = std::fs::read(&path).expect("a picture of the documentation");
        assert!(looks_like(&drawn, &accepted), "{name} is of another page; BOGOSEO_ACCEPT=1 draws it anew");
    }
}

/// Whether two pictures differ no more than the edges of letters do from machine to machine.
fn looks_like(one: &[u8], other: &[u8]) -> bool {
    let [one, other] = [one, other].map(|png| image::load_from_memory(png).expect("a picture").to_luma8());
    let differs = |(one, other): &(&u8, &u8)| one.abs_diff(**other) > 48;
    let different = one.iter().zip(other.iter()).filter(differs).count();
    one.dimensions() == other.dimensions() && different * 1000 < one.len()
}
