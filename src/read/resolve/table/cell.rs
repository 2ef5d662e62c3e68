//! What stands in the cells of a grid.

use std::ops::Range;

use crate::diag::{Diagnostics, TableProblem};
use crate::model::grid::{CellPlace, Grid, Shape};
use crate::model::report::{Cell, CellContent, ColumnAlign, Element, Text, Thing};
use crate::model::source::Span;
use crate::read::decode::{Places, Typed};
use crate::read::def::{CellAlign, CellDef, CellValue, HeadDirection};
use crate::read::outline::{self, BlockRef, placed_alone};
use crate::read::resolve::blocks::Blocks;
use crate::read::resolve::text::required;

/// The cells of a table's rows, on a grid of their shape.
pub(super) fn on_grid(
    rows: Vec<Places<CellDef>>,
    head_rows: usize,
    (shape, table): (Shape, Span),
    blocks: &mut Blocks,
    sink: &mut Diagnostics,
) -> Grid<Cell> {
    let mut entries = entries(rows);
    Grid::new(shape, |region| {
        let (row, cell) = entries
            .find_map(|(place, row, cell)| (place == region.place()).then_some((row, cell)))
            // The shape is that of the rows, so that none is missing.
            .unwrap_or((table, None));
        read(cell, row, is_corner(region.place(), head_rows), blocks, sink)
    })
}

/// The cells of rows that no grid can be made of: they are read all the same, so that what is wrong with them is said too.
pub(super) fn on_none(
    rows: Vec<Places<CellDef>>,
    head_rows: usize,
    blocks: &mut Blocks,
    sink: &mut Diagnostics,
) -> Vec<Cell> {
    entries(rows).map(|(place, row, cell)| read(cell, row, is_corner(place, head_rows), blocks, sink)).collect()
}

/// The entries of rows in reading order, each with its place and where its row is typed.
fn entries(rows: Vec<Places<CellDef>>) -> impl Iterator<Item = (CellPlace, Span, Option<CellDef>)> {
    rows.into_iter().enumerate().flat_map(|(row, Places { span, entries })| {
        entries.into_iter().enumerate().map(move |(column, cell)| ((row, column), span, cell))
    })
}

fn is_corner(place: CellPlace, head_rows: usize) -> bool {
    place == (0, 0) && head_rows > 0
}

fn read(cell: Option<CellDef>, row: Span, is_corner: bool, blocks: &mut Blocks, sink: &mut Diagnostics) -> Cell {
    let align = cell.as_ref().and_then(|cell| cell.align).map(column_align);
    let upward = cell.as_ref().and_then(|cell| cell.direction).map(|direction| direction == HeadDirection::Up);
    let style = cell.as_ref().and_then(|cell| cell.style.as_deref());
    let style = style.map(|style| Box::new(required(style, "style", sink)));
    Cell { content: content(cell, row, is_corner, blocks, sink), align, upward, style }
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
        // That it can't be joined has been reported.
        Some(CellValue::Joined(_, span)) => CellContent::Text { text: Text::plain("", span), number: false },
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
            if let Some(Element::Graphic(figure)) = in_cell(&placed, blocks, sink) {
                return CellContent::Graphic(Box::new(figure));
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

/// The lines of a range of a cell.
fn lines(content: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut start = range.start;
    let line = |line: &str| {
        let range = start..start + line.len();
        start = range.end + 1;
        range
    };
    content[range].split('\n').map(line).collect()
}
