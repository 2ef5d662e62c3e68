//! A figure in brackets is no more than the one that it is a part of, and those of parts come to that of their total: `9(임기1)`, `15(1)`.

use rust_decimal::Decimal;

use super::parts::Sum;
use super::view::View;
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::number::figures;
use crate::check::read::Reading;
use crate::check::read::amount::Amount;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::{CheckedTable, Track};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::model::source::Span;
use crate::read::numbers;

/// Looks at every cell, and at every total.
pub(in crate::check) fn subsets(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            let ledger = &mut found.ledger;
            let mut found_here = exceeding(grid, ledger);
            found_here.extend(both_ways(grid, ledger));
            found_here.into_iter().for_each(|diagnostic| found.push(section, Some(table), diagnostic));
        }
    }
}

/// Brackets with more than stands before them, in a table where nearly all have less, so that they are a part of it.
fn exceeding(grid: &CheckedTable<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let pairs: Vec<_> = grid.body().filter_map(|(_, _, cell)| Some((cell, of_cell(cell)?))).collect();
    let more: Vec<_> = pairs.iter().filter(|(_, (whole, part))| part.number > whole.number).collect();
    if more.len() * 4 > pairs.len() {
        return Vec::new();
    }
    for (cell, (whole, part)) in &pairs {
        let place = |amount: &Amount<'_>| cell.read.place(amount);
        ledger.add("subset-exceeds", part.number <= whole.number, place(part), [('≤', place(whole))]);
    }
    let said = more.into_iter().map(|(cell, (whole, part))| {
        let problem = SumProblem::Subset { part: numbers::change(part.number), whole: numbers::change(whole.number) };
        Diagnostic::new(problem, cell.read.place(part))
    });
    said.collect()
}

/// The figure of a cell, and the one in its brackets that counts the same.
fn of_cell<'c, 'a>(cell: &'c Figures<'a>) -> Option<(&'c Amount<'a>, &'c Amount<'a>)> {
    let mut main = cell.amounts();
    let (whole, None, part) = (main.next()?, main.next(), cell.bracketed()?) else { return None };
    (part.unit == whole.unit && !whole.number.is_sign_negative()).then_some((whole, part))
}

fn both_ways(grid: &CheckedTable<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for view in View::both(grid) {
        for sum in view.sums() {
            said.extend(view.lines().iter().filter_map(|line| along(&view, &sum, line, ledger)));
        }
    }
    said
}

/// The brackets of a total beside those of its parts, where all say that they are of the same.
fn along<'g>(view: &View<'g, '_>, sum: &Sum, line: &'g Track, ledger: &mut Ledger) -> Option<Diagnostic> {
    let cell = view.cell(sum.total, line)?;
    let total = cell.bracketed().filter(|total| total.unit != "%")?;
    let mut parts = Vec::new();
    for track in sum.ways.first()?.all() {
        let part = view.cell(track, line)?;
        match (part.kind, part.inner.as_slice()) {
            (CellKind::Words, _) => return None,
            (_, []) => {}
            (_, [_]) => parts.push((part, part.bracketed()?)),
            _ => return None,
        }
    }
    let alike = |(part, amount): &(&Figures<'_>, &Amount<'_>)| {
        amount.unit == total.unit && label(part, amount) == label(cell, total)
    };
    if parts.is_empty() || !parts.iter().all(alike) {
        return None;
    }
    let values: Option<Vec<Decimal>> = parts.iter().map(|(_, amount)| amount.value()).collect();
    let off = values.as_ref()?.iter().try_fold(total.value()?, |left, part| left.checked_sub(*part))?;
    let places: Vec<Span> = parts.iter().map(|(part, amount)| part.read.place(amount)).collect();
    let place = cell.read.place(total);
    ledger.add("subset-sum", off.is_zero(), place, places.iter().map(|place| ('+', *place)));
    if off.is_zero() {
        return None;
    }
    let name = view.tracks()[sum.total].name();
    let figures = figures(cell.read.content(), total, &values?, off)?;
    let problem = SumProblem::SubsetSum { name, place: line.name(), figures };
    Some(places.into_iter().fold(Diagnostic::new(problem, place), |it, place| it.related(place, Relation::Part)))
}

/// What stands in the bracket before a figure: `임기`, or nothing.
fn label<'t>(cell: &'t Figures<'_>, amount: &Amount<'_>) -> &'t str {
    let before = &cell.read.content()[..amount.digits_start()];
    before[before.rfind('(').map_or(0, |at| at + 1)..].trim()
}
