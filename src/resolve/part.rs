//! Parts: the files that they name, read and resolved in order.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Cx;
use super::allow::allow;
use super::blocks::Blocks;
use super::body::{projects, status_sections};
use super::figure::exclusive;
use super::fill;
use super::text::{optional, required};
use crate::decode::{Decode, Typed, decode};
use crate::def::{DepartmentDef, OverviewDef, PartDef};
use crate::diag::{Diagnostic, FileProblem, KeyProblem, NameProblem, Relation};
use crate::report::{Department, Part, PartBody};
use crate::source::{FileId, NamedAt, Span};

/// Where each file was named first.
type Seen = BTreeMap<PathBuf, Span>;

/// The parts of a report.
pub(super) fn parts(defs: Vec<PartDef>, cx: &mut Cx<'_>) -> Vec<Part> {
    let mut seen = Seen::new();
    defs.into_iter().filter_map(|def| part(def, &mut seen, cx)).collect()
}

fn part(def: PartDef, seen: &mut Seen, cx: &mut Cx<'_>) -> Option<Part> {
    let title = required(&def.title, "title", cx.sink);
    let body = match (&def.file, &def.departments) {
        (Some(file), None) => PartBody::Overview(overview(file, seen, cx)?),
        (None, Some(files)) => {
            if files.is_empty() {
                cx.sink.report(NameProblem::NoDepartments {}, def.span);
            }
            PartBody::Departments(departments(files, seen, cx))
        }
        (Some(file), Some(files)) => {
            let departments = files.first().unwrap_or(file);
            exclusive(("file", file.span()), ("departments", departments.span()), cx.sink);
            return None;
        }
        (None, None) => {
            cx.sink.report(KeyProblem::Either { first: "file", second: "departments" }, def.span);
            return None;
        }
    };
    Some(Part { title, body })
}

fn overview(name: &Typed, seen: &mut Seen, cx: &mut Cx<'_>) -> Option<Vec<crate::report::Status>> {
    let (file, mut def) = follow::<OverviewDef>(name, seen, cx)?;
    let checks = std::mem::take(&mut def.check);
    if fill::has_expressions(file, &checks, cx) {
        let tables = def.table.clone();
        fill::fill(&mut def, tables, checks, cx);
    }
    let mut blocks = Blocks::new(def.image, def.chart, def.table, cx);
    let status = status_sections(def.status, &mut blocks, cx);
    blocks.warn_of_unplaced(cx.sink);
    if status.is_empty() && !cx.sink.has_errors_in(file) {
        cx.sink.report(NameProblem::NoStatus {}, Span { file, start: 0, end: 0 });
    }
    Some(status)
}

fn departments(names: &[Typed], seen: &mut Seen, cx: &mut Cx<'_>) -> Vec<Department> {
    let defs: Vec<_> = names.iter().filter_map(|name| follow::<DepartmentDef>(name, seen, cx)).collect();
    (1..).zip(defs).map(|(number, (file, def))| department(number, file, def, cx)).collect()
}

fn department(number: u32, file: FileId, mut def: DepartmentDef, cx: &mut Cx<'_>) -> Department {
    let checks = std::mem::take(&mut def.check);
    if fill::has_expressions(file, &checks, cx) {
        let tables = def.table.clone();
        fill::fill(&mut def, tables, checks, cx);
    }
    let name = required(&def.name, "name", cx.sink);
    let division = optional(def.division.as_ref(), "division", cx.sink);
    let mut blocks = Blocks::new(def.image, def.chart, def.table, cx);
    let status = status_sections(def.status, &mut blocks, cx);
    let projects = projects(def.project, &mut blocks, cx);
    blocks.warn_of_unplaced(cx.sink);
    if status.is_empty() && projects.is_empty() {
        cx.sink.report(NameProblem::EmptyDepartment {}, def.name.span());
    }
    let allow = allow(def.allow, cx.sink);
    Department { number, name, status, division, projects, allow }
}

/// Reads and decodes a file that is named here, unless it was named before.
fn follow<T: Decode>(name: &Typed, seen: &mut Seen, cx: &mut Cx<'_>) -> Option<(FileId, T)> {
    let at = NamedAt { name: &name.content, span: name.span() };
    let file = cx.sources.read_text(at, cx.sink)?;
    let path = cx.sources.path(file).to_path_buf();
    if let Some(&first) = seen.get(&path) {
        let problem = FileProblem::NamedTwice { name: name.content.clone() };
        cx.sink.push(Diagnostic::new(problem, name.span()).related(first, Relation::First));
        return None;
    }
    seen.insert(path, name.span());
    let def = decode(file, cx.sources, cx.sink)?;
    Some((file, def))
}
