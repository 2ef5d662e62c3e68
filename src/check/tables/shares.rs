//! Shares fit the figures that they are of: `107 (52%)`, rows and columns of 비율; and come to 100 where they stand alone.
//!
//! Only what its head calls a share, or what comes to 100 % at its total, is one: a 집행률 is of its own row.

use rust_decimal::Decimal;

use super::parts::{Parts, Sum};
use super::view::{Entry, Term, View};
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::number::joined;
use crate::check::reach::Reach;
use crate::check::read::Reading;
use crate::check::read::grid::{CheckedTable, Track};
use crate::check::read::words::{is_rate, is_share};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// Looks at every table in both directions.
pub(in crate::check) fn shares(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            for diagnostic in of_table(grid, &mut found.ledger) {
                found.push(section, Some(table), diagnostic);
            }
        }
    }
}

fn of_table(grid: &CheckedTable<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let mut said = Vec::new();
    for view in View::both(grid) {
        for sum in view.sums() {
            for line in view.lines() {
                let in_brackets = bracketed(&view, &sum, line);
                match in_brackets.is_empty() {
                    true => said.extend(own_line(&view, &sum, line, ledger).unwrap_or_default()),
                    false => said.extend(in_brackets.iter().flat_map(|shares| judged(shares, ledger))),
                }
            }
        }
    }
    said
}

/// A share and what it is of.
struct Share<'g, 'a> {
    shown: Term<'g, 'a>,
    part: Term<'g, 'a>,
    whole: Term<'g, 'a>,
}

impl Share<'_, '_> {
    fn exact(&self) -> Option<Reach> {
        self.part.reach.over(self.whole.reach)?.scaled(Decimal::ONE_HUNDRED)
    }

    fn is_right(&self) -> Option<bool> {
        Some(shown_reach(&self.shown).meets(self.exact()?))
    }
}

/// What a printed share stands for. Where zeros fill up its decimals, `28.0%`, these needn't be its own.
fn shown_reach(shown: &Term<'_, '_>) -> Reach {
    let number = shown.amount.number.normalize();
    Reach { value: number, slack: Decimal::new(5, number.scale() + 1) }
}

/// Shares are those of groups that each divide the whole, or of all parts.
fn groups(way: &Parts) -> Vec<Vec<usize>> {
    match way.each || way.groups.iter().all(|group| group.len() > 1) {
        true => way.groups.clone(),
        false => vec![way.all()],
    }
}

/// `107 (52%)`: each cell of a group has its share in brackets.
fn bracketed<'g, 'a>(view: &View<'g, 'a>, sum: &Sum, line: &'g Track) -> Vec<Vec<Share<'g, 'a>>> {
    let Some(way) = sum.ways.first() else { return Vec::new() };
    let shares = groups(way).into_iter().filter_map(|group| of_group(view, sum.total, &group, line));
    shares.filter(|shares| shares.len() > 1).collect()
}

fn of_group<'g, 'a>(view: &View<'g, 'a>, total: usize, group: &[usize], line: &'g Track) -> Option<Vec<Share<'g, 'a>>> {
    let whole = view.cell(total, line)?;
    let hundred = whole.bracketed().is_none_or(|amount| amount.unit != "%" || amount.number == Decimal::ONE_HUNDRED);
    let whole = view.term(total, line, whole, whole.amounts().next()?).filter(|_| hundred)?;
    let shares = group.iter().map(|&track| {
        let cell = view.cell(track, line)?;
        let shown = cell.bracketed().filter(|amount| amount.unit == "%")?;
        let part = view.term(track, line, cell, cell.amounts().next()?)?;
        Some(Share { shown: view.term(track, line, cell, shown)?, part, whole })
    });
    shares.collect()
}

/// A row of nothing but shares, of the figures in the row that most of them fit.
fn own_line(view: &View<'_, '_>, sum: &Sum, line: &Track, ledger: &mut Ledger) -> Option<Vec<Diagnostic>> {
    let named = line.is(is_share);
    // At the total stands 100, or, where nothing else names the line, what it is: 비율.
    let (is_whole, percent) = match view.entry(sum.total, line) {
        Entry::Figure(total) => {
            (shown_reach(&total).meets(Reach::exact(Decimal::ONE_HUNDRED)), total.amount.unit == "%")
        }
        Entry::Other => {
            let said = view.cell(sum.total, line).is_some_and(|cell| is_share(cell.read.content()));
            (said, said)
        }
        Entry::Blank | Entry::Dash => (named, named),
    };
    if line.is(is_rate) || !is_whole || !(named || percent) {
        return None;
    }
    let mut alone = Vec::new();
    for way in &sum.ways {
        for group in groups(way) {
            let Some(shown) = percents(view, &group, line, named) else { continue };
            match of_figures(view, sum.total, &shown, line) {
                Some(shares) => return Some(judged(&shares, ledger)),
                None => alone.push(shown),
            }
        }
    }
    // Without figures one way to come to 100 is enough.
    let right = alone.iter().position(|shares| off_hundred(shares).is_some_and(|off| off.is_none()));
    let shares = alone.get(right.unwrap_or_default()).filter(|shares| shares.len() > 1)?;
    let off = off_hundred(shares)?;
    let (_, first) = shares.first()?;
    ledger.add("share-sum", off.is_none(), first.span(), shares.iter().skip(1).map(|(_, share)| ('+', share.span())));
    Some(off.into_iter().collect())
}

