//! Status sections and projects, with their outlines.

use super::Resolver;
use super::allow::allow;
use super::blocks::Blocks;
use super::text::{emphasised, optional, required};
use crate::model::report::{Element, Project, Status};
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

/// Projects, numbered.
pub(super) fn projects(defs: Vec<ProjectDef>, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Vec<Project> {
    (1..)
        .zip(defs)
        .map(|(number, def)| Project {
            number,
            name: optional(def.name.as_ref(), "name", resolver.sink),
            title: required(&def.title, "title", resolver.sink),
            summary: emphasised(def.summary.as_ref(), "summary", resolver.sink),
            body: body(def.body.as_ref(), blocks, resolver),
            allow: allow(def.allow, resolver.sink),
        })
        .collect()
}

fn body(typed: Option<&Typed>, blocks: &mut Blocks, resolver: &mut Resolver<'_>) -> Vec<Element> {
    typed.map_or_else(Vec::new, |typed| {
        outline::read(typed, resolver.sink, &mut |placed, sink| blocks.place_line(placed, sink))
    })
}
