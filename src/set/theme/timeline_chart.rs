//! What a template says of timelines.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::names::ColorRef;
use super::styles::{RuleSpec, SidesSpec, TextSpec};

keys! {
    /// Timelines.
    pub struct TimelineSpec {
        /// What a listener hears before the tasks.
        title: Typed,
        /// What stands above the tasks.
        tasks: Typed,
        /// A year above its months; `{}` is its number.
        year_format: Typed,
        /// A year where there is no room for that; `{}` is its last two digits.
        short_year_format: Typed,
        /// A month; `{}` is its number.
        month_format: Typed,
        /// A quarter, where there is no room for months; `{}` is its number.
        quarter_format: Typed,
        /// The two halves of a year, where there is no room for quarters.
        halves: Vec<Typed>,
        /// How a listener hears a day of a month; `{}` is its number.
        day_format: Typed,
        /// How a listener hears when a task begins and ends; the first `{}` is the beginning, the second the end.
        range_format: Typed,
        /// Heads.
        head: TextSpec,
        /// The background of heads, a name from `[color]`.
        head_background: ColorRef,
        /// Names of tasks.
        name: TextSpec,
        /// Names of groups.
        group: TextSpec,
        /// The background of names of groups, a name from `[color]`.
        group_background: ColorRef,
        /// The background of all else, a name from `[color]`.
        background: ColorRef,
        /// Notes of bars and milestones.
        note: TextSpec,
        /// The rules above and below.
        outer: RuleSpec,
        /// The rule below the heads.
        head_rule: RuleSpec,
        /// The rules between rows and columns.
        inner: RuleSpec,
        /// The background of bars, a name from `[color]`.
        bar_background: ColorRef,
        /// The frame of bars.
        bar_frame: RuleSpec,
        /// The height of bars.
        bar_height: Len,
        /// The colour of milestones, a name from `[color]`.
        milestone_background: ColorRef,
        /// The width and height of milestones.
        milestone_size: Len,
        /// Between rules and what stands in rows and columns.
        padding: SidesSpec,
        /// The least height of a row.
        row_height: Len,
        /// The most width of names of tasks that can be broken.
        widest: Len,
        /// Between a bar or milestone and its note.
        note_gap: Len,
    }
}
