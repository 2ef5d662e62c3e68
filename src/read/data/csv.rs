//! Text with separators to cells (RFC 4180), each at its place in the text.

use std::ops::Range;

use super::{Cell, CellShape, Refusal, Separator, Sheet, cell_name};
use crate::diag::DataProblem;
use crate::read::joins;
use crate::read::numbers::digits;

const SEPARATORS: [Separator; 3] = [Separator::Comma, Separator::Semicolon, Separator::Tab];

impl Separator {
    fn byte(self) -> u8 {
        match self {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
            Separator::Tab => b'\t',
        }
    }
}

/// The cells of a text; its separator is found out where it isn't said.
pub(super) fn read(name: &str, text: String, separator: Option<Separator>) -> Result<Sheet, Refusal> {
    let separator = separator.unwrap_or_else(|| sniff(&text)).byte();
    let mut sheet = Sheet::named(None);
    let (mut row, mut column, mut at) = (0, 0, 0);
    while at < text.len() {
        let field = field(&text, at, separator);
        let place =
            |problem| Refusal::Place { text: text.clone(), range: field.range.clone(), problem: Box::new(problem) };
        if !field.sound {
            return Err(place(DataProblem::Quote { name: name.to_owned(), cell: cell_name(row, column) }));
        }
        // An empty line is a row without cells, so that the rows below keep their numbers.
        if !(column == 0 && field.ends_row && field.range.is_empty()) {
            sheet.add(name, row, column, cell(&text, &field)).map_err(place)?;
        }
        // A separator at the very end has a last, empty field after it.
        if !field.ends_row && field.next == text.len() {
            let end = text.len() as u32;
            sheet.add(name, row, column + 1, Cell { range: end..end, ..Cell::empty() }).map_err(place)?;
        }
        at = field.next;
        (row, column) = if field.ends_row { (row + 1, 0) } else { (row, column + 1) };
    }
    sheet.text = text;
    sheet.join();
    Ok(sheet)
}

fn cell(text: &str, field: &Field) -> Cell {
    let raw = &text[field.range.clone()];
    let content = match raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\"\"", "\"").replace("\r\n", "\n"),
        None => raw.trim().to_owned(),
    };
    let shape = match &content {
        number if digits(number).is_some() => CellShape::Number,
        error if is_error(error) => CellShape::Error,
        other => joins::join(other).map_or(CellShape::Text, CellShape::Joined),
    };
    Cell { range: field.range.start as u32..field.range.end as u32, ..Cell::new(content, shape) }
}

/// What spreadsheets save where a formula failed.
pub(super) fn is_error(content: &str) -> bool {
    const ERRORS: [&str; 9] = ["#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"];
    ERRORS.contains(&content)
}

/// A field of a text.
struct Field {
    /// Where it stands, with its quotes.
    range: Range<usize>,
    /// Where the next one begins.
    next: usize,
    /// Whether its row ends with it.
    ends_row: bool,
    /// Whether its quotes, if it has any, are around all of it.
    sound: bool,
}

/// The field that begins here.
fn field(text: &str, start: usize, separator: u8) -> Field {
    let bytes = text.as_bytes();
    let ends = |byte: &u8| *byte == separator || matches!(byte, b'\r' | b'\n');
    let until_end = |from: usize| bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length);
    let (end, sound) = match closing_quote(bytes, start) {
        None => (until_end(start), true),
        Some(None) => (until_end(start), false),
        Some(Some(quote)) => (until_end(quote + 1), until_end(quote + 1) == quote + 1),
    };
    let (next, ends_row) = match &bytes[end..] {
        [b'\r', b'\n', ..] => (end + 2, true),
        [b'\r' | b'\n', ..] => (end + 1, true),
        [_, ..] => (end + 1, false),
        [] => (end, true),
    };
    Field { range: start..end, next, ends_row, sound }
}

