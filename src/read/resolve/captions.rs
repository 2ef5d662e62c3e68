//! Numbers of captions, over the whole report in reading order: known before any page is made.

use super::text::emphasised;
use super::walk::{Visited, walk};
use crate::diag::{Diagnostics, NameProblem};
use crate::model::report::{Caption, CaptionKind, Listed, Lists, Part};
use crate::read::decode::Typed;
use crate::read::def::ContentsDef;

/// A caption as written; its number is given when all are known.
pub(super) fn caption(typed: Option<&Typed>, sink: &mut Diagnostics) -> Option<Caption> {
    emphasised(typed, "caption", sink).map(|text| Caption { text, number: 0 })
}

/// The lists that the report asks for; a list of nothing is reported.
pub(super) fn lists(def: &ContentsDef, captions: &[Listed], sink: &mut Diagnostics) -> Lists {
    let mut list = |wanted: bool, kind: CaptionKind, key: &'static str| {
        let has_lines = captions.iter().any(|listed| listed.kind == kind);
        if wanted && !has_lines && !sink.has_errors() {
            sink.report(NameProblem::NothingListed { key }, def.span);
        }
        wanted && has_lines
    };
    Lists {
        projects: def.projects,
        badges: def.badges,
        tables: list(def.tables, CaptionKind::Table, "tables"),
        figures: list(def.figures, CaptionKind::Graphic, "figures"),
    }
}

/// Numbers the captions of a report's parts; gives all of them in reading order.
pub(super) fn number(parts: &mut [Part]) -> Vec<Listed> {
    let mut listed = Vec::new();
    walk(parts, &mut |visited| match visited {
        Visited::Table(table) => table.place = give(CaptionKind::Table, table.caption.as_mut(), &mut listed),
        Visited::Graphic(graphic) => graphic.place = give(CaptionKind::Graphic, graphic.caption.as_mut(), &mut listed),
        Visited::Project(..) | Visited::Text(_) => {}
    });
    listed
}

/// Gives a caption its number; answers the place that leads to it.
fn give(kind: CaptionKind, caption: Option<&mut Caption>, listed: &mut Vec<Listed>) -> Option<u32> {
    let caption = caption?;
    let before = listed.iter().rfind(|listed| listed.kind == kind);
    caption.number = before.map_or(0, |listed| listed.caption.number) + 1;
    let place = listed.len() as u32 + 1;
    listed.push(Listed { kind, caption: caption.clone(), place });
    Some(place)
}
