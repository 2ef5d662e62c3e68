//! What was found so far and where, and which of it the report's author allows.

use std::collections::BTreeMap;

use super::ledger::Ledger;
use super::read::{Reading, SectionKind};
use crate::diag::{Diagnostic, WritingProblem};
use crate::model::report::Allow;
use crate::model::source::Span;

/// Where a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Where {
    /// The section, by its place in the reading.
    pub section: usize,
    /// The table of the section.
    pub table: Option<usize>,
}

/// What was found so far.
#[derive(Default)]
pub(super) struct Found {
    list: Vec<(Where, Diagnostic)>,
    /// What was compared to find it.
    pub ledger: Ledger,
}

impl Found {
    /// Adds a finding.
    pub(crate) fn push(&mut self, section: usize, table: Option<usize>, diagnostic: Diagnostic) {
        self.list.push((Where { section, table }, diagnostic));
    }

    /// What is left without what is allowed where it stands: in the table, the section, the department, the report. An `allow` that
    /// silences nothing is a finding itself.
    pub(crate) fn less_allowed(self, reading: &Reading<'_>) -> Vec<Diagnostic> {
        let scopes = scopes(reading);
        let mut by_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, scope) in scopes.iter().enumerate() {
            by_code.entry(scope.allow.code).or_default().push(index);
        }
        let mut used = vec![false; scopes.len()];
        let mut left = Vec::new();
        for (at, diagnostic) in self.list {
            let named = by_code.get(diagnostic.problem.code()).map_or(&[][..], Vec::as_slice);
            let silencing: Vec<usize> =
                named.iter().copied().filter(|&index| scopes[index].holds(at, reading)).collect();
            silencing.iter().for_each(|&index| used[index] = true);
            if silencing.is_empty() {
                left.push(diagnostic);
            }
        }
        let idle = scopes.iter().zip(used).filter(|(_, used)| !used);
        left.extend(
            idle.map(|(scope, _)| {
                Diagnostic::new(WritingProblem::AllowIdle { code: scope.allow.code }, scope.allow.span)
            }),
        );
        left
    }
}

/// An `allow`, and what it is for.
struct Scope<'a> {
    allow: &'a Allow,
    of: Of,
}

enum Of {
    Report,
    /// The department whose name stands here.
    Department(Span),
    Section(usize),
    Table(usize, usize),
}

impl Scope<'_> {
    fn holds(&self, at: Where, reading: &Reading<'_>) -> bool {
        match self.of {
            Of::Report => true,
            Of::Department(name) => {
                let department = reading.sections[at.section].department;
                department.is_some_and(|department| department.name.origin.span == name)
            }
            Of::Section(section) => at.section == section,
            Of::Table(section, table) => at == Where { section, table: Some(table) },
        }
    }
}

fn scopes<'a>(reading: &Reading<'a>) -> Vec<Scope<'a>> {
    let mut scopes: Vec<Scope<'a>> = reading.report.allow.iter().map(|allow| Scope { allow, of: Of::Report }).collect();
    for (index, section) in reading.sections.iter().enumerate() {
        // A department's first section is the one of its name.
        if let (SectionKind::Department, Some(department)) = (section.kind, section.department) {
            let name = department.name.origin.span;
            scopes.extend(department.allow.iter().map(|allow| Scope { allow, of: Of::Department(name) }));
        }
        scopes.extend(section.allow.iter().map(|allow| Scope { allow, of: Of::Section(index) }));
        for (table, grid) in section.tables.iter().enumerate() {
            scopes.extend(grid.table.allow.iter().map(|allow| Scope { allow, of: Of::Table(index, table) }));
        }
    }
    scopes
}
