//! Dates and times of spreadsheets: days counted from 1900 or 1904, and the letters that show them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::digits::Digits;
use super::native;
use super::number::blank;
use super::token::{Halves, Section, Token};

const SECONDS_A_DAY: i64 = 86_400;
const KOREAN: u16 = 0x12;
const JAPANESE: u16 = 0x11;

/// A moment that is shown.
struct Moment {
    /// Whole days and seconds of the day; in units of the least decimal that is shown.
    day: i64,
    second: i64,
    /// Decimals of a second, as a whole number of their last.
    fraction: i64,
    date: Day,
}

/// A day of the calendar, or one that only Excel has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Day {
    year: i64,
    month: i64,
    day: i64,
    /// From Monday, 0.
    weekday: i64,
}

/// What a section shows of a count of days; `None` where that is no day of the calendar.
pub(super) fn shown(days: &Digits, section: &Section, since_1904: bool) -> Option<String> {
    const LONG_DATE: &str = "yyyy\"년\" m\"월\" d\"일\" aaaa";
    const TIME: &str = "오전/오후 h:mm:ss";
    let system = if section.system_date { Some(LONG_DATE) } else { Some(TIME).filter(|_| section.system_time) };
    if let Some(code) = system {
        let own = super::token::sections(code).into_iter().next()?;
        return shown(days, &own, since_1904);
    }
    let decimals = section.tokens.iter().map(|token| if let Token::Fraction(count) = token { *count } else { 0 });
    let decimals = decimals.max().unwrap_or(0).min(9);
    let moment = Moment::of(days, decimals, since_1904)?;
    let halves = section.tokens.iter().any(|token| matches!(token, Token::Halves(_)));
    let mut text = String::new();
    for token in &section.tokens {
        match token {
            Token::Literal(literal) => text += literal,
            Token::Blank => blank(&mut text),
            Token::Elapsed(letter, length) => text += &moment.elapsed(*letter, *length),
            Token::Letters(letter, length) => text += &moment.letters(*letter, *length, halves, section),
            Token::Minutes(length) => text += &section.digits(padded(moment.second / 60 % 60, *length), false),
            Token::Halves(written) => text += moment.half(*written, section),
            Token::Fraction(count) => {
                let written = format!("{:0decimals$}", moment.fraction);
                text += &format!(".{:0<count$}", &written[..(*count).min(decimals)]);
            }
            // Such a section has none of these.
            Token::Digit(_) | Token::Point | Token::Comma | Token::Percent | Token::Exponent(_) | Token::Slash => {}
            Token::General | Token::Text => {}
        }
    }
    Some(text)
}

impl Moment {
    fn of(days: &Digits, decimals: usize, since_1904: bool) -> Option<Moment> {
        // Beyond the last day of the calendar, and before the first, nothing can be shown.
        if days.negative && !days.is_zero() || days.exponent() > 7 {
            return None;
        }
        let units = 10_i64.pow(decimals as u32);
        let whole = days.before_point().iter().fold(0, |sum, &digit| sum * 10 + i64::from(digit));
        // A day's part has at most fifteen digits.
        let part = days.behind_point(15).iter().fold(0_i128, |sum, &digit| sum * 10 + i128::from(digit));
        let (a_day, scale) = (i128::from(SECONDS_A_DAY) * i128::from(units), 10_i128.pow(15));
        let rounded = i64::try_from((part * a_day + scale / 2) / scale).ok()?;
        let all = rounded / units;
        let (day, second) = (whole + all / SECONDS_A_DAY, all % SECONDS_A_DAY);
        Some(Moment { day, second, fraction: rounded % units, date: date(day, since_1904)? })
    }

    fn letters(&self, letter: char, length: usize, halves: bool, section: &Section) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let hour = self.second / 3600;
        let of_half = if hour % 12 == 0 { 12 } else { hour % 12 };
        let number = |number: i64| section.digits(padded(number, length), false);
        match (letter, length) {
            ('y', 1..=2) => section.digits(format!("{:02}", self.date.year % 100), true),
            ('y' | 'e', _) => section.digits(self.date.year.to_string(), true),
            ('m', 1..=2) => number(self.date.month),
            ('m', 3..=4) if section.is_of(KOREAN) || section.is_of(JAPANESE) => {
                format!("{}{}", self.date.month, if section.is_of(KOREAN) { '월' } else { '月' })
            }
            ('m', _) => {
                let name = MONTHS[self.date.month as usize - 1];
                let letters = match length {
                    3 => 3,
                    5 => 1,
                    _ => name.len(),
                };
                name[..letters].to_owned()
            }
            ('d', 1..=2) => number(self.date.day),
            ('d', _) if !section.is_of(KOREAN) && !section.is_of(JAPANESE) => {
                let name = DAYS[self.date.weekday as usize];
                if length == 3 { name[..3].to_owned() } else { name.to_owned() }
            }
            ('d' | 'a', 3) => self.weekday(section).into(),
            ('d', _) | ('a', 4..) => {
                let rest = if section.is_of(JAPANESE) { "曜日" } else { "요일" };
                format!("{}{rest}", self.weekday(section))
            }
            ('h', _) => section.digits(padded(if halves { of_half } else { hour }, length.min(2)), false),
            ('s', _) => section.digits(padded(self.second % 60, length.min(2)), false),
            (other, length) => other.to_string().repeat(length),
        }
    }

    fn weekday(&self, section: &Section) -> char {
        const JAPANESE_DAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];
        let day = self.date.weekday as usize;
        if section.is_of(JAPANESE) { JAPANESE_DAYS[day] } else { crate::read::numbers::WEEKDAYS[day] }
    }

    fn half(&self, written: Halves, section: &Section) -> &'static str {
        let [morning, afternoon] = match written {
            Halves::Korean => ["오전", "오후"],
            Halves::Long if section.is_of(KOREAN) => ["오전", "오후"],
            Halves::Long if section.is_of(JAPANESE) => ["午前", "午後"],
            Halves::Long => ["AM", "PM"],
            Halves::Short => ["A", "P"],
        };
        if self.second < SECONDS_A_DAY / 2 { morning } else { afternoon }
    }

    fn elapsed(&self, letter: char, length: usize) -> String {
        let seconds = self.day * SECONDS_A_DAY + self.second;
        let count = match letter {
            'h' => seconds / 3600,
            'm' => seconds / 60,
            _ => seconds,
        };
        format!("{count:0length$}")
    }
}

