//! The part of a sheet that a table is made of: its head, its rows, its columns, without what the sheet hides.

use std::collections::BTreeSet;
use std::ops::Range;

use super::files::Placed;
use super::head;
use super::names::{Found, Names};
use super::times::is_of_times;
use crate::diag::{DataProblem, Diagnostics, HiddenParts};
use crate::read::data::{CellRange, Spans, cell_name};
use crate::read::decode::Typed;
use crate::read::def::{DataDef, HiddenCells};
use crate::read::numbers::without_raised;

/// A part of a sheet.
pub(super) struct Area {
    /// The columns.
    pub columns: Vec<usize>,
    /// The rows of the head.
    pub head: Vec<usize>,
    /// The rows below it that are not empty.
    pub rows: Vec<usize>,
    /// The columns that hold times.
    times: BTreeSet<usize>,
    /// What the columns are called.
    names: Names,
    /// What the columns are called that the sheet hides.
    hidden_names: Names,
}

impl Area {
    /// The sheet's column of a name, or `None` after reporting why there is none.
    pub(crate) fn find(&self, name: &Typed, sink: &mut Diagnostics) -> Option<usize> {
        if let (Found::None(_), Found::One(_) | Found::Several(_)) =
            (self.names.find_all(&name.content), self.hidden_names.find_all(&name.content))
        {
            sink.report(DataProblem::HiddenColumn { name: name.content.clone() }, name.span());
            return None;
        }
        self.names.find(name, sink).map(|index| self.columns[index])
    }

    /// Whether a column of the sheet holds times, before rows are chosen and sorted.
    pub(crate) fn is_of_times(&self, column: usize) -> bool {
        self.times.contains(&column)
    }

    /// What a column of the sheet is called.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.columns.iter().position(|other| *other == column).map_or("", |index| self.names.name(index))
    }
}

/// The part of a sheet that a definition means, or `None` after reporting why there is none.
pub(super) fn area(def: &DataDef, placed: &Placed, sink: &mut Diagnostics) -> Option<Area> {
    let range = def.range.as_ref().map_or(CellRange::ALL, |range| range.value.clone());
    let sheet = &placed.sheet;
    let none = Spans::default();
    let keeps = def.hidden == HiddenCells::Show;
    let (hidden_rows, hidden_columns) =
        if keeps { (&none, &none) } else { (&sheet.hidden_rows, &sheet.hidden_columns) };
    let columns = range.columns.start..range.columns.end.min(sheet.width());
    let filled = |row: usize| {
        let end = columns.end.min(sheet.rows[row].len());
        (columns.start..end).any(|column| !sheet.is_empty(row, column) && !hidden_columns.contains(column))
    };
    let all = range.rows.start..range.rows.end.min(sheet.rows.len());
    let rows: Vec<usize> = all.clone().filter(|row| !hidden_rows.contains(*row) && filled(*row)).collect();
    head::hint(def, placed, &columns, &rows, sink);
    // The head stands together, even where a row of it is empty.
    let from = rows.first().map_or(0..0, |&first| first..all.end);
    let head: Vec<usize> = from.filter(|row| !hidden_rows.contains(*row)).take(def.head_rows.into()).collect();
    let below = head.last().map_or(0, |last| last + 1);
    let rows: Vec<usize> = rows.into_iter().filter(|row| *row >= below).collect();
    if !keeps {
        note_hidden(def, placed, all, columns.clone(), sink);
    }
    if rows.is_empty() {
        let span = def.range.as_ref().map_or(def.file.span(), |range| range.span);
        sink.report(DataProblem::NoRows { name: placed.name.clone() }, span);
        return None;
    }
    let used: Vec<usize> = head.iter().chain(&rows).copied().collect();
    let columns = used_columns(placed, columns, &used);
    if sheet.name.is_none() && !is_even(def, placed, &columns, &used, sink) {
        return None;
    }
    let (hidden, columns): (Vec<usize>, Vec<usize>) = columns.partition(|column| hidden_columns.contains(*column));
    if columns.is_empty() {
        let span = def.range.as_ref().map_or(def.file.span(), |range| range.span);
        sink.report(DataProblem::NoRows { name: placed.name.clone() }, span);
        return None;
    }
    let (names, hidden_names) = (names(placed, &columns, &head), names(placed, &hidden, &head));
    let times =
        columns.iter().enumerate().filter(|(index, column)| is_of_times(placed, &rows, names.name(*index), **column));
    let times = times.map(|(_, column)| *column).collect();
    Some(Area { columns, head, rows, times, names, hidden_names })
}

