//! Where pages stand on paper, in points: sizes, transformations, the places of a side.
//!
//! Boxes of PDF files are floating numbers, so these are too.

use super::plan::Layout;

/// A width and a height, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Size {
    /// From left to right.
    pub width: f64,
    /// From bottom to top.
    pub height: f64,
}

impl Size {
    /// From millimetres.
    pub(crate) fn mm(width: f64, height: f64) -> Size {
        Size { width: mm(width), height: mm(height) }
    }

    /// With width and height exchanged.
    pub(crate) fn turned(self) -> Size {
        Size { width: self.height, height: self.width }
    }

    /// Whether it is wider than high.
    pub(crate) fn is_landscape(self) -> bool {
        self.width > self.height
    }

    /// Turned, if need be, so that it lies or stands as the other does.
    fn turned_as(self, other: Size) -> Size {
        if self.is_landscape() == other.is_landscape() { self } else { self.turned() }
    }

    /// The largest factor at which this fits into the other.
    fn fit(self, into: Size) -> f64 {
        (into.width / self.width).min(into.height / self.height)
    }
}

/// Points of millimetres.
pub(crate) fn mm(mm: f64) -> f64 {
    mm * 72.0 / 25.4
}

/// A rectangle from its lower left to its upper right corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    /// Left.
    pub x0: f64,
    /// Bottom.
    pub y0: f64,
    /// Right.
    pub x1: f64,
    /// Top.
    pub y1: f64,
}

impl Area {
    /// Of a size, in the middle of a larger one.
    fn centred(inner: Size, outer: Size) -> Area {
        let (x0, y0) = ((outer.width - inner.width) / 2.0, (outer.height - inner.height) / 2.0);
        Area { x0, y0, x1: x0 + inner.width, y1: y0 + inner.height }
    }

    /// Its size.
    pub(crate) fn size(self) -> Size {
        Size { width: self.x1 - self.x0, height: self.y1 - self.y0 }
    }

    /// Larger by so much on every side.
    pub(crate) fn grown(self, by: f64) -> Area {
        Area { x0: self.x0 - by, y0: self.y0 - by, x1: self.x1 + by, y1: self.y1 + by }
    }

    /// What it shares with another; empty, but not turned inside out, if that is nothing.
    pub(crate) fn shared(self, other: Area) -> Area {
        let (x0, y0) = (self.x0.max(other.x0), self.y0.max(other.y0));
        Area { x0, y0, x1: self.x1.min(other.x1).max(x0), y1: self.y1.min(other.y1).max(y0) }
    }

    /// Whether anything can be seen of it.
    pub(crate) fn is_empty(self) -> bool {
        // Not the other way round: what is no number is empty too.
        !(self.x1 - self.x0 > 0.01 && self.y1 - self.y0 > 0.01)
    }
}

/// A transformation as PDF writes it: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matrix(pub [f64; 6]);

