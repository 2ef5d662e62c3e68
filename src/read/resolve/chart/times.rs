//! Times as officials type them: `2026. 3. ~ 6. (note)`, `2026. 5. 20.`, several after commas.

use std::ops::Range;

use super::lines::trimmed;
use crate::diag::{Diagnostics, TimelineProblem};
use crate::model::report::Text;
use crate::model::report::chart::{Month, Time, When};
use crate::read::decode::Typed;
use crate::read::outline;

/// The times of a range of a text, those that can't be read reported.
pub(super) fn times(typed: &Typed, range: Range<usize>, sink: &mut Diagnostics) -> Vec<(Time<Text>, Range<usize>)> {
    let mut before: Option<When> = None;
    let mut times = Vec::new();
    for part in parts(&typed.content, range) {
        match time(typed, part.clone(), before, sink) {
            Ok(time) => {
                before = Some(time.to);
                times.push((time, part));
            }
            Err((problem, at)) => {
                sink.report(problem, typed.place(if at.is_empty() { part } else { at }));
                // What a later one leaves out was said by this one.
                break;
            }
        }
    }
    times
}

/// What stands between commas, outside of brackets.
fn parts(content: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut start, mut depth) = (Vec::new(), range.start, 0usize);
    for (at, sign) in content[range.clone()].char_indices() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(trimmed(content, start..range.start + at));
                start = range.start + at + 1;
            }
            _ => {}
        }
    }
    parts.push(trimmed(content, start..range.end));
    parts
}

type Problem = (TimelineProblem, Range<usize>);

/// A time, from a date to another or to its own end, with a note in brackets.
fn time(
    typed: &Typed,
    part: Range<usize>,
    before: Option<When>,
    sink: &mut Diagnostics,
) -> Result<Time<Text>, Problem> {
    let content = &typed.content;
    let open = content[part.clone()].find('(').map(|open| part.start + open);
    let dates = part.start..open.unwrap_or(part.end);
    let note = match open {
        None => None,
        Some(open) => {
            let inner = content[open + 1..part.end].strip_suffix(')').map(|inner| open + 1..open + 1 + inner.len());
            let inner = inner.map(|inner| trimmed(content, inner)).filter(|inner| !inner.is_empty());
            Some(inner.ok_or((TimelineProblem::BadTime {}, open..part.end))?)
        }
    };
    let tilde = content[dates.clone()].find('~').map(|tilde| dates.start + tilde);
    let from = when(content, trimmed(content, dates.start..tilde.unwrap_or(dates.end)), before)?;
    let to = match tilde {
        None => from,
        Some(tilde) => {
            let at = trimmed(content, tilde + 1..dates.end);
            let to = when(content, at.clone(), Some(from))?;
            if to.day.is_some() != from.day.is_some() {
                return Err((TimelineProblem::BadTime {}, at));
            }
            to
        }
    };
    if to < from {
        return Err((TimelineProblem::Backwards {}, trimmed(content, dates)));
    }
    let note = note.map(|note| outline::marked(typed, &[note], sink));
    Ok(Time { from, to, milestone: tilde.is_none() && from.day.is_some(), note })
}

/// A date: numbers that each end with a point. One without its year is as exact as the one before it, which says what it leaves out.
fn when(content: &str, at: Range<usize>, before: Option<When>) -> Result<When, Problem> {
    let bad = || (TimelineProblem::BadTime {}, at.clone());
    let text = content[at.clone()].strip_suffix('.').ok_or_else(bad)?;
    let numbers: Vec<&str> = text.split('.').map(str::trim).collect();
    let digits = |number: &&str| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if !numbers.iter().all(digits) {
        return Err(bad());
    }
    let parsed: Vec<u32> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    let (year, month, day) = match (numbers[0].len() == 4, &parsed[..], before) {
        (true, [year, month], _) => (*year, *month, None),
        (true, [year, month, day], _) => (*year, *month, Some(*day)),
        (false, [month], Some(When { month: before, day: None })) => (before.year(), *month, None),
        (false, [day], Some(When { month: before, day: Some(_) })) => (before.year(), before.number(), Some(*day)),
        (false, [month, day], Some(When { month: before, day: Some(_) })) => (before.year(), *month, Some(*day)),
        _ => return Err(bad()),
    };
    let found = Month::new(year, month).and_then(|month| When::new(month, day));
    found.ok_or((TimelineProblem::NoSuchDay {}, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::report::Origin;
    use crate::model::source::{FileId, Span};

    /// The times of a line as `from-to` with `*` for milestones, or the codes of what is wrong.
    fn read(content: &str) -> Vec<String> {
        let span = Span { file: FileId(0), start: 0, end: content.len() as u32 };
        let typed = Typed { content: content.to_owned(), origin: Origin { span, runs: vec![(0, 0)] } };
        let mut sink = Diagnostics::new();
        let when = |when: When| {
            let day = when.day.map(|day| format!(".{day}")).unwrap_or_default();
            format!("{}.{}{day}", when.month.year(), when.month.number())
        };
        let mut said: Vec<String> = times(&typed, 0..content.len(), &mut sink)
            .into_iter()
            .map(|(time, _)| {
                let note = time.note.map(|note| format!(" {}", note.content)).unwrap_or_default();
                let sign = if time.milestone { "*" } else { "" };
                format!("{}-{}{sign}{note}", when(time.from), when(time.to))
            })
            .collect();
        said.extend(sink.finish().list.iter().map(|found| found.problem.code().to_owned()));
        said
    }

    #[test]
    fn times_are_read_as_officials_type_them() {
        for (typed, read_as) in [
            ("2026. 3.", vec!["2026.3-2026.3"]),
            ("2026. 3. ~ 6.", vec!["2026.3-2026.6"]),
            ("2026.11.~2027.2.", vec!["2026.11-2027.2"]),
            ("2026. 3. 2. ~ 15.", vec!["2026.3.2-2026.3.15"]),
            ("2026. 3. 20. ~ 4. 5.", vec!["2026.3.20-2026.4.5"]),
            ("2026. 5. 20. (착공식, 현장)", vec!["2026.5.20-2026.5.20* 착공식, 현장"]),
            ("2026. 3. ~ 4., 9. ~ 10. (2차)", vec!["2026.3-2026.4", "2026.9-2026.10 2차"]),
            ("2026. 3. 2., 4. 9.", vec!["2026.3.2-2026.3.2*", "2026.4.9-2026.4.9*"]),
        ] {
            assert_eq!(read(typed), read_as, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_is_said() {
        for (typed, code) in [
            ("", "timeline-bad-time"),
            ("3. ~ 6.", "timeline-bad-time"),
            ("2026. 3", "timeline-bad-time"),
            ("2026. 3. ~", "timeline-bad-time"),
            ("2026. 3. ~ 4. 5.", "timeline-bad-time"),
            ("2026. 3. 1. ~ 2026. 4.", "timeline-bad-time"),
            ("2026. 3. ()", "timeline-bad-time"),
            ("2026. 3. (가", "timeline-bad-time"),
            ("2026. 13.", "timeline-no-such-day"),
            ("2026. 2. 29.", "timeline-no-such-day"),
            ("2026. 11. ~ 2.", "timeline-backwards"),
        ] {
            assert_eq!(read(typed), [code], "{typed}");
        }
    }
}
