//! Placing a picture: shrunk with its frame to its measure and height, never enlarged.

use crate::model::len::{Len, Ratio};

use super::block::{PictureBlock, Width};
use super::boxed::{aligned, draw_frame};
use super::frame::{Frame, LeafKind};
use super::{Area, Context, Placed, Why, Widths};

pub(super) fn widths(block: &PictureBlock) -> Widths {
    let max = match block.width {
        Width::Fixed(width) => width + block.frame.width * 2,
        // A share of what others leave: it asks for nothing itself.
        Width::Share(_) => Len::ZERO,
    };
    Widths { min: Len::ZERO, max }
}

pub(super) fn place(block: &PictureBlock, _cx: &Context, area: Area) -> Placed {
    let (across, down) = (i64::from(block.part.width.max(1)), i64::from(block.part.height.max(1)));
    let frames = block.frame.width * 2;
    let measure = (area.width - frames).at_least_zero();
    let mut width = match block.width {
        Width::Fixed(width) => width,
        Width::Share(share) => area.width.scale(share.min(Ratio::ONE)) - frames,
    };
    width = width.min(measure).at_least_zero();
    let mut height = width.part(down, across);
    let most = if area.fresh { block.max_height.min(area.height - frames) } else { block.max_height };
    if height > most {
        height = most.at_least_zero();
        width = height.part(across, down);
    }
    if area.refuses(height + frames) {
        return Placed::Defer(Why::NoRoom);
    }
    let mut frame = Frame::empty(area.width);
    let (outer_width, outer_height) = (width + frames, height + frames);
    frame.height = outer_height;
    let x = aligned(block.align, area.width - outer_width);
    draw_frame(&mut frame, [block.frame; 4], x, Len::ZERO, outer_width, outer_height);
    let kind = LeafKind::Picture { picture: block.picture.clone(), part: block.part, width, height, span: block.span };
    frame.push(x + block.frame.width, block.frame.width, block.owner, kind);
    frame.measure(area);
    Placed::Done(frame)
}
