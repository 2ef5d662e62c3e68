//! Timelines of the report to drawings, and to what a listener hears.

use crate::model::report::Text;
use crate::model::report::chart::{Month, Row, Task, Time, Timeline, When};
use crate::model::source::Span;
use crate::set::chart::{BarStyle, Heads, SignStyle, TimelineStyle};
use crate::set::layout::{Elastic, Owner, TextBlock};
use crate::set::theme::TimelineSpec;

use super::Builder;

impl Builder<'_, '_> {
    pub(super) fn timeline(&mut self, timeline: &Timeline<Text>, owner: Owner) -> Timeline<TextBlock> {
        let def = &self.theme.def.chart.timeline;
        let [name, group, note] = [&def.name, &def.group, &def.note].map(|text| self.theme.text(text, Elastic::Size));
        let rows = timeline.rows.iter().map(|row| match row {
            Row::Group(text) => Row::Group(self.text(text, &group, owner)),
            Row::Task(task) => Row::Task(Task {
                name: self.text(&task.name, &name, owner),
                times: task
                    .times
                    .iter()
                    .map(|time| Time {
                        from: time.from,
                        to: time.to,
                        milestone: time.milestone,
                        note: time.note.as_ref().map(|text| self.text(text, &note, owner)),
                    })
                    .collect(),
            }),
        });
        Timeline { first: timeline.first, last: timeline.last, rows: rows.collect() }
    }

    /// The names of a timeline's columns, whatever they are called by in the end.
    pub(super) fn timeline_heads(&mut self, timeline: &Timeline<Text>, span: Span, owner: Owner) -> Heads {
        let def = &self.theme.def.chart.timeline;
        let style = self.theme.text(&def.head, Elastic::Size);
        let mut head = |words: &str| -> TextBlock { self.words(words, span, &style, owner) };
        let numbered = |format: &str, number: u32| format.replace("{}", &number.to_string());
        let years = (timeline.first.year()..=timeline.last.year()).map(|year| {
            let short = def.short_year_format.content.replace("{}", &format!("{:02}", year % 100));
            (head(&numbered(&def.year_format.content, year)), head(&short))
        });
        let years = years.collect();
        Heads {
            years,
            tasks: head(&def.tasks.content),
            months: (1..=12).map(|month| head(&numbered(&def.month_format.content, month))).collect(),
            quarters: (1..=4).map(|quarter| head(&numbered(&def.quarter_format.content, quarter))).collect(),
            halves: def.halves.iter().map(|half| head(&half.content)).collect(),
        }
    }

    pub(super) fn timeline_style(&self) -> TimelineStyle {
        let chart = &self.theme.def.chart;
        let def = &chart.timeline;
        TimelineStyle {
            head_background: self.theme.color(def.head_background),
            group_background: self.theme.color(def.group_background),
            background: self.theme.color(def.background),
            outer: self.theme.stroke(&def.outer),
            head_line: self.theme.stroke(&def.head_rule),
            inner: self.theme.stroke(&def.inner),
            bar: BarStyle {
                background: self.theme.color(def.bar_background),
                frame: self.theme.stroke(&def.bar_frame),
                height: def.bar_height,
            },
            sign: SignStyle { color: self.theme.color(def.milestone_background), size: def.milestone_size },
            padding: def.padding.sides(),
            row_height: def.row_height,
            widest: def.widest,
            note_gap: def.note_gap,
            smallest: chart.smallest,
        }
    }
}

/// The tasks as a list, each with its times; a group's tasks are numbered below it.
pub(super) fn listed(timeline: &Timeline<Text>, def: &TimelineSpec) -> String {
    let mut alt = def.title.content.clone();
    for row in &timeline.rows {
        let name = row.name().content.replace('\n', " ");
        let times: Vec<String> = row.times().map(|time| heard(time, def)).collect();
        match row {
            Row::Group(_) => alt += &format!("\n{name}"),
            Row::Task(_) => alt += &format!("\n- {name}: {}", times.join(", ")),
        }
    }
    alt
}

fn heard(time: &Time<Text>, def: &TimelineSpec) -> String {
    let from = when(time.from, None, def);
    let when = match time.from == time.to {
        true => from,
        false => {
            let to = when(time.to, Some(time.from.month), def);
            def.range_format.content.replacen("{}", &from, 1).replacen("{}", &to, 1)
        }
    };
    match &time.note {
        Some(note) => format!("{when} ({})", note.content.replace('\n', " ")),
        None => when,
    }
}

/// A month or day; without its year where that is the one of the month said before.
fn when(when: When, before: Option<Month>, def: &TimelineSpec) -> String {
    let numbered = |format: &str, number: u32| format.replace("{}", &number.to_string());
    let mut said = Vec::new();
    if before.map(Month::year) != Some(when.month.year()) {
        said.push(numbered(&def.year_format.content, when.month.year()));
    }
    said.push(numbered(&def.month_format.content, when.month.number()));
    said.extend(when.day.map(|day| numbered(&def.day_format.content, day.into())));
    said.join(" ")
}
