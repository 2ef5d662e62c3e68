//! Files that no report should hold: each is refused, none takes long or brings the program down.

use crate::diag::{Findings, Lang};
use crate::laws::support::bombs;
use crate::laws::support::reading::{REPORT, Read, read, read_files};
use crate::read::files::Files;

fn with_part(part: impl Into<Vec<u8>>) -> Read {
    read_files([("report.toml", REPORT.as_bytes().to_vec()), ("part.toml", part.into())])
}

fn with_picture(name: &str, data: &[u8]) -> Read {
    let part = format!("[[status]]\ntitle = '현황'\nbody = '[image: a]'\n[image.a]\nfile = '{name}'\nalt = '그림'\n");
    read_files([("report.toml", REPORT.as_bytes().to_vec()), ("part.toml", part.into_bytes()), (name, data.to_vec())])
}

#[test]
fn a_body_of_twenty_thousand_lines_is_read_at_once() {
    let body = "- 사업기간\n  이어지는\n".repeat(10_000);
    let run = with_part(format!("[[status]]\ntitle = '현황'\nbody = \"\"\"\n{body}\"\"\"\n"));
    assert!(run.report.is_some(), "{:?}", run.codes());
}

#[test]
fn a_text_of_a_million_lines_is_an_error_at_once() {
    let body = "이어지는 줄\n".repeat(1_000_000);
    let run = with_part(format!("[[status]]\ntitle = '현황'\nbody = \"\"\"\n{body}\"\"\"\n"));
    assert_eq!(run.codes(), ["text-too-long"]);
    let run = with_part(format!("[[status]]\ntitle = '{}'\n", "가".repeat(1_000_000)));
    assert_eq!(run.codes(), ["text-too-long"]);
}

#[test]
fn a_line_of_thousands_of_findings_is_said_at_once() {
    let body = "____".repeat(49_000);
    let run = with_part(format!("[[status]]\ntitle = '현황'\nbody = '{body}'\n"));
    assert_eq!(run.codes().first(), Some(&"mark-empty"));
    assert!(run.findings.more > 40_000);
    assert!(run.said().len() < 200_000);
}

#[test]
fn brackets_without_end_are_an_error() {
    for brackets in ["[".repeat(100_000), "{a=".repeat(100_000), "[{a=".repeat(50_000)] {
        let run = with_part(format!("body = {brackets}"));
        assert_eq!(run.codes(), ["nested-too-deep"]);
    }
    let run = with_part(format!("{}b = 1", "a.".repeat(100_000)));
    assert!(!run.codes().is_empty());
    let run = with_part(format!("[{}b]\n", "a.".repeat(100_000)));
    assert!(!run.codes().is_empty());
}

#[test]
fn indentation_without_end_is_an_error() {
    let body: String = (0..400).map(|level| format!("{}- 항목\n", " ".repeat(level * 2))).collect();
    let run = with_part(format!("[[status]]\ntitle = '현황'\nbody = \"\"\"\n{body}\"\"\"\n"));
    assert!(run.codes().contains(&"level-too-deep"));
}

#[test]
fn a_table_of_a_hundred_thousand_rows_is_read_at_once() {
    let rows = "['^', '<', 1190],\n".repeat(100_000);
    let table = format!("[table.a]\nrows = [['가', '나', 1],\n{rows}]\n");
    let run = with_part(format!("[[status]]\ntitle = '현황'\nbody = '[table: a]'\n{table}"));
    assert!(run.codes().contains(&"merge-not-rectangular"), "{:?}", run.codes().first());
}

#[test]
fn text_in_an_old_encoding_is_refused_with_advice() {
    let run = with_part(b"[[status]]\ntitle = '\xC7\xF6\xC8\xB2'\n".to_vec());
    assert_eq!(run.codes(), ["not-utf8"]);
    let said = run.said();
    assert!(said.contains("CP949") && said.contains("part.toml:2:10"), "{said}");
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let run = with_part("\u{feff}[[status]]\ntitle = '현황'\n");
    assert!(run.report.is_some(), "{:?}", run.codes());
}

#[test]
fn pictures_are_looked_at_before_they_are_trusted() {
    let png = include_bytes!("../data/square.png");
    assert!(with_picture("a.png", png).report.is_some());
    assert_eq!(with_picture("a.png", &png[..20]).codes(), ["picture-damaged"]);
    assert_eq!(with_picture("a.png", &png[..png.len() / 2]).codes(), ["picture-damaged"]);
    assert_eq!(with_picture("a.webp", b"RIFF").codes(), ["picture-format"]);
    assert_eq!(with_picture("a.webp", include_bytes!("../data/pictures/animated.webp")).codes(), ["picture-animated"]);
    assert_eq!(with_picture("a.png", &bombs::png(60_000, 60_000, 1)).codes(), ["picture-too-large"]);
}

#[test]
fn a_file_is_refused_that_is_too_large() {
    assert_eq!(with_part(vec![b'#'; (64 << 20) + 1]).codes(), ["file-too-large"]);
}

#[test]
fn reports_are_read_from_disk() {
    let folder = std::env::temp_dir().join(format!("bogoseo-reading-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
    assert_eq!(read(Files::of_report(&folder)).codes(), ["file-not-found"]);
    std::fs::write(folder.join("report.toml"), REPORT).expect("it can be written to");
    std::fs::write(folder.join("parts.toml"), "").expect("it can be written to");

    let found = read(Files::of_report(&folder));
    let said = found.said();
    assert!(said.contains("Did you mean `parts.toml`?"), "{said}");

    std::fs::write(folder.join("part.toml"), "[[status]]\ntitle = '현황'\n").expect("it can be written to");
    for path in [folder.clone(), folder.join("report.toml")] {
        let report = read(Files::of_report(&path)).report.expect("it is whole");
        assert!(report.name.starts_with("bogoseo-reading-"), "{}", report.name);
    }
    std::fs::remove_dir_all(&folder).expect("it can be removed");
}

#[cfg(unix)]
#[test]
fn devices_and_pipes_are_not_waited_for() {
    let found = read(Files::of_report(std::path::Path::new("/dev/zero")));
    assert_eq!(found.codes(), ["file-not-found"], "a device is no report's folder");
}

#[test]
fn a_place_in_a_very_long_line_is_named_by_its_true_column() {
    let body = format!("{}__열림{}", "가".repeat(10_000), "나".repeat(10_000));
    let run = with_part(format!("[[status]]\ntitle = '현황'\nbody = '{body}'\n"));
    let said = run.said_in(Lang::Ko);
    assert!(said.contains("part.toml:3:10009"), "{said}");
    assert!(said.contains("__열림") && said.lines().all(|line| line.chars().count() < 120), "{said}");
}

#[test]
fn json_gives_places_in_characters() {
    let run = with_part("[[status]]\ntitle = '현황' # 가나\nbody = '가나다 [table: x] 라'\n");
    let findings = Findings { found: run.findings, sources: run.sources.sources };
    let json = serde_json::to_string_pretty(&findings.list(Lang::En)).expect("it is JSON");
    for part in ["\"line\": 3", "\"column\": 13", "\"end-column\": 23", "\"code\": \"block-not-alone\"", "\"more\": 0"]
    {
        assert!(json.contains(part), "{part} in {json}");
    }
}
