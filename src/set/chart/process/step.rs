//! The boxes of steps, the diamonds of decisions and the labels of arrows: their sizes and how they are drawn.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Block, Path, Point, Rect, TextBlock, Widths, widths};

use super::super::drawing::{Drawing, at_scale, lines};
use super::super::label::BoxStyle;
use super::{Process, ProcessStyle, STEPS, Step};

/// The share of a diamond's width that its text has; what is left of one is the share of the height.
const TEXT_OF_DIAMOND: (i64, i64) = (3, 5);

/// The sizes of a process's boxes, of its diamonds, and of its labels by arrow.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StepSizes {
    plain: (Len, Len),
    decision: (Len, Len),
    /// The size of each arrow's label.
    pub labels: Vec<Option<(Len, Len)>>,
}

impl StepSizes {
    /// Width and height of a step.
    pub(crate) fn of(&self, step: &Step) -> (Len, Len) {
        if step.decision { self.decision } else { self.plain }
    }
}

impl ProcessStyle {
    fn of(&self, step: &Step) -> &BoxStyle {
        if step.decision { &self.decision } else { &self.step }
    }
}

/// The sizes of steps that are as wide as they must be, or wider towards what they want: by so many of [`STEPS`].
pub(super) fn step_sizes(process: &Process, style: &ProcessStyle, scale: Ratio, step: i64) -> StepSizes {
    let size = |decision: bool| {
        let steps = || process.steps.iter().filter(move |step| step.decision == decision);
        let (mut min, mut max) = (style.narrowest, style.narrowest);
        let widest = if decision { style.decision_widest } else { style.widest };
        for widths in steps().map(|step| wanted(step, style, scale)) {
            min = min.max(widths.min);
            max = max.max(widths.max.min(widest)).max(min);
        }
        let width = even(min + (max - min).part(step, STEPS));
        let height = steps().map(|step| height(step, style, scale, width)).max();
        height.map_or((Len::ZERO, Len::ZERO), |height| (width, even(height)))
    };
    let label = |label: &Option<TextBlock>| label.as_ref().map(|label| label_size(label, style, scale));
    let labels = process.arrows.iter().map(|arrow| label(&arrow.label)).collect();
    StepSizes { plain: size(false), decision: size(true), labels }
}

/// A length with a half that is whole, so that the middles of boxes below each other are one.
pub(super) fn even(length: Len) -> Len {
    length + Len::milli(length.as_milli().rem_euclid(2))
}

fn wanted(step: &Step, style: &ProcessStyle, scale: Ratio) -> Widths {
    let widths = step.caption.widths(style.of(step), scale);
    let (text, all) = TEXT_OF_DIAMOND;
    match step.decision {
        false => widths,
        // A little more, so that rounding never takes from the text what it needs.
        true => {
            Widths { min: widths.min.part(all, text) + Len::milli(4), max: widths.max.part(all, text) + Len::milli(4) }
        }
    }
}

fn height(step: &Step, style: &ProcessStyle, scale: Ratio, width: Len) -> Len {
    let (text, all) = TEXT_OF_DIAMOND;
    match step.decision {
        false => step.caption.height(style.of(step), scale, width),
        true => step.caption.height(style.of(step), scale, width.part(text, all)).part(all, all - text) + Len::milli(4),
    }
}

/// Draws a step.
pub(super) fn draw_step(drawing: &mut Drawing, step: &Step, rect: Rect, style: &ProcessStyle, scale: Ratio) {
    let box_style = style.of(step);
    if !step.decision {
        return step.caption.boxed(drawing, rect, box_style, scale);
    }
    let (x, y) = (rect.x + rect.width / 2, rect.y + rect.height / 2);
    let corners = [(x, rect.y), (rect.right(), y), (x, rect.bottom()), (rect.x, y)].map(|(x, y)| Point::new(x, y));
    let segments = Path::polygon(&corners);
    drawing.shapes.push(Path {
        segments,
        background: Some(box_style.background.into()),
        pen: Some(box_style.frame.into()),
    });
    let (text, all) = TEXT_OF_DIAMOND;
    let (width, height) = (rect.width.part(text, all), rect.height.part(all - text, all));
    let room = Rect::new(rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height);
    step.caption.letter(drawing, room, box_style.padding, scale);
}

/// Width and height of a label, broken into lines where it is long.
fn label_size(label: &TextBlock, style: &ProcessStyle, scale: Ratio) -> (Len, Len) {
    let widths = widths(&Block::Text(label.clone()), &at_scale(scale));
    let width = widths.max.min(widths.min.max(style.label_widest));
    (width, lines(label, scale, width).height)
}
