//! The part of a sheet that a table is made of: its head, its rows, its columns.

use std::ops::Range;

use super::files::Placed;
use super::names::Names;
use crate::diag::{DataProblem, Diagnostics};
use crate::read::data::CellRange;
use crate::read::def::DataDef;
use crate::read::numbers::without_raised;

/// A part of a sheet.
pub(super) struct Area {
    /// The columns.
    pub columns: Range<usize>,
    /// The rows of the head.
    pub head: Range<usize>,
    /// The rows below it that are not empty.
    pub rows: Vec<usize>,
    /// What the columns are called, counted from the first of them.
    pub names: Names,
}

/// The part of a sheet that a definition means, or `None` after reporting why there is none.
pub(super) fn area(def: &DataDef, placed: &Placed, sink: &mut Diagnostics) -> Option<Area> {
    let range = def.range.as_ref().map_or(CellRange::ALL, |range| range.value.clone());
    let sheet = &placed.sheet;
    let columns = range.columns.start..range.columns.end.min(sheet.width());
    let filled = |row: &usize| {
        let end = columns.end.min(sheet.rows[*row].len());
        (columns.start..end).any(|column| !sheet.is_empty(*row, column))
    };
    let rows: Vec<usize> = (range.rows.start..range.rows.end.min(sheet.rows.len())).filter(filled).collect();
    let head_rows = usize::from(def.head_rows);
    // The head stands together, even where a row of it is empty.
    let head = rows.first().map_or(0..0, |&first| first..first + head_rows);
    let rows: Vec<usize> = rows.into_iter().filter(|row| *row >= head.end).collect();
    if rows.is_empty() {
        let span = def.range.as_ref().map_or(def.file.span(), |range| range.span);
        sink.report(DataProblem::NoRows { name: placed.name.clone() }, span);
        return None;
    }
    let first = if head.is_empty() { rows[0] } else { head.start };
    let is_text = sheet.name.is_none();
    // The rows of a text have ends, those of a spreadsheet don't.
    let width = if is_text { sheet.rows[first].len() } else { sheet.width() };
    let mut columns = columns.start..columns.end.min(width.max(columns.start + 1));
    if !is_text {
        let used = head.clone().chain(rows.iter().copied()).collect::<Vec<_>>();
        let is_empty = |column: usize| used.iter().all(|&row| sheet.is_empty(row, column));
        while columns.len() > 1 && is_empty(columns.end - 1) {
            columns.end -= 1;
        }
        while columns.len() > 1 && is_empty(columns.start) {
            columns.start += 1;
        }
    }
    if is_text && !is_even(def, placed, &columns, head.clone().chain(rows.iter().copied()), sink) {
        return None;
    }
    let names = names(placed, &columns, head.clone());
    Some(Area { columns, head, rows, names })
}

/// Whether every row has the cells of the first; reports those that don't.
fn is_even(
    def: &DataDef,
    placed: &Placed,
    columns: &Range<usize>,
    rows: impl Iterator<Item = usize>,
    sink: &mut Diagnostics,
) -> bool {
    let ends_by_range = def.range.as_ref().is_some_and(|range| range.value.columns.end != usize::MAX);
    let mut even = true;
    for row in rows {
        let cells = placed.sheet.rows[row].len();
        let sound = if ends_by_range { cells >= columns.end } else { cells == columns.end };
        if !sound {
            even = false;
            let (name, cell) = (placed.name.clone(), placed.cell_name(row, columns.start));
            let problem = DataProblem::Ragged { name, cell, cells, columns: columns.end };
            sink.report(problem, placed.row_span(row));
        }
    }
    even
}

/// The names of columns by their head; by their letters where there is none.
fn names(placed: &Placed, columns: &Range<usize>, head: Range<usize>) -> Names {
    Names::new(columns.clone().map(|column| {
        if head.is_empty() {
            let cell = crate::read::data::cell_name(0, column);
            return vec![cell.trim_end_matches('1').to_owned()];
        }
        let owners = head.clone().map(|row| (row, placed.sheet.owner(row, column)));
        // What goes on from the row above has been named there.
        let begins = owners.filter(|&(row, (owner_row, _))| owner_row == row || row == head.start);
        begins.map(|(_, (row, column))| without_raised(&placed.sheet.cell(row, column).content)).collect()
    }))
}
