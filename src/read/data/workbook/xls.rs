//! XLS (MS-XLS, BIFF8): sheets, their cells with what their formats show, merged cells, what is hidden.

use super::appearance::Appearance;
use super::biff::{self, Record, continued, double, kind, long, packed, record, short};
use super::strings::Strings;
use super::styles::Codes;
use super::text::plain_text;
use super::{Failure, SheetEntry};
use crate::diag::{DataProblem, Foreign};
use crate::read::data::{Cell, CellShape, Worksheet};

/// The version of the records that are read, that of Excel 97 to 2003.
const VERSION: u16 = 0x0600;

/// The sheets of a workbook.
pub(super) fn sheets(stream: &[u8]) -> Result<Vec<SheetEntry>, Failure> {
    let first = record(stream, 0).filter(|first| matches!(first.kind & 0x00FF, 0x09)).ok_or(Failure::Damaged)?;
    let refused = |found| Failure::Refused(DataProblem::Format { name: String::new(), found: Some(found) });
    if first.kind != kind::BOF || short(first.data, 0) != Some(VERSION) {
        return Err(refused(Foreign::OldXls));
    }
    let mut sheets = Vec::new();
    let mut at = first.next;
    while let Some(record) = record(stream, at) {
        match record.kind {
            kind::FILE_PASS => return Err(refused(Foreign::EncryptedXls)),
            kind::BOUND_SHEET => sheets.extend(sheet(record)?),
            kind::EOF => break,
            _ => {}
        }
        at = record.next;
    }
    Ok(sheets)
}

/// A sheet as the workbook lists it; `None` for a chart or a macro, which have no cells.
fn sheet(record: Record<'_>) -> Result<Option<SheetEntry>, Failure> {
    let data = record.data;
    let (Some(offset), Some(state), Some(of)) = (long(data, 0), data.get(4), data.get(5)) else {
        return Err(Failure::Damaged);
    };
    if *of != 0 {
        return Ok(None);
    }
    let name = biff::string(data, 6, false)?;
    let entry = SheetEntry { part: "Workbook".into(), name, visible: state & 3 == 0, offset: offset as usize };
    Ok(Some(entry))
}

/// Reads a sheet's cells.
pub(super) fn read(stream: &[u8], entry: &SheetEntry, file: &str, sheet: &mut Worksheet) -> Result<(), Failure> {
    let (appearance, shared) = globals(stream)?;
    let mut reading = Reading { stream, appearance, file, sheet, references: Vec::new() };
    let merged = reading.cells(entry.offset)?;
    reading.fill(&shared)?;
    for (rows, columns) in merged {
        reading.sheet.merge(file, rows, columns)?;
    }
    Ok(())
}

/// How cells are shown, and the pieces of the texts that they share.
fn globals(stream: &[u8]) -> Result<(Appearance, Vec<&[u8]>), Failure> {
    let mut codes = Codes::default();
    let mut appearance = Appearance::default();
    let mut shared = Vec::new();
    let mut at = 0;
    while let Some(record) = record(stream, at) {
        let data = record.data;
        at = record.next;
        match record.kind {
            kind::FORMAT => {
                let number = short(data, 0).ok_or(Failure::Damaged)?;
                codes.define(number.into(), biff::string(data, 2, true)?);
            }
            kind::XF => codes.style(short(data, 2).ok_or(Failure::Damaged)?.into()),
            kind::DATE_MODE => appearance.since_1904 = short(data, 0) == Some(1),
            kind::SST => (shared, at) = continued(stream, record),
            kind::EOF => break,
            _ => {}
        }
    }
    appearance.styles = codes.settle();
    Ok((appearance, shared))
}

/// A range of merged cells: its rows and its columns.
type Merged = (std::ops::Range<usize>, std::ops::Range<usize>);

/// A cell that refers to a shared text.
struct Reference {
    index: usize,
    row: usize,
    column: usize,
    style: usize,
}