/// The quote that closes the one that stands here: `None` where none stands here, `Some(None)` where nothing closes it.
fn closing_quote(bytes: &[u8], start: usize) -> Option<Option<usize>> {
    if bytes.get(start) != Some(&b'"') {
        return None;
    }
    let mut at = start + 1;
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == b'"') {
        at += found;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(Some(at));
        }
        at += 2;
    }
    Some(None)
}

/// The separator that parts most of the first rows into the same number of cells.
fn sniff(text: &str) -> Separator {
    const ROWS: usize = 20;
    let score = |separator: Separator| {
        let mut counts = vec![0];
        let mut at = 0;
        while at < text.len() && counts.len() <= ROWS {
            let field = field(text, at, separator.byte());
            if field.ends_row {
                counts.push(0);
            } else if let Some(count) = counts.last_mut() {
                *count += 1;
            }
            at = field.next;
        }
        let alike = |count: usize| counts.iter().filter(|&&other| other == count).count();
        counts.iter().filter(|&&count| count > 0).map(|&count| (alike(count), count)).max().unwrap_or_default()
    };
    // Of those that part a text alike, the first: a comma.
    SEPARATORS.into_iter().rev().max_by_key(|&separator| score(separator)).unwrap_or(Separator::Comma)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn contents(text: &str) -> Vec<Vec<String>> {
        let sheet = read("a.csv", text.to_owned(), None).expect("it is sound");
        sheet.rows.into_iter().map(|row| row.into_iter().map(|cell| cell.content).collect()).collect()
    }

    #[test]
    fn separators_are_found_out() {
        for (text, separator) in [
            ("가,나\n1,2\n", Separator::Comma),
            ("가;나\n1,5;2,5\n1;2\n", Separator::Semicolon),
            ("가\t나\n1,234\t2\n", Separator::Tab),
            ("\"가;나\",다\n1,2\n", Separator::Comma),
            ("가\n나\n", Separator::Comma),
            ("", Separator::Comma),
        ] {
            assert_eq!(sniff(text), separator, "{text}");
        }
    }

    #[test]
    fn rows_keep_the_numbers_that_they_have_in_the_file() {
        assert_eq!(contents("가,나\r\n\r\n1,2"), [vec!["가", "나"], vec![], vec!["1", "2"]]);
        assert_eq!(contents("가,\n\"나\n\"\"다\"\"\",2\n"), [vec!["가", ""], vec!["나\n\"다\"", "2"]]);
        assert_eq!(contents("가,나\n1,"), [vec!["가", "나"], vec!["1", ""]]);
    }

    #[test]
    fn quotes_must_close_and_hold_all_of_a_field() {
        for text in ["\"가,나\n", "\"가\"나,1\n"] {
            let refused = read("a.csv", text.to_owned(), None);
            let Err(Refusal::Place { problem, .. }) = refused else { panic!("{text} is read") };
            assert!(matches!(*problem, DataProblem::Quote { .. }), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_at_its_place(
            rows in (1..6usize).prop_flat_map(|columns| proptest::collection::vec(
                proptest::collection::vec("[가-힣a-z0-9,;\n\"]{0,6}|[0-9]{1,6}", columns), 1..8)),
            separator in 0..3usize,
        ) {
            let separator = SEPARATORS[separator];
            let between = char::from(separator.byte()).to_string();
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join(&between) + "\r\n";
            let text: String = rows.iter().map(line).collect();
            let sheet = read("a.csv", text.clone(), Some(separator)).unwrap();
            prop_assert_eq!(sheet.rows.len(), rows.len());
            for (cells, row) in sheet.rows.iter().zip(&rows) {
                prop_assert_eq!(cells.len(), row.len());
                for (cell, written) in cells.iter().zip(row) {
                    prop_assert_eq!(&cell.content, written);
                    prop_assert_eq!(&text[cell.range.start as usize..cell.range.end as usize], quoted(written));
                }
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[\",;\t\r\n가a1]{0,60}") {
            let _ = read("a.csv", text, None);
        }
    }
}
