//! Shares fit the figures that they are of: `107 (52%)`, rows and columns of 비율; and come to 100 where they stand alone.

use rust_decimal::Decimal;

use super::sums::View;
use crate::check::found::Found;
use crate::check::number::{joined, share};
use crate::check::read::Reading;
use crate::check::read::amount::Amount;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::{Grid, Track};
use crate::check::read::words::is_share;
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// Looks at every table in both directions.
pub(in crate::check) fn shares(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            for diagnostic in both_ways(grid) {
                found.push(section, Some(table), diagnostic);
            }
        }
    }
}

fn both_ways(grid: &Grid<'_>) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for across in [false, true] {
        let view = View { grid, across };
        for sum in view.sums() {
            let groups = match sum.each || sum.groups.iter().all(|group| group.len() > 1) {
                true => sum.groups.clone(),
                false => vec![sum.groups.concat()],
            };
            for group in groups {
                for (place, line) in view.lines().iter().enumerate() {
                    let shares = bracketed(&view, sum.total, &group, line)
                        .or_else(|| own_line(&view, sum.total, &group, line, view.lines()[..place].last()));
                    said.extend(shares.map(|shares| judged(&shares)).unwrap_or_default());
                }
            }
        }
    }
    said
}

/// A share and what it is of.
struct Share<'g, 'a> {
    cell: &'g Figures<'a>,
    shown: &'g Amount<'a>,
    /// Part and whole; `None` where only the shares are given.
    of: Option<(Base<'g, 'a>, Base<'g, 'a>)>,
}

type Base<'g, 'a> = (&'g Figures<'a>, &'g Amount<'a>);

/// `107 (52%)`: each cell has its share in brackets.
fn bracketed<'g, 'a>(view: &View<'g, 'a>, total: usize, group: &[usize], line: &Track) -> Option<Vec<Share<'g, 'a>>> {
    let whole = view.cell(total, line)?;
    let whole = (whole, whole.amounts().next()?);
    let shares: Vec<Share<'g, 'a>> = group
        .iter()
        .filter_map(|&track| {
            let cell = view.cell(track, line)?;
            let shown = cell.bracketed().filter(|amount| amount.unit == "%")?;
            Some(Share { cell, shown, of: Some(((cell, cell.amounts().next()?), whole)) })
        })
        .collect();
    (shares.len() > 1 && shares.len() == group.len()).then_some(shares)
}

/// A row of nothing but shares, of the figures in the row above.
fn own_line<'g, 'a>(
    view: &View<'g, 'a>,
    total: usize,
    group: &[usize],
    line: &Track,
    above: Option<&Track>,
) -> Option<Vec<Share<'g, 'a>>> {
    let percent =
        |cell: &&'g Figures<'a>| cell.kind == CellKind::Figure && cell.amounts().all(|amount| amount.unit == "%");
    let named = line.is(is_share);
    let mut shares = Vec::new();
    for &track in group {
        let cell = view.cell(track, line)?;
        match cell.kind {
            CellKind::Blank | CellKind::Dash => continue,
            _ if percent(&cell) || (named && cell.kind == CellKind::Figure) => {}
            _ => return None,
        }
        let shown = cell.amounts().next()?;
        let base = |track: usize| {
            let cell = view.cell(track, above?)?;
            let amount = cell.amounts().next().filter(|amount| amount.unit != "%")?;
            Some((cell, amount))
        };
        shares.push(Share { cell, shown, of: base(track).zip(base(total)) });
    }
    (shares.len() > 1).then_some(shares)
}

/// What is wrong with shares of one whole.
fn judged(shares: &[Share<'_, '_>]) -> Vec<Diagnostic> {
    if shares.iter().all(|share| share.of.is_none()) {
        return alone(shares).into_iter().collect();
    }
    let sum: Decimal = shares.iter().map(|share| share.shown.number).sum();
    let apportioned = sum == Decimal::ONE_HUNDRED;
    shares.iter().filter_map(|share| one(share, apportioned)).collect()
}

/// Shares whose base isn't given come to 100, but for their rounding.
fn alone(shares: &[Share<'_, '_>]) -> Option<Diagnostic> {
    let sum: Decimal = shares.iter().map(|share| share.shown.number).sum();
    let slack = shares.iter().try_fold(Decimal::ZERO, |slack, share| Some(slack + share.shown.half_step()?))?;
    let first = shares.first()?;
    if (sum - Decimal::ONE_HUNDRED).abs() <= slack {
        return None;
    }
    let parts: Vec<String> = shares.iter().map(|share| numbers::change(share.shown.number)).collect();
    let problem = SumProblem::ShareSum { parts: joined(&parts), sum: numbers::change(sum) + "%" };
    let diagnostic = Diagnostic::new(problem, first.cell.read.text.place(first.shown.range.clone()));
    let others = shares.iter().skip(1);
    Some(others.fold(diagnostic, |it, share| {
        it.related(share.cell.read.text.place(share.shown.range.clone()), Relation::Part)
    }))
}

/// A share that isn't its part of the whole. One step beside the rounding is right where all of them come to just 100: the largest remainder
/// takes what is left.
fn one(given: &Share<'_, '_>, apportioned: bool) -> Option<Diagnostic> {
    let (part, whole) = given.of?;
    let decimals = given.shown.number.scale();
    let (part_value, whole_value) = (part.1.value()?, whole.1.value()?);
    let right = share(part_value, whole_value, decimals)?;
    if right == given.shown.number {
        return None;
    }
    let exact = part_value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole_value)?;
    let step = Decimal::new(1, decimals);
    let (shown, right) = (numbers::change(given.shown.number) + "%", numbers::change(right) + "%");
    let text = |base: Base<'_, '_>| numbers::change(base.1.number);
    let (part_text, whole_text) = (text(part), text(whole));
    let problem = match apportioned && (given.shown.number - exact).abs() < step {
        true => SumProblem::ShareRounded { shown, part: part_text, whole: whole_text, right },
        false => SumProblem::Share { shown, part: part_text, whole: whole_text, right },
    };
    let diagnostic = Diagnostic::new(problem, given.cell.read.text.place(given.shown.range.clone()))
        .related(part.0.read.text.place(part.1.range.clone()), Relation::Part)
        .related(whole.0.read.text.place(whole.1.range.clone()), Relation::Whole);
    Some(diagnostic)
}
