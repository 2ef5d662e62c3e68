//! Drawing a shape: its ground, then its outline.

use krilla::geom::{Path as Outline, PathBuilder};
use krilla::paint::Stroke as Pen;
use krilla::surface::Surface;

use crate::layout::{Path, Point, Segment};
use crate::len::Len;

use super::OPAQUE;
use super::draw::{fill, paint};

/// Draws a shape from a position.
pub(super) fn draw(path: &Path, x: Len, y: Len, surface: &mut Surface) {
    let Some(outline) = outline(&path.outline, x, y) else { return };
    if let Some(color) = path.ground {
        surface.set_fill(Some(fill(color)));
        surface.set_stroke(None);
        surface.draw_path(&outline);
    }
    if let Some(stroke) = path.pen.filter(|stroke| stroke.width > Len::ZERO) {
        let pen = Pen { paint: paint(stroke.color), width: stroke.width.to_pt(), opacity: OPAQUE, ..Pen::default() };
        surface.set_fill(None);
        surface.set_stroke(Some(pen));
        surface.draw_path(&outline);
    }
    surface.set_stroke(None);
}

fn outline(segments: &[Segment], x: Len, y: Len) -> Option<Outline> {
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
            Segment::Close => path.close(),
        }
    }
    path.finish()
}
