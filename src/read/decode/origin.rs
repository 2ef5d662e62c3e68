//! Reads a TOML string once more, to know for each byte of it where it was typed.

use crate::read::composed::{Composed, compose};

/// The text of a string as it stands in the file with its quotes, and its runs: from each text offset on, the file offset.
/// Line ends become `\n`. `None` if this is no string that a parser accepted.
pub(super) fn read_string(raw: &str, at: u32) -> Option<(String, Vec<(u32, u32)>)> {
    let (quote, multi_line, basic) = match raw.as_bytes() {
        [b'"', b'"', b'"', ..] if raw.len() >= 6 => ("\"\"\"", true, true),
        [b'\'', b'\'', b'\'', ..] if raw.len() >= 6 => ("'''", true, false),
        [b'"', ..] => ("\"", false, true),
        [b'\'', ..] => ("'", false, false),
        _ => return None,
    };
    let body = raw.strip_prefix(quote)?.strip_suffix(quote)?;
    let mut scan = Scan { rest: body, at: at + quote.len() as u32, content: String::new(), runs: Vec::new() };
    if multi_line {
        scan.skip_first_line_end();
    }
    while !scan.rest.is_empty() {
        scan.verbatim(basic);
        scan.special(basic)?;
    }
    scan.mark();
    Some((scan.content, scan.runs))
}

/// A string in the form in which all text is read, with its runs.
pub(super) fn composed(content: String, runs: Vec<(u32, u32)>) -> (String, Vec<(u32, u32)>) {
    let Composed { text, written } = compose(content);
    let Some(written) = written else { return (text, runs) };
    let mut moved: Vec<(u32, u32)> = Vec::with_capacity(runs.len());
    let file = |at: usize| {
        let run = runs.partition_point(|&(content, _)| content as usize <= at).checked_sub(1).map(|run| runs[run]);
        run.map_or(0, |(content, file)| file + (at as u32 - content))
    };
    let mut rest = runs.iter().peekable();
    let mut shift = 0;
    for it in written.moves() {
        while let Some(&(content, file)) = rest.next_if(|(content, _)| *content as usize <= it.written.start) {
            moved.push(((i64::from(content) + shift) as u32, file));
        }
        moved.push((it.read.start as u32, file(it.written.start)));
        while rest.next_if(|(content, _)| (*content as usize) < it.written.end).is_some() {}
        shift = it.read.end as i64 - it.written.end as i64;
        moved.push((it.read.end as u32, file(it.written.end)));
    }
    moved.extend(rest.map(|&(content, file)| ((i64::from(content) + shift) as u32, file)));
    moved.dedup();
    (text, moved)
}

/// A string being read.
struct Scan<'a> {
    /// What is still to be read.
    rest: &'a str,
    /// Where that stands in the file.
    at: u32,
    content: String,
    runs: Vec<(u32, u32)>,
}

impl Scan<'_> {
    /// Begins a run here, unless the last one goes on.
    fn mark(&mut self) {
        let here = (self.content.len() as u32, self.at);
        if self.runs.last().is_none_or(|&(content, file)| here.1 - file != here.0 - content) {
            self.runs.push(here);
        }
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
        self.at += bytes as u32;
    }

    fn skip_first_line_end(&mut self) {
        let end = if self.rest.starts_with("\r\n") { 2 } else { usize::from(self.rest.starts_with('\n')) };
        self.advance(end);
    }

    /// Takes all that stands for itself.
    fn verbatim(&mut self, basic: bool) {
        let special = |c: char| c == '\r' || (basic && c == '\\');
        let end = self.rest.find(special).unwrap_or(self.rest.len());
        if end > 0 {
            self.mark();
            self.content.push_str(&self.rest[..end]);
            self.advance(end);
        }
    }

    /// Takes an escape, a folded line or a line end of two characters.
    fn special(&mut self, basic: bool) -> Option<()> {
        if self.rest.is_empty() {
            return Some(());
        }
        if self.rest.starts_with('\r') {
            self.mark();
            self.content.push('\n');
            let end = if self.rest.starts_with("\r\n") { 2 } else { 1 };
            self.advance(end);
        } else if basic && self.folds() {
            let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
            let end = self.rest[1..].find(|c| !blank(c)).map_or(self.rest.len(), |end| end + 1);
            // The text offset of a fold has two file offsets, so that a range knows where to end and where to begin.
            self.runs.push((self.content.len() as u32, self.at));
            self.advance(end);
            self.runs.push((self.content.len() as u32, self.at));
        } else {
            self.mark();
            let (character, length) = escape(self.rest)?;
            self.content.push(character);
            self.advance(length);
        }
        Some(())
    }

    /// Whether a `\` here stands at the end of its line.
    fn folds(&self) -> bool {
        self.rest[1..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
    }
}

