//! Commas stand every three digits.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::check::read::amount::Grouping;
use crate::diag::{Diagnostic, WritingProblem};
use crate::read::numbers;

/// Looks at every amount.
pub(in crate::check) fn numbers(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            // Without a unit it may be a list of numbers: `1,12,31`.
            let wrong = |unit: &str| !unit.is_empty();
            for amount in read.amounts.iter().filter(|amount| amount.grouping == Grouping::Wrong && wrong(amount.unit))
            {
                if amount.number.abs() < Decimal::ONE_THOUSAND {
                    continue;
                }
                let suffix = amount.suffix(read.content());
                let problem = WritingProblem::Commas {
                    figure: read.content()[amount.range.clone()].to_owned(),
                    right: numbers::change(amount.number) + suffix,
                };
                found.push(section, table, Diagnostic::new(problem, read.place(amount)));
            }
        }
    }
}
