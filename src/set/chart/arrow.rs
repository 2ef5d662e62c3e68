//! Arrows: lines at right angles whose filled head touches what they lead to.

use crate::model::len::Len;
use crate::set::layout::{Path, Point, Stroke};

use super::drawing::Drawing;

/// How arrows look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ArrowStyle {
    /// The line.
    pub line: Stroke,
    /// The head, from its base to its tip.
    pub length: Len,
    /// The head, across its base.
    pub width: Len,
}

impl Drawing {
    /// An arrow through some points, each straight below or beside the one before, its tip at the last.
    pub(super) fn arrow(&mut self, points: &[Point], style: &ArrowStyle) {
        let [.., before, tip] = *points else { return };
        let (across, down) = (sign(tip.x - before.x), sign(tip.y - before.y));
        // The line ends within the head, so that neither shows beyond the other.
        let end = tip.shifted(-(style.length / 2) * across, -(style.length / 2) * down);
        let mut line = points.to_vec();
        line.pop();
        line.push(end);
        self.line(&line, style.line);
        let base = tip.shifted(-style.length * across, -style.length * down);
        let half = style.width / 2;
        let corners = [base.shifted(half * down, half * across), base.shifted(-half * down, -half * across), tip];
        let head = Path { segments: Path::polygon(&corners), background: Some(style.line.color.into()), pen: None };
        // Arrows that meet before their end share its head.
        if !self.shapes.contains(&head) {
            self.shapes.push(head);
        }
    }
}

fn sign(length: Len) -> i64 {
    length.as_milli().signum()
}
