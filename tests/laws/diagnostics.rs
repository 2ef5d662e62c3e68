//! Small reports that are wrong, each with the exact words that are said of it, in Korean and in English.
//!
//! A case is a file of `tests/diagnostics/`: the files of a report, each after a line `-- name --`, and at the end what is
//! said. Where there is no `report.toml`, one that names the other files is put in. After a change of words,
//! `BOGOSEO_ACCEPT=1 cargo test diagnostics` writes what is said now, to be read in the diff.

use std::fmt::Write;

use crate::diag::{
    AttachmentProblem, Diagnostics, Lang, LayoutProblem, PdfProblem, PreviewProblem, PrintProblem, Problem,
    RenewProblem, Style, to_text,
};
use crate::laws::support::{accepted, root};
use crate::read::files::Files;

const KOREAN: &str = "한국어";
const ENGLISH: &str = "English";

/// The sections of a case, in order.
fn sections(case: &str) -> Vec<(&str, &str)> {
    let mut rest = case;
    let mut sections = Vec::new();
    while let Some((_, named)) = rest.split_once("-- ") {
        let (name, body) = named.split_once(" --\n").expect("a section's name ends with ` --`");
        let end = body.find("\n-- ").map_or(body.len(), |end| end + 1);
        sections.push((name, &body[..end]));
        rest = &body[end..];
    }
    sections
}

/// The files of a case, with a `report.toml`.
fn files(sections: &[(&str, &str)]) -> Vec<(String, String)> {
    let given = sections.iter().filter(|(name, _)| ![KOREAN, ENGLISH].contains(name));
    let mut files: Vec<(String, String)> = given.map(|(name, text)| (name.to_string(), text.to_string())).collect();
    if !files.iter().any(|(name, _)| name == "report.toml") {
        let mut report = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n".to_owned();
        for (name, _) in files.iter().filter(|(name, _)| name.ends_with(".toml")) {
            let holds =
                if name == "part.toml" { format!("file = '{name}'") } else { format!("departments = ['{name}']") };
            writeln!(report, "[[part]]\ntitle = '편'\n{holds}").expect("a string can be written to");
        }
        files.push(("report.toml".into(), report));
    }
    files
}

/// What is said of a case, and the codes of that.
fn said(files: &[(String, String)], lang: Lang) -> (String, Vec<&'static str>) {
    let mut sources = Files::in_memory(files.iter().map(|(name, text)| (name, text.as_str())));
    let mut sink = Diagnostics::new();
    if let Some(report) = crate::read::report(&mut sources, &mut sink) {
        crate::check::check(&report).into_iter().for_each(|found| sink.push(found));
    }
    let findings = sink.finish();
    let codes = findings.list.iter().map(|finding| finding.problem.code()).collect();
    (to_text(&findings, &sources.sources, Style { lang, colour: false }), codes)
}

/// A case as it should be, given what is said now.
fn renewed(sections: &[(&str, &str)], korean: &str, english: &str) -> String {
    let mut case = String::new();
    for (name, text) in sections.iter().filter(|(name, _)| ![KOREAN, ENGLISH].contains(name)) {
        write!(case, "-- {name} --\n{text}").expect("a string can be written to");
    }
    case + &format!("-- {KOREAN} --\n{korean}-- {ENGLISH} --\n{english}")
}

#[test]
fn everything_that_is_wrong_is_said_in_these_words() {
    let folder = root().join("tests/diagnostics");
    let mut different = Vec::new();
    let mut covered = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder of cases is there") {
        let path = entry.expect("it can be listed").path();
        let case = std::fs::read_to_string(&path).expect("a case can be read");
        let sections = sections(&case);
        let files = files(&sections);
        let (korean, codes) = said(&files, Lang::Ko);
        let (english, _) = said(&files, Lang::En);
        covered.extend(codes);
        let renewed = renewed(&sections, &korean, &english);
        different.extend(accepted::compare(&path, &renewed));
    }
    accepted::none_differ(&different);
    let elsewhere = [
        ELSEWHERE,
        LayoutProblem::CODES,
        AttachmentProblem::CODES,
        RenewProblem::CODES,
        PreviewProblem::CODES,
        PdfProblem::CODES,
        PrintProblem::CODES,
    ]
    .concat();
    let missing: Vec<_> =
        Problem::codes().filter(|code| !covered.contains(code) && !elsewhere.contains(code)).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}

/// What a case can't show: files that no text can hold. What is found while pages are made, of finished PDFs and of printers, is shown
/// where they are made.
const ELSEWHERE: &[&str] = &[
    "file-unreadable",
    "file-too-large",
    "not-utf8",
    "picture-animated",
    "picture-damaged",
    "picture-too-large",
    "text-too-long",
    // tests/suite/cli.rs: a file that the report was said to be.
    "part-instead-of-report",
    // tests/laws/data_files.rs
    "data-encoding",
    "data-damaged",
    "data-inflated",
    "data-too-long",
    "data-cell-too-long",
    "data-no-result",
    "unknown-sheet",
    "sheet-needed",
    // tests/laws/spreadsheets.rs
    "data-too-much-text",
    "data-no-text",
    "data-hidden",
    "hidden-sheet",
    "hidden-column",
    "data-sign-hidden",
    "data-shortened",
];
