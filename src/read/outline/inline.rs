//! The text of an element: marks of emphasis and escapes taken out, its lines joined, the place of each character kept.

use std::ops::Range;

use super::block::placed_within;
use super::framed;
use super::reference::{self, Named, REFERENCE};
use super::signs;
use super::stars::{self, Stars};
use crate::diag::{Diagnostic, Diagnostics, OutlineProblem, Relation};
use crate::model::report::{Emphasis, Marks, Origin, Reference, Text};
use crate::read::decode::Typed;

/// A text without marks: everything prints as typed, without the blanks and line ends around it.
pub(crate) fn plain(typed: &Typed) -> Text {
    let trimmed = typed.content.trim();
    let start = typed.content.len() - typed.content.trim_start().len();
    let mut origin = typed.origin.slice(start..start + trimmed.len());
    origin.span = typed.span();
    Text { content: trimmed.to_owned(), emphasis: Vec::new(), references: Vec::new(), origin }
}

/// A text with marks, from lines of what was typed.
pub(crate) fn marked(typed: &Typed, lines: &[Range<usize>], sink: &mut Diagnostics) -> Text {
    marked_behind(typed, 0..0, lines, sink)
}

/// The same of a text whose first marks open before the sign of its line.
pub(super) fn marked_behind(
    typed: &Typed,
    opened: Range<usize>,
    lines: &[Range<usize>],
    sink: &mut Diagnostics,
) -> Text {
    let mut setting = Setting {
        typed,
        sink,
        content: String::new(),
        runs: Vec::new(),
        open: Vec::new(),
        emphasis: Vec::new(),
        references: Vec::new(),
        since: 0,
    };
    let mut at = opened.start;
    while let Some((mark, _)) = MARKS.into_iter().find(|(mark, _)| typed.content[at..opened.end].starts_with(mark)) {
        setting.mark(mark, at..at + mark.len());
        at += mark.len();
    }
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            let end_of_last = lines[index - 1].end;
            setting.push("\n", end_of_last..end_of_last + 1);
        }
        setting.line(line.clone());
    }
    setting.finish(lines)
}

/// The bytes of the marks of emphasis that a line begins with and that close in it.
pub(super) fn leading_marks(body: &str) -> usize {
    let mut length = 0;
    while let Some((mark, _)) = MARKS.into_iter().find(|(mark, _)| body[length..].starts_with(mark)) {
        let rest = &body[length + mark.len()..];
        let closes = match mark {
            stars::BOLD => stars::opens(body, length, stars::last_closing(body)),
            other => rest.contains(other),
        };
        if !closes {
            break;
        }
        length += mark.len();
    }
    length
}

/// What marks of emphasis say together.
pub(super) fn marks_of(opened: &str) -> Marks {
    let mut marks = Marks::default();
    MARKS.into_iter().filter(|(mark, _)| opened.contains(mark)).for_each(|(_, set)| set(&mut marks));
    marks
}

/// Whether marks in a text would set some of it otherwise than the rest.
pub(crate) fn is_emphasised(typed: &Typed) -> bool {
    if !MARKS.iter().any(|(mark, _)| typed.content.contains(mark)) {
        return false;
    }
    let mut sink = Diagnostics::new();
    let all = std::iter::once(0..typed.content.len());
    let text = marked(typed, &all.collect::<Vec<_>>(), &mut sink);
    !text.emphasis.is_empty() && sink.finish().list.is_empty()
}

/// A mark that is open: its sign and where.
struct Open {
    mark: &'static str,
    at: Range<usize>,
    /// Where its text begins.
    content: usize,
}

/// A mark, and what it sets.
type MarkDef = (&'static str, fn(&mut Marks));

// Longer marks before those that they begin with.
const MARKS: [MarkDef; 8] = [
    (stars::BOLD, |marks| marks.bold = true),
    ("__", |marks| marks.underline = true),
    ("====", |marks| marks.accent = 3),
    ("===", |marks| marks.accent = 2),
    ("==", |marks| marks.accent = 1),
    ("^^", |marks| marks.raised = true),
    (",,", |marks| marks.lowered = true),
    ("::", |marks| marks.small = true),
];

/// The signs that begin a mark, an escape or a block.
const SIGNS: [char; 8] = ['*', '_', '=', '^', ',', ':', '\\', '['];

/// A text being set.
struct Setting<'a> {
    typed: &'a Typed,
    sink: &'a mut Diagnostics,
    content: String,
    runs: Vec<(u32, u32)>,
    open: Vec<Open>,
    emphasis: Vec<Emphasis>,
    references: Vec<Reference>,
    /// Where the emphasis last changed.
    since: usize,
}

