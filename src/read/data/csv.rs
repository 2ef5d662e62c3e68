//! Text with separators to cells (RFC 4180), each at its place in the text.

use std::ops::Range;

use super::workbook::without_wide_blanks;
use super::{Cell, CellShape, Extent, Point, Separator, Unreadable, Worksheet, cell_name, point};
use crate::diag::DataProblem;
use crate::model::written::Written;
use crate::read::composed::{Composed, compose};
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

/// What is said of a text beside what stands in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// What parts its cells.
    pub separator: Option<Separator>,
    /// What stands before the decimals of its figures.
    pub point: Option<Point>,
    /// How much of it is read.
    pub extent: Extent,
}

/// The cells of a text; its separator is found out where it is said neither in the definition nor in its first line.
///
/// A quote that stands alone in its cell, as people write for what stands above, opens nothing: so it is read where a text makes no sense otherwise.
pub(super) fn read(name: &str, text: String, said: Said) -> Result<Worksheet, Unreadable> {
    let Composed { text, written } = compose(text);
    let (own, start) = own_separator(&text);
    let separator = said.separator.or(own).unwrap_or_else(|| sniff(&text[start..]));
    let mut reading = Reading {
        name,
        text: &text,
        written: written.as_deref(),
        start,
        separator: separator.byte(),
        extent: said.extent,
        lone: false,
    };
    let mut read = reading.sheet();
    if !read.as_ref().is_ok_and(is_even) && reading.has_lone_quote() {
        reading.lone = true;
        read = match reading.sheet() {
            Ok(sheet) if is_even(&sheet) => Ok(sheet),
            _ => read,
        };
    }
    let mut sheet = read?;
    sheet.text = Composed { text, written };
    sheet.join();
    point::settle(&mut sheet, separator, said.point);
    Ok(sheet)
}

/// Whether all rows that hold something have as many cells.
fn is_even(sheet: &Worksheet) -> bool {
    sheet.rows.iter().all(|row| row.is_empty() || row.len() == sheet.width())
}

/// A text being read.
struct Reading<'a> {
    name: &'a str,
    text: &'a str,
    written: Option<&'a Written>,
    start: usize,
    separator: u8,
    extent: Extent,
    /// Whether a quote that stands alone in its cell is a letter.
    lone: bool,
}

impl Reading<'_> {
    fn sheet(&self) -> Result<Worksheet, Unreadable> {
        let text = self.text;
        let mut sheet = Worksheet::named(None, self.extent);
        let (mut row, mut column, mut at) = (0, 0, self.start);
        while at < text.len() && sheet.wants_row(row) {
            let field = field(text, at, self.separator, self.lone);
            let place = |problem| Unreadable::Place {
                text: Composed { text: text.to_owned(), written: self.written.cloned().map(Box::new) },
                range: field.range.clone(),
                problem: Box::new(problem),
            };
            if !field.sound {
                return Err(place(DataProblem::Quote { name: self.name.to_owned(), cell: cell_name(row, column) }));
            }
            // An empty line is a row without cells, so that the rows below keep their numbers.
            if !(column == 0 && field.ends_row && field.range.is_empty()) {
                sheet.add(self.name, row, column, cell(text, &field)).map_err(place)?;
            }
            // A separator at the very end has a last, empty field after it.
            if !field.ends_row && field.next == text.len() {
                let end = text.len() as u32;
                sheet.add(self.name, row, column + 1, Cell { range: end..end, ..Cell::empty() }).map_err(place)?;
            }
            at = field.next;
            (row, column) = if field.ends_row { (row + 1, 0) } else { (row, column + 1) };
        }
        Ok(sheet)
    }

    /// Whether a quote stands alone in its cell somewhere.
    fn has_lone_quote(&self) -> bool {
        let bytes = self.text.as_bytes();
        let mut quotes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'"').map(|(at, _)| at);
        quotes.any(|at| is_lone_quote(bytes, at, self.separator))
    }
}

/// Whether a quote is all that stands between two separators or line ends.
fn is_lone_quote(bytes: &[u8], at: usize, separator: u8) -> bool {
    let is_end = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == separator || matches!(byte, b'\r' | b'\n'));
    is_end(at.checked_sub(1).and_then(|before| bytes.get(before))) && is_end(bytes.get(at + 1))
}

