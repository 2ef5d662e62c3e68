//! How blocks stand at a scale, for writers whose readers break lines and pages themselves.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};

use super::beside::{self, Beside};
use super::block::{Block, Boxed, Elastic, Fit, Hang, Sides, Stack, TextBlock};
use super::picture::PictureBlock;
use super::{Context, LeafKind, boxed, hang, place_whole, text, widths};

/// How a text is set at a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SetText {
    /// Its type size.
    pub size: Len,
    /// Its line spacing, as a factor on the size.
    pub leading: Ratio,
    /// How much closer its letters stand, in millionths of an em.
    pub letters: i64,
}

impl SetText {
    /// A text at a scale.
    pub(crate) fn of(text: &TextBlock, context: &Context) -> SetText {
        let is_body = text.style.elastic == Elastic::SizeAndLeading;
        let leading = if is_body { text.style.leading.times(context.scale.leading) } else { text.style.leading };
        let letters = if is_body { context.scale.letters.min(text.style.fill.letter_shrink_limit) } else { 0 };
        SetText { size: text::size(text, context), leading, letters }
    }
}

/// How many lines a text takes in a width.
pub(crate) fn line_count(text: &TextBlock, context: &Context, width: Len) -> usize {
    text::lines_in(text, context, width).len()
}

/// The height of a block in a width where no page ends it.
pub(crate) fn height(block: &Block, context: &Context, width: Len) -> Len {
    place_whole(block, context, width).height
}

/// From a measure's left edge to the body of a hang.
pub(crate) fn hang_indent(block: &Hang, context: &Context) -> Len {
    hang::indent(block, context)
}

/// The width that a block takes by itself, on one line.
pub(crate) fn natural_width(block: &Block, context: &Context) -> Len {
    widths(block, context).max
}

/// The columns of blocks beside each other.
pub(crate) fn beside_columns(block: &Beside, context: &Context, width: Len) -> Arc<[Len]> {
    beside::columns(block, context, width)
}

/// A box in a measure: its width, and what lies between its edges and its body.
pub(crate) fn box_extent(block: &Boxed, context: &Context, width: Len) -> (Len, Sides) {
    let padding = boxed::padding(block, context);
    let own = match block.fit {
        Fit::Measure => width,
        Fit::Body(least, _) => (widths(&block.body, context).max + padding.left + padding.right).max(least).min(width),
    };
    (own, padding)
}

/// The width and height of a picture in a measure, its frame left out.
pub(crate) fn picture_extent(block: &PictureBlock, context: &Context, width: Len) -> (Len, Len) {
    let frame = place_whole(&Block::Picture(block.clone()), context, width);
    let extent = frame.leaves.iter().find_map(|leaf| match leaf.kind {
        LeafKind::Picture { width, height, .. } => Some((width, height)),
        _ => None,
    });
    extent.unwrap_or_default()
}

/// The gap above each child of a stack that stands on one page of a height, its share of what the page has to spare included.
pub(crate) fn gaps(stack: &Stack, context: &Context, width: Len, height: Option<Len>) -> Vec<Len> {
    let gap = |(index, gap): (usize, Len)| if index == 0 { Len::ZERO } else { context.gap(gap) };
    let gaps = stack.children.iter().map(|child| child.gap).enumerate().map(gap);
    let springs: i64 = stack.children.iter().map(|child| i64::from(child.spring)).sum();
    let Some(height) = height.filter(|_| springs > 0) else { return gaps.collect() };
    let gaps: Vec<Len> = gaps.collect();
    let taken: Len = stack.children.iter().map(|child| place_whole(&child.block, context, width).height).sum();
    let spare = (height - taken - gaps.iter().copied().sum::<Len>()).at_least_zero();
    let shares = stack.children.iter().map(|child| spare * i64::from(child.spring) / springs);
    gaps.into_iter().zip(shares).map(|(gap, share)| gap + share).collect()
}
