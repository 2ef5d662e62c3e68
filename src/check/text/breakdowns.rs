//! A figure equals the parts in the brackets after it, `82,014천원(운영비 48,820천원, 실비 38,194천원)`, at every level of brackets; and a share in
//! brackets fits the whole that it is of.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::number::{figures, share};
use crate::check::read::amount::Amount;
use crate::check::read::bracket::{Bracket, brackets};
use crate::check::read::words::{compares, is_open};
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// Deeper brackets are not looked into: no breakdown has as many, and each level is read for its own words.
const DEEPEST: usize = 4;
/// Units that name a place in an order or on a scale, so that nothing adds up to them.
const NOT_ADDED: [&str; 12] = ["%", "급", "세", "층", "월", "년", "호", "번", "차", "위", "배", "년차"];

/// Looks at every text.
pub(in crate::check) fn breakdowns(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            for diagnostic in of_text(read, table.is_some()) {
                found.push(section, table, diagnostic);
            }
        }
    }
}

fn of_text(read: &Read<'_>, in_cell: bool) -> Vec<Diagnostic> {
    if read.amounts.len() < 2 {
        return Vec::new();
    }
    let (brackets, _) = brackets(read.content());
    let around = around(&brackets, &read.amounts);
    let mut inside: Vec<Vec<&Amount<'_>>> = vec![Vec::new(); brackets.len()];
    for (amount, at) in read.amounts.iter().zip(&around) {
        at.iter().for_each(|at| inside[*at].push(amount));
    }
    let mut said = Vec::new();
    for (index, bracket) in brackets.iter().enumerate() {
        if !bracket.is_round() || bracket.depth >= DEEPEST {
            continue;
        }
        let Some(total) = before(read, bracket, &around, in_cell) else { continue };
        let pieces = pieces(read.content(), bracket, &brackets, &inside[index]);
        said.extend(breakdown(read, total, &pieces, &inside[index]));
        said.extend(single_share(read, total, &inside[index]));
    }
    said
}

