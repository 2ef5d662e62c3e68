//! References that were typed as numbers: a table or figure that there isn't, a page whose number nothing keeps right.

use std::ops::Range;

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::diag::{AcrossProblem, Diagnostic};
use crate::model::report::CaptionKind;

/// Looks at every text for `표 5`, where tables have numbers, and for `→ 12쪽`.
pub(in crate::check) fn references(reading: &Reading<'_>, found: &mut Found) {
    let captioned = |kind| reading.report.captions.iter().filter(|listed| listed.kind == kind).count();
    let kinds = [("표", captioned(CaptionKind::Table)), ("그림", captioned(CaptionKind::Graphic))];
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            let text = read.content();
            let mut say = |problem, range| {
                found.push(section, table, Diagnostic::new(problem, read.text.place(range)));
            };
            for (word, last) in kinds.iter().copied().filter(|(_, last)| *last > 0) {
                for (range, number) in numbered(text, word) {
                    if number == 0 || number > last {
                        let shown = text[range.clone()].to_owned();
                        say(AcrossProblem::NoSuchNumber { shown, word, last }, range);
                    }
                }
            }
            for range in pages(text) {
                say(AcrossProblem::TypedPage { shown: text[range.clone()].to_owned() }, range);
            }
        }
    }
}

/// Where a word stands alone with a number behind it: `표 5`, `[표 5]`, `표 5를`, but not `대표 5명`.
fn numbered<'t>(text: &'t str, word: &'static str) -> impl Iterator<Item = (Range<usize>, usize)> + 't {
    text.match_indices(word).filter_map(move |(start, _)| {
        let before = text[..start].chars().next_back();
        let after = &text[start + word.len()..];
        let digits = after.strip_prefix(' ').unwrap_or(after);
        let length = digits.bytes().take_while(u8::is_ascii_digit).count();
        let rest = &digits[length..];
        let end = text.len() - rest.len();
        let stands_alone = before.is_none_or(|before| !before.is_alphanumeric());
        let is_name = rest.chars().next().is_none_or(|next| {
            !next.is_alphanumeric() && !matches!(next, '-' | '.' | ',' | '~') || "을를이가은는과와의에로".contains(next)
        });
        // A number beyond all bounds is one that nothing has.
        let number = digits[..length].parse().unwrap_or(usize::MAX);
        (length > 0 && stands_alone && is_name).then_some((start..end, number))
    })
}

/// The numbers of pages that a text refers to: `→ 12쪽`, `12쪽 참조`.
fn pages(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    text.match_indices('쪽').filter_map(|(at, word)| {
        let before = text[..at].trim_end_matches(|digit: char| digit.is_ascii_digit());
        let rest = text[at + word.len()..].trim_start();
        let is_reference = before.trim_end().ends_with('→') || ["참조", "참고"].iter().any(|it| rest.starts_with(it));
        (before.len() < at && is_reference).then_some(before.len()..at + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_told_from_words_and_counts() {
        let found = |text: &'static str| numbered(text, "표").map(|(range, _)| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("[표 5] 참조, 표12와 표 3"), ["표 5", "표12", "표 3"]);
        assert_eq!(found("표 99999999999999999999 참조"), ["표 99999999999999999999"]);
        assert_eq!(found("대표 5명, 표 3건, 표 2-1, 목표 7, 표"), Vec::<&str>::new());
        let found = |text: &'static str| pages(text).map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("(→ 12쪽), 7쪽 참조, 책자 40쪽, 북쪽 참조"), ["12쪽", "7쪽"]);
    }
}
