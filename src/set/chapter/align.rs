//! Where the text of a table's cells stands: as the cell says, else as its column does, else as the template has it.

use crate::model::len::Len;
use crate::model::report::{Align, ColumnAlign, Slot, Table};
use crate::set::layout::{Block, CellBlock, Cx, TableBlock, TextLook, widths};
use crate::set::text::{Fill, Mode};

use super::decimal;

/// Aligns the cells of a table. A column whose widest text is wider than `long` stands at the left; `spread` shares letters out.
pub(super) fn align(block: &mut TableBlock, table: &Table, long: Len, spread: Mode) {
    let long = long_columns(block, long);
    let columns: Vec<Option<ColumnAlign>> = table
        .columns
        .iter()
        .zip(long)
        .map(|(column, long)| column.align.or_else(|| long.then_some(ColumnAlign::Left)))
        .collect();
    let head_rows = block.head_rows;
    for cell in &mut block.cells {
        let own = match &table.rows[cell.row][cell.column] {
            Slot::Cell(own) => own.align,
            Slot::Merged { .. } => None,
        };
        let of_column = columns[cell.column].filter(|_| cell.row >= head_rows && cell.columns == 1);
        set(cell, own.or(of_column), spread);
    }
    for column in (0..columns.len()).filter(|&column| columns[column] == Some(ColumnAlign::Decimal)) {
        decimal::align(block, column);
    }
}

/// For each column, whether a cell of its body is wider than this.
fn long_columns(block: &TableBlock, most: Len) -> Vec<bool> {
    let mut long = vec![false; block.columns.len()];
    for cell in block.cells.iter().filter(|cell| cell.row >= block.head_rows && cell.columns == 1) {
        long[cell.column] = long[cell.column] || widths(&cell.block, &Cx::default()).max > most;
    }
    long
}

fn set(cell: &mut CellBlock, align: Option<ColumnAlign>, spread: Mode) {
    let Block::Text(text) = &mut cell.block else { return };
    let (align, mode) = match align {
        Some(ColumnAlign::Left) => (Align::Left, Mode::Ragged),
        Some(ColumnAlign::Center) => (Align::Center, Mode::Ragged),
        Some(ColumnAlign::Right) => (Align::Right, Mode::Ragged),
        Some(ColumnAlign::Spread) => (Align::Center, spread),
        Some(ColumnAlign::Decimal) | None => return,
    };
    text.look = TextLook { align, fill: Fill { mode, ..text.look.fill }, ..text.look };
}
