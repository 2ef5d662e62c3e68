//! Placing a sign and the body that hangs after it.

use crate::len::Len;

use super::block::Hang;
use super::{Area, Cursor, Cx, Frame, LeafKind, Placed, Why, place as place_block, place_whole, widths};

/// From the measure's left edge to the body's.
pub(super) fn indent(hang: &Hang, cx: &Cx) -> Len {
    let sign = widths(&hang.sign, cx).max;
    hang.indent + hang.width.max(sign + hang.gap)
}

pub(super) fn place(hang: &Hang, cx: &Cx, from: &Cursor, area: Area) -> Placed {
    let beginning = Cursor::Start;
    let (from, first) = match from {
        Cursor::Body(within) => (&**within, false),
        _ => (&beginning, true),
    };
    let indent = indent(hang, cx);
    let sign = first.then(|| place_whole(&hang.sign, cx, indent - hang.indent));
    let sign_height = sign.as_ref().map_or(Len::ZERO, |sign| sign.height);
    if !area.fresh && sign_height > area.height {
        return Placed::Defer(Why::NoRoom);
    }
    let room = Area { width: area.width - indent, ..area };
    let (body, rest) = match place_block(&hang.body, cx, from, room) {
        Placed::Done(body) => (body, None),
        Placed::Split { frame, rest } => (frame, Some(Cursor::Body(Box::new(rest)))),
        Placed::Defer(why) => return Placed::Defer(why),
    };
    let mut frame = Frame::empty(area.width);
    let (sign_down, body_down) = match &sign {
        Some(sign) => level(first_baseline(sign), first_baseline(&body)),
        None => (Len::ZERO, Len::ZERO),
    };
    frame.height = (body.height + body_down).max(sign_height + sign_down);
    if let Some(sign) = sign {
        frame.append(hang.indent, sign_down, sign);
    }
    frame.append(indent, body_down, body);
    if frame.height > area.height {
        frame.warn(super::WarningKind::TooHigh, None);
    }
    match rest {
        None => Placed::Done(frame),
        Some(rest) => Placed::Split { frame, rest },
    }
}

/// How far two frames go down so that their first lines stand on one baseline.
fn level(sign: Option<Len>, body: Option<Len>) -> (Len, Len) {
    match (sign, body) {
        (Some(sign), Some(body)) => ((body - sign).at_least_zero(), (sign - body).at_least_zero()),
        _ => (Len::ZERO, Len::ZERO),
    }
}

fn first_baseline(frame: &Frame) -> Option<Len> {
    frame.leaves.iter().find(|leaf| matches!(leaf.kind, LeafKind::Text { .. })).map(|leaf| leaf.y)
}
