//! What a run found, with the texts it was found in: as text for people, as JSON, as SARIF.

use super::json::FindingList;
use super::sarif::SarifLog;
use super::text::{Style, to_text};
use super::{FoundList, Lang, Severity};
use crate::model::source::SourceMap;

/// What a run found, in order of files and places, each thing once.
#[derive(Debug, Default)]
pub struct Findings {
    pub(crate) found: FoundList,
    pub(crate) sources: SourceMap,
}

impl Findings {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// How many of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.count(severity)
    }

    /// As text: each with its line and the place in it, and a line at the end that counts them. Empty if there are none.
    pub fn text(&self, style: Style) -> String {
        to_text(&self.found, &self.sources, style)
    }

    /// As data, in the words of a language.
    pub fn list(&self, lang: Lang) -> FindingList {
        FindingList::new(&self.found, &self.sources, lang)
    }

    /// As a log that platforms of continuous integration show beside the lines.
    pub fn sarif(&self, lang: Lang) -> SarifLog {
        SarifLog::new(&self.found, &self.sources, lang)
    }
}
