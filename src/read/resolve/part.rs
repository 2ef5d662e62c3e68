//! Parts: the files that they name, read and resolved in order.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Resolver;
use super::allow::allow;
use super::blocks::Blocks;
use super::body::{projects, status_sections};
use super::graphic::exclusive;
use super::text::{optional, required};
use crate::diag::{Diagnostic, FileProblem, KeyProblem, NameProblem, Relation};
use crate::model::report::{Department, Part, PartBody, Status};
use crate::model::source::{FileId, Span};
use crate::read::decode::{Decode, Named, Typed, decode};
use crate::read::def::{CheckDef, DepartmentDef, OverviewDef, PartDef, TableDef};
use crate::read::files::NamedAt;

/// Where each file was named first.
type Seen = BTreeMap<PathBuf, Span>;

/// A part with its files, as they are written.
pub(super) struct PartFiles {
    pub def: PartDef,
    pub files: Vec<(FileId, FileDef)>,
}

/// What a file of a part holds.
pub(super) enum FileDef {
    Overview(OverviewDef),
    Department(DepartmentDef),
}

impl FileDef {
    /// The file's tables.
    pub(crate) fn tables(&self) -> &Named<TableDef> {
        match self {
            FileDef::Overview(def) => &def.table,
            FileDef::Department(def) => &def.table,
        }
    }

    /// Whether the file declares what must hold.
    pub(crate) fn has_checks(&self) -> bool {
        match self {
            FileDef::Overview(def) => !def.check.is_empty(),
            FileDef::Department(def) => !def.check.is_empty(),
        }
    }

    /// What the file declares to hold, taken out.
    pub(crate) fn take_checks(&mut self) -> Vec<CheckDef> {
        match self {
            FileDef::Overview(def) => std::mem::take(&mut def.check),
            FileDef::Department(def) => std::mem::take(&mut def.check),
        }
    }
}

/// Reads the files of all parts. A part whose files can't be told is left out, which is an error.
pub(super) fn read(defs: Vec<PartDef>, resolver: &mut Resolver<'_>) -> Vec<PartFiles> {
    let mut seen = Seen::new();
    defs.into_iter().filter_map(|def| read_part(def, &mut seen, resolver)).collect()
}

fn read_part(def: PartDef, seen: &mut Seen, resolver: &mut Resolver<'_>) -> Option<PartFiles> {
    let files = match (&def.file, &def.departments) {
        (Some(file), None) => {
            let read = follow(file, seen, resolver);
            read.map(|(file, def)| (file, FileDef::Overview(def))).into_iter().collect()
        }
        (None, Some(files)) => {
            if files.is_empty() {
                resolver.sink.report(NameProblem::NoDepartments {}, def.span);
            }
            let read = files.iter().filter_map(|name| follow(name, seen, resolver));
            read.map(|(file, def)| (file, FileDef::Department(def))).collect()
        }
        (Some(file), Some(files)) => {
            let departments = files.first().unwrap_or(file);
            exclusive(("file", file.span()), ("departments", departments.span()), resolver.sink);
            return None;
        }
        (None, None) => {
            resolver.sink.report(KeyProblem::Either { first: "file", second: "departments" }, def.span);
            return None;
        }
    };
    Some(PartFiles { def, files })
}

/// The parts of a report.
pub(super) fn parts(parts: Vec<PartFiles>, resolver: &mut Resolver<'_>) -> Vec<Part> {
    parts.into_iter().filter_map(|read| part(read, resolver)).collect()
}

fn part(PartFiles { def, files }: PartFiles, resolver: &mut Resolver<'_>) -> Option<Part> {
    let title = required(&def.title, "title", resolver.sink);
    if def.departments.is_none() {
        let (file, overview) = files.into_iter().find_map(|(file, def)| match def {
            FileDef::Overview(def) => Some((file, def)),
            FileDef::Department(_) => None,
        })?;
        return Some(Part { title, body: PartBody::Overview(self::overview(file, overview, resolver)) });
    }
    let departments = files.into_iter().filter_map(|(_, def)| match def {
        FileDef::Department(def) => Some(def),
        FileDef::Overview(_) => None,
    });
    let departments = (1..).zip(departments).map(|(number, def)| department(number, def, resolver)).collect();
    Some(Part { title, body: PartBody::Departments(departments) })
}

fn overview(file: FileId, def: OverviewDef, resolver: &mut Resolver<'_>) -> Vec<Status> {
    let mut blocks = Blocks::new(def.image, def.chart, def.table, resolver);
    let status = status_sections(def.status, &mut blocks, resolver);
    blocks.warn_of_unplaced(resolver.sink);
    if status.is_empty() && !resolver.sink.has_errors_in(file) {
        resolver.sink.report(NameProblem::NoStatus {}, Span { file, start: 0, end: 0 });
    }
    status
}

fn department(number: u32, def: DepartmentDef, resolver: &mut Resolver<'_>) -> Department {
    let name = required(&def.name, "name", resolver.sink);
    let division = optional(def.division.as_ref(), "division", resolver.sink);
    let mut blocks = Blocks::new(def.image, def.chart, def.table, resolver);
    let status = status_sections(def.status, &mut blocks, resolver);
    let projects = projects(def.project, &mut blocks, resolver);
    blocks.warn_of_unplaced(resolver.sink);
    if status.is_empty() && projects.is_empty() {
        resolver.sink.report(NameProblem::EmptyDepartment {}, def.name.span());
    }
    let allow = allow(def.allow, resolver.sink);
    Department { number, name, status, division, projects, allow }
}

/// Reads and decodes a file that is named here, unless it was named before.
fn follow<T: Decode>(name: &Typed, seen: &mut Seen, resolver: &mut Resolver<'_>) -> Option<(FileId, T)> {
    let at = NamedAt { name: &name.content, span: name.span() };
    let file = resolver.files.read_text(at, resolver.sink)?;
    let path = resolver.files.sources.path(file).to_path_buf();
    if let Some(&first) = seen.get(&path) {
        let problem = FileProblem::NamedTwice { name: name.content.clone() };
        resolver.sink.push(Diagnostic::new(problem, name.span()).related(first, Relation::First));
        return None;
    }
    seen.insert(path, name.span());
    let def = decode(file, &resolver.files.sources, resolver.sink)?;
    Some((file, def))
}
