//! The cover and the back cover.

use super::Resolver;
use super::blocks::Blocks;
use super::text::{optional, required};
use crate::diag::GraphicProblem;
use crate::model::report::{BackCover, Cover, Element, Graphic, Thing};
use crate::read::decode::Typed;
use crate::read::def::{BackCoverDef, CoverDef};
use crate::read::outline::BlockRef;

/// The cover.
pub(super) fn cover(def: CoverDef, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Cover {
    Cover {
        title: required(&def.title, "title", resolver.sink),
        author: required(&def.author, "author", resolver.sink),
        slogan: optional(def.slogan.as_ref(), "slogan", resolver.sink),
        session: optional(def.session.as_ref(), "session", resolver.sink),
        date: optional(def.date.as_ref(), "date", resolver.sink),
        picture: def.picture.and_then(|name| picture(&name, blocks, resolver)),
    }
}

/// The back cover.
pub(super) fn back_cover(def: BackCoverDef, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> BackCover {
    BackCover {
        text: optional(def.text.as_ref(), "text", resolver.sink),
        picture: def.picture.and_then(|name| picture(&name, blocks, resolver)),
    }
}

fn picture(name: &Typed, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Option<Graphic> {
    let block = BlockRef { what: Thing::Image, name: &name.content, span: name.span() };
    match blocks.place(block, resolver.sink) {
        Some(Element::Graphic(graphic)) => {
            if let Some(caption) = &graphic.caption {
                resolver.sink.report(GraphicProblem::CaptionOnCover {}, caption.text.origin.span);
            }
            Some(graphic)
        }
        _ => None,
    }
}
