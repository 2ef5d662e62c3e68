//! Lists in brackets behind figures: `82,014천원(운영비 48,820천원, 실비 38,194천원)`, at every level of brackets.

use std::ops::Range;

use crate::check::reach::Reach;
use crate::check::read::Read;
use crate::check::read::amount::Amount;
use crate::check::read::bracket::{Bracket, brackets};

/// Deeper brackets are not looked into: no breakdown has as many, and each level is read for its own words.
const DEEPEST: usize = 4;
/// Longer words between a figure and its bracket say something else: `12명 채용(…)`, but `12명이 참여한 행사(…)`.
const LONGEST_WORD: usize = 4;

/// A list in brackets with the figures that stand right before it.
pub(super) struct List<'r, 'a> {
    /// The figures before it, the nearest first: `3회 40개소(`.
    pub before: Vec<&'r Amount<'a>>,
    /// Whether nothing stands between the nearest and the bracket.
    pub adjacent: bool,
    /// Its pieces, without what stands in brackets within.
    pub pieces: Vec<Range<usize>>,
    /// The figures in it, without those in brackets within.
    pub inside: Vec<&'r Amount<'a>>,
    /// The figures that follow it at the level of those before it.
    pub after: Vec<&'r Amount<'a>>,
    /// What stands between its brackets.
    pub content: Range<usize>,
}

/// What a figure of a text stands for.
pub(super) fn reach(amount: &Amount<'_>) -> Option<Reach> {
    let slack = if amount.is_rounded() == Some(true) { amount.half_step()? } else { rust_decimal::Decimal::ZERO };
    Some(Reach { value: amount.value()?, slack })
}

/// The lists of a text that stand behind figures.
pub(super) fn lists<'r, 'a>(read: &'r Read<'a>) -> Vec<List<'r, 'a>> {
    let text = read.content();
    if read.amounts.is_empty() || !text.contains(['(', '（']) {
        return Vec::new();
    }
    let (brackets, _) = brackets(text);
    let around = around(&brackets, &read.amounts);
    let mut inside: Vec<Vec<&Amount<'_>>> = vec![Vec::new(); brackets.len()];
    for (amount, at) in read.amounts.iter().zip(&around) {
        at.iter().for_each(|at| inside[*at].push(amount));
    }
    let lists = brackets.iter().enumerate().filter(|(_, bracket)| bracket.is_round() && bracket.depth < DEEPEST);
    let lists = lists.filter_map(|(index, bracket)| {
        let (before, adjacent) = before(read, bracket, &around)?;
        let inside = std::mem::take(&mut inside[index]);
        let pieces = pieces(text, bracket, &brackets, &inside);
        let first = read.amounts.partition_point(|amount| amount.range.start < bracket.close);
        let end = bracket.inside.map_or(text.len(), |outer| brackets[outer].close);
        let following = read.amounts[first..].iter().zip(&around[first..]);
        let after =
            following.take_while(|(amount, _)| amount.range.start < end).filter(|(_, at)| **at == bracket.inside);
        let after = after.map(|(amount, _)| amount).take(8).collect();
        Some(List { before, adjacent, pieces, inside, after, content: bracket.content() })
    });
    lists.collect()
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

/// The amounts right before a bracket, at its own level, the nearest first; and whether nothing stands between.
fn before<'r, 'a>(
    read: &'r Read<'a>,
    bracket: &Bracket,
    around: &[Option<usize>],
) -> Option<(Vec<&'r Amount<'a>>, bool)> {
    let text = read.content();
    let last = read.amounts.partition_point(|amount| amount.range.end <= bracket.open).checked_sub(1)?;
    let nearest = &read.amounts[last];
    let between = text[nearest.range.end..bracket.open].trim();
    let word = between.chars().count() <= LONGEST_WORD && between.chars().all(char::is_alphabetic);
    if !word || around[last] != bracket.inside {
        return None;
    }
    let mut before = vec![nearest];
    for index in (0..last).rev() {
        let (amount, next) = (&read.amounts[index], &read.amounts[index + 1]);
        let between = text[amount.range.end..next.range.start].trim();
        if !matches!(between, "" | "/" | "," | "·") || around[index] != bracket.inside || before.len() > 3 {
            break;
        }
        before.push(amount);
    }
    Some((before, between.is_empty()))
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
        if matches!(character, ',' | '，' | '、' | '/' | ';' | '+' | '\n') && !in_amount {
            pieces.push(start..at);
            start = at + character.len_utf8();
        }
        at += character.len_utf8();
    }
    pieces.push(start..content.end);
    pieces.retain(|piece| !text[piece.clone()].trim().is_empty());
    pieces
}

impl<'r, 'a> List<'r, 'a> {
    /// The figures of a piece.
    pub(crate) fn of_piece(&self, piece: &Range<usize>) -> impl Iterator<Item = &'r Amount<'a>> {
        let first = self.inside.partition_point(|amount| amount.digits_start() < piece.start);
        let end = piece.end;
        self.inside[first..].iter().copied().take_while(move |amount| amount.digits_start() < end)
    }
}
