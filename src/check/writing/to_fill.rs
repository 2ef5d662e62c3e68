//! Nothing is left to fill in: where something remains, a report that was carried over has a mark.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::diag::{Diagnostic, Relation, WritingProblem};
use crate::model::report::{TO_FILL, Text};
use crate::model::source::Span;

/// Looks for the mark in every text. What remains of a table, or of the rest of a section, is one finding: an emptied table has a mark in each cell.
pub(in crate::check) fn to_fill(reading: &Reading<'_>, found: &mut Found) {
    // A table that a chart draws may be placed as well.
    let mut seen: BTreeSet<Span> = BTreeSet::new();
    push(0, None, reading.report.to_fill.iter().copied().collect(), found);
    for (section, it) in reading.sections.iter().enumerate() {
        let mut left: BTreeMap<Option<usize>, BTreeSet<Span>> = BTreeMap::new();
        let read = it.texts().map(|(read, table)| (read.text, table));
        for (text, table) in read.chain(it.beside.iter().copied()) {
            let marks = text.content.match_indices(TO_FILL).map(|(at, mark)| at..at + mark.len());
            let places = marks.filter(|mark| is_typed(text, mark.start)).map(|mark| text.place(mark));
            left.entry(table).or_default().extend(places.filter(|&place| seen.insert(place)));
        }
        left.into_iter().for_each(|(table, places)| push(section, table, places, found));
    }
}

/// Whether the mark that begins at a byte was typed there. One that follows from another, by an expression or a sum, stands where all of that does, and goes
/// with the other.
fn is_typed(text: &Text, at: usize) -> bool {
    let bracket = TO_FILL.chars().next().map_or(0, char::len_utf8);
    text.place(at..at + bracket).range().len() == bracket
}

fn push(section: usize, table: Option<usize>, places: BTreeSet<Span>, found: &mut Found) {
    let problem = WritingProblem::ToFill { count: places.len() };
    let mut places = places.into_iter();
    let Some(first) = places.next() else { return };
    let first = Diagnostic::new(problem, first);
    found.push(section, table, places.fold(first, |finding, place| finding.related(place, Relation::ToFill)));
}
