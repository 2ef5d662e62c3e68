//! Images and charts; for now a chart is a framed box with its text.

use crate::layout::{Block, Boxed, Elastic, Fit, Owner, PictureBlock};
use crate::len::Len;
use crate::report::{Align, Figure, FigureKind, Text};
use crate::structure::{NodeId, Tag};

use super::Builder;

impl Builder<'_, '_> {
    /// A figure in the middle of the measure.
    pub(super) fn figure(&mut self, figure: &Figure, parent: Option<NodeId>) -> Block {
        let def = &self.theme.def.figure;
        let node = self.structure.add(parent, Tag::Figure(figure.alt.clone()), Some(figure.span));
        let owner = Owner::Node(node);
        match &figure.kind {
            FigureKind::Picture(picture) => Block::Picture(PictureBlock {
                picture: picture.clone(),
                width: def.width,
                max_height: self.theme.text_area().1,
                align: Align::Center,
                owner,
                span: figure.span,
            }),
            FigureKind::Placeholder(text) | FigureKind::Chart(_, text) => {
                let frame = self.frame(text, owner, def.height);
                Block::Boxed(Box::new(Boxed { fit: Fit::Body(def.width, Align::Center), ..frame }))
            }
        }
    }

    /// A figure in a cell: as wide as the cell, as high as it must be.
    pub(super) fn figure_in_cell(&mut self, figure: &Figure, parent: NodeId) -> Block {
        match self.figure(figure, Some(parent)) {
            Block::Boxed(frame) => Block::Boxed(Box::new(Boxed { fit: Fit::Measure, min_height: Len::ZERO, ..*frame })),
            other => other,
        }
    }

    fn frame(&mut self, text: &Text, owner: Owner, height: Len) -> Boxed {
        let def = &self.theme.def.figure;
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
}
