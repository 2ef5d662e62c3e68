//! Data files: read once each, and their sheets.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diag::{DataProblem, Diagnostic, Diagnostics, Relation, nearest};
use crate::model::source::{FileId, Span};
use crate::read::data::{
    self, CellRange, CellShape, Extent, File, Remark, Said, Unreadable, Workbook, Worksheet, cell_name,
};
use crate::read::def::{DataDef, HiddenCells};
use crate::read::files::{Files, NamedAt, locate};
use crate::read::numbers;

/// A sheet whose cells have places in a text of the run.
#[derive(Debug)]
pub(crate) struct Placed {
    /// The file, as the definition first named it.
    pub name: String,
    /// Its cells.
    pub sheet: Worksheet,
    /// The text that their places are in.
    pub file: FileId,
    /// Where each row ends in the text; one without cells where that above it does.
    ends: Vec<u32>,
    /// The sheets that the file hides, where the only other one was taken.
    pub hidden_sheets: Vec<String>,
}

/// The data files read so far; `None` for one that can't be read, which has been reported.
#[derive(Default)]
pub(crate) struct DataFiles {
    files: BTreeMap<(PathBuf, Said), Option<Opened>>,
}

/// A file that was opened.
enum Opened {
    Text(Arc<Placed>),
    Workbook(Workbook, BTreeMap<(usize, Extent), Option<Arc<Placed>>>),
}

impl DataFiles {
    /// The sheet that a definition names, or `None` after reporting why there is none.
    pub(crate) fn sheet(&mut self, def: &DataDef, files: &mut Files, sink: &mut Diagnostics) -> Option<Arc<Placed>> {
        let at = NamedAt { name: &def.file.content, span: def.file.span() };
        let path = locate(at, &files.sources, sink)?;
        let said = said(def);
        // A spreadsheet is opened once, and its sheets are read as far as they are asked for; a text is read as far as it is asked for, or was read whole.
        let whole = Said { extent: Extent::default(), ..said };
        let known = [whole, said].into_iter().find(|known| self.files.contains_key(&(path.clone(), *known)));
        let known = known.unwrap_or_else(|| {
            let read = open(def, said, files, sink);
            let known = if matches!(read, Some(Opened::Text(_))) { said } else { whole };
            self.files.insert((path.clone(), known), read);
            known
        });
        let opened = self.files.get_mut(&(path.clone(), known))?.as_mut()?;
        refuse_useless(def, opened, sink);
        let (workbook, sheets) = match opened {
            Opened::Text(placed) => return Some(Arc::clone(placed)),
            Opened::Workbook(workbook, sheets) => (workbook, sheets),
        };
        let index = chosen(def, workbook, sink)?;
        let mut read = || match workbook.read(&def.file.content, index, said.extent) {
            Ok(sheet) => {
                let placed = place(&def.file.content, sheet, &path, files);
                Some(Arc::new(Placed { hidden_sheets: hidden_sheets(workbook), ..placed }))
            }
            Err(refusal) => {
                let sheet = workbook.sheets.get(index).map(|sheet| sheet.name.as_str());
                report(refusal, def, sheet, &path, files, sink)
            }
        };
        sheets.entry((index, said.extent)).or_insert_with(&mut read).clone()
    }
}

/// What a definition says of a file.
fn said(def: &DataDef) -> Said {
    let extent = def.range.as_ref().map_or_else(Extent::default, |range| {
        let CellRange { rows, columns } = &range.value;
        Extent { rows: rows.end, columns: columns.end }
    });
    Said {
        separator: def.separator.as_ref().map(|separator| separator.value),
        encoding: def.encoding.as_ref().map(|encoding| encoding.value),
        point: def.decimal.as_ref().map(|point| point.value),
        extent,
    }
}

fn hidden_sheets(workbook: &Workbook) -> Vec<String> {
    workbook.sheets.iter().filter(|sheet| !sheet.visible).map(|sheet| sheet.name.clone()).collect()
}

fn open(def: &DataDef, said: Said, files: &mut Files, sink: &mut Diagnostics) -> Option<Opened> {
    let name = &def.file.content;
    let at = NamedAt { name, span: def.file.span() };
    let path = locate(at, &files.sources, sink)?;
    let (_, bytes) = files.read_bytes(at, sink)?;
    match data::open(name, bytes, said) {
        Ok(File::Text(sheet)) => Some(Opened::Text(Arc::new(place(name, sheet, &path, files)))),
        Ok(File::Workbook(workbook)) => Some(Opened::Workbook(workbook, BTreeMap::new())),
        Err(refusal) => report(refusal, def, None, &path, files, sink),
    }
}

/// Gives a sheet's text to the run.
fn place(name: &str, mut sheet: Worksheet, path: &std::path::Path, files: &mut Files) -> Placed {
    let text = std::mem::take(&mut sheet.text);
    let file = files.add_data(path, sheet.name.as_deref(), text);
    let mut end = 0;
    let ends = sheet.rows.iter().map(|row| {
        end = row.last().map_or(end, |last| last.range.end);
        end
    });
    Placed { name: name.to_owned(), ends: ends.collect(), sheet, file, hidden_sheets: Vec::new() }
}

