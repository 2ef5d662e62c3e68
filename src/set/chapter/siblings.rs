//! Tables of a section with the same heads: they share their columns, so that those of one stand below those of the other.

use std::sync::Arc;

use crate::set::layout::{Block, Child, Context, TableBlock, Widths, column_widths};

/// Lets the tables among these children share their columns, those on one kind of page.
pub(super) fn share_columns(children: &mut [Child]) {
    let mut tables: Vec<(bool, &mut TableBlock)> =
        children.iter_mut().filter_map(|child| Some((child.landscape, table(&mut child.block)?))).collect();
    for first in 0..tables.len() {
        if tables[first].1.company.is_some() {
            continue;
        }
        let alike: Vec<usize> =
            (first..tables.len()).filter(|&other| are_alike(&tables[first], &tables[other])).collect();
        if alike.len() < 2 {
            continue;
        }
        let mut wanted = vec![Widths::default(); tables[first].1.columns.len()];
        for &index in &alike {
            for (all, own) in wanted.iter_mut().zip(column_widths(tables[index].1, &Context::default())) {
                *all = Widths { min: all.min.max(own.min), max: all.max.max(own.max) };
            }
        }
        let company: Arc<[Widths]> = wanted.into();
        alike.into_iter().for_each(|index| tables[index].1.company = Some(Arc::clone(&company)));
    }
}

/// The table that stands by itself in a block, indented or not.
fn table(block: &mut Block) -> Option<&mut TableBlock> {
    match block {
        Block::Table(table) => Some(table),
        Block::Boxed(boxed) => table(&mut boxed.body),
        _ => None,
    }
}

/// Whether two tables have the same head and the same widths asked of their columns, and stand on pages of one kind.
fn are_alike((turned, one): &(bool, &mut TableBlock), (other_turned, other): &(bool, &mut TableBlock)) -> bool {
    let head = |table: &TableBlock| {
        let cells = table.grid.iter().filter(|cell| cell.region.row() < table.head_rows);
        cells.map(|cell| (cell.region, text(&cell.content.block))).collect::<Vec<_>>()
    };
    turned == other_turned && one.head_rows > 0 && one.columns == other.columns && head(one) == head(other)
}

/// What a head's cell says.
fn text(block: &Block) -> Vec<Arc<str>> {
    match block {
        Block::Text(text) => vec![text.shaped.text.as_str().into()],
        Block::Turned(turned) => vec![turned.body.shaped.text.as_str().into()],
        Block::Corner(corner) => [text(&corner.rows), text(&corner.columns)].concat(),
        Block::Stack(stack) => stack.children.iter().flat_map(|child| text(&child.block)).collect(),
        _ => Vec::new(),
    }
}
