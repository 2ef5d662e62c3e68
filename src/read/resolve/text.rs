//! Texts that stand by themselves: titles, names, lines of the cover.

use crate::diag::{Diagnostics, KeyProblem};
use crate::model::report::Text;
use crate::read::decode::Typed;
use crate::read::outline;

/// A text that must say something and prints as typed.
pub(super) fn required(typed: &Typed, key: &'static str, sink: &mut Diagnostics) -> Text {
    if typed.is_blank() {
        sink.report(KeyProblem::EmptyText { key }, typed.span());
    }
    outline::plain(typed)
}

/// A text that may be left out, but must say something if it is there, and prints as typed.
pub(super) fn optional(typed: Option<&Typed>, key: &'static str, sink: &mut Diagnostics) -> Option<Text> {
    typed.map(|typed| required(typed, key, sink))
}

/// A text that may be left out, with marks of emphasis.
pub(super) fn emphasised(typed: Option<&Typed>, key: &'static str, sink: &mut Diagnostics) -> Option<Text> {
    let typed = typed?;
    if typed.is_blank() {
        sink.report(KeyProblem::EmptyText { key }, typed.span());
    }
    let start = typed.content.len() - typed.content.trim_start().len();
    let end = start + typed.content.trim().len();
    Some(outline::marked(typed, &lines(typed, start..end), sink))
}

/// The lines of a range of a text, each without the blanks around it.
pub(super) fn lines(typed: &Typed, range: std::ops::Range<usize>) -> Vec<std::ops::Range<usize>> {
    let mut start = range.start;
    let text = &typed.content[range];
    text.split('\n')
        .map(|line| {
            let from = start + line.len() - line.trim_start().len();
            start += line.len() + 1;
            from..from + line.trim().len()
        })
        .collect()
}