impl Setting<'_> {
    fn line(&mut self, line: Range<usize>) {
        let typed = self.typed;
        let text = &typed.content[line.clone()];
        let mut copied = 0;
        let mut at = 0;
        let mut closing = None;
        while let Some(found) = text[at..].find(SIGNS) {
            at += found;
            let rest = &text[at..];
            let taken = if let Some(escaped) = escaped(rest, at == 0) {
                // The sign goes out, what follows it goes with the next piece.
                self.copy(line.start + copied..line.start + at);
                copied = at + 1;
                1 + escaped.len_utf8()
            } else if rest.starts_with(stars::BOLD) {
                let is_open = self.open.iter().any(|open| open.mark == stars::BOLD);
                let last = *closing.get_or_insert_with(|| stars::last_closing(text));
                match stars::read(text, at, last, is_open) {
                    Stars::Mark => {
                        self.copy(line.start + copied..line.start + at);
                        copied = at + stars::BOLD.len();
                        self.mark(stars::BOLD, line.start + at..line.start + copied);
                        stars::BOLD.len()
                    }
                    Stars::Printed { length, looks_meant } => {
                        if looks_meant {
                            let span = typed.place(line.start + at..line.start + at + length);
                            self.sink.report(OutlineProblem::MarkPrinted {}, span);
                        }
                        length
                    }
                }
            } else if let Some((mark, _)) = MARKS.into_iter().find(|(mark, _)| rest.starts_with(mark)) {
                self.copy(line.start + copied..line.start + at);
                copied = at + mark.len();
                self.mark(mark, line.start + at..line.start + at + mark.len());
                mark.len()
            } else if rest.starts_with(REFERENCE) {
                self.copy(line.start + copied..line.start + at);
                let length = self.reference(rest, line.start + at);
                copied = at + length;
                length
            } else {
                self.refuse_block(rest, line.start + at);
                1
            };
            at += taken;
        }
        self.copy(line.start + copied..line.end);
    }

    fn copy(&mut self, range: Range<usize>) {
        let typed = self.typed;
        if !range.is_empty() {
            self.push(&typed.content[range.clone()], range);
        }
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        let offset = self.content.len() as u32;
        let origin = self.typed.origin.slice(range);
        self.runs.extend(origin.runs.into_iter().map(|(content, file)| (content + offset, file)));
        self.content.push_str(text);
    }

    /// Opens or closes a mark.
    fn mark(&mut self, mark: &'static str, at: Range<usize>) {
        let span = self.typed.place(at.clone());
        let Some(index) = self.open.iter().position(|open| open.mark == mark) else {
            self.emphasise();
            self.open.push(Open { mark, at, content: self.content.len() });
            return;
        };
        self.emphasise();
        let open = self.open.remove(index);
        let opened = self.typed.place(open.at);
        if open.content == self.content.len() {
            self.sink.push(Diagnostic::new(OutlineProblem::EmptyMark { mark }, span).related(opened, Relation::Opened));
        }
        if let Some(inner) = self.open.get(index) {
            let problem = OutlineProblem::CrossedMarks { mark, inner: inner.mark };
            let inner = self.typed.place(inner.at.clone());
            self.sink.push(Diagnostic::new(problem, span).related(inner, Relation::Opened));
        }
    }

    /// Ends the range that has had the same emphasis so far.
    fn emphasise(&mut self) {
        let range = self.since..self.content.len();
        self.since = range.end;
        if self.open.is_empty() || range.is_empty() {
            return;
        }
        let mut marks = Marks::default();
        for (mark, set) in MARKS {
            if self.open.iter().any(|open| open.mark == mark) {
                set(&mut marks);
            }
        }
        self.emphasis.push(Emphasis { range, marks });
    }

    /// A reference; answers how much of the text it takes.
    fn reference(&mut self, rest: &str, at: usize) -> usize {
        let read = reference::read(rest);
        let span = self.typed.place(at..at + read.length);
        match read.named {
            Ok(Named { what, name, page }) => {
                let at = self.content.len();
                let name = name.to_owned();
                self.references.push(Reference { at, what, name, page, span, target: None });
                // The whole reference stands in one place, told by its beginning.
                self.runs.push((at as u32, span.start));
                self.content.push(Reference::STAND_IN);
            }
            Err(problem) => self.sink.report(problem, span),
        }
        read.length
    }

    /// A block can't stand within a text.
    fn refuse_block(&mut self, rest: &str, at: usize) {
        if let Some(what) = placed_within(rest) {
            let end = rest.find(']').map_or(rest.len(), |end| end + 1);
            self.sink.report(OutlineProblem::NotAlone { what }, self.typed.place(at..at + end));
        }
    }

    fn finish(mut self, lines: &[Range<usize>]) -> Text {
        self.emphasise();
        for open in std::mem::take(&mut self.open) {
            self.sink.report(OutlineProblem::UnclosedMark { mark: open.mark }, self.typed.place(open.at));
        }
        let span = match (lines.first(), lines.last()) {
            (Some(first), Some(last)) => self.typed.place(first.start..last.end),
            _ => self.typed.span(),
        };
        Text {
            content: self.content,
            emphasis: self.emphasis,
            references: self.references,
            origin: Origin { span, runs: self.runs },
        }
    }
}

/// Where a `\` stands between two words without taking away the meaning of a sign, as in the corner of a head, `구분\직급`.
pub(crate) fn divided(text: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find('\\').map(|at| from + at) {
        match escaped(&text[at..], at == 0 || text[..at].ends_with('\n')) {
            Some(character) => from = at + 1 + character.len_utf8(),
            None => {
                let (before, after) = (text[..at].trim(), text[at + 1..].trim());
                return (!before.is_empty() && !after.is_empty()).then_some(at);
            }
        }
    }
    None
}

/// The character whose meaning a `\` at the beginning of `rest` takes away.
fn escaped(rest: &str, begins_line: bool) -> Option<char> {
    let behind = rest.strip_prefix('\\')?;
    let next = behind.chars().next()?;
    (SIGNS.contains(&next) || (begins_line && (signs::begins(behind) || framed::is_sign(next)))).then_some(next)
}
