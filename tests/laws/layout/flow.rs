//! Stacks of numbered lines, and which of them stand on which page.

use crate::set::layout::{Block, Frame, LeafKind, Owner};
use proptest::collection::vec;
use proptest::prelude::*;

use super::run::Case;
use super::tree::{Item, Tree};
use super::words::Words;

/// The height of a line, in points.
const LINE: u16 = 10;

/// A child of so many lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lines {
    pub count: u8,
    pub keep: bool,
}

/// Children of few lines, most of them free.
pub(crate) fn lines() -> impl Strategy<Value = Vec<Lines>> {
    let one = (1..6u8, prop::bool::weighted(0.3)).prop_map(|(count, keep)| Lines { count, keep });
    vec(one, 1..12)
}

/// A stack of children on pages of so many lines.
pub(crate) fn on_pages(children: &[Lines], lines: u16) -> Case {
    let items = children.iter().map(|child| Item {
        gap: 0,
        spring: 0,
        keep: child.keep,
        below: 0,
        tree: Tree::Text(Words::lines(usize::from(child.count))),
    });
    Case { tree: Tree::Stack(items.collect()), width: 100, height: lines * LINE, rest: None, scale: (1000, 1000, 1000) }
}

/// For each page, the child that each of its lines belongs to.
pub(crate) fn children_on_pages(case: &Case, block: &Block) -> Vec<Vec<usize>> {
    case.frames(block).iter().map(children_on).collect()
}

fn children_on(frame: &Frame) -> Vec<usize> {
    let lines = frame.leaves.iter().filter(|leaf| matches!(leaf.kind, LeafKind::Text { .. }));
    let child = |owner| match owner {
        Owner::Node(node) => Some(node.index()),
        Owner::Artifact => None,
    };
    lines.filter_map(|leaf| child(leaf.owner)).collect()
}
