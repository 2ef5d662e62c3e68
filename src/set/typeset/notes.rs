//! What is said of a chapter's pages: what overflowed, and what was tightened.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, LayoutProblem, Problem};
use crate::model::picture::Content;
use crate::model::report::Report;
use crate::model::source::Span;
use crate::set::chapter::Extent;
use crate::set::layout::{LeafKind, NotKept, Warning, WarningKind};
use crate::set::theme::Theme;

use super::Set;

impl Set {
    pub(super) fn notes(&self, theme: &Theme) -> Vec<Diagnostic> {
        let mut notes: Vec<Diagnostic> = Vec::new();
        for page in &self.pages {
            let said = |warning: &Warning| at(problem(&warning.kind, page.landscape), warning.span);
            notes.extend(page.frame.warnings.iter().map(said));
        }
        notes.extend(self.coarse_pictures(theme.def.figure.picture.coarse));
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

/// In thousandths.
const POINTS_AN_INCH: i64 = 72_000;

impl Set {
    /// Pictures of fewer dots an inch than this, as large as they stand; each is said once.
    fn coarse_pictures(&self, coarse: u32) -> Vec<Diagnostic> {
        let mut found: BTreeMap<Span, u32> = BTreeMap::new();
        for leaf in self.pages.iter().flat_map(|page| &page.frame.leaves) {
            let LeafKind::Picture { picture, part, width, span, .. } = &leaf.kind else { continue };
            if let Content::Raster(_) = picture.content {
                let dots = i64::from(part.width) * POINTS_AN_INCH / width.as_milli().max(1);
                let dots = u32::try_from(dots).unwrap_or(u32::MAX);
                let known = found.entry(*span).or_insert(dots);
                *known = dots.min(*known);
            }
        }
        let coarse = found.into_iter().filter(|(_, dots)| *dots < coarse);
        coarse.map(|(span, dots)| at(LayoutProblem::CoarsePicture { dots }, Some(span))).collect()
    }
}

fn problem(kind: &WarningKind, landscape: bool) -> LayoutProblem {
    match kind {
        WarningKind::TooHigh => LayoutProblem::TooHigh {},
        WarningKind::TooWide => LayoutProblem::TooWide {},
        WarningKind::HeadNotRepeated => LayoutProblem::HeadTooTall {},
        WarningKind::WordsCut { cell, table } => {
            LayoutProblem::WordsCut { cell: cell.to_string(), table: *table, landscape, unchosen: Vec::new() }
        }
        WarningKind::FiguresCut { cell, table } => {
            LayoutProblem::FiguresCut { cell: cell.to_string(), table: *table, landscape, unchosen: Vec::new() }
        }
        WarningKind::WidthNotKept { cell, not_kept: NotKept { given, set, fitting } } => {
            LayoutProblem::WidthNotKept { cell: cell.to_string(), given: *given, set: *set, fitting: *fitting }
        }
        WarningKind::NotBeside => LayoutProblem::NotBeside {},
    }
}

/// A table that is too wide for its page and shows all of a file is told which columns there are to choose from.
pub(super) fn with_columns(found: &mut [Diagnostic], report: &Report) {
    for diagnostic in found {
        if let Problem::Layout(
            LayoutProblem::WordsCut { unchosen, table, .. } | LayoutProblem::FiguresCut { unchosen, table, .. },
        ) = &mut diagnostic.problem
        {
            unchosen.extend(report.unchosen.get(table).into_iter().flatten().cloned());
        }
    }
}

fn at(problem: LayoutProblem, span: Option<Span>) -> Diagnostic {
    match span {
        Some(span) => Diagnostic::new(problem, span),
        None => Diagnostic::without_place(problem),
    }
}
