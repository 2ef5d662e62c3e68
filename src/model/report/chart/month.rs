//! Months and days, as far as a timeline needs them.

/// A month, counted from January of the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Month(u32);

/// A month, or a day of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct When {
    /// The month.
    pub month: Month,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

impl Month {
    /// A month of a year, from 1; `None` where there is no such month.
    pub(crate) fn new(year: u32, month: u32) -> Option<Month> {
        (year < 10_000 && (1..=12).contains(&month)).then(|| Month(year * 12 + month - 1))
    }

    /// Its year.
    pub(crate) fn year(self) -> u32 {
        self.0 / 12
    }

    /// Its number in the year, from 1.
    pub(crate) fn number(self) -> u32 {
        self.0 % 12 + 1
    }

    /// How many days it has.
    pub(crate) fn days(self) -> u8 {
        let year = self.year();
        let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        match self.number() {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// How many months after another it is.
    pub(crate) fn since(self, other: Month) -> u32 {
        self.0.saturating_sub(other.0)
    }

    /// The first month of the so many that the year is divided in.
    pub(crate) fn floor(self, months: u32) -> Month {
        Month(self.0 - self.0 % months)
    }

    /// The month after so many.
    pub(crate) fn after(self, months: u32) -> Month {
        Month(self.0 + months)
    }
}

impl When {
    /// A month, or a day of it; `None` where the month has no such day.
    pub(crate) fn new(month: Month, day: Option<u32>) -> Option<When> {
        let day = match day {
            None => None,
            Some(day) => Some(u8::try_from(day).ok().filter(|day| (1..=month.days()).contains(day))?),
        };
        Some(When { month, day })
    }

    /// How many days of its month are over when it begins.
    pub(crate) fn begins(self) -> u8 {
        self.day.map_or(0, |day| day - 1)
    }

    /// How many days of its month are over when it ends.
    pub(crate) fn ends(self) -> u8 {
        self.day.unwrap_or(self.month.days())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_their_days() {
        for (year, month, days) in
            [(2026, 1, 31), (2026, 2, 28), (2024, 2, 29), (2100, 2, 28), (2000, 2, 29), (2026, 4, 30)]
        {
            assert_eq!(Month::new(year, month).map(Month::days), Some(days), "{year}. {month}.");
        }
        assert_eq!(Month::new(2026, 13), None);
    }

    #[test]
    fn a_day_is_one_of_its_month() {
        let february = Month::new(2026, 2).expect("it is a month");
        assert!(When::new(february, Some(28)).is_some());
        assert!(When::new(february, Some(29)).is_none() && When::new(february, Some(0)).is_none());
    }
}
