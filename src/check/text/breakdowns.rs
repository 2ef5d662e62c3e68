//! A figure equals the parts in the brackets after it, `82,014천원(운영비 48,820천원, 실비 38,194천원)`, at every level of brackets.

use rust_decimal::Decimal;

use super::lists::{List, lists, reach};
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::number::figures;
use crate::check::reach::Reach;
use crate::check::read::amount::Amount;
use crate::check::read::words::{compares, is_open, is_trait, squeezed};
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};

/// Units that name a place in an order or on a scale, so that nothing adds up to them.
const NOT_ADDED: [&str; 14] = ["%", "급", "세", "층", "월", "년", "호", "번", "차", "위", "배", "년차", "점", "시"];
/// What stands beside what has a trait: `남성 3명, 여성 4명` adds up.
const OTHERS: [&str; 5] = ["남", "비장애", "기존", "내국", "계속"];

/// Looks at every text.
pub(in crate::check) fn breakdowns(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            let said = of_text(read, table.is_some(), &mut found.ledger);
            said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
        }
    }
}

fn of_text(read: &Read<'_>, in_cell: bool, ledger: &mut Ledger) -> Vec<Diagnostic> {
    lists(read).iter().flat_map(|list| of_list(read, list, in_cell, ledger)).collect()
}

fn of_list(read: &Read<'_>, list: &List<'_, '_>, in_cell: bool, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = read.content();
    let said = |piece: &std::ops::Range<usize>| &text[piece.clone()];
    if list.inside.len() < 2 || list.pieces.iter().any(|piece| compares(said(piece)) || is_reckoned(said(piece))) {
        return Vec::new();
    }
    // A piece without a figure leaves room for what isn't said.
    let open = list
        .pieces
        .iter()
        .any(|piece| is_open(said(piece)) || list.of_piece(piece).next().is_none() && !names_nothing(said(piece)));
    let whole = || {
        list.before
            .iter()
            .copied()
            .filter(|total| !NOT_ADDED.contains(&total.unit) && (in_cell || !total.unit.is_empty()))
    };
    // Parts that name their unit are of the figure in it.
    let mut found = Vec::new();
    for total in whole().filter(|total| !total.unit.is_empty()) {
        if let Some(parts) = named(list, total).filter(|_| list.adjacent || total.range == list.before[0].range) {
            found.extend(judged(read, list, total, &parts, open, ledger));
        }
    }
    if !found.is_empty() || whole().any(|total| named(list, total).is_some()) {
        return found;
    }
    // Others may be of any of the figures before them.
    let Some(parts) = unnamed(list, open).filter(|_| list.adjacent) else { return found };
    let fitting =
        |total: &&Amount<'_>| scaled(&parts, total).is_some_and(|parts| fits(list, total, &parts) == Some(true));
    if let Some(total) = whole().find(fitting) {
        enter(read, total, &parts, true, ledger);
        return found;
    }
    if let Some(total) = whole().next().filter(|total| total.range == list.before[0].range) {
        found.extend(judged(read, list, total, &parts, open, ledger));
    }
    found
}

/// Whether a piece is only a sign or a figure of another kind: a date, a share in brackets.
fn names_nothing(piece: &str) -> bool {
    !piece.chars().any(char::is_alphabetic)
}

/// Whether a piece is reckoned from others or compares them: `3명 × 5일`, `2021년 280명 → 2022년 250명`, `각 10명`.
fn is_reckoned(piece: &str) -> bool {
    piece.contains(['→', '⇒', '➔', '➡', '×', '=', '~', '∼', '→'])
        || ["각 ", "씩", "당 ", "인당", "회당", "현재"].iter().any(|word| piece.contains(word))
        || ["총", "전체", "계 "].iter().any(|word| piece.trim_start().starts_with(word))
}

/// The parts in the unit of a total, if there are two at least, and every other piece has a figure of its own.
fn named<'r, 'a>(list: &List<'r, 'a>, total: &Amount<'_>) -> Option<Vec<&'r Amount<'a>>> {
    let mut parts = Vec::new();
    for piece in &list.pieces {
        let before = parts.len();
        parts.extend(list.of_piece(piece).filter(|amount| amount.unit == total.unit));
        if parts.len() == before {
            // `7급 1` among `6급 2명`: the total says the unit.
            parts.extend(list.of_piece(piece).filter(|amount| amount.unit.is_empty() && amount.scale == 0).last());
        }
    }
    let explicit = parts.iter().filter(|part| part.unit == total.unit).count();
    (explicit > 0 && parts.len() > 1).then_some(parts)
}

