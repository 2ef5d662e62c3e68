//! Lists whose lines begin with dates are in order of time.

use super::shown;
use crate::check::found::Found;
use crate::check::read::{Line, LineKind, Reading, Section};
use crate::diag::{DateProblem, Diagnostic, Relation};
use crate::read::prose::Dated;

/// Looks at every run of neighbouring items that begin with a date.
pub(in crate::check) fn order(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        of_section(section).into_iter().for_each(|diagnostic| found.push(index, None, diagnostic));
    }
}

fn of_section(section: &Section<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    // The run of dated lines at each level, ended by a line of that level without a date.
    let mut runs: Vec<(Option<usize>, Option<usize>, Vec<&Line<'_>>)> = Vec::new();
    for line in section.lines.iter().filter(|line| line.kind == LineKind::Item) {
        let key = (line.parent, line.heading);
        let dated = opening(line).is_some();
        match runs.iter_mut().rev().take(8).find(|(parent, heading, _)| (*parent, *heading) == key) {
            Some((_, _, run)) if dated => run.push(line),
            Some((_, _, run)) => said.extend(judged(&std::mem::take(run))),
            None => runs.push((key.0, key.1, if dated { vec![line] } else { Vec::new() })),
        }
    }
    said.extend(runs.iter().flat_map(|(_, _, run)| judged(run)));
    said
}

/// The date that a line begins with.
fn opening<'r>(line: &'r Line<'_>) -> Option<&'r Dated> {
    let first = line.read.dates.first()?;
    (first.range.start == 0 && first.own_year && first.month.is_some()).then_some(first)
}

/// A list of three and more, of which one line is earlier than the one above it: the list is in order but for that.
fn judged(run: &[&Line<'_>]) -> Option<Diagnostic> {
    let dates: Vec<&Dated> = run.iter().filter_map(|line| opening(line)).collect();
    let firsts: Vec<_> = dates.iter().filter_map(|date| Some(date.span()?.0)).collect();
    if firsts.len() < 3 || firsts.len() != run.len() {
        return None;
    }
    let mut falls = firsts.windows(2).enumerate().filter(|(_, pair)| pair[1] < pair[0]);
    let ((fall, _), None) = (falls.next()?, falls.next()) else { return None };
    let (line, above) = (run[fall + 1], run[fall]);
    let (date, before) = (dates[fall + 1], dates[fall]);
    let problem = DateProblem::Order { date: shown(date), before: shown(before) };
    let place = above.read.text.place(before.range.clone());
    Some(Diagnostic::new(problem, line.read.text.place(date.range.clone())).related(place, Relation::Above))
}
