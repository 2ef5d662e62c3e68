//! The rows and columns of a table that are set off, found by their names.

use super::totals::unknown;
use crate::diag::{DataProblem, Diagnostics};
use crate::model::report::{GridLine, Styled, Table};
use crate::read::def::StyleDef;
use crate::read::resolve::text::required;

/// Rows and columns with their styles, those that are named last first; names that none has are reported.
pub(super) fn styles(defs: Vec<StyleDef>, table: &Table, sink: &mut Diagnostics) -> Vec<Styled> {
    let mut styles = Vec::new();
    for def in defs {
        let (name, lines): (_, Vec<GridLine>) = match (&def.row, &def.column) {
            (Some(row), None) => {
                let name = required(row, "row", sink);
                let names = [name.content.clone()];
                let rows = (table.head_rows..table.grid.rows()).filter(|row| table.is_row_named(*row, &names));
                (name, rows.map(GridLine::Row).collect())
            }
            (None, Some(column)) => {
                let name = required(column, "column", sink);
                let names = [name.content.clone()];
                let columns = (0..table.columns.len()).filter(|column| table.is_column_named(*column, &names));
                (name, columns.map(GridLine::Column).collect())
            }
            _ => {
                sink.report(DataProblem::StyleForm {}, def.span);
                continue;
            }
        };
        if lines.is_empty() {
            sink.report(unknown(table, &name), name.origin.span);
        }
        let style = required(&def.style, "style", sink);
        styles.extend(lines.into_iter().map(|line| Styled { line, style: style.clone() }));
    }
    styles.reverse();
    styles
}
