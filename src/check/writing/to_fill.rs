//! Nothing is left to fill in: where something remains, a report that was carried over has a mark.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::diag::{Diagnostic, Relation, WritingProblem};
use crate::report::TO_FILL;
use crate::source::Span;

/// Looks for the mark in every text. What remains of a table, or of the rest of a section, is one finding: an emptied table has a mark in each cell.
pub(in crate::check) fn to_fill(reading: &Reading<'_>, found: &mut Found) {
    // A table that a chart draws may be placed as well.
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    for (section, it) in reading.sections.iter().enumerate() {
        let mut left: BTreeMap<Option<usize>, BTreeSet<Span>> = BTreeMap::new();
        let read = it.texts().map(|(read, table)| (read.text, table));
        for (text, table) in read.chain(it.beside.iter().copied()) {
            let places = text.content.match_indices(TO_FILL).map(|(at, mark)| text.place(at..at + mark.len()));
            left.entry(table).or_default().extend(places.filter(|&place| seen.insert(place)));
        }
        for (table, places) in left {
            let problem = WritingProblem::ToFill { count: places.len() };
            let mut places = places.into_iter();
            let Some(first) = places.next() else { continue };
            let first = Diagnostic::new(problem, first);
            found.push(section, table, places.fold(first, |finding, place| finding.related(place, Relation::ToFill)));
        }
    }
}
