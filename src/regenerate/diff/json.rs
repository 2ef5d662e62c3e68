//! A comparison as data, for scripts.

use serde::Serialize;

use crate::diag::Lang;
use crate::set::document;

use super::{Change, Comparison, Name, What};

/// What differs between two reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Differences {
    /// What was changed, in the order of the new report.
    pub changes: Vec<Difference>,
    /// Which printed pages differ.
    pub pages: DifferentPages,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Difference {
    /// The names that lead to it, from the department inwards.
    pub at: Vec<String>,
    /// What was changed.
    #[serde(flatten)]
    pub kind: DifferenceKind,
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DifferenceKind {
    /// A cell of a table.
    Cell {
        /// What it said.
        old: String,
        /// What it says.
        new: String,
    },
    /// A text.
    Text {
        /// What it said.
        old: String,
        /// What it says.
        new: String,
    },
    /// The same words, otherwise emphasised or of another level; another picture of the same description.
    Look,
    /// Something new.
    Added {
        /// What it is.
        thing: String,
        /// What it says.
        new: String,
    },
    /// Something that is gone.
    Removed {
        /// What it was.
        thing: String,
        /// What it said.
        old: String,
    },
    /// The same under another name.
    Renamed {
        /// Its old name.
        old: String,
        /// Its new name.
        new: String,
    },
    /// The same at another place.
    Moved {
        /// The names that led to it; none where only the order is another.
        from: Vec<String>,
    },
}

/// Which printed pages differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DifferentPages {
    /// Pages of the new report that were not in the old one.
    pub changed: Vec<PageName>,
    /// Pages of the old report that are not in the new one.
    pub gone: Vec<PageName>,
    /// How many pages the new report has.
    pub count: usize,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PageName {
    /// Its place, from 1.
    pub page: usize,
    /// As readers call it.
    pub label: String,
}

impl Differences {
    /// A comparison in the words of a language.
    pub(crate) fn new(comparison: &Comparison, lang: Lang) -> Differences {
        let pages = |pages: &[(usize, document::Label)]| -> Vec<PageName> {
            pages.iter().map(|(index, label)| PageName { page: index + 1, label: called(label) }).collect()
        };
        let of = &comparison.pages;
        Differences {
            changes: comparison.changes.iter().map(|change| Difference::new(change, lang)).collect(),
            pages: DifferentPages { changed: pages(&of.changed), gone: pages(&of.gone), count: of.count },
        }
    }

    /// Whether nothing is different.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.pages.changed.is_empty() && self.pages.gone.is_empty()
    }
}

impl Difference {
    fn new(change: &Change, lang: Lang) -> Difference {
        let names = |at: &[Name]| -> Vec<String> { at.iter().map(|name| name.shown(lang)).collect() };
        let kind = match change.what.clone() {
            What::Cell { old, new } => DifferenceKind::Cell { old, new },
            What::Text { old, new } => DifferenceKind::Text { old, new },
            What::Look => DifferenceKind::Look,
            What::Added { thing, text } => DifferenceKind::Added { thing: thing.name(lang).into(), new: text },
            What::Removed { thing, text } => DifferenceKind::Removed { thing: thing.name(lang).into(), old: text },
            What::Renamed { old, new } => DifferenceKind::Renamed { old, new },
            What::Moved { from } => DifferenceKind::Moved { from: names(&from) },
        };
        Difference { at: names(&change.at), kind }
    }
}

fn called(label: &document::Label) -> String {
    match label {
        document::Label::Number(number) => number.to_string(),
        document::Label::Name(name) => name.clone(),
    }
}
