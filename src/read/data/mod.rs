//! Data files: bytes to sheets of cells, each knowing where it stands.
//!
//! A sheet is read whole, within limits, and comes with a text in which every cell has its place: that of the file itself for CSV, a rendering of one
//! line a row for a spreadsheet. So what is said of a cell can show its row as people know it.

mod cells;
mod csv;
mod encoding;
mod hidden;
mod point;
mod range;
mod sniff;
mod workbook;

pub(crate) use cells::{Cell, CellShape, Extent, Remark, Worksheet};
pub(crate) use encoding::encode_as;
pub(crate) use hidden::Spans;
pub(crate) use range::{CellRange, cell_name};
pub(crate) use workbook::Workbook;

use std::ops::Range;

use crate::diag::DataProblem;
use crate::read::composed::Composed;

/// The most rows of a sheet: what a report shows of more belongs in a sheet of its own.
pub(crate) const MOST_ROWS: usize = 100_000;
/// The most columns of a sheet, as many as spreadsheets have.
const MOST_COLUMNS: usize = 16_384;
/// The most cells of a sheet.
const MOST_CELLS: usize = 1_000_000;
/// The most bytes of a cell, as much as spreadsheets hold.
const LONGEST_CELL: usize = 100_000;
/// The most bytes of all cells that are read.
const MOST_LETTERS: usize = 64 << 20;

/// How the cells of a text file are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// What stands before the decimals of a figure in a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Point {
    /// `.`
    Point,
    /// `,`
    Comma,
}

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Encoding {
    /// UTF-8.
    Utf8,
    /// CP949, as Korean Excel saves CSV.
    Cp949,
}

/// A data file, opened.
#[derive(Debug)]
pub(crate) enum File {
    /// Cells parted by separators.
    Text(Worksheet),
    /// A spreadsheet.
    Workbook(Workbook),
}

/// Why a data file can't be read.
#[derive(Debug, PartialEq)]
pub(crate) enum Unreadable {
    /// The file as a whole is to blame.
    File(DataProblem),
    /// A place of its text is.
    Place {
        /// The text.
        text: Composed,
        /// The place in it.
        range: Range<usize>,
        /// What is wrong there.
        problem: Box<DataProblem>,
    },
}

impl From<DataProblem> for Unreadable {
    fn from(problem: DataProblem) -> Unreadable {
        Unreadable::File(problem)
    }
}

/// What a definition says of a file, as far as it says something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Said {
    /// What parts the cells of a text.
    pub separator: Option<Separator>,
    /// How its letters are written.
    pub encoding: Option<Encoding>,
    /// What stands before the decimals of its figures.
    pub point: Option<Point>,
    /// How much of a text or of each sheet is read.
    pub extent: Extent,
}

/// Opens a data file of this name: a spreadsheet by its first bytes, else text, unless it is called a spreadsheet. What of a text is not said is found
/// out.
pub(crate) fn open(name: &str, bytes: Vec<u8>, said: Said) -> Result<File, Unreadable> {
    match sniff::sniff(&bytes) {
        sniff::Kind::Other(found) => Err(DataProblem::Format { name: name.to_owned(), found }.into()),
        sniff::Kind::Text if !is_called_workbook(name) => {
            let text = encoding::decode(name, bytes, said.encoding)?;
            let Said { separator, point, extent, .. } = said;
            csv::read(name, text, csv::Said { separator, point, extent }).map(File::Text)
        }
        sniff::Kind::Zip | sniff::Kind::Text => {
            Workbook::open(name, bytes).map(File::Workbook).map_err(Unreadable::File)
        }
        sniff::Kind::Old => Workbook::open_old(name, &bytes).map(File::Workbook).map_err(Unreadable::File),
    }
}

/// Whether a file's name promises a spreadsheet. One that is called XLS is often a text.
fn is_called_workbook(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["xlsx", "xlsm", "ods"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
