//! The years that a date without one may be of: that of its line, its heading, its section, the report.

use crate::check::read::{LineKind, Read, Reading, Section};
use crate::model::report::{CoverDate, Text};
use crate::read::prose::{Dated, dates};

/// The likeliest first; none where nothing tells. A heading that names one leaves no other.
pub(super) fn years(
    reading: &Reading<'_>,
    section: &Section<'_>,
    line: Option<usize>,
    read: &Read<'_>,
    index: usize,
) -> Vec<i16> {
    if let Some(before) = read.dates[..index].iter().rev().find(|date| date.own_year) {
        return following(before, &read.dates[index]);
    }
    let is_heading = |at: usize| section.lines[at].kind == LineKind::Heading;
    let heading = line.and_then(|at| if is_heading(at) { Some(at) } else { section.lines[at].heading });
    let title = section.title().filter(|title| title.kind == LineKind::Title);
    let headings = heading.map(|at| &section.lines[at].read).into_iter().chain(title.map(|title| &title.read));
    for heading in headings {
        let named = named(heading);
        if let [year] = named[..] {
            return vec![year];
        }
    }
    let report = of_report(reading);
    if !report.is_empty() {
        return report;
    }
    // Two days at least of the lines beside it, all of one year.
    let Some(line) = line.filter(|at| std::ptr::eq(&section.lines[*at].read, read)) else { return Vec::new() };
    let beside = section.lines.iter().filter(|other| other.heading == section.lines[line].heading);
    let days = beside.flat_map(|line| &line.read.dates).filter(|it| it.own_year);
    let full = days.clone().filter(|it| it.day.is_some()).count();
    let mut own: Vec<i16> = days.filter_map(|it| it.year).collect();
    own.sort_unstable();
    own.dedup();
    if own.len() == 1 && full > 1 { own } else { Vec::new() }
}

/// What follows a date with its year in one text is of that year, or of the next where its month is an earlier one.
fn following(before: &Dated, date: &Dated) -> Vec<i16> {
    let Some(year) = before.year else { return Vec::new() };
    match before.month.zip(date.month).is_some_and(|(first, second)| second < first) {
        true => vec![year, year + 1],
        false => vec![year],
    }
}

/// The years that a text names, `2025년`, `2025. 6.`, and a bare `2025` that begins it or stands between blanks.
fn named(read: &Read<'_>) -> Vec<i16> {
    let dated = read.dates.iter().filter(|date| date.own_year).filter_map(|date| date.year);
    let bare = read.content().split(|c: char| c.is_whitespace() || matches!(c, '(' | ')')).filter_map(|word| {
        let year: i16 = if word.len() == 4 { word.parse().ok()? } else { return None };
        (1950..2100).contains(&year).then_some(year)
    });
    let mut years: Vec<i16> = dated.chain(bare).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The years of the cover. What is handed in early in a year is of the year before too, what is handed in late plans the next.
fn of_report(reading: &Reading<'_>) -> Vec<i16> {
    let cover = &reading.report.cover;
    let first = |text: &Text| dates(&text.content).into_iter().find(|date| date.own_year);
    let title = first(&cover.title).and_then(|date| date.year);
    let mut years: Vec<i16> = title.into_iter().chain(cover.dated.map(|date| date.year)).collect();
    if let Some(CoverDate { year, month, .. }) = cover.dated {
        let month = month.unwrap_or(1);
        years.extend((month <= 3).then_some(year - 1));
        years.extend((month >= 9).then_some(year + 1));
    }
    years
}
