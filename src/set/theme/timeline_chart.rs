//! What a template says of timelines.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::looks::{RuleDef, SidesDef, TextDef};

keys! {
    /// Timelines.
    pub struct TimelineDef {
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
        head: TextDef,
        /// The ground of heads, a name from `[color]`.
        head_ground: Typed,
        /// Names of tasks.
        name: TextDef,
        /// Names of groups.
        group: TextDef,
        /// The ground of names of groups, a name from `[color]`.
        group_ground: Typed,
        /// The ground of all else, a name from `[color]`.
        ground: Typed,
        /// Notes of bars and milestones.
        note: TextDef,
        /// The rules above and below.
        outer: RuleDef,
        /// The rule below the heads.
        head_rule: RuleDef,
        /// The rules between rows and columns.
        inner: RuleDef,
        /// The ground of bars, a name from `[color]`.
        bar_ground: Typed,
        /// The frame of bars.
        bar_frame: RuleDef,
        /// The height of bars.
        bar_height: Len,
        /// The colour of milestones, a name from `[color]`.
        milestone_ground: Typed,
        /// The width and height of milestones.
        milestone_size: Len,
        /// Between rules and what stands in rows and columns.
        padding: SidesDef,
        /// The least height of a row.
        row_height: Len,
        /// The most width of names of tasks that can be broken.
        widest: Len,
        /// Between a bar or milestone and its note.
        note_gap: Len,
    }
}

impl TimelineDef {
    /// Every text look.
    pub(super) fn texts(&self) -> [&TextDef; 4] {
        [&self.head, &self.name, &self.group, &self.note]
    }

    /// Every use of a colour that isn't a text's.
    pub(super) fn color_names(&self) -> [&Typed; 9] {
        let rules = [&self.outer, &self.head_rule, &self.inner, &self.bar_frame].map(|rule| &rule.color);
        let [outer, head_rule, inner, bar_frame] = rules;
        let (bar, milestone) = (&self.bar_ground, &self.milestone_ground);
        [&self.head_ground, &self.group_ground, &self.ground, bar, milestone, outer, head_rule, inner, bar_frame]
    }
}
