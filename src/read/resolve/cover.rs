//! The cover and the back cover.

use super::Cx;
use super::blocks::Blocks;
use super::text::{optional, required};
use crate::diag::FigureProblem;
use crate::model::report::{BackCover, Cover, Element, Figure, Thing};
use crate::read::decode::Typed;
use crate::read::def::{BackCoverDef, CoverDef};
use crate::read::outline::BlockRef;

/// The cover.
pub(super) fn cover(def: CoverDef, blocks: &mut Blocks, cx: &mut Cx<'_>) -> Cover {
    Cover {
        title: required(&def.title, "title", cx.sink),
        author: required(&def.author, "author", cx.sink),
        slogan: optional(def.slogan.as_ref(), "slogan", cx.sink),
        session: optional(def.session.as_ref(), "session", cx.sink),
        mark: optional(def.mark.as_ref(), "mark", cx.sink),
        date: optional(def.date.as_ref(), "date", cx.sink),
        picture: def.picture.and_then(|name| picture(&name, blocks, cx)),
    }
}

/// The back cover.
pub(super) fn back_cover(def: BackCoverDef, blocks: &mut Blocks, cx: &mut Cx<'_>) -> BackCover {
    BackCover {
        text: optional(def.text.as_ref(), "text", cx.sink),
        picture: def.picture.and_then(|name| picture(&name, blocks, cx)),
    }
}

fn picture(name: &Typed, blocks: &mut Blocks, cx: &mut Cx<'_>) -> Option<Figure> {
    let block = BlockRef { what: Thing::Image, name: &name.content, span: name.span() };
    match blocks.place(block, cx.sink) {
        Some(Element::Figure(figure)) => {
            if let Some(caption) = &figure.caption {
                cx.sink.report(FigureProblem::CaptionOnCover {}, caption.text.origin.span);
            }
            Some(figure)
        }
        _ => None,
    }
}
