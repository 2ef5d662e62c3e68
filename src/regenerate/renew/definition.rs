//! The definition files of a report that was read, as they are written: each value with its place and its role.

use std::any::Any;
use std::path::PathBuf;

use crate::diag::Diagnostics;
use crate::model::source::{FileId, Span};
use crate::read::decode::{Day, Decode, Named, Number, Role, Typed, decode};
use crate::read::def::{DepartmentDef, OverviewDef, ReportDef, TableDef};
use crate::read::files::{Files, NamedAt, locate};

/// A definition file.
pub(super) struct Definition {
    pub file: FileId,
    /// The path that [`Files::kept`] has it under.
    pub path: PathBuf,
    def: FileDef,
}

/// What a definition file says, by what kind of file it is.
enum FileDef {
    Report(Box<ReportDef>),
    Overview(OverviewDef),
    Department(DepartmentDef),
}

/// A value that says something of a year.
pub(super) enum Written<'a> {
    Text(&'a Typed),
    Number(Span),
    Day(Span),
}

impl<'a> Written<'a> {
    /// What a visited value says; `None` for a table, a choice, a measure.
    fn of(value: &'a dyn Any) -> Option<Self> {
        let text = value.downcast_ref().map(Written::Text);
        let number = || value.downcast_ref::<Number>().map(|number| Written::Number(number.span));
        text.or_else(number).or_else(|| value.downcast_ref::<Day>().map(|day| Written::Day(day.span)))
    }

    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        match self {
            Written::Text(text) => text.span(),
            Written::Number(span) | Written::Day(span) => *span,
        }
    }
}

impl Definition {
    /// Every value of the file that says something of a year, with its role.
    pub(crate) fn each(&mut self, visit: impl FnMut(Role, Written<'_>)) {
        match &mut self.def {
            FileDef::Report(def) => each(&mut **def, visit),
            FileDef::Overview(def) => each(def, visit),
            FileDef::Department(def) => each(def, visit),
        }
    }

    /// The file's tables, by name.
    pub(crate) fn tables(&mut self) -> Vec<(&str, &mut TableDef)> {
        let tables = match &mut self.def {
            FileDef::Report(_) => return Vec::new(),
            FileDef::Overview(OverviewDef { table, .. }) | FileDef::Department(DepartmentDef { table, .. }) => table,
        };
        let Named { entries } = tables;
        let mut tables: Vec<_> =
            entries.iter_mut().filter_map(|(name, table)| Some((name.content.as_str(), table.as_mut()?))).collect();
        tables.sort_by_key(|(name, _)| *name);
        tables
    }
}

/// Every value of something decoded that says something of a year, with its role.
pub(super) fn each(of: &mut impl Decode, mut visit: impl FnMut(Role, Written<'_>)) {
    of.visit(Role::Keys, &mut |role, value| {
        if let Some(written) = Written::of(value) {
            visit(role, written);
        }
    });
}

/// The definition files of a report that was read without errors: its own and those that it names.
pub(super) fn definitions(read: &Files) -> Vec<Definition> {
    let Some((file, report)) = read.report_file().and_then(|file| Some((file, decoded::<ReportDef>(file, read)?)))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut add = |file, def| found.push(Definition { file, path: read.kept_as(file), def });
    for part in &report.part {
        if let Some((file, def)) = part.file.as_ref().and_then(|name| named(name, read)) {
            add(file, FileDef::Overview(def));
        }
        let of_bureaus = part.bureau.iter().flat_map(|bureau| &bureau.departments);
        let names = part.departments.iter().flatten().chain(of_bureaus);
        for (file, def) in names.filter_map(|name| named(name, read)) {
            add(file, FileDef::Department(def));
        }
    }
    add(file, FileDef::Report(Box::new(report)));
    found
}

/// A file that another names, decoded.
fn named<T: Decode>(name: &Typed, read: &Files) -> Option<(FileId, T)> {
    let at = NamedAt { name: &name.content, span: name.span() };
    let file = read.file_at(&locate(at, &read.sources, &mut Diagnostics::new())?)?;
    Some((file, decoded(file, read)?))
}

/// A file decoded once more; what is wrong with it has been said when the report was read.
fn decoded<T: Decode>(file: FileId, read: &Files) -> Option<T> {
    decode(file, &read.sources, &mut Diagnostics::new())
}
