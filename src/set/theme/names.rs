//! Every name of a font or colour that a template uses, listed for the one look-up.

use crate::read::decode::Typed;

use super::{RuleDef, TemplateDef, TextDef};

impl TemplateDef {
    /// Every text look.
    pub(super) fn texts(&self) -> Vec<&TextDef> {
        let mut texts = vec![
            &self.page_number.text,
            &self.cover.slogan,
            &self.cover.title,
            &self.cover.session,
            &self.cover.date,
            &self.cover.author,
            &self.contents.title,
            &self.contents.part,
            &self.contents.department,
            &self.contents.number,
            &self.contents.leader.text,
            &self.part.title,
            &self.department.name,
            &self.department.number,
            &self.division.text,
            &self.status.title,
            &self.status.value,
            &self.status.leader.text,
            &self.project.number,
            &self.project.title,
            &self.project.summary,
            &self.heading.sign_text,
            &self.heading.text,
            &self.note.text,
            &self.paragraph.text,
            &self.contents.list.heading,
            &self.contents.list.entry,
            &self.contents.list.number,
            &self.caption.table.text,
            &self.caption.figure.text,
            &self.table.head,
            &self.table.body,
            &self.table.caption,
            &self.table.total,
            &self.table.group,
            &self.table.note,
            &self.figure.text,
            &self.back_cover.text,
        ];
        texts.extend(self.chart.texts());
        texts.extend(self.item.iter().flat_map(|item| [&item.sign_text, &item.text]));
        texts
    }

    /// Every rule.
    fn rules(&self) -> [&RuleDef; 16] {
        [
            &self.cover.title_rule,
            &self.cover.title_fine,
            &self.contents.title_rule,
            &self.part.rule,
            &self.division.rule,
            &self.project.title_rule,
            &self.project.summary_frame,
            &self.table.outer,
            &self.table.head_rule,
            &self.table.inner,
            &self.table.sides,
            &self.table.total_rule,
            &self.table.group_rule,
            &self.table.diagonal,
            &self.figure.frame,
            &self.figure.picture.frame,
        ]
    }

    /// Every use of a colour.
    pub(super) fn color_names(&self) -> Vec<&Typed> {
        let mut names = vec![
            &self.department.ground,
            &self.project.number_ground,
            &self.project.summary_ground,
            &self.table.head_ground,
            &self.table.row_head_ground,
            &self.table.total_ground,
            &self.table.group_ground,
            &self.table.stripe_ground,
            &self.figure.ground,
            &self.emphasis.color,
        ];
        names.extend(self.chart.color_names());
        names.extend(self.rules().map(|rule| &rule.color));
        names.extend(self.texts().into_iter().map(|text| &text.color));
        names
    }
}
