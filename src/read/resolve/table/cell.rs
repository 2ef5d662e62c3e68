//! What stands in the cells of a grid.

use std::ops::Range;

use super::merge::Cover;
use crate::diag::{Diagnostics, TableProblem};
use crate::model::report::{Cell, CellContent, ColumnAlign, Element, Slot, Text, Thing};
use crate::model::source::Span;
use crate::read::decode::{Places, Typed};
use crate::read::def::{CellAlign, CellDef, CellValue};
use crate::read::outline::{self, BlockRef, placed_alone};
use crate::read::resolve::blocks::Blocks;

/// The slots of a grid. Cells are read even where the grid is refused, so that what is wrong with them is said too.
pub(super) fn fill(
    rows: Vec<Places<CellDef>>,
    head_rows: usize,
    covers: Vec<Vec<Cover>>,
    blocks: &mut Blocks,
    sink: &mut Diagnostics,
) -> Vec<Vec<Slot>> {
    let mut covers = covers.into_iter();
    let mut slots = Vec::with_capacity(rows.len());
    for (number, row) in rows.into_iter().enumerate() {
        let mut covers = covers.next().unwrap_or_default().into_iter();
        let mut line = Vec::with_capacity(row.entries.len());
        for (column, cell) in row.entries.into_iter().enumerate() {
            line.push(match covers.next().unwrap_or(Cover::Begins { rows: 1, columns: 1 }) {
                Cover::Covered((row, column)) => Slot::Merged { row, column },
                Cover::Begins { rows, columns } => {
                    let is_corner = (number, column) == (0, 0) && head_rows > 0;
                    let align = cell.as_ref().and_then(|cell| cell.align).map(column_align);
                    let content = content(cell, row.span, is_corner, blocks, sink);
                    Slot::Cell(Cell { content, rows, columns, align })
                }
            });
        }
        slots.push(line);
    }
    slots
}

fn column_align(align: CellAlign) -> ColumnAlign {
    match align {
        CellAlign::Left => ColumnAlign::Left,
        CellAlign::Center => ColumnAlign::Center,
        CellAlign::Right => ColumnAlign::Right,
        CellAlign::Spread => ColumnAlign::Spread,
    }
}

fn content(
    cell: Option<CellDef>,
    row: Span,
    is_corner: bool,
    blocks: &mut Blocks,
    sink: &mut Diagnostics,
) -> CellContent {
    match cell.map(|cell| cell.value) {
        Some(CellValue::Text(typed)) => match outline::divided(&typed.content).filter(|_| is_corner) {
            Some(at) => corner(&typed, at, sink),
            None => text(&typed, blocks, sink),
        },
        Some(CellValue::Number(number)) => {
            CellContent::Text { text: Text::plain(number.printed, number.span), number: true }
        }
        Some(CellValue::Day(day)) => CellContent::Text { text: Text::plain(day.to_string(), day.span), number: false },
        Some(CellValue::Data(data)) => CellContent::Text { text: as_it_stands(data.text), number: false },
        None => CellContent::Text { text: Text::plain("", row), number: false },
    }
}

/// A text that no letter of means anything but itself.
fn as_it_stands(typed: Typed) -> Text {
    Text { content: typed.content, emphasis: Vec::new(), references: Vec::new(), origin: typed.origin }
}

/// `구분\직급`: what the rows are, and what the columns are.
fn corner(typed: &Typed, at: usize, sink: &mut Diagnostics) -> CellContent {
    let mut side = |range: Range<usize>| Box::new(outline::marked(typed, &lines(&typed.content, range), sink));
    CellContent::Corner { rows: side(0..at), columns: side(at + 1..typed.content.len()) }
}

fn text(typed: &Typed, blocks: &mut Blocks, sink: &mut Diagnostics) -> CellContent {
    let all = 0..typed.content.len();
    match placed_alone(typed, all.clone()) {
        Some(Ok(placed)) => {
            if let Some(Element::Figure(figure)) = in_cell(&placed, blocks, sink) {
                return CellContent::Figure(Box::new(figure));
            }
        }
        Some(Err(problem)) => sink.report(problem, typed.span()),
        None if outline::has_signs(typed) => {
            return CellContent::Outline(outline::read_cell(typed, sink, &mut |placed, sink| {
                in_cell(&placed, blocks, sink)
            }));
        }
        None => {
            let text = outline::marked(typed, &lines(&typed.content, all), sink);
            return CellContent::Text { text, number: false };
        }
    }
    // What was refused has been reported; its place stays empty.
    CellContent::Text { text: Text::plain("", typed.span()), number: false }
}

/// The image that is placed in a cell, which takes nothing else.
fn in_cell(placed: &[BlockRef<'_>], blocks: &mut Blocks, sink: &mut Diagnostics) -> Option<Element> {
    let refused = placed.get(1).or(placed.first().filter(|block| block.what != Thing::Image));
    match (refused, placed) {
        (None, [block]) => blocks.place(*block, sink),
        (Some(block), _) => {
            sink.report(TableProblem::NotInCell { what: block.what }, block.span);
            None
        }
        (None, _) => None,
    }
}

/// The lines of a range of a cell. `\<` and `\^` print the sign that would merge.
fn lines(content: &str, range: Range<usize>) -> Vec<Range<usize>> {
    if matches!(content, "\\<" | "\\^") {
        return std::iter::once(1..2).collect();
    }
    let mut start = range.start;
    let line = |line: &str| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    };
    content[range].split('\n').map(line).collect()
}
