//! What opens parts and bureaus: bars, and title pages.

use crate::model::len::Len;
use crate::model::report::{Department, Opening, Part, Report, Text};
use crate::set::layout::{AnchorId, Block, Boxed, Child, Elastic, Sides, Stroke};
use crate::set::theme::BarSpec;

use super::contents::number;
use super::cover::foot;
use super::plan::{Plan, part_anchor};
use super::text::framed;
use super::{Builder, Built, Extent, Numbering};

impl Builder<'_, '_> {
    /// The page that a part opens with.
    pub(super) fn part_page(&mut self, part: &Part, index: usize) -> Built {
        let def = &self.theme.def.part.page;
        let share = |index: usize| def.spread.get(index).copied().unwrap_or(1);
        let owner = self.heading_node(1, &part.title);
        let style = self.theme.text(&def.title, Elastic::Nothing);
        let title = self.numbered_title(part);
        let title = self.anchored(&title, &style, owner, part_anchor(index));
        let stroke = self.theme.stroke(&def.rule);
        let boxed = Boxed {
            padding: Sides { top: def.padding, bottom: def.padding, ..Sides::default() },
            frame: [stroke, Stroke::NONE, stroke, Stroke::NONE],
            ..Boxed::plain(Block::Text(title))
        };
        let children =
            vec![Child::new(Len::ZERO, Block::Boxed(Box::new(boxed))).spring(share(0)), foot().spring(share(1))];
        (Numbering::Numbered, Extent::Free { name: part.title.content.replace('\n', " ") }, children)
    }

    /// The bars of the part and the bureau that a chapter opens, each with the gap below it.
    pub(super) fn bars(&mut self, report: &Report, plan: &Plan) -> Vec<(Block, Len)> {
        let (Some(index), Some(department)) = plan.of() else { return Vec::new() };
        let content = report.department(index, department);
        let part = &report.parts[index];
        if !opens(plan, content) {
            return Vec::new();
        }
        let mut above = Vec::new();
        let def = &self.theme.def;
        if department == 0 && matches!(part.opening, Opening::Bar | Opening::Title) {
            let title = self.numbered_title(part);
            let bar = self.bar(&title, &def.part.bar, 1, Some(part_anchor(index)));
            above.push((bar, def.part.bar.gap));
        }
        if let Some(bureau) = content.bureau.as_ref().filter(|bureau| bureau.opens) {
            let bar = self.bar(&bureau.name, &def.bureau, 1, None);
            above.push((bar, def.bureau.gap));
        }
        above
    }

    /// A part's title behind its number.
    pub(super) fn numbered_title(&self, part: &Part) -> Text {
        framed(&number(self.theme.def.part.numbering, part.number), &part.title, "")
    }

    /// A bar over the measure.
    pub(super) fn bar(&mut self, title: &Text, def: &BarSpec, level: u16, anchor: Option<AnchorId>) -> Block {
        let owner = self.heading_node(level, title);
        let style = self.theme.text(&def.text, Elastic::Nothing);
        let mut text = self.text(title, &style, owner);
        text.anchor = anchor;
        Block::Boxed(Box::new(Boxed {
            padding: def.padding.sides(),
            fill: Some(self.theme.color(def.background)),
            frame: [self.theme.stroke(&def.above), Stroke::NONE, self.theme.stroke(&def.below), Stroke::NONE],
            ..Boxed::plain(Block::Text(text))
        }))
    }
}

/// What stands in a chapter, below the bars that open it.
pub(super) fn below(bars: Vec<(Block, Len)>, mut children: Vec<Child>) -> Vec<Child> {
    for (block, gap) in bars.into_iter().rev() {
        if let Some(first) = children.first_mut() {
            first.gap = gap;
        }
        children.insert(0, Child::new(Len::ZERO, block).with_next());
    }
    children
}

/// Whether a chapter is the first of its department.
fn opens(plan: &Plan, department: &Department) -> bool {
    matches!(plan, Plan::Department { .. } | Plan::Flow { .. }) || plan.opens_department(department)
}