/// One part without a unit for each piece.
fn unnamed<'r, 'a>(list: &List<'r, 'a>, open: bool) -> Option<Vec<&'r Amount<'a>>> {
    let last = |piece| list.of_piece(piece).filter(|amount| amount.unit.is_empty() && amount.scale == 0).last();
    let mut parts = Vec::new();
    for piece in &list.pieces {
        match last(piece) {
            Some(part) => parts.push(part),
            None if open => {}
            None => return None,
        }
    }
    (parts.len() > 1).then_some(parts)
}

/// What parts come to; without units of their own they have the total's, with its scale.
fn scaled(parts: &[&Amount<'_>], total: &Amount<'_>) -> Option<Vec<Reach>> {
    let scale = Decimal::from(10_u64.checked_pow(total.scale)?);
    let rounded = total.is_rounded() == Some(true);
    let of = |part: &&Amount<'_>| match part.unit.is_empty() && !total.unit.is_empty() {
        true => {
            let slack =
                if rounded { Decimal::new(5, part.number.scale() + 1).checked_mul(scale)? } else { Decimal::ZERO };
            Some(Reach { value: part.number.checked_mul(scale)?, slack })
        }
        false => reach(part),
    };
    let reaches: Vec<Reach> = parts.iter().map(of).collect::<Option<_>>()?;
    // Who writes one of them to the 만원 means 6억원 to be that.
    let finest = reaches.iter().map(|part| part.slack).chain([reach(total)?.slack]).min()?;
    Some(reaches.into_iter().map(|part| Reach { slack: part.slack.min(finest), ..part }).collect())
}

/// Whether a total is the sum of its parts, of the first of them, or of them and what follows the bracket: `23명(동장 1, …), 무기계약 7명`.
fn fits(list: &List<'_, '_>, total: &Amount<'_>, parts: &[Reach]) -> Option<bool> {
    let whole = reach(total)?;
    let mut sum = Reach::exact(Decimal::ZERO);
    // `2종(8,000부 인쇄, 사진 2종)`: among pieces that count other things, one that is the total itself only says it again.
    let again = parts.len() < list.pieces.len() && parts.iter().any(|part| part.value == whole.value);
    if again {
        return Some(true);
    }
    for (index, part) in parts.iter().enumerate() {
        sum = sum.plus(*part)?;
        if index > 0 && whole.meets(sum) {
            return Some(true);
        }
    }
    for later in list.after.iter().filter(|later| later.unit == total.unit) {
        sum = sum.plus(reach(later)?)?;
        if whole.meets(sum) {
            return Some(true);
        }
    }
    Some(false)
}

fn judged(
    read: &Read<'_>,
    list: &List<'_, '_>,
    total: &Amount<'_>,
    parts: &[&Amount<'_>],
    open: bool,
    ledger: &mut Ledger,
) -> Option<Diagnostic> {
    let text = read.content();
    let reaches = scaled(parts, total)?;
    if fits(list, total, &reaches)? {
        enter(read, total, parts, true, ledger);
        return None;
    }
    if overlap(text, list) {
        return None;
    }
    let values: Vec<Decimal> = reaches.iter().map(|part| part.value).collect();
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part))?;
    let off = total.value()?.checked_sub(sum)?;
    if (open && off.is_sign_positive()) || is_far(total.value()?, sum) {
        return None;
    }
    enter(read, total, parts, false, ledger);
    let figures = figures(text, total, &values, off)?;
    let problem = if open { SumProblem::Exceeds { figures } } else { SumProblem::Text { figures } };
    let diagnostic = Diagnostic::new(problem, read.place(total));
    Some(parts.iter().fold(diagnostic, |it, part| it.related(read.place(part), Relation::Part)))
}

fn enter(read: &Read<'_>, total: &Amount<'_>, parts: &[&Amount<'_>], agrees: bool, ledger: &mut Ledger) {
    ledger.add("text-sum", agrees, read.place(total), parts.iter().map(|part| ('+', read.place(part))));
}

/// Whether the parts may have members in common: `위촉 18명, 여성 11명`; `남성 3명, 여성 4명` hasn't.
fn overlap(text: &str, list: &List<'_, '_>) -> bool {
    let words: Vec<String> = list.pieces.iter().map(|piece| squeezed(&text[piece.clone()])).collect();
    let complete = words.iter().any(|word| OTHERS.iter().any(|other| word.starts_with(other)));
    !complete && words.iter().any(|word| is_trait(word))
}

/// Whether sum and total are of different sizes altogether, so that the one is no breakdown of the other.
fn is_far(total: Decimal, sum: Decimal) -> bool {
    let five = Decimal::from(5);
    let (total, sum) = (total.abs(), sum.abs());
    total.checked_mul(five).is_none_or(|most| sum > most) || sum.checked_mul(five).is_none_or(|most| total > most)
}
