//! Data files: bytes to sheets of cells, each knowing where it stands.
//!
//! A sheet is read whole, within limits, and comes with a text in which every cell has its place: that of the file itself for CSV, a rendering of one
//! line a row for a spreadsheet. So what is said of a cell can show its row as people know it.

mod cells;
mod csv;
mod encoding;
mod range;
mod sniff;
mod workbook;

use cells::too_many;
pub use cells::{Cell, CellShape, Sheet};
pub use encoding::encode_as;
pub use range::{CellRange, cell_name};
pub use workbook::Workbook;

use std::ops::Range;

use crate::diag::DataProblem;

/// The most rows of a sheet: what a report shows of more belongs in a sheet of its own.
pub const MOST_ROWS: usize = 100_000;
/// The most columns of a sheet, as many as spreadsheets have.
const MOST_COLUMNS: usize = 16_384;
/// The most cells of a sheet.
const MOST_CELLS: usize = 1_000_000;
/// The most bytes of a cell, as much as spreadsheets hold.
const LONGEST_CELL: usize = 100_000;

/// How the cells of a text file are parted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A tab.
    Tab,
}

/// How the letters of a text file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// CP949, as Korean Excel saves CSV.
    Cp949,
}

/// A data file, opened.
#[derive(Debug)]
pub enum File {
    /// Cells parted by separators.
    Text(Sheet),
    /// A spreadsheet.
    Workbook(Workbook),
}

/// Why a data file can't be read.
#[derive(Debug, PartialEq)]
pub enum Refusal {
    /// The file as a whole is to blame.
    File(DataProblem),
    /// A place of its text is.
    Place {
        /// The text.
        text: String,
        /// The place in it.
        range: Range<usize>,
        /// What is wrong there.
        problem: Box<DataProblem>,
    },
}

impl From<DataProblem> for Refusal {
    fn from(problem: DataProblem) -> Refusal {
        Refusal::File(problem)
    }
}

/// Opens a data file of this name: a spreadsheet by its first bytes, else text, unless it is called a spreadsheet. What of a text is not said is found
/// out.
pub fn open(
    name: &str,
    bytes: Vec<u8>,
    separator: Option<Separator>,
    encoding: Option<Encoding>,
) -> Result<File, Refusal> {
    match sniff::sniff(&bytes) {
        sniff::Kind::Other(found) => Err(DataProblem::Format { name: name.to_owned(), found }.into()),
        sniff::Kind::Text if !is_called_workbook(name) => {
            let text = encoding::decode(name, bytes, encoding)?;
            csv::read(name, text, separator).map(File::Text)
        }
        sniff::Kind::Zip | sniff::Kind::Text => Workbook::open(name, bytes).map(File::Workbook).map_err(Refusal::File),
    }
}

/// Whether a file's name promises a spreadsheet.
fn is_called_workbook(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    ["xlsx", "xlsm", "ods"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}
