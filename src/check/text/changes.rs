//! A change fits what it stands beside: `32개소 → 35개소 (증 3개소)`, `3개소 추가 (32개소 → 35개소)`.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::read::amount::Amount;
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

const ARROWS: [char; 4] = ['→', '⇒', '➔', '➡'];

/// Looks at every text.
pub(in crate::check) fn changes(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            if read.content().contains(ARROWS) {
                of_text(read).into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
            }
        }
    }
}

fn of_text(read: &Read<'_>) -> Vec<Diagnostic> {
    let text = read.content();
    let pairs = read.amounts.windows(2).enumerate().filter(|(_, pair)| {
        let between = text[pair[0].range.end..pair[1].range.start].trim();
        let without_remark = between.split_once(')').map_or(between, |(_, rest)| rest.trim());
        let starts = between.starts_with(ARROWS) || between.starts_with('(');
        starts && without_remark.chars().all(|c| ARROWS.contains(&c)) && pair[0].unit == pair[1].unit
    });
    pairs.filter_map(|(index, pair)| change(read, index, &pair[0], &pair[1])).collect()
}

fn change(read: &Read<'_>, index: usize, from: &Amount<'_>, to: &Amount<'_>) -> Option<Diagnostic> {
    let text = read.content();
    let after = read.amounts.get(index + 2).filter(|given| {
        let between = text[to.range.end..given.range.start].trim();
        matches!(between, "(" | "(증" | "(감" | ", 증" | ", 감" | "(증가" | "(감소") && is_change(text, given)
    });
    let before = index.checked_sub(1).and_then(|before| read.amounts.get(before)).filter(|given| {
        let between = text[given.range.end..from.range.start].trim();
        matches!(
            between,
            "추가 ("
                | "증가 ("
                | "감소 ("
                | "추가("
                | "증가("
                | "감소("
                | "증("
                | "감("
                | "확대 ("
                | "확대("
                | "감축("
                | "축소("
        )
    });
    let given = after.or(before)?;
    let exact = to.value()?.checked_sub(from.value()?)?;
    let (right, stated) = match given.unit {
        "%" if from.unit != "%" => {
            let part = exact.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from.value()?)?;
            (numbers::rounded(part, given.number.scale()), given.number.abs())
        }
        unit if unit == from.unit || unit.is_empty() => (exact.abs(), given.value()?.abs()),
        _ => return None,
    };
    if right == stated {
        return None;
    }
    let scale = Decimal::from(10_u64.checked_pow(if given.unit == "%" { 0 } else { given.scale })?);
    let suffix = given.suffix(text);
    let figure = |amount: &Amount<'_>| text[amount.range.clone()].to_owned();
    let problem = SumProblem::Change {
        from: figure(from),
        to: figure(to),
        shown: numbers::change(given.number.abs()) + suffix,
        right: numbers::change((right / scale).normalize()) + suffix,
    };
    let diagnostic = Diagnostic::new(problem, read.text.place(given.range.clone()));
    let places = [from, to].map(|amount| read.text.place(amount.range.clone()));
    Some(places.into_iter().fold(diagnostic, |it, place| it.related(place, Relation::Part)))
}

/// Whether an amount in brackets is called a change or has a sign: `(증 3)`, `(3 증가)`, `(+3)`, `(△3)`.
fn is_change(text: &str, given: &Amount<'_>) -> bool {
    let rest = text[given.range.end..].trim_start();
    let signed = text[given.range.clone()].starts_with(['+', '△', '▲', '-', '−']);
    let called = text[..given.range.start].trim_end().ends_with(['증', '감', '가', '소']);
    signed || called || ["증", "감", "추가", "확대", "축소"].iter().any(|word| rest.starts_with(word))
}
