//! The columns of a table: where their text stands, how wide they are, how many of them name their row.

use crate::diag::{Diagnostics, TableProblem};
use crate::model::report::Column;
use crate::read::decode::Places;
use crate::read::def::TableDef;

/// The columns; `count` is `None` where the table has none that could be counted.
pub(super) fn columns(def: &TableDef, count: Option<usize>, sink: &mut Diagnostics) -> Vec<Column> {
    let Some(count) = count else { return Vec::new() };
    let aligns = one_a_column("align", def.align.as_ref(), count, sink);
    let widths = one_a_column("widths", def.widths.as_ref(), count, sink);
    (0..count)
        .map(|column| Column {
            align: aligns.get(column).copied().flatten(),
            width: widths.get(column).copied().flatten().unwrap_or_default(),
        })
        .collect()
}

/// How many columns at the left name their row.
pub(super) fn row_heads(def: &TableDef, count: Option<usize>, sink: &mut Diagnostics) -> usize {
    let Some(row_heads) = &def.row_heads else { return 0 };
    let given = usize::from(row_heads.value);
    match count {
        Some(columns) if given > columns => {
            sink.report(TableProblem::RowHeads { row_heads: given, columns }, row_heads.span);
            columns
        }
        _ => given,
    }
}

fn one_a_column<'a, T>(
    key: &'static str,
    places: Option<&'a Places<T>>,
    columns: usize,
    sink: &mut Diagnostics,
) -> &'a [Option<T>] {
    let Some(places) = places else { return &[] };
    let entries = places.entries.len();
    if entries != columns {
        sink.report(TableProblem::ColumnCount { key, entries, columns }, places.span);
    }
    &places.entries
}
