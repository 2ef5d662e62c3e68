//! What of an outline would be typed otherwise as the format wants it: two plain blanks a level, plain blanks everywhere.

use std::ops::Range;

use super::line::{Line, LineKind};
use super::{blanks, has_signs, levels};
use crate::read::decode::Typed;

/// Places of a text, in order, each with what belongs there instead.
pub(crate) type Changes = Vec<(Range<usize>, String)>;

/// What of a body would be typed otherwise.
pub(crate) fn tidy_body(body: &Typed) -> Changes {
    changes(body, Line::of_body(&body.content), true)
}

/// What of a table's cell would be, where it is an outline.
pub(crate) fn tidy_cell(cell: &Typed) -> Changes {
    if has_signs(cell) { changes(cell, Line::of_cell(&cell.content), false) } else { Changes::new() }
}

fn changes(body: &Typed, mut lines: Vec<Line>, is_body: bool) -> Changes {
    let odd = levels::settle(body, &mut lines, is_body);
    let mut changes: Changes =
        odd.indented.iter().map(|&(line, wants)| (lines[line].indent.clone(), " ".repeat(wants))).collect();
    let indented: Vec<usize> = odd.indented.iter().map(|(line, _)| *line).collect();
    let mut begin = 0;
    for (index, line) in lines.iter().enumerate() {
        let end = body.content[begin..].find('\n').map_or(body.content.len(), |end| begin + end);
        let kept = if indented.binary_search(&index).is_ok() { line.indent.end } else { begin };
        for blank in blanks::pasted(body, kept..end) {
            let width = match (line.kind, blank.start < line.indent.end) {
                (LineKind::Empty, _) => 0,
                (_, true) => body.content[blank.clone()].chars().map(blanks::width).sum(),
                (_, false) => 1,
            };
            changes.push((blank, " ".repeat(width)));
        }
        begin = end + 1;
    }
    changes.sort_by_key(|(range, _)| range.start);
    changes
}
