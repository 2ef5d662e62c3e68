//! 한글 documents of the repository's reports: the same bytes every time, beside the PDF, all texts in them.

use std::io::Read;
use std::path::Path;

use crate::support::{Place, command, root, said};

/// The parts of a package, by their paths.
fn parts(package: &[u8]) -> Vec<(String, Vec<u8>)> {
    let number =
        |at: usize, bytes: usize| (0..bytes).rev().fold(0, |all, byte| all << 8 | usize::from(package[at + byte]));
    let mut parts = Vec::new();
    let mut at = 0;
    while package[at..].starts_with(b"PK\x03\x04") {
        let (method, packed, name) = (number(at + 8, 2), number(at + 18, 4), number(at + 26, 2));
        let start = at + 30 + name + number(at + 28, 2);
        let data = &package[start..start + packed];
        let path = String::from_utf8_lossy(&package[at + 30..at + 30 + name]).into_owned();
        let mut bytes = data.to_vec();
        if method == 8 {
            bytes.clear();
            flate2::read::DeflateDecoder::new(data).read_to_end(&mut bytes).expect("it is compressed");
        }
        parts.push((path, bytes));
        at = start + packed;
    }
    parts
}

/// The text of a document's sections.
fn texts(package: &[u8]) -> String {
    let mut all = String::new();
    for (_, data) in parts(package).iter().filter(|(path, _)| path.starts_with("Contents/section")) {
        let section = String::from_utf8_lossy(data);
        for text in section.split("<hp:t>").skip(1) {
            all.push_str(text.split("</hp:t>").next().unwrap_or_default());
        }
    }
    let mut within = false;
    all.retain(|character| {
        let is_text = !within && character != '<';
        within = if within { character != '>' } else { character == '<' };
        is_text && !character.is_whitespace()
    });
    all
}

#[test]
fn a_report_is_written_as_both_and_the_same_every_time() {
    let place = Place::new("hwpx-both");
    let report = root().join("reports/sample");
    let report = report.to_string_lossy();
    let built = place.run(&["build", &report, "-o", "a.hwpx", "-o", "a.pdf", "-o", "again.hwpx"]);
    assert!(built.status.success(), "{}", said(&built));
    assert_eq!(place.read("a.hwpx"), place.read("again.hwpx"));
    assert!(place.read("a.pdf").starts_with(b"%PDF"));
    place.done(&["build", &report, "-o", "alone.hwpx"]);
    assert_eq!(place.read("a.hwpx"), place.read("alone.hwpx"));
    let parts = parts(&place.read("a.hwpx"));
    assert_eq!(parts[0], ("mimetype".to_owned(), b"application/hwp+zip".to_vec()));
    for path in ["Contents/header.xml", "Contents/section0.xml", "Contents/content.hpf", "Preview/PrvText.txt"] {
        assert!(parts.iter().any(|(found, _)| found == path), "{path}");
    }
}

#[test]
fn all_texts_of_the_pages_stand_in_the_document() {
    let place = Place::new("hwpx-texts");
    let report = root().join("reports/mapo-2021");
    place.done(&["build", &report.to_string_lossy(), "-o", "a.hwpx"]);
    let written = texts(&place.read("a.hwpx"));
    // What departments say, as their definitions have it, line by line.
    let folder = root().join("reports/mapo-2021/departments");
    let mut lines = 0;
    for entry in std::fs::read_dir(folder).expect("there are departments") {
        let definition = std::fs::read_to_string(entry.expect("a file").path()).expect("it can be read");
        for line in definition.lines().map(str::trim).filter(|line| line.starts_with("- ") && !line.contains("[→")) {
            let line: String = line[2..].replace("\\\\", "").split_whitespace().collect();
            let is_plain = !["**", "__", "==", "::", "^^", ",,", "{{", "\\"].iter().any(|mark| line.contains(mark));
            if is_plain {
                let escaped =
                    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
                assert!(written.contains(&escaped), "{line}");
                lines += 1;
            }
        }
    }
    assert!(lines > 300, "{lines} lines were looked for");
}

#[test]
fn hwp_is_refused_with_the_name_to_write() {
    let refused = command(Path::new("."), &["build", "reports/sample", "-o", "a.hwp"]).output().expect("it runs");
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains(".hwpx"), "{}", said(&refused));
}

#[test]
fn what_the_document_is_written_without_is_said() {
    let place = Place::new("hwpx-without");
    let report = root().join("reports/plan-2025");
    let built = place.run(&["build", &report.to_string_lossy(), "-o", "a.hwpx"]);
    let words = said(&built);
    assert!(built.status.success(), "{words}");
    assert!(words.contains("warning[not-in-hwpx]") && words.contains("the mark on every page"), "{words}");
    assert!(words.contains("without running heads"), "{words}");
    let built = place.run(&["build", &report.to_string_lossy(), "-o", "a.pdf"]);
    assert!(!said(&built).contains("not-in-hwpx"), "{}", said(&built));
}
