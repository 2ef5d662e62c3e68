//! Figures that follow from others: sums, changes, shares; exact until they are rounded for print.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::model::report::TO_FILL;
use crate::read::numbers;

/// The figures that a row has, by their column; without those that it lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// Those that it has.
    pub figures: BTreeMap<usize, Decimal>,
    /// The columns whose figures remain to be filled in: what follows from them remains so too.
    pub to_fill: BTreeSet<usize>,
}

/// How a column follows from others, which are named by any numbers.
#[derive(Clone, Debug)]
pub(crate) enum Reckoning {
    /// The sum of these.
    Sum(Vec<usize>),
    /// From the first to the second.
    Change(usize, usize),
    /// From the first to the second, in percent of the first.
    Rate(usize, usize, Print),
    /// The first in percent of the second.
    Part(usize, usize, Print),
    /// The share in the sum of all rows, in percent.
    Share(usize, Print),
}

/// How percents are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Print {
    /// Decimals.
    pub decimals: u32,
    /// Whether `%` stands after each; not where the column's name has it.
    pub sign: bool,
}

/// What can't be reckoned within 28 digits.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooLarge;

impl Reckoning {
    /// The columns that it follows from.
    pub(crate) fn inputs(&self) -> Vec<usize> {
        match self {
            Reckoning::Sum(columns) => columns.clone(),
            Reckoning::Change(from, to) | Reckoning::Rate(from, to, _) | Reckoning::Part(from, to, _) => {
                vec![*from, *to]
            }
            Reckoning::Share(column, _) => vec![*column],
        }
    }

    /// What is printed for these figures, given the sums of all rows: `-` where there are none, or nothing to compare with.
    pub(crate) fn print(&self, inputs: &Inputs, all: &Inputs) -> Result<String, TooLarge> {
        const NOTHING: &str = "-";
        let of_all = matches!(self, Reckoning::Share(..)).then_some(&all.to_fill);
        let to_fill =
            |column: &usize| inputs.to_fill.contains(column) || of_all.is_some_and(|all| all.contains(column));
        if self.inputs().iter().any(to_fill) {
            return Ok(TO_FILL.into());
        }
        let figures = &inputs.figures;
        if !self.inputs().iter().any(|column| figures.contains_key(column)) {
            return Ok(NOTHING.into());
        }
        let of = |column: &usize| figures.get(column).copied().unwrap_or_default();
        let printed = match self {
            Reckoning::Sum(columns) => {
                columns.iter().try_fold(Decimal::ZERO, |sum, column| sum.checked_add(of(column))).map(numbers::grouped)
            }
            Reckoning::Change(from, to) => of(to).checked_sub(of(from)).map(numbers::change),
            Reckoning::Rate(from, to, print) => {
                let (from, to) = (of(from), of(to));
                if from.is_zero() {
                    return Ok(NOTHING.into());
                }
                to.checked_sub(from).and_then(|change| percent(change, from.abs())).map(|rate| print.percent(rate))
            }
            Reckoning::Part(part, whole, print) => {
                if of(whole).is_zero() {
                    return Ok(NOTHING.into());
                }
                percent(of(part), of(whole)).map(|rate| print.percent(rate))
            }
            Reckoning::Share(column, print) => {
                let all = all.figures.get(column).copied().unwrap_or_default();
                if all.is_zero() {
                    return Ok(NOTHING.into());
                }
                percent(of(column), all).map(|share| print.percent(share))
            }
        };
        printed.ok_or(TooLarge)
    }
}

impl Print {
    fn percent(self, percent: Decimal) -> String {
        let printed = numbers::change(numbers::rounded(percent, self.decimals));
        if self.sign { printed + "%" } else { printed }
    }
}

/// So many of the whole, in percent.
fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

/// The sums of rows, column by column.
pub(crate) fn sums<'a>(rows: impl IntoIterator<Item = &'a Inputs>) -> Result<Inputs, TooLarge> {
    let mut sums = Inputs::default();
    for row in rows {
        for (&column, &figure) in &row.figures {
            let sum = sums.figures.entry(column).or_default();
            *sum = sum.checked_add(figure).ok_or(TooLarge)?;
        }
        sums.to_fill.extend(&row.to_fill);
    }
    Ok(sums)
}
