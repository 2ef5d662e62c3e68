//! `<` and `^` become cells that cover rectangles of the grid.

use super::shape::Shape;
use crate::diag::{Diagnostic, Diagnostics, Relation, TableProblem};
use crate::model::source::Span;
use crate::read::decode::Places;
use crate::read::def::{CellDef, CellValue};

/// A place of the grid: row and column, from 0.
pub(super) type Place = (usize, usize);

/// What a place of the grid is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cover {
    /// A cell begins here and covers so many rows and columns.
    Begins {
        /// Rows, at least 1.
        rows: usize,
        /// Columns, at least 1.
        columns: usize,
    },
    /// The cell that begins at this place covers it.
    Covered(Place),
}

/// What joins a cell with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    None,
    Left,
    Above,
}

/// The cover of every place, row by row; empty for a table whose rows have no one length.
pub(super) fn merge(
    rows: &[Places<CellDef>],
    head_rows: usize,
    shape: Option<Shape>,
    sink: &mut Diagnostics,
) -> Vec<Vec<Cover>> {
    let Some(Shape { columns, even: true }) = shape else { return Vec::new() };
    let mut owners: Vec<Vec<Place>> = Vec::with_capacity(rows.len());
    for (row, cells) in rows.iter().enumerate() {
        let mut line: Vec<Place> = Vec::with_capacity(columns);
        for (column, cell) in cells.entries.iter().enumerate() {
            let join = cell.as_ref().map_or(Join::None, join);
            let problem = match join {
                Join::Left if column == 0 => Some(TableProblem::NothingLeft {}),
                Join::Above if row == 0 => Some(TableProblem::NothingAbove {}),
                Join::Above if row == head_rows => Some(TableProblem::AcrossHead {}),
                _ => None,
            };
            let owner = match join {
                _ if problem.is_some() => (row, column),
                Join::Left => line[column - 1],
                Join::Above => owners[row - 1][column],
                Join::None => (row, column),
            };
            if let Some(problem) = problem {
                sink.report(problem, span(cells, column));
            }
            line.push(owner);
        }
        owners.push(line);
    }
    covers(rows, &owners, sink)
}

fn join(cell: &CellDef) -> Join {
    match &cell.value {
        CellValue::Text(typed) if typed.content == "<" => Join::Left,
        CellValue::Text(typed) if typed.content == "^" => Join::Above,
        _ => Join::None,
    }
}

/// From the owner of each place to rectangles. Joins lead only left and up, so an owner is the first of its places in
/// rows as well as in columns, and they are a rectangle if they are as many as the box around them.
fn covers(rows: &[Places<CellDef>], owners: &[Vec<Place>], sink: &mut Diagnostics) -> Vec<Vec<Cover>> {
    let mut far: Vec<Vec<(Place, usize)>> =
        owners.iter().map(|line| line.iter().map(|_| ((0, 0), 0)).collect()).collect();
    for (row, line) in owners.iter().enumerate() {
        for (column, &(owner_row, owner_column)) in line.iter().enumerate() {
            let ((last_row, last_column), places) = &mut far[owner_row][owner_column];
            *last_row = row.max(*last_row);
            *last_column = column.max(*last_column);
            *places += 1;
        }
    }
    let cover = |(row, column): Place, owner: Place| {
        if owner != (row, column) {
            return Cover::Covered(owner);
        }
        let ((last_row, last_column), _) = far[row][column];
        Cover::Begins { rows: last_row - row + 1, columns: last_column - column + 1 }
    };
    let mut covers = Vec::with_capacity(owners.len());
    for (row, line) in owners.iter().enumerate() {
        covers.push(line.iter().enumerate().map(|(column, &owner)| cover((row, column), owner)).collect());
        for (column, &((last_row, last_column), places)) in far[row].iter().enumerate() {
            if places > 0 && places != (last_row - row + 1) * (last_column - column + 1) {
                let stranger = stranger(owners, (row, column), (last_row, last_column));
                sink.push(not_rectangular(rows, (row, column), stranger));
            }
        }
    }
    covers
}

/// The first place of a box that belongs to another cell than the box's first.
fn stranger(owners: &[Vec<Place>], owner: Place, last: Place) -> Place {
    (owner.0..=last.0)
        .flat_map(|row| (owner.1..=last.1).map(move |column| (row, column)))
        .find(|&(row, column)| owners[row][column] != owner)
        .unwrap_or(last)
}

fn not_rectangular(rows: &[Places<CellDef>], owner: Place, at: Place) -> Diagnostic {
    let problem = TableProblem::NotRectangular {
        row: at.0 + 1,
        column: at.1 + 1,
        owner_row: owner.0 + 1,
        owner_column: owner.1 + 1,
    };
    Diagnostic::new(problem, span(&rows[at.0], at.1)).related(span(&rows[owner.0], owner.1), Relation::OtherCell)
}

/// Where a cell stands; its row, for one that was refused.
fn span(row: &Places<CellDef>, column: usize) -> Span {
    row.entries.get(column).and_then(Option::as_ref).map_or(row.span, |cell| cell.value.span())
}
