//! Placing a table: the rest of a table is a smaller table.
//!
//! A span that crosses the page, a repeated head and a row taller than a page are one code path: a piece takes the rows that
//! fit, and the cells that go on are handed to the next piece as [`OpenCell`](super::OpenCell)s.

mod columns;
mod piece;
mod rows;
mod rules;

use std::sync::Arc;

use crate::len::Len;
use crate::report::ColumnWidth;
use crate::source::Span;

use super::block::{Block, Color, Sides, Stroke};
use super::{Area, Cursor, Cx, Placed, TableCursor, Widths};

/// A table on a dense grid.
#[derive(Debug, Clone)]
pub struct TableBlock {
    /// How wide each column is.
    pub columns: Vec<ColumnWidth>,
    /// The rows at the top that are its head, repeated on every page.
    pub head_rows: usize,
    /// All its rows.
    pub rows: usize,
    /// Its cells, by row and column of their beginning.
    pub cells: Vec<CellBlock>,
    /// For each slot, row by row, the cell that covers it.
    pub grid: Vec<usize>,
    /// Its look.
    pub look: Arc<TableLook>,
    /// Where it is defined.
    pub span: Span,
}

/// A cell.
#[derive(Debug, Clone)]
pub struct CellBlock {
    /// Its first row.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// Rows it covers, at least 1.
    pub rows: usize,
    /// Columns it covers, at least 1.
    pub columns: usize,
    /// Its ground.
    pub ground: Option<Color>,
    /// What it holds.
    pub block: Block,
}

/// A table's look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableLook {
    /// Between a cell's edge and what it holds.
    pub padding: Sides,
    /// The least height of a row.
    pub row_height: Len,
    /// Above and below the table.
    pub outer: Stroke,
    /// Below the head.
    pub head: Stroke,
    /// Between rows and columns.
    pub inner: Stroke,
    /// At the left and right edge.
    pub sides: Stroke,
}

impl TableBlock {
    fn cell_at(&self, row: usize, column: usize) -> usize {
        self.grid[row * self.columns.len() + column]
    }

    /// The cells that begin in a row, by index.
    fn cells_beginning_in(&self, row: usize) -> impl Iterator<Item = usize> {
        let from = self.cells.partition_point(|cell| cell.row < row);
        (from..self.cells.len()).take_while(move |&index| self.cells[index].row == row)
    }
}

impl CellBlock {
    fn end_row(&self) -> usize {
        self.row + self.rows
    }
}

pub(super) fn place(table: &TableBlock, cx: &Cx, from: &Cursor, area: Area) -> Placed {
    let beginning;
    let from = match from {
        Cursor::Table(cursor) => &**cursor,
        _ => {
            beginning = TableCursor { row: 0, columns: columns::settle(table, cx, area.width), open: Vec::new() };
            &beginning
        }
    };
    piece::place(table, cx, from, area)
}

pub(super) fn widths(table: &TableBlock, cx: &Cx) -> Widths {
    columns::wanted(table, cx).into_iter().fold(Widths::default(), Widths::beside)
}
