//! Placing blocks below each other.

use crate::model::len::Len;

use super::block::Stack;
use super::frame::{Frame, LeafKind, Owner};
use super::{Area, Context, Cursor, Placed, Why, place as place_block};

pub(super) fn place(stack: &Stack, context: &Context, from: &Cursor, area: Area) -> Placed {
    let (first, mut within) = match from {
        Cursor::Child { index, within } => (*index, (**within).clone()),
        _ => (0, Cursor::Start),
    };
    let mut pieces = Pieces { frames: Vec::new(), height: Len::ZERO };
    for (index, child) in stack.children.iter().enumerate().skip(first) {
        let at_top = pieces.frames.is_empty();
        let gap = if at_top { Len::ZERO } else { context.gap(child.gap) };
        let fresh = area.fresh && at_top;
        let room = Area { width: area.width, height: area.height - pieces.height - gap, fresh };
        let from = std::mem::take(&mut within);
        let mut placed = place_block(&child.block, context, &from, room);
        // What is kept with it reaches up to the top of the page: the next page has no more room for all of them than this.
        if matches!(placed, Placed::Defer(_)) && area.fresh && !at_top && kept_above(stack, first, index) == first {
            let begun = place_block(&child.block, context, &from, Area { fresh: true, ..room });
            if !overflows(&begun, room) {
                placed = begun;
            }
        }
        if let (Some(anchor), Cursor::Start, Placed::Done(frame) | Placed::Split { frame, .. }) =
            (child.anchor, &from, &mut placed)
        {
            frame.push(Len::ZERO, Len::ZERO, Owner::Artifact, LeafKind::Anchor(anchor));
        }
        match placed {
            Placed::Done(frame) => pieces.push(gap, frame),
            Placed::Split { frame, rest } => {
                pieces.push(gap, frame);
                let rest = Cursor::Child { index, within: Box::new(rest) };
                return Placed::Split { frame: pieces.join(stack, first, area, false), rest };
            }
            Placed::Defer(why) => {
                debug_assert!(!fresh, "a fresh area never defers");
                return match from {
                    Cursor::Start => break_before(stack, first, index, pieces, area, why),
                    rest => {
                        let rest = Cursor::Child { index, within: Box::new(rest) };
                        deferred_or_split(stack, first, pieces, area, rest, why)
                    }
                };
            }
        }
    }
    let whole = area.fresh && *from == Cursor::Start;
    Placed::Done(pieces.join(stack, first, area, whole))
}

struct Pieces {
    frames: Vec<(Len, Frame)>,
    height: Len,
}

impl Pieces {
    fn push(&mut self, gap: Len, frame: Frame) {
        self.height += gap + frame.height;
        self.frames.push((gap, frame));
    }

    fn truncate(&mut self, count: usize) {
        for (gap, frame) in self.frames.drain(count..) {
            self.height -= gap + frame.height;
        }
    }

    /// One frame of all; where the whole stack stands on one page, springs share the spare height.
    fn join(self, stack: &Stack, first: usize, area: Area, whole: bool) -> Frame {
        let springs: i64 = stack.children.iter().map(|child| i64::from(child.spring)).sum();
        let spare = if whole && springs > 0 && area.is_limited() {
            (area.height - self.height).at_least_zero()
        } else {
            Len::ZERO
        };
        let mut joined = Frame::empty(area.width);
        let mut sprung = 0;
        for (index, (gap, frame)) in self.frames.into_iter().enumerate() {
            // From the sum of the shares so far, so that rounding never makes the whole higher than the page.
            let before = sprung;
            sprung += i64::from(stack.children[first + index].spring);
            let (least, most) = (spare * before / springs.max(1), spare * sprung / springs.max(1));
            joined.height += gap + most - least;
            let height = frame.height;
            joined.append(Len::ZERO, joined.height, frame);
            joined.height += height;
        }
        joined
    }
}

/// The first of those above a child that are kept with it; itself where none is.
fn kept_above(stack: &Stack, first: usize, index: usize) -> usize {
    index - stack.children[first..index].iter().rev().take_while(|child| child.keep_with_next).count()
}

fn overflows(placed: &Placed, room: Area) -> bool {
    match placed {
        Placed::Done(frame) | Placed::Split { frame, .. } => frame.height > room.height,
        Placed::Defer(_) => true,
    }
}

/// Ends the page before a child, and before those above it that are kept with it.
fn break_before(stack: &Stack, first: usize, index: usize, mut pieces: Pieces, area: Area, why: Why) -> Placed {
    let mut cut = kept_above(stack, first, index);
    // Where nothing else stands on a fresh page, what is kept together is too high for any page: it breaks here all the same.
    if cut == first && area.fresh {
        cut = index;
    }
    pieces.truncate(cut - first);
    deferred_or_split(stack, first, pieces, area, Cursor::Child { index: cut, within: Box::default() }, why)
}

fn deferred_or_split(stack: &Stack, first: usize, pieces: Pieces, area: Area, rest: Cursor, why: Why) -> Placed {
    if pieces.frames.is_empty() {
        return Placed::Defer(why);
    }
    Placed::Split { frame: pieces.join(stack, first, area, false), rest }
}
