//! The rules of a table's piece, solved for its whole grid and drawn as few rectangles.

use crate::model::len::Len;

use super::super::block::Stroke;
use super::super::frame::Frame;
use super::TableBlock;

/// A row as it stands in a piece.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Its number in the table.
    pub row: usize,
    /// Its top in the piece.
    pub top: Len,
    /// Its height in the piece.
    pub height: Len,
}

pub(super) fn draw(frame: &mut Frame, table: &TableBlock, columns: &[Len], rows: &[Row]) {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let width: Len = columns.iter().copied().sum();
    let (top, bottom) = (first.top, last.top + last.height);
    for pair in rows.windows(2) {
        let under_head = pair[0].row < table.head_rows && pair[1].row >= table.head_rows;
        let stroke = if under_head { table.style.head } else { table.style.rule(table.below[pair[0].row]) };
        draw_below(frame, table, columns, (pair[0].row, pair[1].row), pair[1].top, stroke);
    }
    draw_columns(frame, table, columns, rows);
    let sides = table.style.sides;
    frame.fill(Len::ZERO, top, sides.width, bottom - top, sides.color);
    frame.fill(width - sides.width, top, sides.width, bottom - top, sides.color);
    let outer = table.style.outer;
    frame.fill(Len::ZERO, top - outer.width, width, outer.width, outer.color);
    frame.fill(Len::ZERO, bottom, width, outer.width, outer.color);
}

/// The rule between two rows, left out where a cell covers both.
fn draw_below(frame: &mut Frame, table: &TableBlock, columns: &[Len], rows: (usize, usize), y: Len, stroke: Stroke) {
    let (above, below) = rows;
    let mut x = Len::ZERO;
    let mut from = None;
    for (column, &width) in columns.iter().enumerate() {
        let ruled = above == below || table.grid.index((above, column)) != table.grid.index((below, column));
        from = match (from, ruled) {
            (None, true) => Some(x),
            (Some(start), false) => {
                frame.fill(start, y - stroke.width / 2, x - start, stroke.width, stroke.color);
                None
            }
            (from, _) => from,
        };
        x += width;
    }
    if let Some(start) = from {
        frame.fill(start, y - stroke.width / 2, x - start, stroke.width, stroke.color);
    }
}

/// The rules between columns, left out where a cell covers both.
fn draw_columns(frame: &mut Frame, table: &TableBlock, columns: &[Len], rows: &[Row]) {
    let mut x = Len::ZERO;
    for column in 1..columns.len() {
        let stroke = table.style.rule(table.beside[column - 1]);
        x += columns[column - 1];
        let mut run: Option<(Len, Len)> = None;
        for row in rows {
            let ruled = table.grid.index((row.row, column - 1)) != table.grid.index((row.row, column));
            run = match (run, ruled) {
                (None, true) => Some((row.top, row.top + row.height)),
                (Some((top, _)), true) => Some((top, row.top + row.height)),
                (Some((top, bottom)), false) => {
                    frame.fill(x - stroke.width / 2, top, stroke.width, bottom - top, stroke.color);
                    None
                }
                (None, false) => None,
            };
        }
        if let Some((top, bottom)) = run {
            frame.fill(x - stroke.width / 2, top, stroke.width, bottom - top, stroke.color);
        }
    }
}
