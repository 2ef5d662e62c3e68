//! How charts from data look.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Background, Color, Path, Pen, Point, Segment, Stroke};

/// How a chart from data looks.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DataStyle {
    /// What tells series and slices apart, in order; at least one.
    pub inks: Vec<Ink>,
    /// Around columns, bars and slices.
    pub frame: Stroke,
    /// The line at zero.
    pub axis: Stroke,
    /// Lines at the steps of an axis, and between rows of figures.
    pub grid: Stroke,
    /// Behind figures that stand on a background.
    pub plate: Color,
    /// How high the plot of columns and lines is.
    pub height: Len,
    /// The most width of a column.
    pub widest: Len,
    /// The share of its place that a group of columns takes.
    pub share: Ratio,
    /// How thick a bar is.
    pub thickness: Len,
    /// Between the bars of neighbouring categories.
    pub apart: Len,
    /// Between a text and what it stands at.
    pub gap: Len,
    /// The width of a key in a legend.
    pub key_width: Len,
    /// And its height.
    pub key_height: Len,
    /// Between the entries of a legend.
    pub entries: Len,
    /// From the middle of a marker to its edge.
    pub marker: Len,
    /// How wide a pie is.
    pub diameter: Len,
    /// How wide the hole of a ring is, as a share of it.
    pub hole: Ratio,
    /// The least size of type.
    pub smallest: Len,
}

/// What tells a series or slice from the others, in black and white too.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ink {
    /// The background of columns, bars and slices.
    pub background: Background,
    /// The line through points.
    pub pen: Pen,
    /// What stands at points.
    pub marker: Marker,
    /// What fills it.
    pub fill: Color,
}

/// Shapes of markers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marker {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A triangle on its base.
    Triangle,
    /// A square on a corner.
    Diamond,
}

impl DataStyle {
    /// What tells the series or slice of a place apart; beyond the last, inks begin anew.
    pub(super) fn ink(&self, index: usize) -> &Ink {
        &self.inks[index % self.inks.len()]
    }

    /// The room of a key, whatever it shows.
    pub(super) fn key_reach(&self) -> Len {
        self.key_width + self.gap
    }
}

impl Ink {
    /// Its marker around a point.
    pub(super) fn marker(&self, at: Point, radius: Len) -> Path {
        let point = |x: Len, y: Len| at.shifted(x, y);
        let segments: Vec<Segment> = match self.marker {
            Marker::Circle => Path::circle(at, radius),
            Marker::Square => {
                let side = radius.part(9, 10);
                Path::polygon(&[point(-side, -side), point(side, -side), point(side, side), point(-side, side)])
            }
            Marker::Triangle => {
                Path::polygon(&[point(Len::ZERO, -radius), point(radius, radius), point(-radius, radius)])
            }
            Marker::Diamond => Path::polygon(&[
                point(Len::ZERO, -radius),
                point(radius, Len::ZERO),
                point(Len::ZERO, radius),
                point(-radius, Len::ZERO),
            ]),
        };
        Path { segments, background: Some(self.fill.into()), pen: Some(self.pen.stroke.into()) }
    }
}
