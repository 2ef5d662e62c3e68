//! What a template says of charts.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::data_chart::DataChartSpec;
use super::names::ColorRef;
use super::process_chart::ProcessSpec;
use super::styles::{RuleSpec, SidesSpec, TextSpec};
use super::timeline_chart::TimelineSpec;

keys! {
    /// Charts.
    pub struct ChartSpec {
        /// Above a chart.
        gap: Len,
        /// Type is never set smaller than this, unless it is smaller by itself.
        smallest: Len,
        /// Organisation charts.
        organisation: OrganisationSpec,
        /// Processes.
        process: ProcessSpec,
        /// Timelines.
        timeline: TimelineSpec,
        /// Charts from data.
        data: DataChartSpec,
    }
}

keys! {
    /// A box with a name and perhaps a detail below it.
    pub struct BoxSpec {
        /// The name.
        name: TextSpec,
        /// The detail below it: a head count.
        detail: TextSpec,
        /// The background, a name from `[color]`.
        background: ColorRef,
        /// The frame.
        frame: RuleSpec,
        /// Between frame and text.
        padding: SidesSpec,
    }
}

keys! {
    /// Organisation charts.
    pub struct OrganisationSpec {
        /// What a listener hears before the tree.
        title: Typed,
        /// How a listener hears who stands at an office's side; `{}` is their names.
        aside_format: Typed,
        /// Boxes by level; deeper levels look like the last.
        level: Vec<BoxSpec>,
        /// Boxes at the side.
        aside: BoxSpec,
        /// Lines.
        line: RuleSpec,
        /// The least width of a box.
        narrowest: Len,
        /// The most width of a box whose text can be broken.
        widest: Len,
        /// Between boxes beside each other.
        gap: Len,
        /// Between a box and those below it.
        drop: Len,
        /// Between the boxes of a list.
        list_gap: Len,
        /// From a box's left edge to that of a list below it.
        indent: Len,
    }
}
