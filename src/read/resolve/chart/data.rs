//! Charts from data: which of a table's rows and columns are drawn, and their figures.

use std::sync::Arc;

use super::figures::{Cell, Figure, Units, cell, label};
use crate::diag::{ChartProblem, Diagnostics, nearest};
use crate::model::report::chart::Datum;
use crate::model::report::{Chart, DataChart, DataKind, GraphicKind, Picked, TO_FILL, Table, Text};
use crate::read::decode::Typed;
use crate::read::def::{DataChartDef, SeriesDef};
use crate::read::resolve::text::{optional, required};

/// More figures than a page could show in one chart.
const MOST_FIGURES: usize = 600;

/// A chart of a table's figures, or the frame in its place where all of them remain to be filled in; `None` after reporting why they can't be drawn.
pub(super) fn data(
    def: &DataChartDef,
    kind: DataKind,
    table: Arc<Table>,
    sink: &mut Diagnostics,
) -> Option<GraphicKind> {
    let unit = optional(def.unit.as_ref(), "unit", sink).or_else(|| table.unit.clone());
    let picked_columns = named(def.columns.as_deref(), &table, Line::Column, sink);
    let rows = named(def.rows.as_deref(), &table, Line::Row, sink)?;
    let rows = rows.unwrap_or_else(|| default_rows(&table));
    let columns = picked_columns?.unwrap_or_else(|| default_columns(&table, &rows));
    let count = rows.places.len() * columns.places.len();
    let unfilled = match columns.places.is_empty() {
        // Without figures no column is drawn.
        true => mark(&table, &rows.places, &all(&table, Line::Column).places),
        false => mark(&table, &rows.places, &columns.places),
    };
    if let Some(mark) = unfilled.as_ref().filter(|_| count == 0) {
        return Some(GraphicKind::Unfilled(Box::new(mark.clone()), table));
    }
    if count == 0 {
        sink.report(ChartProblem::NothingToDraw {}, def.table.span());
        return None;
    }
    if count > MOST_FIGURES {
        sink.report(ChartProblem::TooManyFigures { most: MOST_FIGURES }, def.table.span());
        return None;
    }
    if table.head_rows == 0 && columns.places.len() > 1 {
        sink.report(ChartProblem::NoHead {}, def.table.span());
        return None;
    }
    let found = read(&table, &rows, &columns, sink)?;
    if let Some(mark) = unfilled.filter(|_| found.figures.iter().flatten().all(Option::is_none)) {
        return Some(GraphicKind::Unfilled(Box::new(mark), table));
    }
    if matches!(kind, DataKind::Pie { .. }) && !are_parts(&found.figures, &def.table, sink) {
        return None;
    }
    let by_rows = def.series == SeriesDef::Rows;
    let Found { figures, decimals, below_zero, written_unit } = found;
    let chart = DataChart { kind, table, by_rows, rows, columns, figures, decimals, below_zero, unit, written_unit };
    Some(GraphicKind::Chart(Arc::new(Chart::Data(chart))))
}

/// The first of these cells whose figure remains to be filled in.
fn mark(table: &Table, rows: &[usize], columns: &[usize]) -> Option<Text> {
    let mut places = rows.iter().flat_map(|&row| columns.iter().map(move |&column| (row, column)));
    let (row, column) = places.find(|&(row, column)| matches!(cell(table, row, column), Cell::ToFill))?;
    let span = table.cell(row, column).and_then(|cell| cell.span());
    Some(Text::plain(TO_FILL.to_owned(), span.unwrap_or(table.span)))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Row,
    Column,
}

/// The columns at the left that name rows.
fn name_columns(table: &Table) -> usize {
    table.row_heads.max(1)
}

/// The rows or columns of these names; of a name that the head gives several columns, all of them. `None` after reporting a name that there isn't.
fn named(names: Option<&[Typed]>, table: &Table, line: Line, sink: &mut Diagnostics) -> Option<Option<Picked>> {
    let Some(names) = names else { return Some(None) };
    let mut places = Vec::new();
    let mut known = true;
    for typed in names {
        let name = [required(typed, if line == Line::Row { "rows" } else { "columns" }, sink).content];
        let found: Vec<usize> = match line {
            Line::Row => (table.head_rows..table.grid.rows()).filter(|row| table.is_row_named(*row, &name)).collect(),
            Line::Column => (name_columns(table)..table.columns.len())
                .filter(|column| table.is_column_named(*column, &name))
                .collect(),
        };
        if found.is_empty() {
            known = false;
            let names = all(table, line).names;
            let like = nearest(&typed.content, names.iter().map(|name| name.content.as_str())).map(str::to_owned);
            let name = typed.content.clone();
            let problem = match line {
                Line::Row => ChartProblem::UnknownRow { name, like },
                Line::Column => ChartProblem::UnknownColumn { name, like },
            };
            sink.report(problem, typed.span());
        }
        places.extend(found);
    }
    known.then(|| Some(Picked { chosen: true, ..picked(table, line, places) }))
}

