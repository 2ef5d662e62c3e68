//! Boxes in outlines, and conclusions in their bands.

use crate::model::len::Len;
use crate::model::report::{FrameKind, Framed, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{Block, Boxed, Child, EdgeTitle, Elastic, Hang, Owner, Stack, Stroke};
use crate::set::theme::{ConclusionSpec, EdgeSpec, FramedSpec, TitlePlaceSpec};

use super::Builder;
use super::outline::Place;
use super::text::framed;

impl<'a> Builder<'a, '_> {
    /// A box or a conclusion.
    pub(super) fn framed(&mut self, content: &Framed, place: Place<'a>, out: &mut Vec<Child>) {
        let node = self.structure.add(place.parent, Tag::Group, Some(content.span));
        let child = match (content.kind, &content.text) {
            (FrameKind::Band, Some(text)) => self.conclusion(text, content, node, place),
            _ => self.framed_box(content, node, place),
        };
        out.push(child);
    }

    fn framed_box(&mut self, content: &Framed, node: NodeId, place: Place<'a>) -> Child {
        let theme = self.theme;
        let def = if content.text.is_some() { &theme.def.framed } else { &theme.def.framed_plain };
        let mut children = Vec::new();
        let mut edge_title = None;
        if let Some(title) = &content.text {
            let owner = Owner::Node(self.structure.add(Some(node), Tag::Paragraph, Some(title.origin.span)));
            let style = theme.text(&def.title, Elastic::SizeAndLeading);
            let title = framed(&def.before.content, title, &def.after.content);
            let text = self.text(&title, &style, owner);
            match def.title_place {
                TitlePlaceSpec::Edge => {
                    let background = def.title_background.map(|background| theme.color(background));
                    edge_title = Some(EdgeTitle { text, gap: def.title_gap, background });
                }
                TitlePlaceSpec::Inside => children.push(Child::new(Len::ZERO, Block::Text(text)).with_next()),
            }
        }
        let first = children.len();
        let inside = Place {
            parent: Some(node),
            level: 0,
            indent: Len::ZERO,
            width: place.width - place.indent - def.indent - def.padding.left - def.padding.right - sides(&def.frame),
            framed: Some(def),
        };
        self.below_block = None;
        self.level(&content.children, inside, None, &mut children);
        self.below_block = None;
        if let Some(child) = children.get_mut(first).filter(|_| first > 0) {
            child.gap = def.title_gap;
        }
        let boxed = Boxed { title: edge_title, ..self.framed_style(def, Block::Stack(Stack { children })) };
        placed(boxed, place.indent + def.indent, (def.gap, def.below))
    }

    fn framed_style(&self, def: &FramedSpec, body: Block) -> Boxed {
        Boxed {
            padding: def.padding.sides(),
            elastic: true,
            fill: Some(self.theme.color(def.background)),
            frame: self.edge(&def.frame),
            dash: def.frame.dash,
            keep: def.keep,
            ..Boxed::plain(body)
        }
    }

    fn conclusion(&mut self, text: &Text, content: &Framed, node: NodeId, place: Place<'a>) -> Child {
        let theme = self.theme;
        let def: &ConclusionSpec = &theme.def.conclusion;
        let owner = Owner::Node(self.structure.add(Some(node), Tag::Paragraph, Some(text.origin.span)));
        let sign_style = theme.text(&def.sign_text, Elastic::SizeAndLeading);
        let sign = self.words(&format!("{} ", content.kind.sign()), text.origin.span, &sign_style, owner);
        let style = theme.text(&def.text, Elastic::SizeAndLeading);
        let hang = Hang {
            sign: Block::Text(sign),
            indent: Len::ZERO,
            width: Len::ZERO,
            gap: def.sign_gap,
            body: Block::Text(self.text(text, &style, owner)),
        };
        let line = Child::new(Len::ZERO, Block::Hang(Box::new(hang)));
        let mut children = vec![if content.children.is_empty() { line } else { line.with_next() }];
        let inside = Place {
            parent: Some(node),
            level: 1,
            indent: def.sign_gap,
            width: place.width - place.indent - def.indent - def.padding.left - def.padding.right - sides(&def.frame),
            framed: place.framed,
        };
        self.below_block = None;
        self.level(&content.children, inside, None, &mut children);
        self.below_block = None;
        let boxed = Boxed {
            padding: def.padding.sides(),
            elastic: true,
            fill: Some(theme.color(def.background)),
            frame: self.edge(&def.frame),
            dash: def.frame.dash,
            keep: def.keep,
            ..Boxed::plain(Block::Stack(Stack { children }))
        };
        placed(boxed, place.indent + def.indent, (def.gap, def.below))
    }

    /// The four sides of an edge.
    pub(super) fn edge(&self, def: &EdgeSpec) -> [Stroke; 4] {
        let stroke = Stroke { width: def.width, color: self.theme.color(def.color) };
        let side = if def.sides { stroke } else { Stroke::NONE };
        [stroke, side, stroke, side]
    }
}

/// The thickness of an edge at both sides.
fn sides(def: &EdgeSpec) -> Len {
    if def.sides { def.width * 2 } else { Len::ZERO }
}

/// A box, moved to the right, and the gaps above and below it.
fn placed(boxed: Boxed, indent: Len, (gap, below): (Len, Len)) -> Child {
    Child { below, ..Child::new(gap, Block::Boxed(Box::new(boxed)).indented(indent)) }
}
