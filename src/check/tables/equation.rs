//! A relation of figures of a table, and how it came out.

use rust_decimal::Decimal;

use super::view::Term;
use crate::check::ledger::Ledger;
use crate::check::reach::Reach;

/// Why figures are held to belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// A total by its name.
    Total,
    /// A head says it: `(A-B)`, 잔액.
    Head,
    /// It holds in nearly all rows.
    Data,
}

/// A figure that is the sum of others, some of them taken away.
#[derive(Clone)]
pub(super) struct Equation<'g, 'a> {
    pub why: Why,
    /// What is given.
    pub result: Term<'g, 'a>,
    /// What it is to come to; `true` for what is taken away.
    pub parts: Vec<(bool, Term<'g, 'a>)>,
    /// How much more the result says.
    pub off: Decimal,
    /// Whether some values that print as these do satisfy it.
    pub holds: bool,
    /// What the result is called.
    pub name: String,
    /// The row or column that it is looked at along.
    pub place: String,
    /// The place of that row or column in the grid.
    pub line: usize,
    /// How its parts belong together, by their names: `예산액 − 집행액`; nothing for sums.
    pub formula: String,
}

impl<'g, 'a> Equation<'g, 'a> {
    /// Reckons; `None` beyond what decimals can hold.
    pub(crate) fn new(why: Why, result: Term<'g, 'a>, parts: Vec<(bool, Term<'g, 'a>)>) -> Option<Equation<'g, 'a>> {
        let sum = parts.iter().try_fold(Reach::exact(Decimal::ZERO), |sum, (minus, part)| match minus {
            true => sum.minus(part.reach),
            false => sum.plus(part.reach),
        })?;
        let off = result.reach.value.checked_sub(sum.value)?;
        let holds = result.reach.meets(sum);
        let (name, place, line, formula) = Default::default();
        Some(Equation { why, result, parts, off, holds, name, place, line, formula })
    }

    /// Enters it among what was compared.
    pub(crate) fn enter(&self, ledger: &mut Ledger) {
        let rule = match self.why {
            Why::Total => "table-sum",
            Why::Head => "relation",
            Why::Data => "relation-broken",
        };
        let parts = self.parts.iter().map(|(minus, part)| (if *minus { '−' } else { '+' }, part.span()));
        ledger.add(rule, self.holds, self.result.span(), parts);
    }

    /// Whether all of it is nothing, which tells nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.result.reach.value.is_zero() && self.parts.iter().all(|(_, part)| part.reach.value.is_zero())
    }

    /// All of its figures, with what they have to change by for it to hold.
    pub(crate) fn mends(&self) -> impl Iterator<Item = (&Term<'g, 'a>, Decimal)> {
        let parts = self.parts.iter().map(|(minus, part)| (part, if *minus { -self.off } else { self.off }));
        std::iter::once((&self.result, -self.off)).chain(parts)
    }
}
