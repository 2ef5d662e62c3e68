//! `bogoseo new`: what is begun builds at once, and what is carried over is this year's, with everything marked that remains to be filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::support::{Place, mapo, said};

/// What is left to fill in.
const TO_FILL: &str = "〔 〕";

fn text(place: &Place, path: &str) -> String {
    String::from_utf8(place.read(path)).expect("a text")
}

/// The definitions below a folder.
fn definitions(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for inside in ["", "departments"] {
        for entry in std::fs::read_dir(folder.join(inside)).expect("it can be listed").flatten() {
            if entry.path().is_file() {
                let text = std::fs::read_to_string(entry.path()).expect("a text");
                found.insert(Path::new(inside).join(entry.file_name()), text);
            }
        }
    }
    found
}

#[test]
fn a_new_report_builds_at_once() {
    let place = Place::new("begun");
    place.done(&["new", "reports/first", "--year", "2026"]);
    assert!(text(&place, "reports/first/report.toml").contains("title   = \"2026년도 주요업무 추진실적\""));
    place.done(&["build", "reports/first", "-o", "first.pdf"]);
    place.done(&["new", "second"]);
    place.done(&["build", "second"]);
    assert!(place.0.join("out/second.pdf").is_file());
    place.done(&["new", "third", "--template", "plan"]);
    let output = place.run(&["build", "third"]);
    assert!(output.status.success() && !said(&output).contains("missing-glyph"), "{}", said(&output));
}

#[test]
fn nothing_is_begun_where_something_stands_or_in_no_template() {
    let place = Place::new("stands");
    std::fs::create_dir_all(place.0.join("there")).expect("a folder");
    place.done(&["new", "there"]);
    let again = place.run(&["new", "there"]);
    assert!(again.status.code() == Some(1) && said(&again).contains("error[report-exists]"), "{}", said(&again));
    let unknown = place.run(&["new", "other", "--template", "councl"]);
    assert!(said(&unknown).contains("error[template-missing]") && said(&unknown).contains("`council`"));
    assert!(!place.0.join("other").exists());
}

#[test]
fn the_2021_report_becomes_that_of_2022() {
    let place = Place::new("mapo");
    let from = mapo().to_string_lossy().into_owned();
    let summary = place.done(&["new", "mapo-2022", "--from", &from, "--year", "2022"]);
    assert!(summary.starts_with("mapo-2022: 8 files, "), "{summary}");
    place.done(&["build", "mapo-2022", "-o", "a.pdf"]);
    let (old, new) = (definitions(&mapo()), definitions(&place.0.join("mapo-2022")));
    assert!(old.keys().eq(new.keys()));
    for (path, old) in &old {
        let new = &new[path];
        assert_eq!(old.lines().count(), new.lines().count(), "{}", path.display());
        for (old, new) in old.lines().zip(new.lines()) {
            // Comments, headers and keys stay; so do the lines that say no year and no figure.
            if old.starts_with(['#', '[']) || !old.contains(|letter: char| letter.is_ascii_digit()) {
                let new = new.strip_suffix(TO_FILL).map_or(new, str::trim_end);
                assert_eq!(old.trim_end(), new, "{}", path.display());
            }
        }
    }
    let report = &new[Path::new("report.toml")];
    assert!(
        report.contains("\"2022년도 주요업무 추진실적\"") && report.contains("date    = \"2022. 11.\""),
        "{report}"
    );
    assert!(report.contains("session = \"제〔 〕회 마포구의회 제2차 정례회\""), "{report}");
    let department = &new[Path::new("departments/general-affairs.toml")];
    for line in [
        "# 총무과: 일반현황과 주요업무 추진실적",
        "■ 2022 추진실적 (10. 31. 현재)",
        "- 사업기간 : 2022. 1. ~ 12.",
        "- 사업비 : 〔 〕천원(구비)",
        "  - 콘도 〔 〕명, 선정형하계 〔 〕명, 자율형하계 〔 〕명, 주말휴양소 〔 〕명 이용",
        "- 직장 외국어 교육 (영어, 중국어, 일본어, 스페인어, 프랑스어 등)",
        "- 중간관리자 팀장 보직심사 운영",
        "- 2022년 상반기 근무성적평정 공개, 이의신청: 〔 〕",
        "  - 선호부서 간 전보제한, 격무부서 진출직원 희망부서 반영 〔 〕",
    ] {
        assert!(department.lines().any(|other| other.trim() == line.trim()), "{line}\n{department}");
    }
    assert!(department.contains("[\"정 원\",   \"〔 〕\",        \"〔 〕\","), "{department}");
    let again = place.run(&["new", "mapo-2022", "--from", &from]);
    assert!(said(&again).contains("error[report-exists]"));
}

