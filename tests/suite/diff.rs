//! `bogoseo diff` as it is called: a printout's file and the report of today, and what can't be compared.

use std::path::Path;
use std::process::Output;

use crate::support::{Place, mapo, root};

/// A copy of the 2021 report in which a text of a file is another.
fn copy(place: &Place, name: &str, file: &str, from: &str, to: &str) {
    let report = mapo();
    let folder = place.0.join(name);
    std::fs::create_dir_all(folder.join("departments")).expect("a folder");
    for inside in ["", "departments"] {
        for entry in std::fs::read_dir(report.join(inside)).expect("it can be listed").flatten() {
            if entry.path().is_file() {
                let path = Path::new(inside).join(entry.file_name());
                let mut text = std::fs::read_to_string(entry.path()).expect("a text");
                if path == Path::new(file) {
                    assert!(text.contains(from));
                    text = text.replace(from, to);
                }
                std::fs::write(folder.join(path), text).expect("a file");
            }
        }
    }
}

fn run(place: &Place, args: &[&str]) -> Output {
    place.command(args).env("LANG", "ko_KR.UTF-8").output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_printouts_file_is_compared_with_the_report_of_today() {
    let place = Place::new("printout");
    let old = mapo().to_string_lossy().into_owned();
    copy(&place, "new", "departments/general-affairs.toml", "콘도 764명", "콘도 770명");
    assert!(run(&place, &["build", &old, "--attach-sources", "-o", "old.pdf"]).status.success());
    let same = run(&place, &["diff", "old.pdf", &old]);
    assert_eq!((same.status.code(), out(&same).as_str()), (Some(0), ""));
    let output = run(&place, &["diff", "old.pdf", "new", "--pdf", "sheet.pdf"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let expected = "총무과 · 직원 사기진작을 위한 후생복지 및 인문·정서 교육 운영 · 2021 추진실적 (10. 31. 현재): 콘도 [-764명,-]{+770명,+} \
                    선정형하계 435명, 자율형하계 246명, 주말휴양소 167명 이용\n달라진 쪽: 5 (40쪽 가운데 1쪽)\n빼는 옛 쪽: 5\n";
    assert_eq!(out(&output), expected);
    let sheet = pdf_extract::extract_text(place.0.join("sheet.pdf")).expect("a readable PDF");
    let sheet: String = sheet.split_whitespace().collect();
    for words in ["신구대비표", "변경전", "변경후", "764명", "770명", "총무과"] {
        assert!(sheet.contains(words), "{words}: {sheet}");
    }
    let json = run(&place, &["diff", "old.pdf", "new", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("it is JSON");
    assert_eq!(json["changes"][0]["kind"], "text");
    assert_eq!(json["pages"]["changed"][0], serde_json::json!({ "page": 7, "label": "5" }));
}

#[test]
fn what_can_not_be_compared_is_said_with_its_reason() {
    let place = Place::new("reasons");
    std::fs::write(place.0.join("x.pdf"), "not a PDF").expect("a file");
    copy(&place, "broken", "report.toml", "title   =", "titel   =");
    let output = run(&place, &["diff", "x.pdf", "broken"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("[not-a-pdf]") && said.contains("[unknown-key]") && output.stdout.is_empty(), "{said}");
}

#[test]
fn another_template_is_seen_on_the_pages_alone() {
    let place = Place::new("template");
    copy(&place, "old", "report.toml", "title", "title");
    copy(&place, "new", "report.toml", "title", "title");
    let council = std::fs::read_to_string(root().join("templates/council/template.toml")).expect("the template");
    std::fs::create_dir_all(place.0.join("new/templates/council")).expect("a folder");
    let wider = council.replace("\"210mm\"", "\"211mm\"");
    std::fs::write(place.0.join("new/templates/council/template.toml"), wider).expect("a file");
    let output = run(&place, &["diff", "old", "new"]);
    assert!(out(&output).starts_with("달라진 쪽: 표지, "), "{}", out(&output));
    let nothing = run(&place, &["diff", "old", "new", "--pdf", "sheet.pdf"]);
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("달라진 것이 없어"));
    assert!(!place.0.join("sheet.pdf").exists());
}
