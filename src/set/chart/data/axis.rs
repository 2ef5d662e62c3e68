//! The scale of an axis: round steps, counted in whole numbers.

use crate::model::report::chart::Datum;
use crate::read::numbers::written::printed;
use crate::set::layout::TextBlock;

/// A scale.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Axis<T = TextBlock> {
    /// Its steps from the least to the greatest, at least two, which are its ends.
    pub ticks: Vec<Datum<T>>,
}

impl<T> Axis<T> {
    /// Where it begins.
    pub(crate) fn low(&self) -> i128 {
        self.ticks.first().map_or(0, |tick| tick.amount)
    }

    /// How far it reaches.
    pub(crate) fn range(&self) -> i128 {
        self.ticks.last().map_or(1, |tick| tick.amount - self.low())
    }
}

/// The smallest steps of 1, 2 or 5 and noughts of which no more than so many hold a range. Amounts have so many decimals; `below_zero` is the sign
/// of those below zero.
pub(crate) fn axis((low, high): (i128, i128), decimals: u32, most: usize, below_zero: char) -> Axis<String> {
    // All of it at zero is shown below a step of one.
    let high = high.max(low + 1);
    let most = most.max(3) as i128;
    let mut step = 1;
    let ends = |step: i128| (low.div_euclid(step), -(-high).div_euclid(step));
    for factor in [2, 5, 10].into_iter().cycle() {
        let (first, last) = ends(step);
        if last - first < most {
            break;
        }
        // 1, 2, 5, 10, 20 …
        step = if factor == 5 { step / 2 * 5 } else { step * 2 };
    }
    let (first, last) = ends(step);
    let (mut shown, mut divisor) = (decimals, 1);
    while shown > 0 && step % (divisor * 10) == 0 {
        (shown, divisor) = (shown - 1, divisor * 10);
    }
    let tick = |index: i128| {
        let amount = index * step;
        Datum { amount, printed: printed(amount / divisor, shown, below_zero) }
    };
    Axis { ticks: (first..=last).map(tick).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(low: i128, high: i128, decimals: u32) -> Vec<String> {
        axis((low, high), decimals, 6, '△').ticks.into_iter().map(|tick| tick.printed).collect()
    }

    #[test]
    fn steps_are_round_and_hold_the_range() {
        assert_eq!(ticks(0, 4_870, 0), ["0", "1,000", "2,000", "3,000", "4,000", "5,000"]);
        assert_eq!(ticks(0, 3, 0), ["0", "1", "2", "3"]);
        assert_eq!(ticks(-60, 51, 1), ["△10", "△5", "0", "5", "10"]);
        assert_eq!(ticks(0, 0, 0), ["0", "1"]);
        assert_eq!(ticks(0, 12, 1), ["0.0", "0.5", "1.0", "1.5"]);
        assert_eq!(ticks(369_000, 372_100, 0), ["369,000", "370,000", "371,000", "372,000", "373,000"]);
    }
}
