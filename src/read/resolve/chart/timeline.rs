//! The tasks of a timeline, from its lines.

use super::lines::{lines, parted, parted_at_figures, trimmed};
use super::times::times;
use crate::diag::{ChartProblem, Diagnostic, Diagnostics, KeyProblem, Relation, TimelineProblem};
use crate::model::report::Text;
use crate::model::report::chart::{Month, Row, Task, Time, Timeline};
use crate::model::source::Span;
use crate::read::decode::Typed;
use crate::read::def::TimelineDef;
use crate::read::outline;

/// Lines that a page could hold with room to spare.
const MOST_LINES: usize = 120;
/// Months that a page is wide enough for: ten years.
const MOST_MONTHS: u32 = 120;

/// The timeline, or `None` after reporting what keeps it from being one.
pub(super) fn timeline(def: &TimelineDef, sink: &mut Diagnostics) -> Option<Timeline<Text>> {
    let typed = &def.tasks;
    if typed.is_blank() {
        sink.report(KeyProblem::EmptyText { key: "tasks" }, typed.span());
        return None;
    }
    let period = def.period.as_ref().and_then(|period| Some((months(period, sink)?, period.span())));
    let rows = rows(typed, period, sink)?;
    let (mut first, mut last): (Option<Month>, Option<Month>) = (None, None);
    for time in rows.iter().flat_map(Row::times) {
        first = first.into_iter().chain([time.from.month]).min();
        last = last.into_iter().chain([time.to.month]).max();
    }
    let (first, last) = period.map(|(months, _)| months).or(first.zip(last))?;
    if last.since(first) >= MOST_MONTHS {
        let span = period.map_or(typed.span(), |(_, span)| span);
        sink.report(TimelineProblem::TooLong { most: MOST_MONTHS }, span);
        return None;
    }
    Some(Timeline { first, last, rows })
}

type Months = (Month, Month);

/// The months of a period.
fn months(period: &Typed, sink: &mut Diagnostics) -> Option<Months> {
    let found = times(period, trimmed(&period.content, 0..period.content.len()), sink);
    match &found[..] {
        [(Time { from, to, note: None, .. }, _)] if from.day.is_none() => return Some((from.month, to.month)),
        [(Time { note: None, .. }, _)] => sink.report(TimelineProblem::PeriodOfDays {}, period.span()),
        [] => {}
        _ => sink.report(TimelineProblem::BadTime {}, period.span()),
    }
    None
}

/// All rows, or `None` where there are too many.
fn rows(typed: &Typed, period: Option<(Months, Span)>, sink: &mut Diagnostics) -> Option<Vec<Row<Text>>> {
    let mut rows: Vec<Row<Text>> = Vec::new();
    // The group that no task stands below yet.
    let mut empty: Option<Span> = None;
    for (count, line) in lines(typed, &['-']).enumerate() {
        let at = typed.place(line.whole.clone());
        if count == MOST_LINES {
            sink.report(ChartProblem::TooMany { most: MOST_LINES }, at);
            return None;
        }
        if !line.indent.is_empty() {
            sink.report(TimelineProblem::Indented {}, at);
        }
        if line.sign.is_none() {
            if let Some(group) = empty.replace(at) {
                sink.report(TimelineProblem::EmptyGroup {}, group);
            }
            rows.push(Row::Group(outline::marked(typed, &[line.text], sink)));
            continue;
        }
        empty = None;
        let content = &typed.content;
        let parts = parted_at_figures(content, line.text.clone()).or_else(|| parted(content, line.text));
        let Some((name, when)) = parts else {
            sink.report(TimelineProblem::NoTime {}, at);
            continue;
        };
        let name = outline::marked(typed, &[name], sink);
        let times = times(typed, when, sink);
        if let Some(((first, last), shown)) = period {
            let outside = times.iter().filter(|(time, _)| time.from.month < first || time.to.month > last);
            for (_, range) in outside {
                let found = Diagnostic::new(TimelineProblem::Outside {}, typed.place(range.clone()));
                sink.push(found.related(shown, Relation::Defined));
            }
        }
        rows.push(Row::Task(Task { name, times: times.into_iter().map(|(time, _)| time).collect() }));
    }
    if let Some(group) = empty {
        sink.report(TimelineProblem::EmptyGroup {}, group);
    }
    Some(rows)
}