/// The columns of a range that rows reach: the rows of a text have ends, those of a spreadsheet don't, so empty columns around it are none of it.
fn used_columns(placed: &Placed, columns: Range<usize>, used: &[usize]) -> Range<usize> {
    let sheet = &placed.sheet;
    let is_text = sheet.name.is_none();
    let width = if is_text { sheet.rows[used[0]].len() } else { sheet.width() };
    let mut columns = columns.start..columns.end.min(width.max(columns.start + 1));
    if !is_text {
        let is_empty = |column: usize| used.iter().all(|&row| sheet.is_empty(row, column));
        while columns.len() > 1 && is_empty(columns.end - 1) {
            columns.end -= 1;
        }
        while columns.len() > 1 && is_empty(columns.start) {
            columns.start += 1;
        }
    }
    columns
}

/// Says what the sheet hides of a range, where something stands in it.
fn note_hidden(def: &DataDef, placed: &Placed, rows: Range<usize>, columns: Range<usize>, sink: &mut Diagnostics) {
    let sheet = &placed.sheet;
    let holds = |row: usize, column: usize| !sheet.cell(row, column).content.is_empty();
    let of_columns = |range: &Range<usize>| range.clone().any(|column| rows.clone().any(|row| holds(row, column)));
    let of_rows = |range: &Range<usize>| range.clone().any(|row| columns.clone().any(|column| holds(row, column)));
    let named = |range: Range<usize>, name: fn(usize) -> String| match range.len() {
        1 => name(range.start),
        _ => format!("{}~{}", name(range.start), name(range.end - 1)),
    };
    let hidden_columns = sheet.hidden_columns.within(&columns).into_iter().filter(of_columns);
    let hidden_rows = sheet.hidden_rows.within(&rows).into_iter().filter(of_rows);
    let what = HiddenParts {
        columns: hidden_columns.map(|range| named(range, column_name)).collect(),
        rows: hidden_rows.map(|range| named(range, |row| (row + 1).to_string())).collect(),
        sheets: if def.sheet.is_none() { placed.hidden_sheets.clone() } else { Vec::new() },
    };
    if what != HiddenParts::default() {
        let name = sheet.name.as_ref().map_or(placed.name.clone(), |sheet| format!("{} ({sheet})", placed.name));
        sink.report(DataProblem::Hidden { name, what }, def.file.span());
    }
}

/// The letters of a column.
fn column_name(column: usize) -> String {
    cell_name(0, column).trim_end_matches('1').to_owned()
}

/// Whether every row has the cells of the first; reports those that don't.
fn is_even(def: &DataDef, placed: &Placed, columns: &Range<usize>, rows: &[usize], sink: &mut Diagnostics) -> bool {
    let ends_by_range = def.range.as_ref().is_some_and(|range| range.value.columns.end != usize::MAX);
    let mut even = true;
    for &row in rows {
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
fn names(placed: &Placed, columns: &[usize], head: &[usize]) -> Names {
    Names::new(columns.iter().map(|&column| {
        if head.is_empty() {
            return vec![column_name(column)];
        }
        let owners = head.iter().map(|&row| (row, placed.sheet.owner(row, column)));
        // What goes on from the row above has been named there.
        let begins = owners.filter(|&(row, (owner_row, _))| owner_row == row || Some(&row) == head.first());
        begins.map(|(_, (row, column))| without_raised(&placed.sheet.cell(row, column).content)).collect()
    }))
}
