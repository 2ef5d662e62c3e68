//! Badges and labels of projects: `신규`; `담당부서 : 총무과 | 담당자 : 홍길동`.

use std::ops::Range;

use super::text::required;
use crate::diag::{Diagnostics, KeyProblem, OutlineProblem};
use crate::model::report::{Labelled, Text};
use crate::read::decode::Typed;
use crate::read::outline;

/// Badges, as typed.
pub(super) fn badges(typed: &[Typed], sink: &mut Diagnostics) -> Vec<Text> {
    typed.iter().map(|badge| required(badge, "badges", sink)).collect()
}

/// The labels of each line with their values; what has no label is reported.
pub(super) fn labels(typed: Option<&Typed>, sink: &mut Diagnostics) -> Vec<Vec<Labelled>> {
    let Some(typed) = typed else { return Vec::new() };
    if typed.is_blank() {
        sink.report(KeyProblem::EmptyText { key: "labels" }, typed.span());
    }
    let mut lines = Vec::new();
    let mut start = 0;
    for line in typed.content.split('\n') {
        let mut row = Vec::new();
        let mut at = start;
        for part in line.split('|') {
            let range = at..at + part.len();
            at = range.end + 1;
            if !line.trim().is_empty() {
                row.extend(labelled(typed, range, sink));
            }
        }
        start += line.len() + 1;
        if !row.is_empty() {
            lines.push(row);
        }
    }
    lines
}

/// A label and its value in a range.
fn labelled(typed: &Typed, range: Range<usize>, sink: &mut Diagnostics) -> Option<Labelled> {
    let text = &typed.content[range.clone()];
    let start = range.start + text.len() - text.trim_start().len();
    let whole = start..start + text.trim().len();
    let said = &typed.content[whole.clone()];
    let is_whole =
        said.split_once([':', '：']).is_some_and(|(label, value)| !label.trim().is_empty() && !value.trim().is_empty());
    if !is_whole {
        let place = if whole.is_empty() { typed.place(range) } else { typed.place(whole) };
        sink.report(OutlineProblem::LabelAlone {}, place);
        return None;
    }
    let whole = outline::marked(typed, &[whole], sink);
    let colon = whole.content.find([':', '：'])?;
    Some(Labelled { whole, colon })
}
