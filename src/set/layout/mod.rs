//! Layout: blocks to frames, a page's area at a time.
//!
//! [`place`] is the whole contract. It is pure; a block that goes on says where in a [`Cursor`], which is plain data.
//! Its laws (see `docs/design.md`) are property tests in `tests/laws/layout`:
//! on a fresh area it never defers; the cursor advances; a frame is no higher than its area unless it warns of overflow; the leaves of
//! all parts are those of the unbroken block, in order; same arguments, same result; all parts have one width.

mod arc;
mod beside;
mod block;
mod boxed;
mod corner;
mod cursor;
mod drawing;
mod edge;
mod frame;
mod hang;
mod leader;
mod link;
mod linked;
pub(crate) mod measured;
mod path;
mod picture;
mod share;
mod stack;
mod table;
mod text;
mod turned;

pub(crate) use arc::Turn;
pub(crate) use beside::Beside;
pub(crate) use block::{
    AnchorId, Block, Boxed, Child, Color, DrawingBlock, EdgeTitle, Elastic, Fit, Hang, Leader, LeaderEnd, Margins,
    ParagraphStyle, RuleBlock, Sides, Stack, Stroke, TextBlock,
};
pub(crate) use corner::Corner;
pub(crate) use cursor::{Cursor, OpenCell, TableCursor};
pub(crate) use frame::{Frame, Leaf, LeafKind, NotKept, Owner, Warning, WarningKind};
pub(crate) use link::{Link, LinkTarget};
pub(crate) use linked::TextLink;
pub(crate) use path::{Background, Hatch, HatchLines, Path, Pen, Point, Rect, Segment};
pub(crate) use picture::{PictureBlock, Width};
pub(crate) use table::{CellBlock, Kept, Rule, TableBlock, TableStyle, column_widths, settle};
pub(crate) use turned::Turned;

use crate::model::len::{Len, Ratio};

/// Where a block may be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    /// Its measure.
    pub width: Len,
    /// The height left.
    pub height: Len,
    /// Whether nothing was placed above it on this page.
    pub fresh: bool,
    /// The height of a fresh one.
    pub page: Len,
    /// The height of what is kept with the block and would go to the next page with it.
    pub above: Len,
    /// The height of what would be left on this page.
    pub used: Len,
}

impl Area {
    /// A whole page.
    pub(crate) fn page(width: Len, height: Len) -> Area {
        Area { width, height, fresh: true, page: height, above: Len::ZERO, used: Len::ZERO }
    }

    /// An area without end, for measuring.
    pub(crate) fn unlimited(width: Len) -> Area {
        Area::page(width, Len::UNLIMITED)
    }

    /// The height that the block would have on the next page.
    fn elsewhere(&self) -> Len {
        self.page - self.above
    }

    /// Whether it ends; also said of what gaps and paddings leave of an area.
    fn is_limited(&self) -> bool {
        self.height < Len::UNLIMITED / 2
    }

    /// Whether something must wait for a fresh area rather than stand here.
    fn refuses(&self, height: Len) -> bool {
        !self.fresh && height > self.height
    }
}

/// How tightly a chapter is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Scale {
    /// Factor on gaps and paddings.
    pub gaps: Ratio,
    /// Factor on line spacing.
    pub leading: Ratio,
    /// Factor on type size.
    pub size: Ratio,
    /// How much closer letters of body text stand, in millionths of an em.
    pub letters: i64,
    /// Factor on type size in tables.
    pub tables: Ratio,
}

/// What [`place`] needs beside its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Context {
    /// How tightly to set.
    pub scale: Scale,
}

impl Context {
    /// A gap or padding at this scale.
    pub(crate) fn gap(&self, gap: Len) -> Len {
        gap.scale(self.scale.gaps).scale(self.scale.size)
    }
}

/// What became of a block in an area.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Placed {
    /// All that was left of it stands in the frame.
    Done(Frame),
    /// Part of it stands in the frame; the rest goes on from the cursor.
    Split {
        /// What stands here.
        frame: Frame,
        /// Where the rest begins.
        rest: Cursor,
    },
    /// Nothing of it can stand here, but can on a fresh area.
    Defer(Why),
}

/// Why a block was deferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Its first piece is higher than the area.
    NoRoom,
    /// It would leave a line alone on a page, or is to stay in one piece.
    KeptTogether,
}

/// How wide a block wants to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Widths {
    /// Narrower than this, words are cut.
    pub min: Len,
    /// Wider than this, nothing changes.
    pub max: Len,
}

impl Widths {
    fn beside(self, other: Widths) -> Widths {
        Widths { min: self.min + other.min, max: self.max + other.max }
    }

    fn or(self, other: Widths) -> Widths {
        Widths { min: self.min.max(other.min), max: self.max.max(other.max) }
    }

    fn widened(self, by: Len) -> Widths {
        Widths { min: self.min + by, max: self.max + by }
    }
}

/// Places what is left of a block from a cursor on into an area.
pub(crate) fn place(block: &Block, context: &Context, from: &Cursor, area: Area) -> Placed {
    // Gaps and paddings may leave less than nothing, where not even a block without height can stand.
    if area.refuses(Len::ZERO) {
        return Placed::Defer(Why::NoRoom);
    }
    let mut placed = match block {
        Block::Text(text) => text::place(text, context, from, area),
        Block::Stack(stack) => stack::place(stack, context, from, area),
        Block::Hang(hang) => hang::place(hang, context, from, area),
        Block::Boxed(boxed) => boxed::place(boxed, context, from, area),
        Block::Leader(leader) => leader::place(leader, context, area),
        Block::Table(table) => table::place(table, context, from, area),
        Block::Beside(beside) => beside::place(beside, context, from, area),
        Block::Corner(corner) => corner::place(corner, context, area),
        Block::Turned(turned) => turned::place(turned, context, area),
        Block::Picture(picture) => picture::place(picture, context, area),
        Block::Rule(rule) => boxed::place_rule(rule, context, area),
        Block::Drawing(drawing) => drawing::place(drawing, area),
    };
    if let Placed::Done(frame) | Placed::Split { frame, .. } = &mut placed {
        frame.locate_warnings(block);
    }
    placed
}

/// How wide a block wants to be.
pub(crate) fn widths(block: &Block, context: &Context) -> Widths {
    match block {
        Block::Text(text) => text::widths(text, context),
        Block::Stack(stack) => {
            stack.children.iter().fold(Widths::default(), |all, child| all.or(widths(&child.block, context)))
        }
        Block::Hang(hang) => widths(&hang.body, context).widened(hang::indent(hang, context)),
        Block::Boxed(boxed) => widths(&boxed.body, context).widened(boxed::sides(boxed, context)),
        Block::Leader(leader) => leader::widths(leader, context),
        Block::Table(table) => table::widths(table, context),
        Block::Beside(beside) => beside::widths(beside, context),
        Block::Corner(corner) => corner::widths(corner, context),
        Block::Turned(turned) => turned::widths(turned, context),
        Block::Picture(picture) => picture::widths(picture),
        Block::Rule(_) => Widths::default(),
        Block::Drawing(drawing) => Widths { min: drawing.frame.width, max: drawing.frame.width },
    }
}

/// The frame of a block that stands in one piece whatever its height.
fn place_whole(block: &Block, context: &Context, width: Len) -> Frame {
    match place(block, context, &Cursor::Start, Area::unlimited(width)) {
        Placed::Done(frame) | Placed::Split { frame, .. } => frame,
        Placed::Defer(_) => Frame::empty(width),
    }
}
