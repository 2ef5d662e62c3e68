//! Text as it is set, knowing for every byte where its author typed it.

use std::ops::Range;

use crate::source::{FileId, Span};

/// Text as it is set: marks of emphasis taken out, forced line breaks as `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The characters.
    pub content: String,
    /// Emphasised ranges, in order, not overlapping.
    pub emphasis: Vec<Emphasis>,
    /// Where it was typed.
    pub origin: Origin,
}

/// An emphasised range of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emphasis {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// `**bold**`.
    pub bold: bool,
    /// `__underlined__`.
    pub underline: bool,
}

/// Where the bytes of a text were typed: runs of bytes that stand one to one in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The whole text's place.
    pub span: Span,
    /// From each content offset on, the file offset; ascending in both, empty for a text that has only a whole place.
    pub runs: Vec<(u32, u32)>,
}

impl Text {
    /// A text with one place for all of it.
    pub fn plain(content: impl Into<String>, span: Span) -> Text {
        Text { content: content.into(), emphasis: Vec::new(), origin: Origin { span, runs: Vec::new() } }
    }

    /// Where a range of its bytes was typed.
    pub fn place(&self, range: Range<usize>) -> Span {
        match (self.origin.file_offset(range.start), self.origin.file_offset(range.end.saturating_sub(1))) {
            (Some(start), Some(last)) if range.start < range.end => {
                Span { file: self.origin.span.file, start, end: last.max(start) + 1 }
            }
            _ => self.origin.span,
        }
    }

    /// The file it was typed in.
    pub fn file(&self) -> FileId {
        self.origin.span.file
    }
}

impl Origin {
    fn file_offset(&self, content_offset: usize) -> Option<u32> {
        let content_offset = u32::try_from(content_offset).ok()?;
        let after = self.runs.partition_point(|&(content, _)| content <= content_offset);
        let (content, file) = *self.runs.get(after.checked_sub(1)?)?;
        Some(file + (content_offset - content))
    }
}