/// For each amount the innermost bracket that it stands in.
fn around(brackets: &[Bracket], amounts: &[Amount<'_>]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let mut next = 0;
    amounts
        .iter()
        .map(|amount| {
            while let Some(bracket) = brackets.get(next).filter(|bracket| bracket.open < amount.range.start) {
                while open.last().is_some_and(|last| brackets[*last].close < bracket.open) {
                    open.pop();
                }
                open.push(next);
                next += 1;
            }
            while open.last().is_some_and(|last| brackets[*last].close < amount.range.start) {
                open.pop();
            }
            open.last().copied()
        })
        .collect()
}

/// The amount right before a bracket, at its own level, if parts can add up to it.
fn before<'r, 'a>(
    read: &'r Read<'a>,
    bracket: &Bracket,
    around: &[Option<usize>],
    in_cell: bool,
) -> Option<&'r Amount<'a>> {
    let last = read.amounts.partition_point(|amount| amount.range.end <= bracket.open).checked_sub(1)?;
    let amount = &read.amounts[last];
    let adjacent = read.content()[amount.range.end..bracket.open].trim().is_empty();
    let counted = !NOT_ADDED.contains(&amount.unit) && (in_cell || !amount.unit.is_empty());
    (adjacent && counted && around[last] == bracket.inside).then_some(amount)
}

/// The pieces of a list in brackets, without what stands in brackets within.
fn pieces(text: &str, bracket: &Bracket, brackets: &[Bracket], inside: &[&Amount<'_>]) -> Vec<Range<usize>> {
    let content = bracket.content();
    let mut pieces = Vec::new();
    let mut start = content.start;
    let mut nested = brackets.partition_point(|other| other.open < content.start);
    let mut at = content.start;
    let mut amounts = inside.iter().peekable();
    while at < content.end {
        if let Some(inner) = brackets.get(nested).filter(|inner| inner.open <= at && inner.close < content.end) {
            at = inner.close.max(at);
            nested = nested + 1 + brackets[nested + 1..].partition_point(|other| other.open < at);
        }
        while amounts.next_if(|amount| amount.range.end <= at).is_some() {}
        let Some(character) = text[at..].chars().next() else { break };
        let in_amount = amounts.peek().is_some_and(|amount| amount.range.contains(&at));
        if matches!(character, ',' | '，' | '、' | '/' | ';' | '+') && !in_amount {
            pieces.push(start..at);
            start = at + character.len_utf8();
        }
        at += character.len_utf8();
    }
    pieces.push(start..content.end);
    pieces.retain(|piece| !text[piece.clone()].trim().is_empty());
    pieces
}

/// What is wrong where the pieces are parts of the total: all of them are in its unit or have none.
fn breakdown(
    read: &Read<'_>,
    total: &Amount<'_>,
    pieces: &[Range<usize>],
    inside: &[&Amount<'_>],
) -> Option<Diagnostic> {
    let text = read.content();
    if pieces.iter().any(|piece| compares(&text[piece.clone()])) {
        return None;
    }
    let open = pieces.iter().any(|piece| is_open(&text[piece.clone()]));
    let mut parts: Vec<&Amount<'_>> = Vec::new();
    for piece in pieces {
        let first = inside.partition_point(|amount| amount.digits_start() < piece.start);
        let own = || inside[first..].iter().copied().take_while(|amount| amount.digits_start() < piece.end);
        let before = parts.len();
        parts.extend(own().filter(|amount| amount.unit == total.unit));
        if parts.len() == before {
            // `조례 8, 규칙 3`, `7급 1`: the total says the unit.
            parts.extend(own().filter(|amount| amount.unit.is_empty() && amount.scale == 0).last());
        }
        if parts.len() == before && !open && own().next().is_none() {
            return None;
        }
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value(part, total)?))?;
    let off = total.value()?.checked_sub(sum)?;
    if parts.len() < 2 || off.abs() <= slack(total, &parts)? || (open && off.is_sign_positive()) {
        return None;
    }
    let values: Vec<Decimal> = parts.iter().filter_map(|part| value(part, total)).collect();
    let figures = figures(text, total, &values, off)?;
    let problem = if open { SumProblem::Exceeds { figures } } else { SumProblem::Text { figures } };
    let diagnostic = Diagnostic::new(problem, read.text.place(total.range.clone()));
    Some(parts.iter().fold(diagnostic, |it, part| it.related(read.text.place(part.range.clone()), Relation::Part)))
}

/// What a part comes to; without a unit of its own it has the total's, with its scale.
fn value(part: &Amount<'_>, total: &Amount<'_>) -> Option<Decimal> {
    match part.unit.is_empty() && !total.unit.is_empty() {
        true => part.number.checked_mul(Decimal::from(10_u64.checked_pow(total.scale)?)),
        false => part.value(),
    }
}

/// How far a total may be off: nothing, unless it is given in a coarser scale or with fewer decimals than its parts.
fn slack(total: &Amount<'_>, parts: &[&Amount<'_>]) -> Option<Decimal> {
    let finer = parts.iter().any(|part| part.scale < total.scale && !part.unit.is_empty());
    let decimals = parts.iter().any(|part| part.number.scale() > total.number.scale());
    if finer || decimals { total.half_step() } else { Some(Decimal::ZERO) }
}

/// `수령 : 19,933명(79%)`: the share of the only larger figure in its unit before it.
fn single_share(read: &Read<'_>, part: &Amount<'_>, inside: &[&Amount<'_>]) -> Option<Diagnostic> {
    // Of a line with many figures it can't be told which the whole is.
    let [shown] = inside else { return None };
    if read.amounts.len() > 8 {
        return None;
    }
    let alike = read.amounts.iter().filter(|amount| amount.unit == part.unit && amount.range != part.range);
    let mut before = alike.take_while(|amount| amount.range.start < part.range.start);
    let (Some(whole), None) = (before.next(), before.next()) else { return None };
    let (part_value, whole_value) = (part.value()?, whole.value()?);
    let only_share = read.content()[..shown.range.start].ends_with('(') && shown.unit == "%";
    if !only_share || whole_value <= part_value || part_value.is_sign_negative() {
        return None;
    }
    let right = share(part_value, whole_value, shown.number.scale())?;
    let problem = SumProblem::Share {
        shown: numbers::change(shown.number) + "%",
        part: numbers::change(part.number),
        whole: numbers::change(whole.number),
        right: numbers::change(right) + "%",
    };
    (right != shown.number).then(|| {
        Diagnostic::new(problem, read.text.place(shown.range.clone()))
            .related(read.text.place(part.range.clone()), Relation::Part)
            .related(read.text.place(whole.range.clone()), Relation::Whole)
    })
}
