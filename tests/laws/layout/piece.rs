//! A piece of a table as rectangles: its rules and the backgrounds of its cells.

use crate::model::len::Len;
use crate::set::layout::{Color, Frame, LeafKind};

use super::build::{GROUND, HEAD, INNER, OUTER};

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rect {
    pub left: Len,
    pub top: Len,
    pub right: Len,
    pub bottom: Len,
    pub color: Color,
}

impl Rect {
    pub(crate) fn width(&self) -> Len {
        self.right - self.left
    }

    pub(crate) fn height(&self) -> Len {
        self.bottom - self.top
    }

    /// In square thousandths of a point.
    pub(crate) fn area(&self) -> i128 {
        i128::from(self.width().as_milli()) * i128::from(self.height().as_milli())
    }

    /// Whether the middle line of a rule runs through this.
    fn is_cut_by(&self, rule: &Rect) -> bool {
        if rule.width() > rule.height() {
            let y = rule.top + (rule.height() - rule.height() / 2);
            self.top < y - ROUNDING && y + ROUNDING < self.bottom && rule.left < self.right && self.left < rule.right
        } else {
            let x = rule.left + (rule.width() - rule.width() / 2);
            self.left < x - ROUNDING && x + ROUNDING < self.right && rule.top < self.bottom && self.top < rule.bottom
        }
    }

    pub(crate) fn is_within(&self, other: &Rect) -> bool {
        other.left <= self.left && other.top <= self.top && self.right <= other.right && self.bottom <= other.bottom
    }

    pub(crate) fn overlaps(&self, other: &Rect) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// A rule no longer than the thickest is thick may run either way.
const THICKEST: Len = Len::pt(1);
/// What halving a stroke may round.
const ROUNDING: Len = Len::milli(1);

/// A table's piece.
#[derive(Debug)]
pub(crate) struct Piece {
    pub outer: Vec<Rect>,
    pub inner: Vec<Rect>,
    pub backgrounds: Vec<Rect>,
}

impl Piece {
    /// The rectangles of a table that holds no other table.
    pub(crate) fn of(frame: &Frame) -> Piece {
        let rects: Vec<Rect> = frame
            .leaves
            .iter()
            .filter_map(|leaf| match leaf.kind {
                LeafKind::Fill { width, height, color } => {
                    Some(Rect { left: leaf.x, top: leaf.y, right: leaf.x + width, bottom: leaf.y + height, color })
                }
                _ => None,
            })
            .collect();
        let of = |wanted: &dyn Fn(Color) -> bool| rects.iter().copied().filter(|rect| wanted(rect.color)).collect();
        Piece {
            outer: of(&|color| color == OUTER),
            inner: of(&|color| color == INNER || color == HEAD),
            backgrounds: of(&|color| color.rgb[0] == GROUND),
        }
    }

    /// The numbers of the cells that stand in it.
    pub(crate) fn cells(&self) -> impl Iterator<Item = usize> {
        self.backgrounds
            .iter()
            .map(|background| usize::from(background.color.rgb[1]) << 8 | usize::from(background.color.rgb[2]))
    }

    /// A cell that a rule runs through.
    pub(crate) fn cut_cell(&self) -> Option<(Rect, Rect)> {
        let cuts = |rule: &Rect| {
            self.backgrounds.iter().find(|background| background.is_cut_by(rule)).map(|background| (*background, *rule))
        };
        self.inner.iter().filter(|rule| rule.width().max(rule.height()) > THICKEST).find_map(cuts)
    }

    /// A cell whose upper or left edge stands within the table and is not ruled from end to end.
    pub(crate) fn open_edge(&self) -> Option<Rect> {
        let top = self.outer.first()?.bottom;
        let left = self.outer.first()?.left;
        let seen = |cell: &&Rect| cell.width() > Len::ZERO && cell.height() > Len::ZERO;
        let open = |cell: &&Rect| {
            (cell.top > top && self.ruled_above(cell) < cell.width())
                || (cell.left > left && self.ruled_before(cell) < cell.height())
        };
        self.backgrounds.iter().filter(seen).find(open).copied()
    }

    /// How much of a cell's upper edge is ruled.
    fn ruled_above(&self, cell: &Rect) -> Len {
        let there = |rule: &&Rect| rule.top <= cell.top && cell.top <= rule.bottom;
        let common = |rule: &Rect| rule.right.min(cell.right) - rule.left.max(cell.left);
        self.inner.iter().filter(there).map(common).map(Len::at_least_zero).sum()
    }

    /// How much of a cell's left edge is ruled.
    fn ruled_before(&self, cell: &Rect) -> Len {
        let there = |rule: &&Rect| rule.left <= cell.left && cell.left <= rule.right;
        let common = |rule: &Rect| rule.bottom.min(cell.bottom) - rule.top.max(cell.top);
        self.inner.iter().filter(there).map(common).map(Len::at_least_zero).sum()
    }
}
