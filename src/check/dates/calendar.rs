//! Days exist, fall on the weekday beside them, and end their range after it began.

use jiff::civil::Date;

use super::shown;
use crate::check::found::Found;
use crate::check::read::{Read, Reading};
use crate::diag::{DateProblem, Diagnostic, Relation};
use crate::read::numbers::weekday_name;
use crate::read::prose::Dated;

/// Looks at every text.
pub(in crate::check) fn calendar(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            for (index, date) in read.dates.iter().enumerate() {
                let said = no_such_day(read, date)
                    .or_else(|| weekday(read, date, reading.year))
                    .into_iter()
                    .chain(backwards(read, date))
                    .chain(length(read, index, date));
                said.for_each(|diagnostic| found.push(section, table, diagnostic));
            }
        }
    }
}

fn no_such_day(read: &Read<'_>, date: &Dated) -> Option<Diagnostic> {
    let month = date.month?;
    // A leap year has every day that some year has.
    let day = Date::new(date.year.unwrap_or(2024), month, date.day.unwrap_or(1));
    let problem = DateProblem::NoSuchDay { date: shown(date) };
    day.is_err().then(|| Diagnostic::new(problem, read.text.place(date.range.clone())))
}

/// A date without a year is of the report's, or of the years beside it.
fn weekday(read: &Read<'_>, date: &Dated, year: Option<i16>) -> Option<Diagnostic> {
    let (weekday, range) = date.weekday.clone()?;
    let (month, day) = (date.month?, date.day?);
    let in_year = |year: i16| Date::new(year, month, day).ok().map(Date::weekday);
    let right = match date.year {
        Some(year) => in_year(year)?,
        None => {
            let year = year?;
            let near = [year, year - 1, year + 1];
            if near.into_iter().any(|year| in_year(year) == Some(weekday)) {
                return None;
            }
            in_year(year)?
        }
    };
    let problem = DateProblem::Weekday { date: shown(date), shown: weekday_name(weekday), right: weekday_name(right) };
    (right != weekday).then(|| Diagnostic::new(problem, read.text.place(range)))
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
fn length(read: &Read<'_>, index: usize, date: &Dated) -> Option<Diagnostic> {
    let from = read.dates.get(date.from?)?;
    let (first, last) = (from.civil()?, date.civil()?);
    let end = date.weekday.as_ref().map_or(date.range.end, |(_, range)| range.end + 1);
    let next = read.dates.get(index + 1).map_or(read.content().len(), |next| next.range.start);
    let after = read.amounts.partition_point(|amount| amount.range.start < end);
    let given = read.amounts.get(after).filter(|amount| amount.range.end <= next)?;
    let text = read.content();
    let beside = text.get(end..given.range.start)?.trim() == "(" && text[given.range.end..].starts_with("간)");
    let days = last.duration_since(first).as_hours() / 24 + 1;
    if !beside || given.unit != "일" || given.number == rust_decimal::Decimal::from(days) || days < 1 {
        return None;
    }
    let problem = DateProblem::Length { shown: format!("{}일간", given.number), right: format!("{days}일간") };
    Some(Diagnostic::new(problem, read.text.place(given.range.clone())))
}
