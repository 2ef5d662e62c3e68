//! Counts of thousands are written in one way: `1,342명`, not `1342명` beside it.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::check::read::amount::Grouping;
use crate::diag::{Diagnostic, Relation, WritingProblem};
use crate::read::numbers;

/// What is counted: behind other words a number of four digits may be a year, a code or a place in a row.
const COUNTED: [&str; 23] = [
    "명", "인", "원", "건", "개", "개소", "부", "권", "대", "매", "장", "곳", "그루", "세대", "가구", "톤", "식", "종",
    "점", "마리", "필지", "㎡", "㎢",
];
/// Other places that are shown.
const SHOWN: usize = 4;

/// Looks at every amount, all over the report: one hint where most have commas and some don't.
pub(in crate::check) fn number_style(reading: &Reading<'_>, found: &mut Found) {
    let mut with = 0;
    let mut without = Vec::new();
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            let counts = |unit: &str| COUNTED.contains(&unit);
            for amount in read.amounts.iter().filter(|it| counts(it.unit) && it.number.abs() >= Decimal::ONE_THOUSAND) {
                match amount.grouping {
                    Grouping::Right => with += 1,
                    Grouping::None => without.push((section, table, read, amount)),
                    Grouping::Wrong => {}
                }
            }
        }
    }
    let Some((section, table, read, amount)) = without.first().filter(|_| with > without.len()) else { return };
    let problem = WritingProblem::NumberStyle {
        shown: read.content()[amount.range.clone()].to_owned(),
        right: numbers::grouped(amount.number) + amount.suffix(read.content()),
        times: without.len(),
        usual_times: with,
    };
    let others = without.iter().skip(1).take(SHOWN).map(|(_, _, read, amount)| read.place(amount));
    let diagnostic = Diagnostic::new(problem, read.place(amount));
    found.push(*section, *table, others.fold(diagnostic, |it, place| it.related(place, Relation::Elsewhere)));
}
