//! Whether the rows of a table have one length.

use crate::diag::{Diagnostic, Diagnostics, Relation, TableProblem};
use crate::model::source::SourceMap;
use crate::read::decode::{Name, Places, unquoted_thousands};
use crate::read::def::CellDef;

/// The columns of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// How many.
    pub columns: usize,
    /// Whether every row has so many cells.
    pub even: bool,
}

/// Columns beyond which no page could show a table.
const MOST_COLUMNS: usize = 64;

/// The columns that the first row sets, or `None` for a table without cells or with far too many.
pub(super) fn shape(
    rows: &[Places<CellDef>],
    head_rows: usize,
    name: &Name,
    sources: &SourceMap,
    sink: &mut Diagnostics,
) -> Option<Shape> {
    let first = rows.first();
    let columns = first.map_or(0, |row| row.entries.len());
    let (Some(first), false, true) = (first, rows.len() == head_rows, columns > 0) else {
        sink.report(TableProblem::Empty { name: name.content.clone() }, name.span);
        return None;
    };
    if columns > MOST_COLUMNS {
        sink.report(TableProblem::TooWide { columns, most: MOST_COLUMNS }, first.span);
        return None;
    }
    let mut even = true;
    for (number, row) in (1..).zip(rows) {
        if row.entries.len() != columns {
            even = false;
            sink.push(ragged(number, row, columns, first, sources));
        }
    }
    Some(Shape { columns, even })
}

fn ragged(
    row: usize,
    cells: &Places<CellDef>,
    columns: usize,
    first: &Places<CellDef>,
    sources: &SourceMap,
) -> Diagnostic {
    let typed = sources.text(cells.span.file).get(cells.span.range()).unwrap_or_default();
    let thousands = unquoted_thousands(typed).filter(|_| cells.entries.len() > columns).map(str::to_owned);
    let problem = TableProblem::Ragged { row, cells: cells.entries.len(), columns, thousands };
    Diagnostic::new(problem, cells.span).related(first.span, Relation::Columns)
}
