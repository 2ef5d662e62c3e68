//! Placing blocks beside each other: each goes on in its own column of the next page.

use std::sync::Arc;

use crate::model::len::Len;

use super::block::Block;
use super::frame::{Frame, WarningKind};
use super::{Area, Context, Cursor, Placed, Widths, place as place_block, share, widths as widths_of};

/// Blocks beside each other.
#[derive(Debug, Clone)]
pub(crate) struct Beside {
    /// From the left.
    pub children: Vec<Block>,
    /// Between two of them.
    pub gap: Len,
}

pub(super) fn place(beside: &Beside, context: &Context, from: &Cursor, area: Area) -> Placed {
    let (columns, within) = match from {
        Cursor::Beside { columns, within } => (columns.clone(), within.clone()),
        _ => (columns(beside, context, area.width), vec![Some(Cursor::Start); beside.children.len()]),
    };
    let mut frame = Frame::empty(area.width);
    let mut rest = Vec::with_capacity(within.len());
    let mut x = Len::ZERO;
    for ((child, from), &width) in beside.children.iter().zip(&within).zip(columns.iter()) {
        let placed = match from {
            Some(from) => place_block(child, context, from, Area { width, ..area }),
            None => Placed::Done(Frame::empty(width)),
        };
        let (part, goes_on) = match placed {
            Placed::Done(part) => (part, None),
            Placed::Split { frame, rest } => (frame, Some(rest)),
            Placed::Defer(why) => return Placed::Defer(why),
        };
        frame.height = frame.height.max(part.height);
        frame.append(x, Len::ZERO, part);
        rest.push(goes_on);
        x += width + beside.gap;
    }
    for warning in frame.warnings.iter_mut().filter(|warning| warning.kind == WarningKind::WordsCut) {
        warning.kind = WarningKind::NotBeside;
    }
    if rest.iter().all(Option::is_none) {
        return Placed::Done(frame);
    }
    Placed::Split { frame, rest: Cursor::Beside { columns, within: rest } }
}

pub(super) fn widths(beside: &Beside, context: &Context) -> Widths {
    let all = beside.children.iter().fold(Widths::default(), |all, child| all.beside(widths_of(child, context)));
    all.widened(gaps(beside))
}

fn gaps(beside: &Beside) -> Len {
    beside.gap * (beside.children.len() as i64 - 1).max(0)
}

/// All alike where that suffices them, else by what each wants.
pub(super) fn columns(beside: &Beside, context: &Context, measure: Len) -> Arc<[Len]> {
    let wanted: Vec<Widths> = beside.children.iter().map(|child| widths_of(child, context)).collect();
    let room = (measure - gaps(beside)).at_least_zero();
    let count = wanted.len() as i64;
    let alike: Vec<Len> = (0..count).map(|index| share::part(room, index, count)).collect();
    if wanted.iter().zip(&alike).all(|(wanted, width)| wanted.max <= *width) {
        return alike.into();
    }
    share::fair(&wanted, room, true).into()
}
