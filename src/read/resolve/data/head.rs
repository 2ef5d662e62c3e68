//! Where a table's head seems to be in a file, as portals hand files out: below a title, and of two or three rows.

use std::collections::BTreeSet;
use std::ops::Range;

use super::files::Placed;
use crate::diag::{DataProblem, Diagnostics};
use crate::read::data::CellShape;
use crate::read::def::DataDef;
use crate::read::numbers::digits;

/// How many rows are looked at.
const LOOKED_AT: usize = 30;
/// The most rows of a head that is proposed.
const MOST_HEAD_ROWS: usize = 3;

/// Says how a definition would name the head that a file seems to have, where it names another. `rows` are those that hold something.
pub(super) fn hint(def: &DataDef, placed: &Placed, columns: &Range<usize>, rows: &[usize], sink: &mut Diagnostics) {
    if def.head_rows == 0 || rows.is_empty() {
        return;
    }
    let beginning = Beginning { placed, columns, rows: &rows[..rows.len().min(LOOKED_AT)] };
    // Who names the first row has looked at it.
    let first = if def.range.as_ref().is_some_and(|range| range.value.rows.start > 0) { 0 } else { beginning.titles() };
    let Some(&top) = rows.get(first) else { return };
    let head_rows = if def.head_rows == 1 { beginning.head_rows(first) } else { usize::from(def.head_rows) };
    if first == 0 && head_rows == usize::from(def.head_rows) {
        return;
    }
    let range = (first > 0).then(|| format!("A{}:", top + 1));
    let head_rows = (head_rows != usize::from(def.head_rows)).then_some(head_rows);
    let problem = DataProblem::HeadElsewhere { name: placed.name.clone(), row: top + 1, range, head_rows };
    sink.report(problem, def.file.span());
}

/// The first rows of a file.
struct Beginning<'a> {
    placed: &'a Placed,
    columns: &'a Range<usize>,
    rows: &'a [usize],
}

impl Beginning<'_> {
    /// The cells of a row that hold something, merged ones once, and how many columns they cover.
    fn cells(&self, row: usize) -> (usize, usize) {
        let sheet = &self.placed.sheet;
        let owners = self.columns.clone().map(|column| sheet.owner(row, column));
        let owners: Vec<_> = owners.filter(|&(row, column)| !sheet.cell(row, column).content.is_empty()).collect();
        (owners.iter().collect::<BTreeSet<_>>().len(), owners.len())
    }

    /// How many rows at the top are titles: they hold one cell, or two of which most columns know nothing, above rows that hold more.
    fn titles(&self) -> usize {
        let width = self.rows.iter().map(|&row| self.cells(row).0).max().unwrap_or(0);
        let is_title = |row: usize| match self.cells(row) {
            (1, _) => width >= 2,
            (2, covered) => covered * 2 < width,
            _ => false,
        };
        let titles = self.rows.iter().take_while(|&&row| is_title(row)).count();
        let is_table = self.rows.len() >= titles + 2;
        let follows = self.rows.get(titles).is_some_and(|&row| self.cells(row).0 * 2 > width);
        if is_table && follows { titles } else { 0 }
    }

    /// How many rows the head has that begins at this of the rows.
    fn head_rows(&self, first: usize) -> usize {
        let sheet = &self.placed.sheet;
        let Some(&top) = self.rows.get(first) else { return 1 };
        // A cell that is merged downwards says where the head ends.
        let goes_on = |row: usize, column: usize| sheet.owner(row, column).0 == top && row > top;
        let merged = self.rows[first..]
            .iter()
            .take_while(|&&row| row == top || self.columns.clone().any(|column| goes_on(row, column)))
            .count();
        if (2..=MOST_HEAD_ROWS).contains(&merged) {
            return merged;
        }
        // Else it ends above the first figure, if cells of its first row are empty above cells that say more.
        let is_figure = |row: usize, column: usize| {
            let cell = sheet.cell(row, column);
            let is_year =
                digits(&cell.content).is_some_and(|digits| digits.len() == 4 && digits.starts_with(['1', '2']));
            cell.shape == CellShape::Number && !is_year
        };
        let has_figure = |row: usize| self.columns.clone().skip(1).any(|column| is_figure(row, column));
        let above = self.rows[first..].iter().take_while(|&&row| !has_figure(row)).count();
        if !(2..=MOST_HEAD_ROWS).contains(&above) || first + above >= self.rows.len() {
            return 1;
        }
        let second = self.rows[first + 1];
        let is_empty = |row: usize, column: usize| sheet.cell(row, column).content.is_empty();
        let gaps = self.columns.clone().filter(|&column| is_empty(top, column) && !is_empty(second, column)).count();
        if gaps > 0 { above } else { 1 }
    }
}
