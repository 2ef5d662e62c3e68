//! The cells of a table as lines of text.

use crate::model::grid::CellPlace;
use crate::model::report::{Cell, Table};

/// A line a row: what is said of each cell where it begins, with the rows and columns that it covers, and where it goes on what is said of the place where it begins.
pub(crate) fn rows(
    table: &Table,
    elsewhere: impl Fn(CellPlace) -> String,
    said: impl Fn(&Cell) -> String,
) -> Vec<String> {
    let grid = &table.grid;
    let at = |place: CellPlace| match grid.at(place).expect("a grid has no gaps") {
        cell if cell.region.place() != place => elsewhere(cell.region.place()),
        cell if cell.region.is_one() => said(cell.content),
        cell => format!("{} {}x{}", said(cell.content), cell.region.rows(), cell.region.columns()),
    };
    let line = |row: usize| (0..grid.columns()).map(|column| at((row, column))).collect::<Vec<_>>().join(" | ");
    (0..grid.rows()).map(line).collect()
}
