//! A report and its printout's file: what is attached comes back byte for byte, and builds the same file again.

mod place;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use bogoseo::diag::Diagnostics;
use bogoseo::read::files::Files;
use bogoseo::set::document::Document;
use bogoseo::set::font::Fonts;
use bogoseo::write::attachments::{Attachment, read};
use bogoseo::write::pdf::{self, Standard};
use place::{Place, said};
use proptest::prelude::*;

const REPORT: &str = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\ndate = \"2021. 11.\"\n\
                      [[part]]\ntitle = \"일반현황\"\nfile = \"parts/현황.toml\"\n";
const PART: &str = "[[status]]\ntitle = \"기구\"\nbody = \"\"\"\n- 항목\n[image: one]\n\"\"\"\n\
                    [image.one]\nfile = \"../square.png\"\nalt = \"네모\"\n";

fn small(name: &str) -> Place {
    let place = Place::new(name);
    place.write("r/report.toml", REPORT.as_bytes());
    place.write("r/parts/현황.toml", PART.as_bytes());
    place.write("r/square.png", include_bytes!("data/square.png"));
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
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let report = root.join("reports/mapo-2021");
    place.done(&["build", &report.to_string_lossy(), "--attach-sources", "-o", "first.pdf"]);
    place.done(&["extract", "first.pdf", "-o", "again"]);
    place.done(&["build", "again", "--attach-sources", "-o", "second.pdf"]);
    assert!(place.read("first.pdf") == place.read("second.pdf"));
    let mut given_back = files(&place.0.join("again"));
    let template = given_back.remove(Path::new("templates/council/template.toml")).expect("the template comes along");
    assert!(template == std::fs::read(root.join("templates/council/template.toml")).expect("the bundled one"));
    assert!(given_back == files(&report), "the report's files come back as they were");
}

#[test]
fn pictures_data_templates_and_fonts_come_along_and_nothing_else() {
    let place = small("whole");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let council = std::fs::read_to_string(root.join("templates/council/template.toml")).expect("the template");
    place.write("look/template.toml", council.replace("\"210mm\"", "\"200mm\"").as_bytes());
    let font = |name: &str| std::fs::read(root.join("fonts").join(name)).expect("a font");
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

/// A document of one small report, and its fonts, set once for all tests that only write.
static SET: LazyLock<(Document, Fonts)> = LazyLock::new(|| {
    let part = "[[status]]\ntitle = '가'\nbody = '- 나'\n";
    let mut sources = Files::in_memory([("report.toml", REPORT), ("parts/현황.toml", part)]);
    let (set, fonts) = bogoseo::set(&mut sources, &mut Diagnostics::new()).expect("a report without errors");
    (set.document, fonts)
});

fn with(attachments: Vec<Attachment>) -> Vec<u8> {
    let document = Document { attachments, ..SET.0.clone() };
    pdf::write(document, &SET.1, Standard::A3aUa1).expect("a file")
}

fn file(path: &str, data: &[u8]) -> Attachment {
    Attachment { path: path.into(), data: data.to_vec() }
}

/// What is read, and the codes of what is said.
fn given_back(data: Vec<u8>) -> (Option<Vec<Attachment>>, Vec<&'static str>) {
    let mut sink = Diagnostics::new();
    let files = read("x.pdf", data, &mut sink);
    (files, sink.finish().list.iter().map(|found| found.problem.code()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_attached_comes_back(
        files in prop::collection::btree_map("[a-z가-힣 ()_.-]{1,12}x(/[a-zⅠ①총무과]{1,4}){0,3}", prop::collection::vec(any::<u8>(), 0..2_000), 1..12)
    ) {
        let files: Vec<Attachment> = files.into_iter().map(|(path, data)| Attachment { path, data }).collect();
        prop_assert_eq!(given_back(with(files.clone())), (Some(files), vec![]));
    }

    #[test]
    fn a_broken_file_is_an_error_or_still_read(cut in 0.0..1.0f64, harm in prop::collection::vec((0.0..1.0f64, any::<u8>()), 0..40)) {
        let mut data = with(vec![file("a/b.toml", b"title = 1"), file("c.png", &[7; 5_000])]);
        for (at, byte) in harm {
            let at = (at * data.len() as f64) as usize;
            data[at] = byte;
        }
        data.truncate((data.len() as f64 * (1.0 - cut * cut)) as usize);
        let (files, codes) = given_back(data);
        prop_assert_eq!(files.is_none(), !codes.is_empty());
    }
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for path in ["../x", "/etc/x", "a/../../x", "C:\\x", "a\\..\\x", ""] {
        let (files, codes) = given_back(with(vec![file(path, b"x"), file("good", b"x")]));
        assert_eq!((files, codes), (None, vec!["attachment-outside"]), "{path:?}");
    }
}

#[test]
fn names_that_some_systems_take_for_one_are_refused() {
    let (files, codes) = given_back(with(vec![file("a.toml", b"1"), file("A.toml", b"2")]));
    assert_eq!((files, codes), (None, vec!["attachment-twice"]));
}

#[test]
fn a_file_that_unpacks_without_end_is_refused() {
    let (files, codes) = given_back(with(vec![file("zeros", &vec![0; (64 << 20) + 1])]));
    assert_eq!((files, codes), (None, vec!["attachment-too-large"]));
}

#[test]
fn other_files_are_refused() {
    for (data, code) in [
        (&b""[..], "not-a-pdf"),
        (b"PK\x03\x04", "not-a-pdf"),
        (b"%PDF-1.7\n", "pdf-cut-off"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF", "pdf-broken"),
    ] {
        assert_eq!(given_back(data.to_vec()), (None, vec![code]));
    }
}

#[test]
fn a_locked_file_is_an_error() {
    let mut pdf = lopdf::Document::load_mem(&with(vec![file("a", b"x")])).expect("a readable PDF");
    let id = lopdf::Object::string_literal("0123456789abcdef");
    pdf.trailer.set("ID", vec![id.clone(), id]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &pdf,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("a way to lock it");
    pdf.encrypt(&state).expect("locked");
    let mut data = Vec::new();
    pdf.save_to(&mut data).expect("written");
    assert_eq!(given_back(data), (None, vec!["pdf-password"]));
}

#[test]
fn another_writers_file_is_read_too() {
    let place = Place::new("other");
    let mut pdf = lopdf::Document::load_mem(&with(vec![file("a/b", b"x"), file("가", b"y")])).expect("a readable PDF");
    pdf.save(place.0.join("other.pdf")).expect("written");
    place.done(&["extract", "other.pdf"]);
    assert_eq!((place.read("other/a/b"), place.read("other/가")), (b"x".to_vec(), b"y".to_vec()));
}
