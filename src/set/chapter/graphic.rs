//! Images, frames for missing pictures, and charts.

use crate::model::len::{Len, Ratio};
use crate::model::report::{Align, Graphic, GraphicKind, GraphicWidth, Shown, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{Block, Boxed, Elastic, Fit, Owner, PictureBlock, Stroke, Width};

use super::Builder;

impl Builder<'_, '_> {
    /// A graphic in the middle of a measure.
    pub(super) fn graphic(&mut self, graphic: &Graphic, parent: Option<NodeId>, measure: Len) -> Block {
        match &graphic.kind {
            GraphicKind::Picture(shown) => self.picture(shown, graphic, parent),
            GraphicKind::Placeholder(text) => self.placeholder(text, graphic, parent, measure),
            GraphicKind::Unfilled(mark, _) => self.placeholder(mark, graphic, parent, measure),
            GraphicKind::Chart(chart) => self.chart(chart, graphic, parent, measure),
        }
    }

    /// A frame with words in the middle of a measure.
    fn placeholder(&mut self, text: &Text, graphic: &Graphic, parent: Option<NodeId>, measure: Len) -> Block {
        let def = &self.theme.def.figure;
        let width = match graphic.width {
            Some(GraphicWidth::Fixed(width)) => width,
            Some(GraphicWidth::Share(share)) => measure.scale(Ratio::millionths(share.into())),
            None => def.width,
        };
        let frame = self.frame(text, graphic, parent, graphic.height.unwrap_or(def.height));
        Block::Boxed(Box::new(Boxed { fit: Fit::Body(width, Align::Center), ..frame }))
    }

    /// A graphic in a cell: as wide as the cell, as high as it must be.
    pub(super) fn graphic_in_cell(&mut self, graphic: &Graphic, parent: NodeId) -> Block {
        match self.graphic(graphic, Some(parent), self.theme.paper(false).text_area().0) {
            Block::Boxed(frame) => {
                let min_height = graphic.height.unwrap_or_default();
                Block::Boxed(Box::new(Boxed { fit: Fit::Measure, min_height, ..*frame }))
            }
            other => other,
        }
    }

    /// A picture in the middle of its measure.
    fn picture(&mut self, shown: &Shown, graphic: &Graphic, parent: Option<NodeId>) -> Block {
        let def = &self.theme.def.figure;
        let frame = if shown.framed { self.theme.stroke(&def.picture.frame) } else { Stroke::NONE };
        let width = match graphic.width {
            Some(GraphicWidth::Fixed(width)) => Width::Fixed(width),
            Some(GraphicWidth::Share(share)) => Width::Share(Ratio::millionths(share.into())),
            None => Width::Fixed(def.picture.width),
        };
        let page = self.theme.paper(false).text_area().1 - self.caption_room(graphic);
        Block::Picture(PictureBlock {
            picture: shown.picture.clone(),
            part: shown.part,
            width,
            max_height: graphic.height.unwrap_or(page).min(page),
            frame,
            align: Align::Center,
            owner: self.graphic_owner(graphic, parent),
            span: graphic.span,
        })
    }

    fn frame(&mut self, text: &Text, graphic: &Graphic, parent: Option<NodeId>, height: Len) -> Boxed {
        let def = &self.theme.def.figure;
        let owner = self.graphic_owner(graphic, parent);
        let style = self.theme.text(&def.text, Elastic::Size);
        let body = Block::Text(self.text(text, &style, owner));
        Boxed {
            padding: def.padding.sides(),
            elastic: true,
            fill: Some(self.theme.color(def.background)),
            frame: [self.theme.stroke(&def.frame); 4],
            min_height: height,
            ..Boxed::plain(body)
        }
    }

    /// The element of an image; decoration belongs to none.
    fn graphic_owner(&mut self, graphic: &Graphic, parent: Option<NodeId>) -> Owner {
        match &graphic.alt {
            Some(alt) => Owner::Node(self.structure.add(parent, Tag::Figure(alt.clone()), Some(graphic.span))),
            None => Owner::Artifact,
        }
    }
}
