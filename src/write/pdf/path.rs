//! Drawing a shape: its background, the hatch over it, its contour.

use krilla::geom::{Path as Contour, PathBuilder};
use krilla::paint::{FillRule, Stroke as Line, StrokeDash};
use krilla::surface::Surface;

use crate::model::len::Len;
use crate::set::layout::{Hatch, HatchLines, Path, Point, Rect, Segment, Stroke};

use super::OPAQUE;
use super::draw::{fill, paint};

/// Draws a shape from a position.
pub(super) fn draw(path: &Path, x: Len, y: Len, surface: &mut Surface) {
    let Some(segments) = segments(&path.segments, x, y) else { return };
    if let Some(background) = &path.background {
        surface.set_fill(Some(fill(background.color)));
        surface.set_stroke(None);
        surface.draw_path(&segments);
        if let Some(hatch) = &background.hatch {
            hatched(hatch, path.bounds().shifted(x, y), &segments, surface);
        }
    }
    if let Some(pen) = path.pen.as_ref().filter(|pen| pen.stroke.width > Len::ZERO) {
        surface.set_fill(None);
        surface.set_stroke(Some(line(pen.stroke, &pen.dash)));
        surface.draw_path(&segments);
    }
    surface.set_stroke(None);
}

/// Draws the lines of a hatch, cut off where the shape ends.
fn hatched(hatch: &Hatch, over: Rect, shape: &Contour, surface: &mut Surface) {
    let Some(lines) = lines(hatch, over) else { return };
    surface.push_clip_path(shape, &FillRule::NonZero);
    surface.set_fill(None);
    surface.set_stroke(Some(line(hatch.stroke, &[])));
    surface.draw_path(&lines);
    surface.pop();
}

fn line(stroke: Stroke, dash: &[Len]) -> Line {
    let dashes = || StrokeDash { array: dash.iter().map(|length| length.to_pt()).collect(), offset: 0.0 };
    Line {
        paint: paint(stroke.color),
        width: stroke.width.to_pt(),
        opacity: OPAQUE,
        dash: (!dash.is_empty()).then(dashes),
        ..Line::default()
    }
}

fn segments(segments: &[Segment], x: Len, y: Len) -> Option<Contour> {
    let mut path = PathBuilder::new();
    let at = |point: Point| ((point.x + x).to_pt(), (point.y + y).to_pt());
    for segment in segments {
        match *segment {
            Segment::Move(to) => {
                let (x, y) = at(to);
                path.move_to(x, y);
            }
            Segment::Line(to) => {
                let (x, y) = at(to);
                path.line_to(x, y);
            }
            Segment::Curve(first, second, to) => {
                let ((x1, y1), (x2, y2), (x, y)) = (at(first), at(second), at(to));
                path.cubic_to(x1, y1, x2, y2, x, y);
            }
            Segment::Close => path.close(),
        }
    }
    path.finish()
}

/// The most lines of a hatch in one direction: a shape as large as a page has fewer.
const MOST_LINES: i64 = 2_000;

/// The lines of a hatch over a rectangle. They are counted from the page's corner, so that those of neighbouring shapes meet.
fn lines(hatch: &Hatch, over: Rect) -> Option<Contour> {
    let mut path = PathBuilder::new();
    let mut strike = |from: Point, to: Point| {
        path.move_to(from.x.to_pt(), from.y.to_pt());
        path.line_to(to.x.to_pt(), to.y.to_pt());
    };
    let (left, right, top, bottom) = (over.x, over.right(), over.y, over.bottom());
    // Slanting lines lie farther apart along an edge than across: by the root of two.
    let slanting = hatch.distance.part(1_414, 1_000);
    let (rising, falling) = match hatch.lines {
        HatchLines::Rising => (true, false),
        HatchLines::Falling => (false, true),
        HatchLines::Crossed => (true, true),
        HatchLines::Level => {
            steps(top, bottom, hatch.distance).for_each(|y| strike(Point::new(left, y), Point::new(right, y)));
            (false, false)
        }
        HatchLines::Upright => {
            steps(left, right, hatch.distance).for_each(|x| strike(Point::new(x, top), Point::new(x, bottom)));
            (false, false)
        }
    };
    if rising {
        // Along such a line x + y is the same everywhere.
        steps(left + top, right + bottom, slanting)
            .for_each(|sum| strike(Point::new(sum - bottom, bottom), Point::new(sum - top, top)));
    }
    if falling {
        // Along such a line x - y is the same everywhere.
        steps(left - bottom, right - top, slanting)
            .for_each(|difference| strike(Point::new(difference + top, top), Point::new(difference + bottom, bottom)));
    }
    path.finish()
}

/// The multiples of a distance between two lengths.
fn steps(from: Len, to: Len, distance: Len) -> impl Iterator<Item = Len> {
    let distance = distance.as_milli().max(1);
    let first = from.as_milli().div_euclid(distance) + 1;
    let last = to.as_milli().div_euclid(distance).min(first + MOST_LINES);
    (first..=last).map(move |step| Len::milli(step * distance))
}
