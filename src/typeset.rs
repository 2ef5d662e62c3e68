//! Stages 4 to 6 in one call: a report set in pages.

use rayon::prelude::*;

use crate::chapter::{self, Chapter, Extent, Plan};
use crate::diag::{Diagnostic, LayoutProblem};
use crate::document::{Document, compose, digits};
use crate::font::Fonts;
use crate::layout::{Frame, WarningKind};
use crate::len::Ratio;
use crate::paginate::{Tightening, fit};
use crate::report::Report;
use crate::text::Shaper;
use crate::theme::Theme;

/// A report set in pages, and what was noticed on the way.
#[derive(Debug)]
pub struct Typeset {
    /// The document.
    pub document: Document,
    /// Warnings, and notes on what was tightened.
    pub found: Vec<Diagnostic>,
    /// The chapters that were tightened, and to what.
    pub tightened: Vec<(String, String)>,
}

/// Sets a report in pages. Chapters are independent and set in parallel; the contents come last, when the number of pages says how
/// much room a page number needs.
pub fn typeset(report: &Report, theme: &Theme, fonts: &Fonts) -> Typeset {
    let plans = chapter::plan(report);
    let set = |shaper: &mut Shaper<'_>, plan: &Plan, digits: u8| {
        let chapter = chapter::build(report, plan, theme, shaper, digits);
        let (pages, tightening) = fit(&chapter.block, theme);
        Set { chapter, pages, tightening }
    };
    let new_shaper = || Shaper::new(fonts);
    let all = plans.par_iter().map_init(new_shaper, |shaper, plan| {
        let later = *plan == Plan::Contents;
        (!later).then(|| set(shaper, plan, 0))
    });
    let mut all: Vec<Option<Set>> = all.collect();
    let pages: usize = all.iter().flatten().map(|set| set.pages.len()).sum();
    for (slot, plan) in all.iter_mut().zip(&plans) {
        slot.get_or_insert_with(|| set(&mut new_shaper(), plan, digits(pages)));
    }
    let mut found = Vec::new();
    let mut tightened = Vec::new();
    let mut chapters = Vec::with_capacity(all.len());
    for mut set in all.into_iter().flatten() {
        found.append(&mut set.chapter.found);
        found.extend(set.notes());
        tightened.extend(set.tightened());
        chapters.push((set.chapter, set.pages));
    }
    Typeset { document: compose(report, theme, fonts, chapters), found, tightened }
}

/// A chapter set in pages.
struct Set {
    chapter: Chapter,
    pages: Vec<Frame>,
    tightening: Option<Tightening>,
}

impl Set {
    /// What the chapter is called, and the last of the means that was needed, which says how tight it is.
    fn tightened(&self) -> Option<(String, String)> {
        let tightening = self.tightening.as_ref()?;
        let (Extent::OnePage { name, .. } | Extent::Free { name }) = &self.chapter.extent;
        let by = match tightening {
            by if by.scale.size < Ratio::ONE => by.size.to_string(),
            by if by.scale.leading < Ratio::ONE => format!("{}%", percent(by.leading)),
            by => format!("{}%", percent(by.scale.gaps)),
        };
        Some((name.clone(), by))
    }

    fn notes(&self) -> Vec<Diagnostic> {
        let mut notes = Vec::new();
        for warning in self.pages.iter().flat_map(|page| &page.warnings) {
            let problem = match warning.kind {
                WarningKind::TooHigh => LayoutProblem::TooHigh {},
                WarningKind::TooWide => LayoutProblem::TooWide {},
                WarningKind::HeadNotRepeated => LayoutProblem::HeadTooTall {},
            };
            notes.push(match warning.span {
                Some(span) => Diagnostic::new(problem, span),
                None => Diagnostic::without_place(problem),
            });
        }
        let (name, span) = match &self.chapter.extent {
            Extent::OnePage { name, span } => (name, Some(*span)),
            Extent::Free { name } => (name, None),
        };
        if let (Some(span), 2..) = (span, self.pages.len()) {
            let pages = self.pages.len();
            notes.push(Diagnostic::new(LayoutProblem::MoreThanItsPage { pages }, span));
        }
        if let Some(tightening) = &self.tightening {
            let problem = LayoutProblem::Tightened {
                name: name.clone(),
                gaps: percent(tightening.scale.gaps),
                leading: percent(tightening.leading),
                size: tightening.size.to_string(),
            };
            notes.push(match span {
                Some(span) => Diagnostic::new(problem, span),
                None => Diagnostic::without_place(problem),
            });
        }
        notes
    }
}

fn percent(ratio: Ratio) -> u32 {
    u32::try_from((ratio.as_millionths() + 5_000) / 10_000).unwrap_or_default()
}
