//! Placing a drawing: as large as it was drawn, in one piece.

use super::block::DrawingBlock;
use super::boxed::aligned;
use super::frame::{Frame, WarningKind};
use super::{Area, Placed, Why};

pub(super) fn place(block: &DrawingBlock, area: Area) -> Placed {
    let drawn = &block.frame;
    if area.refuses(drawn.height) {
        return Placed::Defer(Why::NoRoom);
    }
    let mut frame = Frame::empty(area.width);
    frame.height = drawn.height;
    let left = aligned(block.align, (area.width - drawn.width).at_least_zero());
    frame.append(left, crate::model::len::Len::ZERO, (**drawn).clone());
    if drawn.width > area.width {
        frame.warn(WarningKind::TooWide, Some(block.span));
    }
    frame.measure(area);
    Placed::Done(frame)
}
