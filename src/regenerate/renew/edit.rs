//! Changes to a file's text by place.

use std::ops::Range;

use crate::model::source::{FileId, Source, Span};
use crate::read::decode::Typed;

use crate::model::report::TO_FILL;

/// Changes to one file.
pub(super) struct Edits {
    file: FileId,
    list: Vec<(Range<usize>, String)>,
}

impl Edits {
    pub(crate) fn new(file: FileId) -> Edits {
        Edits { file, list: Vec::new() }
    }

    /// Puts other text in the place of what stands there.
    pub(crate) fn replace(&mut self, span: Span, with: String) {
        if span.file == self.file {
            self.list.push((span.range(), with));
        }
    }

    /// The same of a range of a string's bytes; what is put there needs no escape in any string.
    pub(crate) fn replace_in(&mut self, text: &Typed, range: Range<usize>, with: &str) {
        self.replace(text.place(range), with.to_owned());
    }

    /// Marks that something remains to be filled in, after a byte of a string.
    pub(crate) fn mark_after(&mut self, text: &Typed, end: usize) {
        let Some((start, _)) = text.content[..end].char_indices().next_back() else { return };
        let place = text.place(start..end);
        self.replace(Span { start: place.end, ..place }, format!(" {TO_FILL}"));
    }

    /// The file with its changes; all else stays as it was written.
    pub(crate) fn apply(mut self, source: &Source) -> String {
        let text = source.as_written();
        // Of a day whose year was moved on as well, the change of all of it counts.
        self.list.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut changed = String::with_capacity(text.len());
        let mut at = 0;
        for (range, with) in self.list {
            let range = source.range_written(range);
            // What two changes share is changed once.
            let Some(kept) = text.get(at..range.start) else { continue };
            changed += kept;
            changed += &with;
            at = range.end;
        }
        changed + text.get(at..).unwrap_or_default()
    }
}
