//! A sheet: rows of cells, and the text in which they have their places.

use std::ops::Range;

use rust_decimal::Decimal;

use super::encoding::is_garbled;
use super::hidden::Spans;
use super::{LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, cell_name};
use crate::diag::DataProblem;
use crate::model::grid::{Join, Owners};
use crate::read::composed::{Composed, compose_all};

/// A sheet of a data file.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Worksheet {
    /// Its name; `None` for a text file.
    pub name: Option<String>,
    /// Where its cells stand: a line a row for a spreadsheet, the file itself for a text.
    pub text: Composed,
    /// Its rows, from the first of the file, each as long as it is in the file.
    pub rows: Vec<Vec<Cell>>,
    /// Which cell covers which place.
    owners: Owners,
    /// The rows that it hides, whether by hand or by a filter.
    pub hidden_rows: Spans,
    /// The columns that it hides.
    pub hidden_columns: Spans,
    /// How many texts its cells can refer to.
    pub shared: usize,
    /// What of it is read.
    extent: Extent,
    /// The bytes that its cells hold.
    letters: usize,
    /// How many cells its longest row has.
    width: usize,
    /// The cells that there is room for.
    cells: usize,
    /// The cells that merged ones cover.
    covered: usize,
}

/// How far a sheet is read: rows and columns from these on are left out. What stands above or before what a table shows may be merged with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Extent {
    /// The first row that is not read.
    pub rows: usize,
    /// The first column that is not read.
    pub columns: usize,
}

impl Default for Extent {
    fn default() -> Extent {
        Extent { rows: usize::MAX, columns: usize::MAX }
    }
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    /// What it shows.
    pub content: String,
    /// The figure that it shows, where letters around it, a currency, a unit or brackets, keep it from being one by itself.
    pub amount: Option<Box<Decimal>>,
    /// What is to be said where it is used.
    pub remark: Option<Remark>,
    /// What it is.
    pub shape: CellShape,
    /// Where it stands in the sheet's text.
    pub range: Range<u32>,
}

/// What is to be said of a cell that is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Remark {
    /// It is below zero, and nothing in its letters says so: the sheet colours it.
    HidesSign,
    /// It has more digits than it shows, as a power of ten.
    Shortened,
    /// Its comma stands before decimals, as its column tells.
    DecimalComma,
    /// Whether its comma stands before decimals or between thousands can't be told.
    CommaUnclear,
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellShape {
    /// Text, or nothing.
    Text,
    /// A number.
    Number,
    /// What stands where a formula failed: `#REF!`.
    Error,
    /// A formula whose result was never saved.
    NoResult,
    /// Nothing: it is joined to its neighbour.
    Joined(Join),
    /// The number of a text that the file doesn't have.
    NoText,
}

impl Worksheet {
    /// An empty sheet, of which so much is to be read.
    pub(crate) fn named(name: Option<String>, extent: Extent) -> Worksheet {
        Worksheet { name, extent, ..Worksheet::default() }
    }

    /// Whether a cell is to be read.
    pub(super) fn wants(&self, row: usize, column: usize) -> bool {
        row < self.extent.rows && column < self.extent.columns
    }

    /// Whether rows from this on are to be read.
    pub(super) fn wants_row(&self, row: usize) -> bool {
        row < self.extent.rows
    }

    /// Adds a cell, in the order of the file; row and column count from 0.
    pub(super) fn add(&mut self, file: &str, row: usize, column: usize, mut cell: Cell) -> Result<(), DataProblem> {
        if !self.wants(row, column) {
            return Ok(());
        }
        // A text has been composed as a whole.
        if self.name.is_some() && !cell.content.is_ascii() {
            cell.content = compose_all(cell.content);
        }
        let name = || (file.to_owned(), cell_name(row, column));
        self.letters += cell.content.len();
        if self.letters > MOST_LETTERS {
            let (name, cell) = name();
            return Err(DataProblem::TooMuchText { name, cell, bytes: MOST_LETTERS });
        }
        if cell.content.len() > LONGEST_CELL {
            let (name, cell) = name();
            return Err(DataProblem::CellTooLong { name, cell, bytes: LONGEST_CELL });
        }
        if is_garbled(&cell.content) {
            let (name, cell) = name();
            return Err(DataProblem::Garbled { name, cell });
        }
        self.reach(file, row, column)?;
        self.rows[row][column] = cell;
        Ok(())
    }

