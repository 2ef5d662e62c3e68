//! Dates and times of spreadsheets: days counted from 1900, and the letters that show them.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::format::Token;
use crate::read::numbers::weekday_name;

const SECONDS_A_DAY: i64 = 86_400;

/// What the letters of a format show of a count of days; `None` where that is no day of the calendar.
pub(super) fn shown(days: Decimal, tokens: &[Token], since_1904: bool) -> Option<String> {
    let seconds = days.checked_mul(Decimal::from(SECONDS_A_DAY))?;
    let seconds = seconds.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()?;
    let (day, second) = (seconds.div_euclid(SECONDS_A_DAY), seconds.rem_euclid(SECONDS_A_DAY));
    let date = date(day, since_1904)?;
    let halves = tokens.contains(&Token::Letters("a/p".into()));
    let mut text = String::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Literal(literal) => text += literal,
            Token::Comma => text.push(','),
            Token::Point => text.push('.'),
            Token::Elapsed(letters) => text += &elapsed(letters, seconds),
            Token::Letters(letters) => text += &shown_by(letters, date, second, halves, is_minute(tokens, index)),
            // Fractions of a second.
            Token::Digit(_) | Token::Percent | Token::General | Token::Unknown => {}
        }
    }
    Some(text.trim().to_owned())
}

/// The day of a count. Excel counts a 29 February 1900, which was none: before it, the count is one behind.
fn date(day: i64, since_1904: bool) -> Option<Date> {
    const LAST: i64 = 2_958_465;
    if !(0..=LAST).contains(&day) {
        return None;
    }
    let (first, day) = match since_1904 {
        true => (Date::new(1904, 1, 1), day),
        false => (Date::new(1899, 12, 30), if day < 60 { day + 1 } else { day }),
    };
    first.ok()?.checked_add(day.days()).ok()
}

/// Whether an `m` means minutes: after hours, or before seconds.
fn is_minute(tokens: &[Token], at: usize) -> bool {
    let letters = |token: &Token| match token {
        Token::Letters(letters) | Token::Elapsed(letters) if letters != "a/p" => letters.chars().next(),
        _ => None,
    };
    let before = tokens[..at].iter().rev().find_map(letters);
    let after = tokens[at + 1..].iter().find_map(letters);
    before == Some('h') || after == Some('s')
}

fn shown_by(letters: &str, date: Date, second: i64, halves: bool, is_minute: bool) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (hour, minute) = (second / 3600, second / 60 % 60);
    let short_hour = if hour % 12 == 0 { 12 } else { hour % 12 };
    let padded = |number: i64| if letters.len() >= 2 { format!("{number:02}") } else { number.to_string() };
    match letters {
        "a/p" => if hour < 12 { "AM" } else { "PM" }.into(),
        "y" | "yy" => format!("{:02}", date.year() % 100),
        _ if letters.starts_with('y') => date.year().to_string(),
        _ if letters.starts_with('m') && is_minute => padded(minute),
        "m" | "mm" => padded(i64::from(date.month())),
        _ if letters.starts_with('m') => MONTHS[date.month() as usize - 1].into(),
        "d" | "dd" => padded(i64::from(date.day())),
        "aaaa" | "dddd" => format!("{}요일", weekday_name(date.weekday())),
        "aaa" | "ddd" => weekday_name(date.weekday()).into(),
        _ if letters.starts_with('h') => padded(if halves { short_hour } else { hour }),
        _ if letters.starts_with('s') => padded(second % 60),
        other => other.into(),
    }
}

fn elapsed(letters: &str, seconds: i64) -> String {
    let count = match letters.chars().next() {
        Some('h') => seconds / 3600,
        Some('m') => seconds / 60,
        _ => seconds,
    };
    format!("{count:0width$}", width = letters.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_spreadsheet() {
        let of = |day, since_1904| date(day, since_1904).map(|date| (date.year(), date.month(), date.day()));
        assert_eq!(of(1, false), Some((1900, 1, 1)));
        assert_eq!(of(59, false), Some((1900, 2, 28)));
        assert_eq!(of(61, false), Some((1900, 3, 1)));
        assert_eq!(of(44_500, false), Some((2021, 10, 31)));
        assert_eq!(of(2_958_465, false), Some((9999, 12, 31)));
        assert_eq!(of(43_038, true), Some((2021, 10, 31)));
        assert_eq!(of(-1, false), None);
    }
}
