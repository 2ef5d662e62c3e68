//! Rows and columns that a sheet hides.

use std::ops::Range;

/// Rows or columns, counted from 0, as ranges.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spans {
    ranges: Vec<Range<usize>>,
}

impl Spans {
    /// Adds some, which nearly always come in order.
    pub(super) fn add(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let from = self.ranges.partition_point(|other| other.end < range.start);
        let until = self.ranges.partition_point(|other| other.start <= range.end);
        let joined = self.ranges[from..until.max(from)]
            .iter()
            .fold(range, |joined, other| joined.start.min(other.start)..joined.end.max(other.end));
        self.ranges.splice(from..until.max(from), [joined]);
    }

    /// Whether one of them is this.
    pub(crate) fn contains(&self, index: usize) -> bool {
        let before = self.ranges.partition_point(|range| range.end <= index);
        self.ranges.get(before).is_some_and(|range| range.contains(&index))
    }

    /// Those within a range, in order.
    pub(crate) fn within(&self, within: &Range<usize>) -> Vec<Range<usize>> {
        let cut = |range: &Range<usize>| range.start.max(within.start)..range.end.min(within.end);
        self.ranges.iter().map(cut).filter(|range| !range.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_was_added_is_contained_and_nothing_else(added in proptest::collection::vec((0..60usize, 0..9usize), 0..12)) {
            let mut spans = Spans::default();
            for &(start, length) in &added {
                spans.add(start..start + length);
            }
            for index in 0..80 {
                let expected = added.iter().any(|&(start, length)| (start..start + length).contains(&index));
                prop_assert_eq!(spans.contains(index), expected, "{}", index);
            }
        }
    }
}
