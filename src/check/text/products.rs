//! Products and sums that are written out: `50천원 × 200명 = 10,000천원`, `12명 + 8명 = 20명`.

use rust_decimal::Decimal;

use super::lists::reach;
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::reach::Reach;
use crate::check::read::amount::Amount;
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// Looks at every text.
pub(in crate::check) fn products(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            if read.content().contains(['=', '＝']) {
                let said = of_text(read, &mut found.ledger);
                said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
            }
        }
    }
}

/// How two figures are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    Times,
    Plus,
    Minus,
    Equals,
    None,
}

fn of_text(read: &Read<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = read.content();
    let joins: Vec<Join> =
        read.amounts.windows(2).map(|pair| join(&text[pair[0].range.end..pair[1].digits_start()])).collect();
    let mut said = Vec::new();
    let mut start = 0;
    for (index, joined) in joins.iter().enumerate() {
        match joined {
            Join::Equals if index > start => {
                said.extend(chain(read, start..index + 2, &joins[start..index], ledger));
                start = index + 1;
            }
            Join::Equals | Join::None => start = index + 1,
            Join::Times | Join::Plus | Join::Minus => {}
        }
    }
    said
}

/// The sign between two figures, with a word or a remark in brackets beside it.
fn join(between: &str) -> Join {
    let mut sign = Join::None;
    let mut depth = 0_usize;
    let mut letters = 0;
    for character in between.chars() {
        let next = match character {
            '(' => {
                depth += 1;
                Join::None
            }
            ')' if depth == 0 => return Join::None,
            ')' => {
                depth -= 1;
                Join::None
            }
            _ if depth > 0 => Join::None,
            '×' | '✕' | '╳' | '*' | '＊' | 'x' | 'X' | 'χ' | '☓' => Join::Times,
            '+' | '＋' => Join::Plus,
            '-' | '−' | '–' => Join::Minus,
            '=' | '＝' => Join::Equals,
            '약' => return Join::None,
            ' ' | '\n' | '총' => Join::None,
            letter if letter.is_alphabetic() => {
                letters += 1;
                Join::None
            }
            _ => return Join::None,
        };
        match (sign, next) {
            (_, Join::None) => {}
            (Join::None, next) => sign = next,
            _ => return Join::None,
        }
    }
    if letters < 8 && depth == 0 { sign } else { Join::None }
}

/// A chain of factors or of summands with its result.
fn chain(read: &Read<'_>, range: std::ops::Range<usize>, joins: &[Join], ledger: &mut Ledger) -> Option<Diagnostic> {
    let text = read.content();
    let amounts = read.amounts.get(range)?;
    let (result, of) = amounts.split_last()?;
    let first = of.first()?;
    // `(3명 + 4명) × 5일`, `10 ÷ 2 × 3`, `A × 3`: the chain begins before what can be read.
    let before = text[..first.range.start].trim_end();
    let begins = !before.ends_with(['(', ')', '×', '*', '+', '-', '÷', '/', 'x', '=', '['])
        || before.ends_with('(') && closes_behind(text, first, result);
    // `= 3,630천원 × 2`: what follows takes it further.
    let rest = text[result.range.end..].trim_start();
    let ends = !rest.starts_with(['×', '*', '+', '÷', '/', 'x', '-']);
    let right = match joins {
        _ if !begins || !ends => return None,
        joins if joins.iter().all(|join| *join == Join::Times) => product(of, result)?,
        joins if joins.iter().all(|join| matches!(join, Join::Plus | Join::Minus)) => sum(of, joins, result)?,
        _ => return None,
    };
    let stated = reach(result)?;
    let signs = std::iter::once('=').chain(joins.iter().map(|join| match join {
        Join::Times => '×',
        Join::Minus => '−',
        Join::Plus | Join::Equals | Join::None => '+',
    }));
    let against = signs.zip(of.iter().map(|factor| read.place(factor)));
    ledger.add("product", right.meets(stated), read.place(result), against);
    if right.meets(stated) {
        return None;
    }
    let scale = Decimal::from(10_u64.checked_pow(result.scale)?);
    let suffix = result.suffix(text);
    let decimals = result.number.scale();
    let shown = (right.value / scale).normalize();
    let shown = if shown.scale() > decimals + 2 { numbers::rounded(shown, decimals) } else { shown };
    let problem = SumProblem::Product {
        formula: text[first.range.start..of.last()?.range.end].trim().to_owned(),
        right: numbers::change(shown) + suffix,
        shown: text[result.range.clone()].to_owned(),
    };
    let diagnostic = Diagnostic::new(problem, read.place(result));
    Some(of.iter().fold(diagnostic, |it, factor| it.related(read.place(factor), Relation::Part)))
}

/// Whether the bracket before the first figure is closed behind the result: all of the chain stands in it.
fn closes_behind(text: &str, first: &Amount<'_>, result: &Amount<'_>) -> bool {
    !text[first.range.start..result.range.start].contains(')')
}

/// Only one factor is an amount of what the result counts: money, or nothing of the kind.
fn product(of: &[Amount<'_>], result: &Amount<'_>) -> Option<Reach> {
    let money = of.iter().filter(|factor| factor.unit == "원").count();
    if of.len() < 2
        || money > 1
        || (result.unit == "원") != (money == 1) && !(result.unit.is_empty() || money == 0 && result.unit != "원")
    {
        return None;
    }
    of.iter().try_fold(Reach::exact(Decimal::ONE), |product, factor| {
        let value = factor.value()?;
        let value = if factor.unit == "%" { value.checked_div(Decimal::ONE_HUNDRED)? } else { value };
        // Factors are what they say: who reckons writes them out.
        product.times(Reach::exact(value))
    })
}

/// All of it counts the same.
fn sum(of: &[Amount<'_>], joins: &[Join], result: &Amount<'_>) -> Option<Reach> {
    if of.iter().any(|part| part.unit != result.unit) {
        return None;
    }
    let (first, rest) = of.split_first()?;
    rest.iter().zip(joins).try_fold(reach(first)?, |sum, (part, join)| {
        let part = Reach { value: reach(part)?.value.abs(), ..reach(part)? };
        if *join == Join::Minus { sum.minus(part) } else { sum.plus(part) }
    })
}