impl Matrix {
    /// Leaves everything as it is.
    pub(crate) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves.
    pub(crate) fn moved(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Scales.
    pub(crate) fn scaled(x: f64, y: f64) -> Matrix {
        Matrix([x, 0.0, 0.0, y, 0.0, 0.0])
    }

    /// Turns something of this size by so many quarters clockwise, its lower left corner at the origin before and after.
    pub(crate) fn turned(size: Size, quarters: u8) -> Matrix {
        let Size { width, height } = size;
        match quarters % 4 {
            1 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            2 => Matrix([-1.0, 0.0, 0.0, -1.0, width, height]),
            3 => Matrix([0.0, 1.0, -1.0, 0.0, height, 0.0]),
            _ => Matrix::IDENTITY,
        }
    }

    /// This, and then the other.
    pub(crate) fn then(self, other: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Matrix([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    /// Where a point comes to stand.
    pub(crate) fn point(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The rectangle around a rectangle's transformed corners.
    pub(crate) fn area(self, area: Area) -> Area {
        let Area { x0, y0, x1, y1 } = area;
        let corners = [(x0, y0), (x1, y0), (x0, y1), (x1, y1)].map(|(x, y)| self.point(x, y));
        let least = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&(f64, f64)) -> f64| corners.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        Area { x0: least(|it| it.0), y0: least(|it| it.1), x1: most(|it| it.0), y1: most(|it| it.1) }
    }
}

/// What is cut off around a bled page: its picture runs on so far beyond the edge.
pub(crate) const BLEED: f64 = 3.0 * 72.0 / 25.4;
/// The room for marks around what is cut out.
pub(crate) const MARKS: f64 = 10.0 * 72.0 / 25.4;
/// By how much a page may be larger than its place without being scaled: sizes of paper are rounded in many ways.
const ROUNDING: f64 = 1.0;

/// What all sheets have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Format {
    /// How pages stand on a side.
    pub layout: Layout,
    /// The paper.
    pub paper: Size,
    /// What is left of it when it has been cut.
    pub trimmed: Area,
    columns: usize,
    rows: usize,
    /// Whether most pages lie.
    landscape: bool,
    /// The scale that no page exceeds.
    scale: f64,
    /// How far pages move away from the binding.
    binding: f64,
    /// How far a booklet's pages move towards its fold for each sheet around theirs.
    creep: f64,
    /// How far a picture may run on beyond the edge.
    bleed: f64,
}

/// Where a page stands on its side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placement {
    /// From the upright page, its lower left corner at the origin, to the side.
    pub matrix: Matrix,
    /// What can be seen of it.
    pub clip: Area,
}

impl Format {
    /// For pages that are mostly of this size. Without paper, one is chosen on which they need not be scaled (one page a side, booklets),
    /// or of the size of a page (several pages a side).
    pub(crate) fn new(
        layout: Layout,
        page: Size,
        paper: Option<Size>,
        marks: bool,
        binding: f64,
        creep: f64,
    ) -> Format {
        let (natural, columns, rows) = match layout {
            Layout::OneUp => (page, 1, 1),
            Layout::Booklet => (Size { width: page.width * 2.0, ..page }, 2, 1),
            Layout::TwoUp if page.is_landscape() => (page.turned(), 1, 2),
            Layout::TwoUp => (page.turned(), 2, 1),
            Layout::FourUp => (page, 2, 2),
        };
        let room = if marks { MARKS } else { 0.0 };
        let with_room = Size { width: natural.width + 2.0 * room, height: natural.height + 2.0 * room };
        let paper = paper.map_or(with_room, |paper| paper.turned_as(natural));
        let inner = Area::centred(paper, paper).grown(-room.min(paper.width / 4.0).min(paper.height / 4.0)).size();
        let scale = if fits(natural, inner) { 1.0 } else { natural.fit(inner) };
        // Several pages a side give way to the binding; one keeps its size, and moves by what it has as margin.
        let binding = if layout.has_own_room() { binding.min(inner.width / 2.0) } else { binding };
        let (trimmed, scale) = match layout {
            Layout::OneUp | Layout::Booklet => {
                let trimmed = Size { width: natural.width * scale, height: natural.height * scale };
                (Area::centred(trimmed, paper), scale)
            }
            Layout::TwoUp | Layout::FourUp => (Area::centred(inner, paper), 1.0),
        };
        let bleed = if marks { BLEED } else { 0.0 };
        Format { layout, paper, trimmed, columns, rows, landscape: page.is_landscape(), scale, binding, creep, bleed }
    }

    /// Whether marks are drawn.
    pub(crate) fn has_marks(&self) -> bool {
        self.bleed > 0.0
    }

    /// What is left of the paper, with what bleeds over its edges.
    pub(crate) fn bled(&self) -> Area {
        self.trimmed.grown(self.bleed)
    }

    /// The places of a front of so many pages, from its top left, in rows.
    pub(crate) fn places(&self, pages: usize) -> Vec<Area> {
        let (columns, rows) = if pages == 1 { (1, 1) } else { (self.columns, self.rows) };
        let room = if self.layout.has_own_room() { self.binding } else { 0.0 };
        let Size { width, height } = self.trimmed.size();
        let (width, height) = ((width - room) / columns as f64, height / rows as f64);
        let cell = |index: usize| {
            let x0 = self.trimmed.x0 + room + width * (index % columns) as f64;
            let y1 = self.trimmed.y1 - height * (index / columns) as f64;
            Area { x0, y0: y1 - height, x1: x0 + width, y1 }
        };
        (0..pages).map(cell).collect()
    }

    /// How far what stands at a place is moved to the right: away from the binding, towards a booklet's fold.
    pub(crate) fn shift(&self, index: usize, back: bool, depth: usize) -> f64 {
        match self.layout {
            Layout::Booklet => {
                let away = self.binding - self.creep * depth as f64;
                if index == 0 { -away } else { away }
            }
            Layout::OneUp if back => -self.binding,
            Layout::OneUp => self.binding,
            // Their places have left room at the left already.
            Layout::TwoUp | Layout::FourUp => {
                if back {
                    -self.binding
                } else {
                    0.0
                }
            }
        }
    }

    /// Where an upright page of this size stands in its place.
    pub(crate) fn place(&self, page: Size, cell: Area, shift: f64) -> Placement {
        // A page that lies among standing ones is turned so that its head is at the left.
        let quarters = if page.is_landscape() == self.landscape { 0 } else { 3 };
        let turned = if quarters == 0 { page } else { page.turned() };
        let room = cell.size();
        let at_most = Size { width: turned.width * self.scale, height: turned.height * self.scale };
        let scale = if fits(at_most, room) { self.scale } else { turned.fit(room).min(self.scale) };
        let middle = ((cell.x0 + cell.x1) / 2.0, (cell.y0 + cell.y1) / 2.0);
        let corner = (middle.0 - turned.width * scale / 2.0 + shift, middle.1 - turned.height * scale / 2.0);
        let matrix =
            Matrix::turned(page, quarters).then(Matrix::scaled(scale, scale)).then(Matrix::moved(corner.0, corner.1));
        Placement { matrix, clip: self.clip(cell, shift) }
    }

    /// A page ends where its place does; only over the edges of the sheet it may bleed. Where several pages stand on a side, all places move.
    fn clip(&self, cell: Area, shift: f64) -> Area {
        let by = if self.layout.has_own_room() { shift } else { 0.0 };
        let beyond = |edge: f64, of: f64| if (edge - of).abs() < 0.01 { self.bleed } else { 0.0 };
        Area {
            x0: cell.x0 - beyond(cell.x0, self.trimmed.x0) + by,
            y0: cell.y0 - beyond(cell.y0, self.trimmed.y0),
            x1: cell.x1 + beyond(cell.x1, self.trimmed.x1) + by,
            y1: cell.y1 + beyond(cell.y1, self.trimmed.y1),
        }
    }
}

fn fits(size: Size, room: Size) -> bool {
    size.width <= room.width + ROUNDING && size.height <= room.height + ROUNDING
}

/// The size that most pages have, to the nearest point; of several the first.
pub(crate) fn usual(sizes: impl Iterator<Item = Size>) -> Option<Size> {
    let mut seen: Vec<(Size, usize)> = Vec::new();
    for size in sizes {
        let same = |other: &&mut (Size, usize)| {
            (other.0.width - size.width).abs() < ROUNDING && (other.0.height - size.height).abs() < ROUNDING
        };
        match seen.iter_mut().find(same) {
            Some((_, times)) => *times += 1,
            None => seen.push((size, 1)),
        }
    }
    let most = seen.iter().map(|(_, times)| *times).max()?;
    seen.into_iter().find(|(_, times)| *times == most).map(|(size, _)| size)
}
