//! What stands in the cells of a grid.

use std::ops::Range;

use super::merge::Cover;
use crate::decode::{Places, Typed};
use crate::def::CellDef;
use crate::diag::{Diagnostics, TableProblem, Thing};
use crate::outline::{self, placed_alone};
use crate::report::{Cell, CellContent, Element, Slot, Text};
use crate::resolve::blocks::Blocks;

/// The slots of a grid. Cells are read even where the grid is refused, so that what is wrong with them is said too.
pub(super) fn fill(
    rows: Vec<Places<CellDef>>,
    covers: Vec<Vec<Cover>>,
    blocks: &mut Blocks,
    sink: &mut Diagnostics,
) -> Vec<Vec<Slot>> {
    let mut covers = covers.into_iter();
    rows.into_iter()
        .map(|row| {
            let mut covers = covers.next().unwrap_or_default().into_iter();
            row.entries
                .into_iter()
                .map(|cell| match covers.next().unwrap_or(Cover::Begins { rows: 1, columns: 1 }) {
                    Cover::Covered((row, column)) => Slot::Merged { row, column },
                    Cover::Begins { rows, columns } => {
                        let content = content(cell, row.span, blocks, sink);
                        Slot::Cell(Cell { content, rows, columns })
                    }
                })
                .collect()
        })
        .collect()
}

fn content(
    cell: Option<CellDef>,
    row: crate::source::Span,
    blocks: &mut Blocks,
    sink: &mut Diagnostics,
) -> CellContent {
    match cell {
        Some(CellDef::Text(typed)) => text(&typed, blocks, sink),
        Some(CellDef::Number(number)) => {
            CellContent::Text { text: Text::plain(number.printed, number.span), number: true }
        }
        Some(CellDef::Day(day)) => CellContent::Text { text: Text::plain(day.to_string(), day.span), number: false },
        None => CellContent::Text { text: Text::plain("", row), number: false },
    }
}

fn text(typed: &Typed, blocks: &mut Blocks, sink: &mut Diagnostics) -> CellContent {
    let all = 0..typed.content.len();
    match placed_alone(typed, all.clone()) {
        Some(Ok(block)) if block.what == Thing::Image => {
            if let Some(Element::Figure(figure)) = blocks.place(block, sink) {
                return CellContent::Figure(figure);
            }
        }
        Some(Ok(block)) => sink.report(TableProblem::NotInCell { what: block.what }, block.span),
        Some(Err(problem)) => sink.report(problem, typed.span()),
        None => {
            let text = outline::marked(typed, &lines(&typed.content), sink);
            return CellContent::Text { text, number: false };
        }
    }
    // What was refused has been reported; its place stays empty.
    CellContent::Text { text: Text::plain("", typed.span()), number: false }
}

/// The lines of a cell. `\<` and `\^` print the sign that would merge.
fn lines(content: &str) -> Vec<Range<usize>> {
    if matches!(content, "\\<" | "\\^") {
        return std::iter::once(1..2).collect();
    }
    let mut start = 0;
    let line = |line: &str| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    };
    content.split('\n').map(line).collect()
}
