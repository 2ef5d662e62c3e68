//! Columns of times, as statistics are handed out by: `2024.10` is October 2024, `2024.3/4` its third quarter.

use super::files::Placed;

/// A year and a part of it: a month, a quarter, a day; 0 for all of it.
pub(super) type Time = (u16, u16);

/// Whether a column holds times and nothing else: as its head says, or because its cells count months one by one.
pub(super) fn is_of_times(placed: &Placed, rows: &[usize], head: &str, column: usize) -> bool {
    let content = |&row: &usize| {
        let (row, column) = placed.sheet.owner(row, column);
        placed.sheet.cell(row, column).content.as_str()
    };
    let cells: Vec<&str> = rows.iter().map(content).filter(|content| !content.is_empty()).collect();
    if cells.is_empty() {
        return false;
    }
    let says_so = is_head_of_times(head);
    let times: Option<Vec<Time>> = cells.iter().map(|cell| time(cell, says_so)).collect();
    times.is_some_and(|times| says_so || counts_months(&times))
}

/// Whether times are months, each the one after or before that above it or the same, and at least two of them differ.
fn counts_months(times: &[Time]) -> bool {
    let months: Vec<i32> = times.iter().map(|&(year, month)| i32::from(year) * 12 + i32::from(month)).collect();
    let steps: Vec<i32> = months.windows(2).map(|pair| pair[1] - pair[0]).filter(|step| *step != 0).collect();
    steps.first().is_some_and(|first| first.abs() == 1 && steps.iter().all(|step| step == first))
}

/// What heads of times are called.
fn is_head_of_times(head: &str) -> bool {
    const WITHIN: [&str; 10] = ["시점", "연월", "년월", "분기", "기간", "시기", "기준월", "기준일", "일자", "날짜"];
    const ENGLISH: [&str; 5] = ["time", "period", "month", "date", "quarter"];
    let head: String = head.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let is_month = head == "월" || head == "월별" || head.ends_with("월") && head.chars().count() <= 4;
    is_month || WITHIN.iter().any(|word| head.contains(word)) || ENGLISH.contains(&head.as_str())
}

/// The time that a cell says: `2024.10`; where the head says that it is one, `2024.9`, `2024.3/4`, `202410`, `20241031` and `2024` too.
pub(super) fn time(content: &str, is_said: bool) -> Option<Time> {
    let text = content.trim().trim_end_matches('.');
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_number)
    };
    let year = |text: &str| number(text).filter(|year| text.len() == 4 && (1800..2200).contains(year));
    let month = |text: &str| number(text).filter(|month| (1..=12).contains(month));
    if let Some((before, after)) = text.split_once(['.', '-', '/']) {
        let (before, after) = (year(before)?, after.trim());
        return match after.split_once('/') {
            Some((part, of)) => {
                let (part, of) = (number(part)?, number(of)?);
                (is_said && (1..=of).contains(&part) && matches!(of, 2 | 4 | 12)).then_some((before, part))
            }
            None => month(after).filter(|_| is_said || after.len() == 2).map(|month| (before, month)),
        };
    }
    if !is_said {
        return None;
    }
    match text.len() {
        4 => Some((year(text)?, 0)),
        6 => Some((year(text.get(..4)?)?, month(text.get(4..)?)?)),
        8 => {
            let (month, day) = (month(text.get(4..6)?)?, number(text.get(6..)?)?);
            (1..=31).contains(&day).then_some((year(text.get(..4)?)?, month * 100 + day))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_told_from_figures() {
        for (content, said, expected) in [
            ("2024.10", false, Some((2024, 10))),
            ("2024.09", false, Some((2024, 9))),
            ("2024.9", true, Some((2024, 9))),
            ("2024.9", false, None),
            ("2024.3/4", true, Some((2024, 3))),
            ("2024.5/4", true, None),
            ("202410", true, Some((2024, 10))),
            ("20241031", true, Some((2024, 1031))),
            ("2024", true, Some((2024, 0))),
            ("2024", false, None),
            ("2024.13", true, None),
            ("1,024.10", true, None),
            ("가나다라", true, None),
            ("가나", true, None),
        ] {
            assert_eq!(time(content, said), expected, "{content}");
        }
        assert!(counts_months(&[(2023, 12), (2024, 1), (2024, 1), (2024, 2)]));
        assert!(!counts_months(&[(2024, 1), (2024, 7), (2024, 3)]));
    }
}
