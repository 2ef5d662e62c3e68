//! Pages of a finished PDF as pictures, drawn by a reader that shares no code with our writer.

mod canvas;

pub(crate) use canvas::{Canvas, Paper, sheets};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use rayon::prelude::*;

/// Points in an inch.
const POINTS: f32 = 72.0;
/// The longest side of a picture, in pixels, that the renderer's numbers hold.
const LONGEST: f32 = 65_000.0;

/// The pages at these places, from 0, as PNG at a resolution in dots an inch. `None` for a page that isn't there or is too large to be drawn; of a file that
/// can't be read for all.
pub(crate) fn draw(pdf: Vec<u8>, pages: &[usize], dpi: u16) -> Vec<Option<Vec<u8>>> {
    let Ok(pdf) = Pdf::new(pdf) else { return vec![None; pages.len()] };
    let scale = f32::from(dpi) / POINTS;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let drawn = pages.par_iter().map_init(RenderCache::new, |cache, place| {
        let page = pdf.pages().get(*place)?;
        let (width, height) = page.render_dimensions();
        if width.max(height) * scale > LONGEST {
            return None;
        }
        render(page, cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings).into_png().ok()
    });
    drawn.collect()
}