/// The shares of a line, by their tracks; `None` where something else stands among them.
fn percents<'g, 'a>(
    view: &View<'g, 'a>,
    group: &[usize],
    line: &Track,
    named: bool,
) -> Option<Vec<(usize, Term<'g, 'a>)>> {
    let mut shares = Vec::new();
    for &track in group {
        match view.entry(track, line) {
            Entry::Figure(term) if term.amount.unit == "%" || named => shares.push((track, term)),
            Entry::Dash | Entry::Blank => {}
            _ => return None,
        }
    }
    (shares.len() > 1).then_some(shares)
}

/// The shares with the figures of the line that at least half of them fit, the nearest of those that fit as well.
fn of_figures<'g, 'a>(
    view: &View<'g, 'a>,
    total: usize,
    shown: &[(usize, Term<'g, 'a>)],
    line: &Track,
) -> Option<Vec<Share<'g, 'a>>> {
    let mut best: Option<((usize, usize), Vec<Share<'g, 'a>>)> = None;
    for base in view.lines().iter().filter(|base| base.index != line.index && !base.is_percent()) {
        let Entry::Figure(whole) = view.entry(total, base) else { continue };
        if whole.amount.unit == "%" || whole.reach.value.is_zero() {
            continue;
        }
        let shares = shown.iter().filter_map(|(track, shown)| match view.entry(*track, base) {
            Entry::Figure(part) => Some(Share { shown: *shown, part, whole }),
            _ => None,
        });
        let shares: Vec<Share<'g, 'a>> = shares.collect();
        let right = shares.iter().filter(|share| share.is_right() == Some(true)).count();
        let score = (shares.len() - right, base.index.abs_diff(line.index));
        if right > 0 && right * 2 >= shown.len() && best.as_ref().is_none_or(|(least, _)| score < *least) {
            best = Some((score, shares));
        }
    }
    best.map(|(_, shares)| shares)
}

/// What is wrong with shares of one whole, if most are right: else they are of something else.
fn judged(shares: &[Share<'_, '_>], ledger: &mut Ledger) -> Vec<Diagnostic> {
    let right = shares.iter().filter(|share| share.is_right() == Some(true)).count();
    if right * 2 < shares.len() {
        return Vec::new();
    }
    for share in shares {
        let of = [('÷', share.part.span()), ('÷', share.whole.span())];
        ledger.add("share", share.is_right() != Some(false), share.shown.span(), of);
    }
    let sum: Decimal = shares.iter().map(|share| share.shown.amount.number).sum();
    let apportioned = sum == Decimal::ONE_HUNDRED;
    shares.iter().filter_map(|share| one(share, apportioned)).collect()
}

/// Shares whose base isn't given come to 100, but for their rounding; `None` beyond what decimals can hold.
fn off_hundred(shares: &[(usize, Term<'_, '_>)]) -> Option<Option<Diagnostic>> {
    let sum = shares.iter().try_fold(Reach::exact(Decimal::ZERO), |sum, (_, share)| sum.plus(shown_reach(share)))?;
    if sum.meets(Reach::exact(Decimal::ONE_HUNDRED)) {
        return Some(None);
    }
    let (_, first) = shares.first()?;
    let parts: Vec<String> = shares.iter().map(|(_, share)| numbers::change(share.amount.number)).collect();
    let problem = SumProblem::ShareSum { parts: joined(&parts), sum: numbers::change(sum.value) + "%" };
    let diagnostic = Diagnostic::new(problem, first.span());
    let others = shares.iter().skip(1);
    Some(Some(others.fold(diagnostic, |it, (_, share)| it.related(share.span(), Relation::Part))))
}

/// A share that isn't its part of the whole. One step beside the rounding is right where all of them come to just 100: the largest remainder
/// takes what is left.
fn one(share: &Share<'_, '_>, apportioned: bool) -> Option<Diagnostic> {
    if share.is_right()? {
        return None;
    }
    let exact = share.exact()?;
    let number = share.shown.amount.number;
    let step = Decimal::new(1, number.scale());
    let (shown, right) =
        (numbers::change(number) + "%", numbers::change(numbers::rounded(exact.value, number.scale())) + "%");
    let text = |term: &Term<'_, '_>| numbers::change(term.amount.number);
    let (part, whole) = (text(&share.part), text(&share.whole));
    let beside = (number - exact.value).abs() < step;
    let problem = match () {
        () if beside && apportioned => SumProblem::ShareRounded { shown, part, whole, right },
        () if beside && number < exact.value => SumProblem::CutOff { shown, part, whole, right },
        () => SumProblem::Share { shown, part, whole, right },
    };
    let diagnostic = Diagnostic::new(problem, share.shown.span())
        .related(share.part.span(), Relation::Part)
        .related(share.whole.span(), Relation::Whole);
    Some(diagnostic)
}
