//! The figures and names in a table's cells, as charts take them.

use crate::diag::{ChartProblem, Diagnostic, Diagnostics, Relation};
use crate::model::report::{self, CellContent, Table, Text};
use crate::model::source::Span;
use crate::read::numbers::is_to_fill;
use crate::read::numbers::written::{Amount, is_missing, read};

/// What a cell holds.
pub(super) enum Cell {
    /// A figure.
    Figure(Figure),
    /// None.
    Missing,
    /// One that remains to be filled in.
    ToFill,
    /// Something that covers several cells, which is no figure of one row and one column.
    Merged(Span),
    /// Something else.
    Other {
        /// What is written there.
        written: String,
        /// Where.
        span: Span,
    },
}

/// A figure of a cell.
pub(super) struct Figure {
    /// Its number.
    pub amount: Amount,
    /// The sign before it.
    pub sign: Option<char>,
    /// The unit after it.
    pub unit: String,
    /// As it is printed, without the sign of a note.
    pub printed: Text,
}

/// What the cell of a row and column holds.
pub(super) fn cell(table: &Table, row: usize, column: usize) -> Cell {
    let Some(at) = table.grid.at((row, column)) else { return Cell::Missing };
    let cell = at.content;
    let other = || Cell::Other { written: cell.words(), span: cell.span().unwrap_or(table.span) };
    let CellContent::Text { text, .. } = &cell.content else { return other() };
    let text = without_sign(text);
    if is_to_fill(&text.content) {
        return Cell::ToFill;
    }
    if is_missing(&text.content) {
        return Cell::Missing;
    }
    match read(&text.content) {
        Some(_) if !at.region.is_one() => Cell::Merged(cell.span().unwrap_or(table.span)),
        Some(written) => Cell::Figure(Figure {
            amount: written.amount,
            sign: written.sign,
            unit: written.unit.to_owned(),
            printed: text,
        }),
        None => other(),
    }
}

/// A text before the raised sign that points to a note, without marks and the blanks around it.
fn without_sign(text: &Text) -> Text {
    let raised = text.emphasis.iter().find(|emphasis| emphasis.marks.raised);
    let raised = raised.filter(|emphasis| text.content[emphasis.range.end..].trim().is_empty());
    let kept = &text.content[..raised.map_or(text.content.len(), |emphasis| emphasis.range.start)];
    let start = kept.len() - kept.trim_start().len();
    let origin = text.origin.slice(start..start + kept.trim().len());
    Text { content: kept.trim().to_owned(), emphasis: Vec::new(), references: Vec::new(), origin }
}

/// A name made of cells, each of them once: `2025년 예산액`.
pub(super) fn label(table: &Table, cells: impl Iterator<Item = (usize, usize)>) -> Text {
    let mut parts: Vec<&report::Cell> = Vec::new();
    for (row, column) in cells {
        let Some(cell) = table.cell(row, column) else { continue };
        if !parts.iter().any(|part| std::ptr::eq(*part, cell)) {
            parts.push(cell);
        }
    }
    let span = parts.last().and_then(|cell| cell.span()).unwrap_or(table.span);
    let words = parts.into_iter().map(words).filter(|words| !words.is_empty());
    Text::plain(words.collect::<Vec<_>>().join(" "), span)
}

/// A cell's words on one line. Letters that were typed apart to fill a cell (`구 분`) are one word.
fn words(cell: &report::Cell) -> String {
    let words = match &cell.content {
        CellContent::Text { text, .. } => without_sign(text).content,
        _ => cell.words(),
    };
    let words: Vec<&str> = words.split_whitespace().collect();
    let apart = words.iter().all(|word| word.chars().count() == 1);
    words.join(if apart { "" } else { " " })
}

/// The unit that the figures of a chart are written with, and where first.
#[derive(Default)]
pub(super) struct Units {
    first: Option<(String, Span)>,
}

impl Units {
    /// Whether a figure has the unit of those before it, or none is written there or here; reports another one.
    pub(crate) fn agree(&mut self, figure: &Figure, sink: &mut Diagnostics) -> bool {
        let span = figure.printed.origin.span;
        match &self.first {
            _ if figure.unit.is_empty() => true,
            None => {
                self.first = Some((figure.unit.clone(), span));
                true
            }
            Some((unit, _)) if *unit == figure.unit => true,
            Some((unit, first)) => {
                let problem = ChartProblem::OtherUnit { unit: figure.unit.clone(), other: unit.clone() };
                sink.push(Diagnostic::new(problem, span).related(*first, Relation::OtherCell));
                false
            }
        }
    }
}
