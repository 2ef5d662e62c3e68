//! Years and figures in a text: which are moved on, which are emptied.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::read::decode::Typed;

use super::CarryOver;
use super::days::{days, with_weekday};
use super::edit::Edits;
use crate::model::report::TO_FILL;
use crate::read::prose::dates;
use crate::read::value::{Piece, pieces};

/// What is done to the figures of a text.
#[derive(Clone, Copy)]
pub(super) struct Figures<'a> {
    pub carry: CarryOver<'a>,
    /// The tables of the file that keep last year's figures, since their spreadsheet can't be emptied: what names something in them stays.
    pub kept: &'a BTreeSet<String>,
}

/// A run of digits with what parts them: `5,337,327`, `2021. 3.`, `10. 31.`.
struct Number {
    range: Range<usize>,
    /// Whether it is parted by points, as days are.
    is_day: bool,
}

impl Figures<'_> {
    /// Whether a heading stands above results.
    pub(crate) fn is_of_results(&self, heading: &str) -> bool {
        let heading: String = heading.chars().filter(|letter| !letter.is_whitespace()).collect();
        self.carry.words.results.iter().any(|word| heading.contains(word.content.as_str()))
    }

    /// Moves the report's year on, and its days to their new weekdays.
    pub(crate) fn years(&self, text: &Typed, within: Range<usize>, edits: &mut Edits) {
        let kept = self.expressions(text, |inside| self.kept.iter().any(|name| inside.contains(name.as_str())));
        for (range, year) in years(&text.content[within.clone()]) {
            let range = within.start + range.start..within.start + range.end;
            if year == self.carry.from && !kept.iter().any(|kept| kept.contains(&range.start)) {
                edits.replace_in(text, range, &self.carry.to.to_string());
            }
        }
        days(&text.content[within.clone()], self.carry, |range, with| {
            edits.replace_in(text, within.start + range.start..within.start + range.end, with);
        });
    }

    /// The expressions of a text that are like this.
    fn expressions(&self, text: &Typed, like: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
        let expression = |piece| match piece {
            Piece::Expression(whole, inside) => like(&text.content[inside]).then_some(whole),
            Piece::Text(_) | Piece::Unclosed(_) => None,
        };
        pieces(&text.content).into_iter().filter_map(expression).collect()
    }

    /// The numbers of a stretch of a text, but those that expressions reckon with, by their bytes in it.
    fn numbers(&self, text: &Typed, within: &Range<usize>) -> Vec<Number> {
        let expressions = self.expressions(text, |_| true);
        let mut numbers = numbers(&text.content[within.clone()]);
        numbers.retain(|number| !expressions.iter().any(|it| it.contains(&(within.start + number.range.start))));
        numbers
    }

    /// A line that stays: its year is moved on, its figures are emptied.
    pub(crate) fn line(&self, text: &Typed, within: Range<usize>, edits: &mut Edits) {
        self.years(text, within.clone(), edits);
        let line = &text.content[within.clone()];
        for number in self.numbers(text, &within) {
            if self.is_figure(line, &number) {
                edits.replace_in(text, within.start + number.range.start..within.start + number.range.end, TO_FILL);
            }
        }
    }

    /// A line of results: its figures and days are emptied; one that has none, and is a result of its own, is marked at its end. A year alone is moved on.
    pub(crate) fn result(&self, text: &Typed, within: Range<usize>, is_result: bool, edits: &mut Edits) {
        self.years(text, within.clone(), edits);
        let line = &text.content[within.clone()];
        let mut emptied = false;
        let days = dates(line);
        for number in self.numbers(text, &within) {
            if self.is_figure(line, &number) || number.is_day {
                // The weekday of a day goes with it.
                let day = days.iter().find(|day| number.is_day && day.range.start == number.range.start);
                let end = day.map_or(0, |day| with_weekday(line, day).end).max(number.range.end);
                edits.replace_in(text, within.start + number.range.start..within.start + end, TO_FILL);
                emptied = true;
            }
        }
        if is_result && !emptied && !within.is_empty() {
            edits.mark_after(text, within.end);
        }
    }

    /// `제251회`: which session it will be is for people to say.
    pub(crate) fn session(&self, text: &Typed, edits: &mut Edits) {
        self.years(text, 0..text.content.len(), edits);
        for number in numbers(&text.content) {
            let Range { start, end } = number.range;
            if text.content[..start].ends_with('제') && text.content[end..].starts_with('회') {
                edits.replace_in(text, start..end, TO_FILL);
            }
        }
    }

    /// Whether a number counts or measures something: a unit follows it, or it is parted by commas.
    fn is_figure(&self, line: &str, number: &Number) -> bool {
        let Range { start, end } = number.range;
        if number.is_day || line[..start].ends_with(|before: char| before == '제' || before.is_ascii_alphabetic()) {
            return false;
        }
        let after = line[end..].trim_start();
        // `명칭` is no unit.
        let ends = |unit: &str| {
            after.strip_prefix(unit).is_some_and(|rest| !rest.starts_with(is_syllable) || rest.starts_with(is_particle))
        };
        line[start..end].contains(',') || self.carry.words.units.iter().any(|unit| ends(unit.content.as_str()))
    }
}

