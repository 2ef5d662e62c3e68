//! What a template says of charts.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::data_chart::DataChartDef;
use super::looks::{RuleDef, SidesDef, TextDef};
use super::process_chart::ProcessDef;
use super::timeline_chart::TimelineDef;

keys! {
    /// Charts.
    pub struct ChartDef {
        /// Above a chart.
        gap: Len,
        /// Type is never set smaller than this, unless it is smaller by itself.
        smallest: Len,
        /// Organisation charts.
        organisation: OrganisationDef,
        /// Processes.
        process: ProcessDef,
        /// Timelines.
        timeline: TimelineDef,
        /// Charts from data.
        data: DataChartDef,
    }
}

keys! {
    /// A box with a name and perhaps a detail below it.
    pub struct BoxDef {
        /// The name.
        name: TextDef,
        /// The detail below it: a head count.
        detail: TextDef,
        /// The ground, a name from `[color]`.
        ground: Typed,
        /// The frame.
        frame: RuleDef,
        /// Between frame and text.
        padding: SidesDef,
    }
}

keys! {
    /// Organisation charts.
    pub struct OrganisationDef {
        /// What a listener hears before the tree.
        title: Typed,
        /// How a listener hears who stands at an office's side; `{}` is their names.
        aside_format: Typed,
        /// Boxes by level; deeper levels look like the last.
        level: Vec<BoxDef>,
        /// Boxes at the side.
        aside: BoxDef,
        /// Lines.
        line: RuleDef,
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

impl ChartDef {
    fn boxes(&self) -> impl Iterator<Item = &BoxDef> {
        self.organisation.level.iter().chain([&self.organisation.aside]).chain(self.process.boxes())
    }

    /// Every text look.
    pub(super) fn texts(&self) -> impl Iterator<Item = &TextDef> {
        let boxes = self.boxes().flat_map(|of| [&of.name, &of.detail]);
        boxes.chain([&self.process.label]).chain(self.timeline.texts()).chain(self.data.texts())
    }

    /// Every use of a colour that isn't a text's.
    pub(super) fn color_names(&self) -> impl Iterator<Item = &Typed> {
        let boxes = self.boxes().flat_map(|of| [&of.ground, &of.frame.color]);
        let lines = [&self.organisation.line.color, &self.process.arrow.line.color];
        boxes.chain(lines).chain(self.timeline.color_names()).chain(self.data.color_names())
    }
}
