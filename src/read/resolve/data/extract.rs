//! What a definition asks of a sheet: head and rows as if typed, with the figures that others follow from.

use std::sync::Arc;

use super::area::{Area, area};
use super::cells::{self, Reader, SheetColumn};
use super::columns::{Column, From, columns};
use super::files::Placed;
use super::noted::Noted;
use super::reckon::{Inputs, Reckoning, sums};
use super::rows;
use crate::diag::{DataProblem, Diagnostics};
use crate::model::grid::Join;
use crate::model::source::SourceMap;
use crate::read::decode::Places;
use crate::read::def::{CellDef, DataDef};
use crate::read::numbers;

/// The rows of a table before its totals.
pub(super) struct Extract {
    /// The head, where a file gives it.
    pub head: Vec<Places<CellDef>>,
    /// The rows.
    pub rows: Vec<Places<CellDef>>,
    /// Column by column, how its figures follow from others; shorter where none do.
    pub reckoned: Vec<Option<Reckoning>>,
    /// Row by row, the figures that others follow from.
    pub inputs: Vec<Inputs>,
    /// What the columns of the file are called.
    pub names: Vec<String>,
    /// The sheet that it is from.
    pub placed: Option<Arc<Placed>>,
}

impl Extract {
    /// Rows that stand in the definition.
    pub(crate) fn typed(rows: Vec<Places<CellDef>>) -> Extract {
        let inputs = rows.iter().map(|_| Inputs::default()).collect();
        Extract { head: Vec::new(), rows, reckoned: Vec::new(), inputs, names: Vec::new(), placed: None }
    }
}

/// What a definition asks of a sheet, or `None` after reporting what is not to be had.
pub(super) fn extract(
    def: &DataDef,
    placed: Arc<Placed>,
    sources: &SourceMap,
    sink: &mut Diagnostics,
) -> Option<Extract> {
    let mut area = area(def, &placed, sink)?;
    rows::filter(&def.filter, &mut area, &placed, sink);
    rows::sort(&def.sort, &mut area, &placed, sink);
    let columns = columns(def, &area, sink);
    if columns.is_empty() || area.rows.is_empty() {
        return None;
    }
    let of_sheet: Vec<SheetColumn> = columns
        .iter()
        .map(|column| match &column.from {
            From::Worksheet(column) => *column,
            From::Reckoned(_) => SheetColumn { column: None, verbatim: false, decimals: None },
        })
        .collect();
    let mut reader = Reader { placed: &placed, markup: def.markup, sources, noted: Noted::default() };
    let head = head(&area, &columns, &of_sheet, &mut reader, sink);
    let mut rows = reader.rows(&area.rows, &of_sheet, sink);
    reader.noted.report(&placed, sink);
    let inputs = inputs(&area, &columns, &placed, sink);
    let reckoned: Vec<Option<Reckoning>> = columns
        .into_iter()
        .map(|column| match column.from {
            From::Reckoned(reckoning) => Some(reckoning),
            From::Worksheet(_) => None,
        })
        .collect();
    fill(&mut rows, &reckoned, &inputs, def, sink);
    let names = area.columns.iter().map(|&column| area.name(column).to_owned()).collect();
    Some(Extract { head, rows, reckoned, inputs, names, placed: Some(placed) })
}

/// The head as the file has it, with the names that columns have of their own.
fn head(
    area: &Area,
    columns: &[Column],
    of_sheet: &[SheetColumn],
    reader: &mut Reader<'_>,
    sink: &mut Diagnostics,
) -> Vec<Places<CellDef>> {
    // What a head says is never a figure.
    let verbatim: Vec<SheetColumn> = columns
        .iter()
        .zip(of_sheet)
        .map(|(column, of_sheet)| SheetColumn {
            column: of_sheet.column.filter(|_| column.name.is_none()),
            verbatim: true,
            decimals: None,
        })
        .collect();
    let mut head = reader.rows(&area.head, &verbatim, sink);
    for (index, row) in head.iter_mut().enumerate() {
        for (cell, column) in row.entries.iter_mut().zip(columns) {
            let Some(name) = &column.name else { continue };
            *cell = Some(match index {
                0 => cells::text(&name.content, name.origin.clone()),
                _ => cells::joined(Join::Above, name.span()),
            });
        }
    }
    head
}

/// Row by row, the figures of the columns that others follow from.
fn inputs(area: &Area, columns: &[Column], placed: &Placed, sink: &mut Diagnostics) -> Vec<Inputs> {
    let mut wanted: Vec<usize> = columns
        .iter()
        .flat_map(|column| match &column.from {
            From::Reckoned(reckoning) => reckoning.inputs(),
            From::Worksheet(_) => Vec::new(),
        })
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    // What is rounded where it is shown is reckoned with as it is shown.
    let decimals = |column: usize| {
        columns.iter().find_map(|other| match &other.from {
            From::Worksheet(sheet) if sheet.column == Some(column) => sheet.decimals,
            _ => None,
        })
    };
    let of_row = |&row: &usize| {
        let mut inputs = Inputs::default();
        for &column in &wanted {
            let (row, column_of_cell) = placed.sheet.owner(row, column);
            let content = &placed.sheet.cell(row, column_of_cell).content;
            match placed.figure(row, column_of_cell) {
                Some(figure) => inputs.figures.extend(figure.map(|figure| match decimals(column) {
                    Some(decimals) => (column, numbers::rounded(figure, decimals)),
                    None => (column, figure),
                })),
                None if numbers::is_to_fill(content) => _ = inputs.to_fill.insert(column),
                None => placed.not_a_number(row, column_of_cell, area.name(column), sink),
            }
        }
        inputs
    };
    area.rows.iter().map(of_row).collect()
}

/// Fills the cells that follow from others.
fn fill(
    rows: &mut [Places<CellDef>],
    reckoned: &[Option<Reckoning>],
    inputs: &[Inputs],
    def: &DataDef,
    sink: &mut Diagnostics,
) {
    let too_large = |sink: &mut Diagnostics| sink.report(DataProblem::TooLarge {}, def.span);
    let Ok(all) = sums(inputs) else { return too_large(sink) };
    for (row, figures) in rows.iter_mut().zip(inputs) {
        let span = row.span;
        for (cell, reckoning) in row.entries.iter_mut().zip(reckoned) {
            let Some(reckoning) = reckoning else { continue };
            match reckoning.print(figures, &all) {
                Ok(printed) => *cell = Some(cells::figure(&printed, span)),
                Err(_) => return too_large(sink),
            }
        }
    }
}
