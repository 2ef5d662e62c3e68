//! Charts of the report to drawings: texts shaped, looks from the template, what a listener hears made from what is shown.

use crate::model::len::Len;
use crate::model::report::chart::{BoxText, Office};
use crate::model::report::{Align, Chart, Graphic, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::chart::{self, BoxStyle, OrganisationStyle, organisation};
use crate::set::layout::{Block, DrawingBlock, Elastic, Owner, TextBlock};
use crate::set::theme::BoxSpec;

use super::{Builder, process_chart, timeline_chart};

impl Builder<'_, '_> {
    /// A chart in the middle of a measure.
    pub(super) fn chart(&mut self, chart: &Chart, graphic: &Graphic, parent: Option<NodeId>, measure: Len) -> Block {
        let alt = graphic.alt.clone().unwrap_or_else(|| self.chart_alt(chart));
        let owner = Owner::Node(self.structure.add(parent, Tag::Figure(alt), Some(graphic.span)));
        let drawing = match chart {
            Chart::Organisation(root) => {
                let root = self.office(root, 0, owner);
                organisation(&root, &self.organisation_style(), measure)
            }
            Chart::Process(process) => {
                let process = self.process(process, owner);
                chart::process(&process, &self.process_style(), measure)
            }
            Chart::Timeline(timeline) => {
                let heads = self.timeline_heads(timeline, graphic.span, owner);
                let timeline = self.timeline(timeline, owner);
                chart::timeline(&timeline, &heads, &self.timeline_style(), measure)
            }
            Chart::Data(chart) => self.data_chart(chart, graphic, owner, measure),
        };
        let frame = drawing.into_frame(owner).into();
        Block::Drawing(DrawingBlock { frame, align: Align::Center, span: graphic.span })
    }

    fn office(&mut self, office: &Office<Text>, level: usize, owner: Owner) -> Office<TextBlock> {
        let def = &self.theme.def.chart.organisation;
        // A theme has at least one.
        let own = &def.level[level.min(def.level.len() - 1)];
        Office {
            caption: self.chart_caption(&office.caption, own, owner),
            aside: office.aside.iter().map(|aside| self.chart_caption(aside, &def.aside, owner)).collect(),
            below: office.below.iter().map(|below| self.office(below, level + 1, owner)).collect(),
        }
    }

    pub(super) fn chart_caption(&mut self, caption: &BoxText<Text>, def: &BoxSpec, owner: Owner) -> BoxText<TextBlock> {
        let [name, detail] = [&def.name, &def.detail].map(|text| self.theme.text(text, Elastic::Size));
        BoxText {
            name: self.text(&caption.name, &name, owner),
            detail: caption.detail.as_ref().map(|text| self.text(text, &detail, owner)),
        }
    }

    pub(super) fn box_style(&self, def: &BoxSpec) -> BoxStyle {
        BoxStyle {
            background: self.theme.color(def.background),
            frame: self.theme.stroke(&def.frame),
            padding: def.padding.sides(),
        }
    }

    fn organisation_style(&self) -> OrganisationStyle {
        let chart = &self.theme.def.chart;
        let def = &chart.organisation;
        OrganisationStyle {
            levels: def.level.iter().map(|level| self.box_style(level)).collect(),
            aside: self.box_style(&def.aside),
            line: self.theme.stroke(&def.line),
            narrowest: def.narrowest,
            widest: def.widest,
            gap: def.gap,
            drop: def.drop,
            list_gap: def.list_gap,
            indent: def.indent,
            smallest: chart.smallest,
        }
    }

    fn chart_alt(&self, chart: &Chart) -> String {
        let def = &self.theme.def.chart;
        match chart {
            Chart::Organisation(root) => {
                let mut alt = def.organisation.title.content.clone();
                listed(root, "", &def.organisation.aside_format.content, &mut alt);
                alt
            }
            Chart::Process(process) => process_chart::listed(process, &def.process),
            Chart::Timeline(timeline) => timeline_chart::listed(timeline, &def.timeline),
            Chart::Data(chart) => self.data_alt(chart),
        }
    }
}

/// An office and those below it as a nested list: the numbers before them say where each stands.
fn listed(office: &Office<Text>, number: &str, aside_format: &str, alt: &mut String) {
    alt.push('\n');
    if !number.is_empty() {
        *alt += &format!("{number} ");
    }
    *alt += &heard(&office.caption);
    if !office.aside.is_empty() {
        let names: Vec<String> = office.aside.iter().map(heard).collect();
        *alt += &format!(" {}", aside_format.replace("{}", &names.join(", ")));
    }
    for (place, below) in (1..).zip(&office.below) {
        listed(below, &format!("{number}{place}."), aside_format, alt);
    }
}

pub(super) fn heard(caption: &BoxText<Text>) -> String {
    let name = caption.name.content.replace('\n', " ");
    match &caption.detail {
        Some(detail) => format!("{name} ({})", detail.content.replace('\n', " ")),
        None => name,
    }
}
