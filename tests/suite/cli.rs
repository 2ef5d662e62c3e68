//! The program as it is called: what it prints where, and how it exits.

use std::process::Output;

use crate::support::{Place, command, root};

fn bogoseo(args: &[&str]) -> Output {
    command(&root().join("tests/cli"), args).output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_report_without_findings_says_so_in_a_line() {
    let output = bogoseo(&["check", "good"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(
        out(&output).starts_with("Nothing was found. Of ") && out(&output).lines().count() == 1,
        "{}",
        out(&output)
    );
    assert!(output.stderr.is_empty());
}

#[test]
fn a_ledger_holds_every_comparison_and_the_closing_line_their_number() {
    let place = Place::new("ledger");
    let report = "template = 'council'\nreport = { title = '보고', author = '과' }\n[[part]]\ntitle = '실적'\ndepartments = ['d.toml']\n";
    let department =
        "name = '과'\n[[status]]\ntitle = '현황'\nbody = \"- 사업비 : 12천원(국비 7천원, 시비 5천원)\\n- 참여 3명\"\n";
    place.write("r/report.toml", report.as_bytes());
    place.write("r/d.toml", department.as_bytes());
    let output = place.run(&["check", "r", "--ledger", "l.csv", "--lang", "ko"]);
    assert!(
        out(&output).ends_with("수치 4개 가운데 3개를 맞춰 보았고 그중 0개가 다릅니다. 1개는 맞춰 볼 것이 없습니다.\n"),
        "{}",
        out(&output)
    );
    let ledger = String::from_utf8(place.read("l.csv")).expect("UTF-8");
    assert_eq!(
        ledger,
        "\u{feff}결과,규칙,파일,줄,수치,맞춰 본 수치,그 자리\r\n맞음,text-sum,r/d.toml,4,12천원,'+7천원 +5천원,r/d.toml:4 r/d.toml:4\r\n"
    );
}

#[test]
fn findings_are_printed_with_paths_as_typed_and_exit_with_1() {
    let output = bogoseo(&["check", "bad"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).starts_with("error[unknown-key]: `titel`"), "{}", out(&output));
    assert!(out(&output).contains("bad/report.toml:3:1"), "{}", out(&output));
    assert!(!out(&output).contains('\u{1b}'), "no colours in a pipe");
}

#[test]
fn colours_and_language_are_chosen_by_options() {
    let output = bogoseo(&["check", "bad", "--lang", "ko", "--color", "always"]);
    assert!(out(&output).contains("오류") && out(&output).contains('\u{1b}'));
}

#[test]
fn json_is_one_object() {
    let output = bogoseo(&["check", "bad/report.toml", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(json["findings"][0]["code"], "unknown-key");
    assert_eq!(json["findings"][0]["line"], 3);
    assert_eq!(json["findings"][0]["file"], "bad/report.toml");
    let clean: serde_json::Value =
        serde_json::from_slice(&bogoseo(&["check", "good", "--format=json"]).stdout).expect("it is JSON");
    assert_eq!(clean["findings"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_report_that_is_not_there_is_an_error() {
    let output = bogoseo(&["check", "nowhere"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("`nowhere/report.toml` was not found"), "{}", out(&output));
}

#[test]
fn a_part_in_the_place_of_the_report_says_to_name_the_folder() {
    let output = bogoseo(&["check", "good/overview.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).starts_with("error[part-instead-of-report]"), "{}", out(&output));
    assert!(out(&output).contains("Name the folder of the report"), "{}", out(&output));
    assert_eq!(out(&output).matches("error[").count(), 1);
}

#[test]
fn a_misspelt_key_does_not_silence_the_check() {
    let place = Place::new("misspelt");
    let report = "template = 'council'\nreport = { title = '보고서', author = '총무과' }\n[[part]]\ntitle = '편'\ndepartments = ['a.toml']\n";
    let department =
        "name = '총무과'\n[[project]]\ntitle = '사업'\nsumary = '요약'\nbody = \"\"\"\n① 접수\n③ 통지\n\"\"\"\n";
    place.write("report.toml", report.as_bytes());
    place.write("a.toml", department.as_bytes());
    let said = out(&place.run(&["check"]));
    assert!(said.contains("error[unknown-key]") && said.contains("warning[numbering]"), "{said}");
}

#[test]
fn misuse_exits_with_2_and_help_with_0() {
    for wrong in [&["chekc"][..], &["check", "--format", "xml"], &[], &["check", "--lang", "de"]] {
        assert_eq!(bogoseo(wrong).status.code(), Some(2), "{wrong:?}");
    }
    for right in [&["--help"][..], &["check", "--help"], &["--version"]] {
        assert_eq!(bogoseo(right).status.code(), Some(0), "{right:?}");
    }
}

#[test]
fn completions_are_printed() {
    assert!(out(&bogoseo(&["completions", "bash"])).contains("_bogoseo"));
}
