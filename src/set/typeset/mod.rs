//! Stages 5 to 7 in one call: a report set in pages.

mod account;
mod compose;
mod kept;
mod notes;
mod references;

pub(crate) use account::ChapterAccount;
pub(crate) use kept::Kept;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::model::report::Report;
use crate::set::chapter::{self, Chapter, Numbering, PageDigits, Plan};
use crate::set::document::Document;
use crate::set::font::Fonts;
use crate::set::paginate::{Fits, Fitting, PlacedPage, fit, gathered};
use crate::set::text::Shaper;
use crate::set::theme::Theme;
use compose::{compose, digits};

/// A report set in pages, and what was noticed on the way.
#[derive(Debug)]
pub(crate) struct Typeset {
    /// The document.
    pub document: Document,
    /// Warnings, and notes on what was tightened.
    pub found: Vec<Diagnostic>,
    /// How each chapter was set.
    pub accounts: Vec<ChapterAccount>,
}

/// A chapter set in pages.
#[derive(Debug, Clone)]
struct Set {
    /// The chapter; its sections are taken out, since all that they hold stands on its pages.
    chapter: Chapter,
    /// How many sections it had.
    sections: usize,
    pages: Vec<PlacedPage>,
    fitting: Option<Fitting>,
}

/// Sets a report in pages. Chapters are independent and set in parallel; the contents come last, when the number of pages says how
/// much room a page number needs.
pub(crate) fn typeset(report: &Report, theme: &Theme, fonts: &Fonts) -> Typeset {
    let sets = sets(report, theme, fonts, |_| None);
    bind(report, theme, fonts, sets.into_iter().map(|(_, set)| set))
}

/// The chapters of a report, each set in pages unless it is known already.
fn sets(
    report: &Report,
    theme: &Theme,
    fonts: &Fonts,
    known: impl Fn(&Plan) -> Option<Arc<Set>> + Sync,
) -> Vec<(Plan, Arc<Set>)> {
    let plans = chapter::plan(report);
    let set = |shaper: &mut Shaper<'_>, plan: &Plan, digits: u8, page_digits: &PageDigits| {
        let mut chapter = chapter::build(report, plan, theme, shaper, digits, page_digits);
        let sections = gathered(std::mem::take(&mut chapter.sections), theme);
        let (pages, fitting) = fit(&sections, theme, fits(plan));
        Arc::new(Set { chapter, sections: sections.len(), pages, fitting })
    };
    let new_shaper = || Shaper::new(fonts);
    let all = plans.par_iter().map_init(new_shaper, |shaper, plan| {
        let later = *plan == Plan::Contents;
        (!later).then(|| known(plan).unwrap_or_else(|| set(shaper, plan, 0, &PageDigits::new())))
    });
    let mut all: Vec<Option<Arc<Set>>> = all.collect();
    references::settle(&mut all, |index, page_digits| set(&mut new_shaper(), &plans[index], 0, page_digits));
    let pages: usize = all.iter().flatten().map(|set| set.pages.len()).sum();
    for (slot, plan) in all.iter_mut().zip(&plans) {
        slot.get_or_insert_with(|| set(&mut new_shaper(), plan, digits(pages), &PageDigits::new()));
    }
    plans.into_iter().zip(all.into_iter().flatten()).collect()
}

/// How the pages of a chapter are fitted.
fn fits(plan: &Plan) -> Fits {
    match plan {
        Plan::Project { .. } => Fits::Project,
        Plan::Overview { .. } | Plan::Department { .. } => Fits::Status,
        Plan::Cover | Plan::Contents | Plan::PartPage { .. } | Plan::Flow { .. } | Plan::BackCover => Fits::Other,
    }
}

/// Chapters bound to a document.
fn bind(report: &Report, theme: &Theme, fonts: &Fonts, sets: impl ExactSizeIterator<Item = Arc<Set>>) -> Typeset {
    let mut found = Vec::new();
    let mut accounts = Vec::new();
    let mut chapters = Vec::with_capacity(sets.len());
    let mut numbered = 0;
    for set in sets {
        let mut set = Arc::unwrap_or_clone(set);
        found.append(&mut set.chapter.found);
        found.extend(set.notes(theme));
        let first = (set.chapter.numbering == Numbering::Numbered).then_some(numbered + 1);
        numbered += if first.is_some() { set.pages.len() } else { 0 };
        accounts.push(set.account(first, theme));
        chapters.push((set.chapter, set.pages));
    }
    notes::with_columns(&mut found, report);
    Typeset { document: compose(report, theme, fonts, chapters), found, accounts }
}
