//! Timelines (추진일정): tasks below each other, months beside each other, bars and milestones.
//!
//! [`heads`] chooses what the columns are called by, [`line`] places a task's bars, milestones and notes, and [`draw`] draws the whole.

mod draw;
mod heads;
mod line;

use crate::model::len::Len;
use crate::set::layout::{Color, Sides, Stroke, TextBlock};

use super::drawing::Drawing;
use super::scales::scales;
use draw::Drawn;
pub(crate) use heads::Heads;
use heads::UNITS;

/// A timeline of texts that are shaped.
pub(crate) type Timeline = crate::model::report::chart::Timeline<TextBlock>;
/// A row of it.
pub(crate) type Row = crate::model::report::chart::Row<TextBlock>;
/// A task of it.
pub(crate) type Task = crate::model::report::chart::Task<TextBlock>;
/// A time of it.
pub(crate) type Time = crate::model::report::chart::Time<TextBlock>;

/// How a timeline looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TimelineStyle {
    /// The background of its head.
    pub head_background: Color,
    /// The background of rows that name a group.
    pub group_background: Color,
    /// The background of the others.
    pub background: Color,
    /// The lines above and below.
    pub outer: Stroke,
    /// The line below the head.
    pub head_line: Stroke,
    /// The lines between rows and columns.
    pub inner: Stroke,
    /// Bars.
    pub bar: BarStyle,
    /// Milestones.
    pub sign: SignStyle,
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
pub(crate) struct BarStyle {
    /// The background.
    pub background: Color,
    /// The frame.
    pub frame: Stroke,
    /// The height.
    pub height: Len,
}

/// How milestones look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SignStyle {
    /// The colour.
    pub color: Color,
    /// The width and height.
    pub size: Len,
}

/// Draws a timeline, its columns called by months or else by the shortest parts of the year for whose names there is room.
pub(crate) fn timeline(timeline: &Timeline, heads: &Heads, style: &TimelineStyle, width: Len) -> Drawing {
    let names = timeline.rows.iter().map(Row::name);
    let notes = timeline.rows.iter().flat_map(Row::times).filter_map(|time| time.note.as_ref());
    let scales = scales(names.chain(notes).chain(heads.texts()), style.smallest);
    for scale in &scales {
        for unit in UNITS {
            if let Some(drawn) = Drawn::fitted(timeline, heads, style, *scale, unit, width) {
                return drawn.drawing();
            }
        }
    }
    let smallest = scales.last().copied().unwrap_or_default();
    Drawn::narrowest(timeline, heads, style, smallest).drawing()
}
