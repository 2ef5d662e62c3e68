//! Timelines (추진일정): tasks below each other, months beside each other, bars and milestones.
//!
//! [`heads`] chooses what the columns are called by, [`line`] places a task's bars, milestones and notes, and [`draw`] draws the whole.

mod calendar;
mod draw;
mod heads;
mod line;

use crate::layout::{Color, Sides, Stroke, TextBlock};
use crate::len::Len;

use super::drawing::Drawing;
use super::scales::scales;
pub use calendar::{Month, When};
use draw::Drawn;
pub use heads::Heads;
use heads::UNITS;

/// A timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline<T = TextBlock> {
    /// The first month.
    pub first: Month,
    /// The last month, not before the first.
    pub last: Month,
    /// Its rows, from the top.
    pub rows: Vec<Row<T>>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub enum Row<T = TextBlock> {
    /// What the tasks below it are called together.
    Group(T),
    /// A task.
    Task(Task<T>),
}

/// A task and when it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Task<T = TextBlock> {
    /// Its name.
    pub name: T,
    /// Its times, within the months of its timeline.
    pub times: Vec<Time<T>>,
}

/// A time.
#[derive(Debug, Clone, PartialEq)]
pub struct Time<T = TextBlock> {
    /// Its first month or day.
    pub from: When,
    /// Its last month or day, not before the first.
    pub to: When,
    /// Whether it is a milestone: one day.
    pub milestone: bool,
    /// What is said of it.
    pub note: Option<T>,
}

/// How a timeline looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineLook {
    /// The ground of its head.
    pub head_ground: Color,
    /// The ground of rows that name a group.
    pub group_ground: Color,
    /// The ground of the others.
    pub ground: Color,
    /// The lines above and below.
    pub outer: Stroke,
    /// The line below the head.
    pub head_line: Stroke,
    /// The lines between rows and columns.
    pub inner: Stroke,
    /// Bars.
    pub bar: BarLook,
    /// Milestones.
    pub sign: SignLook,
    /// Between lines and what stands in rows and columns.
    pub padding: Sides,
    /// The least height of a row.
    pub row_height: Len,
    /// The most width of names that can be broken.
    pub widest: Len,
    /// Between a bar or milestone and its note.
    pub note_gap: Len,
    /// The least size of type.
    pub smallest: Len,
}

/// How bars look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarLook {
    /// The ground.
    pub ground: Color,
    /// The frame.
    pub frame: Stroke,
    /// The height.
    pub height: Len,
}

/// How milestones look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignLook {
    /// The colour.
    pub color: Color,
    /// The width and height.
    pub size: Len,
}

impl<T> Row<T> {
    /// The times of a task.
    pub fn times(&self) -> impl Iterator<Item = &Time<T>> {
        let times: &[Time<T>] = match self {
            Row::Group(_) => &[],
            Row::Task(task) => &task.times,
        };
        times.iter()
    }

    /// What stands at the left.
    pub fn name(&self) -> &T {
        match self {
            Row::Group(name) => name,
            Row::Task(task) => &task.name,
        }
    }
}

/// Draws a timeline, its columns called by months or else by the shortest parts of the year for whose names there is room.
pub fn timeline(timeline: &Timeline, heads: &Heads, look: &TimelineLook, width: Len) -> Drawing {
    let names = timeline.rows.iter().map(Row::name);
    let notes = timeline.rows.iter().flat_map(Row::times).filter_map(|time| time.note.as_ref());
    let scales = scales(names.chain(notes).chain(heads.texts()), look.smallest);
    for scale in &scales {
        for unit in UNITS {
            if let Some(drawn) = Drawn::fitted(timeline, heads, look, *scale, unit, width) {
                return drawn.drawing();
            }
        }
    }
    let smallest = scales.last().copied().unwrap_or_default();
    Drawn::narrowest(timeline, heads, look, smallest).drawing()
}
