//! Images, frames for missing pictures, and charts.

use std::sync::Arc;

use crate::layout::{Block, Boxed, Elastic, Fit, Owner, PictureBlock};
use crate::len::Len;
use crate::report::{Align, Figure, FigureKind, Picture, Text};
use crate::structure::{NodeId, Tag};

use super::Builder;

impl Builder<'_, '_> {
    /// A figure in the middle of a measure.
    pub(super) fn figure(&mut self, figure: &Figure, parent: Option<NodeId>, measure: Len) -> Block {
        match &figure.kind {
            FigureKind::Picture(picture) => self.picture(picture, figure, parent),
            FigureKind::Placeholder(text) => {
                let frame = self.frame(text, figure, parent, self.theme.def.figure.height);
                let fit = Fit::Body(self.theme.def.figure.width, Align::Center);
                Block::Boxed(Box::new(Boxed { fit, ..frame }))
            }
            FigureKind::Chart(chart) => self.chart(chart, figure, parent, measure),
        }
    }

    /// A figure in a cell: as wide as the cell, as high as it must be.
    pub(super) fn figure_in_cell(&mut self, figure: &Figure, parent: NodeId) -> Block {
        match self.figure(figure, Some(parent), self.theme.paper(false).text_area().0) {
            Block::Boxed(frame) => Block::Boxed(Box::new(Boxed { fit: Fit::Measure, min_height: Len::ZERO, ..*frame })),
            other => other,
        }
    }

    fn picture(&mut self, picture: &Arc<Picture>, figure: &Figure, parent: Option<NodeId>) -> Block {
        let owner = self.figure_node(figure, parent);
        Block::Picture(PictureBlock {
            picture: picture.clone(),
            width: self.theme.def.figure.width,
            max_height: self.theme.paper(false).text_area().1,
            align: Align::Center,
            owner,
            span: figure.span,
        })
    }

    fn frame(&mut self, text: &Text, figure: &Figure, parent: Option<NodeId>, height: Len) -> Boxed {
        let def = &self.theme.def.figure;
        let owner = self.figure_node(figure, parent);
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

    fn figure_node(&mut self, figure: &Figure, parent: Option<NodeId>) -> Owner {
        let alt = figure.alt.clone().unwrap_or_default();
        Owner::Node(self.structure.add(parent, Tag::Figure(alt), Some(figure.span)))
    }
}
