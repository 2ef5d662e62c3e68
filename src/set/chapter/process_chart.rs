//! Processes of the report to drawings, and to what a listener hears.

use crate::model::report::Text;
use crate::model::report::chart::{Arrow, Process, Step};
use crate::set::chart::{ArrowStyle, ProcessStyle};
use crate::set::layout::TextBlock;
use crate::set::layout::{Elastic, Owner};
use crate::set::theme::ProcessSpec;

use super::Builder;
use super::chart::heard;

impl Builder<'_, '_> {
    pub(super) fn process(&mut self, process: &Process<Text>, owner: Owner) -> Process<TextBlock> {
        let def = &self.theme.def.chart.process;
        let label = self.theme.text(&def.label, Elastic::Size);
        let steps = process.steps.iter().map(|step| {
            let style = if step.decision { &def.decision } else { &def.step };
            Step { caption: self.chart_caption(&step.caption, style, owner), decision: step.decision, lane: step.lane }
        });
        let steps = steps.collect();
        let arrows = process.arrows.iter().map(|arrow| Arrow {
            from: arrow.from,
            to: arrow.to,
            label: arrow.label.as_ref().map(|text| self.text(text, &label, owner)),
        });
        let arrows = arrows.collect();
        let lanes = process.lanes.iter().map(|lane| self.chart_caption(lane, &def.lane, owner)).collect();
        Process { steps, arrows, lanes, direction: process.direction }
    }

    pub(super) fn process_style(&self) -> ProcessStyle {
        let chart = &self.theme.def.chart;
        let def = &chart.process;
        ProcessStyle {
            step: self.box_style(&def.step),
            decision: self.box_style(&def.decision),
            lane: self.box_style(&def.lane),
            arrow: ArrowStyle {
                line: self.theme.stroke(&def.arrow.line),
                length: def.arrow.length,
                width: def.arrow.width,
            },
            narrowest: def.narrowest,
            widest: def.widest,
            decision_widest: def.decision_widest,
            gap: def.gap,
            track: def.track,
            label_gap: def.label_gap,
            label_widest: def.label_widest,
            smallest: chart.smallest,
        }
    }
}

/// The steps as a numbered list; where a step doesn't lead just to the next, it says where.
pub(super) fn listed(process: &Process<Text>, def: &ProcessSpec) -> String {
    let mut alt = def.title.content.clone();
    for (index, step) in process.steps.iter().enumerate() {
        alt += &format!("\n{}. ", index + 1);
        if let Some(lane) = process.lanes.get(step.lane) {
            alt += &format!("{}: ", heard(lane));
        }
        alt += &heard(&step.caption);
        let ways = ways(process, index, def);
        if !ways.is_empty() {
            alt += &format!(" ({})", ways.join(", "));
        }
    }
    alt
}

/// Where a step leads to; nothing where it just leads to the next.
fn ways(process: &Process<Text>, from: usize, def: &ProcessSpec) -> Vec<String> {
    let arrows: Vec<&Arrow<Text>> = process.arrows.iter().filter(|arrow| arrow.from == from).collect();
    match arrows[..] {
        [] if from + 1 < process.steps.len() => vec![def.end.content.clone()],
        [Arrow { to, label: None, .. }] if *to == from + 1 => Vec::new(),
        _ => arrows.into_iter().map(|arrow| way(arrow, def)).collect(),
    }
}

fn way(arrow: &Arrow<Text>, def: &ProcessSpec) -> String {
    let to = def.to_format.content.replace("{}", &(arrow.to + 1).to_string());
    match &arrow.label {
        Some(label) => format!("{}: {to}", label.content.replace('\n', " ")),
        None => to,
    }
}