/// The separator that a text's first line names, `sep=;`, as Excel has it, and where the text begins behind it.
fn own_separator(text: &str) -> (Option<Separator>, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"');
    let named = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &line[4..]);
    let named = named.and_then(|sign| SEPARATORS.into_iter().find(|it| sign.bytes().eq([it.byte()])));
    match named {
        Some(separator) => {
            let rest = &text[end..];
            let ends = ["\r\n", "\n", "\r"].into_iter().find(|it| rest.starts_with(it)).map_or(0, str::len);
            (Some(separator), end + ends)
        }
        None => (None, 0),
    }
}

fn cell(text: &str, field: &Field) -> Cell {
    let raw = &text[field.range.clone()];
    let unquoted = |raw: &str| {
        let quoted = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        quoted.map(|quoted| quoted.replace("\"\"", "\"").replace("\r\n", "\n"))
    };
    let content = unquoted(raw).unwrap_or_else(|| raw.trim().to_owned());
    // So that Excel keeps the zeros of a number, programs write it as a formula whose result is a text.
    let as_text = content.strip_prefix('=').and_then(unquoted);
    let is_text = as_text.is_some();
    let content = without_wide_blanks(as_text.unwrap_or(content));
    let shape = match &content {
        _ if is_text => CellShape::Text,
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
fn field(text: &str, start: usize, separator: u8, lone: bool) -> Field {
    let bytes = text.as_bytes();
    let ends = |byte: &u8| *byte == separator || matches!(byte, b'\r' | b'\n');
    let until_end = |from: usize| bytes[from..].iter().position(ends).map_or(bytes.len(), |length| from + length);
    let (end, sound) = match closing_quote(bytes, start) {
        _ if lone && is_lone_quote(bytes, start, separator) => (until_end(start), true),
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
    let start = if bytes[start..].starts_with(b"=\"") { start + 1 } else { start };
    (bytes.get(start) == Some(&b'"')).then(|| closing(bytes, start + 1))
}

fn closing(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(found) = bytes[at..].iter().position(|&byte| byte == b'"') {
        at += found;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
    None
}

/// The separator that parts most of the first rows into the same number of cells.
fn sniff(text: &str) -> Separator {
    const ROWS: usize = 20;
    let score = |separator: Separator| {
        let mut counts = vec![0];
        let mut at = 0;
        while at < text.len() && counts.len() <= ROWS {
            let field = field(text, at, separator.byte(), false);
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
        let sheet = read("a.csv", text.to_owned(), Said::default()).expect("it is sound");
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
            let refused = read("a.csv", text.to_owned(), Said::default());
            let Err(Unreadable::Place { problem, .. }) = refused else { panic!("{text} is read") };
            assert!(matches!(*problem, DataProblem::Quote { .. }), "{text}");
        }
    }

    #[test]
    fn what_excel_says_in_a_text_is_understood() {
        assert_eq!(contents("sep=;\n구분;건수\n가;1,5\n"), [vec!["구분", "건수"], vec!["가", "1.5"]]);
        assert_eq!(contents("\"sep=,\"\r\n가;나,다\r\n"), [vec!["가;나", "다"]]);
        assert_eq!(contents("번호,값\n=\"0123\",\"=\"\"1,2\"\"\"\n"), [vec!["번호", "값"], vec!["0123", "1,2"]]);
        assert_eq!(contents("가,나\n\u{a0}1\u{a0},\"다\u{a0}라\u{a0}\"\n"), [vec!["가", "나"], vec!["1", "다 라"]]);
    }

    #[test]
    fn a_quote_alone_is_a_letter() {
        assert_eq!(contents("가,나\n1,\"\n2,3\n"), [vec!["가", "나"], vec!["1", "\""], vec!["2", "3"]]);
        assert_eq!(contents("가,나\n5\" 관,\",\"\n"), [vec!["가", "나"], vec!["5\" 관", ","]]);
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
            let sheet = read("a.csv", text.clone(), Said { separator: Some(separator), point: Some(Point::Point), ..Said::default() }).unwrap();
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
            let _ = read("a.csv", text, Said::default());
        }
    }
}
