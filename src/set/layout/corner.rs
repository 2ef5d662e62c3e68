//! Placing the corner of a table's head: one label above the diagonal rule, at the right, one below it, at the left.
//!
//! The rule itself is drawn by the table, through the whole cell. Each label keeps to its half of the width and of the height, so that
//! the rule, which crosses in the middle, never touches them.

use crate::model::len::Len;

use super::block::Block;
use super::frame::Frame;
use super::{Area, Context, Placed, Why, Widths, place_whole, widths as widths_of};

/// The two labels of a corner.
#[derive(Debug, Clone)]
pub(crate) struct Corner {
    /// What the rows are: below the rule.
    pub rows: Block,
    /// What the columns are: above it.
    pub columns: Block,
}

pub(super) fn place(corner: &Corner, context: &Context, area: Area) -> Placed {
    let half = area.width / 2;
    let above = place_whole(&corner.columns, context, half);
    let below = place_whole(&corner.rows, context, half);
    let mut frame = Frame::empty(area.width);
    frame.height = above.height.max(below.height) * 2;
    if area.refuses(frame.height) {
        return Placed::Defer(Why::NoRoom);
    }
    let down = frame.height - below.height;
    frame.append(area.width - half, Len::ZERO, above);
    frame.append(Len::ZERO, down, below);
    frame.measure(area);
    Placed::Done(frame)
}

pub(super) fn widths(corner: &Corner, context: &Context) -> Widths {
    let half = widths_of(&corner.rows, context).or(widths_of(&corner.columns, context));
    half.beside(half)
}
