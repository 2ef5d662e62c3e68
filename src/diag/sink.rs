//! Collects diagnostics while the stages go on, so that all of a run are said at once.

use std::collections::BTreeSet;

use super::{Diagnostic, Problem, Severity};
use crate::model::source::{FileId, Span};

/// What the stages have found so far.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    found: Vec<Diagnostic>,
    /// Found beyond what is kept.
    more: usize,
    /// Files with syntax errors.
    broken: BTreeSet<FileId>,
    errors: bool,
    /// Files with errors of any kind.
    wrong: BTreeSet<FileId>,
}

/// What a run has found, in order of files and places, each thing once.
#[derive(Debug, Default)]
pub(crate) struct FoundList {
    /// The findings.
    pub list: Vec<Diagnostic>,
    /// How many more there were than are worth keeping.
    pub more: usize,
}

impl Diagnostics {
    /// How many are kept: nobody reads more, and a file of garbage can hold millions.
    const KEPT: usize = 2_000;

    /// Nothing found yet.
    pub(crate) fn new() -> Diagnostics {
        Diagnostics::default()
    }

    /// Reports a problem at a place.
    pub(crate) fn report(&mut self, problem: impl Into<Problem>, span: Span) {
        self.push(Diagnostic::new(problem, span));
    }

    /// Adds a diagnostic.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if diagnostic.severity == Severity::Error {
            self.errors = true;
            self.wrong.extend(diagnostic.span.map(|span| span.file));
        }
        if self.follows_from_syntax(&diagnostic) {
            return;
        }
        if self.found.len() < Self::KEPT {
            self.found.push(diagnostic);
        } else {
            self.more += 1;
        }
    }

    /// What is right of a result; what is wrong with it is reported, without a place.
    pub(crate) fn ok<T, P: Into<Problem>>(&mut self, result: Result<T, P>) -> Option<T> {
        result.map_err(|problem| self.push(Diagnostic::without_place(problem))).ok()
    }

    /// What is right of a result; all problems with it are reported, without a place.
    pub(crate) fn ok_each<T, P: Into<Problem>>(&mut self, result: Result<T, Vec<P>>) -> Option<T> {
        let report = |problems: Vec<P>| problems.into_iter().for_each(|it| self.push(Diagnostic::without_place(it)));
        result.map_err(report).ok()
    }

    /// What is right of a result; all that is wrong with it is reported.
    pub(crate) fn ok_all<T>(&mut self, result: Result<T, Vec<Diagnostic>>) -> Option<T> {
        result.map_err(|found| found.into_iter().for_each(|found| self.push(found))).ok()
    }

    /// Marks a file as broken in its syntax: what else is said of it may only follow from that, so it is dropped.
    pub(crate) fn mark_broken(&mut self, file: FileId) {
        self.broken.insert(file);
    }

    /// Whether anything was found that keeps the report from being written.
    pub(crate) fn has_errors(&self) -> bool {
        self.errors
    }

    /// Whether anything was found that a check ends in failure for.
    pub(crate) fn has_warnings(&self) -> bool {
        self.errors || self.found.iter().any(|found| found.severity <= Severity::Warning)
    }

    /// Whether an error was found in this file, from which others may only follow.
    pub(crate) fn has_errors_in(&self, file: FileId) -> bool {
        self.wrong.contains(&file)
    }

    /// The findings, in order of files and places, each thing once.
    pub(crate) fn finish(self) -> FoundList {
        let mut list = self.found;
        list.sort_by_key(|found| (found.span, found.severity));
        list.dedup_by(|next, last| next.span == last.span && next.problem == last.problem);
        FoundList { list, more: self.more }
    }

    fn follows_from_syntax(&self, diagnostic: &Diagnostic) -> bool {
        !matches!(diagnostic.problem, Problem::Syntax(_))
            && diagnostic.span.is_some_and(|span| self.broken.contains(&span.file))
    }
}

impl FoundList {
    /// Keeps what is said beside a file that is written: errors, and warnings unless it is to be quiet. Notes are for who asks.
    pub(crate) fn worth_saying(&mut self, quiet: bool) {
        self.retain(if quiet { Severity::Error } else { Severity::Warning });
    }

    /// Keeps only what is at least as severe.
    pub(crate) fn retain(&mut self, least: Severity) {
        self.list.retain(|found| found.severity <= least);
    }

    /// How many of a severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|found| found.severity == severity).count()
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{NameProblem, SyntaxProblem};

    fn at(file: u32, start: u32) -> Span {
        Span { file: FileId(file), start, end: start + 1 }
    }

    #[test]
    fn sorts_by_place_and_says_each_thing_once() {
        let mut sink = Diagnostics::new();
        for span in [at(1, 0), at(0, 7), at(0, 3), at(0, 7)] {
            sink.report(NameProblem::NoParts {}, span);
        }
        let places: Vec<_> = sink.finish().list.iter().map(|found| found.span).collect();
        assert_eq!(places, [Some(at(0, 3)), Some(at(0, 7)), Some(at(1, 0))]);
    }

    #[test]
    fn a_broken_file_has_only_its_syntax_errors() {
        let mut sink = Diagnostics::new();
        sink.report(SyntaxProblem::TooDeep {}, at(0, 0));
        sink.mark_broken(FileId(0));
        sink.report(NameProblem::NoParts {}, at(0, 1));
        sink.report(NameProblem::NoParts {}, at(1, 1));
        assert!(sink.has_errors());
        assert_eq!(sink.finish().list.len(), 2);
    }

    #[test]
    fn counts_what_it_does_not_keep() {
        let mut sink = Diagnostics::new();
        for start in 0..3_000 {
            sink.report(NameProblem::NoParts {}, at(0, start));
        }
        let findings = sink.finish();
        assert_eq!((findings.list.len(), findings.more), (2_000, 1_000));
    }
}