    /// Makes room for a cell: what a spreadsheet leaves out before it is empty.
    fn reach(&mut self, file: &str, row: usize, column: usize) -> Result<(), DataProblem> {
        let present = self.rows.get(row).map_or(0, Vec::len);
        self.cells += (column + 1).saturating_sub(present);
        if row >= MOST_ROWS || column >= MOST_COLUMNS || self.cells > MOST_CELLS {
            return Err(too_many(file, row, column));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        self.width = self.width.max(column + 1);
        if present <= column {
            self.rows[row].resize_with(column + 1, Cell::empty);
        }
        Ok(())
    }

    /// How many cells the longest row has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Covers a rectangle by its first cell, as far as the sheet reaches.
    pub(super) fn merge(&mut self, file: &str, rows: Range<usize>, columns: Range<usize>) -> Result<(), DataProblem> {
        if !self.wants(rows.start, columns.start) {
            return Ok(());
        }
        let rows = rows.start..rows.end.min(self.rows.len());
        let columns = columns.start..columns.end.min(self.width());
        let covered = rows.len().saturating_mul(columns.len());
        self.covered = self.covered.saturating_add(covered);
        if self.covered > MOST_CELLS {
            return Err(too_many(file, rows.start, columns.start));
        }
        if covered > 0 {
            rows.clone().try_for_each(|row| self.reach(file, row, columns.end - 1))?;
            self.owners.cover(rows, columns);
        }
        Ok(())
    }

    /// Covers cells that are joined to their neighbour by what covers that; where there is none, they stay to be found wrong.
    pub(super) fn join(&mut self) {
        let joined = |(column, cell): (usize, &Cell)| match cell.shape {
            CellShape::Joined(join) => Some((column, join)),
            _ => None,
        };
        for (row, cells) in self.rows.iter().enumerate() {
            let above = row.checked_sub(1).map_or(0, |above| self.rows[above].len());
            let reached = |&(column, join): &(usize, Join)| join == Join::Left || column < above;
            for (column, join) in cells.iter().enumerate().filter_map(joined).filter(reached) {
                // Whether head and body are joined is known where it is known what is the head.
                _ = self.owners.join((row, column), join, 0);
            }
        }
    }

    /// The cell of a row and column; an empty one beyond what the file holds.
    pub(crate) fn cell(&self, row: usize, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::EMPTY;
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&EMPTY)
    }

    /// The row and column of the cell that covers a place: itself, where it isn't merged.
    pub(crate) fn owner(&self, row: usize, column: usize) -> (usize, usize) {
        self.owners.owner((row, column))
    }

    /// Whether nothing is in a cell, and no other covers it.
    pub(crate) fn is_empty(&self, row: usize, column: usize) -> bool {
        let cell = self.cell(row, column);
        cell.content.is_empty() && cell.shape == CellShape::Text && !self.owners.is_covered((row, column))
    }

    /// Writes the text in which a spreadsheet's cells have their places.
    pub(super) fn write_text(&mut self) {
        const BETWEEN: &str = " | ";
        let mut text = String::new();
        for row in &mut self.rows {
            for (column, cell) in row.iter_mut().enumerate() {
                if column > 0 {
                    text.push_str(BETWEEN);
                }
                let start = text.len() as u32;
                text.extend(cell.content.chars().map(|c| if c.is_control() { ' ' } else { c }));
                cell.range = start..text.len() as u32;
            }
            text.push('\n');
        }
        self.text = Composed { text, written: None };
    }
}

/// What is said of a sheet that goes beyond the limits with this cell.
fn too_many(file: &str, row: usize, column: usize) -> DataProblem {
    let (name, cell) = (file.to_owned(), cell_name(row, column));
    DataProblem::TooMany { name, cell, rows: MOST_ROWS, cells: MOST_CELLS }
}

impl Cell {
    const EMPTY: Cell =
        Cell { content: String::new(), amount: None, remark: None, shape: CellShape::Text, range: 0..0 };

    /// A cell with nothing in it.
    pub(crate) fn empty() -> Cell {
        Cell::EMPTY
    }

    /// A cell of text, its place not known yet.
    pub(crate) fn new(content: impl Into<String>, shape: CellShape) -> Cell {
        Cell { content: content.into(), shape, ..Cell::empty() }
    }
}
