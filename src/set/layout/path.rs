//! Paths: shapes at exact places, with a background and a pen.

use crate::model::len::Len;

use super::block::{Color, Stroke};

/// A place, from a drawing's left and top edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub(crate) struct Point {
    /// From the left.
    pub x: Len,
    /// From the top.
    pub y: Len,
}

impl Point {
    /// A place.
    pub(crate) const fn new(x: Len, y: Len) -> Point {
        Point { x, y }
    }

    /// The place, moved.
    pub(crate) fn shifted(self, x: Len, y: Len) -> Point {
        Point { x: self.x + x, y: self.y + y }
    }
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Rect {
    /// Its left edge.
    pub x: Len,
    /// Its top edge.
    pub y: Len,
    /// Its width.
    pub width: Len,
    /// Its height.
    pub height: Len,
}

impl Rect {
    /// A rectangle.
    pub(crate) const fn new(x: Len, y: Len, width: Len, height: Len) -> Rect {
        Rect { x, y, width, height }
    }

    /// Its right edge.
    pub(crate) fn right(&self) -> Len {
        self.x + self.width
    }

    /// Its bottom edge.
    pub(crate) fn bottom(&self) -> Len {
        self.y + self.height
    }

    /// Its middle, rounded down.
    pub(crate) fn middle(&self) -> Point {
        Point::new(self.x + self.width / 2, self.y + self.height / 2)
    }

    /// The rectangle, moved.
    pub(crate) fn shifted(self, x: Len, y: Len) -> Rect {
        Rect { x: self.x + x, y: self.y + y, ..self }
    }

    /// Whether it shares more than an edge with another.
    pub(crate) fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether another lies within it, edges included.
    #[cfg(test)]
    pub(crate) fn holds(&self, other: &Rect) -> bool {
        self.x <= other.x && other.right() <= self.right() && self.y <= other.y && other.bottom() <= self.bottom()
    }

    /// The rectangle that holds both.
    pub(crate) fn around(self, other: Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Rect { x, y, width: self.right().max(other.right()) - x, height: self.bottom().max(other.bottom()) - y }
    }
}

/// A piece of a contour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Begins anew here.
    Move(Point),
    /// A straight line to here.
    Line(Point),
    /// A cubic Bézier curve by two control points to the last.
    Curve(Point, Point, Point),
    /// Back to where it began.
    Close,
}

/// A shape.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Path {
    /// Its contour.
    pub segments: Vec<Segment>,
    /// What fills it.
    pub background: Option<Background>,
    /// What draws its contour.
    pub pen: Option<Pen>,
}

/// What fills a shape: a colour, and lines over it that tell it from others in black and white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Background {
    /// The colour.
    pub color: Color,
    /// The lines.
    pub hatch: Option<Hatch>,
}

/// Parallel lines over a background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hatch {
    /// Where they run.
    pub lines: HatchLines,
    /// From one line to the next.
    pub distance: Len,
    /// How they are drawn.
    pub stroke: Stroke,
}

/// Where the lines of a hatch run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HatchLines {
    /// Up to the right.
    Rising,
    /// Down to the right.
    Falling,
    /// Across.
    Level,
    /// Up and down.
    Upright,
    /// Both up and down to the right.
    Crossed,
}

/// What draws an outline; a stroke without width draws nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pen {
    /// Its thickness and colour.
    pub stroke: Stroke,
    /// Lengths of dashes and gaps in turn; none is a solid line.
    pub dash: Vec<Len>,
}

impl From<Color> for Background {
    fn from(color: Color) -> Background {
        Background { color, hatch: None }
    }
}

impl From<Stroke> for Pen {
    fn from(stroke: Stroke) -> Pen {
        Pen { stroke, dash: Vec::new() }
    }
}

impl Path {
    /// The outline of a rectangle.
    pub(crate) fn rect(rect: Rect) -> Vec<Segment> {
        let (right, bottom) = (rect.right(), rect.bottom());
        let corners = [(rect.x, rect.y), (right, rect.y), (right, bottom), (rect.x, bottom)];
        Path::polygon(&corners.map(|(x, y)| Point::new(x, y)))
    }

    /// A closed outline of straight lines.
    pub(crate) fn polygon(points: &[Point]) -> Vec<Segment> {
        let mut segments = Path::line(points);
        segments.push(Segment::Close);
        segments
    }

    /// An open outline of straight lines.
    pub(crate) fn line(points: &[Point]) -> Vec<Segment> {
        let mut segments: Vec<Segment> = points.iter().copied().map(Segment::Line).collect();
        if let (Some(first), Some(start)) = (segments.first_mut(), points.first()) {
            *first = Segment::Move(*start);
        }
        segments
    }

    /// The shape, moved.
    pub(crate) fn shifted(mut self, x: Len, y: Len) -> Path {
        for segment in &mut self.segments {
            *segment = match *segment {
                Segment::Move(to) => Segment::Move(to.shifted(x, y)),
                Segment::Line(to) => Segment::Line(to.shifted(x, y)),
                Segment::Curve(a, b, to) => Segment::Curve(a.shifted(x, y), b.shifted(x, y), to.shifted(x, y)),
                Segment::Close => Segment::Close,
            };
        }
        self
    }

    /// All points of its contour, those that control curves included.
    pub(crate) fn points(&self) -> impl Iterator<Item = Point> {
        let points = |segment: &Segment| match *segment {
            Segment::Move(to) | Segment::Line(to) => [None, None, Some(to)],
            Segment::Curve(first, second, to) => [Some(first), Some(second), Some(to)],
            Segment::Close => [None; 3],
        };
        self.segments.iter().flat_map(points).flatten()
    }

    /// A rectangle that holds its outline and what controls its curves; none holds nothing.
    pub(crate) fn bounds(&self) -> Rect {
        let at = |point: Point| Rect::new(point.x, point.y, Len::ZERO, Len::ZERO);
        self.points().map(at).reduce(Rect::around).unwrap_or_default()
    }
}
