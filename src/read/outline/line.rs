//! What a line of an outline is, by the sign that it begins with.

use std::ops::Range;

use super::inline::leading_marks;
use super::signs::{self, Family, SignKind};
use crate::model::report::{Marks, Numeral, Sign};
use crate::read::decode::Typed;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The blanks that it begins with.
    pub indent: Range<usize>,
    /// How many plain blanks say how deep it stands, two a level, however it was indented.
    pub blanks: usize,
    /// What it is.
    pub kind: LineKind,
    /// All of it between the blanks at both ends.
    pub whole: Range<usize>,
    /// The marks of emphasis that open before its sign, as in `**② 둘째**`.
    pub opened: Range<usize>,
    /// Its sign.
    pub sign: Range<usize>,
    /// What its sign counts.
    pub numeral: Option<Numeral>,
    /// That without its sign.
    pub text: Range<usize>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing.
    Empty,
    /// `■`, `□`.
    Heading,
    /// A sign that stays, or `-`, and a blank.
    Item,
    /// `※`, `*` and their like.
    Note,
    /// Anything else.
    Text,
}

impl Line {
    /// The lines of a body.
    pub(super) fn of_body(text: &str) -> Vec<Line> {
        let mut lines = Line::all(text);
        let mut first_seen = Vec::new();
        for line in &mut lines {
            let Some(numeral) = line.numeral else { continue };
            // `(사) 한국…` names a kind of body, unless others count before it.
            if numeral.series.is_bracketed_syllable() && numeral.nth > 1 && !first_seen.contains(&numeral.series) {
                line.demote();
            } else if !first_seen.contains(&numeral.series) {
                first_seen.push(numeral.series);
            }
        }
        lines
    }

    /// The lines of a table's cell, where `■` and `□` are signs of items like others, and plain numbers only those that count its lines from the first.
    pub(super) fn of_cell(text: &str) -> Vec<Line> {
        let mut lines = Line::all(text);
        let several = lines.iter().filter(|line| line.kind != LineKind::Empty).count() > 1;
        let counted: Vec<_> =
            lines.iter().filter_map(|line| line.numeral).filter(|it| it.nth == 1).map(|it| it.series).collect();
        for line in &mut lines {
            if line.kind == LineKind::Heading {
                line.kind = LineKind::Item;
            }
            let plain = line.numeral.filter(|numeral| numeral.series.is_plain());
            if plain.is_some_and(|numeral| !several || !counted.contains(&numeral.series)) {
                line.demote();
            }
        }
        lines
    }

    fn all(text: &str) -> Vec<Line> {
        let mut start = 0;
        let read = |line: &str| {
            let at = start;
            start += line.len() + 1;
            Line::read(line, at)
        };
        text.split('\n').map(read).collect()
    }

    fn read(line: &str, at: usize) -> Line {
        let body = line.trim_start();
        let indent = at..at + line.len() - body.len();
        let body = body.trim_end();
        let whole = indent.end..indent.end + body.len();
        let marks = leading_marks(body);
        let sign = match signs::read(body) {
            // `**굵게** 쓴 글`.
            None if marks > 0 => {
                signs::read(&body[marks..]).filter(|found| !body[marks + found.length..].trim().is_empty())
            }
            _ => None,
        };
        let (opened, found) = match sign {
            Some(found) => (whole.start..whole.start + marks, Some(found)),
            None => (whole.start..whole.start, signs::read(body)),
        };
        let sign = opened.end..opened.end + found.map_or(0, |found| found.length);
        let after = &line[sign.end - at..whole.end - at];
        let text = whole.end - after.trim_start().len()..whole.end;
        let kind = match found.map(|found| found.kind) {
            Some(SignKind::Heading) => LineKind::Heading,
            Some(SignKind::Item) => LineKind::Item,
            Some(SignKind::Note) => LineKind::Note,
            None if body.is_empty() => LineKind::Empty,
            None => LineKind::Text,
        };
        let blanks = line[..indent.end - at].chars().map(width).sum();
        Line { indent, blanks, kind, whole, opened, sign, numeral: found.and_then(|found| found.numeral), text }
    }

    /// Takes its sign for text.
    fn demote(&mut self) {
        let begin = self.whole.start;
        *self = Line {
            kind: LineKind::Text,
            opened: begin..begin,
            sign: begin..begin,
            numeral: None,
            text: self.whole.clone(),
            ..self.clone()
        };
    }

