//! A sheet: rows of cells, and the text in which they have their places.

use std::ops::Range;

use rust_decimal::Decimal;

use super::encoding::is_garbled;
use super::hidden::Spans;
use super::{LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_LETTERS, MOST_ROWS, cell_name};
use crate::diag::DataProblem;

/// A sheet of a data file.
#[derive(Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; `None` for a text file.
    pub name: Option<String>,
    /// Where its cells stand: a line a row for a spreadsheet, the file itself for a text.
    pub text: String,
    /// Its rows, from the first of the file, each as long as it is in the file.
    pub rows: Vec<Vec<Cell>>,
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
pub struct Extent {
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
pub struct Cell {
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
    /// The row and column, from 0, of the cell that covers it.
    pub(super) owner: Option<(u32, u32)>,
}

/// What is to be said of a cell that is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
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
pub enum CellShape {
    /// Text, or nothing.
    Text,
    /// A number.
    Number,
    /// What stands where a formula failed: `#REF!`.
    Error,
    /// A formula whose result was never saved.
    NoResult,
    /// The number of a text that the file doesn't have.
    NoText,
}

impl Sheet {
    /// An empty sheet, of which so much is to be read.
    pub fn named(name: Option<String>, extent: Extent) -> Sheet {
        Sheet { name, extent, ..Sheet::default() }
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
    pub(super) fn add(&mut self, file: &str, row: usize, column: usize, cell: Cell) -> Result<(), DataProblem> {
        if !self.wants(row, column) {
            return Ok(());
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
        // What covers a cell may have been said before what it holds.
        let owner = self.rows[row][column].owner;
        self.rows[row][column] = Cell { owner, ..cell };
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
    pub fn width(&self) -> usize {
        self.width
    }

    /// Covers a rectangle by its first cell, as far as the sheet reaches.
    pub(super) fn merge(&mut self, file: &str, rows: Range<usize>, columns: Range<usize>) -> Result<(), DataProblem> {
        let owner = (rows.start, columns.start);
        if !self.wants(owner.0, owner.1) {
            return Ok(());
        }
        let columns = columns.start..columns.end.min(self.width());
        let covered = rows.end.min(self.rows.len()).saturating_sub(rows.start).saturating_mul(columns.len());
        self.covered = self.covered.saturating_add(covered);
        if self.covered > MOST_CELLS {
            return Err(too_many(file, rows.start, columns.start));
        }
        for row in rows.start..rows.end.min(self.rows.len()) {
            let Some(last) = columns.end.checked_sub(1).filter(|last| columns.contains(last)) else { break };
            self.reach(file, row, last)?;
            for column in columns.clone().filter(|&column| (row, column) != owner) {
                self.rows[row][column].owner = Some((owner.0 as u32, owner.1 as u32));
            }
        }
        Ok(())
    }

    /// Covers cells that hold `<` or `^` by the cell at their left or above; where there is none, the sign stays to be found wrong.
    pub(super) fn join_signs(&mut self) {
        for row in 0..self.rows.len() {
            for column in 0..self.rows[row].len() {
                let joined = match self.rows[row][column].content.as_str() {
                    "<" => column.checked_sub(1).map(|left| (row, left)),
                    "^" => row.checked_sub(1).map(|above| (above, column)),
                    _ => None,
                };
                let Some((beside_row, beside_column)) = joined else { continue };
                let beside = self.rows.get(beside_row).and_then(|cells| cells.get(beside_column));
                self.rows[row][column].owner =
                    beside.map(|cell| cell.owner.unwrap_or((beside_row as u32, beside_column as u32)));
            }
        }
    }

    /// The cell of a row and column; an empty one beyond what the file holds.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::EMPTY;
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&EMPTY)
    }

    /// The row and column of the cell that covers a place: itself, where it isn't merged.
    pub fn owner(&self, row: usize, column: usize) -> (usize, usize) {
        self.cell(row, column).owner.map_or((row, column), |(row, column)| (row as usize, column as usize))
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
        self.text = text;
    }
}

/// What is said of a sheet that goes beyond the limits with this cell.
fn too_many(file: &str, row: usize, column: usize) -> DataProblem {
    let (name, cell) = (file.to_owned(), cell_name(row, column));
    DataProblem::TooMany { name, cell, rows: MOST_ROWS, cells: MOST_CELLS }
}

impl Cell {
    const EMPTY: Cell =
        Cell { content: String::new(), amount: None, remark: None, shape: CellShape::Text, range: 0..0, owner: None };

    /// A cell with nothing in it.
    pub fn empty() -> Cell {
        Cell::EMPTY
    }

    /// A cell of text, its place not known yet.
    pub fn new(content: impl Into<String>, shape: CellShape) -> Cell {
        Cell { content: content.into(), shape, ..Cell::empty() }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty() && self.shape == CellShape::Text && self.owner.is_none()
    }
}
