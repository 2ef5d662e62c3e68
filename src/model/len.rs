//! Lengths: whole thousandths of a point, so that sums are exact and comparisons real.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in thousandths of a PostScript point (1/72 inch).
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Len(i64);

impl Len {
    /// No length.
    pub(crate) const ZERO: Len = Len(0);
    /// More than any page, for measuring into unlimited height; sums of it still fit.
    pub(crate) const UNLIMITED: Len = Len(i64::MAX / 1024);

    /// From thousandths of a point.
    pub(crate) const fn milli(milli: i64) -> Len {
        Len(milli)
    }

    /// From whole points.
    pub(crate) const fn pt(points: i64) -> Len {
        Len(points * 1000)
    }

    /// From points, rounded to the nearest thousandth.
    pub(crate) fn from_pt(points: f64) -> Len {
        Len((points * 1000.0).round() as i64)
    }

    /// From millimetres, rounded to the nearest thousandth of a point.
    pub(crate) fn from_mm(mm: f64) -> Len {
        Len::from_pt(mm * 72.0 / 25.4)
    }

    /// In thousandths of a point.
    pub(crate) const fn as_milli(self) -> i64 {
        self.0
    }

    /// In points.
    pub(crate) fn to_pt(self) -> f32 {
        (self.0 as f64 / 1000.0) as f32
    }

    /// This length times a ratio, rounded to nearest.
    pub(crate) fn scale(self, ratio: Ratio) -> Len {
        self.part(ratio.0, Ratio::ONE.0)
    }

    /// This length times `numerator / denominator`, rounded to nearest. The denominator is positive.
    pub(crate) fn part(self, numerator: i64, denominator: i64) -> Len {
        let half = denominator / 2;
        let away = |product: i64| product.checked_add(if product < 0 { -half } else { half });
        // Nearly always the product fits, and a division of 128 bits takes ten times as long.
        if let Some(rounded) = self.0.checked_mul(numerator).and_then(away) {
            return Len(rounded / denominator);
        }
        let (product, half) = (i128::from(self.0) * i128::from(numerator), i128::from(half));
        let rounded = (product + if product < 0 { -half } else { half }) / i128::from(denominator);
        Len(rounded as i64)
    }

    /// Never below zero.
    pub(crate) fn at_least_zero(self) -> Len {
        self.max(Len::ZERO)
    }
}

/// A dimensionless factor in millionths: scales of type, line spacing, advances in ems.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Ratio(i64);

impl Ratio {
    /// The factor one.
    pub(crate) const ONE: Ratio = Ratio(1_000_000);

    /// From millionths.
    pub(crate) const fn millionths(millionths: i64) -> Ratio {
        Ratio(millionths)
    }

    /// From thousandths, as percentages with one decimal are written.
    pub(crate) const fn thousandths(thousandths: i64) -> Ratio {
        Ratio(thousandths * 1000)
    }

    /// From a factor, rounded to the nearest millionth.
    pub(crate) fn from_f64(factor: f64) -> Ratio {
        Ratio((factor * 1e6).round() as i64)
    }

    /// In millionths.
    pub(crate) const fn as_millionths(self) -> i64 {
        self.0
    }

    /// In whole percent, rounded to nearest; none below zero.
    pub(crate) fn percent(self) -> u32 {
        u32::try_from((self.0 + 5_000) / 10_000).unwrap_or_default()
    }

    /// The product of two factors, rounded to nearest.
    pub(crate) fn times(self, other: Ratio) -> Ratio {
        Ratio(Len(self.0).part(other.0, Ratio::ONE.0).0)
    }
}

impl Default for Ratio {
    fn default() -> Self {
        Ratio::ONE
    }
}

impl fmt::Debug for Len {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// In points, without trailing zeros: `12.5pt`.
impl fmt::Display for Len {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let decimals = format!("{rest:03}");
        let decimals = decimals.trim_end_matches('0');
        if decimals.is_empty() { write!(f, "{sign}{whole}pt") } else { write!(f, "{sign}{whole}.{decimals}pt") }
    }
}

impl Add for Len {
    type Output = Len;
    fn add(self, other: Len) -> Len {
        Len(self.0.saturating_add(other.0))
    }
}

impl Sub for Len {
    type Output = Len;
    fn sub(self, other: Len) -> Len {
        Len(self.0.saturating_sub(other.0))
    }
}

impl AddAssign for Len {
    fn add_assign(&mut self, other: Len) {
        *self = *self + other;
    }
}

impl SubAssign for Len {
    fn sub_assign(&mut self, other: Len) {
        *self = *self - other;
    }
}

impl Neg for Len {
    type Output = Len;
    fn neg(self) -> Len {
        Len(-self.0)
    }
}

impl Mul<i64> for Len {
    type Output = Len;
    fn mul(self, factor: i64) -> Len {
        Len(self.0.saturating_mul(factor))
    }
}

impl Div<i64> for Len {
    type Output = Len;
    fn div(self, divisor: i64) -> Len {
        Len(self.0 / divisor)
    }
}

impl Sum for Len {
    fn sum<I: Iterator<Item = Len>>(lengths: I) -> Len {
        lengths.fold(Len::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_points_without_trailing_zeros() {
        assert_eq!(Len::milli(12_500).to_string(), "12.5pt");
        assert_eq!(Len::milli(-50).to_string(), "-0.05pt");
        assert_eq!(Len::pt(3).to_string(), "3pt");
    }

    #[test]
    fn a4_height_in_millimetres_is_842_points() {
        assert_eq!(Len::from_mm(297.0), Len::milli(841_890));
    }

    #[test]
    fn parts_round_to_nearest_on_both_sides_of_zero() {
        assert_eq!(Len::milli(5).part(1, 2), Len::milli(3));
        assert_eq!(Len::milli(-5).part(1, 2), Len::milli(-3));
        let long = 3_000_000_000_001;
        assert_eq!(Len::milli(long).part(10_000_000_000, 20_000_000_000), Len::milli(long / 2 + 1));
        assert_eq!(Len::milli(-long).part(10_000_000_000, 20_000_000_000), Len::milli(-long / 2 - 1));
    }
}
