//! The tag tree: each chapter's structure, walked once.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{
    Identifier, ListNumbering, Node as TagNode, TableHeaderScope, Tag as Kind, TagGroup, TagKind, TagTree,
};

use crate::model::structure::{Node, Scope, Structure, Tag};
use crate::set::document::Document;

use super::{Locations, Standard};

pub(super) fn build(
    document: &Document,
    identifiers: Vec<Vec<Vec<Identifier>>>,
    standard: Standard,
    locations: &mut Locations,
) -> TagTree {
    let mut tree = TagTree::new();
    for (structure, identifiers) in document.structures.iter().zip(identifiers) {
        let mut section = TagGroup::new(Kind::Section);
        section.children = chapter(structure, identifiers, standard, locations);
        tree.push(section);
    }
    tree
}

/// The elements at a chapter's top. Elements stand after their parents, so that going backwards each is whole when its parent takes it.
fn chapter(
    structure: &Structure,
    identifiers: Vec<Vec<Identifier>>,
    standard: Standard,
    locations: &mut Locations,
) -> Vec<TagNode> {
    let nodes = structure.nodes();
    let mut children: Vec<Vec<TagNode>> = vec![Vec::new(); nodes.len()];
    let mut top = Vec::new();
    for (index, (node, identifiers)) in nodes.iter().zip(identifiers).enumerate().rev() {
        let mut below = std::mem::take(&mut children[index]);
        below.extend(identifiers.into_iter().rev().map(TagNode::from));
        let into = match node.parent {
            Some(parent) => &mut children[parent.index()],
            None => &mut top,
        };
        match kind(node, standard) {
            Some(kind) => {
                below.reverse();
                let location = node.span.map(|span| locations.add(span));
                into.push(TagGroup::with_children(kind.with_location(location), below).into());
            }
            None => into.append(&mut below),
        }
    }
    top.reverse();
    top
}

/// What an element is to the writer; `None` for one that the standard doesn't know, whose children stand in its place.
fn kind(node: &Node, standard: Standard) -> Option<TagKind> {
    Some(match &node.tag {
        Tag::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Kind::Hn(level, Some(title.clone())).into()
        }
        Tag::Paragraph => Kind::P.into(),
        Tag::List => Kind::L(ListNumbering::None).into(),
        Tag::Item => Kind::LI.into(),
        Tag::Label => Kind::Lbl.into(),
        Tag::Body => Kind::LBody.into(),
        Tag::Note => Kind::Note.into(),
        Tag::Group => Kind::Div.into(),
        Tag::Table => Kind::Table.into(),
        Tag::Caption => Kind::Caption.into(),
        Tag::TableHead | Tag::TableBody if standard.is_pdf_14() => return None,
        Tag::TableHead => Kind::THead.into(),
        Tag::TableBody => Kind::TBody.into(),
        Tag::Row => Kind::TR.into(),
        // PDF 1.4 can't say that a head cell names its row.
        Tag::HeadCell { scope: Scope::Row, covers } if standard.is_pdf_14() => cell(*covers),
        Tag::HeadCell { scope, covers } => {
            let scope = match scope {
                Scope::Row => TableHeaderScope::Row,
                Scope::Column => TableHeaderScope::Column,
            };
            let (rows, columns) = covered(*covers);
            Kind::TH(scope).with_row_span(rows).with_col_span(columns).into()
        }
        Tag::Cell { covers } => cell(*covers),
        Tag::Figure(alt) => Kind::Figure(Some(alt.clone())).into(),
        Tag::Contents => Kind::TOC.into(),
        Tag::ContentsItem => Kind::TOCI.into(),
        Tag::Link => Kind::Link.into(),
        Tag::Span => Kind::Span.into(),
    })
}

fn cell(covers: (u32, u32)) -> TagKind {
    let (rows, columns) = covered(covers);
    Kind::TD.with_row_span(rows).with_col_span(columns).into()
}

/// Spans of one are left unsaid.
fn covered((rows, columns): (u32, u32)) -> (Option<NonZeroU32>, Option<NonZeroU32>) {
    let said = |span: u32| NonZeroU32::new(span).filter(|span| span.get() > 1);
    (said(rows), said(columns))
}