fn is_syllable(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

/// What may follow a unit without a blank.
fn is_particle(letter: char) -> bool {
    "이가을를은는의에로과와도씩및".contains(letter)
}

/// The years in a text: four digits, no more, from 1990 to 2099.
pub(super) fn years(text: &str) -> impl Iterator<Item = (Range<usize>, u16)> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    (0..text.len()).filter_map(move |at| {
        let alone = is_digit(at) && (at == 0 || !is_digit(at - 1)) && !is_digit(at + 4);
        let year: u16 = text.get(at..at + 4).filter(|_| alone)?.parse().ok()?;
        // `2,021명` and `2021명` are told apart by what follows only; a figure of that size has a comma.
        (1990..=2099).contains(&year).then_some((at..at + 4, year))
    })
}

/// The numbers of a line.
fn numbers(line: &str) -> Vec<Number> {
    let bytes = line.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        at += digits(at);
        let mut is_day = false;
        // `,123`, `.5`, `. 3.`: what goes on with digits belongs to it.
        loop {
            let blank = usize::from(bytes.get(at) == Some(&b'.') && bytes.get(at + 1) == Some(&b' '));
            let next = match bytes.get(at) {
                Some(b',' | b'.') if digits((at + 1 + blank).min(bytes.len())) > 0 => at + 1 + blank,
                _ => break,
            };
            is_day |= bytes[at] == b'.' && (blank > 0 || bytes.get(next + digits(next)) == Some(&b'.'));
            at = next + digits(next);
        }
        if bytes.get(at) == Some(&b'.') && (is_day || at - start == 4) {
            (at, is_day) = (at + 1, true);
        }
        numbers.push(Number { range: start..at, is_day });
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_days() {
        let found = |line: &'static str| -> Vec<(&str, bool)> {
            numbers(line).into_iter().map(|number| (&line[number.range], number.is_day)).collect()
        };
        assert_eq!(found("사업비 : 5,337,327천원(구비)"), [("5,337,327", false)]);
        assert_eq!(found("사업기간 : 2021. 1. ~ 12."), [("2021. 1.", true), ("12", false)]);
        assert_eq!(found("(10. 31. 현재) 3.5배"), [("10. 31.", true), ("3.5", false)]);
        assert_eq!(found("1,190명, 34명"), [("1,190", false), ("34", false)]);
        assert_eq!(found(""), []);
    }

    #[test]
    fn years_stand_alone() {
        let found: Vec<u16> = years("2021년도 12021 20211 2,021 1850 2022.").map(|(_, year)| year).collect();
        assert_eq!(found, [2021, 2022]);
    }
}
