//! Rows of cells as typed, before they are laid on a grid: the cell at a place, and which covers it.

use crate::model::grid::{CellPlace, Join, Owners};
use crate::read::decode::Places;
use crate::read::def::CellDef;

/// The cell at a place; `None` where none stands, or one that was refused.
pub(super) fn cell(rows: &[Places<CellDef>], (row, column): CellPlace) -> Option<&CellDef> {
    rows.get(row)?.entries.get(column)?.as_ref()
}

/// What joins the cells of rows to others.
pub(super) fn joins(rows: &[Places<CellDef>]) -> impl Iterator<Item = impl Iterator<Item = Option<Join>>> {
    rows.iter().map(|row| row.entries.iter().map(|cell| cell.as_ref().and_then(CellDef::join)))
}

/// Which cell covers which place. What can't be joined is reported where the rows are laid on a grid.
pub(super) fn owners(rows: &[Places<CellDef>]) -> Owners {
    Owners::of_joins(joins(rows), 0).0
}
