//! Diagnostics as SARIF 2.1.0, which platforms of continuous integration show beside the lines they are about.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Diagnostic, Findings, Lang, Severity};
use crate::model::source::{SourceMap, Span};

/// All findings as a SARIF log of one run; columns count characters.
pub fn to_sarif(findings: &Findings, sources: &SourceMap, lang: Lang) -> String {
    let results: Vec<Value> = findings.list.iter().map(|finding| result(finding, sources, lang)).collect();
    let codes: BTreeSet<&str> = findings.list.iter().map(|finding| finding.problem.code()).collect();
    let rules: Vec<Value> = codes.into_iter().map(|code| json!({ "id": code })).collect();
    let driver = json!({ "name": "bogoseo", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let run = json!({ "tool": { "driver": driver }, "columnKind": "unicodeCodePoints", "results": results });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    format!("{log:#}\n")
}

fn result(finding: &Diagnostic, sources: &SourceMap, lang: Lang) -> Value {
    let words = finding.problem.words(lang);
    let text = words.help.map_or(words.message.clone(), |help| format!("{}\n{help}", words.message));
    let places: Vec<Value> = finding.span.map(|span| location(span, sources)).into_iter().collect();
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|&(span, relation)| {
            let mut place = location(span, sources);
            place["message"] = json!({ "text": relation.label(lang) });
            place
        })
        .collect();
    json!({
        "ruleId": finding.problem.code(),
        "level": level(finding.severity),
        "message": { "text": text },
        "locations": places,
        "relatedLocations": related,
    })
}

/// SARIF knows three levels for what is found.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint | Severity::Note => "note",
    }
}

fn location(span: Span, sources: &SourceMap) -> Value {
    let uri = uri(&sources.path(span.file).to_string_lossy());
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    if let Some((start, end)) = sources.positions(span) {
        place["region"] = json!({
            "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
        });
    }
    json!({ "physicalLocation": place })
}

/// A path as a reference of RFC 3986: what is neither unreserved nor a separator is written in percent signs.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            other => uri += &format!("%{other:02X}"),
        }
    }
    uri
}
