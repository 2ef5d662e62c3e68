//! A block placed page after page, and whether its cursor advanced.

use std::cmp::Ordering;

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Area, Block, Context, Cursor, Frame, OpenCell, Placed, Scale, place};
use proptest::prelude::*;

use super::build::build;
use super::tree::Tree;

/// A block and the pages it is placed on.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub tree: Tree,
    pub width: u16,
    pub height: u16,
    /// What is left of the first page, where something stands on it already.
    pub rest: Option<u16>,
    pub scale: (u16, u16, u16),
}

/// Cases of some blocks, on narrow and wide, low and high pages, at tight and natural scale.
pub(crate) fn case(tree: impl Strategy<Value = Tree>) -> impl Strategy<Value = Case> {
    let scale = prop_oneof![2 => Just((1000, 1000, 1000)), 1 => (500..1000u16, 850..1000u16, 850..1000u16)];
    (tree, 20..400u16, 5..300u16, proptest::option::of(0..200u16), scale)
        .prop_map(|(tree, width, height, rest, scale)| Case { tree, width, height, rest, scale })
}

/// A piece of a block: where it began, into what area it was placed, what became of it.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub from: Cursor,
    pub area: Area,
    pub placed: Placed,
}

impl Part {
    pub(crate) fn frame(&self) -> Option<&Frame> {
        match &self.placed {
            Placed::Done(frame) | Placed::Split { frame, .. } => Some(frame),
            Placed::Defer(_) => None,
        }
    }
}

/// More parts than any case takes: one whose cursor goes back would go on for ever.
const ENDLESS: usize = 5_000;

impl Case {
    pub(crate) fn block(&self) -> Block {
        build(&self.tree).0
    }

    pub(crate) fn cx(&self) -> Context {
        let (gaps, leading, size) = self.scale;
        let ratio = |thousandths: u16| Ratio::thousandths(i64::from(thousandths));
        Context { scale: Scale { gaps: ratio(gaps), leading: ratio(leading), size: ratio(size), ..Scale::default() } }
    }

    pub(crate) fn width(&self) -> Len {
        Len::pt(i64::from(self.width))
    }

    /// The parts of the block, one page after the other, until it is done, stands still or goes on for ever.
    pub(crate) fn parts(&self, block: &Block) -> Vec<Part> {
        let fresh = Area::page(self.width(), Len::pt(i64::from(self.height)));
        let rest = |rest: u16| {
            let height = Len::pt(i64::from(rest.min(self.height)));
            Area { height, fresh: false, used: fresh.height - height, ..fresh }
        };
        let mut next = self.rest.map_or(fresh, rest);
        let mut from = Cursor::Start;
        let mut parts = Vec::new();
        while parts.len() < ENDLESS {
            let placed = place(block, &self.cx(), &from, next);
            let rest = match &placed {
                Placed::Done(_) => None,
                Placed::Split { rest, .. } => (*rest != from).then(|| rest.clone()),
                Placed::Defer(_) => (!next.fresh).then(|| from.clone()),
            };
            parts.push(Part { from: from.clone(), area: next, placed });
            match rest {
                Some(rest) => (from, next) = (rest, fresh),
                None => break,
            }
        }
        parts
    }

    /// The frames of all parts.
    pub(crate) fn frames(&self, block: &Block) -> Vec<Frame> {
        self.parts(block).iter().filter_map(Part::frame).cloned().collect()
    }

    /// The block on one page without end; nothing where even that doesn't take all of it.
    pub(crate) fn unbroken(&self, block: &Block) -> Vec<Frame> {
        match place(block, &self.cx(), &Cursor::Start, Area::unlimited(self.width())) {
            Placed::Done(frame) => vec![frame],
            Placed::Split { .. } | Placed::Defer(_) => Vec::new(),
        }
    }
}

/// How two points of one block stand to each other; `None` where one is ahead in one cell and behind in another.
pub(crate) fn order(one: &Cursor, other: &Cursor) -> Option<Ordering> {
    match (one, other) {
        (Cursor::Start, Cursor::Start) => Some(Ordering::Equal),
        (Cursor::Start, _) => Some(Ordering::Less),
        (_, Cursor::Start) => Some(Ordering::Greater),
        (Cursor::Line { next: one, .. }, Cursor::Line { next: other, .. }) => Some(one.cmp(other)),
        (Cursor::Body(one), Cursor::Body(other)) => order(one, other),
        (Cursor::Child { index: one, within: in_one }, Cursor::Child { index: other, within: in_other }) => {
            if one == other { order(in_one, in_other) } else { Some(one.cmp(other)) }
        }
        (Cursor::Table(one), Cursor::Table(other)) => {
            if one.row != other.row {
                Some(one.row.cmp(&other.row))
            } else if one.open.is_empty() && other.open.is_empty() {
                order(&one.foot, &other.foot)
            } else {
                order_of_cells(&one.open, &other.open)
            }
        }
        (Cursor::Beside { within: one, .. }, Cursor::Beside { within: other, .. }) => {
            order_of_all(one.iter().cloned().zip(other.iter().cloned()))
        }
        _ => None,
    }
}

fn order_of_cells(one: &[OpenCell], other: &[OpenCell]) -> Option<Ordering> {
    let at = |open: &[OpenCell], cell: usize| {
        open.iter().find(|open| open.cell == cell).map_or(Some(Cursor::Start), |open| open.from.clone())
    };
    order_of_all(one.iter().chain(other).map(|open| open.cell).map(|cell| (at(one, cell), at(other, cell))))
}

/// How points stand to each other that go on side by side; `None` is the end of one of them.
fn order_of_all(pairs: impl Iterator<Item = (Option<Cursor>, Option<Cursor>)>) -> Option<Ordering> {
    let mut all = Ordering::Equal;
    for pair in pairs {
        let order = match pair {
            (Some(one), Some(other)) => order(&one, &other)?,
            (None, None) => Ordering::Equal,
            (None, Some(_)) => Ordering::Greater,
            (Some(_), None) => Ordering::Less,
        };
        match (all, order) {
            (Ordering::Less, Ordering::Greater) | (Ordering::Greater, Ordering::Less) => return None,
            (_, Ordering::Equal) => {}
            _ => all = order,
        }
    }
    Some(all)
}
