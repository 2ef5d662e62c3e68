//! Placing a body in a box, and rules.

use crate::model::len::Len;
use crate::model::report::Align;

use super::block::{Boxed, Fit, RuleBlock, Sides};
use super::edge::{self, Title};
use super::frame::Frame;
use super::{Area, Context, Cursor, Placed, Rect, Why, place as place_block, place_whole, widths};

pub(super) fn padding(boxed: &Boxed, context: &Context) -> Sides {
    let vertical = |side: Len| if boxed.elastic { context.gap(side) } else { side };
    let [top, right, bottom, left] = boxed.frame.map(|stroke| stroke.width);
    let double = boxed.double.map_or(Len::ZERO, |(distance, stroke)| distance + stroke.width);
    Sides {
        top: vertical(boxed.padding.top) + top + double,
        right: boxed.padding.right + right + double,
        bottom: vertical(boxed.padding.bottom) + bottom + double,
        left: boxed.padding.left + left + double,
    }
}

/// Padding and frame at the left and right.
pub(super) fn sides(boxed: &Boxed, context: &Context) -> Len {
    let padding = padding(boxed, context);
    padding.left + padding.right
}

pub(super) fn place(boxed: &Boxed, context: &Context, from: &Cursor, area: Area) -> Placed {
    let padding = padding(boxed, context);
    let (width, x) = match boxed.fit {
        Fit::Measure => (area.width, Len::ZERO),
        Fit::Body(least, align) => {
            let width = (widths(&boxed.body, context).max + padding.left + padding.right).max(least).min(area.width);
            (width, aligned(align, area.width - width))
        }
    };
    let beginning = Cursor::Start;
    let from = match from {
        Cursor::Body(within) => &**within,
        _ => &beginning,
    };
    if area.refuses(boxed.min_height) {
        return Placed::Defer(Why::NoRoom);
    }
    let inside = width - padding.left - padding.right;
    let begins = *from == Cursor::Start;
    let title = boxed.title.as_ref().filter(|_| begins);
    let title = title.map(|title| edge::title(title, context, padding.left, inside));
    // The edge goes through the middle of its title, and what stands in the box below both.
    let edge_top = title.as_ref().map_or(Len::ZERO, |title| (title.frame.height - boxed.frame[0].width) / 2);
    let edge_top = edge_top.at_least_zero();
    let body_top = title.as_ref().map_or(Len::ZERO, |title| title.frame.height).max(edge_top + padding.top);
    let around = body_top + padding.bottom;
    let room = Area { width: inside, height: area.height - around, page: area.page - around, ..area };
    let (body, rest) = match place_block(&boxed.body, context, from, room) {
        Placed::Done(body) => (body, None),
        Placed::Split { .. } if begins && !area.fresh && is_kept(boxed, inside, around) => {
            return Placed::Defer(Why::KeptTogether);
        }
        Placed::Split { frame, rest } => (frame, Some(Cursor::Body(Box::new(rest)))),
        Placed::Defer(why) => return Placed::Defer(why),
    };
    let height = (body.height + around).max(boxed.min_height);
    let mut frame = Frame::empty(area.width);
    frame.height = height;
    draw(&mut frame, boxed, Rect::new(x, edge_top, width, height - edge_top), title.as_ref());
    if let Some(title) = title {
        frame.append(x, Len::ZERO, title.frame);
    }
    let y = body_top + (height - around - body.height) / 2;
    frame.append(x + padding.left, y, body);
    frame.measure(area);
    match rest {
        None => Placed::Done(frame),
        Some(rest) => Placed::Split { frame, rest },
    }
}

/// What is left of a spare width before something that is aligned.
pub(super) fn aligned(align: Align, spare: Len) -> Len {
    match align {
        Align::Left => Len::ZERO,
        Align::Center => spare / 2,
        Align::Right => spare,
    }
}

/// Whether a box is to stay in one piece: as high as it comes, so that it doesn't depend on how tightly it is set.
fn is_kept(boxed: &Boxed, inside: Len, around: Len) -> bool {
    boxed.keep > Len::ZERO && place_whole(&boxed.body, &Context::default(), inside).height + around <= boxed.keep
}

fn draw(frame: &mut Frame, boxed: &Boxed, rect: Rect, title: Option<&Title>) {
    let Rect { mut x, mut y, mut width, mut height } = rect;
    if let Some((distance, stroke)) = boxed.double {
        draw_frame(frame, [stroke; 4], x, y, width, height);
        let inset = distance + stroke.width;
        (x, y, width, height) = (x + inset, y + inset, width - inset * 2, height - inset * 2);
    }
    if let Some(color) = boxed.fill {
        frame.fill(x, y, width, height, color);
    }
    edge::draw(frame, boxed, Rect::new(x, y, width, height), title);
}

/// Draws the four sides of a frame: top, right, bottom, left.
pub(super) fn draw_frame(frame: &mut Frame, strokes: [super::Stroke; 4], x: Len, y: Len, width: Len, height: Len) {
    let [top, right, bottom, left] = strokes;
    frame.fill(x, y, width, top.width, top.color);
    frame.fill(x, y + height - bottom.width, width, bottom.width, bottom.color);
    frame.fill(x, y, left.width, height, left.color);
    frame.fill(x + width - right.width, y, right.width, height, right.color);
}

pub(super) fn place_rule(rule: &RuleBlock, _cx: &Context, area: Area) -> Placed {
    if area.refuses(rule.stroke.width) {
        return Placed::Defer(Why::NoRoom);
    }
    let length = rule.length.unwrap_or(area.width).min(area.width);
    let mut frame = Frame::empty(area.width);
    frame.height = rule.stroke.width;
    frame.fill(aligned(rule.align, area.width - length), Len::ZERO, length, rule.stroke.width, rule.stroke.color);
    frame.measure(area);
    Placed::Done(frame)
}