    /// Its sign, as typed in a text, in the marks that open before it.
    pub(super) fn sign_of(&self, body: &Typed) -> Sign {
        let text = &body.content;
        let marks = match self.opened.is_empty() {
            true => Marks::default(),
            false => super::inline::marks_of(&text[self.opened.clone()]),
        };
        Sign { typed: text[self.sign.clone()].to_owned(), marks, place: Some(body.place(self.sign.clone())) }
    }

    /// The family of its sign.
    pub(super) fn family(&self, text: &str) -> Family {
        signs::family(&text[self.sign.clone()], self.numeral)
    }
}

/// The plain blanks that a blank stands for.
pub(super) fn width(blank: char) -> usize {
    match blank {
        '\t' | '\u{3000}' => 2,
        '\u{200b}' | '\u{feff}' => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_tells_what_a_line_is() {
        for (line, kind, sign) in [
            ("■ 사업개요", LineKind::Heading, "■"),
            ("□사업개요", LineKind::Heading, "□"),
            ("- 기간", LineKind::Item, "-"),
            ("-5%", LineKind::Text, ""),
            ("○ 대상", LineKind::Item, "○"),
            ("ㅇ 대상", LineKind::Item, "ㅇ"),
            ("○○과 협의", LineKind::Text, ""),
            ("① 추진", LineKind::Item, "①"),
            ("1. 추진", LineKind::Item, "1."),
            ("2021. 3. 추진", LineKind::Text, ""),
            ("7. 1. ~ 8. 31.", LineKind::Text, ""),
            ("9. 16.(목)", LineKind::Text, ""),
            ("3. 말 준공", LineKind::Text, ""),
            ("3. 3.1절 기념식", LineKind::Item, "3."),
            ("1.5배", LineKind::Text, ""),
            ("가. 추진", LineKind::Item, "가."),
            ("하) 추진", LineKind::Item, "하)"),
            ("(1) 추진", LineKind::Item, "(1)"),
            ("Ⅰ. 추진", LineKind::Item, "Ⅰ."),
            ("➊ 추진", LineKind::Item, "➊"),
            ("― 추진", LineKind::Item, "―"),
            ("▸ 추진", LineKind::Item, "▸"),
            ("￭ 추진", LineKind::Item, "￭"),
            ("\u{f06e} 추진", LineKind::Item, "\u{f06e}"),
            ("※ 참고", LineKind::Note, "※"),
            ("* 참고", LineKind::Note, "*"),
            ("*참고", LineKind::Note, "*"),
            ("** 참고", LineKind::Note, "**"),
            ("*** 참고", LineKind::Note, "***"),
            ("주) 참고", LineKind::Note, "주)"),
            ("주 1) 참고", LineKind::Note, "주 1)"),
            ("주 : 참고", LineKind::Note, "주 :"),
            ("(주) 가람", LineKind::Text, ""),
            ("주민 : 참고", LineKind::Text, ""),
            ("**굵게** 쓴 글", LineKind::Text, ""),
            ("**② 둘째**", LineKind::Item, "②"),
            ("==**가. 둘째**==", LineKind::Item, "가."),
            ("\\- 글", LineKind::Text, ""),
            (": 215명", LineKind::Text, ""),
            ("   ", LineKind::Empty, ""),
            ("-", LineKind::Item, "-"),
        ] {
            let read = Line::read(line, 0);
            assert_eq!((read.kind, &line[read.sign]), (kind, sign), "{line}");
        }
    }

    #[test]
    fn ranges_leave_out_signs_and_blanks() {
        let text = "x\n  -  가 나  \r";
        let line = Line::all(text).remove(1);
        assert_eq!(&text[line.indent], "  ");
        assert_eq!(&text[line.whole], "-  가 나");
        assert_eq!(&text[line.text], "가 나");
    }

    #[test]
    fn a_cell_is_counted_from_its_first_line_on() {
        let numbers = |text| Line::of_cell(text).iter().filter(|line| line.kind == LineKind::Item).count();
        assert_eq!(numbers("1. 설계\n2. 시공"), 2);
        assert_eq!(numbers("6. 예정"), 0);
        assert_eq!(numbers("1. 설계"), 0);
        assert_eq!(numbers("① 설계"), 1);
        assert_eq!(numbers("2024년\n3. 예정"), 0);
    }
}
