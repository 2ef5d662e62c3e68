//! Spreadsheets: XLSX and ODS, sheet by sheet, as they are shown.

mod date;
mod format;
mod ods;
mod styles;
mod xlsx;
mod xml;
mod zip;

use super::{Refusal, Sheet};
use crate::diag::DataProblem;
use xml::Damaged;
use zip::{Archive, MOST_INFLATED};

/// A spreadsheet, opened: the names of its sheets.
#[derive(Debug)]
pub struct Workbook {
    /// Its sheets, in order.
    pub sheets: Vec<SheetEntry>,
    bytes: Vec<u8>,
    kind: Kind,
}

/// A sheet of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetEntry {
    /// Its name.
    pub name: String,
    /// Whether it is shown.
    pub visible: bool,
    /// The part that holds it.
    part: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Ods,
}

/// Why a part can't be read.
enum Failure {
    /// It makes no sense.
    Damaged,
    /// It holds what no sheet may.
    Refused(DataProblem),
}

impl From<Damaged> for Failure {
    fn from(_: Damaged) -> Failure {
        Failure::Damaged
    }
}

impl From<DataProblem> for Failure {
    fn from(problem: DataProblem) -> Failure {
        Failure::Refused(problem)
    }
}

impl Workbook {
    /// Opens a spreadsheet of this name.
    pub fn open(name: &str, bytes: Vec<u8>) -> Result<Workbook, DataProblem> {
        let damaged = |part: &str| DataProblem::Damaged { name: name.to_owned(), part: part.to_owned() };
        let archive = Archive::open(&bytes).ok_or_else(|| damaged("zip"))?;
        let (kind, listed) = if archive.has(ods::CONTENT) {
            (Kind::Ods, ods::sheets(&archive))
        } else if archive.has(xlsx::RELATIONS) {
            (Kind::Xlsx, xlsx::sheets(&archive))
        } else {
            return Err(DataProblem::Format { name: name.to_owned(), found: Some("ZIP") });
        };
        let sheets = listed.map_err(|failure| problem(failure, name, &archive, "sheets"))?;
        if sheets.is_empty() {
            return Err(damaged("sheets"));
        }
        Ok(Workbook { sheets, bytes, kind })
    }

    /// Reads a sheet, by its place among the sheets.
    pub fn read(&self, name: &str, index: usize) -> Result<Sheet, Refusal> {
        let damaged = |part: &str| DataProblem::Damaged { name: name.to_owned(), part: part.to_owned() };
        let entry = self.sheets.get(index).ok_or_else(|| damaged("sheets"))?;
        let archive = Archive::open(&self.bytes).ok_or_else(|| damaged("zip"))?;
        let mut sheet = Sheet::named(Some(entry.name.clone()));
        let read = match self.kind {
            Kind::Xlsx => xlsx::read(&archive, entry, name, &mut sheet),
            Kind::Ods => ods::read(&archive, entry, name, &mut sheet),
        };
        read.map_err(|failure| problem(failure, name, &archive, &entry.part))?;
        sheet.write_text();
        Ok(sheet)
    }
}

fn problem(failure: Failure, name: &str, archive: &Archive<'_>, part: &str) -> DataProblem {
    match failure {
        Failure::Refused(problem) => problem,
        Failure::Damaged if archive.is_exhausted() => {
            DataProblem::Inflated { name: name.to_owned(), limit: MOST_INFLATED }
        }
        Failure::Damaged => DataProblem::Damaged { name: name.to_owned(), part: part.to_owned() },
    }
}
