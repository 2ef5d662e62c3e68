//! The cover and the back cover.

use super::Resolver;
use super::blocks::Blocks;
use super::text::{optional, required};
use crate::diag::GraphicProblem;
use crate::model::report::{BackCover, Cover, CoverDate, Element, Graphic, Text, Thing};
use crate::read::decode::Typed;
use crate::read::def::{BackCoverDef, CoverDef};
use crate::read::outline::BlockRef;
use crate::read::prose::dates;

/// The cover.
pub(super) fn cover(def: CoverDef, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Cover {
    let date = optional(def.date.as_ref(), "date", resolver.sink);
    Cover {
        title: required(&def.title, "title", resolver.sink),
        author: required(&def.author, "author", resolver.sink),
        slogan: optional(def.slogan.as_ref(), "slogan", resolver.sink),
        session: optional(def.session.as_ref(), "session", resolver.sink),
        mark: optional(def.mark.as_ref(), "mark", resolver.sink),
        dated: date.as_ref().and_then(dated),
        date,
        picture: def.picture.and_then(|name| picture(&name, blocks, resolver)),
    }
}

/// The first date of the cover's line that has a year of its own.
fn dated(date: &Text) -> Option<CoverDate> {
    dates(&date.content).into_iter().filter(|date| date.own_year).find_map(|date| {
        let year = date.year?;
        Some(CoverDate { year, month: date.month, day: date.day })
    })
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
