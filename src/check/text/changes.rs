//! A change fits what it stands beside: `32개소 → 35개소 (증 3개소)`, `3개소 추가 (32개소 → 35개소)`, `1,000명 → 800명(200명(20.0%) 감소)`,
//! `4,500천원(전년 대비 500천원(12.5%) 증가)`.

use rust_decimal::Decimal;

use super::lists::reach;
use super::percents::is_explained;
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::reach::Reach;
use crate::check::read::amount::Amount;
use crate::check::read::words::{changes as says_change, falls};
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

const ARROWS: [char; 6] = ['→', '⇒', '➔', '➡', '⟶', '▶'];
/// As many letters may stand between an arrow's figures and the change that they make.
const NEAR: usize = 14;

/// Looks at every text.
pub(in crate::check) fn changes(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            let ledger = &mut found.ledger;
            let said = if read.content().contains(ARROWS) { by_arrow(read, ledger) } else { by_words(read, ledger) };
            said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
        }
    }
}

/// The changes beside two figures with an arrow between them.
fn by_arrow(read: &Read<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = read.content();
    let mut said = Vec::new();
    for (index, pair) in read.amounts.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let between = &text[from.range.end..to.range.start];
        if !is_arrow(read, between, from.range.end) || from.unit != to.unit && !from.unit.is_empty() {
            continue;
        }
        let before =
            index.checked_sub(1).and_then(|before| read.amounts.get(before)).filter(|given| leads(text, given, from));
        let after = read.amounts[index + 2..].iter().take(2).scan(to.range.end, |end, given| {
            let near = follows(text, *end, given);
            *end = given.range.end;
            near.then_some(given)
        });
        let another = |given: &&Amount<'_>| !text[given.range.end..].trim_start().starts_with(ARROWS);
        for given in before.into_iter().chain(after.filter(another)) {
            said.extend(judged(read, from, to, given, ledger));
        }
    }
    said
}

/// Whether an arrow stands between two figures, with no more than the year or the unit of the second beside it.
fn is_arrow(read: &Read<'_>, between: &str, start: usize) -> bool {
    let Some(at) = between.find(ARROWS) else { return false };
    let (left, right) = (between[..at].trim(), between[at..].trim_start_matches(ARROWS).trim());
    // A remark in brackets, `80건(전년) → 90건`.
    let left = left.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).map_or(left, |_| "");
    let dated = |text: &str, from: usize| {
        read.dates.iter().any(|date| date.range.start >= from && date.range.end <= start + between.len())
            && text.chars().count() < 12
    };
    let right_start = start + between.len() - right.len();
    left.chars().all(|c| c == ')')
        && (right.is_empty()
            || dated(right, right_start)
            || right.chars().all(char::is_alphabetic) && right.chars().count() < 5)
}

/// `3개소 추가 (32개소 →`, `30명 감소(2021년 280명 →`.
fn leads(text: &str, given: &Amount<'_>, from: &Amount<'_>) -> bool {
    let between = &text[given.range.end..from.range.start];
    let Some((words, inside)) = between.split_once('(') else { return false };
    let signed = text[given.range.clone()].starts_with(['△', '▲', '+']);
    let called = says_change(words) || words.trim().is_empty() && (signed || says_change(&text[..given.range.start]));
    words.trim().chars().count() < 6 && inside.chars().count() < NEAR && called && !inside.contains(',')
}

/// `→ 35개소 (증 3개소)`, `→ 800명(200명(20.0%) 감소)`, `→ 90건(증 10건, 12.5%)`.
fn follows(text: &str, end: usize, given: &Amount<'_>) -> bool {
    let between = text[end..given.range.start].trim();
    let rest = text[given.range.end..].trim_start_matches([')', ' ', '(']);
    let rest: String = rest.chars().take(8).collect();
    let opened = between.starts_with(['(', ',']) && between.chars().count() < 8;
    let only = between.chars().all(|c| matches!(c, '(' | ',' | ' ' | '+') || is_word_of_change(between, c));
    let signed = text[given.range.clone()].starts_with(['+', '△', '▲', '-', '−']);
    opened
        && only
        && (signed || says_change(between) || says_change(&rest) || given.unit == "%" && between.starts_with(','))
}

