//! A drawing in the making: shapes and texts at their places, from any origin.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::set::layout::{
    Area, Background, Block, Context, Cursor, Frame, LeafKind, Owner, Path, Pen, Placed, Point, Rect, Scale, Stroke,
    TextBlock, WarningKind, place,
};

/// Shapes, and texts over them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Drawing {
    /// From the left edge to the right.
    pub width: Len,
    /// From the top to the bottom.
    pub height: Len,
    /// The shapes, those behind first.
    pub shapes: Vec<Path>,
    /// The texts.
    pub texts: Vec<Lettering>,
}

/// A text in the room that it is given.
#[derive(Debug, Clone)]
pub(crate) struct Lettering {
    /// Its room; its lines stand in the middle of the height.
    pub room: Rect,
    /// The text.
    pub text: TextBlock,
    /// The factor on its size.
    pub scale: Ratio,
}

/// What places a text at a scale of its size.
pub(super) fn at_scale(scale: Ratio) -> Context {
    Context { scale: Scale { size: scale, ..Scale::default() } }
}

/// A text's lines in a width.
pub(super) fn lines(text: &TextBlock, scale: Ratio, width: Len) -> Frame {
    match place(&Block::Text(text.clone()), &at_scale(scale), &Cursor::Start, Area::unlimited(width)) {
        Placed::Done(frame) | Placed::Split { frame, .. } => frame,
        // Unlimited height refuses nothing.
        Placed::Defer(_) => Frame::empty(width),
    }
}

impl Drawing {
    /// A rectangle with a background and a frame.
    pub(crate) fn rect(&mut self, rect: Rect, background: Option<Background>, frame: Stroke) {
        self.shapes.push(Path { segments: Path::rect(rect), background, pen: Some(frame.into()) });
    }

    /// A line through some points.
    pub(crate) fn line(&mut self, points: &[Point], pen: impl Into<Pen>) {
        self.shapes.push(Path { segments: Path::line(points), background: None, pen: Some(pen.into()) });
    }

    /// A text in a room.
    pub(crate) fn text(&mut self, text: &TextBlock, room: Rect, scale: Ratio) {
        self.texts.push(Lettering { room, text: text.clone(), scale });
    }

    /// Adds another drawing's shapes and texts, moved.
    pub(crate) fn append(&mut self, other: Drawing, x: Len, y: Len) {
        self.shapes.extend(other.shapes.into_iter().map(|shape| shape.shifted(x, y)));
        self.texts.extend(other.texts.into_iter().map(|text| Lettering { room: text.room.shifted(x, y), ..text }));
    }

    /// As it is placed: all of it one element's.
    pub(crate) fn into_frame(self, owner: Owner) -> Frame {
        let mut frame = Frame { width: self.width, height: self.height, ..Frame::default() };
        for shape in self.shapes {
            let Rect { x, y, .. } = shape.bounds();
            frame.push(x, y, owner, LeafKind::Path(Arc::new(shape.shifted(-x, -y))));
        }
        for Lettering { room, text, scale } in self.texts {
            let set = lines(&text, scale, room.width);
            let down = (room.height - set.height) / 2;
            frame.append(room.x, room.y + down, set);
        }
        // That a text is wider than its room is said once, of the whole chart.
        frame.warnings.retain(|warning| warning.kind != WarningKind::TooWide);
        frame
    }
}
