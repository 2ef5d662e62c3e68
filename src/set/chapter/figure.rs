//! Images, frames for missing pictures, and charts.

use crate::model::len::{Len, Ratio};
use crate::model::report::{Align, Figure, FigureKind, FigureWidth, Shown, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{Block, Boxed, Elastic, Fit, Owner, PictureBlock, Stroke, Width};

use super::Builder;

impl Builder<'_, '_> {
    /// A figure in the middle of a measure.
    pub(super) fn figure(&mut self, figure: &Figure, parent: Option<NodeId>, measure: Len) -> Block {
        match &figure.kind {
            FigureKind::Picture(shown) => self.picture(shown, figure, parent),
            FigureKind::Placeholder(text) => self.placeholder(text, figure, parent, measure),
            FigureKind::Unfilled(mark, _) => self.placeholder(mark, figure, parent, measure),
            FigureKind::Chart(chart) => self.chart(chart, figure, parent, measure),
        }
    }

    /// A frame with words in the middle of a measure.
    fn placeholder(&mut self, text: &Text, figure: &Figure, parent: Option<NodeId>, measure: Len) -> Block {
        let def = &self.theme.def.figure;
        let width = match figure.width {
            Some(FigureWidth::Fixed(width)) => width,
            Some(FigureWidth::Share(share)) => measure.scale(Ratio::millionths(share.into())),
            None => def.width,
        };
        let frame = self.frame(text, figure, parent, figure.height.unwrap_or(def.height));
        Block::Boxed(Box::new(Boxed { fit: Fit::Body(width, Align::Center), ..frame }))
    }

    /// A figure in a cell: as wide as the cell, as high as it must be.
    pub(super) fn figure_in_cell(&mut self, figure: &Figure, parent: NodeId) -> Block {
        match self.figure(figure, Some(parent), self.theme.paper(false).text_area().0) {
            Block::Boxed(frame) => {
                let min_height = figure.height.unwrap_or_default();
                Block::Boxed(Box::new(Boxed { fit: Fit::Measure, min_height, ..*frame }))
            }
            other => other,
        }
    }

    /// A picture in the middle of its measure.
    fn picture(&mut self, shown: &Shown, figure: &Figure, parent: Option<NodeId>) -> Block {
        let def = &self.theme.def.figure;
        let frame = if shown.framed { self.theme.stroke(&def.picture.frame) } else { Stroke::NONE };
        let width = match figure.width {
            Some(FigureWidth::Fixed(width)) => Width::Fixed(width),
            Some(FigureWidth::Share(share)) => Width::Share(Ratio::millionths(share.into())),
            None => Width::Fixed(def.picture.width),
        };
        let page = self.theme.paper(false).text_area().1 - self.caption_room(figure);
        Block::Picture(PictureBlock {
            picture: shown.picture.clone(),
            part: shown.part,
            width,
            max_height: figure.height.unwrap_or(page).min(page),
            frame,
            align: Align::Center,
            owner: self.figure_owner(figure, parent),
            span: figure.span,
        })
    }

    fn frame(&mut self, text: &Text, figure: &Figure, parent: Option<NodeId>, height: Len) -> Boxed {
        let def = &self.theme.def.figure;
        let owner = self.figure_owner(figure, parent);
        let style = self.theme.text(&def.text, Elastic::Size);
        let body = Block::Text(self.text(text, &style, owner));
        Boxed {
            padding: def.padding.sides(),
            elastic: true,
            fill: Some(self.theme.color(&def.ground)),
            frame: [self.theme.stroke(&def.frame); 4],
            min_height: height,
            ..Boxed::plain(body)
        }
    }

    /// The element of an image; decoration belongs to none.
    fn figure_owner(&mut self, figure: &Figure, parent: Option<NodeId>) -> Owner {
        match &figure.alt {
            Some(alt) => Owner::Node(self.structure.add(parent, Tag::Figure(alt.clone()), Some(figure.span))),
            None => Owner::Artifact,
        }
    }
}
