//! What a template says of processes.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::chart::BoxSpec;
use super::styles::{RuleSpec, TextSpec};

keys! {
    /// Processes.
    pub struct ProcessSpec {
        /// What a listener hears before the steps.
        title: Typed,
        /// How a listener hears where an arrow leads; `{}` is the number of the step.
        to_format: Typed,
        /// How a listener hears that a way ends before the last step.
        end: Typed,
        /// Steps.
        step: BoxSpec,
        /// Decisions: diamonds. The padding is that of the text's room within.
        decision: BoxSpec,
        /// What names a lane; its frame also draws the lines between lanes.
        lane: BoxSpec,
        /// The labels of arrows.
        label: TextSpec,
        /// Arrows.
        arrow: ArrowSpec,
        /// The least width of a step.
        narrowest: Len,
        /// The most width of a step whose text can be broken.
        widest: Len,
        /// The most width of a decision whose text can be broken.
        decision_widest: Len,
        /// Between steps.
        gap: Len,
        /// Between lines beside each other.
        track: Len,
        /// Between an arrow and its label.
        label_gap: Len,
        /// The most width of a label that can be broken, and of lanes' names beside their lanes.
        label_widest: Len,
    }
}

keys! {
    /// An arrow.
    pub struct ArrowSpec {
        /// The line; its colour is the head's as well.
        line: RuleSpec,
        /// The head, from its base to its tip.
        length: Len,
        /// The head, across its base.
        width: Len,
    }
}
