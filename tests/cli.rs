//! The program as it is called: what it prints where, and how it exits.

use std::process::{Command, Output};

fn bogoseo(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bogoseo"))
        .args(args)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cli"))
        .env_clear()
        .env("LANG", "en_US.UTF-8")
        .output()
        .expect("the program runs")
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
fn sarif_has_what_its_schema_requires() {
    for (report, count) in [("bad", 1), ("good", 0)] {
        let output = bogoseo(&["check", report, "--format", "sarif"]);
        let log: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert_eq!(log["version"], "2.1.0");
        let run = &log["runs"][0];
        assert_eq!(run["tool"]["driver"]["name"], "bogoseo");
        let results = run["results"].as_array().expect("a run has its results");
        assert_eq!(results.is_empty(), count == 0);
        for result in results {
            let level = result["level"].as_str().unwrap_or_default();
            assert!(["error", "warning", "note"].contains(&level), "{level}");
            assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()));
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], "bad/report.toml");
            assert!(place["region"]["startLine"].as_u64().is_some_and(|line| line > 0));
            let rules = run["tool"]["driver"]["rules"].as_array().expect("its rules are listed");
            assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]));
        }
    }
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

/// Every `$ref` of a schema leads somewhere.
fn follow(value: &serde_json::Value, root: &serde_json::Value) {
    match value {
        serde_json::Value::Object(entries) => {
            if let Some(path) = entries.get("$ref").and_then(|path| path.as_str()) {
                assert!(root.pointer(path.trim_start_matches('#')).is_some_and(|to| to.is_object()), "{path}");
            }
            entries.values().for_each(|entry| follow(entry, root));
        }
        serde_json::Value::Array(entries) => entries.iter().for_each(|entry| follow(entry, root)),
        _ => {}
    }
}

#[test]
fn schemas_are_whole() {
    for of in ["report", "part", "department"] {
        let output = bogoseo(&["schema", of]);
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["additionalProperties"], false);
        assert!(schema["properties"].as_object().is_some_and(|keys| !keys.is_empty()));
        follow(&schema, &schema);
    }
}

#[test]
fn completions_are_printed() {
    assert!(out(&bogoseo(&["completions", "bash"])).contains("_bogoseo"));
}