fn picked(table: &Table, line: Line, places: Vec<usize>) -> Picked {
    let name = |place: &usize| match line {
        Line::Row => label(table, (0..name_columns(table)).map(|column| (*place, column))),
        Line::Column => label(table, (0..table.head_rows).map(|row| (row, *place))),
    };
    Picked { names: places.iter().map(name).collect(), places, chosen: false }
}

fn all(table: &Table, line: Line) -> Picked {
    match line {
        Line::Row => default_rows(table),
        Line::Column => picked(table, line, (name_columns(table)..table.columns.len()).collect()),
    }
}

/// All rows but those that head others.
fn default_rows(table: &Table) -> Picked {
    let rows = (table.head_rows..table.grid.rows()).filter(|row| !table.heads_group(*row));
    picked(table, Line::Row, rows.collect())
}

/// All columns that have a figure in one of the rows.
fn default_columns(table: &Table, rows: &Picked) -> Picked {
    let has_figures =
        |column: &usize| rows.places.iter().any(|row| matches!(cell(table, *row, *column), Cell::Figure(_)));
    picked(table, Line::Column, (name_columns(table)..table.columns.len()).filter(has_figures).collect())
}

/// Figures in one unit.
struct Found {
    figures: Vec<Vec<Option<Datum<Text>>>>,
    decimals: u32,
    below_zero: char,
    written_unit: String,
}

/// The figures of the cells where rows and columns cross; `None` after reporting those that have none.
fn read(table: &Table, rows: &Picked, columns: &Picked, sink: &mut Diagnostics) -> Option<Found> {
    let mut whole = true;
    let mut units = Units::default();
    let mut cells = Vec::with_capacity(rows.places.len());
    for row in &rows.places {
        let mut line = Vec::with_capacity(columns.places.len());
        for column in &columns.places {
            let found = match cell(table, *row, *column) {
                Cell::Figure(figure) => {
                    whole &= units.agree(&figure, sink);
                    Some(figure)
                }
                Cell::Missing | Cell::ToFill => None,
                Cell::Merged(span) => {
                    sink.report(ChartProblem::MergedCell {}, span);
                    whole = false;
                    None
                }
                Cell::Other { written, span } => {
                    sink.report(ChartProblem::NotAFigure { written }, span);
                    whole = false;
                    None
                }
            };
            line.push(found);
        }
        cells.push(line);
    }
    if !whole {
        return None;
    }
    let figures = || cells.iter().flatten().flatten();
    let decimals = figures().map(|figure| figure.amount.decimals).max().unwrap_or(0);
    let below_zero = figures().find(|figure| figure.amount.digits < 0).and_then(|figure| figure.sign).unwrap_or('-');
    let written_unit = figures().map(|figure| figure.unit.clone()).find(|unit| !unit.is_empty()).unwrap_or_default();
    let line = |line: Vec<Option<Figure>>| {
        let datum = |figure: Figure| Datum { amount: figure.amount.at(decimals), printed: figure.printed };
        line.into_iter().map(|figure| figure.map(datum)).collect()
    };
    Some(Found { figures: cells.into_iter().map(line).collect(), decimals, below_zero, written_unit })
}

/// Whether figures can be the parts of a whole: none is below zero, and not all are zero. Reports it if not.
fn are_parts(figures: &[Vec<Option<Datum<Text>>>], table: &Typed, sink: &mut Diagnostics) -> bool {
    let all = || figures.iter().flatten().flatten();
    let negative: Vec<_> = all().filter(|figure| figure.amount < 0).collect();
    for figure in &negative {
        let written = figure.printed.content.clone();
        sink.report(ChartProblem::NegativeShare { written }, figure.printed.origin.span);
    }
    let nothing = all().all(|figure| figure.amount == 0);
    if nothing {
        sink.report(ChartProblem::NothingToDraw {}, table.span());
    }
    negative.is_empty() && !nothing
}
