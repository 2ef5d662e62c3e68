//! The program as it is called: what it prints where, and how it exits.

use std::process::Output;

use crate::support::{command, root};

fn bogoseo(args: &[&str]) -> Output {
    command(&root().join("tests/cli"), args).output().expect("the program runs")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_report_without_findings_prints_nothing() {
    let output = bogoseo(&["check", "good"]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""));
    assert!(output.stderr.is_empty());
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
