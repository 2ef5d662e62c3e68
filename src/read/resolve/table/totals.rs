//! The names of totals that an author gives: each must be that of a row or column.

use crate::diag::{Diagnostics, TableProblem, nearest};
use crate::model::report::{Table, Text};

/// Reports the names of totals that no row and no column has.
pub(super) fn find_named(table: &Table, sink: &mut Diagnostics) {
    for name in table.totals.iter().flatten() {
        let names = [name.content.clone()];
        let is_row = (table.head_rows..table.grid.rows()).any(|row| table.is_row_named(row, &names));
        if !is_row && !(0..table.columns.len()).any(|column| table.is_column_named(column, &names)) {
            sink.report(unknown(table, name), name.origin.span);
        }
    }
}

/// That no row and no column of a table has a name.
pub(super) fn unknown(table: &Table, name: &Text) -> TableProblem {
    let columns = (0..table.head_rows).flat_map(|row| (0..table.columns.len()).map(move |column| (row, column)));
    let rows = (table.head_rows..table.grid.rows()).map(|row| (row, 0));
    let labels: Vec<String> =
        columns.chain(rows).filter_map(|(row, column)| Some(table.cell(row, column)?.words())).collect();
    let like = nearest(&name.content, labels.iter().map(String::as_str)).map(str::to_owned);
    TableProblem::UnknownTotal { name: name.content.clone(), like }
}
