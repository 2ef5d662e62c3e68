//! Timelines (추진일정): tasks below each other, and when each is done.

use super::{Month, When};

/// A timeline.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Timeline<T> {
    /// The first month.
    pub first: Month,
    /// The last month, not before the first.
    pub last: Month,
    /// Its rows, from the top.
    pub rows: Vec<Row<T>>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Row<T> {
    /// What the tasks below it are called together.
    Group(T),
    /// A task.
    Task(Task<T>),
}

/// A task and when it is done.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Task<T> {
    /// Its name.
    pub name: T,
    /// Its times, within the months of its timeline.
    pub times: Vec<Time<T>>,
}

/// A time.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Time<T> {
    /// Its first month or day.
    pub from: When,
    /// Its last month or day, not before the first.
    pub to: When,
    /// Whether it is a milestone: one day.
    pub milestone: bool,
    /// What is said of it.
    pub note: Option<T>,
}

impl<T> Row<T> {
    /// The times of a task.
    pub(crate) fn times(&self) -> impl Iterator<Item = &Time<T>> {
        let times: &[Time<T>] = match self {
            Row::Group(_) => &[],
            Row::Task(task) => &task.times,
        };
        times.iter()
    }

    /// What stands at the left.
    pub(crate) fn name(&self) -> &T {
        match self {
            Row::Group(name) => name,
            Row::Task(task) => &task.name,
        }
    }
}
