//! Templates that can't be used, and fonts that can't: each is refused by name, at its place.

use crate::laws::support::reading::{REPORT, Read, part, set_files};
use crate::laws::support::root;
use crate::read::decode::Decode;
use crate::read::decode::schema::Schema;
use crate::set::theme::TemplateSpec;

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

/// What is said of a report whose template builds on others, by the files that these are.
fn based(template: &str, others: &[(&str, &str)]) -> Read {
    let mut files = vec![
        ("report.toml", REPORT.replace("council", "own").into_bytes()),
        ("part.toml", part("- 항목\n⇒ 결론", "").into_bytes()),
        ("templates/own/template.toml", template.as_bytes().to_vec()),
    ];
    files.extend(others.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())));
    set_files(files).1
}

#[test]
fn a_template_takes_what_it_leaves_out_from_its_base() {
    let own = "base = \"council\"\n[color]\nnavy = \"#003300\"\n[conclusion]\nbackground = \"wash\"\n[[item]]\nsign = \"◇\"\n";
    assert_eq!(based(own, &[]).said(), "");
    let middle = ("templates/middle/template.toml", "base = \"council\"\n[page]\nwidth = \"200mm\"\n");
    assert_eq!(based("base = \"middle\"\n", &[middle]).said(), "");
    let council = ("templates/council/template.toml", "base = \"council\"\n[page]\nwidth = \"200mm\"\n");
    assert_eq!(based("base = \"council\"\n", &[council]).said(), "", "one may build on the program's of its own name");
}

#[test]
fn what_is_wrong_in_a_base_is_said_at_its_place_there() {
    let middle = ("templates/middle/template.toml", "base = \"council\"\n[conclusion]\nbackground = \"nowhere\"\n");
    let read = based("base = \"middle\"\n", &[middle]);
    assert_eq!(read.codes(), ["unknown-in-template"]);
    assert!(read.said().contains("templates/middle/template.toml:3:14"), "{}", read.said());
}

#[test]
fn a_base_that_is_nowhere_and_one_that_goes_in_a_circle_are_errors_at_their_names() {
    let read = based("base = \"councel\"\n", &[]);
    assert_eq!(read.codes(), ["template-missing"]);
    assert!(read.said().contains("templates/own/template.toml:1:8"), "{}", read.said());
    let round = ("templates/round/template.toml", "base = \"own\"\n");
    let read = based("base = \"round\"\n", &[round]);
    assert_eq!(read.codes(), ["template-circle"]);
    assert!(read.said().contains("templates/round/template.toml:1:8"), "{}", read.said());
}

/// The keys of a schema's tables, with the name of each table.
fn keys(schema: &Schema, of: &str, into: &mut Vec<(String, String)>) {
    match schema {
        Schema::Table(table) => {
            for key in &table.keys {
                into.push((of.to_owned(), key.name.clone()));
                keys(&key.value, &key.name, into);
            }
        }
        Schema::List(entry) | Schema::Named(entry) => keys(entry, of, into),
        Schema::AnyOf(kinds) => kinds.iter().for_each(|kind| keys(kind, of, into)),
        _ => {}
    }
}

#[test]
fn every_key_of_a_template_is_described_in_the_guide() {
    let guide = std::fs::read_to_string(root().join("docs/template.ko.md")).expect("the guide");
    let mut all = Vec::new();
    keys(&TemplateSpec::schema(), "", &mut all);
    assert!(all.len() > 400);
    let said = |key: &str| [format!("`{key}`"), format!("`[{key}"), format!("[{key}]"), format!("{key} = ")];
    all.retain(|(_, key)| !said(key).iter().any(|said| guide.contains(said.as_str())));
    assert!(all.is_empty(), "docs/template.ko.md lacks {all:?}");
}

#[test]
fn every_picture_of_the_guide_is_there() {
    let guide = std::fs::read_to_string(root().join("docs/template.ko.md")).expect("the guide");
    for picture in guide.split("](pictures/").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(root().join("docs/pictures").join(picture).is_file(), "{picture}");
    }
}
