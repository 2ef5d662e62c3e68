//! Blanks that are no plain blanks, as they come with what is pasted: read as plain ones.

use std::ops::Range;

use crate::read::decode::Typed;

/// Those of a range of a text. A blank that is typed as an escape, `\u00A0`, is meant as it is; a tab never is.
pub(super) fn pasted(typed: &Typed, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let start = range.start;
    typed.content[range].char_indices().filter(|(_, character)| is_pasted(*character)).filter_map(
        move |(at, character)| {
            let range = start + at..start + at + character.len_utf8();
            let stands = typed.place(range.clone()).range().len() == range.len();
            (stands || character == '\t').then_some(range)
        },
    )
}

fn is_pasted(blank: char) -> bool {
    matches!(blank, '\t' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// The plain blanks that a blank of an indentation stands for.
pub(super) fn width(blank: char) -> usize {
    match blank {
        '\t' | '\u{3000}' => 2,
        '\u{200b}' | '\u{feff}' => 0,
        _ => 1,
    }
}
