//! Pages drawn on sheets of paper, one after another, as a printer wants their pixels.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::{InterpreterSettings, TransformExt};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use super::POINTS;

/// Paper, as many pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paper {
    /// Pixels from left to right.
    pub width: u16,
    /// Pixels from top to bottom.
    pub height: u16,
    /// Pixels an inch, from left to right and from top to bottom.
    pub resolution: (u16, u16),
}

impl Paper {
    fn turned(self) -> Paper {
        let (across, down) = self.resolution;
        Paper { width: self.height, height: self.width, resolution: (down, across) }
    }
}

/// Draws every page on a sheet and hands it on before it draws the next. A page of about the paper's size is drawn as large as it is, a larger one is made smaller, each stands in the
/// middle; one that lies where the paper stands is turned to the left. The places, from 0, of pages that can't be drawn whole: of fonts that they don't bring, of pictures
/// that can't be read. `None` where the PDF can't be.
pub(crate) fn sheets(pdf: Vec<u8>, paper: Paper, mut hand: impl FnMut(usize, Canvas<'_>)) -> Option<Vec<usize>> {
    let pdf = Pdf::new(pdf).ok()?;
    let lacks = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&lacks);
    let warning_sink = Arc::new(move |_| told.store(true, Ordering::Relaxed));
    let settings = InterpreterSettings { warning_sink, ..InterpreterSettings::default() };
    let cache = RenderCache::new();
    let mut lacking = Vec::new();
    for (place, page) in pdf.pages().iter().enumerate() {
        let (width, height) = page.render_dimensions();
        let turn = (width > height) != (paper.width > paper.height);
        let drawn = draw(page, if turn { paper.turned() } else { paper }, &cache, &settings);
        if lacks.swap(false, Ordering::Relaxed) {
            lacking.push(place);
        }
        hand(place, Canvas::new(drawn.data_as_u8_slice(), paper, turn));
    }
    Some(lacking)
}

fn draw<'a>(page: &'a Page<'a>, paper: Paper, cache: &RenderCache<'a>, settings: &InterpreterSettings) -> Pixmap {
    let mut context = RenderContext::new(paper.width, paper.height);
    let transform = placed(page.render_dimensions(), paper) * page.initial_transform(true).to_kurbo();
    render_into(page, cache, settings, &RenderSettings::default(), &mut context, transform);
    context.flush();
    let mut pixels = Pixmap::new(paper.width, paper.height);
    let white = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), white);
    pixels
}

/// How far a page may stick out of its paper before it is made smaller: sizes are rounded in many ways. In points.
const ROUNDING: f64 = 4.25;

/// From an upright page to pixels.
fn placed((width, height): (f32, f32), paper: Paper) -> Affine {
    let (across, down) = paper.resolution;
    let [across, down] = [across, down].map(|resolution| f64::from(resolution) / f64::from(POINTS));
    let (width, height) = (f64::from(width), f64::from(height));
    let [wide, high] = [f64::from(paper.width) / across, f64::from(paper.height) / down];
    let fits = width <= wide + ROUNDING && height <= high + ROUNDING;
    let scale = if fits { 1.0 } else { (wide / width).min(high / height) };
    let [x, y] = [(wide - width * scale) * across, (high - height * scale) * down];
    // Whole pixels, so that a page of the paper's size is the same picture as on a screen.
    Affine::translate(((x / 2.0).trunc(), (y / 2.0).trunc())) * Affine::scale_non_uniform(across * scale, down * scale)
}

/// A sheet that was drawn on, row by row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Canvas<'a> {
    /// Four bytes for each pixel, as they were drawn.
    pixels: &'a [u8],
    width: usize,
    height: usize,
    /// Where the first pixel of the first row is, and how far it is from one to the next, in a row and in a column.
    first: isize,
    right: isize,
    down: isize,
}

impl<'a> Canvas<'a> {
    /// A sheet of `paper`, on which a page stands or, turned to the left, lies.
    fn new(pixels: &'a [u8], paper: Paper, turned: bool) -> Canvas<'a> {
        let (width, height) = (usize::from(paper.width), usize::from(paper.height));
        let (wide, high) = (width as isize, height as isize);
        let (first, right, down) = if turned { (high - 1, high, -1) } else { (0, 1, wide) };
        Canvas { pixels, width, height, first, right, down }
    }

    /// How many rows there are.
    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// With left and right exchanged.
    pub(crate) fn mirrored(self) -> Canvas<'a> {
        let first = self.first + self.right * (self.width as isize - 1);
        Canvas { first, right: -self.right, ..self }
    }

    /// With top and bottom exchanged.
    pub(crate) fn upended(self) -> Canvas<'a> {
        let first = self.first + self.down * (self.height as isize - 1);
        Canvas { first, down: -self.down, ..self }
    }

    /// The pixels of a row, red, green and blue.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = [u8; 3]> {
        let start = self.first + self.down * row as isize;
        (0..self.width).filter_map(move |column| {
            let at = usize::try_from(start + self.right * column as isize).ok()? * 4;
            self.pixels.get(at..at + 3)?.try_into().ok()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The red of each pixel, row by row.
    fn rows(sheet: Canvas<'_>) -> Vec<Vec<u8>> {
        (0..sheet.height()).map(|row| sheet.row(row).map(|[red, ..]| red).collect()).collect()
    }

    #[test]
    fn sheets_are_turned_and_mirrored() {
        let paper = Paper { width: 2, height: 3, resolution: (72, 72) };
        let pixels: Vec<u8> = (1..=6).flat_map(|red| [red, 0, 0, 255]).collect();
        let stands = Canvas::new(&pixels, paper, false);
        assert_eq!(rows(stands), [[1, 2], [3, 4], [5, 6]]);
        assert_eq!(rows(stands.mirrored()), [[2, 1], [4, 3], [6, 5]]);
        assert_eq!(rows(stands.upended()), [[5, 6], [3, 4], [1, 2]]);
        assert_eq!(rows(stands.mirrored().upended()), [[6, 5], [4, 3], [2, 1]]);
        // Drawn as 1 2 3 above 4 5 6; its top is at the left.
        let lies = Canvas::new(&pixels, paper, true);
        assert_eq!(rows(lies), [[3, 6], [2, 5], [1, 4]]);
        assert_eq!(rows(lies.mirrored().upended()), [[4, 1], [5, 2], [6, 3]]);
    }

    #[test]
    fn a_page_is_as_large_as_it_is_unless_the_paper_is_smaller() {
        let at = |page: (f32, f32), x: f64, y: f64| {
            let paper = Paper { width: 2480, height: 3508, resolution: (300, 300) };
            let point = placed(page, paper) * hayro::kurbo::Point::new(x, y);
            (point.x.round(), point.y.round())
        };
        assert_eq!(at((595.276, 841.89), 0.0, 0.0), (0.0, 0.0));
        assert_eq!(at((595.276, 841.89), 72.0, 72.0), (300.0, 300.0));
        // In the middle.
        assert_eq!(at((475.0, 721.5), 0.0, 0.0), (250.0, 250.0));
        // A3 on A4.
        assert_eq!(at((841.89, 1190.55), 841.89, 0.0), (2480.0, 0.0));
    }
}
