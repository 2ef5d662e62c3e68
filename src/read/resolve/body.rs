//! Status sections and projects, with their outlines.

use super::Resolver;
use super::allow::allow;
use super::blocks::Blocks;
use super::labels::{self, badges};
use super::text::{emphasised, optional, required};
use crate::diag::{Diagnostics, TableProblem};
use crate::model::report::{Element, Project, Status, Turn};
use crate::read::decode::Typed;
use crate::read::def::{ProjectDef, StatusDef};
use crate::read::outline;

/// Status sections.
pub(super) fn status_sections(defs: Vec<StatusDef>, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Vec<Status> {
    defs.into_iter()
        .map(|def| Status {
            title: required(&def.title, "title", resolver.sink),
            value: emphasised(def.value.as_ref(), "value", resolver.sink),
            body: body(def.body.as_ref(), blocks, resolver),
            allow: allow(def.allow, resolver.sink),
        })
        .collect()
}

/// Projects, numbered from a number on.
pub(super) fn projects(
    defs: Vec<ProjectDef>,
    first: u32,
    blocks: &mut Blocks,
    resolver: &mut Resolver<'_>,
) -> Vec<Project> {
    (first..)
        .zip(defs)
        .map(|(number, def)| Project {
            number,
            team: optional(def.team.as_ref(), "team", resolver.sink),
            name: optional(def.name.as_ref(), "name", resolver.sink),
            title: required(&def.title, "title", resolver.sink),
            badges: badges(&def.badges, resolver.sink),
            labels: labels::labels(def.labels.as_ref(), resolver.sink),
            summary: emphasised(def.summary.as_ref(), "summary", resolver.sink),
            body: body(def.body.as_ref(), blocks, resolver),
            allow: allow(def.allow, resolver.sink),
        })
        .collect()
}

fn body(typed: Option<&Typed>, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Vec<Element> {
    let elements = typed.map_or_else(Vec::new, |typed| {
        outline::read(typed, resolver.sink, &mut |placed, sink| blocks.place_line(placed, sink))
    });
    refuse_landscape(&elements, false, resolver.sink);
    elements
}

/// A table on its side begins a page, which no box can.
fn refuse_landscape(elements: &[Element], boxed: bool, sink: &mut Diagnostics) {
    for element in elements {
        match element {
            Element::Table(table) if boxed && table.landscape == Turn::Always => {
                sink.report(TableProblem::LandscapeInBox {}, table.span);
            }
            Element::Item { children, .. } => refuse_landscape(children, boxed, sink),
            Element::Framed(framed) => refuse_landscape(&framed.children, true, sink),
            _ => {}
        }
    }
}
