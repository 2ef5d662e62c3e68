//! Placing a line with text at both ends and a leader between them.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::set::text::{Glyph, Line, Run, Shaped};

use super::block::{Leader, LeaderEnd, ParagraphStyle, TextBlock};
use super::frame::{Frame, LeafKind, Owner};
use super::{Area, Context, Cursor, Placed, Why, Widths, text};

pub(super) fn widths(leader: &Leader, context: &Context) -> Widths {
    let right = match &leader.right {
        LeaderEnd::Nothing => Widths::default(),
        LeaderEnd::Text(end) => text::widths(end, context),
        LeaderEnd::Page { width, .. } => Widths { min: *width, max: *width },
        LeaderEnd::Block(block) => super::widths(block, context),
    };
    text::widths(&leader.left, context).beside(right).widened(leader.gap * 2)
}

pub(super) fn place(leader: &Leader, context: &Context, area: Area) -> Placed {
    let right_width = match &leader.right {
        LeaderEnd::Nothing => Len::ZERO,
        LeaderEnd::Text(end) => text::widths(end, context).max.min(area.width / 2),
        LeaderEnd::Page { width, .. } => *width,
        LeaderEnd::Block(block) => super::widths(block, context).max.min(area.width / 2),
    };
    let room = Area::unlimited((area.width - right_width - leader.gap).at_least_zero());
    let Placed::Done(left) = text::place(&leader.left, context, &Cursor::Start, room) else {
        return Placed::Defer(Why::NoRoom);
    };
    let mut frame = Frame::empty(area.width);
    frame.height = left.height;
    let baseline = left.height - text::line_height(&leader.left, context) + text::baseline(&leader.left, context);
    let left_end = last_line_end(&left);
    frame.append(Len::ZERO, Len::ZERO, left);
    let right_start = place_right(&mut frame, leader, context, area.width, right_width, baseline);
    if area.refuses(frame.height) {
        return Placed::Defer(Why::NoRoom);
    }
    if let Some(sign) = &leader.sign {
        fill_between(&mut frame, sign, context, left_end + leader.gap, right_start - leader.gap, baseline);
    }
    if let Some(link) = &leader.link {
        let kind = LeafKind::Link {
            width: area.width,
            height: frame.height,
            target: link.target.clone(),
            alt: link.alt.clone(),
        };
        frame.push(Len::ZERO, Len::ZERO, link.owner, kind);
    }
    frame.measure(area);
    Placed::Done(frame)
}

fn last_line_end(frame: &Frame) -> Len {
    frame
        .leaves
        .iter()
        .rev()
        .find_map(|leaf| match &leaf.kind {
            LeafKind::Text { line, size, .. } => Some(leaf.x + size.scale(Ratio::millionths(line.width))),
            _ => None,
        })
        .unwrap_or_default()
}

/// Places the right end on the last line; answers where it begins.
fn place_right(frame: &mut Frame, leader: &Leader, context: &Context, measure: Len, width: Len, baseline: Len) -> Len {
    match &leader.right {
        LeaderEnd::Nothing => measure,
        LeaderEnd::Text(end) => {
            let aligned = TextBlock { style: ParagraphStyle { align: Align::Right, ..end.style }, ..end.clone() };
            let Placed::Done(right) = text::place(&aligned, context, &Cursor::Start, Area::unlimited(width)) else {
                return measure;
            };
            let y = (baseline - text::baseline(end, context)).at_least_zero();
            frame.height = frame.height.max(y + right.height);
            frame.append(measure - width, y, right);
            measure - width
        }
        LeaderEnd::Block(block) => {
            let right = super::place_whole(block, context, width);
            // On the baseline of the last line, where the block begins with one.
            let text = right.leaves.iter().find(|leaf| matches!(leaf.kind, LeafKind::Text { .. }));
            let y = text.map_or(Len::ZERO, |leaf| baseline - leaf.y);
            let down = (-y).at_least_zero();
            for leaf in &mut frame.leaves {
                leaf.y += down;
            }
            frame.height = (frame.height + down).max(y + down + right.height);
            frame.append(measure - width, y + down, right);
            measure - width
        }
        LeaderEnd::Page { anchor, digits, width } => {
            let kind = LeafKind::PageNumber {
                anchor: *anchor,
                digits: Box::new(digits.clone()),
                size: text::size(digits, context),
                width: *width,
            };
            frame.push(measure - *width, baseline, digits.owner, kind);
            measure - *width
        }
    }
}

/// Sets as many signs as stand between two edges, on a grid counted from the right, so that the signs of neighbouring lines stand
/// below each other.
fn fill_between(frame: &mut Frame, sign: &TextBlock, context: &Context, left: Len, right: Len, baseline: Len) {
    let size = text::size(sign, context);
    let step = size.scale(Ratio::millionths(sign.shaped.width()));
    if step <= Len::ZERO {
        return;
    }
    let blank = (frame.width - right).as_milli();
    let right = frame.width - step * (blank + step.as_milli() - 1).div_euclid(step.as_milli());
    let count = ((right - left).as_milli() / step.as_milli()).max(0) as usize;
    if count == 0 {
        return;
    }
    let shaped = Arc::new(repeated(&sign.shaped, count));
    let glyphs = shaped.glyphs.len() as u32;
    let line = Line::natural(0..glyphs, shaped.width());
    let ParagraphStyle { color, accent, .. } = sign.style;
    let kind = LeafKind::Text { shaped, line, size, color, accent, span: None };
    frame.push(right - step * count as i64, baseline, Owner::Artifact, kind);
}

fn repeated(sign: &Shaped, count: usize) -> Shaped {
    let mut all = Shaped { metrics: sign.metrics, ..Shaped::default() };
    for _ in 0..count {
        let offset = all.text.len() as u32;
        all.text.push_str(&sign.text);
        all.glyphs.extend(sign.glyphs.iter().map(|glyph| Glyph { start: glyph.start + offset, ..*glyph }));
    }
    // A leader's sign is of one face: all of it is one run.
    all.runs.extend(sign.runs.first().map(|run| Run { glyphs: 0..all.glyphs.len() as u32, ..run.clone() }));
    all
}
