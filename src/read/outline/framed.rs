//! Boxes in outlines: `<참고>` alone on a line, and what is indented below it.

use std::ops::Range;

use super::line::{Line, LineKind};
use super::tree::Tree;
use crate::diag::OutlineProblem;
use crate::model::report::{FrameKind, Framed};

/// What the title of a box stands in, alone on its line.
const BRACKETS: [(char, char); 4] = [('<', '>'), ('‹', '›'), ('＜', '＞'), ('〈', '〉')];

/// Boxes within each other.
pub(super) const DEEPEST_BOX: usize = 2;

/// Whether a line could open a box with this sign, so that `\` before it takes its meaning away.
pub(super) fn is_sign(sign: char) -> bool {
    BRACKETS.iter().any(|(open, _)| *open == sign)
}

/// Adds lines to an outline, boxes with all that is in them.
pub(super) fn add_all(tree: &mut Tree<'_>, lines: &[Line]) {
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        let Some(title) = title(tree, line) else {
            tree.add(line.clone());
            continue;
        };
        let (indent, below) = (tree.typed_blanks(line), &lines[at..]);
        let inside = |line: &Line| line.kind == LineKind::Empty || tree.typed_blanks(line) > indent;
        let mut end = below.iter().take_while(|line| inside(line)).count();
        end -= below[..end].iter().rev().take_while(|line| line.kind == LineKind::Empty).count();
        let below = &below[..end];
        if below.is_empty() {
            tree.report(OutlineProblem::EmptyBox {}, line.whole.clone());
            tree.add(line.clone());
            continue;
        }
        if tree.boxes >= DEEPEST_BOX {
            tree.report(OutlineProblem::BoxTooDeep { deepest: DEEPEST_BOX }, line.whole.clone());
        } else {
            add(tree, line, title, below);
        }
        at += end;
    }
}

/// Adds a box.
fn add(tree: &mut Tree<'_>, line: &Line, title: Range<usize>, below: &[Line]) {
    tree.enter_at(line);
    let first = below.iter().find(|line| line.kind != LineKind::Empty);
    let base = first.map_or(0, |line| line.blanks);
    let below: Vec<Line> =
        below.iter().map(|line| Line { blanks: line.blanks.saturating_sub(base), ..line.clone() }).collect();
    let mut inner = tree.inside();
    add_all(&mut inner, &below);
    let children = inner.finish();
    let (text, span) = tree.marked(title, line.whole.clone());
    tree.push_framed(Framed { kind: FrameKind::Box, text, children, span });
}

/// The title in a line that opens a box, which may be empty.
fn title(tree: &Tree<'_>, line: &Line) -> Option<Range<usize>> {
    if line.kind != LineKind::Text {
        return None;
    }
    let whole = tree.written(line.whole.clone());
    let (open, close) = BRACKETS.into_iter().find(|(open, _)| whole.starts_with(*open))?;
    let title = whole.strip_prefix(open)?.strip_suffix(close)?;
    if title.contains([open, close]) {
        return None;
    }
    let start = line.whole.start + open.len_utf8() + title.len() - title.trim_start().len();
    Some(start..start + title.trim().len())
}
