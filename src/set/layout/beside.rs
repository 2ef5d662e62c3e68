//! Placing blocks beside each other: each goes on in its own column of the next page.

use std::sync::Arc;

use crate::model::len::Len;

use super::block::Block;
use super::frame::{Frame, Warning, WarningKind};
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
    for warning in &mut frame.warnings {
        if let WarningKind::WordsCut { table, .. } | WarningKind::FiguresCut { table, .. } = warning.kind {
            *warning = Warning { kind: WarningKind::NotBeside, span: Some(table) };
        }
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

/// All alike where they are of a kind or that suffices them, else by what each wants; what they are called has no part in it.
pub(super) fn columns(beside: &Beside, context: &Context, measure: Len) -> Arc<[Len]> {
    let bodies: Vec<&Block> = beside.children.iter().map(|child| body(child).unwrap_or(child)).collect();
    let wanted: Vec<Widths> = beside
        .children
        .iter()
        .zip(&bodies)
        .map(|(child, body)| {
            let min = widths_of(child, context).min;
            Widths { min, max: widths_of(body, context).max.max(min) }
        })
        .collect();
    let room = (measure - gaps(beside)).at_least_zero();
    let count = wanted.len() as i64;
    let alike: Vec<Len> = (0..count).map(|index| share::part(room, index, count)).collect();
    let suffices = |of: fn(&Widths) -> Len| wanted.iter().zip(&alike).all(|(wanted, width)| of(wanted) <= *width);
    let are_alike = bodies.windows(2).zip(wanted.windows(2)).all(|(bodies, wanted)| {
        are_of_a_kind(bodies[0], bodies[1])
            && wanted[0].max.max(wanted[1].max) <= wanted[0].max.min(wanted[1].max) * 3 / 2
    });
    if suffices(|wanted| wanted.max) || are_alike && suffices(|wanted| wanted.min) {
        return alike.into();
    }
    share::fair(&wanted, room, true).into()
}

/// The table, picture or chart among what stands beside others: not what it is called.
fn body(block: &Block) -> Option<&Block> {
    match block {
        Block::Table(_) | Block::Picture(_) | Block::Drawing(_) | Block::Boxed(_) => Some(block),
        Block::Stack(stack) => stack.children.iter().find_map(|child| body(&child.block)),
        Block::Text(_)
        | Block::Hang(_)
        | Block::Leader(_)
        | Block::Beside(_)
        | Block::Corner(_)
        | Block::Turned(_)
        | Block::Rule(_) => None,
    }
}

/// Whether two blocks are the same kind of thing: tables of as many columns, pictures of as much width, charts, frames.
fn are_of_a_kind(one: &Block, other: &Block) -> bool {
    match (one, other) {
        (Block::Table(one), Block::Table(other)) => one.columns.len() == other.columns.len(),
        (Block::Picture(one), Block::Picture(other)) => one.width == other.width,
        (Block::Drawing(_), Block::Drawing(_)) | (Block::Boxed(_), Block::Boxed(_)) => true,
        _ => false,
    }
}
