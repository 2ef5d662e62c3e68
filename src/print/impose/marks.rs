//! Marks outside of what is kept: where sheets are cut and folded.

use pdf_writer::Content;

use super::geometry::{BLEED, Format, mm};
use super::plan::Layout;

/// From the edge to where a mark begins: beyond what bleeds.
const GAP: f64 = BLEED;
/// How long a mark is, in millimetres.
const LENGTH: f64 = 5.0;
/// How wide a mark is, in points.
const WIDTH: f32 = 0.25;

/// Draws the marks that a format asks for.
pub(super) fn draw(drawing: &mut Content, format: &Format) {
    if !format.has_marks() {
        return;
    }
    let (near, far) = (GAP, GAP + mm(LENGTH));
    let area = format.trimmed;
    drawing.save_state();
    drawing.set_stroke_gray(0.0).set_line_width(WIDTH);
    for (x, out) in [(area.x0, -1.0), (area.x1, 1.0)] {
        for (y, up) in [(area.y0, -1.0), (area.y1, 1.0)] {
            line(drawing, (x + out * near, y), (x + out * far, y));
            line(drawing, (x, y + up * near), (x, y + up * far));
        }
    }
    if format.layout == Layout::Booklet {
        let fold = (area.x0 + area.x1) / 2.0;
        drawing.set_dash_pattern([2.0, 1.0], 0.0);
        line(drawing, (fold, area.y0 - near), (fold, area.y0 - far));
        line(drawing, (fold, area.y1 + near), (fold, area.y1 + far));
    }
    drawing.restore_state();
}

fn line(drawing: &mut Content, from: (f64, f64), to: (f64, f64)) {
    drawing.move_to(from.0 as f32, from.1 as f32).line_to(to.0 as f32, to.1 as f32).stroke();
}
