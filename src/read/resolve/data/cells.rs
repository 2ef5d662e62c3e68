//! Cells of a sheet to cells as if typed.

use super::files::Placed;
use crate::diag::{DataProblem, Diagnostics};
use crate::model::grid::Join;
use crate::model::report::Origin;
use crate::model::source::{SourceMap, Span};
use crate::read::data::{Cell, CellShape};
use crate::read::decode::{Number, Places, Typed};
use crate::read::def::{CellDef, CellValue};
use crate::read::numbers::digits;

/// A column of the output: of the sheet, or filled otherwise.
#[derive(Clone, Copy)]
pub(super) struct SheetColumn {
    /// Which; `None` for one that isn't the sheet's.
    pub column: Option<usize>,
    /// Whether its figures print as they stand in the file.
    pub verbatim: bool,
}

/// These rows and columns of a sheet, merged cells joined where they still stand beside each other, and repeated where they don't. The cells of other columns
/// are left out.
pub(super) fn rows(
    placed: &Placed,
    rows: &[usize],
    columns: &[SheetColumn],
    sources: &SourceMap,
    sink: &mut Diagnostics,
) -> Vec<Places<CellDef>> {
    let owner = |row: usize, column: Option<usize>| Some(placed.sheet.owner(row, column?));
    let mut lines = Vec::with_capacity(rows.len());
    for (index, &row) in rows.iter().enumerate() {
        let mut entries = Vec::with_capacity(columns.len());
        for (place, &SheetColumn { column, verbatim }) in columns.iter().enumerate() {
            let own = owner(row, column);
            let is = |other: Option<(usize, usize)>| own.is_some() && own == other;
            let left = place.checked_sub(1).and_then(|left| owner(row, columns[left].column));
            let above = index.checked_sub(1).and_then(|above| owner(rows[above], column));
            entries.push(column.and_then(|column| {
                if is(left) || is(above) {
                    let join = if is(left) { Join::Left } else { Join::Above };
                    return Some(joined(join, placed.span(row, column)));
                }
                let (row, column) = placed.sheet.owner(row, column);
                value(placed, row, column, verbatim, sources, sink)
            }));
        }
        lines.push(Places { span: placed.row_span(row), entries });
    }
    lines
}

/// A cell as if typed, or `None` after reporting that it holds no value.
fn value(
    placed: &Placed,
    row: usize,
    column: usize,
    verbatim: bool,
    sources: &SourceMap,
    sink: &mut Diagnostics,
) -> Option<CellDef> {
    let cell = placed.sheet.cell(row, column);
    let span = placed.span(row, column);
    let (name, place) = (placed.name.clone(), placed.cell_name(row, column));
    match cell.shape {
        CellShape::Error => {
            sink.report(DataProblem::ErrorCell { name, cell: place, value: cell.content.clone() }, span)
        }
        CellShape::NoResult => sink.report(DataProblem::NoResult { name, cell: place }, span),
        CellShape::Number if !verbatim => {
            let digits = digits(&cell.content).unwrap_or_else(|| cell.content.clone());
            return Some(CellDef { value: CellValue::Number(Number::of_digits(&digits, span)), align: None });
        }
        CellShape::Number | CellShape::Text => return Some(text_of(cell, span, sources)),
        // What it would belong to isn't there, which is said of it as of a typed one.
        CellShape::Joined(join) => return Some(joined(join, span)),
    }
    None
}

/// A text with the place of each letter, where it stands in the file as it is read.
fn text_of(cell: &Cell, span: Span, sources: &SourceMap) -> CellDef {
    let raw = sources.text(span.file).get(span.range()).unwrap_or_default();
    let quotes = u32::from(raw.len() == cell.content.len() + 2 && raw.starts_with('"'));
    let verbatim = raw.get(quotes as usize..raw.len() - quotes as usize) == Some(cell.content.as_str());
    let runs = if verbatim { vec![(0, span.start + quotes)] } else { Vec::new() };
    let typed = Typed { content: cell.content.clone(), origin: Origin { span, runs } };
    CellDef { value: CellValue::Text(CellValue::printed(typed)), align: None }
}

/// A cell with a figure as it is printed.
pub(super) fn figure(printed: &str, span: Span) -> CellDef {
    match digits(printed) {
        Some(digits) => CellDef { value: CellValue::Number(Number::of_digits(&digits, span)), align: None },
        None => text(printed, Origin { span, runs: Vec::new() }),
    }
}

/// A place that belongs to another cell.
pub(super) fn joined(join: Join, span: Span) -> CellDef {
    CellDef { value: CellValue::Joined(join, span), align: None }
}

/// A cell with a text.
pub(super) fn text(content: &str, origin: Origin) -> CellDef {
    CellDef { value: CellValue::Text(Typed { content: content.to_owned(), origin }), align: None }
}
