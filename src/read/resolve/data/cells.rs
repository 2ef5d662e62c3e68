//! Cells of a sheet to cells as if typed.

use super::files::Placed;
use super::noted::{Noted, What};
use crate::diag::{DataProblem, Diagnostics};
use crate::model::grid::Join;
use crate::model::report::Origin;
use crate::model::source::{SourceMap, Span};
use crate::read::data::{Cell, CellShape, Remark};
use crate::read::decode::{Number, Places, Typed};
use crate::read::def::{CellDef, CellValue, DataCell};
use crate::read::numbers::{self, digits};
use crate::read::outline;

/// A column of the output: of the sheet, or filled otherwise.
#[derive(Clone, Copy)]
pub(super) struct SheetColumn {
    /// Which; `None` for one that isn't the sheet's.
    pub column: Option<usize>,
    /// Whether its figures print as they stand in the file.
    pub verbatim: bool,
    /// To how many decimals its figures are rounded.
    pub decimals: Option<u32>,
}

/// Cells being read.
pub(super) struct Reader<'a> {
    /// The sheet that they are from.
    pub placed: &'a Placed,
    /// Whether marks and signs in them mean what they mean in typed cells.
    pub markup: bool,
    /// The texts of the run.
    pub sources: &'a SourceMap,
    /// What is to be said of all of them together.
    pub noted: Noted,
}

impl Reader<'_> {
    /// These rows and columns of a sheet, merged cells joined where they still stand beside each other, and repeated where they don't. The cells
    /// of other columns are left out.
    pub(crate) fn rows(
        &mut self,
        rows: &[usize],
        columns: &[SheetColumn],
        sink: &mut Diagnostics,
    ) -> Vec<Places<CellDef>> {
        let placed = self.placed;
        let owner = |row: usize, column: Option<usize>| Some(placed.sheet.owner(row, column?));
        let mut lines = Vec::with_capacity(rows.len());
        for (index, &row) in rows.iter().enumerate() {
            let mut entries = Vec::with_capacity(columns.len());
            for (place, of_sheet) in columns.iter().enumerate() {
                let own = owner(row, of_sheet.column);
                let is = |other: Option<(usize, usize)>| own.is_some() && own == other;
                let left = place.checked_sub(1).and_then(|left| owner(row, columns[left].column));
                let above = index.checked_sub(1).and_then(|above| owner(rows[above], of_sheet.column));
                entries.push(of_sheet.column.and_then(|column| {
                    if is(left) || is(above) {
                        let join = if is(left) { Join::Left } else { Join::Above };
                        return Some(joined(join, placed.span(row, column)));
                    }
                    self.value(placed.sheet.owner(row, column), of_sheet, sink)
                }));
            }
            lines.push(Places { span: placed.row_span(row), entries });
        }
        lines
    }

    /// A cell as if typed, or `None` after reporting that it holds no value.
    fn value(&mut self, (row, column): (usize, usize), of: &SheetColumn, sink: &mut Diagnostics) -> Option<CellDef> {
        let placed = self.placed;
        let cell = placed.sheet.cell(row, column);
        let span = placed.span(row, column);
        let named = || (placed.name.clone(), placed.cell_name(row, column));
        match cell.shape {
            CellShape::Error => {
                let (name, cell_name) = named();
                sink.report(DataProblem::ErrorCell { name, cell: cell_name, value: cell.content.clone() }, span);
                return None;
            }
            CellShape::NoResult => {
                let (name, cell) = named();
                sink.report(DataProblem::NoResult { name, cell }, span);
                return None;
            }
            CellShape::NoText => {
                let ((name, cell_name), index, count) = (named(), cell.content.clone(), placed.sheet.shared);
                sink.report(DataProblem::NoText { name, cell: cell_name, index, count }, span);
                return None;
            }
            // What it would belong to isn't there, which is said of it as of a typed one.
            CellShape::Joined(join) => return Some(joined(join, span)),
            CellShape::Number | CellShape::Text => {}
        }
        if let Some(remark) = cell.remark.filter(|remark| *remark != Remark::DecimalComma || !of.verbatim) {
            self.noted.add(What::Remark(remark), (row, column));
        }
        if let Some(rounded) = of.decimals.and_then(|decimals| rounded(cell, decimals)) {
            return Some(figure(&rounded, span));
        }
        if cell.shape == CellShape::Number && !of.verbatim {
            let digits = digits(&cell.content).unwrap_or_else(|| cell.content.clone());
            return Some(CellDef::plain(CellValue::Number(Number::of_digits(&digits, span))));
        }
        Some(self.text_of(cell, (row, column), span))
    }

    /// A text with the place of each letter, where it stands in the file as it is read.
    fn text_of(&mut self, cell: &Cell, place: (usize, usize), span: Span) -> CellDef {
        let raw = self.sources.text(span.file).get(span.range()).unwrap_or_default();
        let quotes = u32::from(raw.len() == cell.content.len() + 2 && raw.starts_with('"'));
        let verbatim = raw.get(quotes as usize..raw.len() - quotes as usize) == Some(cell.content.as_str());
        let runs = if verbatim { vec![(0, span.start + quotes)] } else { Vec::new() };
        let typed = Typed { content: cell.content.clone(), origin: Origin { span, runs } };
        if self.markup {
            return CellDef::plain(CellValue::Text(CellValue::printed(typed)));
        }
        // Where a sign joins cells, in a text, one that doesn't is written as in a definition.
        let typed = if self.placed.sheet.name.is_none() { CellValue::printed(typed) } else { typed };
        if outline::is_emphasised(&typed) {
            self.noted.add(What::Marks, place);
        }
        CellDef::plain(CellValue::Data(DataCell { text: typed, amount: cell.amount.clone() }))
    }
}

/// A figure rounded to so many decimals, as it is printed; `None` for a cell that holds none.
fn rounded(cell: &Cell, decimals: u32) -> Option<String> {
    let number = numbers::read(&cell.content)??;
    let rounded = numbers::rounded(number, decimals);
    Some(match cell.shape {
        CellShape::Number => numbers::grouped(rounded),
        // Its fall is told by a sign of its own.
        _ => numbers::change(rounded),
    })
}

/// A cell with a figure as it is printed.
pub(super) fn figure(printed: &str, span: Span) -> CellDef {
    match digits(printed) {
        Some(digits) => CellDef::plain(CellValue::Number(Number::of_digits(&digits, span))),
        None => text(printed, Origin { span, runs: Vec::new() }),
    }
}

/// A place that belongs to another cell.
pub(super) fn joined(join: Join, span: Span) -> CellDef {
    CellDef::plain(CellValue::Joined(join, span))
}

/// A cell with a text.
pub(super) fn text(content: &str, origin: Origin) -> CellDef {
    CellDef::plain(CellValue::Text(Typed { content: content.to_owned(), origin }))
}
