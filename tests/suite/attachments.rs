//! A report and its printout's file: what is attached comes back byte for byte, and builds the same file again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::{Place, mapo, root, said};

const REPORT: &str = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\ndate = \"2021. 11.\"\n\
                      [[part]]\ntitle = \"일반현황\"\nfile = \"parts/현황.toml\"\n";

const PART: &str = "[[status]]\ntitle = \"기구\"\nbody = \"\"\"\n- 항목\n[image: one]\n\"\"\"\n\
                    [image.one]\nfile = \"../square.png\"\nalt = \"네모\"\n";

fn small(name: &str) -> Place {
    let place = Place::new(name);
    place.write("r/report.toml", REPORT.as_bytes());
    place.write("r/parts/현황.toml", PART.as_bytes());
    place.write("r/square.png", include_bytes!("../data/square.png"));
    place
}

/// All files below a folder, by path.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(folder).expect("below").to_path_buf();
                found.insert(inside, std::fs::read(path).expect("a file"));
            }
        }
    }
    found
}

#[test]
fn the_2021_report_is_built_again_from_its_own_file_byte_for_byte() {
    let place = Place::new("2021");
    let report = mapo();
    place.done(&["build", &report.to_string_lossy(), "--attach-sources", "-o", "first.pdf"]);
    place.done(&["extract", "first.pdf", "-o", "again"]);
    place.done(&["build", "again", "--attach-sources", "-o", "second.pdf"]);
    assert!(place.read("first.pdf") == place.read("second.pdf"));
    let mut given_back = files(&place.0.join("again"));
    let template = given_back.remove(Path::new("templates/council/template.toml")).expect("the template comes along");
    assert!(template == std::fs::read(root().join("templates/council/template.toml")).expect("the bundled one"));
    assert!(given_back == files(&report), "the report's files come back as they were");
}

#[test]
fn pictures_data_templates_and_fonts_come_along_and_nothing_else() {
    let place = small("whole");
    let council = std::fs::read_to_string(root().join("templates/council/template.toml")).expect("the template");
    place.write("look/template.toml", council.replace("\"210mm\"", "\"200mm\"").as_bytes());
    let font = |name: &str| std::fs::read(root().join("fonts").join(name)).expect("a font");
    let regular = font("pretendard-gov/PretendardGOV-Regular.otf");
    place.write("look/fonts/own.otf", &regular);
    // Of the same name as the template's, and unlike it.
    place.write("r/fonts/own.otf", &font("noto-serif-kr/NotoSerifKR-Regular.ttf"));
    place.write("r/notes.txt", b"not of the report");
    place.done(&["build", "r", "--template", "look", "--attach-sources", "-o", "first.pdf"]);
    place.done(&["extract", "first.pdf", "-o", "again"]);
    place.done(&["build", "again", "--attach-sources", "-o", "second.pdf"]);
    assert!(place.read("first.pdf") == place.read("second.pdf"));
    let paths: Vec<PathBuf> = files(&place.0.join("again")).into_keys().collect();
    let expected = [
        "fonts/own.otf",
        "fonts/template-own.otf",
        "parts/현황.toml",
        "report.toml",
        "square.png",
        "templates/council/template.toml",
    ];
    assert_eq!(paths, expected.map(PathBuf::from));
}

#[test]
fn a_report_of_another_name_is_called_report_when_it_comes_back() {
    let place = small("named");
    std::fs::rename(place.0.join("r/report.toml"), place.0.join("r/second.toml")).expect("renames");
    place.done(&["build", "r/second.toml", "--attach-sources", "-o", "first.pdf"]);
    place.done(&["extract", "first.pdf"]);
    assert!(place.read("first/report.toml") == REPORT.as_bytes());
    place.done(&["build", "first", "--attach-sources", "-o", "second.pdf"]);
    assert!(place.read("first.pdf") == place.read("second.pdf"));
}

#[test]
fn without_the_option_a_file_holds_nothing_else() {
    let place = small("without");
    place.done(&["build", "r", "-o", "r.pdf"]);
    let output = place.run(&["extract", "r.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[no-attachments]") && !place.0.join("r/parts/templates").exists());
}

#[test]
fn a_standard_without_room_is_an_error_before_anything_is_written() {
    let place = small("standard");
    for standard in ["a-1a", "a-1b", "a-2a", "a-2b", "a-2a+ua-1"] {
        let output = place.run(&["build", "r", "--attach-sources", "--standard", standard, "-o", "r.pdf"]);
        assert_eq!(output.status.code(), Some(1), "{standard}");
        assert!(said(&output).contains("error[standard-without-attachments]"), "{}", said(&output));
        assert!(!place.0.join("r.pdf").exists());
    }
    for standard in ["a-3a", "a-3a+ua-1", "ua-1", "none"] {
        place.done(&["build", "r", "--attach-sources", "--standard", standard, "-o", "r.pdf"]);
        place.done(&["extract", "r.pdf", "-o", "x"]);
    }
}

#[test]
fn nothing_is_written_over_unless_it_is_wanted() {
    let place = small("over");
    place.done(&["build", "r", "--attach-sources", "-o", "r.pdf"]);
    place.write("x/report.toml", b"mine");
    let output = place.run(&["extract", "r.pdf", "-o", "x"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[already-there]: `x/report.toml`"), "{}", said(&output));
    assert_eq!(files(&place.0.join("x")).len(), 1);
    place.done(&["extract", "r.pdf", "-o", "x", "--force"]);
    let output = place.run(&["extract", "r.pdf", "-o", "x"]);
    assert_eq!(said(&output), "x: 4 files (0 written)\n");
}

#[test]
fn another_writers_file_is_read_too() {
    let place = small("other");
    place.done(&["build", "r", "--attach-sources", "-o", "r.pdf"]);
    let mut pdf = lopdf::Document::load_mem(&place.read("r.pdf")).expect("a readable PDF");
    pdf.save(place.0.join("other.pdf")).expect("written");
    assert!(place.read("other.pdf") != place.read("r.pdf"), "it is written in another way");
    place.done(&["extract", "other.pdf"]);
    assert_eq!(place.read("other/report.toml"), REPORT.as_bytes());
    assert_eq!(place.read("other/parts/현황.toml"), PART.as_bytes());
}
