//! `tidy`: idempotent, loses no letter, touches nothing but outlines, and what it writes reads as the same report.

use proptest::prelude::*;

use crate::diag::Diagnostics;
use crate::laws::support::reading::{REPORT, Read, read_files};
use crate::laws::support::seeded;
use crate::model::source::{Source, SourceMap};
use crate::regenerate::tidy::tidy_text;

fn tidied(text: &str) -> (String, usize) {
    let (mut sources, mut sink) = (SourceMap::default(), Diagnostics::new());
    let file = sources.add(Source::new("part.toml", text));
    let tidied = tidy_text(file, &sources, &mut sink).unwrap_or_else(|| panic!("it is TOML: {text}"));
    (tidied.text, tidied.places)
}

fn read(part: &str) -> Read {
    read_files([("report.toml", REPORT), ("part.toml", part)])
}

/// What a report says, whatever its places are.
fn said(read: &Read) -> String {
    let report = read.report.as_ref().map(|report| format!("{:?}", report.parts)).unwrap_or_default();
    // Places differ, words don't.
    let mut words = String::new();
    let mut rest = report.as_str();
    while let Some((before, after)) = rest.split_once("origin: Origin {") {
        words += before;
        rest = after.split_once("] }").map_or("", |(_, after)| after);
    }
    let words = words + rest;
    let mut pieces = words.split("Span {");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once('}').map_or(piece, |(_, after)| after))
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn a_pasted_body_is_typed_as_the_format_wants_it() {
    let part = "# 주석은 그대로\r\n[[status]]\r\ntitle   = \"현황\"  # 줄 맞춤도\r\nbody = \"\"\"\r\n□ 안전\r\n ㅇ\u{3000}\u{3000}(성과)\u{a0}향상\r\n\t- 확산\r\n     * 지수\r\n    ** 지수\r\n   - 사업\\u00A0끝\r\n\"\"\"\r\n";
    let wanted = "# 주석은 그대로\r\n[[status]]\r\ntitle   = \"현황\"  # 줄 맞춤도\r\nbody = \"\"\"\r\n□ 안전\r\nㅇ  (성과) 향상\r\n  - 확산\r\n    * 지수\r\n    ** 지수\r\n  - 사업\\u00A0끝\r\n\"\"\"\r\n";
    let (text, places) = tidied(part);
    assert_eq!(text, wanted);
    assert_eq!(places, 7);
    assert_eq!(tidied(&text), (text.clone(), 0));
    assert_eq!(said(&read(&text)), said(&read(part)));
}

#[test]
fn what_is_typed_well_is_left_alone() {
    let part = include_str!("../data/department.toml");
    assert_eq!(tidied(part), (part.to_owned(), 0));
}

#[test]
fn equals_without_levels_stay_equals() {
    let part = "[[status]]\ntitle = '현황'\nbody = \"\"\"\n ○ 가\n - 나\n\"\"\"\n";
    let (text, _) = tidied(part);
    assert_eq!(text, part.replace(" ○", "  ○").replace(" - ", "  - "));
    assert_eq!(said(&read(&text)), said(&read(part)));
}

#[test]
fn decomposed_hangul_and_private_signs_are_composed_in_outlines_alone() {
    let part = "# \u{1112}\u{1161}\u{11ab}\n[[status]]\ntitle = '현황'\nbody = \"\"\"\n□ \u{1112}\u{1161}\u{11ab}글\n  \u{f02b1} 첫째\n\"\"\"\n";
    let (text, places) = tidied(part);
    assert_eq!(text, part.replace("□ \u{1112}\u{1161}\u{11ab}글\n  \u{f02b1}", "□ 한글\n① ").replace("①  ", "① "));
    assert_eq!(places, 3);
    assert_eq!(said(&read(&text)), said(&read(part)));
}

fn any_line() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "- ",
        "○ ",
        "ㅇ\u{3000}",
        "□ ",
        "■ ",
        "― ",
        "1. ",
        "2. ",
        "가. ",
        "① ",
        "※ ",
        "* ",
        "** ",
        "",
        "[참고]\n",
        "\n",
        "**② ",
    ]);
    let indent = prop_oneof![3 => Just(String::new()), 5 => " {0,9}", 2 => "[ \t\u{3000}\u{a0}]{0,3}"];
    (indent, sign, "[가-힣]{1,3}[ \u{a0}\u{3000}\t]{0,2}[가-힣0-9*]{0,3}")
        .prop_map(|(indent, sign, text)| format!("{indent}{sign}{text}"))
}

proptest! {
    #![proptest_config(seeded(500))]

    #[test]
    fn what_is_tidied_is_tidy_and_says_the_same(
        lines in proptest::collection::vec(any_line(), 1..14),
        cell in proptest::collection::vec(any_line(), 0..4),
        crlf in any::<bool>(),
    ) {
        let cell = cell.join("\n").replace('\n', "\\n").replace('\t', "\\t");
        let part = format!("# 머리\n[[status]]\ntitle = \"현황\"\nbody = \"\"\"\n{}\n[table: t]\n\"\"\"\n[table.t]\nrows = [[\"{cell}\", 1]]\n", lines.join("\n"));
        let part = if crlf { part.replace('\n', "\r\n") } else { part };
        let (text, _) = tidied(&part);
        prop_assert_eq!(tidied(&text), (text.clone(), 0), "{}", part);
        prop_assert_eq!(letters(&text.replace("\\t", "")), letters(&part.replace("\\t", "")));
        let (before, after) = (read(&part), read(&text));
        prop_assert_eq!(said(&after), said(&before), "{}\n---\n{}", part, text);
        prop_assert!(!after.codes().contains(&"indentation") && !after.codes().contains(&"pasted-blanks"), "{:?}\n{}", after.codes(), text);
    }
}