/// A sheet being read.
struct Reading<'a> {
    stream: &'a [u8],
    appearance: Appearance,
    /// The file's name.
    file: &'a str,
    sheet: &'a mut Worksheet,
    references: Vec<Reference>,
}

impl Reading<'_> {
    /// Reads the records from a sheet's beginning to its end; answers which cells are merged.
    fn cells(&mut self, offset: usize) -> Result<Vec<Merged>, Failure> {
        let stream = self.stream;
        let mut merged = Vec::new();
        let mut at = offset;
        // Charts that lie on a sheet stand within it.
        let mut depth = 0;
        while let Some(record) = record(stream, at) {
            at = record.next;
            match record.kind {
                kind::BOF => depth += 1,
                kind::EOF if depth <= 1 => return Ok(merged),
                kind::EOF => depth -= 1,
                _ if depth > 1 => {}
                kind::MERGED => merge(record.data, &mut merged),
                kind::FORMULA => at = self.formula(record)?,
                kind::LABEL | kind::RICH_STRING => {
                    let (pieces, next) = continued(stream, record);
                    self.label(&pieces)?;
                    at = next;
                }
                _ => self.record(record)?,
            }
        }
        // The file ends before its sheet does.
        Err(Failure::Damaged)
    }

    fn record(&mut self, record: Record<'_>) -> Result<(), Failure> {
        let data = record.data;
        match record.kind {
            kind::ROW => {
                let (row, height, flags) = (short(data, 0), short(data, 6), short(data, 12));
                let flags = flags.unwrap_or(0);
                // It says so, or was made as low as nothing by hand.
                let is_hidden = flags & 0x20 != 0 || flags & 0x40 != 0 && height == Some(0);
                if let Some(row) = row.filter(|_| is_hidden) {
                    self.sheet.hidden_rows.add(row.into()..usize::from(row) + 1);
                }
            }
            kind::COLUMN => {
                let (first, last, width, flags) = (short(data, 0), short(data, 2), short(data, 4), short(data, 8));
                let hidden = flags.is_some_and(|flags| flags & 1 != 0) || width == Some(0);
                if let (Some(first), Some(last), true) = (first, last, hidden) {
                    self.sheet.hidden_columns.add(first.into()..usize::from(last) + 1);
                }
            }
            kind::WINDOW => self.appearance.hides_zeros = short(data, 0).is_some_and(|flags| flags & 0x10 == 0),
            kind::NUMBER => self.number(data, double(data, 6).ok_or(Failure::Damaged)?)?,
            kind::RK => self.number(data, packed(data, 6).ok_or(Failure::Damaged)?)?,
            kind::MUL_RK => {
                let (row, first) = place(data)?;
                for (index, packed_at) in (4..data.len().saturating_sub(2)).step_by(6).enumerate() {
                    let style = short(data, packed_at).ok_or(Failure::Damaged)?;
                    let number = packed(data, packed_at + 2).ok_or(Failure::Damaged)?;
                    let cell = self.appearance.number(number, style.into());
                    self.sheet.add(self.file, row, first + index, cell)?;
                }
            }
            kind::BOOL_ERROR => self.truth(data, data.get(6).copied(), data.get(7) == Some(&1))?,
            kind::LABEL_SST => {
                let (row, column) = place(data)?;
                let (style, index) = short(data, 4).zip(long(data, 6)).ok_or(Failure::Damaged)?;
                if self.sheet.wants(row, column) {
                    self.references.push(Reference { index: index as usize, row, column, style: style.into() });
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn number(&mut self, data: &[u8], number: f64) -> Result<(), Failure> {
        let (row, column) = place(data)?;
        let style = short(data, 4).ok_or(Failure::Damaged)?;
        if self.sheet.wants(row, column) {
            self.sheet.add(self.file, row, column, self.appearance.number(number, style.into()))?;
        }
        Ok(())
    }

    fn truth(&mut self, data: &[u8], value: Option<u8>, is_error: bool) -> Result<(), Failure> {
        let (row, column) = place(data)?;
        let (style, value) = short(data, 4).zip(value).ok_or(Failure::Damaged)?;
        let cell = match is_error {
            true => Cell::new(biff::error(value), CellShape::Error),
            false => self.appearance.truth(value != 0, style.into()),
        };
        Ok(self.sheet.add(self.file, row, column, cell)?)
    }

    fn text(&mut self, data: &[u8], text: &str) -> Result<(), Failure> {
        let (row, column) = place(data)?;
        let style = short(data, 4).ok_or(Failure::Damaged)?;
        let text = plain_text(text);
        if !text.is_empty() && self.sheet.wants(row, column) {
            self.sheet.add(self.file, row, column, self.appearance.text(&text, style.into()))?;
        }
        Ok(())
    }

    /// A text that stands in the record itself.
    fn label(&mut self, pieces: &[&[u8]]) -> Result<(), Failure> {
        let mut strings = Strings::new(pieces);
        strings.skip(6)?;
        let text = strings.string(true)?;
        self.text(pieces[0], &text)
    }

    /// A formula's result; a text stands in a record behind it. Answers where to go on.
    fn formula(&mut self, formula: Record<'_>) -> Result<usize, Failure> {
        let data = formula.data;
        let (Some(result), Some(is_special)) = (data.get(6..14), short(data, 12)) else {
            return Err(Failure::Damaged);
        };
        if is_special != 0xFFFF {
            self.number(data, double(data, 6).ok_or(Failure::Damaged)?)?;
            return Ok(formula.next);
        }
        match result[0] {
            0 => {
                let mut at = formula.next;
                // Between them stands what several formulas share.
                while let Some(record) = record(self.stream, at) {
                    match record.kind {
                        kind::STRING => {
                            let (pieces, next) = continued(self.stream, record);
                            let text = Strings::new(&pieces).string(true)?;
                            self.text(data, &text)?;
                            return Ok(next);
                        }
                        0x04BC | 0x0221 | 0x0236 | kind::CONTINUE => at = record.next,
                        _ => break,
                    }
                }
                let (row, column) = place(data)?;
                self.sheet.add(self.file, row, column, Cell::new("", CellShape::NoResult))?;
            }
            1 => self.truth(data, Some(result[2]), false)?,
            2 => self.truth(data, Some(result[2]), true)?,
            _ => {}
        }
        Ok(formula.next)
    }

    /// Puts the shared texts into the cells that refer to them.
    fn fill(&mut self, shared: &[&[u8]]) -> Result<(), Failure> {
        let mut references = std::mem::take(&mut self.references);
        references.sort_by_key(|reference| reference.index);
        let count = shared.first().and_then(|first| long(first, 4)).unwrap_or(0) as usize;
        self.sheet.shared = count;
        let mut strings = Strings::new(shared);
        let _ = strings.skip(8);
        let (mut index, mut text) = (0, String::new());
        for reference in references {
            while index <= reference.index && index < count {
                text = strings.string(true)?;
                index += 1;
            }
            let cell = match reference.index < count {
                true => self.appearance.text(&plain_text(&text), reference.style),
                false => Cell::new(reference.index.to_string(), CellShape::NoText),
            };
            if !cell.content.is_empty() {
                self.sheet.add(self.file, reference.row, reference.column, cell)?;
            }
        }
        Ok(())
    }
}

/// The row and column of a cell's record.
fn place(data: &[u8]) -> Result<(usize, usize), Failure> {
    let (row, column) = short(data, 0).zip(short(data, 2)).ok_or(Failure::Damaged)?;
    Ok((row.into(), column.into()))
}

/// Merged cells: the first and the last row and column of each range.
fn merge(data: &[u8], merged: &mut Vec<Merged>) {
    let count = usize::from(short(data, 0).unwrap_or(0));
    for at in (0..count).map(|index| 2 + index * 8) {
        let [top, bottom, left, right] = [0, 2, 4, 6].map(|field| short(data, at + field).map(usize::from));
        if let (Some(top), Some(bottom), Some(left), Some(right)) = (top, bottom, left, right) {
            merged.push((top..bottom + 1, left..right + 1));
        }
    }
}
