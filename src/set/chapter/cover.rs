//! The cover and the back cover.

use crate::model::len::Len;
use crate::model::report::{Align, BackCover, Cover, Graphic, Text};
use crate::model::structure::Tag;
use crate::set::layout::{Block, Boxed, Child, Elastic, Fit, Owner, PictureBlock, RuleBlock, Sides, Stroke, Width};
use crate::set::theme::{ExtentSpec, TextSpec};

use super::{Builder, Built, Extent, Numbering};

impl Builder<'_, '_> {
    /// The cover: its lines spread over the page by the template's shares.
    pub(super) fn cover(&mut self, cover: &Cover) -> Built {
        let def = &self.theme.def.cover;
        let share = |index: usize| def.spread.get(index).copied().unwrap_or(1);
        let mut children = Vec::new();
        if let Some(slogan) = &cover.slogan {
            children.push(Child::new(Len::ZERO, self.line(slogan, &def.slogan)).spring(share(0)));
        }
        let title = self.cover_title(&cover.title);
        children.push(Child::new(Len::ZERO, title).spring(share(1)));
        if let Some(session) = &cover.session {
            children.push(Child::new(Len::ZERO, self.line(session, &def.session)).spring(share(2)));
        }
        if let Some(date) = &cover.date {
            children.push(Child::new(def.gap, self.line(date, &def.date)));
        }
        if let Some(picture) = &cover.picture {
            children.push(Child::new(Len::ZERO, self.emblem(picture, &def.picture)).spring(share(3)));
        }
        children.push(Child::new(Len::ZERO, self.line(&cover.author, &def.author)).spring(share(4)));
        children.push(foot().spring(share(5)));
        (Numbering::Named(def.label.content.clone()), Extent::Free { name: def.label.content.clone() }, children)
    }

    fn cover_title(&mut self, title: &Text) -> Block {
        let def = &self.theme.def.cover;
        let style = self.theme.text(&def.title, Elastic::Nothing);
        let node = self.structure.add(None, Tag::Heading(1, title.content.replace('\n', " ")), Some(title.origin.span));
        let body = Block::Text(self.text(title, &style, Owner::Node(node)));
        Block::Boxed(Box::new(Boxed {
            padding: Sides {
                top: def.title_padding,
                right: def.title_sides,
                bottom: def.title_padding,
                left: def.title_sides,
            },
            frame: [self.theme.stroke(&def.title_fine); 4],
            double: Some((def.title_distance, self.theme.stroke(&def.title_rule))),
            ..Boxed::plain(body)
        }))
    }

    fn line(&mut self, text: &Text, def: &TextSpec) -> Block {
        let node = self.structure.add(None, Tag::Paragraph, Some(text.origin.span));
        let style = self.theme.text(def, Elastic::Nothing);
        Block::Text(self.text(text, &style, Owner::Node(node)))
    }

    /// A picture in the middle, no larger than the template's room.
    fn emblem(&mut self, graphic: &Graphic, room: &ExtentSpec) -> Block {
        match self.graphic(graphic, None, room.width) {
            Block::Picture(picture) => Block::Picture(PictureBlock {
                width: Width::Fixed(room.width),
                max_height: picture.max_height.min(room.height),
                ..picture
            }),
            Block::Boxed(boxed) => Block::Boxed(Box::new(Boxed {
                fit: Fit::Body(room.width, Align::Center),
                min_height: room.height,
                ..*boxed
            })),
            other => other,
        }
    }

    /// The back cover.
    pub(super) fn back_cover(&mut self, back_cover: Option<&BackCover>) -> Built {
        let def = &self.theme.def.back_cover;
        let share = |index: usize| def.spread.get(index).copied().unwrap_or(1);
        let mut children = vec![foot().spring(share(0))];
        if let Some(picture) = back_cover.and_then(|cover| cover.picture.as_ref()) {
            children.push(Child::new(Len::ZERO, self.emblem(picture, &def.picture)));
        }
        if let Some(text) = back_cover.and_then(|cover| cover.text.as_ref()) {
            children.push(Child::new(def.gap, self.line(text, &def.text)));
        }
        children.push(foot().spring(share(1)));
        (Numbering::Named(def.label.content.clone()), Extent::Free { name: def.label.content.clone() }, children)
    }
}

/// Nothing, to take a share of spare height above it.
pub(super) fn foot() -> Child {
    Child::new(Len::ZERO, Block::Rule(RuleBlock { stroke: Stroke::NONE, length: None, align: Align::Left }))
}
