//! Chapters kept from one setting of a report to the next: those that are built from the same are set once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::report::Report;
use crate::set::chapter::{Plan, is_same};
use crate::set::font::Fonts;
use crate::set::theme::Theme;

use super::{Blocks, Set, Typeset, bind, sets};

/// The chapters of a report as they were set last, with what they were built from.
#[derive(Debug)]
pub(crate) struct Kept {
    report: Report,
    sets: HashMap<Plan, Arc<Set>>,
}

impl Kept {
    /// The report that was set last.
    pub(crate) fn report(&self) -> &Report {
        &self.report
    }

    /// Sets a report as [`super::typeset`] does, taking over every chapter that is built from the same as before. The theme and the fonts must be those of
    /// the last time.
    pub(crate) fn typeset(last: Option<Kept>, report: Report, theme: &Theme, fonts: &Fonts) -> (Typeset, Kept) {
        let known = |plan: &Plan| {
            let Kept { report: before, sets } = last.as_ref()?;
            // Room for the number of a page is made as all chapters turn out.
            let has_references = |set: &Set| !set.chapter.page_slots.is_empty();
            sets.get(plan).filter(|set| is_same(plan, before, &report) && !has_references(set)).cloned()
        };
        let sets = sets(&report, theme, fonts, Blocks::Dropped, known);
        let kept = sets.iter().map(|(plan, set)| (*plan, Arc::clone(set))).collect();
        let set = bind(&report, theme, fonts, sets.into_iter().map(|(_, set)| set));
        (set, Kept { report, sets: kept })
    }
}
