//! Diagnostics as JSON for editors, scripts and continuous integration.

use serde_json::{Map, Value, json};

use super::{Diagnostic, Findings, Lang, Relation};
use crate::model::source::{SourceMap, Span};

/// All findings as one JSON object, `{"findings": [...], "more": 0}`; lines and columns count from 1, columns in
/// characters, and an end is the place after the last character.
pub fn to_json(findings: &Findings, sources: &SourceMap, lang: Lang) -> String {
    let list: Vec<Value> = findings.list.iter().map(|finding| entry(finding, sources, lang)).collect();
    let mut text = format!("{:#}", json!({ "findings": list, "more": findings.more }));
    text.push('\n');
    text
}

fn entry(finding: &Diagnostic, sources: &SourceMap, lang: Lang) -> Value {
    let words = finding.problem.words(lang);
    let mut entry = finding.span.map(|span| place(span, sources)).unwrap_or_default();
    entry.insert("code".into(), finding.problem.code().into());
    entry.insert("severity".into(), finding.severity.as_str().into());
    entry.insert("message".into(), words.message.into());
    for (key, text) in [("label", words.label), ("help", words.help)] {
        if let Some(text) = text {
            entry.insert(key.into(), text.into());
        }
    }
    let related: Vec<Value> = finding.related.iter().map(|&(span, why)| related(span, why, sources, lang)).collect();
    if !related.is_empty() {
        entry.insert("related".into(), related.into());
    }
    entry.into()
}

fn related(span: Span, relation: Relation, sources: &SourceMap, lang: Lang) -> Value {
    let mut entry = place(span, sources);
    entry.insert("label".into(), relation.label(lang).into());
    entry.into()
}

fn place(span: Span, sources: &SourceMap) -> Map<String, Value> {
    let mut entry = Map::new();
    entry.insert("file".into(), sources.path(span.file).to_string_lossy().into());
    if let Some((start, end)) = sources.positions(span) {
        entry.insert("line".into(), start.line.into());
        entry.insert("column".into(), start.column.into());
        entry.insert("end-line".into(), end.line.into());
        entry.insert("end-column".into(), end.column.into());
    }
    entry
}
