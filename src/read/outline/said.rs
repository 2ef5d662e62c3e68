//! What is said of lines that are read otherwise than they seem to be meant.

use super::levels::Odd;
use super::line::{Line, LineKind};
use super::signs;
use crate::diag::{Diagnostics, OutlineProblem};
use crate::read::decode::Typed;

/// Says of an outline's lines what its author might not expect.
pub(super) fn say(body: &Typed, lines: &[Line], odd: &Odd, sink: &mut Diagnostics) {
    if let Some(&(first, wants)) = odd.indented.first() {
        let indent = lines[first].indent.clone();
        let place = if indent.is_empty() { lines[first].whole.clone() } else { indent };
        let problem = OutlineProblem::Indentation { lines: odd.indented.len(), wants };
        sink.report(problem, body.place(place));
    }
    for line in lines.iter().filter(|line| line.kind == LineKind::Text) {
        if let Some(like) = signs::like_one(&body.content[line.whole.clone()]) {
            let sign = body.content[line.whole.clone()][like.clone()].to_owned();
            let place = line.whole.start + like.start..line.whole.start + like.end;
            sink.report(OutlineProblem::SignAsText { sign }, body.place(place));
        }
    }
}