/// The character that an escape stands for, and its length.
fn escape(rest: &str) -> Option<(char, usize)> {
    let digits = match rest.as_bytes().get(1)? {
        b'b' => return Some(('\u{8}', 2)),
        b'e' => return Some(('\u{1b}', 2)),
        b'f' => return Some(('\u{c}', 2)),
        b'n' => return Some(('\n', 2)),
        b'r' => return Some(('\r', 2)),
        b't' => return Some(('\t', 2)),
        b'"' => return Some(('"', 2)),
        b'\\' => return Some(('\\', 2)),
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        _ => return None,
    };
    let code = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
    Some((char::from_u32(code)?, 2 + digits))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::report::Origin;
    use crate::model::source::{FileId, Span};

    /// How one character is typed in a string of some form; `None` if that form can't hold it so.
    fn typed(c: char, form: usize, way: u8) -> String {
        let basic = form < 2;
        match (c, way % 4) {
            ('\n', _) if form == 1 && way % 2 == 1 => "\r\n".into(),
            ('\n', _) if form == 1 || form == 3 => "\n".into(),
            (_, 0) if basic => format!("\\u{:04X}", u32::from(c).min(0xFFFF)),
            (_, 1) if basic => format!("\\U{:08X}", u32::from(c)),
            ('"', _) if basic => "\\\"".into(),
            ('\\', _) if basic => "\\\\".into(),
            ('\n', _) => "\\n".into(),
            _ => c.to_string(),
        }
    }

    proptest! {
        #[test]
        fn every_character_maps_to_where_it_was_typed(
            text in proptest::collection::vec((prop_oneof!["[ -~]", "[가-힣]", Just("\n".to_owned()), "[😀-😎]"], any::<u8>()), 0..40),
            form in 0..4usize,
            folds in proptest::collection::vec(any::<bool>(), 40),
        ) {
            let (open, close) = [("\"", "\""), ("\"\"\"\n", "\"\"\""), ("'", "'"), ("'''\n", "'''")][form];
            let mut file = format!("key = {open}");
            let start = "key = ".len();
            let mut places = Vec::new();
            for ((character, way), fold) in text.iter().zip(folds) {
                let c = character.chars().next().unwrap();
                if form >= 2 && (c == '\'' || (c == '\n' && form == 2)) {
                    continue;
                }
                // Only what fits into four digits may be typed with four.
                let way = if u32::from(c) > 0xFFFF && way % 4 == 0 { 1 } else { *way };
                // Blanks after a fold belong to the fold.
                if form == 1 && fold && !matches!(c, ' ' | '\n') {
                    file += "\\  \n\n   ";
                }
                let from = file.len();
                file += &typed(c, form, way);
                places.push((c, from..file.len()));
            }
            file += close;
            let raw = &file[start..];

            let parsed = toml::de::DeTable::parse(&file).unwrap();
            let expected = parsed.get_ref().get("key").unwrap().get_ref().as_str().unwrap().replace("\r\n", "\n");
            let (content, runs) = read_string(raw, start as u32).unwrap();
            prop_assert_eq!(&content, &expected);

            let span = Span { file: FileId(0), start: start as u32, end: file.len() as u32 };
            let origin = Origin { span, runs };
            prop_assert_eq!(content.chars().count(), places.len());
            for ((offset, c), (typed, place)) in content.char_indices().zip(places) {
                prop_assert_eq!(c, typed);
                prop_assert_eq!(origin.place(offset..offset + c.len_utf8()).range(), place.clone());
                let slice = origin.slice(offset..offset + c.len_utf8());
                prop_assert_eq!(slice.place(0..c.len_utf8()).range(), place);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(raw in "[\"'\\\\nux0-9\n\r 가]{0,12}") {
            let _ = read_string(&raw, 0);
        }
    }
}
