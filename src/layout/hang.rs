//! Placing a sign and the body that hangs after it.

use crate::len::Len;

use super::block::Hang;
use super::{Area, Cursor, Cx, Placed, Why, place as place_block, place_whole, widths};

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
    let mut frame = super::Frame::empty(area.width);
    frame.height = body.height.max(sign_height);
    if let Some(sign) = sign {
        frame.append(hang.indent, Len::ZERO, sign);
    }
    frame.append(indent, Len::ZERO, body);
    if frame.height > area.height {
        frame.warn(super::WarningKind::TooHigh, None);
    }
    match rest {
        None => Placed::Done(frame),
        Some(rest) => Placed::Split { frame, rest },
    }
}
