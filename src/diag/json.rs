//! Findings as data, for editors, scripts and continuous integration.

use serde::Serialize;

use super::{Diagnostic, FoundList, Lang, Relation};
use crate::model::source::{SourceMap, Span};

/// All findings of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FindingList {
    /// The findings, in order of files and places.
    pub findings: Vec<Finding>,
    /// How many more there were than are worth keeping.
    pub more: usize,
}

/// A finding, in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Finding {
    /// What it is, in every language: `total-differs`.
    pub code: &'static str,
    /// `error`, `warning`, `hint` or `note`.
    pub severity: &'static str,
    /// What is wrong.
    pub message: String,
    /// What stands at the place itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What can be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where it is; nowhere if no file of the report is to blame.
    #[serde(flatten)]
    pub place: Option<Place>,
    /// Other places that explain it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// A place in a file. Lines and columns count from 1, columns in characters; an end is the place after the last character.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Place {
    /// The file, as messages name it.
    pub file: String,
    /// Its first line.
    pub line: usize,
    /// Its first column.
    pub column: usize,
    /// The line it ends in.
    pub end_line: usize,
    /// The column it ends before.
    pub end_column: usize,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Related {
    /// What stands there.
    pub label: &'static str,
    /// Where it is.
    #[serde(flatten)]
    pub place: Option<Place>,
}

impl FindingList {
    pub(super) fn new(found: &FoundList, sources: &SourceMap, lang: Lang) -> FindingList {
        let findings = found.list.iter().map(|found| Finding::new(found, sources, lang)).collect();
        FindingList { findings, more: found.more }
    }
}

impl Finding {
    fn new(found: &Diagnostic, sources: &SourceMap, lang: Lang) -> Finding {
        let words = found.problem.words(lang);
        let related = |&(span, relation): &(Span, Relation)| Related {
            label: relation.label(lang),
            place: Place::new(span, sources),
        };
        Finding {
            code: found.problem.code(),
            severity: found.severity.as_str(),
            message: words.message,
            label: words.label,
            help: words.help,
            place: found.span.and_then(|span| Place::new(span, sources)),
            related: found.related.iter().map(related).collect(),
        }
    }
}

impl Place {
    fn new(span: Span, sources: &SourceMap) -> Option<Place> {
        let (start, end) = sources.positions(span)?;
        Some(Place {
            file: sources.path(span.file).to_string_lossy().into_owned(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
        })
    }
}
