//! The edge of a box: its sides, solid or dashed, and the title that stands in the upper one.

use crate::model::len::{Len, Ratio};

use super::block::{Boxed, EdgeTitle, Stroke};
use super::frame::{Frame, LeafKind, Owner};
use super::path::{Path, Pen, Point, Rect, Segment};
use super::{Block, Context, place_whole};

/// A title, placed: its frame, and where the edge is broken for it.
pub(super) struct Title {
    pub frame: Frame,
    /// From the box's left edge, its gaps included.
    from: Len,
    to: Len,
    background: Option<super::Color>,
}

/// The title of a box as wide as this, between its paddings.
pub(super) fn title(title: &EdgeTitle, context: &Context, left: Len, width: Len) -> Title {
    let block = Block::Text(title.text.clone());
    let mut frame = place_whole(&block, context, (width - title.gap * 2).at_least_zero());
    for leaf in &mut frame.leaves {
        leaf.x += left + title.gap;
    }
    let lines = frame.leaves.iter().filter_map(|leaf| match &leaf.kind {
        LeafKind::Text { line, size, .. } => Some((leaf.x, leaf.x + size.scale(Ratio::millionths(line.width)))),
        _ => None,
    });
    let (from, to) = lines.reduce(|(from, to), (left, right)| (from.min(left), to.max(right))).unwrap_or_default();
    Title { frame, from: from - title.gap, to: to + title.gap, background: title.background }
}

/// Draws the edge of a box that begins at `x` and `y`; its upper side leaves room for a title.
pub(super) fn draw(frame: &mut Frame, boxed: &Boxed, rect: Rect, title: Option<&Title>) {
    let Rect { x, y, width, height } = rect;
    if let Some(Title { from, to, background: Some(color), frame: text, .. }) = title {
        frame.fill(x + *from, Len::ZERO, *to - *from, text.height, *color);
    }
    let [top, right, bottom, left] = boxed.frame;
    let parts = match title {
        Some(Title { from, to, .. }) => [(Len::ZERO, *from), (*to, width)],
        None => [(Len::ZERO, width), (width, width)],
    };
    if boxed.dash > Len::ZERO {
        let (above, below) = (y + top.width / 2, y + height - bottom.width / 2);
        for (from, to) in parts {
            dashed(frame, top, boxed.dash, Point::new(x + from, above), Point::new(x + to, above));
        }
        dashed(frame, bottom, boxed.dash, Point::new(x, below), Point::new(x + width, below));
        for (stroke, at) in [(left, x + left.width / 2), (right, x + width - right.width / 2)] {
            dashed(frame, stroke, boxed.dash, Point::new(at, y), Point::new(at, y + height));
        }
        return;
    }
    for (from, to) in parts {
        frame.fill(x + from, y, (to - from).at_least_zero(), top.width, top.color);
    }
    frame.fill(x, y + height - bottom.width, width, bottom.width, bottom.color);
    frame.fill(x, y, left.width, height, left.color);
    frame.fill(x + width - right.width, y, right.width, height, right.color);
}

fn dashed(frame: &mut Frame, stroke: Stroke, dash: Len, from: Point, to: Point) {
    if stroke.width <= Len::ZERO || (to.x <= from.x && to.y <= from.y) {
        return;
    }
    let segments = vec![Segment::Move(Point::default()), Segment::Line(Point::new(to.x - from.x, to.y - from.y))];
    let path = Path { segments, background: None, pen: Some(Pen { stroke, dash: vec![dash, dash] }) };
    frame.push(from.x, from.y, Owner::Artifact, LeafKind::Path(path.into()));
}
