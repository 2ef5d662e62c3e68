//! Outlines as officials type them: lines with signs and indentation become elements within elements.

mod block;
mod inline;
mod line;
mod tree;

pub use block::{BlockRef, placed_alone};
pub use inline::{marked, plain};

use crate::decode::Typed;
use crate::diag::Diagnostics;
use crate::report::Element;
use line::Line;
use tree::Tree;

/// Levels that items can have.
pub const DEEPEST: usize = 5;

/// Reads an outline; `place` gives the element for each `[table: NAME]` and the like.
pub fn read(
    body: &Typed,
    sink: &mut Diagnostics,
    place: &mut dyn FnMut(BlockRef<'_>, &mut Diagnostics) -> Option<Element>,
) -> Vec<Element> {
    let mut tree = Tree::new(body, sink, place);
    for line in Line::all(&body.content) {
        tree.add(line);
    }
    tree.finish()
}
