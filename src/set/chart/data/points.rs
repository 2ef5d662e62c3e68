//! Lines through points, with their figures where there is one series.

use super::legend::{natural, plated};
use super::upright::Plot;
use crate::model::len::Ratio;
use crate::model::report::chart::Datum;
use crate::set::chart::drawing::{Drawing, lines};
use crate::set::layout::{Point, TextBlock};

/// Draws every series: a line from each figure to the next where both are there, then its points, so that the line doesn't cross them.
pub(super) fn draw(plot: &Plot, figures: Option<Ratio>, drawing: &mut Drawing) {
    for (index, series) in plot.data.series.iter().enumerate() {
        let ink = plot.style.ink(index);
        let points: Vec<Option<Point>> = series
            .figures
            .iter()
            .enumerate()
            .map(|(category, figure)| Some(Point::new(plot.middle(category), plot.y(figure.as_ref()?.amount))))
            .collect();
        for run in points.split(Option::is_none).filter(|run| run.len() > 1) {
            let run: Vec<Point> = run.iter().flatten().copied().collect();
            drawing.line(&run, ink.pen.clone());
        }
        drawing.shapes.extend(points.iter().flatten().map(|point| ink.marker(*point, plot.style.marker)));
        if let Some(scale) = figures {
            for (category, figure) in series.figures.iter().enumerate() {
                let Some(figure) = figure else { continue };
                beside(plot, &points, category, figure, scale, drawing);
            }
        }
    }
}

/// A figure above or below its point, where it is nearer without touching the line.
fn beside(
    plot: &Plot,
    points: &[Option<Point>],
    category: usize,
    figure: &Datum<TextBlock>,
    scale: Ratio,
    drawing: &mut Drawing,
) {
    let Some(at) = points[category] else { return };
    let width = natural(&figure.printed, scale);
    let height = lines(&figure.printed, scale, width).height;
    // Where the line is at the edges of the figure.
    let edge = |other: Option<usize>| {
        let other = other.and_then(|other| points.get(other).copied().flatten());
        other.map_or(at.y, |other| {
            let run = (other.x - at.x).max(at.x - other.x).as_milli().max(1);
            at.y + (other.y - at.y).part((width / 2).as_milli(), run)
        })
    };
    let (before, after) = (edge(category.checked_sub(1)), edge(Some(category + 1)));
    let reach = plot.style.marker + plot.style.gap / 2;
    let above = before.min(after).min(at.y) - reach;
    let below = before.max(after).max(at.y) + reach;
    let fits_below = below + height <= plot.foot() - plot.style.gap / 2;
    let top = if fits_below && below - at.y < at.y - above { below } else { above - height };
    plated(drawing, plot.style, &figure.printed, Point::new(at.x, top + height / 2), scale);
}