#[test]
fn pictures_fonts_and_templates_of_ones_own_come_along() {
    let place = Place::new("own");
    let report = "template = \"council\"\n[report]\ntitle = \"2021 보고\"\nauthor = \"총무과\"\n[[part]]\ntitle = \"현황\"\nfile = \"a.toml\"\n";
    let part = "[[status]]\ntitle = \"기구\"\nbody = \"\"\"\n[image: one]\n\"\"\"\n[image.one]\nfile = \"square.png\"\nalt = \"네모\"\n";
    std::fs::create_dir_all(place.0.join("old/templates/council")).expect("a folder");
    std::fs::write(place.0.join("old/second.toml"), report).expect("a file");
    std::fs::write(place.0.join("old/a.toml"), part).expect("a file");
    std::fs::write(place.0.join("old/square.png"), include_bytes!("../data/square.png")).expect("a file");
    let template = include_str!("../../templates/council/template.toml").replace("\"210mm\"", "\"200mm\"");
    std::fs::write(place.0.join("old/templates/council/template.toml"), &template).expect("a file");
    place.done(&["new", "new", "--from", "old/second.toml"]);
    assert!(text(&place, "new/report.toml").contains("\"2022 보고\""));
    assert!(text(&place, "new/templates/council/template.toml") == template);
    place.done(&["build", "new", "--attach-sources", "-o", "new.pdf"]);
    // And from a printout's file.
    place.done(&["new", "next", "--from", "new.pdf", "--year", "2030"]);
    assert!(text(&place, "next/report.toml").contains("\"2030 보고\""));
    place.done(&["build", "next"]);
}

#[test]
fn a_report_without_a_year_is_an_error() {
    let place = Place::new("year");
    let report = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\n[[part]]\ntitle = \"현황\"\nfile = \"a.toml\"\n";
    std::fs::create_dir_all(place.0.join("old")).expect("a folder");
    std::fs::write(place.0.join("old/report.toml"), report).expect("a file");
    std::fs::write(place.0.join("old/a.toml"), "[[status]]\ntitle = \"기구\"\nbody = \"- 가\"\n").expect("a file");
    let output = place.run(&["new", "new", "--from", "old"]);
    assert!(said(&output).contains("error[year-unknown]") && !place.0.join("new").exists(), "{}", said(&output));
}

#[test]
fn a_report_that_is_carried_over_has_nothing_wrong_but_what_is_left_to_fill_in() {
    let place = Place::new("clean");
    for (name, old) in [
        ("sample", &["turned"][..]),
        ("mapo-2021", &["bracket-unclosed", "date-style", "spelled-two-ways", "unit-caption"]),
    ] {
        let from = mapo().with_file_name(name).to_string_lossy().into_owned();
        let summary = place.done(&["new", name, "--from", &from]);
        place.done(&["build", name, "-q", "-o", "new.pdf"]);
        let output = place.run(&["check", name, "--format", "json"]);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let findings = json["findings"].as_array().expect("a list");
        let codes: BTreeSet<&str> = findings.iter().filter_map(|found| found["code"].as_str()).collect();
        let known = BTreeSet::from_iter(old.iter().copied().chain(["to-fill", "tightened"]));
        assert_eq!(codes, known, "{name}");
        let kept = summary.contains("still hold last year's figures: data/waste.xlsx;");
        assert_eq!(kept, name == "sample", "{summary}");
        // Every mark is a place, and nothing else is.
        let left = findings.iter().filter(|found| found["code"] == "to-fill");
        let places: usize = left.map(|found| 1 + found["related"].as_array().map_or(0, Vec::len)).sum();
        assert!(summary.contains(&format!(" {places} places to fill in")), "{name}, {places}: {summary}");
    }
}
