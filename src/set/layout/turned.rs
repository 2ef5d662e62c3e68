//! Placing a text on its side, read upwards: the cure for the heads of narrow columns.

use crate::model::len::Len;

use super::block::{Block, TextBlock};
use super::frame::{Frame, Leaf, LeafKind};
use super::{Area, Context, Placed, Why, Widths, place_whole, text};

/// A text on its side.
#[derive(Debug, Clone)]
pub(crate) struct Turned {
    /// The text.
    pub body: TextBlock,
    /// It is no higher than this where its words allow; a longer one has several lines beside each other.
    pub most: Len,
}

pub(super) fn widths(turned: &Turned, context: &Context) -> Widths {
    let wide = level(turned, context, Len::UNLIMITED).height;
    Widths { min: level(turned, context, Len::ZERO).height, max: wide }
}

pub(super) fn place(turned: &Turned, context: &Context, area: Area) -> Placed {
    let level = level(turned, context, area.width);
    let height = level.width;
    if area.refuses(height) {
        return Placed::Defer(Why::NoRoom);
    }
    let left = ((area.width - level.height) / 2).at_least_zero();
    let mut frame = Frame { width: area.width, height, warnings: level.warnings, leaves: Vec::new() };
    frame.leaves = level.leaves.into_iter().map(|leaf| turn(leaf, left, height)).collect();
    frame.measure(area);
    Placed::Done(frame)
}

/// The text as it stands before it is turned; on one line, however long, where its column has no room for more of them.
fn level(turned: &Turned, context: &Context, room: Len) -> Frame {
    let widths = text::widths(&turned.body, context);
    let set = |width: Len| place_whole(&Block::Text(turned.body.clone()), context, width);
    let low = set(widths.max.min(turned.most).max(widths.min));
    if low.height <= room { low } else { set(widths.max) }
}

/// A leaf, turned a quarter against the clock: what was its left edge is its foot.
fn turn(leaf: Leaf, left: Len, height: Len) -> Leaf {
    let (x, y) = (left + leaf.y, height - leaf.x);
    match leaf.kind {
        LeafKind::Link { width, height: down, target, alt } => {
            let kind = LeafKind::Link { width: down, height: width, target, alt };
            Leaf { x, y: y - width, kind, ..leaf }
        }
        LeafKind::Fill { width, height: down, color } => {
            Leaf { x, y: y - width, kind: LeafKind::Fill { width: down, height: width, color }, ..leaf }
        }
        _ => Leaf { x, y, upward: true, ..leaf },
    }
}
