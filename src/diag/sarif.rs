//! Findings as SARIF 2.1.0 (OASIS), which platforms of continuous integration show beside the lines they are about.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Diagnostic, FoundList, Lang, Relation, Severity};
use crate::model::source::{SourceMap, Span};

/// A log of one run (3.13 of the standard).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SarifLog {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [SarifRun; 1],
}

/// A run of the program (3.14).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifRun {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<SarifResult>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Rule {
    id: &'static str,
}

/// A finding (3.27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult {
    rule_id: &'static str,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    related_locations: Vec<Location>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Message {
    text: String,
}

/// A place (3.28).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ArtifactLocation {
    uri: String,
}

/// Lines and columns from 1, columns in characters (3.30).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl SarifLog {
    pub(super) fn new(found: &FoundList, sources: &SourceMap, lang: Lang) -> SarifLog {
        let codes: BTreeSet<&'static str> = found.list.iter().map(|found| found.problem.code()).collect();
        let driver = Driver {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            rules: codes.into_iter().map(|id| Rule { id }).collect(),
        };
        SarifLog {
            schema: "https://json.schemastore.org/sarif-2.1.0.json",
            version: "2.1.0",
            runs: [SarifRun {
                tool: Tool { driver },
                column_kind: "unicodeCodePoints",
                results: found.list.iter().map(|found| SarifResult::new(found, sources, lang)).collect(),
            }],
        }
    }
}

impl SarifResult {
    fn new(found: &Diagnostic, sources: &SourceMap, lang: Lang) -> SarifResult {
        let words = found.problem.words(lang);
        let text = words.help.map_or(words.message.clone(), |help| format!("{}\n{help}", words.message));
        let related = |&(span, relation): &(Span, Relation)| Location {
            message: Some(Message { text: relation.label(lang).to_owned() }),
            ..Location::new(span, sources)
        };
        SarifResult {
            rule_id: found.problem.code(),
            level: level(found.severity),
            message: Message { text },
            locations: found.span.map(|span| Location::new(span, sources)).into_iter().collect(),
            related_locations: found.related.iter().map(related).collect(),
        }
    }
}

/// SARIF knows three levels for what is found.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint | Severity::Note => "note",
    }
}

impl Location {
    fn new(span: Span, sources: &SourceMap) -> Location {
        let region = sources.positions(span).map(|(start, end)| Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
        });
        let artifact_location = ArtifactLocation { uri: uri(&sources.path(span.file).to_string_lossy()) };
        Location { physical_location: PhysicalLocation { artifact_location, region }, message: None }
    }
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
