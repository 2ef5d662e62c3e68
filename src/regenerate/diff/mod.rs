//! Two reports compared: what was changed, by department and project, and which printed pages differ.

mod align;
mod comparison;
mod json;
mod label;
mod named;
mod outline;
mod pages;
mod parts;
mod table;
mod text;
mod words;

pub(crate) use comparison::sheet;
pub use json::{Difference, DifferenceKind, Differences, DifferentPages, PageName};
pub(crate) use label::{Label, Name};
pub(crate) use pages::{Pages, pages};
pub(crate) use text::{Dress, to_text};
pub(crate) use words::{Word, words};

use crate::model::report::Report;
use crate::set::document::Document;
use crate::set::font::Fonts;

/// A report as meant and as printed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Side<'a> {
    /// As meant.
    pub report: &'a Report,
    /// As printed.
    pub document: &'a Document,
    /// The fonts that it is printed with.
    pub fonts: &'a Fonts,
}

/// What is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// What was changed, in the order of the new report; what is gone stands where it stood.
    pub changes: Vec<Change>,
    /// Which printed pages differ.
    pub pages: Pages,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// Where it is, from the department inwards: 총무과, 인력현황, 현원/8급.
    pub at: Vec<Name>,
    /// What was changed.
    pub what: What,
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
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
        thing: Label,
        /// What it says.
        text: String,
    },
    /// Something that is gone.
    Removed {
        /// What it was.
        thing: Label,
        /// What it said.
        text: String,
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
        /// Where it was; empty where only the order is another.
        from: Vec<Name>,
    },
}

impl Comparison {
    /// Whether nothing is different, in what is meant and in what is printed.
    pub(crate) fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.pages.changed.is_empty() && self.pages.gone.is_empty()
    }
}

/// Compares two reports.
pub(crate) fn compare(old: Side<'_>, new: Side<'_>) -> Comparison {
    let (changes, pages) = rayon::join(|| changes(old.report, new.report), || pages(old, new));
    Comparison { changes, pages }
}

/// What was changed from one report to another.
pub(crate) fn changes(old: &Report, new: &Report) -> Vec<Change> {
    let mut changes = Changes::default();
    parts::report(old, new, &mut changes);
    changes.found
}

/// The changes found so far, and where the search stands.
#[derive(Default)]
struct Changes {
    at: Vec<Name>,
    found: Vec<Change>,
}

impl Changes {
    /// Looks for changes at a place within the present one.
    fn within<T>(&mut self, name: impl Into<Name>, visit: impl FnOnce(&mut Changes) -> T) -> T {
        self.at.push(name.into());
        let seen = visit(self);
        self.at.pop();
        seen
    }

    fn add(&mut self, what: What) {
        self.found.push(Change { at: self.at.clone(), what });
    }

    /// A text that may stand on either side.
    fn text(
        &mut self,
        label: Label,
        old: Option<&crate::model::report::Text>,
        new: Option<&crate::model::report::Text>,
    ) {
        self.within(label, |changes| match (old, new) {
            (Some(old), Some(new)) if old.content != new.content => {
                changes.add(What::Text { old: old.content.clone(), new: new.content.clone() });
            }
            (Some(old), Some(new)) if old.emphasis != new.emphasis => changes.add(What::Look),
            (None, Some(new)) => changes.add(What::Added { thing: label, text: new.content.clone() }),
            (Some(old), None) => changes.add(What::Removed { thing: label, text: old.content.clone() }),
            _ => {}
        });
    }
}
