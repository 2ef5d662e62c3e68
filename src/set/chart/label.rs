//! What stands in a box: a name and, below it, a detail.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Block, Color, Rect, Sides, Stroke, TextBlock, Widths, widths};

use super::drawing::{Drawing, at_scale, lines};

/// A name of texts that are shaped, and perhaps a detail below it.
pub(crate) type BoxText = crate::model::report::chart::BoxText<TextBlock>;

/// How a box looks, apart from its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BoxStyle {
    /// Its background.
    pub background: Color,
    /// Its frame, half of it on either side of the box's edge.
    pub frame: Stroke,
    /// Between edge and text.
    pub padding: Sides,
}

impl BoxStyle {
    fn across(&self) -> Len {
        self.padding.left + self.padding.right
    }
}

impl BoxText {
    /// How wide its box wants to be.
    pub(crate) fn widths(&self, style: &BoxStyle, scale: Ratio) -> Widths {
        let context = at_scale(scale);
        self.texts().map(|text| widths(&Block::Text(text.clone()), &context)).fold(Widths::default(), |all, one| {
            Widths { min: all.min.max(one.min + style.across()), max: all.max.max(one.max + style.across()) }
        })
    }

    /// How high its box must be at a width.
    pub(crate) fn height(&self, style: &BoxStyle, scale: Ratio, width: Len) -> Len {
        let inner = width - style.across();
        let text: Len = self.texts().map(|text| lines(text, scale, inner).height).sum();
        text + style.padding.top + style.padding.bottom
    }

    /// Draws its texts in the middle of a room within a box.
    pub(super) fn letter(&self, drawing: &mut Drawing, room: Rect, padding: Sides, scale: Ratio) {
        let inner = Rect {
            x: room.x + padding.left,
            y: room.y + padding.top,
            width: room.width - padding.left - padding.right,
            height: room.height - padding.top - padding.bottom,
        };
        let heights: Vec<Len> = self.texts().map(|text| lines(text, scale, inner.width).height).collect();
        let mut y = inner.y + (inner.height - heights.iter().copied().sum()) / 2;
        for (text, height) in self.texts().zip(heights) {
            drawing.text(text, Rect { y, height, ..inner }, scale);
            y += height;
        }
    }

    /// Draws its box.
    pub(super) fn boxed(&self, drawing: &mut Drawing, rect: Rect, style: &BoxStyle, scale: Ratio) {
        drawing.rect(rect, Some(style.background.into()), style.frame);
        self.letter(drawing, rect, style.padding, scale);
    }
}
