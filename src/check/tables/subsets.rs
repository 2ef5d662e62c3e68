//! A figure in brackets is no more than the one that it is a part of, and those of parts come to that of their total: `9(임기1)`, `15(1)`.

use rust_decimal::Decimal;

use super::parts::Sum;
use super::sums::View;
use crate::check::found::Found;
use crate::check::number::figures;
use crate::check::read::Reading;
use crate::check::read::amount::Amount;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::{Grid, Track};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// Looks at every cell, and at every total.
pub(in crate::check) fn subsets(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            let within = grid.body().filter_map(|(_, _, cell)| within(cell));
            let found_here: Vec<Diagnostic> = within.chain(both_ways(grid)).collect();
            found_here.into_iter().for_each(|diagnostic| found.push(section, Some(table), diagnostic));
        }
    }
}

fn within(cell: &Figures<'_>) -> Option<Diagnostic> {
    let mut main = cell.amounts();
    let (whole, None, part) = (main.next()?, main.next(), cell.bracketed()?) else { return None };
    let is_more = part.unit == whole.unit && part.number > whole.number && !whole.number.is_sign_negative();
    let problem = || SumProblem::Subset { part: numbers::change(part.number), whole: numbers::change(whole.number) };
    is_more.then(|| Diagnostic::new(problem(), cell.read.text.place(part.range.clone())))
}

fn both_ways(grid: &Grid<'_>) -> Vec<Diagnostic> {
    let of = |view: View<'_, '_>| {
        let sums = view.sums().into_iter();
        sums.flat_map(|sum| view.lines().iter().filter_map(|line| along(&view, &sum, line)).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    [View { grid, across: false }, View { grid, across: true }].into_iter().flat_map(of).collect()
}

/// The brackets of a total beside those of its parts, where all say that they are of the same.
fn along<'g>(view: &View<'g, '_>, sum: &Sum, line: &'g Track) -> Option<Diagnostic> {
    let cell = view.cell(sum.total, line)?;
    let total = cell.bracketed().filter(|total| total.unit != "%")?;
    let mut parts = Vec::new();
    for &track in sum.groups.iter().flatten() {
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
    if off.is_zero() {
        return None;
    }
    let name = view.tracks()[sum.total].name();
    let figures = figures(cell.read.content(), total, &values?, off)?;
    let problem = SumProblem::SubsetSum { name, place: line.name(), figures };
    let diagnostic = Diagnostic::new(problem, cell.read.text.place(total.range.clone()));
    let places = parts.iter().map(|(part, amount)| part.read.text.place(amount.range.clone()));
    Some(places.fold(diagnostic, |it, place| it.related(place, Relation::Part)))
}

/// What stands in the bracket before a figure: `임기`, or nothing.
fn label<'t>(cell: &'t Figures<'_>, amount: &Amount<'_>) -> &'t str {
    let before = &cell.read.content()[..amount.digits_start()];
    before[before.rfind('(').map_or(0, |at| at + 1)..].trim()
}