fn report<T>(
    refusal: Unreadable,
    def: &DataDef,
    sheet: Option<&str>,
    path: &std::path::Path,
    files: &mut Files,
    sink: &mut Diagnostics,
) -> Option<T> {
    match refusal {
        Unreadable::File(problem) => sink.report(problem, def.file.span()),
        Unreadable::Place { text, range, problem } => {
            let file = files.add_data(path, sheet, text);
            let span = Span { file, start: range.start as u32, end: range.end as u32 };
            sink.push(Diagnostic::new(*problem, span).related(def.file.span(), Relation::NamedHere));
        }
    }
    None
}

/// Reports keys that say nothing of this kind of file.
fn refuse_useless(def: &DataDef, opened: &Opened, sink: &mut Diagnostics) {
    let useless = match opened {
        Opened::Text(_) => vec![("sheet", def.sheet.as_ref().map(|sheet| sheet.span()))],
        Opened::Workbook(..) => vec![
            ("separator", def.separator.as_ref().map(|separator| separator.span)),
            ("encoding", def.encoding.as_ref().map(|encoding| encoding.span)),
            ("decimal", def.decimal.as_ref().map(|decimal| decimal.span)),
        ],
    };
    for (key, span) in useless {
        if let Some(span) = span {
            sink.report(DataProblem::NotForKind { key, name: def.file.content.clone() }, span);
        }
    }
}

/// The index of the sheet that is named, or of the only one that is shown.
fn chosen(def: &DataDef, workbook: &Workbook, sink: &mut Diagnostics) -> Option<usize> {
    let keeps = def.hidden == HiddenCells::Show;
    let offered = |index: &usize| keeps || workbook.sheets[*index].visible;
    let known: Vec<usize> = (0..workbook.sheets.len()).filter(offered).collect();
    if let (None, [only]) = (&def.sheet, &known[..]) {
        return Some(*only);
    }
    let name = def.file.content.clone();
    let sheets = || known.iter().map(|&index| workbook.sheets[index].name.clone()).collect::<Vec<_>>();
    let (problem, span): (DataProblem, Span) = match &def.sheet {
        Some(sheet) => match workbook.sheets.iter().position(|entry| entry.name == sheet.content) {
            Some(index) if offered(&index) => return Some(index),
            Some(_) => (DataProblem::HiddenSheet { name, sheet: sheet.content.clone() }, sheet.span()),
            None => {
                let sheets = sheets();
                let like = nearest(&sheet.content, sheets.iter().map(String::as_str)).map(str::to_owned);
                (DataProblem::UnknownSheet { name, sheet: sheet.content.clone(), like, sheets }, sheet.span())
            }
        },
        None => (DataProblem::SheetNeeded { name, sheets: sheets() }, def.file.span()),
    };
    sink.report(problem, span);
    None
}

impl Placed {
    /// Where a cell stands.
    pub(crate) fn span(&self, row: usize, column: usize) -> Span {
        match self.sheet.rows.get(row).and_then(|cells| cells.get(column)) {
            Some(cell) => Span { file: self.file, start: cell.range.start, end: cell.range.end },
            // Beyond what the file holds: at the end of the row.
            None => Span { start: self.row_span(row).end, ..self.row_span(row) },
        }
    }

    /// How messages name a cell: `A7`, `9월!A7`.
    pub(crate) fn cell_name(&self, row: usize, column: usize) -> String {
        let cell = cell_name(row, column);
        self.sheet.name.as_ref().map_or(cell.clone(), |sheet| format!("{sheet}!{cell}"))
    }

    /// The place of a row: from its first cell to its last.
    pub(crate) fn row_span(&self, row: usize) -> Span {
        let cells = self.sheet.rows.get(row).map_or(&[][..], Vec::as_slice);
        let (start, end) =
            (cells.first().map_or(0, |cell| cell.range.start), cells.last().map_or(0, |cell| cell.range.end));
        Span { file: self.file, start, end }
    }

    /// The figure that a cell shows; nothing (`Some(None)`) for one that is empty; `None` for what is no figure.
    pub(crate) fn figure(&self, row: usize, column: usize) -> Option<Option<Decimal>> {
        let cell = self.sheet.cell(row, column);
        match &cell.amount {
            Some(amount) => Some(Some(**amount)),
            None => numbers::read(&cell.content),
        }
    }

    /// The file's name and that of the cell that stands at a place.
    pub(crate) fn find(&self, place: Span) -> Option<(String, String)> {
        // Rows stand one below the other.
        let row = self.ends.partition_point(|end| *end < place.start);
        let columns = 0..self.sheet.rows.get(row)?.len();
        let column = columns.into_iter().find(|&column| self.span(row, column) == place)?;
        Some((self.name.clone(), self.cell_name(row, column)))
    }

    /// Reports a cell that should hold a figure of a column.
    pub(crate) fn not_a_number(&self, row: usize, column: usize, of: &str, sink: &mut Diagnostics) {
        let cell = self.sheet.cell(row, column);
        // What keeps a cell from holding anything is said where it is read.
        let holds = matches!(cell.shape, CellShape::Text | CellShape::Number | CellShape::Joined(_));
        if holds && cell.remark != Some(Remark::CommaUnclear) {
            let place = Some((self.name.clone(), self.cell_name(row, column)));
            let span = self.span(row, column);
            let (column, value) = (of.to_owned(), cell.content.clone());
            sink.report(DataProblem::NotANumber { cell: place, column, value }, span);
        }
    }
}
