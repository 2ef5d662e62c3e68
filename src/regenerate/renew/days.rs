//! Days whose year moves on: their weekday is that of the new year, a range that ends later still does, and a day that the new year doesn't have remains to
//! be filled in.

use std::ops::Range;

use jiff::civil::Date;

use super::CarryOver;
use crate::model::report::TO_FILL;
use crate::read::numbers::weekday_name;
use crate::read::prose::{DateStyle, Dated, dates};

/// Changes the days of a text whose report's year is moved on elsewhere: calls `replace` with bytes of it and what stands there instead.
pub(super) fn days(text: &str, carry: CarryOver<'_>, mut replace: impl FnMut(Range<usize>, &str)) {
    // Years have four digits.
    let [from, to] = [carry.from, carry.to].map(|year| i16::try_from(year).unwrap_or(i16::MAX));
    let mut moved: Vec<bool> = Vec::new();
    for day in &dates(text) {
        let begins_moved = day.from.and_then(|begins| moved.get(begins)).copied();
        moved.push(is_moved(day, begins_moved, from));
        if moved.last() != Some(&true) {
            continue;
        }
        let year = day.year.unwrap_or(from);
        let new = year + (to - from);
        if day.own_year && year != from {
            replace(day.range.start..day.range.start + 4, &new.to_string());
        }
        let (Some(month), Some(of_month)) = (day.month, day.day) else { continue };
        match (Date::new(new, month, of_month), &day.weekday) {
            (Ok(date), Some((old, range))) if date.weekday() != *old => {
                replace(range.clone(), weekday_name(date.weekday()).encode_utf8(&mut [0; 4]));
            }
            (Ok(_), _) => {}
            (Err(_), _) if Date::new(year, month, of_month).is_ok() => replace(with_weekday(text, day), TO_FILL),
            // It was no day before either.
            (Err(_), _) => {}
        }
    }
}

/// Whether the year of a day is moved on: it is the report's, or that of the end of a range whose beginning is moved on.
fn is_moved(day: &Dated, begins_moved: Option<bool>, from: i16) -> bool {
    match (day.own_year, day.year) {
        // `'21` is left as it is, and so is its weekday.
        (true, _) if day.style == DateStyle::ShortYear => false,
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
