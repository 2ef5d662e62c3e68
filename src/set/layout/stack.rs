//! Placing blocks below each other.

use crate::model::len::Len;

use super::block::Stack;
use super::frame::{Frame, LeafKind, Owner};
use super::{Area, Context, Cursor, Placed, Why, place as place_block};

pub(super) fn place(stack: &Stack, context: &Context, from: &Cursor, area: Area) -> Placed {
    let (first, begin) = match from {
        Cursor::Child { index, within } => (*index, (**within).clone()),
        _ => (0, Cursor::Start),
    };
    let mut flow = Flow { stack, context, first, begin, area, frames: Vec::new(), height: Len::ZERO };
    for index in first..stack.children.len() {
        match flow.place(index) {
            Placed::Done(frame) => flow.push(frame),
            Placed::Split { frame, rest } => {
                flow.push(frame);
                return flow.split(Cursor::Child { index, within: Box::new(rest) });
            }
            Placed::Defer(why) => {
                debug_assert!(!area.fresh || !flow.frames.is_empty(), "a fresh area never defers");
                return flow.break_before(index, why);
            }
        }
    }
    let whole = area.fresh && *from == Cursor::Start;
    Placed::Done(flow.join(whole))
}

/// What stands of a stack on a page so far.
struct Flow<'a> {
    stack: &'a Stack,
    context: &'a Context,
    /// The first child on the page.
    first: usize,
    /// Where in it the page begins.
    begin: Cursor,
    area: Area,
    /// Of each child that stands there its gap and frame.
    frames: Vec<(Len, Frame)>,
    height: Len,
}

impl Flow<'_> {
    /// The gap above a child that comes next.
    fn gap(&self) -> Len {
        match self.frames.len() {
            0 => Len::ZERO,
            count => {
                let index = self.first + count;
                let below = self.stack.children[index - 1].below;
                self.context.gap(self.stack.children[index].gap.max(below))
            }
        }
    }

    /// Where a child begins on the page.
    fn cursor(&self, index: usize) -> Cursor {
        if index == self.first { self.begin.clone() } else { Cursor::Start }
    }

    fn place(&self, index: usize) -> Placed {
        let room = self.room(index);
        let placed = self.place_in(index, room);
        // What is kept with it reaches up to the top of the page: the next page has no more room for all of them than this.
        let kept_to_top = self.area.fresh && !self.frames.is_empty() && self.kept_above(index) == self.first;
        if kept_to_top && matches!(placed, Placed::Defer(_)) {
            let begun = self.place_in(index, Area { fresh: true, ..room });
            if !overflows(&begun, room) {
                return begun;
            }
        }
        placed
    }

    fn place_in(&self, index: usize, room: Area) -> Placed {
        let child = &self.stack.children[index];
        let from = self.cursor(index);
        let mut placed = place_block(&child.block, self.context, &from, room);
        if let (Some(anchor), Cursor::Start, Placed::Done(frame) | Placed::Split { frame, .. }) =
            (child.anchor, &from, &mut placed)
        {
            frame.push(Len::ZERO, Len::ZERO, Owner::Artifact, LeafKind::Anchor(anchor));
        }
        placed
    }

    /// The room of a child below those that stand there, and what of these would go to the next page with it.
    fn room(&self, index: usize) -> Area {
        let gap = self.gap();
        let kept = self.kept_above(index);
        let above = self.height_from(kept);
        let (above, used) = match kept == self.first {
            true => (self.area.above + above, self.area.used),
            false => (above, self.area.used + self.area.above + self.height_above(kept)),
        };
        let above = if kept < index { above + gap } else { above };
        let fresh = self.area.fresh && self.frames.is_empty();
        Area { height: self.area.height - self.height - gap, fresh, above, used, ..self.area }
    }

    /// The height of the children from one on, without the gap above it.
    fn height_from(&self, index: usize) -> Len {
        let Some(((_, frame), below)) = self.frames.get(index - self.first..).and_then(<[_]>::split_first) else {
            return Len::ZERO;
        };
        frame.height + below.iter().map(|(gap, frame)| *gap + frame.height).sum()
    }

    /// The height of the children above one, without the gap below them.
    fn height_above(&self, index: usize) -> Len {
        let gap = self.frames.get(index - self.first).map_or(Len::ZERO, |(gap, _)| *gap);
        self.height - self.height_from(index) - gap
    }

    /// The first of those above a child that are kept with it; itself where none is.
    fn kept_above(&self, index: usize) -> usize {
        let above = &self.stack.children[self.first..index];
        index - above.iter().rev().take_while(|child| child.keep_with_next).count()
    }

    fn push(&mut self, frame: Frame) {
        let gap = self.gap();
        self.height += gap + frame.height;
        self.frames.push((gap, frame));
    }

    /// Ends the page before a child, and before those above it that are kept with it.
    fn break_before(mut self, index: usize, why: Why) -> Placed {
        let mut cut = self.kept_above(index);
        let goes = self.height_from(cut);
        let stays = self.area.used + self.height_above(cut);
        // Rather than a third of a page, only the end of what can be divided goes.
        let third = self.area.page / 3;
        if (goes > third || stays < third)
            && let Some(divided) = self.divide(cut, index)
        {
            return divided;
        }
        // Where nothing else stands on a fresh page, what is kept together is too high for any page: it breaks here all the same.
        if cut == self.first && self.area.fresh {
            cut = index;
        }
        self.frames.truncate(cut - self.first);
        match self.frames.is_empty() {
            true => Placed::Defer(why),
            false => self.split(Cursor::Child { index: cut, within: Box::default() }),
        }
    }

    /// Ends the page in the last that can be divided of those that are kept with a child.
    fn divide(&mut self, cut: usize, index: usize) -> Option<Placed> {
        let (frames, height) = (self.frames.clone(), self.height);
        for kept in (cut..index).rev() {
            let (gap, frame) = self.frames.pop()?;
            self.height -= gap + frame.height;
            let room = Area { height: frame.height - Len::milli(1), fresh: false, ..self.room(kept) };
            match self.place_in(kept, room) {
                Placed::Split { frame, rest } if frame.height <= room.height => {
                    self.push(frame);
                    return Some(self.split(Cursor::Child { index: kept, within: Box::new(rest) }));
                }
                _ => {}
            }
        }
        (self.frames, self.height) = (frames, height);
        None
    }

    fn split(&mut self, rest: Cursor) -> Placed {
        Placed::Split { frame: self.join(false), rest }
    }

    /// One frame of all; where the whole stack stands on one page, springs share the spare height.
    fn join(&mut self, whole: bool) -> Frame {
        let springs: i64 = self.stack.children.iter().map(|child| i64::from(child.spring)).sum();
        let spare = if whole && springs > 0 && self.area.is_limited() {
            (self.area.height - self.height).at_least_zero()
        } else {
            Len::ZERO
        };
        let mut joined = Frame::empty(self.area.width);
        let mut sprung = 0;
        for (index, (gap, frame)) in self.frames.drain(..).enumerate() {
            // From the sum of the shares so far, so that rounding never makes the whole higher than the page.
            let before = sprung;
            sprung += i64::from(self.stack.children[self.first + index].spring);
            let (least, most) = (spare * before / springs.max(1), spare * sprung / springs.max(1));
            joined.height += gap + most - least;
            let height = frame.height;
            joined.append(Len::ZERO, joined.height, frame);
            joined.height += height;
        }
        joined
    }
}

fn overflows(placed: &Placed, room: Area) -> bool {
    match placed {
        Placed::Done(frame) | Placed::Split { frame, .. } => frame.height > room.height,
        Placed::Defer(_) => true,
    }
}
