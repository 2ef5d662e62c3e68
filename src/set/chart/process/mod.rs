//! Processes (추진체계): steps, and arrows from one to another, in rows, in a column, in lanes or in a ring.
//!
//! [`place`] gives each step a cell of a grid, [`route`] each arrow a way through the channels between cells, [`tracks`] ways that share a
//! channel tracks beside each other; [`measure`] then gives rows, columns and channels their sizes, and [`draw`] draws.

mod draw;
mod measure;
mod place;
mod ring;
mod route;
mod step;
mod tracks;

use crate::model::len::{Len, Ratio};
use crate::set::layout::TextBlock;

use super::arrow::ArrowStyle;
use super::drawing::Drawing;
use super::label::BoxStyle;
use super::scales::scales;
use crate::model::report::chart::Direction;
use measure::Measured;
use place::{StepGrid, grids};
use route::{Way, routed};
use step::step_sizes;

/// A process of texts that are shaped.
pub(crate) type Process = crate::model::report::chart::Process<TextBlock>;
/// A step of it.
pub(crate) type Step = crate::model::report::chart::Step<TextBlock>;
/// An arrow of it.
pub(crate) type Arrow = crate::model::report::chart::Arrow<TextBlock>;

/// How a process looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProcessStyle {
    /// Steps.
    pub step: BoxStyle,
    /// Decisions.
    pub decision: BoxStyle,
    /// What names a lane.
    pub lane: BoxStyle,
    /// Arrows.
    pub arrow: ArrowStyle,
    /// The least width of a step.
    pub narrowest: Len,
    /// The most width of a step whose text can be broken.
    pub widest: Len,
    /// The most width of a decision whose text can be broken.
    pub decision_widest: Len,
    /// Between steps.
    pub gap: Len,
    /// Between lines beside each other.
    pub track: Len,
    /// Between an arrow and its label, and around it.
    pub label_gap: Len,
    /// The most width of a label that can be broken.
    pub label_widest: Len,
    /// The least size of type.
    pub smallest: Len,
}

/// Draws a process, in the first arrangement and the largest type that fit the width.
pub(crate) fn process(process: &Process, style: &ProcessStyle, width: Len) -> Drawing {
    let scales = scales(process.texts(), style.smallest);
    let plans: Vec<Plan> = grids(process).into_iter().map(|grid| Plan::new(process, grid)).collect();
    let fitted = |scale: &Ratio| match process.direction {
        Direction::Ring => ring::fitted(process, style, *scale, width),
        Direction::Row | Direction::Column => plans.iter().find_map(|plan| plan.fitted(process, style, *scale, width)),
    };
    if let Some(drawing) = scales.iter().find_map(fitted) {
        return drawing;
    }
    let smallest = scales.last().copied().unwrap_or_default();
    match plans.last() {
        Some(narrowest) => narrowest.drawn(process, style, smallest, width, 0),
        None => ring::narrowest(process, style, smallest),
    }
}

/// An arrangement: cells, and the ways between them.
struct Plan {
    grid: StepGrid,
    ways: Vec<Way>,
}

/// Steps between the least and the natural width of boxes.
const STEPS: i64 = 8;

impl Plan {
    fn new(process: &Process, grid: StepGrid) -> Plan {
        let (grid, ways) = routed(process, grid);
        Plan { grid, ways }
    }

    /// The drawing with the widest boxes that fit.
    fn fitted(&self, process: &Process, style: &ProcessStyle, scale: Ratio, width: Len) -> Option<Drawing> {
        let fits =
            |step: i64| Some(self.drawn(process, style, scale, width, step)).filter(|drawing| drawing.width <= width);
        // Nearly always the natural width fits or not even the least does.
        if let Some(natural) = fits(STEPS) {
            return Some(natural);
        }
        let narrowest = fits(0)?;
        (1..STEPS).rev().find_map(fits).or(Some(narrowest))
    }

    fn drawn(&self, process: &Process, style: &ProcessStyle, scale: Ratio, width: Len, step: i64) -> Drawing {
        let sizes = step_sizes(process, style, scale, step);
        let measured = Measured::new(process, style, scale, &sizes, (&self.grid, &self.ways), width);
        draw::drawn(process, style, scale, &sizes, self, &measured)
    }
}
