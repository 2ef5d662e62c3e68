//! Results are of no day after the day they are given for, and plans of none before.

use jiff::civil::Date;

use super::shown;
use crate::check::found::Found;
use crate::check::read::words::label;
use crate::check::read::{Line, LineKind, Reading, Section, SectionKind};
use crate::diag::{DateProblem, Diagnostic, Relation};
use crate::model::source::Span;
use crate::read::prose::Dated;

/// Looks at every project.
pub(in crate::check) fn as_of(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        if section.kind == SectionKind::Project {
            of_project(section, reading.year).into_iter().for_each(|diagnostic| found.push(index, None, diagnostic));
        }
    }
}

fn of_project(section: &Section<'_>, year: Option<i16>) -> Vec<Diagnostic> {
    let headings = section.lines.iter().enumerate().filter(|(_, line)| line.kind == LineKind::Heading);
    let Some((day, span)) = headings.clone().find_map(|(_, line)| given(line, year)) else { return Vec::new() };
    let mut said = Vec::new();
    for (index, heading) in headings {
        let title = heading.read.content();
        let results = title.contains("실적") && given(heading, year).is_some();
        let plans = title.contains("계획") && !title.contains("실적");
        let lines = section.lines.iter().filter(|line| line.heading == Some(index) && line.kind != LineKind::Heading);
        for line in lines.filter(|_| results || plans) {
            let dates = line.read.dates.iter().enumerate();
            let wrong = dates.filter(|(index, date)| wrong(line, *index, date, day, results));
            said.extend(wrong.map(|(_, date)| diagnostic(line, date, (day, span), results)));
        }
    }
    said
}

/// The day that a heading says it is of: `2021 추진실적 (10. 31. 현재)`.
fn given(heading: &Line<'_>, year: Option<i16>) -> Option<(Date, Span)> {
    let text = heading.read.content();
    let date = heading.read.dates.iter().find(|date| {
        let rest = text[date.range.end..].trim_start();
        date.day.is_some() && (rest.starts_with("현재") || rest.starts_with("기준"))
    })?;
    let day = Date::new(date.year.or(year)?, date.month?, date.day?).ok()?;
    Some((day, heading.read.text.place(date.range.clone())))
}

/// Only a date with its year, alone or at the beginning of its range: a period may go on beyond the day, and has its own label.
fn wrong(line: &Line<'_>, index: usize, date: &Dated, day: Date, results: bool) -> bool {
    let Some((first, last)) = date.span().filter(|_| date.own_year && date.month.is_some()) else { return false };
    let begins = line.read.dates.get(index + 1).is_some_and(|next| next.from == Some(index));
    let is_period =
        label(line.read.content()).is_some_and(|(label, _)| label.contains("기간") || label.contains("만료"));
    match results {
        true => first > day && !is_period && date.from.is_none(),
        // A plan may begin before the day and go on.
        false => last < day && !begins && !is_period && states_when(line, date),
    }
}

/// Whether a date says when its line is done: at its beginning, or at its end after a colon.
fn states_when(line: &Line<'_>, date: &Dated) -> bool {
    let text = line.read.content();
    let ends = text[date.range.end..].trim().is_empty();
    date.from.is_none() && (date.range.start == 0 || ends && text[..date.range.start].trim_end().ends_with(':'))
}

fn diagnostic(line: &Line<'_>, date: &Dated, (day, span): (Date, Span), results: bool) -> Diagnostic {
    let as_of = format!("{}. {}. {}.", day.year(), day.month(), day.day());
    let problem = match results {
        true => DateProblem::AfterAsOf { date: shown(date), as_of },
        false => DateProblem::PlanPast { date: shown(date), as_of },
    };
    Diagnostic::new(problem, line.read.text.place(date.range.clone())).related(span, Relation::AsOf)
}
