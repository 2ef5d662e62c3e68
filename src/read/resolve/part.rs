//! Parts: the files that they name, read and resolved in order.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::Resolver;
use super::allow::allow;
use super::blocks::Blocks;
use super::body::{projects, status_sections};
use super::graphic::exclusive;
use super::text::{optional, required};
use crate::diag::{Diagnostic, Diagnostics, FileProblem, KeyProblem, NameProblem, Relation};
use crate::model::report::{Bureau, Department, Flow, Opening, Part, PartBody, Status};
use crate::model::source::{FileId, Span};
use crate::read::decode::{Decode, Named, Typed, decode};
use crate::read::def::{CheckDef, DepartmentDef, FlowDef, OpeningDef, OverviewDef, PartDef, SpanDef, TableDef};
use crate::read::files::{NamedAt, locate};

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
    if let (Some(bureau), Some(other)) =
        (def.bureau.first(), def.file.as_ref().or(def.departments.as_ref().and_then(|it| it.first())))
    {
        exclusive(
            ("bureau", bureau.span),
            (if def.file.is_some() { "file" } else { "departments" }, other.span()),
            resolver.sink,
        );
        return None;
    }
    let files = match (&def.file, &def.departments) {
        (None, None) if !def.bureau.is_empty() => {
            let mut read = Vec::new();
            for bureau in &def.bureau {
                if bureau.departments.is_empty() {
                    resolver.sink.report(NameProblem::NoDepartments {}, bureau.span);
                }
                let files = bureau.departments.iter().filter_map(|name| follow(name, seen, resolver));
                read.extend(files.map(|(file, def)| (file, FileDef::Department(def))));
            }
            read
        }
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
    let mut numbered = 0;
    let mut number = |def: &PartDef| {
        numbered += u32::from(def.numbered);
        def.numbered.then_some(numbered)
    };
    parts.into_iter().filter_map(|read| part(number(&read.def), read, resolver)).collect()
}

fn part(number: Option<u32>, PartFiles { def, files }: PartFiles, resolver: &mut Resolver<'_>) -> Option<Part> {
    let title = required(&def.title, "title", resolver.sink);
    let has_departments = def.file.is_none();
    let opening = match def.opening {
        Some(OpeningDef::Page) => Opening::Page,
        Some(OpeningDef::Bar) => Opening::Bar,
        Some(OpeningDef::Title) => Opening::Title,
        Some(OpeningDef::Nothing) => Opening::Nothing,
        None if has_departments => Opening::Nothing,
        None => Opening::Title,
    };
    let flow = match def.flow {
        FlowDef::Pages => Flow::Pages,
        FlowDef::Follow => Flow::Follow,
        FlowDef::Even => Flow::Even,
    };
    if !has_departments {
        let (file, overview) = files.into_iter().find_map(|(file, def)| match def {
            FileDef::Overview(def) => Some((file, def)),
            FileDef::Department(_) => None,
        })?;
        let body = PartBody::Overview(self::overview(file, overview, resolver));
        return Some(Part { title, number, opening, flow, body });
    }
    let mut bureaus = bureaus(&def, &files, resolver);
    let mut departments: Vec<Department> = Vec::new();
    for (file, read) in files {
        let FileDef::Department(read) = read else { continue };
        let last = departments.last().and_then(|department| department.projects.last());
        let first = match def.numbering {
            SpanDef::Department => 1,
            SpanDef::Part => last.map_or(1, |project| project.number + 1),
        };
        let number = departments.len() as u32 + 1;
        departments.push(department((number, first, bureaus.remove(&file)), read, resolver));
    }
    Some(Part { title, number, opening, flow, body: PartBody::Departments(departments) })
}

/// The bureau of each file of departments that was read.
fn bureaus(def: &PartDef, files: &[(FileId, FileDef)], resolver: &mut Resolver<'_>) -> BTreeMap<FileId, Bureau> {
    let mut found = BTreeMap::new();
    for bureau in &def.bureau {
        let name = required(&bureau.name, "name", resolver.sink);
        let mut opens = true;
        for typed in &bureau.departments {
            let at = NamedAt { name: &typed.content, span: typed.span() };
            let path = locate(at, &resolver.files.sources, &mut Diagnostics::new());
            let file = path.and_then(|path| resolver.files.file_at(&path));
            if let Some(file) = file.filter(|file| files.iter().any(|(read, _)| read == file)) {
                found.entry(file).or_insert(Bureau { name: name.clone(), opens });
                opens = false;
            }
        }
    }
    found
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

fn department(
    (number, first, bureau): (u32, u32, Option<Bureau>),
    def: DepartmentDef,
    resolver: &mut Resolver<'_>,
) -> Department {
    let name = required(&def.name, "name", resolver.sink);
    let division = optional(def.division.as_ref(), "division", resolver.sink);
    let mut blocks = Blocks::new(def.image, def.chart, def.table, resolver);
    let status = status_sections(def.status, &mut blocks, resolver);
    let projects = projects(def.project, first, &mut blocks, resolver);
    blocks.warn_of_unplaced(resolver.sink);
    if status.is_empty() && projects.is_empty() {
        resolver.sink.report(NameProblem::EmptyDepartment {}, def.name.span());
    }
    let allow = allow(def.allow, resolver.sink);
    Department { number, name, bureau, status, division, projects, allow }
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
