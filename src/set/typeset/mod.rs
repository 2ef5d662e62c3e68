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
use crate::set::chapter::{self, Chapter, Numbering, PageDigits, Plan, Section};
use crate::set::document::Document;
use crate::set::font::Fonts;
use crate::set::layout::Scale;
use crate::set::paginate::{Fits, Fitting, PlacedPage, fit, gathered};
use crate::set::text::Shaper;
use crate::set::theme::Theme;
use compose::{compose, digits};

/// A report set in pages, and what was noticed on the way.
#[derive(Debug)]
pub(crate) struct Typeset {
    /// The document.
    pub document: Document,
    /// Its chapters as they were before pages were made of them, one for each structure of the document; none unless they were asked for.
    pub flows: Vec<Flow>,
    /// Warnings, and notes on what was tightened.
    pub found: Vec<Diagnostic>,
    /// How each chapter was set.
    pub accounts: Vec<ChapterAccount>,
}

/// A chapter as it flows: its blocks, and how they are set so that they fit their pages.
#[derive(Debug, Clone)]
pub(crate) struct Flow {
    /// What stands on upright pages, and on pages on their side.
    pub sections: Vec<Section>,
    /// How tightly it is set.
    pub scale: Scale,
    /// Whether its pages have numbers.
    pub numbered: bool,
}

/// Whether the blocks of chapters are kept beside their pages, for those who break pages themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Blocks {
    /// Their pages are all that is needed.
    #[default]
    Dropped,
    /// They are kept.
    Kept,
}

/// A chapter set in pages.
#[derive(Debug, Clone)]
struct Set {
    /// The chapter; its sections are taken out unless they are to be kept, since all that they hold stands on its pages.
    chapter: Chapter,
    /// How many sections it had.
    sections: usize,
    pages: Vec<PlacedPage>,
    fitting: Option<Fitting>,
}

/// Sets a report in pages. Chapters are independent and set in parallel; the contents come last, when the number of pages says how
/// much room a page number needs.
pub(crate) fn typeset(report: &Report, theme: &Theme, fonts: &Fonts, blocks: Blocks) -> Typeset {
    let sets = sets(report, theme, fonts, blocks, |_| None);
    bind(report, theme, fonts, sets.into_iter().map(|(_, set)| set))
}

/// The chapters of a report, each set in pages unless it is known already.
fn sets(
    report: &Report,
    theme: &Theme,
    fonts: &Fonts,
    blocks: Blocks,
    known: impl Fn(&Plan) -> Option<Arc<Set>> + Sync,
) -> Vec<(Plan, Arc<Set>)> {
    let plans = chapter::plan(report);
    let set = |shaper: &mut Shaper<'_>, plan: &Plan, digits: u8, page_digits: &PageDigits| {
        let mut chapter = chapter::build(report, plan, theme, shaper, digits, page_digits);
        let sections = gathered(std::mem::take(&mut chapter.sections), theme);
        let (pages, fitting) = fit(&sections, theme, fits(plan));
        let count = sections.len();
        if blocks == Blocks::Kept {
            chapter.sections = sections;
        }
        Arc::new(Set { chapter, sections: count, pages, fitting })
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
    let mut flows = Vec::new();
    let mut chapters = Vec::with_capacity(sets.len());
    let mut numbered = 0;
    for set in sets {
        let mut set = Arc::unwrap_or_clone(set);
        found.append(&mut set.chapter.found);
        found.extend(set.notes(theme));
        let first = (set.chapter.numbering == Numbering::Numbered).then_some(numbered + 1);
        numbered += if first.is_some() { set.pages.len() } else { 0 };
        accounts.push(set.account(first, theme));
        let sections = std::mem::take(&mut set.chapter.sections);
        if !sections.is_empty() {
            let scale = set.fitting.map(|fitting| fitting.scale).unwrap_or_default();
            flows.push(Flow { sections, scale, numbered: first.is_some() });
        }
        chapters.push((set.chapter, set.pages));
    }
    notes::with_columns(&mut found, report);
    Typeset { document: compose(report, theme, fonts, chapters), flows, found, accounts }
}
