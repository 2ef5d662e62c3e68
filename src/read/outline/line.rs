//! What a line of an outline is, by the sign that it begins with.

use std::ops::Range;

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The blanks that it begins with.
    pub indent: Range<usize>,
    /// What it is.
    pub kind: LineKind,
    /// All of it between the blanks at both ends.
    pub whole: Range<usize>,
    /// That without its sign.
    pub text: Range<usize>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Nothing.
    Empty,
    /// `■`, `□`.
    Heading(char),
    /// `-` and a blank, or a sign that stays and a blank.
    Item(char),
    /// `※` or `*`.
    Note(char),
    /// Anything else.
    Text,
}

/// Signs of items that print as typed. `○○과` is a name left out, so a blank must follow.
const SIGNS: &str = "○●◎◦·•∙‧ㆍ▪▫◆◇◈▶▷►▸▣▢☐☑✓✔★☆☞→⇒➢➤∘❍❖❑❒◉◻◼⚫⚪➔➜⇨✗☒–—\
                     ①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉠㉡㉢㉣㉤㉥㉦㉧㉨㉩㉪㉫㉬㉭㉮㉯㉰㉱㉲㉳㉴㉵㉶㉷㉸㉹㉺㉻❶❷❸❹❺❻❼❽❾❿\
                     ➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓";

/// Whether a line could begin with this sign, so that `\` before it takes its meaning away.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '■' | '□' | '-' | '※' | '*') || SIGNS.contains(c)
}

impl Line {
    /// The lines of a text.
    pub(crate) fn all(text: &str) -> impl Iterator<Item = Line> {
        let mut start = 0;
        text.split('\n').map(move |line| {
            let at = start;
            start += line.len() + 1;
            Line::read(line, at)
        })
    }

    fn read(line: &str, at: usize) -> Line {
        let body = line.trim_start();
        let indent = at..at + line.len() - body.len();
        let body = body.trim_end();
        let whole = indent.end..indent.end + body.len();
        let kind = kind(body);
        let after_sign = match kind {
            LineKind::Heading(sign) | LineKind::Item(sign) | LineKind::Note(sign) => &body[sign.len_utf8()..],
            LineKind::Empty | LineKind::Text => body,
        };
        let text = whole.end - after_sign.trim_start().len()..whole.end;
        Line { indent, kind, whole, text }
    }
}

fn kind(body: &str) -> LineKind {
    let mut characters = body.chars();
    let Some(first) = characters.next() else { return LineKind::Empty };
    let next = characters.next();
    let blank_follows = next.is_none_or(char::is_whitespace);
    match first {
        '■' | '□' => LineKind::Heading(first),
        '※' => LineKind::Note(first),
        // `**bold**` is text.
        '*' if next != Some('*') => LineKind::Note(first),
        sign if (sign == '-' || SIGNS.contains(sign)) && blank_follows => LineKind::Item(sign),
        _ => LineKind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_tells_what_a_line_is() {
        for (line, expected) in [
            ("■ 사업개요", LineKind::Heading('■')),
            ("□사업개요", LineKind::Heading('□')),
            ("- 기간", LineKind::Item('-')),
            ("-5%", LineKind::Text),
            ("○ 대상", LineKind::Item('○')),
            ("○○과 협의", LineKind::Text),
            ("① 추진", LineKind::Item('①')),
            ("※ 참고", LineKind::Note('※')),
            ("* 참고", LineKind::Note('*')),
            ("**굵게** 쓴 글", LineKind::Text),
            ("\\- 글", LineKind::Text),
            (": 215명", LineKind::Text),
            ("   ", LineKind::Empty),
            ("-", LineKind::Item('-')),
        ] {
            assert_eq!(Line::read(line, 0).kind, expected, "{line}");
        }
    }

    #[test]
    fn ranges_leave_out_signs_and_blanks() {
        let text = "x\n  -  가 나  \r";
        let line = Line::all(text).nth(1).expect("there are two lines");
        assert_eq!(&text[line.indent], "  ");
        assert_eq!(&text[line.whole], "-  가 나");
        assert_eq!(&text[line.text], "가 나");
    }
}
