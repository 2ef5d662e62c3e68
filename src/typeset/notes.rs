//! What is said of a chapter's pages: what overflowed, and what was tightened.

use crate::chapter::Extent;
use crate::diag::{Diagnostic, LayoutProblem};
use crate::layout::WarningKind;
use crate::source::Span;

use super::Set;

impl Set {
    pub(super) fn notes(&self) -> Vec<Diagnostic> {
        let warnings = self.pages.iter().flat_map(|page| &page.frame.warnings);
        let mut notes: Vec<Diagnostic> = warnings.map(|warning| at(problem(warning.kind), warning.span)).collect();
        let (name, span) = match &self.chapter.extent {
            Extent::OnePage { name, span } => (name, Some(*span)),
            Extent::Free { name } => (name, None),
        };
        // A table on a page on its side takes that page besides.
        if span.is_some() && self.pages.len() > self.sections {
            notes.push(at(LayoutProblem::MoreThanItsPage { pages: self.pages.len() }, span));
        }
        if let Some(fitting) = self.fitting.filter(|fitting| fitting.is_tight()) {
            let tightened = LayoutProblem::Tightened {
                name: name.clone(),
                gaps: fitting.scale.gaps.percent(),
                leading: fitting.leading.percent(),
                size: fitting.size.to_string(),
            };
            notes.push(at(tightened, span));
        }
        notes
    }
}

fn problem(kind: WarningKind) -> LayoutProblem {
    match kind {
        WarningKind::TooHigh => LayoutProblem::TooHigh {},
        WarningKind::TooWide => LayoutProblem::TooWide {},
        WarningKind::HeadNotRepeated => LayoutProblem::HeadTooTall {},
        WarningKind::WordsCut => LayoutProblem::WordsCut {},
        WarningKind::NotBeside => LayoutProblem::NotBeside {},
    }
}

fn at(problem: LayoutProblem, span: Option<Span>) -> Diagnostic {
    match span {
        Some(span) => Diagnostic::new(problem, span),
        None => Diagnostic::without_place(problem),
    }
}
