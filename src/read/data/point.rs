//! Whether a comma in a figure of a text file stands before decimals or between thousands: told by its column, or asked for.

use super::{Cell, CellShape, Point, Remark, Separator, Worksheet};
use crate::read::numbers::digits;

/// What a cell says of commas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// They stand before decimals: `1,5`, `0,75`, `1.234,5`.
    Decimals,
    /// They stand between thousands: `1,234,567`, `1,234.5`, `1.5`.
    Thousands,
    /// Either: `1,234`.
    Either,
}

/// Reads the figures of a sheet whose commas stand before decimals, and marks those of which that can't be told.
pub(super) fn settle(sheet: &mut Worksheet, separator: Separator, said: Option<Point>) {
    if said == Some(Point::Point) {
        return;
    }
    let columns: Vec<Counts> = (0..sheet.width()).map(|column| Counts::of(sheet, column)).collect();
    let anywhere = columns.iter().any(|counts| counts.thousands > 0);
    for (column, counts) in columns.into_iter().enumerate() {
        let verdict = if said.is_some() { Verdict::Decimals } else { counts.verdict(separator, anywhere) };
        if verdict == Verdict::Thousands {
            continue;
        }
        for row in &mut sheet.rows {
            let Some(cell) = row.get_mut(column) else { continue };
            match (says(&cell.content), verdict) {
                (Some(Says::Decimals | Says::Either), Verdict::Decimals) => with_point(cell, said.is_none()),
                (None, Verdict::Decimals) if is_parted_by_point(&cell.content) => with_point(cell, said.is_none()),
                (Some(Says::Decimals | Says::Either), _) => cell.remark = Some(Remark::CommaUnclear),
                _ => {}
            }
        }
    }
}

/// How many cells of a column say what.
#[derive(Default)]
struct Counts {
    decimals: usize,
    thousands: usize,
    either: usize,
}

/// What the commas of a column are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Decimals,
    Thousands,
    Unclear,
}

impl Counts {
    fn of(sheet: &Worksheet, column: usize) -> Counts {
        let mut counts = Counts::default();
        for cell in sheet.rows.iter().filter_map(|row| row.get(column)) {
            match says(&cell.content) {
                Some(Says::Decimals) => counts.decimals += 1,
                Some(Says::Thousands) => counts.thousands += 1,
                Some(Says::Either) => counts.either += 1,
                None => {}
            }
        }
        counts
    }

    /// A semicolon parts cells where a comma stands before decimals. Elsewhere `1,2` is rather a list, and only a figure beside it makes it doubtful.
    fn verdict(&self, separator: Separator, thousands_anywhere: bool) -> Verdict {
        match (separator, self) {
            (Separator::Semicolon, Counts { decimals: 1.., thousands: 0, .. }) => Verdict::Decimals,
            (_, Counts { decimals: 1.., thousands: 0, either: 0 }) => Verdict::Thousands,
            (_, Counts { decimals: 1.., thousands, either }) if *thousands > 0 || *either > 0 => Verdict::Unclear,
            (Separator::Semicolon, Counts { either: 1.., thousands: 0, .. }) if !thousands_anywhere => Verdict::Unclear,
            _ => Verdict::Thousands,
        }
    }
}

/// What a cell says of commas; `None` for what is no figure with a comma or a point.
fn says(content: &str) -> Option<Says> {
    let unsigned = content.trim_start_matches(['+', '-', '△', '▲', '−']).trim_start();
    if !unsigned.contains([',', '.'])
        || !unsigned.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
    {
        return None;
    }
    let (commas, points) = (unsigned.matches(',').count(), unsigned.matches('.').count());
    if commas == 0 {
        // Several points part thousands, unless they part a date; one stands before decimals.
        return match points {
            1 => digits(unsigned).filter(|_| !is_parted_by_point(content)).map(|_| Says::Thousands),
            _ => digits(&unsigned.replace('.', ",")).map(|_| Says::Decimals),
        };
    }
    let turned: String = unsigned
        .chars()
        .map(|c| {
            if c == ',' {
                '.'
            } else if c == '.' {
                ','
            } else {
                c
            }
        })
        .collect();
    match (digits(unsigned).is_some(), digits(&turned).is_some()) {
        (true, true) => Some(Says::Either),
        (true, false) => Some(Says::Thousands),
        (false, true) => Some(Says::Decimals),
        (false, false) => None,
    }
}

/// Whether one point stands where a comma may part thousands, `1.234`.
fn is_parted_by_point(content: &str) -> bool {
    content.matches('.').count() == 1 && !content.contains(',') && digits(&content.replace('.', ",")).is_some()
}

/// A cell whose figure gets a point for its comma.
fn with_point(cell: &mut Cell, found_out: bool) {
    let turned: String = cell.content.chars().filter(|c| *c != '.').map(|c| if c == ',' { '.' } else { c }).collect();
    cell.shape = if digits(&turned).is_some() { CellShape::Number } else { CellShape::Text };
    cell.content = turned;
    cell.remark = found_out.then_some(Remark::DecimalComma);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_are_told_by_their_figures() {
        for (content, expected) in [
            ("1,5", Some(Says::Decimals)),
            ("0,755", Some(Says::Decimals)),
            ("1.234,5", Some(Says::Decimals)),
            ("1.234.567", Some(Says::Decimals)),
            ("-1,25", Some(Says::Decimals)),
            ("1,234,567", Some(Says::Thousands)),
            ("1,234.5", Some(Says::Thousands)),
            ("1.5", Some(Says::Thousands)),
            ("△1,234", Some(Says::Either)),
            ("1,234", Some(Says::Either)),
            ("1,2,3", None),
            ("2024.10.31", None),
            ("12", None),
            ("가,나", None),
            ("", None),
        ] {
            assert_eq!(says(content), expected, "{content}");
        }
    }
}
