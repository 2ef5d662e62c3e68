//! Templates that can't be used, and fonts that can't: each is refused by name, at its place.

use crate::laws::support::reading::{REPORT, Read, part, set_files};

const COUNCIL: &str = include_str!("../../templates/council/template.toml");

/// What is said of a report that brings its own template, with some of the council's replaced, and other files.
fn with(changes: &[(&str, &str)], files: &[(&str, &[u8])]) -> Read {
    let mut template = COUNCIL.to_owned();
    for (from, to) in changes {
        assert!(template.contains(from), "the template has {from}");
        template = template.replace(from, to);
    }
    let mut all = vec![
        ("report.toml", REPORT.as_bytes().to_vec()),
        ("part.toml", part("- 항목", "").into_bytes()),
        ("templates/council/template.toml", template.into_bytes()),
    ];
    all.extend(files.iter().map(|(name, bytes)| (*name, bytes.to_vec())));
    set_files(all).1
}

/// A template without the sections whose header begins so.
fn without(header: &str) -> Read {
    let mut kept = String::new();
    let mut leaves_out = false;
    for line in COUNCIL.lines() {
        if line.starts_with('[') {
            leaves_out = line.starts_with(header);
        }
        if !leaves_out {
            kept += line;
            kept.push('\n');
        }
    }
    assert!(kept.len() < COUNCIL.len(), "the template has {header}");
    with(&[(COUNCIL, &kept)], &[])
}

#[test]
fn the_bundled_template_has_nothing_wrong() {
    assert_eq!(with(&[], &[]).said(), "");
}

#[test]
fn a_font_that_is_nowhere_is_an_error_at_its_name() {
    let read = with(&[("families = [\"Noto Serif KR\",", "families = [\"Noto Serif KO\",")], &[]);
    assert_eq!(read.codes(), ["font-missing"]);
    assert!(read.said().contains("templates/council/template.toml:27:13"), "{}", read.said());
    assert!(read.said().contains("the font `Noto Serif KO` was not found"), "{}", read.said());
}

#[test]
fn a_font_file_that_holds_none_is_a_warning_with_its_name() {
    let read = with(&[], &[("fonts/own.otf", b"no font"), ("fonts/empty.ttf", b"")]);
    assert_eq!(read.codes(), ["font-unreadable", "font-unreadable"]);
    assert!(read.said().contains("`own.otf`") && read.said().contains("`empty.ttf`"), "{}", read.said());
}

#[test]
fn a_template_without_looks_says_which() {
    for (header, code) in [
        ("[[item]]", "template-without-items"),
        ("[[table.item]]", "template-without-items"),
        ("[[chart.organisation.level]]", "template-without-levels"),
        ("[[chart.data.ink]]", "template-without-inks"),
    ] {
        assert_eq!(without(header).codes(), [code], "{header}");
    }
}

#[test]
fn measures_that_leave_nothing_to_print_are_refused() {
    for (from, to, code) in [
        ("width  = \"210mm\"", "width  = \"40mm\"", "page-size"),
        ("height = \"297mm\"", "height = \"5081mm\"", "page-size"),
        ("size = \"10.5pt\", leading = 1.2", "size = \"0pt\", leading = 1.2", "text-size"),
        ("size = \"10.5pt\", leading = 1.2", "size = \"10.5pt\", leading = 0.0", "text-size"),
    ] {
        let read = with(&[(from, to)], &[]);
        assert!(read.codes().iter().all(|&said| said == code) && !read.codes().is_empty(), "{to}: {:?}", read.codes());
        assert!(read.said().contains("templates/council/template.toml:"), "{}", read.said());
    }
}
