//! The places of a task's bars, milestones and notes: lines below each other, no two of a kind over each other, no note over anything.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Rect, TextBlock};

use super::super::drawing::lines;
use super::heads::natural;
use super::{Task, TimelineStyle};

/// What is placed of a task, from the top of its first line.
#[derive(Debug, Default)]
pub(super) struct Lines<'a> {
    /// The rectangles of bars, and those that hold milestones.
    pub shapes: Vec<(Rect, bool)>,
    /// Notes in their rooms.
    pub notes: Vec<(&'a TextBlock, Rect)>,
    /// The height of all lines.
    pub height: Len,
}

/// A bar or milestone on its line.
struct Placed<'a> {
    milestone: bool,
    note: Option<&'a TextBlock>,
    left: Len,
    right: Len,
    line: usize,
}

/// Places a task. `ends` gives the left and right edge of its times, `room` what lies between the edges of the months.
pub(super) fn placed<'a>(
    task: &'a Task,
    style: &TimelineStyle,
    scale: Ratio,
    ends: impl Fn(&super::Time) -> (Len, Len),
    room: (Len, Len),
) -> Lines<'a> {
    let mut shapes: Vec<Placed> = Vec::new();
    for time in &task.times {
        let (mut left, mut right) = ends(time);
        if time.milestone {
            // Signs are wider than days; at the edges they stay within the months.
            left = (left + (right - left - style.sign.size) / 2).min(room.1 - style.sign.size).max(room.0);
            right = left + style.sign.size;
        }
        let covers = |line: usize| {
            let mut on_line = shapes.iter().filter(|other| other.line == line && other.milestone == time.milestone);
            on_line.any(|other| left < other.right && other.left < right)
        };
        // There are fewer lines than times.
        let line = (0..).find(|line| !covers(*line)).unwrap_or_default();
        shapes.push(Placed { milestone: time.milestone, note: time.note.as_ref(), left, right, line });
    }
    let count = shapes.iter().map(|shape| shape.line + 1).max().unwrap_or_default();
    let noted =
        |shape: &Placed<'a>| shape.note.map(|note| lines(note, scale, Len::UNLIMITED).height).unwrap_or_default();
    let text_height = shapes.iter().map(noted).max().unwrap_or_default();
    let height = style.bar.height.max(style.sign.size).max(text_height);
    let step = height + style.padding.top;
    let mut placed = Lines::default();
    for shape in &shapes {
        let size = if shape.milestone { style.sign.size } else { style.bar.height };
        let y = step * shape.line as i64 + (height - size) / 2;
        placed.shapes.push((Rect::new(shape.left, y, shape.right - shape.left, size), shape.milestone));
    }
    placed.height = (step * count as i64 - style.padding.top).at_least_zero();
    for (index, shape) in shapes.iter().enumerate() {
        let Some(note) = shape.note else { continue };
        let width = natural(note, scale);
        let top = step * shape.line as i64;
        let rooms = beside(shape, width, style).map(|left| Rect::new(left, top, width, height));
        let free = |rect: &Rect| {
            let over =
                placed.shapes.iter().enumerate().filter(|(other, (shape, _))| *other != index && shape.overlaps(rect));
            rect.x >= room.0
                && rect.right() <= room.1
                && over.count() == 0
                && placed.notes.iter().all(|(_, other)| !other.overlaps(rect))
        };
        let inside = !shape.milestone && width + style.note_gap <= shape.right - shape.left;
        let chosen = rooms.into_iter().skip(usize::from(!inside)).find(free);
        let chosen = chosen.unwrap_or_else(|| {
            let below = below(shape, note, width, scale, placed.height + style.padding.top, room);
            placed.height = below.bottom();
            below
        });
        placed.notes.push((note, chosen));
    }
    placed
}

/// Where a note may begin: in the middle of its bar, after it, before it.
fn beside(shape: &Placed, width: Len, style: &TimelineStyle) -> [Len; 3] {
    let middle = shape.left + (shape.right - shape.left - width) / 2;
    [middle, shape.right + style.note_gap, shape.left - style.note_gap - width]
}

/// A line of its own for a note, below all others, as near to its bar as there is room.
fn below(shape: &Placed, note: &TextBlock, width: Len, scale: Ratio, y: Len, room: (Len, Len)) -> Rect {
    let width = width.min(room.1 - room.0);
    let left = shape.left.min(room.1 - width).max(room.0);
    Rect::new(left, y, width, lines(note, scale, width).height)
}
