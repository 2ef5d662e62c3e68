//! Placing a picture: shrunk to its measure and height, never enlarged, never cropped.

use crate::len::Len;
use crate::report::Align;

use super::block::PictureBlock;
use super::frame::{Frame, LeafKind, WarningKind};
use super::{Area, Cx, Placed, Why};

pub(super) fn place(block: &PictureBlock, _cx: &Cx, area: Area) -> Placed {
    let (pixels_wide, pixels_high) = block.picture.pixels;
    let (pixels_wide, pixels_high) = (i64::from(pixels_wide.max(1)), i64::from(pixels_high.max(1)));
    let mut width = block.width.min(area.width).at_least_zero();
    let mut height = width.part(pixels_high, pixels_wide);
    let most = if area.fresh { block.max_height.min(area.height) } else { block.max_height };
    if height > most {
        height = most.at_least_zero();
        width = height.part(pixels_wide, pixels_high);
    }
    if height > area.height && !area.fresh {
        return Placed::Defer(Why::NoRoom);
    }
    let mut frame = Frame::empty(area.width);
    frame.height = height;
    let x = match block.align {
        Align::Left => Len::ZERO,
        Align::Center => (area.width - width) / 2,
        Align::Right => area.width - width,
    };
    let kind = LeafKind::Picture { picture: block.picture.clone(), width, height, span: block.span };
    frame.push(x, Len::ZERO, block.owner, kind);
    if height > area.height {
        frame.warn(WarningKind::TooHigh, Some(block.span));
    }
    Placed::Done(frame)
}
