//! What is written for other programs is valid by its schema: SARIF by the standard's own, and reports by those the program prints.

use std::path::Path;

use crate::support::{command, root};
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

/// What the program prints as JSON.
fn printed(arguments: &[&str]) -> Value {
    let output = command(root(), arguments).output();
    serde_json::from_slice(&output.expect("the program starts").stdout).expect("it prints JSON")
}

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).expect("the schema is valid by its own")
}

/// What the schema says against a value, and where.
fn objections(schema: &Validator, value: &Value) -> Vec<String> {
    schema.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn sarif_is_valid_by_the_standards_schema() {
    // One of its patterns has a bracket too many, which strict readers of patterns refuse.
    let standard = include_str!("../data/sarif/sarif-schema-2.1.0.json").replace("{2}]?$", "{2}\\\\]?$");
    let schema = validator(&serde_json::from_str(&standard).expect("the standard's schema is JSON"));
    for (report, finds) in [("tests/cli/bad", true), ("tests/cli/good", false), ("reports/mapo-2021", true)] {
        let log = printed(&["check", report, "--format", "sarif"]);
        assert_eq!(objections(&schema, &log), Vec::<String>::new(), "{report}");
        let results = log["runs"][0]["results"].as_array().expect("a run has its results");
        assert_eq!(!results.is_empty(), finds, "{report}");
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("its rules are listed");
        assert!(results.iter().all(|result| rules.iter().any(|rule| rule["id"] == result["ruleId"])));
    }
}

#[test]
fn reports_are_valid_by_the_printed_schemas() {
    let [report, part, department] = ["report", "part", "department"].map(|of| validator(&printed(&["schema", of])));
    for name in ["reports/mapo-2021", "reports/sample"] {
        let folder = root().join(name);
        let files = std::fs::read_dir(folder.join("departments")).expect("the report has departments");
        let departments = files.map(|file| (file.expect("it can be read").path(), &department));
        let others = [(folder.join("report.toml"), &report), (folder.join("overview.toml"), &part)];
        for (file, schema) in others.into_iter().chain(departments) {
            let mut value = as_json(&file);
            assert_eq!(objections(schema, &value), Vec::<String>::new(), "{}", file.display());
            value["titel"] = json!("a key that isn't there");
            assert!(!schema.is_valid(&value), "{}", file.display());
        }
    }
}

/// A TOML file as an editor's validator sees it: dates are texts.
fn as_json(file: &Path) -> Value {
    let text = std::fs::read_to_string(file).expect("it can be read");
    let table = DeTable::parse(&text).expect("it is TOML");
    object(table.get_ref())
}

fn object(table: &DeTable<'_>) -> Value {
    let entries = table.iter().map(|(key, value)| (key.get_ref().to_string(), scalar(value.get_ref())));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn scalar(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(number) => json!(i64::from_str_radix(number.as_str(), number.radix()).expect("a number")),
        DeValue::Float(number) => json!(number.as_str().parse::<f64>().expect("a number")),
        DeValue::Boolean(value) => json!(value),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(list) => list.iter().map(|value| scalar(value.get_ref())).collect(),
        DeValue::Table(table) => object(table),
    }
}
