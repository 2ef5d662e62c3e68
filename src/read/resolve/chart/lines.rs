//! The lines that a chart is typed in: a sign, a name, and what follows a colon.

use std::ops::Range;

use crate::diag::Diagnostics;
use crate::model::report::Text;
use crate::model::report::chart::BoxText;
use crate::read::decode::Typed;
use crate::read::outline;

/// A line that isn't empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The blanks it begins with.
    pub indent: Range<usize>,
    /// The sign it begins with, if a blank follows it.
    pub sign: Option<char>,
    /// What follows the sign.
    pub text: Range<usize>,
    /// All of it between the blanks at both ends.
    pub whole: Range<usize>,
}

/// The lines that aren't empty; `signs` are those that a line may begin with.
pub(super) fn lines<'a>(typed: &'a Typed, signs: &'a [char]) -> impl Iterator<Item = Line> + 'a {
    let mut start = 0;
    typed.content.split('\n').filter_map(move |line| {
        let at = start;
        start += line.len() + 1;
        let body = line.trim_start();
        let indent = at..at + line.len() - body.len();
        let body = body.trim_end();
        let whole = indent.end..indent.end + body.len();
        let sign = body.chars().next().filter(|sign| {
            signs.contains(sign) && body[sign.len_utf8()..].chars().next().is_none_or(char::is_whitespace)
        });
        let text = sign.map_or(body, |sign| body[sign.len_utf8()..].trim_start());
        (!body.is_empty()).then(|| Line { indent, sign, text: whole.end - text.len()..whole.end, whole })
    })
}

/// A name and, after a colon with a blank, what is said of it.
pub(super) fn caption(typed: &Typed, text: Range<usize>, sink: &mut Diagnostics) -> BoxText<Text> {
    let (name, detail) = match parted(&typed.content, text.clone()) {
        Some((name, detail)) => (name, Some(detail)),
        None => (text, None),
    };
    let mut marked = |range: Range<usize>| outline::marked(typed, &[range], sink);
    BoxText { name: marked(name), detail: detail.map(marked) }
}

/// What stands before and after the first colon that a blank follows; `None` where nothing stands before it.
pub(super) fn parted(content: &str, text: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let colon = text.start + content[text.clone()].find(": ").filter(|&colon| colon > 0)?;
    Some((trimmed(content, text.start..colon), trimmed(content, colon + 1..text.end)))
}

/// What stands before and after the last colon that a figure follows.
pub(super) fn parted_at_figures(content: &str, text: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let typed = &content[text.clone()];
    let figure = |colon: &usize| typed[colon + 1..].trim_start().starts_with(|sign: char| sign.is_ascii_digit());
    let (colon, _) = typed.rmatch_indices(": ").find(|(colon, _)| *colon > 0 && figure(colon))?;
    let colon = text.start + colon;
    Some((trimmed(content, text.start..colon), trimmed(content, colon + 1..text.end)))
}

/// A range of a text without the blanks around it.
pub(super) fn trimmed(content: &str, range: Range<usize>) -> Range<usize> {
    let text = &content[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    start..start + text.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::report::Origin;
    use crate::model::source::{FileId, Span};

    fn typed(content: &str) -> Typed {
        let span = Span { file: FileId(0), start: 0, end: content.len() as u32 };
        Typed { content: content.to_owned(), origin: Origin { span, runs: vec![(0, 0)] } }
    }

    #[test]
    fn signs_need_a_blank_and_empty_lines_say_nothing() {
        let typed = typed("국장\n\n  - 총무과 \n-5급\n+ 비서");
        let found: Vec<_> =
            lines(&typed, &['-', '+']).map(|line| (line.indent.len(), line.sign, &typed.content[line.text])).collect();
        assert_eq!(found, [(0, None, "국장"), (2, Some('-'), "총무과"), (0, None, "-5급"), (0, Some('+'), "비서")]);
    }

    #[test]
    fn a_colon_with_a_blank_parts_name_and_detail() {
        for (line, name, detail) in [
            ("총무과 : 89명", "총무과", Some("89명")),
            ("총무과: **89명**", "총무과", Some("89명")),
            ("09:00 회의", "09:00 회의", None),
            (": 89명", ": 89명", None),
        ] {
            let caption = caption(&typed(line), 0..line.len(), &mut Diagnostics::new());
            assert_eq!(
                (caption.name.content.as_str(), caption.detail.map(|text| text.content).as_deref()),
                (name, detail)
            );
        }
    }
}
