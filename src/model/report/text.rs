//! Text as it is set, knowing for every byte where its author typed it.

use std::ops::Range;

use super::Thing;
use crate::model::source::Span;

use super::{Caption, CaptionKind};

/// Text as it is set: marks of emphasis taken out, forced line breaks as `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    /// The characters.
    pub content: String,
    /// Emphasised ranges, in order, not overlapping.
    pub emphasis: Vec<Emphasis>,
    /// What it refers to, in order; each stands as one character in its place.
    pub references: Vec<Reference>,
    /// Where it was typed.
    pub origin: Origin,
}

/// A reference to something of the report by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The byte of [`Reference::STAND_IN`] in the text.
    pub at: usize,
    /// What it names.
    pub what: Thing,
    /// The name as typed.
    pub name: String,
    /// Whether its page is printed, instead of what it is called.
    pub page: bool,
    /// Where it was typed.
    pub span: Span,
    /// What it leads to, once names are resolved.
    pub target: Option<Target>,
}

impl Reference {
    /// What stands for it in the text until the template says how it is printed.
    pub(crate) const STAND_IN: char = '\u{fffc}';
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A table, image or chart.
    Block {
        /// Its place in the report.
        place: u32,
        /// What it is called; nothing only where its page alone is asked for.
        caption: Option<(CaptionKind, Caption)>,
    },
    /// A project: its part, department and number in it, from 0.
    Project {
        /// The three.
        section: [usize; 3],
        /// Its title.
        title: Text,
    },
}

/// An emphasised range of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Emphasis {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// How it is emphasised.
    pub marks: Marks,
}

/// The marks that a stretch of text stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// `**bold**`.
    pub bold: bool,
    /// `__underlined__`.
    pub underline: bool,
    /// Which of the template's colours of emphasis: `==first==`, `===second===`, `====third====`; 0 for none.
    pub accent: u8,
    /// `^^raised^^`.
    pub raised: bool,
    /// `,,lowered,,`.
    pub lowered: bool,
    /// `::small::`.
    pub small: bool,
}

/// Where the bytes of a text were typed: runs of bytes that stand one to one in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The whole text's place.
    pub span: Span,
    /// From each content offset on, the file offset; ascending in both, empty for a text that has only a whole place.
    pub runs: Vec<(u32, u32)>,
}

impl Text {
    /// A text with one place for all of it.
    pub(crate) fn plain(content: impl Into<String>, span: Span) -> Text {
        Text {
            content: content.into(),
            emphasis: Vec::new(),
            references: Vec::new(),
            origin: Origin { span, runs: Vec::new() },
        }
    }

    /// Where a range of its bytes was typed.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        self.origin.place(range)
    }

    /// A range of it, without the blanks around.
    pub(crate) fn part(&self, range: Range<usize>) -> Text {
        let text = &self.content[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        let end = start + text.trim().len();
        let within = |range: &Range<usize>| range.start.max(start)..range.end.min(end);
        let emphasis = self.emphasis.iter().filter(|it| within(&it.range).start < within(&it.range).end);
        let references = self.references.iter().filter(|it| (start..end).contains(&it.at));
        Text {
            content: self.content[start..end].to_owned(),
            emphasis: emphasis
                .map(|it| {
                    let range = within(&it.range);
                    Emphasis { range: range.start - start..range.end - start, marks: it.marks }
                })
                .collect(),
            references: references.map(|it| Reference { at: it.at - start, ..it.clone() }).collect(),
            origin: self.origin.slice(start..end),
        }
    }
}

impl Origin {
    /// Where a range of bytes was typed; the whole place for an empty range.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        if range.is_empty() {
            return self.span;
        }
        match (self.file_offset(range.start), self.file_end(range.end)) {
            (Some(start), Some(end)) => Span { file: self.span.file, start, end: end.max(start) },
            _ => self.span,
        }
    }

    /// The origin of a range of its bytes.
    pub(crate) fn slice(&self, range: Range<usize>) -> Origin {
        let (from, to) = (range.start as u32, range.end as u32);
        let first = self.runs.partition_point(|&(content, _)| content <= from).saturating_sub(1);
        let last = self.runs.partition_point(|&(content, _)| content <= to);
        let runs = self.runs.get(first..last).unwrap_or_default();
        let rebased = runs.iter().map(|&(content, file)| match from.checked_sub(content) {
            Some(inside) => (0, file + inside),
            None => (content - from, file),
        });
        Origin { span: self.place(range), runs: rebased.collect() }
    }

    fn file_offset(&self, content_offset: usize) -> Option<u32> {
        let content_offset = u32::try_from(content_offset).ok()?;
        let after = self.runs.partition_point(|&(content, _)| content <= content_offset);
        let (content, file) = *self.runs.get(after.checked_sub(1)?)?;
        Some(file + (content_offset - content))
    }

    /// The byte after what ends at this content offset: where a run begins there, all of an escape has been counted.
    fn file_end(&self, content_offset: usize) -> Option<u32> {
        let run = self.runs.partition_point(|&(content, _)| (content as usize) < content_offset);
        match self.runs.get(run) {
            Some(&(content, file)) if content as usize == content_offset => Some(file),
            _ => Some(self.file_offset(content_offset.checked_sub(1)?)? + 1),
        }
    }
}
