//! Outlines as officials type them: lines with signs and indentation become elements within elements.

mod block;
mod framed;
mod inline;
mod levels;
mod line;
mod reference;
mod said;
mod signs;
mod stars;
mod tree;

pub(crate) use block::{BlockRef, placed_alone};
pub(crate) use inline::{divided, is_emphasised, marked, plain};
pub(crate) use signs::note as note_sign;

use crate::diag::Diagnostics;
use crate::model::report::Element;
use crate::read::decode::Typed;
use line::{Line, LineKind};
use tree::Tree;

/// Levels that items can have: those of a public document, `Ⅰ.` to `㉮`.
pub(crate) const DEEPEST: usize = 9;

/// Reads an outline; `place` gives the element for each `[table: NAME]` and the like.
pub(crate) fn read(
    body: &Typed,
    sink: &mut Diagnostics,
    place: &mut dyn FnMut(Vec<BlockRef<'_>>, &mut Diagnostics) -> Option<Element>,
) -> Vec<Element> {
    lines(body, Line::of_body(&body.content), true, sink, place)
}

/// Reads an outline in a table's cell, where `■` and `□` are signs of items like others.
pub(crate) fn read_cell(
    cell: &Typed,
    sink: &mut Diagnostics,
    place: &mut dyn FnMut(Vec<BlockRef<'_>>, &mut Diagnostics) -> Option<Element>,
) -> Vec<Element> {
    lines(cell, Line::of_cell(&cell.content), false, sink, place)
}

fn lines(
    body: &Typed,
    mut lines: Vec<Line>,
    is_body: bool,
    sink: &mut Diagnostics,
    place: &mut dyn FnMut(Vec<BlockRef<'_>>, &mut Diagnostics) -> Option<Element>,
) -> Vec<Element> {
    let odd = levels::settle(body, &mut lines, is_body);
    said::say(body, &lines, &odd, sink);
    let mut tree = Tree::new(body, sink, place);
    if is_body {
        tree.has_bands = true;
        framed::add_all(&mut tree, &lines);
    } else {
        lines.into_iter().for_each(|line| tree.add(line));
    }
    tree.finish()
}

/// Whether a cell is an outline: a line of it is an item or a note, or places a block. A sign alone (`-`) is text.
pub(crate) fn has_signs(cell: &Typed) -> bool {
    Line::of_cell(&cell.content).iter().any(|line| match line.kind {
        LineKind::Item | LineKind::Note => !line.text.is_empty(),
        LineKind::Text => matches!(placed_alone(cell, line.whole.clone()), Some(Ok(_))),
        LineKind::Empty | LineKind::Heading => false,
    })
}
