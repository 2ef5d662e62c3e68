//! Tables: rows of cells as written become a dense grid.

mod cell;
mod columns;
mod merge;
mod shape;

use super::blocks::Blocks;
use super::text::optional;
use crate::decode::Name;
use crate::def::{AsOfDef, TableDef};
use crate::diag::Diagnostics;
use crate::report::{AsOf, Table, Text};

/// A table on a dense grid, or `None` after reporting why its cells can't be laid on one.
pub(super) fn table(def: TableDef, name: &Name, blocks: &mut Blocks, sink: &mut Diagnostics) -> Option<Table> {
    let head_rows = def.head.len();
    let unit = optional(def.unit.as_ref(), "unit", sink);
    let as_of = def.as_of.as_ref().map(|as_of| as_of_text(as_of, sink));
    let shape = shape::shape(&def, name, sink);
    let columns = columns::columns(&def, shape.map(|shape| shape.columns), sink);
    let row_heads = columns::row_heads(&def, shape.map(|shape| shape.columns), sink);
    let rows: Vec<_> = def.head.into_iter().chain(def.rows).collect();
    let slots = merge::merge(&rows, head_rows, shape, sink);
    let rows = cell::fill(rows, slots, blocks, sink);
    shape.is_some_and(|shape| shape.even).then_some(Table {
        name: name.content.clone(),
        unit,
        as_of,
        columns,
        head_rows,
        row_heads,
        rows,
        span: name.span,
    })
}

fn as_of_text(as_of: &AsOfDef, sink: &mut Diagnostics) -> AsOf {
    match as_of {
        AsOfDef::Day(day) => AsOf::Day(Text::plain(day.to_string(), day.span)),
        AsOfDef::Typed(typed) => AsOf::Typed(super::text::required(typed, "as-of", sink)),
    }
}
