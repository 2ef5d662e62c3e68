//! Charts: what is typed in lines becomes trees, processes and timelines, the figures of tables become series.

mod data;
mod figures;
mod lines;
mod organisation;
mod process;
mod timeline;
mod times;

use std::sync::Arc;

use super::blocks::Blocks;
use super::captions::caption;
use super::text::required;
use crate::diag::Diagnostics;
use crate::model::report::{Chart, Graphic, GraphicKind};
use crate::read::decode::{Name, Typed};
use crate::read::def::ChartDef;

/// A chart, or `None` after reporting why it can't be drawn.
pub(super) fn chart(def: ChartDef, name: &Name, blocks: &mut Blocks, sink: &mut Diagnostics) -> Option<Graphic> {
    let drawn = |chart: Chart| GraphicKind::Chart(Arc::new(chart));
    let (kind, alt, typed) = match def {
        ChartDef::Organisation(def) => {
            let chart = organisation::tree(&def.tree, sink).map(Chart::Organisation);
            (chart.map(drawn), def.alt, def.caption)
        }
        ChartDef::Process(def) => (process::process(&def, sink).map(Chart::Process).map(drawn), def.alt, def.caption),
        ChartDef::Timeline(def) => {
            (timeline::timeline(&def, sink).map(Chart::Timeline).map(drawn), def.alt, def.caption)
        }
        ChartDef::Data(kind, def) => {
            let table = blocks.drawn_table(&def.table, sink);
            let figure = table.and_then(|table| data::data(&def, kind, table, sink));
            (figure, def.alt, def.caption)
        }
    };
    let caption = caption(typed.as_ref(), sink);
    let kind = kind?;
    let alt = alt.map(|alt: Typed| required(&alt, "alt", sink).content);
    let alt = alt.or_else(|| match &kind {
        GraphicKind::Unfilled(mark, _) => Some(mark.content.clone()),
        _ => None,
    });
    Some(Graphic {
        name: name.content.clone(),
        kind,
        alt,
        width: None,
        height: None,
        caption,
        place: None,
        span: name.span,
    })
}
