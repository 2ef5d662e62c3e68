//! A number as its decimal digits: what number formats round, move and show.

use rust_decimal::Decimal;

/// Digits that spreadsheets reckon with and show: what a binary number has beyond them is only its way of writing 0.3.
const SIGNIFICANT: usize = 15;

/// A number: `0.d₁d₂d₃… × 10^point`, without zeros at either end; no digits are zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Digits {
    /// Whether it is below zero.
    pub negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// The fifteen digits of a binary number; `None` for what is no number.
    pub(crate) fn of(number: f64) -> Option<Digits> {
        if !number.is_finite() {
            return None;
        }
        // Most numbers are whole, and need no more than their digits.
        if number.fract() == 0.0 && number.abs() < 1e15 {
            return Some(Digits { negative: number < 0.0, ..Digits::whole(number.abs() as u64) });
        }
        let written = format!("{:.*e}", SIGNIFICANT - 1, number.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
        let point = exponent.parse::<i32>().ok()? + 1;
        Some(Digits { negative: number < 0.0, digits, point }.trimmed())
    }

    /// A whole number, not below zero.
    pub(crate) fn whole(number: u64) -> Digits {
        let digits: Vec<u8> = number.to_string().bytes().map(|digit| digit - b'0').collect();
        let point = digits.len() as i32;
        Digits { negative: false, digits, point }.trimmed()
    }

    fn trimmed(mut self) -> Digits {
        let zeros = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..zeros);
        self.point -= zeros as i32;
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
        self
    }

    /// Whether it is nothing.
    pub(crate) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Its size.
    pub(crate) fn abs(&self) -> Digits {
        Digits { negative: false, ..self.clone() }
    }

    /// Ten to this power times as much.
    pub(crate) fn shifted(&self, power: i32) -> Digits {
        if self.is_zero() {
            return self.clone();
        }
        Digits { point: self.point.saturating_add(power), ..self.clone() }
    }

    /// The power of ten of its first digit: 2 for 123, -1 for 0.5; 0 for nothing.
    pub(crate) fn exponent(&self) -> i32 {
        if self.is_zero() { 0 } else { self.point - 1 }
    }

    /// How many decimals it has.
    pub(crate) fn decimals(&self) -> usize {
        (self.digits.len() as i32).saturating_sub(self.point).max(0) as usize
    }

    /// Rounded to so many decimals as people do, halves away from zero.
    pub(crate) fn rounded(&self, decimals: usize) -> Digits {
        let kept = i64::from(self.point) + decimals as i64;
        let Ok(kept) = usize::try_from(kept) else {
            return Digits { negative: self.negative, digits: Vec::new(), point: 0 };
        };
        if kept >= self.digits.len() {
            return self.clone();
        }
        let up = self.digits[kept] >= 5;
        let mut digits = self.digits[..kept].to_vec();
        let mut point = self.point;
        if up {
            let nines = digits.iter().rev().take_while(|&&digit| digit == 9).count();
            digits.truncate(kept - nines);
            match digits.last_mut() {
                Some(last) => *last += 1,
                None => {
                    digits.push(1);
                    point += 1;
                }
            }
        }
        Digits { negative: self.negative, digits, point }.trimmed()
    }

    /// The digits before the point; none where it is below one.
    pub(crate) fn before_point(&self) -> Vec<u8> {
        // Formats move the point by as many places as they have letters; no more can be asked for.
        let length = usize::try_from(self.point).unwrap_or(0);
        (0..length).map(|index| self.digits.get(index).copied().unwrap_or(0)).collect()
    }

    /// The first so many digits behind the point.
    pub(crate) fn behind_point(&self, count: usize) -> Vec<u8> {
        let digit = |place: usize| {
            let index = i64::from(self.point) + place as i64;
            usize::try_from(index).ok().and_then(|index| self.digits.get(index)).copied().unwrap_or(0)
        };
        (0..count).map(digit).collect()
    }

    /// As a figure that is reckoned with; `None` beyond 28 digits.
    pub(crate) fn figure(&self) -> Option<Decimal> {
        let decimals = self.decimals();
        if decimals > 28 || self.point > 28 {
            return None;
        }
        let letters = |digits: Vec<u8>| digits.into_iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
        let size = format!("0{}.{}0", letters(self.before_point()), letters(self.behind_point(decimals)));
        let size: Decimal = size.parse().ok()?;
        Some(if self.negative { -size.normalize() } else { size.normalize() })
    }

    /// As a binary number: for conditions, fractions and days.
    pub(crate) fn number(&self) -> f64 {
        let letters: String = self.digits.iter().map(|digit| char::from(b'0' + digit)).collect();
        let size: f64 = format!("0.{letters}e{}", self.point).parse().unwrap_or(0.0);
        if self.negative { -size } else { size }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_are_rounded_as_people_do() {
        for (number, decimals, shown) in
            [(0.5, 0, "1"), (2.345, 2, "2.35"), (1.005, 2, "1.01"), (99.95, 1, "100"), (0.04, 1, "0"), (-2.5, 0, "-3")]
        {
            let rounded = Digits::of(number).unwrap().rounded(decimals).figure().unwrap();
            assert_eq!(rounded, shown.parse().unwrap(), "{number}");
        }
        assert_eq!(Digits::of(0.1 + 0.2).unwrap().figure(), Some("0.3".parse().unwrap()));
        assert_eq!(Digits::of(f64::NAN), None);
    }

    proptest! {
        #[test]
        fn a_number_is_what_its_digits_say(number in -1e15..1e15f64) {
            let digits = Digits::of(number).unwrap();
            prop_assert!((digits.number() - number).abs() <= number.abs() * 1e-14);
            prop_assert_eq!(digits.rounded(40), digits.clone());
            prop_assert_eq!(digits.shifted(7).shifted(-7), digits);
        }
    }
}