fn is_word_of_change(between: &str, character: char) -> bool {
    character.is_alphabetic() && says_change(between)
}

/// A change, or its rate, that two figures don't make.
fn judged(
    read: &Read<'_>,
    from: &Amount<'_>,
    to: &Amount<'_>,
    given: &Amount<'_>,
    ledger: &mut Ledger,
) -> Option<Diagnostic> {
    let text = read.content();
    let exact = reach(to)?.minus(reach(from)?)?;
    let size = |reach: Reach| Reach { value: reach.value.abs(), ..reach };
    let (right, stated) = match given.unit {
        "%" if from.unit != "%" => (size(exact.over(reach(from)?)?.scaled(Decimal::ONE_HUNDRED)?), rate(given)),
        unit if unit == to.unit || unit.is_empty() || unit == "%p" => (size(exact), size(reach(given)?)),
        _ => return None,
    };
    let agrees = right.meets(stated);
    if !agrees && given.unit == "%" && is_explained(read, given, stated) {
        return None;
    }
    ledger.add("change", agrees, read.place(given), [('+', read.place(to)), ('−', read.place(from))]);
    if agrees {
        return None;
    }
    let scale = Decimal::from(10_u64.checked_pow(if given.unit == "%" { 0 } else { given.scale })?);
    let suffix = given.suffix(text);
    let figure = |amount: &Amount<'_>| text[amount.range.clone()].to_owned();
    let right = match given.unit {
        "%" => numbers::rounded(right.value, given.number.scale()),
        _ => (right.value / scale).normalize(),
    };
    let problem = SumProblem::Change {
        from: figure(from),
        to: figure(to),
        shown: numbers::change(given.number.abs()) + suffix,
        right: numbers::change(right) + suffix,
    };
    let diagnostic = Diagnostic::new(problem, read.place(given));
    let places = [from, to].map(|amount| read.place(amount));
    Some(places.into_iter().fold(diagnostic, |it, place| it.related(place, Relation::Part)))
}

fn rate(given: &Amount<'_>) -> Reach {
    Reach { value: given.number.abs(), slack: Decimal::new(5, given.number.scale() + 1) }
}

/// `4,500천원(전년 대비 500천원(12.5%) 증가)`: what it was before follows from both.
fn by_words(read: &Read<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = read.content();
    let said = read.amounts.windows(3).filter_map(|three| {
        let [now, change, shown] = three else { return None };
        let opens = text[now.range.end..change.range.start].trim();
        let beside = matches!(text[change.range.end..shown.range.start].trim(), "(" | ", " | ",");
        let compared = opens.starts_with('(')
            && ["대비", "보다", "전년"].iter().any(|word| opens.contains(word))
            && opens.chars().count() < NEAR;
        let rest: String = text[shown.range.end..].chars().take(10).collect();
        let alike = now.unit == change.unit && shown.unit == "%" && change.unit != "%";
        if !(beside && compared && alike && says_change(&rest)) {
            return None;
        }
        let (now_reach, size) = (reach(now)?, reach(change)?);
        let fell = falls(&rest) || change.number.is_sign_negative();
        let size = Reach { value: size.value.abs(), ..size };
        let before = if fell { now_reach.plus(size)? } else { now_reach.minus(size)? };
        let right = size.over(before)?.scaled(Decimal::ONE_HUNDRED)?;
        let agrees = right.meets(rate(shown));
        if !agrees && is_explained(read, shown, rate(shown)) {
            return None;
        }
        ledger.add("change", agrees, read.place(shown), [('÷', read.place(change)), ('÷', read.place(now))]);
        if agrees {
            return None;
        }
        let unit = change.suffix(text);
        let scale = Decimal::from(10_u64.checked_pow(change.scale)?);
        let problem = SumProblem::Change {
            from: numbers::change((before.value / scale).normalize()) + unit,
            to: text[now.range.clone()].to_owned(),
            shown: numbers::change(shown.number.abs()) + "%",
            right: numbers::change(numbers::rounded(right.value, shown.number.scale())) + "%",
        };
        let diagnostic = Diagnostic::new(problem, read.place(shown));
        let places = [now, change].map(|amount| read.place(amount));
        Some(places.into_iter().fold(diagnostic, |it, place| it.related(place, Relation::Part)))
    });
    said.collect()
}
