//! Where the text of a table's cells stands: as the cell says, else as its column does, else as the template has it.

use crate::model::grid::Region;
use crate::model::len::Len;
use crate::model::report::{Align, ColumnAlign, Table};
use crate::set::layout::{Block, CellBlock, Context, ParagraphStyle, TableBlock, widths};
use crate::set::text::{Fill, Mode};
use crate::set::theme::{FiguresSpec, TableSpec};

use super::{decimal, figures};

/// Aligns the cells of a table. A column whose widest text is long stands at the left, one of larger figures as the template has them; `spread` shares
/// letters out.
pub(super) fn align(block: &mut TableBlock, table: &Table, def: &TableSpec, spread: Mode) {
    let long = long_columns(block, def.long_text);
    let figures = figures::columns(table, def.figures_from);
    let of_figures = match def.figures {
        FiguresSpec::Center => ColumnAlign::Center,
        FiguresSpec::Right => ColumnAlign::Right,
        FiguresSpec::Decimal => ColumnAlign::Decimal,
    };
    let by_content = |column: usize| match (figures[column], long[column]) {
        (true, _) => Some(of_figures),
        (false, long) => long.then_some(ColumnAlign::Left),
    };
    let columns: Vec<Option<ColumnAlign>> =
        (0..table.columns.len()).map(|column| table.columns[column].align.or_else(|| by_content(column))).collect();
    let head_rows = block.head_rows;
    for ((region, cell), own) in block.grid.iter_mut().zip(table.grid.contents()) {
        let of_column = columns[region.column()].filter(|_| is_of_column(region, head_rows));
        set(cell, own.align.or(of_column), spread);
    }
    let own: Vec<bool> = table.grid.contents().iter().map(|cell| cell.align.is_some()).collect();
    for column in (0..columns.len()).filter(|&column| columns[column] == Some(ColumnAlign::Decimal)) {
        // Where the author asked for it, all stand by their points; else words among the figures stay in the middle.
        let asked = table.columns[column].align.is_some();
        let contents = table.grid.contents();
        decimal::align(block, column, |cell| asked || !own[cell] && figures::is_figure(&contents[cell].content));
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
