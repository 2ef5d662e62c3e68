//! Placing a sign and the body that hangs after it.

use crate::model::len::Len;

use super::block::Hang;
use super::{Area, Context, Cursor, Frame, LeafKind, Placed, Why, place as place_block, place_whole, widths};

/// From the measure's left edge to the body's.
pub(super) fn indent(hang: &Hang, context: &Context) -> Len {
    let sign = widths(&hang.sign, context).max;
    hang.indent + hang.width.max(sign + hang.gap)
}

pub(super) fn place(hang: &Hang, context: &Context, from: &Cursor, area: Area) -> Placed {
    let beginning = Cursor::Start;
    let (from, first) = match from {
        Cursor::Body(within) => (&**within, false),
        _ => (&beginning, true),
    };
    let indent = indent(hang, context);
    let sign = first.then(|| place_whole(&hang.sign, context, indent - hang.indent));
    let sign_height = sign.as_ref().map_or(Len::ZERO, |sign| sign.height);
    let sign_baseline = sign.as_ref().and_then(first_baseline);
    let room = Area { width: area.width - indent, ..area };
    let mut placed = place_block(&hang.body, context, from, room);
    let (_, down) = level(sign_baseline, &placed);
    // Going down to the sign's baseline costs the body so much of its room.
    if down > Len::ZERO {
        placed = place_block(&hang.body, context, from, Area { height: room.height - down, ..room });
    }
    let (sign_down, body_down) = level(sign_baseline, &placed);
    let (body, rest) = match placed {
        Placed::Done(body) => (body, None),
        Placed::Split { frame, rest } => (frame, Some(Cursor::Body(Box::new(rest)))),
        Placed::Defer(why) => return Placed::Defer(why),
    };
    let mut frame = Frame::empty(area.width);
    frame.height = (body.height + body_down).max(sign_height + sign_down);
    if area.refuses(frame.height) {
        return Placed::Defer(Why::NoRoom);
    }
    if let Some(sign) = sign {
        frame.append(hang.indent, sign_down, sign);
    }
    frame.append(indent, body_down, body);
    frame.measure(area);
    match rest {
        None => Placed::Done(frame),
        Some(rest) => Placed::Split { frame, rest },
    }
}

/// How far sign and body go down so that their first lines stand on one baseline.
fn level(sign: Option<Len>, body: &Placed) -> (Len, Len) {
    let body = match body {
        Placed::Done(frame) | Placed::Split { frame, .. } => first_baseline(frame),
        Placed::Defer(_) => None,
    };
    match (sign, body) {
        (Some(sign), Some(body)) => ((body - sign).at_least_zero(), (sign - body).at_least_zero()),
        _ => (Len::ZERO, Len::ZERO),
    }
}

fn first_baseline(frame: &Frame) -> Option<Len> {
    frame.leaves.iter().find(|leaf| matches!(leaf.kind, LeafKind::Text { .. })).map(|leaf| leaf.y)
}
