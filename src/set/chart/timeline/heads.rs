//! What columns are called by: months, or quarters, halves and years where there is no room for the names of months.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Block, TextBlock, widths};

use super::super::drawing::at_scale;
use super::Timeline;
use crate::model::report::chart::Month;

/// The names of columns.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Heads<T = TextBlock> {
    /// What stands above the tasks.
    pub tasks: T,
    /// The years from the first to the last, each in full and in short.
    pub years: Vec<(T, T)>,
    /// The twelve months.
    pub months: Vec<T>,
    /// The four quarters.
    pub quarters: Vec<T>,
    /// The two halves.
    pub halves: Vec<T>,
}

/// How many months the columns have that are tried, the best first.
pub(super) const UNITS: [u32; 4] = [1, 3, 6, 12];

/// A head over some months.
pub(super) struct Head<'a> {
    /// Its first month.
    pub from: Month,
    /// How many it has.
    pub months: u32,
    /// Its name.
    pub name: &'a TextBlock,
}

impl<T> Heads<T> {
    /// Every text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &T> {
        let years = self.years.iter().flat_map(|(full, short)| [full, short]);
        std::iter::once(&self.tasks).chain(years).chain(&self.months).chain(&self.quarters).chain(&self.halves)
    }
}

/// The months that are shown where columns have so many: whole columns.
pub(super) fn shown(timeline: &Timeline, unit: u32) -> (Month, u32) {
    let first = timeline.first.floor(unit);
    (first, timeline.last.floor(unit).since(first) + unit)
}

/// The rows of heads above months of a width, or `None` where a name is wider than what it stands above.
pub(super) fn heads<'a>(
    heads: &'a Heads,
    (first, count): (Month, u32),
    unit: u32,
    scale: Ratio,
    width: impl Fn(u32) -> Len,
) -> Option<Vec<Vec<Head<'a>>>> {
    let fits = |name: &TextBlock, months: u32| natural(name, scale) <= width(months);
    let mut years = Vec::new();
    let mut from = first;
    while from.since(first) < count {
        let months = from.floor(12).after(12).since(from).min(count - from.since(first));
        let (full, short) = heads.years.get((from.year() - first.year()) as usize)?;
        years.push(Head { from, months, name: [full, short].into_iter().find(|name| fits(name, months))? });
        from = from.after(months);
    }
    let names = match unit {
        1 => &heads.months,
        3 => &heads.quarters,
        6 => &heads.halves,
        _ => return Some(vec![years]),
    };
    let column = |at: u32| {
        let from = first.after(at * unit);
        let name = names.get(((from.number() - 1) / unit) as usize)?;
        fits(name, unit).then_some(Head { from, months: unit, name })
    };
    Some(vec![years, (0..count / unit).map(column).collect::<Option<_>>()?])
}

/// How wide a text is in one line.
pub(super) fn natural(text: &TextBlock, scale: Ratio) -> Len {
    widths(&Block::Text(text.clone()), &at_scale(scale)).max
}
