//! Names of cells and of ranges of cells, as spreadsheets have them: `A7`, `B3:F20`.

use std::ops::Range;

/// A range of cells, open where a side is left out: `A3:F20`, `A3:F`, `A3:`, `:F`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellRange {
    /// The rows, from 0; to the last where the end is `usize::MAX`.
    pub rows: Range<usize>,
    /// The columns, from 0; to the last where the end is `usize::MAX`.
    pub columns: Range<usize>,
}

impl CellRange {
    /// Everything.
    pub(crate) const ALL: CellRange = CellRange { rows: 0..usize::MAX, columns: 0..usize::MAX };

    /// A range as written; `None` if it isn't one, or ends before it begins.
    pub(crate) fn parse(text: &str) -> Option<CellRange> {
        let (first, last) = text.split_once(':')?;
        let ((left, top), (right, bottom)) = (corner(first)?, corner(last)?);
        let end = |last: Option<usize>| last.map_or(usize::MAX, |last| last + 1);
        let range = CellRange { rows: top.unwrap_or(0)..end(bottom), columns: left.unwrap_or(0)..end(right) };
        (text != ":" && !range.rows.is_empty() && !range.columns.is_empty()).then_some(range)
    }
}

/// The name of a cell by its row and column, from 0.
pub(crate) fn cell_name(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + ((rest - 1) % 26) as u8);
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.iter().rev().map(|&letter| char::from(letter)).collect();
    format!("{letters}{}", row + 1)
}

/// Column and row, from 0, of a name such as `B7`; either may be left out.
pub(super) fn corner(text: &str) -> Option<(Option<usize>, Option<usize>)> {
    // Three letters and seven digits are more than any sheet has.
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, digits) = text.split_at(letters);
    if letters.len() > 3 || digits.len() > 7 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter - b'A') + 1);
    let row = if digits.is_empty() { None } else { Some(digits.parse::<usize>().ok()?.checked_sub(1)?) };
    Some((column.checked_sub(1), row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_ranges_are_those_of_spreadsheets() {
        for (row, column, name) in [(0, 0, "A1"), (6, 25, "Z7"), (0, 26, "AA1"), (99, 701, "ZZ100"), (0, 702, "AAA1")] {
            assert_eq!(cell_name(row, column), name);
            assert_eq!(corner(name), Some((Some(column), Some(row))));
        }
        let range = |text| CellRange::parse(text).map(|range| (range.rows, range.columns));
        assert_eq!(range("B3:F20"), Some((2..20, 1..6)));
        assert_eq!(range("A3:F"), Some((2..usize::MAX, 0..6)));
        assert_eq!(range("A3:"), Some((2..usize::MAX, 0..usize::MAX)));
        assert_eq!(range("3:5"), Some((2..5, 0..usize::MAX)));
        for wrong in ["", ":", "A3", "F3:A3", "A5:A3", "a1:b2", "A0:B2", "ABCD1:B2", "A1:B2:C3", "A1:B12345678"] {
            assert_eq!(range(wrong), None, "{wrong}");
        }
    }
}
