//! Captions: above tables, beside their unit, and below figures.

use crate::model::len::{Len, Ratio};
use crate::model::report::{Caption, CaptionKind, Graphic, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{AnchorId, Block, Child, Elastic, Leader, LeaderEnd, Owner, TextBlock};
use crate::set::theme::{CaptionSpec, Theme};

use super::Builder;
use super::text::{formatted, framed};

/// How captions of a kind look.
pub(super) fn def(theme: &Theme, kind: CaptionKind) -> &CaptionSpec {
    match kind {
        CaptionKind::Table => &theme.def.caption.table,
        CaptionKind::Graphic => &theme.def.caption.figure,
    }
}

/// A caption as it is printed, with its number where the template has one.
pub(super) fn printed(theme: &Theme, kind: CaptionKind, caption: &Caption) -> Text {
    let format = def(theme, kind).format.content.replace("{n}", &caption.number.to_string());
    formatted(&format, &caption.text)
}

/// How much of a printed caption stands before the author's words.
pub(super) fn number(theme: &Theme, kind: CaptionKind, caption: &Caption) -> usize {
    let before = def(theme, kind).format.content.split("{}").next().unwrap_or_default();
    before.replace("{n}", &caption.number.to_string()).len()
}

/// The place of a table or graphic, where something leads to it.
pub(super) fn block_anchor(place: Option<u32>) -> Option<AnchorId> {
    place.map(AnchorId::Block)
}

impl Builder<'_, '_> {
    /// A table's caption, with its unit at the end of the line, where it has one.
    pub(super) fn table_caption(&mut self, caption: &Caption, unit: Option<TextBlock>, owner: Owner) -> Block {
        let style = self.theme.text(&self.theme.def.caption.table.text, Elastic::Size);
        let text = printed(self.theme, CaptionKind::Table, caption);
        match unit {
            // A blank keeps them apart for whoever listens or copies.
            Some(unit) => Block::Leader(Box::new(Leader {
                left: self.text(&framed("", &text, " "), &style, owner),
                right: LeaderEnd::Text(unit),
                sign: None,
                gap: self.theme.def.contents.leader_gap,
                link: None,
            })),
            None => Block::Text(self.text(&text, &style, owner)),
        }
    }

    /// A graphic with what it is called below it.
    pub(super) fn captioned(
        &mut self,
        gap: Len,
        block: Block,
        graphic: &Graphic,
        parent: Option<NodeId>,
    ) -> Vec<Child> {
        let child = Child::new(gap, block).anchored(block_anchor(graphic.place));
        let Some(caption) = &graphic.caption else { return vec![child] };
        let def = &self.theme.def.caption.figure;
        let style = self.theme.text(&def.text, Elastic::Size);
        let text = printed(self.theme, CaptionKind::Graphic, caption);
        let owner = Owner::Node(self.structure.add(parent, Tag::Paragraph, Some(text.origin.span)));
        let below = Child::new(def.gap, Block::Text(self.text(&text, &style, owner)));
        vec![child.with_next(), below]
    }

    /// The height that a graphic leaves to its caption: two lines, and what stands between them.
    pub(super) fn caption_room(&self, graphic: &Graphic) -> Len {
        let def = &self.theme.def.caption.figure;
        match graphic.caption {
            Some(_) => def.gap + def.text.size.scale(Ratio::from_f64(def.text.leading)) * 2,
            None => Len::ZERO,
        }
    }
}
