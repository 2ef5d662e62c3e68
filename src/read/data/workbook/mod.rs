//! Spreadsheets: XLSX, XLS and ODS, sheet by sheet, as they are shown.

mod appearance;
mod biff;
mod container;
mod foreign;
mod format;
mod ods;
mod package;
mod strings;
mod styles;
mod text;
mod xls;
mod xlsx;
mod xml;
mod zip;

use super::{Extent, Unreadable, Worksheet};
use crate::diag::DataProblem;
use crate::read::composed::compose_all;
pub(super) use appearance::without_wide_blanks;
pub(super) use container::BEGINNING as OLD_BEGINNING;
use xml::Damaged;
use zip::{Archive, MOST_INFLATED};

/// A spreadsheet, opened: the names of its sheets.
#[derive(Debug)]
pub(crate) struct Workbook {
    /// Its sheets, in order.
    pub sheets: Vec<SheetEntry>,
    /// The file; of an XLS file, the stream that holds the workbook.
    bytes: Vec<u8>,
    kind: Kind,
}

/// A sheet of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetEntry {
    /// Its name.
    pub name: String,
    /// Whether it is shown.
    pub visible: bool,
    /// The part that holds it.
    part: String,
    /// Where it begins in its part.
    offset: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Ods,
    Xls,
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
    /// Opens an archive of this name.
    pub(crate) fn open(name: &str, bytes: Vec<u8>) -> Result<Workbook, DataProblem> {
        let damaged = |part: &str| DataProblem::Damaged { name: name.to_owned(), part: part.to_owned() };
        let archive = Archive::open(&bytes).ok_or_else(|| damaged("zip"))?;
        if let Some(found) = foreign::archive(&archive) {
            return Err(DataProblem::Format { name: name.to_owned(), found: Some(found) });
        }
        let (kind, listed) = if package::workbook(&archive).is_some() {
            (Kind::Xlsx, xlsx::sheets(&archive))
        } else if archive.has(ods::CONTENT) {
            (Kind::Ods, ods::sheets(&archive))
        } else {
            return Err(DataProblem::Format { name: name.to_owned(), found: foreign::other(&archive) });
        };
        let sheets = listed.map_err(|failure| problem(failure, name, &archive, "sheets"))?;
        if sheets.is_empty() {
            return Err(damaged("sheets"));
        }
        Ok(Workbook { sheets: composed(sheets), bytes, kind })
    }

    /// Opens a file of this name in the old container of Office, or a bare stream of records.
    pub(crate) fn open_old(name: &str, bytes: &[u8]) -> Result<Workbook, DataProblem> {
        let damaged = |part: &str| DataProblem::Damaged { name: name.to_owned(), part: part.to_owned() };
        let stream = match container::stream(bytes) {
            container::Stream::Workbook(stream) => stream,
            container::Stream::Other(found) => return Err(DataProblem::Format { name: name.to_owned(), found }),
            container::Stream::Damaged => return Err(damaged("OLE")),
        };
        let sheets = match xls::sheets(&stream) {
            Ok(sheets) if !sheets.is_empty() => sheets,
            Err(Failure::Refused(DataProblem::Format { found, .. })) => {
                return Err(DataProblem::Format { name: name.to_owned(), found });
            }
            _ => return Err(damaged("Workbook")),
        };
        Ok(Workbook { sheets: composed(sheets), bytes: stream, kind: Kind::Xls })
    }

    /// Reads so much of a sheet, by its place among the sheets.
    pub(crate) fn read(&self, name: &str, index: usize, extent: Extent) -> Result<Worksheet, Unreadable> {
        let damaged = |part: &str| DataProblem::Damaged { name: name.to_owned(), part: part.to_owned() };
        let entry = self.sheets.get(index).ok_or_else(|| damaged("sheets"))?;
        let mut sheet = Worksheet::named(Some(entry.name.clone()), extent);
        if self.kind == Kind::Xls {
            xls::read(&self.bytes, entry, name, &mut sheet).map_err(|failure| match failure {
                Failure::Refused(problem) => problem,
                Failure::Damaged => damaged(&entry.name),
            })?;
        } else {
            let archive = Archive::open(&self.bytes).ok_or_else(|| damaged("zip"))?;
            let read = match self.kind {
                Kind::Ods => ods::read(&archive, entry, name, &mut sheet),
                _ => xlsx::read(&archive, entry, name, &mut sheet),
            };
            let part = if entry.part.is_empty() { &entry.name } else { &entry.part };
            read.map_err(|failure| problem(failure, name, &archive, part))?;
        }
        sheet.write_text();
        Ok(sheet)
    }
}

/// Sheets by the names that definitions find them by.
fn composed(sheets: Vec<SheetEntry>) -> Vec<SheetEntry> {
    sheets.into_iter().map(|sheet| SheetEntry { name: compose_all(sheet.name), ..sheet }).collect()
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
