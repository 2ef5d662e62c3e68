//! Where the text of a table's cells stands: as the cell says, else as its column does, else as the template has it.

use crate::model::grid::Region;
use crate::model::len::Len;
use crate::model::report::{Align, ColumnAlign, Table};
use crate::set::layout::{Block, CellBlock, Context, ParagraphStyle, TableBlock, widths};
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
    for ((region, cell), own) in block.grid.iter_mut().zip(table.grid.contents()) {
        let of_column = columns[region.column()].filter(|_| is_of_column(region, head_rows));
        set(cell, own.align.or(of_column), spread);
    }
    for column in (0..columns.len()).filter(|&column| columns[column] == Some(ColumnAlign::Decimal)) {
        decimal::align(block, column);
    }
}

/// Whether a cell stands in the body and covers one column, so that it stands as its column does.
pub(super) fn is_of_column(region: Region, head_rows: usize) -> bool {
    region.row() >= head_rows && region.columns() == 1
}

/// For each column, whether a cell of its body is wider than this.
fn long_columns(block: &TableBlock, most: Len) -> Vec<bool> {
    let mut long = vec![false; block.columns.len()];
    for cell in block.grid.iter().filter(|cell| is_of_column(cell.region, block.head_rows)) {
        let long = &mut long[cell.region.column()];
        *long = *long || widths(&cell.content.block, &Context::default()).max > most;
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
    text.style = ParagraphStyle { align, fill: Fill { mode, ..text.style.fill }, ..text.style };
}
