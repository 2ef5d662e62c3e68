//! Tables: rows of cells as written become a dense grid.

mod cell;
mod columns;
mod merge;
mod notes;
mod shape;
mod styles;
mod totals;
mod years;

use super::allow::allow;
use super::blocks::Blocks;
use super::captions::caption;
use super::text::{emphasised, optional, required};
use super::{Resolver, data};
use crate::diag::Diagnostics;
use crate::model::report::{AsOf, Table, Text};
use crate::read::decode::Name;
use crate::read::def::{AsOfDef, HeadDirection, TableDef};
use shape::Shape;

/// A table on a dense grid, or `None` after reporting why its cells can't be laid on one.
pub(super) fn table(mut def: TableDef, name: &Name, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Option<Table> {
    let body = data::complete(&mut def, name, resolver);
    let sink = &mut *resolver.sink;
    let head_rows = def.head.len();
    let caption = caption(def.caption.as_ref(), sink);
    let unit = optional(def.unit.as_ref(), "unit", sink);
    let as_of = def.as_of.as_ref().map(|as_of| as_of_text(as_of, sink));
    let source = emphasised(def.source.as_ref(), "source", sink);
    let mut rows: Vec<_> = def.head.drain(..).chain(body?).collect();
    years::print_plain(&mut rows, head_rows, &def, &resolver.files.sources);
    let shape = shape::shape(&rows, head_rows, name, sink);
    let columns = columns::columns(&def, shape.map(|shape| shape.columns), sink);
    let row_heads = columns::row_heads(&def, shape.map(|shape| shape.columns), sink);
    let totals = def.totals.map(|names| names.iter().map(|name| required(name, "totals", sink)).collect());
    let allow = allow(def.allow, sink);
    let Some(Shape { columns: count, even: true }) = shape else {
        let cells = cell::on_none(rows, head_rows, blocks, sink);
        notes::notes(&def.notes, &cells, sink);
        return None;
    };
    let shape = merge::merge(&rows, count, head_rows, sink);
    let grid = cell::on_grid(rows, head_rows, (shape, name.span), blocks, sink);
    let notes = notes::notes(&def.notes, grid.contents(), sink);
    let mut table = Table {
        name: name.content.clone(),
        unit,
        as_of,
        source,
        columns,
        head_rows,
        row_heads,
        repeat_row_heads: def.repeat_row_heads,
        totals,
        keep: def.keep_together,
        landscape: def.landscape,
        upward: def.direction == Some(HeadDirection::Up),
        styles: Vec::new(),
        grid,
        notes,
        caption,
        place: None,
        span: name.span,
        allow,
    };
    totals::find_named(&table, sink);
    table.styles = styles::styles(def.styles, &table, sink);
    Some(table)
}

fn as_of_text(as_of: &AsOfDef, sink: &mut Diagnostics) -> AsOf {
    match as_of {
        AsOfDef::Day(day) => AsOf::Day(Text::plain(day.to_string(), day.span)),
        AsOfDef::Typed(typed) => AsOf::Typed(required(typed, "as-of", sink)),
    }
}
