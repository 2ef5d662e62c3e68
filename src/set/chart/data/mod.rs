//! Charts from data: columns, bars, lines, pies and rings.
//!
//! Amounts are whole numbers of one unit, the last decimal that any of the figures has, so that what is drawn is as exact as lengths are and what is
//! printed is exact.

mod axis;
mod bars;
mod legend;
mod pie;
mod points;
mod shares;
mod style;
mod upright;

pub(crate) use axis::{Axis, axis};
pub(crate) use bars::bars;
pub(crate) use pie::{Pie, Slice, pie};
pub(crate) use shares::shares;
pub(crate) use style::{DataStyle, Ink, Marker};
pub(crate) use upright::{Upright, upright};

use super::drawing::Drawing;
use crate::model::len::Len;
use crate::model::report::chart::Datum;
use crate::set::layout::TextBlock;

/// Figures by category and series.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Data<T = TextBlock> {
    /// What the figures are of: years, districts.
    pub categories: Vec<T>,
    /// The series.
    pub series: Vec<Series<T>>,
    /// What stands in a row or column of figures where there is none.
    pub missing: T,
}

/// A series of figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Series<T = TextBlock> {
    /// Its name.
    pub name: T,
    /// A figure for each category; none where there is none.
    pub figures: Vec<Option<Datum<T>>>,
}

/// What stands above and below a chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Surroundings {
    /// The unit and the day of the figures, above.
    pub caption: Option<TextBlock>,
    /// Where they come from, below.
    pub source: Option<TextBlock>,
}

/// A chart as drawn.
#[derive(Debug, Clone)]
pub(crate) struct Plotted {
    /// The drawing.
    pub drawing: Drawing,
    /// Whether names had to be cut or figures left out, even in the smallest type.
    pub crowded: bool,
}

impl<T> Data<T> {
    /// All figures.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &Datum<T>> {
        self.series.iter().flat_map(|series| series.figures.iter().flatten())
    }

    /// The least and the greatest of all figures; none where there are none.
    pub(crate) fn bounds(&self) -> Option<(i128, i128)> {
        let amounts = || self.figures().map(|figure| figure.amount);
        Some((amounts().min()?, amounts().max()?))
    }

    /// How far stacks reach below and above zero.
    pub(crate) fn stacked_bounds(&self) -> (i128, i128) {
        let reach = |category: usize| {
            let amounts = self.series.iter().filter_map(|series| Some(series.figures[category].as_ref()?.amount));
            amounts.fold((0, 0), |(low, high), amount| (low + amount.min(0), high + amount.max(0)))
        };
        let reaches = (0..self.categories.len()).map(reach);
        reaches.fold((0, 0), |all, one| (all.0.min(one.0), all.1.max(one.1)))
    }

    /// From where to where each figure of a category stands in its stack: those above zero upwards from it, those below it downwards.
    fn stack(&self, category: usize) -> Vec<(i128, i128)> {
        let (mut low, mut high) = (0, 0);
        let figures = self.series.iter().map(|series| series.figures[category].as_ref());
        let place = |figure: Option<&Datum<T>>| match figure.map_or(0, |figure| figure.amount) {
            amount if amount < 0 => {
                low += amount;
                (low - amount, low)
            }
            amount => {
                high += amount;
                (high - amount, high)
            }
        };
        figures.map(place).collect()
    }
}

/// The part of a length that an amount is of a range, rounded to nearest.
fn along(length: Len, amount: i128, range: i128) -> Len {
    let product = i128::from(length.as_milli()) * amount;
    let range = range.max(1);
    Len::milli(((product + product.signum() * range / 2) / range) as i64)
}
