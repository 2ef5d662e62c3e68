//! Placing a picture: shrunk with its frame to its measure and height, never enlarged.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::picture::Part;
use crate::model::report::{Align, Picture};
use crate::model::source::Span;

use super::block::Stroke;
use super::boxed::{aligned, draw_frame};
use super::frame::{Frame, LeafKind, Owner};
use super::{Area, Context, Placed, Why, Widths};

/// A picture.
#[derive(Debug, Clone)]
pub(crate) struct PictureBlock {
    /// The file.
    pub picture: Arc<Picture>,
    /// The part of it that is shown.
    pub part: Part,
    /// Its natural width on paper; it shrinks to the measure.
    pub width: Width,
    /// The height it may take, its frame left out.
    pub max_height: Len,
    /// The frame round it.
    pub frame: Stroke,
    /// Where it stands in the measure.
    pub align: Align,
    /// Whose picture it is.
    pub owner: Owner,
    /// Where it is defined.
    pub span: Span,
}

/// How wide a picture is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// So wide.
    Fixed(Len),
    /// A share of its measure.
    Share(Ratio),
}

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
