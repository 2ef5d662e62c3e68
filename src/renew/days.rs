//! Days whose year moves on: their weekday is that of the new year, a range that ends later still does, and a day that the new year doesn't have remains to
//! be filled in.

use std::ops::Range;

use jiff::civil::Date;

use super::CarryOver;
use super::edit::Edits;
use crate::check::read::date::{Dated, Style, dates};
use crate::decode::Typed;
use crate::figure::weekday_name;
use crate::report::TO_FILL;

/// Changes the days of a text whose years are moved on elsewhere.
pub(super) fn days(text: &Typed, within: Range<usize>, carry: CarryOver<'_>, edits: &mut Edits) {
    let content = &text.content[within.clone()];
    let days = dates(content);
    let mut moved: Vec<bool> = Vec::with_capacity(days.len());
    let mut replace = |range: Range<usize>, with: &str| {
        edits.replace_in(text, within.start + range.start..within.start + range.end, with);
    };
    let later = i16::try_from(carry.to).unwrap_or(0) - i16::try_from(carry.from).unwrap_or(0);
    for day in &days {
        let begins_moved = day.from.and_then(|from| moved.get(from)).copied();
        let moves = is_moved(day, begins_moved, carry);
        moved.push(moves);
        let Some(year) = day.year.filter(|_| moves).or_else(|| i16::try_from(carry.from).ok().filter(|_| moves)) else {
            continue;
        };
        let new = year + later;
        if day.own_year && year != i16::try_from(carry.from).unwrap_or(0) {
            replace(day.range.start..day.range.start + 4, &new.to_string());
        }
        let (Some(month), Some(of_month)) = (day.month, day.day) else { continue };
        match (Date::new(new, month, of_month), &day.weekday) {
            (Ok(date), Some((old, range))) if date.weekday() != *old => {
                replace(range.clone(), weekday_name(date.weekday()).encode_utf8(&mut [0; 4]));
            }
            (Ok(_), _) => {}
            (Err(_), _) if Date::new(year, month, of_month).is_ok() => replace(with_weekday(content, day), TO_FILL),
            // It was no day before either.
            (Err(_), _) => {}
        }
    }
}

/// Whether the year of a day is moved on: it is the report's, or that of the end of a range whose beginning is moved on.
fn is_moved(day: &Dated, begins_moved: Option<bool>, carry: CarryOver<'_>) -> bool {
    let from = i16::try_from(carry.from).unwrap_or(0);
    match (day.own_year, day.year) {
        // `'21` is left as it is, and so is its weekday.
        (true, _) if day.style == Style::ShortYear => false,
        (true, Some(year)) => year == from || (year > from && begins_moved == Some(true)),
        (false, Some(_)) => begins_moved == Some(true),
        // Of no year: of the report's, where its weekday says so.
        (_, None) => match (day.month, day.day, &day.weekday) {
            (Some(month), Some(of_month), Some((weekday, _))) => {
                Date::new(from, month, of_month).is_ok_and(|date| date.weekday() == *weekday)
            }
            _ => false,
        },
    }
}

/// The bytes of a day with its weekday's brackets: `2021. 4. 7.(수)`.
pub(super) fn with_weekday(text: &str, day: &Dated) -> Range<usize> {
    let Some((_, range)) = &day.weekday else { return day.range.clone() };
    let after = &text[range.end..];
    let named = after.strip_prefix("요일").unwrap_or(after);
    // A bracket that says more than the weekday stays.
    match named.strip_prefix(')') {
        Some(rest) => day.range.start..text.len() - rest.len(),
        None => day.range.clone(),
    }
}
