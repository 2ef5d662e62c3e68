//! Days exist, fall on the weekday beside them, and end their range after it began.

use jiff::civil::Date;

use super::shown;
use super::years::years;
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::read::{Read, Reading};
use crate::diag::{DateProblem, Diagnostic, Relation};
use crate::read::numbers::weekday_name;
use crate::read::prose::Dated;

/// Looks at every text.
pub(in crate::check) fn calendar(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table, line) in it.texts_by_line() {
            for (index, date) in read.dates.iter().enumerate() {
                let said = no_such_day(read, date)
                    .or_else(|| weekday(read, date, || years(reading, it, line, read, index)))
                    .into_iter()
                    .chain(backwards(read, date))
                    .chain(length(read, index, date, &mut found.ledger))
                    .collect::<Vec<_>>();
                said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
            }
        }
    }
}

fn no_such_day(read: &Read<'_>, date: &Dated) -> Option<Diagnostic> {
    let month = date.month?;
    // `2026. 00. 00.` is to be filled in.
    if month == 0 && date.day.is_none_or(|day| day == 0) {
        return None;
    }
    // A leap year has every day that some year has.
    let day = Date::new(date.year.unwrap_or(2024), month, date.day.unwrap_or(1));
    let problem = DateProblem::NoSuchDay { date: shown(date) };
    day.is_err().then(|| Diagnostic::new(problem, read.text.place(date.range.clone())))
}

/// A date without a year is of its line's, heading's or report's.
fn weekday(read: &Read<'_>, date: &Dated, years: impl Fn() -> Vec<i16>) -> Option<Diagnostic> {
    let (weekday, range) = date.weekday.clone()?;
    let (month, day) = (date.month?, date.day?);
    let in_year = |year: i16| Date::new(year, month, day).ok().map(Date::weekday);
    let years = date.year.map_or_else(years, |year| vec![year]);
    if years.iter().any(|year| in_year(*year) == Some(weekday)) {
        return None;
    }
    let right = years.into_iter().find_map(in_year)?;
    let problem = DateProblem::Weekday { date: shown(date), shown: weekday_name(weekday), right: weekday_name(right) };
    Some(Diagnostic::new(problem, read.text.place(range)))
}

fn backwards(read: &Read<'_>, date: &Dated) -> Option<Diagnostic> {
    let from = read.dates.get(date.from?)?;
    let ((first, _), (_, last)) = (from.span()?, date.span()?);
    let problem = DateProblem::Backwards { from: shown(from), to: shown(date) };
    (last < first).then(|| {
        Diagnostic::new(problem, read.text.place(date.range.clone()))
            .related(read.text.place(from.range.clone()), Relation::First)
    })
}

/// `2021. 3. 25. ~ 4. 7.(14일간)`: first and last day are counted.
fn length(read: &Read<'_>, index: usize, date: &Dated, ledger: &mut Ledger) -> Option<Diagnostic> {
    let from = read.dates.get(date.from?)?;
    let (first, last) = (from.civil()?, date.civil()?);
    let end = date.weekday.as_ref().map_or(date.range.end, |(_, range)| range.end + 1);
    let next = read.dates.get(index + 1).map_or(read.content().len(), |next| next.range.start);
    let after = read.amounts.partition_point(|amount| amount.range.start < end);
    let given = read.amounts.get(after).filter(|amount| amount.range.end <= next)?;
    let text = read.content();
    let beside = text.get(end..given.range.start)?.trim() == "(" && text[given.range.end..].starts_with("간)");
    let days = last.duration_since(first).as_hours() / 24 + 1;
    // Some count the days on which offices are open.
    let open = (0..days.clamp(0, 400)).filter(|day| {
        let weekday = first.checked_add(jiff::Span::new().days(*day)).map(Date::weekday);
        weekday.is_ok_and(|weekday| weekday.to_monday_zero_offset() < 5)
    });
    let counts = [days, open.count() as i64].map(rust_decimal::Decimal::from);
    if !beside || given.unit != "일" || days < 1 {
        return None;
    }
    let places = [('−', read.text.place(from.range.clone())), ('+', read.text.place(date.range.clone()))];
    ledger.add("range-length", counts.contains(&given.number), read.place(given), places);
    if counts.contains(&given.number) {
        return None;
    }
    let problem = DateProblem::Length { shown: format!("{}일간", given.number), right: format!("{days}일간") };
    Some(Diagnostic::new(problem, read.place(given)))
}
