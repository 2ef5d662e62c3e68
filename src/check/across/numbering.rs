//! Signs that number the items of a list follow each other: 1., 2., 3.; ①, ②, ③.

use std::collections::BTreeMap;

use crate::check::found::Found;
use crate::check::read::{LineKind, Reading, Section};
use crate::diag::{AcrossProblem, Diagnostic};
use crate::model::report::Series;

/// Looks at neighbouring items with such signs.
pub(in crate::check) fn numbering(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        for diagnostic in of_section(section) {
            found.push(index, None, diagnostic);
        }
    }
}

/// The last number of a list: what it counted, below which heading, and its line.
struct Last {
    series: Series,
    nth: u32,
    heading: Option<usize>,
    line: usize,
}

fn of_section(section: &Section<'_>) -> Vec<Diagnostic> {
    // By the line that the list stands below; `None` at the outermost level.
    let mut lists: BTreeMap<Option<usize>, Last> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, line) in section.lines.iter().enumerate() {
        if line.kind != LineKind::Item {
            continue;
        }
        // Items of other signs between two numbers stand below the first, wherever they were indented to: they end no list.
        let Some((sign, numeral)) = line.sign.and_then(|sign| Some((sign, sign.numeral()?))) else { continue };
        let (series, nth, heading) = (numeral.series, numeral.nth, line.heading);
        let before = lists.insert(line.parent, Last { series, nth, heading, line: index });
        let before = before.filter(|before| before.series == series && before.heading == heading);
        // Below a heading the first number may be any, since what it goes on from may stand in a table or in the heading; below an item it is the first.
        if before.is_none() && line.parent.is_none() {
            continue;
        }
        let expected = before.as_ref().map_or(1, |before| before.nth + 1);
        let may_begin = nth == 1 && before.is_none_or(|before| nth < before.nth || parted(section, before.line, index));
        if nth != expected
            && !may_begin
            && let Some(expected) = series.nth(expected)
        {
            let problem = AcrossProblem::Numbering { shown: sign.typed.clone(), expected };
            found.push(Diagnostic::new(problem, line.read.text.origin.span));
        }
    }
    found
}

/// Whether a text that isn't numbered stands between two items of one level, after which a list may begin anew.
fn parted(section: &Section<'_>, from: usize, to: usize) -> bool {
    let parent = section.lines[to].parent;
    section.lines[from + 1..to].iter().any(|line| {
        let unnumbered = line.kind == LineKind::Item && line.sign.is_none_or(|sign| sign.numeral().is_none());
        (line.kind == LineKind::Paragraph || unnumbered) && line.parent == parent
    })
}
