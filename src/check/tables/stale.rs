//! A row of totals that wasn't renewed when a row was added: every column disagrees, which is one slip and no more.

use rust_decimal::Decimal;

use super::equation::Equation;
use super::sums::Way;
use super::view::{Term, View};
use crate::check::ledger::Ledger;
use crate::check::number::joined;
use crate::check::reach::Reach;
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// A total that hardly any line bears out.
pub(super) struct Stale<'g, 'a> {
    name: String,
    /// The row that it would be right without.
    added: Option<String>,
    /// What its parts come to, along each line where it is off.
    right: Vec<(Term<'g, 'a>, Decimal)>,
    parts: Vec<Term<'g, 'a>>,
}

/// Says so where the total would be right without one of its rows, or, of a table of many rows, where it is near enough to be a total at all.
pub(super) fn stale<'g, 'a>(view: &View<'g, 'a>, total: usize, way: &Way<'g, 'a>) -> Option<Stale<'g, 'a>> {
    let off: Vec<_> = way.equations.iter().filter(|equation| !equation.holds).collect();
    if off.len() < 2 || way.holds() * 4 > way.equations.len() {
        return None;
    }
    // A part that is all of the total is another level of it.
    let is_level = |part: &Term<'_, '_>| {
        off.iter().all(|equation| {
            let own = equation.parts.iter().find(|(_, other)| other.place.0 == part.place.0);
            own.is_some_and(|(_, own)| own.reach.meets(equation.result.reach))
        })
    };
    if off.first()?.parts.len() < 3 || off.first()?.parts.iter().any(|(_, part)| is_level(part)) {
        return None;
    }
    // Twice the total is a whole with its parts below it.
    let is_doubled = |equation: &Equation<'_, '_>| {
        let twice = Reach { value: -equation.off, slack: equation.result.reach.slack };
        equation.result.reach.meets(twice)
    };
    if off.iter().any(|equation| is_doubled(equation)) {
        return None;
    }
    let row = |term: &Term<'_, '_>| term.place.0;
    // The row that all of them are off by.
    let added = off.first()?.parts.iter().map(|(_, part)| row(part)).find(|candidate| {
        off.iter().all(|equation| {
            let own = equation.parts.iter().find(|(_, part)| row(part) == *candidate);
            let rest = Reach { value: -equation.off, slack: equation.result.reach.slack };
            own.is_some_and(|(_, part)| part.reach.meets(rest))
        })
    });
    let near = || {
        off.iter().all(|equation| {
            let sum = equation.result.reach.value - equation.off;
            let least = Decimal::from(equation.parts.len().max(2));
            // One row more or less: it is off by less than twice what a row has on average.
            !sum.is_zero() && equation.off.abs() * least <= sum.abs() * Decimal::TWO
        })
    };
    let same_way = off.iter().all(|equation| equation.off.is_sign_negative() == off[0].off.is_sign_negative());
    if added.is_none() && !(same_way && off.len() > 1 && near()) {
        return None;
    }
    let name_of = |index: usize| view.tracks().iter().find(|track| track.index == index).map(|track| track.name());
    let right = off.iter().map(|equation| (equation.result, equation.result.reach.value - equation.off)).collect();
    Some(Stale {
        name: view.tracks()[total].name(),
        added: added.and_then(name_of),
        right,
        parts: off.first()?.parts.iter().map(|(_, part)| *part).collect(),
    })
}

impl Stale<'_, '_> {
    /// Enters it among what was compared: along each line where it is off.
    pub(crate) fn enter(&self, ledger: &mut Ledger) {
        self.right.iter().for_each(|(total, _)| ledger.add("total-stale", false, total.span(), []));
    }

    /// One finding for all of it.
    pub(crate) fn diagnostic(&self) -> Option<Diagnostic> {
        let (first, _) = self.right.first()?;
        let shown = |term: &Term<'_, '_>, right: &Decimal| {
            let scale = 10_u64.checked_pow(term.amount.scale).map(Decimal::from)?;
            let value = right.checked_div(scale)?.normalize();
            Some(numbers::change(value) + term.amount.suffix(term.cell.read.content()))
        };
        let rights: Vec<String> = self.right.iter().filter_map(|(term, right)| shown(term, right)).collect();
        let problem = SumProblem::Stale {
            name: self.name.clone(),
            added: self.added.clone(),
            columns: self.right.len(),
            right: joined(&rights).replace('+', ", "),
        };
        let whole = self.right.iter().skip(1).map(|(term, _)| (term.span(), Relation::Whole));
        let parts = self.parts.iter().map(|part| (part.span(), Relation::Part));
        let diagnostic = Diagnostic::new(problem, first.span());
        Some(whole.chain(parts).fold(diagnostic, |it, (place, relation)| it.related(place, relation)))
    }
}
