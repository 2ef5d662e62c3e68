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

/// A template whose list of such sections, `[[table.item]]`, is empty.
fn without(list: &str) -> Read {
    let (section, key) = list.rsplit_once('.').unwrap_or(("", list));
    let (header, empty) = (format!("[[{list}]]"), format!("{key} = []\n"));
    // A key of the whole template stands before all sections.
    let mut changed = if section.is_empty() { empty.clone() } else { String::new() };
    let mut leaves_out = false;
    for line in COUNCIL.lines() {
        if line.starts_with('[') {
            leaves_out = line.starts_with(&header);
        }
        if !leaves_out {
            changed += &format!("{line}\n");
        }
        if line == format!("[{section}]") {
            changed += &empty;
        }
    }
    with(&[(COUNCIL, &changed)], &[])
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
fn a_weight_that_the_family_lacks_is_said_at_its_name() {
    let read = with(&[("weight   = 400\nbold     = 700", "weight   = 400\nbold     = 650")], &[]);
    assert_eq!(read.codes(), ["font-weight-missing"]);
    assert!(read.said().contains("no weight 650; it is printed at 700"), "{}", read.said());
}

#[test]
fn a_font_without_families_is_an_error_even_where_nothing_uses_it() {
    let read =
        with(&[("[font.serif]\n", "[font.none]\nfamilies = []\nweight = 400\nbold = 700\n\n[font.serif]\n")], &[]);
    assert_eq!(read.codes(), ["template-without-families"]);
    assert!(read.said().contains("templates/council/template.toml:26:1"), "{}", read.said());
}

#[test]
fn a_name_that_no_section_declares_is_an_error_at_its_place() {
    let read = with(&[("font = \"title\", size = \"34pt\"", "font = \"titel\", size = \"34pt\"")], &[]);
    assert_eq!(read.codes(), ["unknown-in-template"]);
    assert!(read.said().contains("`titel`") && read.said().contains("`title`"), "{}", read.said());
}

#[test]
fn a_font_file_that_holds_none_is_a_warning_with_its_name() {
    let read = with(&[], &[("fonts/own.otf", b"no font"), ("fonts/empty.ttf", b"")]);
    assert_eq!(read.codes(), ["font-unreadable", "font-unreadable"]);
    assert!(read.said().contains("`fonts/own.otf`") && read.said().contains("`fonts/empty.ttf`"), "{}", read.said());
}

#[test]
fn a_template_without_looks_says_which() {
    for (list, code) in [
        ("item", "template-without-items"),
        ("table.item", "template-without-items"),
        ("chart.organisation.level", "template-without-levels"),
        ("chart.data.ink", "template-without-inks"),
    ] {
        assert_eq!(without(list).codes(), [code], "{list}");
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
