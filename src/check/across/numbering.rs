//! Signs that number the items of a list follow each other: ①, ②, ③; ㉮, ㉯.

use std::collections::BTreeMap;

use crate::check::found::Found;
use crate::check::read::{LineKind, Reading};
use crate::diag::{AcrossProblem, Diagnostic};

/// Rows of signs, each in its order.
const ROWS: [(char, char); 5] = [('①', '⑳'), ('㉠', '㉭'), ('㉮', '㉻'), ('❶', '❿'), ('⑴', '⒇')];

/// Looks at neighbouring items with such signs.
pub(in crate::check) fn numbering(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        let mut last: BTreeMap<(Option<usize>, Option<usize>), char> = BTreeMap::new();
        for line in section.lines.iter().filter(|line| line.kind == LineKind::Item) {
            let key = (line.parent, line.heading);
            let Some(sign) = line.sign.filter(|sign| row(*sign).is_some()) else {
                last.remove(&key);
                continue;
            };
            let expected = match last.insert(key, sign) {
                // A list may begin anew.
                Some(before) if row(before) == row(sign) => char::from_u32(u32::from(before) + 1),
                _ => row(sign).map(|(first, _)| first),
            };
            let first = row(sign).map(|(first, _)| first);
            if let Some(expected) = expected.filter(|expected| *expected != sign && first != Some(sign)) {
                let problem = AcrossProblem::Numbering { shown: sign, expected };
                found.push(index, None, Diagnostic::new(problem, line.read.text.origin.span));
            }
        }
    }
}

fn row(sign: char) -> Option<(char, char)> {
    ROWS.into_iter().find(|(first, last)| (*first..=*last).contains(&sign))
}
