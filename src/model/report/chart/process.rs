//! Processes (추진체계): steps, and arrows from one to another.

use super::BoxText;

/// A process.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Process<T> {
    /// The steps, at least one. Each but the first is led to from one before it.
    pub steps: Vec<Step<T>>,
    /// What leads from step to step, in the order of the steps they leave; at most [`MOST_LEAVING`] leave one. None leads to its own step, and
    /// no two join the same steps.
    pub arrows: Vec<Arrow<T>>,
    /// Who does what; none where that isn't told apart.
    pub lanes: Vec<BoxText<T>>,
    /// How it is arranged.
    pub direction: Direction,
}

/// How many arrows may leave a step: one at each side but that at which it is entered.
pub(crate) const MOST_LEAVING: usize = 3;

/// Where the steps of a process go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// To the right; in rows where there is no room for one, back and forth.
    Row,
    /// Down.
    Column,
    /// Around, clockwise: each to the next and the last to the first.
    Ring,
}

/// A step.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step<T> {
    /// What is done, and when or with what.
    pub caption: BoxText<T>,
    /// Whether it decides how to go on.
    pub decision: bool,
    /// The lane it stands in, from 0.
    pub lane: usize,
}

/// What leads from a step to another.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Arrow<T> {
    /// The step it leaves.
    pub from: usize,
    /// The step it leads to.
    pub to: usize,
    /// What it says.
    pub label: Option<T>,
}

impl<T> Process<T> {
    /// Every text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &T> {
        let steps = self.steps.iter().flat_map(|step| step.caption.texts());
        let lanes = self.lanes.iter().flat_map(BoxText::texts);
        steps.chain(lanes).chain(self.arrows.iter().filter_map(|arrow| arrow.label.as_ref()))
    }

    /// Whether each step leads to the next and nothing else leads anywhere.
    pub(crate) fn is_chain(&self) -> bool {
        self.arrows.len() + 1 == self.steps.len()
            && self.arrows.iter().enumerate().all(|(index, arrow)| arrow.from == index && arrow.to == index + 1)
    }
}