impl Section {
    /// Whether it asks for this language.
    fn is_of(&self, language: u16) -> bool {
        self.language.is_some_and(|own| own & 0x3FF == language)
    }

    /// Digits in the script that it asks for; a year is said digit by digit.
    fn digits(&self, shown: String, is_year: bool) -> String {
        match self.native {
            Some(native) if is_year => native::digit_by_digit(&shown, native, self.language),
            Some(native) => native::in_words(&shown, native, self.language),
            None => shown,
        }
    }
}

fn padded(number: i64, length: usize) -> String {
    if length >= 2 { format!("{number:02}") } else { number.to_string() }
}

/// The day of a count. Excel counts a 29 February 1900, which was none, and a day 0 before 1 January 1900.
fn date(day: i64, since_1904: bool) -> Option<Day> {
    const LAST: i64 = 2_958_465;
    const LEAP_DAY: i64 = 60;
    let day = if since_1904 { day + 1462 } else { day };
    if !(0..=LAST).contains(&day) {
        return None;
    }
    // Weekdays run on over the day that was none, so those before it are the days before.
    let weekday = (day + 5).rem_euclid(7);
    match day {
        0 => Some(Day { year: 1900, month: 1, day: 0, weekday }),
        LEAP_DAY => Some(Day { year: 1900, month: 2, day: 29, weekday }),
        _ => {
            let first = Date::new(1899, 12, 30).ok()?;
            let date = first.checked_add((if day < LEAP_DAY { day + 1 } else { day }).days()).ok()?;
            Some(Day { year: date.year().into(), month: date.month().into(), day: date.day().into(), weekday })
        }
    }
}

/// The count of days of a date as it stands in a file that is strict: `2021-10-31`, `2021-10-31T14:30:00`, `14:30:00`.
pub(crate) fn count_of(written: &str, since_1904: bool) -> Option<f64> {
    let written = written.trim().trim_end_matches('Z');
    let (date, time) = match written.split_once(['T', ' ']) {
        Some((date, time)) => (Some(date), Some(time)),
        None if written.contains(':') => (None, Some(written)),
        None => (Some(written), None),
    };
    let days = match date {
        Some(date) => {
            let first = if since_1904 { Date::new(1904, 1, 1) } else { Date::new(1899, 12, 30) }.ok()?;
            let days = i64::from(date.parse::<Date>().ok()?.since(first).ok()?.get_days());
            // Before the day that was none, the count is one behind.
            if !since_1904 && days < 61 { days - 1 } else { days }
        }
        None => 0,
    };
    let seconds = match time {
        Some(time) => {
            let mut parts = time.splitn(3, ':');
            let hours: f64 = parts.next()?.parse().ok()?;
            let minutes: f64 = parts.next()?.parse().ok()?;
            let seconds: f64 = parts.next().unwrap_or("0").parse().ok()?;
            hours * 3600.0 + minutes * 60.0 + seconds
        }
        None => 0.0,
    };
    Some(days as f64 + seconds / SECONDS_A_DAY as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_spreadsheet() {
        let of = |day, since_1904| date(day, since_1904).map(|date| (date.year, date.month, date.day));
        assert_eq!(of(0, false), Some((1900, 1, 0)));
        assert_eq!(of(1, false), Some((1900, 1, 1)));
        assert_eq!(of(59, false), Some((1900, 2, 28)));
        assert_eq!(of(60, false), Some((1900, 2, 29)));
        assert_eq!(of(61, false), Some((1900, 3, 1)));
        assert_eq!(of(44_500, false), Some((2021, 10, 31)));
        assert_eq!(of(2_958_465, false), Some((9999, 12, 31)));
        assert_eq!(of(43_038, true), Some((2021, 10, 31)));
        assert_eq!(of(-1, false), None);
        // 31 October 2021 was a Sunday.
        assert_eq!(date(44_500, false).map(|date| date.weekday), Some(6));
    }

    #[test]
    fn dates_of_strict_files_are_counted() {
        for (written, count) in
            [("2021-10-31T00:00:00", 44_500.0), ("2021-10-31", 44_500.0), ("12:00:00", 0.5), ("1900-01-01", 1.0)]
        {
            assert_eq!(count_of(written, false), Some(count), "{written}");
        }
        for wrong in ["", "가", "2021-13-01", "1:가"] {
            assert_eq!(count_of(wrong, false), None, "{wrong}");
        }
    }
}
