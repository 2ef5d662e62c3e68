//! The rectangle of places that a cell covers.

use super::CellPlace;

/// A rectangle of places, none of whose sides is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Region {
    row: u32,
    column: u32,
    rows: u32,
    columns: u32,
}

impl Region {
    /// One place.
    pub(crate) fn one((row, column): CellPlace) -> Region {
        Region { row: row as u32, column: column as u32, rows: 1, columns: 1 }
    }

    /// Its first place.
    pub(crate) fn place(self) -> CellPlace {
        (self.row(), self.column())
    }

    /// Its first row.
    pub(crate) fn row(self) -> usize {
        self.row as usize
    }

    /// Its first column.
    pub(crate) fn column(self) -> usize {
        self.column as usize
    }

    /// How many rows it covers, at least 1.
    pub(crate) fn rows(self) -> usize {
        self.rows as usize
    }

    /// How many columns it covers, at least 1.
    pub(crate) fn columns(self) -> usize {
        self.columns as usize
    }

    /// The row below its last.
    pub(crate) fn end_row(self) -> usize {
        self.row() + self.rows()
    }

    /// The column behind its last.
    pub(crate) fn end_column(self) -> usize {
        self.column() + self.columns()
    }

    /// Whether it is one place.
    pub(crate) fn is_one(self) -> bool {
        self.rows == 1 && self.columns == 1
    }

    /// Its places, in reading order.
    pub(crate) fn places(self) -> impl Iterator<Item = CellPlace> {
        (self.row()..self.end_row())
            .flat_map(move |row| (self.column()..self.end_column()).map(move |column| (row, column)))
    }

    /// Grows to the right and down until it holds a place, which stands neither above nor before its first.
    pub(super) fn reach(&mut self, (row, column): CellPlace) {
        self.rows = self.rows.max(row as u32 + 1 - self.row);
        self.columns = self.columns.max(column as u32 + 1 - self.column);
    }
}
