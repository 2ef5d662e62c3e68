//! Figures as intervals: what is printed stands for all values that print as it.

use rust_decimal::Decimal;

/// What a printed figure stands for: all values that are no farther from it than its slack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reach {
    /// The figure as printed.
    pub value: Decimal,
    /// How far what it was rounded from may be.
    pub slack: Decimal,
}

impl Reach {
    /// A figure that is what it says.
    pub(crate) fn exact(value: Decimal) -> Reach {
        Reach { value, slack: Decimal::ZERO }
    }

    /// Whether both can stand for the same value.
    pub(crate) fn meets(self, other: Reach) -> bool {
        let apart = self.value.checked_sub(other.value).map(|off| off.abs());
        apart.zip(self.slack.checked_add(other.slack)).is_some_and(|(apart, slack)| apart <= slack)
    }

    /// The sum; `None` beyond what decimals can hold.
    pub(crate) fn plus(self, other: Reach) -> Option<Reach> {
        Some(Reach { value: self.value.checked_add(other.value)?, slack: self.slack.checked_add(other.slack)? })
    }

    /// The difference.
    pub(crate) fn minus(self, other: Reach) -> Option<Reach> {
        self.plus(Reach { value: -other.value, slack: other.slack })
    }

    /// The product.
    pub(crate) fn times(self, other: Reach) -> Option<Reach> {
        let value = self.value.checked_mul(other.value)?;
        let one = self.value.abs().checked_mul(other.slack)?;
        let two = other.value.abs().checked_mul(self.slack)?;
        let both = self.slack.checked_mul(other.slack)?;
        Some(Reach { value, slack: one.checked_add(two)?.checked_add(both)? })
    }

    /// The quotient; `None` by what may be nothing.
    pub(crate) fn over(self, other: Reach) -> Option<Reach> {
        let least = other.value.abs().checked_sub(other.slack)?;
        if least <= Decimal::ZERO {
            return None;
        }
        let value = self.value.checked_div(other.value)?;
        // The farthest that both can pull it away.
        let one = self.slack.checked_div(least)?;
        let two = value.abs().checked_mul(other.slack)?.checked_div(least)?;
        Some(Reach { value, slack: one.checked_add(two)? })
    }

    /// So many times.
    pub(crate) fn scaled(self, by: Decimal) -> Option<Reach> {
        self.times(Reach::exact(by))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_reach_as_far_as_they_are_rounded() {
        let reach = |value: i64, slack: i64| Reach { value: Decimal::new(value, 1), slack: Decimal::new(slack, 1) };
        assert!(reach(100, 5).meets(reach(110, 5)) && !reach(100, 5).meets(reach(111, 5)));
        assert_eq!(reach(100, 5).plus(reach(20, 5)), Some(reach(120, 10)));
        assert_eq!(reach(100, 5).minus(reach(20, 5)), Some(reach(80, 10)));
        assert_eq!(reach(100, 0).over(reach(0, 0)), None);
        // 10 ± 0.5 ÷ 2 is 4.75 to 5.25.
        assert_eq!(reach(100, 5).over(reach(20, 0)).map(|it| it.slack.normalize()), Some(Decimal::new(25, 2)));
    }
}
