//! Outlines as officials type them: lines with signs and indentation become elements within elements.

mod block;
mod framed;
mod inline;
mod line;
mod reference;
mod tree;

pub(crate) use block::{BlockRef, placed_alone};
pub(crate) use inline::{divided, is_emphasised, marked, plain};

use crate::diag::Diagnostics;
use crate::model::report::Element;
use crate::read::decode::Typed;
use line::{Line, LineKind};
use tree::Tree;

/// Levels that items can have.
pub(crate) const DEEPEST: usize = 5;

/// Reads an outline; `place` gives the element for each `[table: NAME]` and the like.
pub(crate) fn read(
    body: &Typed,
    sink: &mut Diagnostics,
    place: &mut dyn FnMut(Vec<BlockRef<'_>>, &mut Diagnostics) -> Option<Element>,
) -> Vec<Element> {
    let mut tree = Tree::new(body, sink, place);
    tree.has_bands = true;
    let lines: Vec<Line> = Line::all(&body.content).collect();
    framed::add_all(&mut tree, &lines);
    tree.finish()
}

/// Reads an outline in a table's cell, where `■` and `□` are signs of items like others.
pub(crate) fn read_cell(
    cell: &Typed,
    sink: &mut Diagnostics,
    place: &mut dyn FnMut(Vec<BlockRef<'_>>, &mut Diagnostics) -> Option<Element>,
) -> Vec<Element> {
    let mut tree = Tree::new(cell, sink, place);
    for line in Line::all(&cell.content) {
        let kind = match line.kind {
            LineKind::Heading(sign) => LineKind::Item(sign),
            other => other,
        };
        tree.add(Line { kind, ..line });
    }
    tree.finish()
}

/// Whether a cell is an outline: a line of it is an item or a note, or places a block. A sign alone (`-`) is text.
pub(crate) fn has_signs(cell: &Typed) -> bool {
    Line::all(&cell.content).any(|line| match line.kind {
        LineKind::Item(_) | LineKind::Note(_) => !line.text.is_empty(),
        LineKind::Text => matches!(placed_alone(cell, line.whole), Some(Ok(_))),
        LineKind::Empty | LineKind::Heading(_) => false,
    })
}
