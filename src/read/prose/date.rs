//! Reads dates as officials write them: `2021. 4. 7.(수)`, `2021.10.`, `2021. 12월`, `'21.12.19`, `4. 21.`, and ranges of them.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::scan::Scan;
use crate::read::numbers::WEEKDAYS;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// Its year, as written or taken over from the beginning of its range.
    pub year: Option<i16>,
    /// Its month, from 1, as written or taken over.
    pub month: Option<i8>,
    /// Its day of the month, from 1.
    pub day: Option<i8>,
    /// Whether its own year is written.
    pub own_year: bool,
    /// Its bytes, without the weekday.
    pub range: Range<usize>,
    /// The weekday after it, and its bytes.
    pub weekday: Option<(Weekday, Range<usize>)>,
    /// The date that it ends the range of, counted from 0 in its text.
    pub from: Option<usize>,
    /// How it is written.
    pub style: DateStyle,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum DateStyle {
    /// `2021. 4. 7.`
    Spaced,
    /// `2021.4.7.`
    Tight,
    /// `2021. 4. 7`, without its last dot.
    NoLastDot,
    /// `2021. 4월`, `2021년 4월 7일`.
    Worded,
    /// `'21. 4. 7.`
    ShortYear,
    /// `4. 7.`, or `2021-04-07`: nothing to compare.
    Other,
}

impl Dated {
    /// The day of the calendar; `None` where a field is missing or there is no such day.
    pub(crate) fn civil(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }

    /// The first and the last day that it can mean.
    pub(crate) fn span(&self) -> Option<(Date, Date)> {
        let year = self.year?;
        match (self.month, self.day) {
            (Some(_), Some(_)) => self.civil().map(|day| (day, day)),
            (Some(month), None) => {
                let first = Date::new(year, month, 1).ok()?;
                Some((first, first.last_of_month()))
            }
            _ => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        }
    }
}

/// What stands for the century that a year leaves out.
const APOSTROPHES: [char; 6] = ['\'', '‘', '’', '`', '´', '′'];

/// The dates of a text, in order.
pub(crate) fn dates(text: &str) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    let mut scan = Scan::new(text, 0);
    while let Some(character) = scan.peek() {
        let begins = character.is_ascii_digit() || APOSTROPHES.contains(&character);
        let Some(mut dated) = begins.then(|| date(scan)).flatten() else {
            scan.at += character.len_utf8();
            // The rest of a number is no beginning of a date.
            if character.is_ascii_digit() {
                scan.at += scan.rest().bytes().take_while(u8::is_ascii_digit).count();
            }
            continue;
        };
        weekday(&mut dated, &mut scan);
        found.push(dated);
        range_ends(&mut scan, &mut found);
    }
    found
}

/// Reads what follows a date after `~`, as often as there is one.
fn range_ends(scan: &mut Scan<'_>, found: &mut Vec<Dated>) {
    loop {
        let mut ahead = *scan;
        ahead.blanks();
        if ahead.eat(&['~', '∼', '～', '〜']).is_none() {
            return;
        }
        ahead.blanks();
        let Some(start) = found.last() else { return };
        let Some(mut end) = date(ahead).or_else(|| rest_of_date(ahead, start)) else { return };
        if !end.own_year {
            end.year = start.year;
        }
        if end.month.is_none() && end.day.is_some() {
            end.month = start.month;
        }
        end.from = Some(found.len() - 1);
        weekday(&mut end, scan);
        found.push(end);
    }
}

/// A date that begins here.
fn date(scan: Scan<'_>) -> Option<Dated> {
    if scan.before().is_some_and(|before| before.is_ascii_alphanumeric() || matches!(before, '.' | '-' | '/' | ',')) {
        return None;
    }
    iso(scan).or_else(|| with_year(scan)).or_else(|| month_and_day(scan))
}

/// `2021-10-31`, `2021/6/8`.
fn iso(mut scan: Scan<'_>) -> Option<Dated> {
    let start = scan.at;
    let year = whole_year(&mut scan)?;
    let mark = scan.eat(&['-', '/'])?;
    let month = scan.digits(1, 2)?;
    scan.eat(&[mark])?;
    let day = scan.digits(1, 2)?;
    // `2021-10-31-7` is a code.
    if scan.peek().is_some_and(|next| next.is_ascii_alphanumeric() || next == mark) {
        return None;
    }
    Some(Dated { own_year: true, ..dated(Some(year), month, Some(day), start..scan.at, DateStyle::Other) })
}

/// `2021. 4. 7.`, `2021.4.`, `2021년 4월`, `'21.12.19`, `2021년`.
fn with_year(mut scan: Scan<'_>) -> Option<Dated> {
    let start = scan.at;
    let short = scan.eat(&APOSTROPHES).is_some();
    let year: i16 = if short { scan.digits(2, 2)?.parse::<i16>().ok()? + 2000 } else { whole_year(&mut scan)? };
    let worded = scan.eat_word("년");
    if !worded {
        scan.eat(&['.'])?;
    }
    let after_year = scan.at;
    let spaced = scan.blanks();
    let only_year = worded.then(|| Dated {
        own_year: true,
        style: DateStyle::Other,
        ..dated(Some(year), "", None, start..after_year, DateStyle::Other)
    });
    let Some(month) = scan.digits(1, 2) else { return only_year };
    let mut last_dot = scan.eat(&['.']).is_some();
    let worded_month = !last_dot && scan.eat_word("월");
    if worded && !worded_month {
        return only_year;
    }
    // `2021.5명` is a number, and so is `2021.123`.
    if !last_dot && !worded_month && scan.peek().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let mut end = scan.at;
    let mut ahead = scan;
    ahead.blanks();
    let day = day(&mut ahead).filter(|_| last_dot || worded_month);
    if let Some((_, dot)) = day {
        (end, last_dot) = (ahead.at, dot);
    }
    let style = match () {
        () if short => DateStyle::ShortYear,
        () if worded || worded_month => DateStyle::Worded,
        () if !last_dot => DateStyle::NoLastDot,
        () if spaced => DateStyle::Spaced,
        () => DateStyle::Tight,
    };
    Some(Dated { own_year: true, ..dated(Some(year), month, day.map(|(day, _)| day), start..end, style) })
}

fn whole_year(scan: &mut Scan<'_>) -> Option<i16> {
    let year: i16 = scan.digits(4, 4)?.parse().ok()?;
    (1900..2100).contains(&year).then_some(year)
}

/// A day with its dot or 일, and whether there was one; not the number of something: `7천`, `7명`.
fn day<'a>(scan: &mut Scan<'a>) -> Option<(&'a str, bool)> {
    let day = scan.digits(1, 2)?;
    if scan.eat(&['.']).is_some() {
        // `4.15.3` is no date.
        return (!scan.peek().is_some_and(|next| next.is_ascii_digit())).then_some((day, true));
    }
    if scan.rest().starts_with("일간") || scan.rest().starts_with("일차") {
        return None;
    }
    if scan.eat_word("일") {
        return Some((day, true));
    }
    let next = scan.peek();
    (!next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '%' | ',' | ':' | '/'))).then_some((day, false))
}

/// `4. 21.`, `(9.6.)`: a month and a day with both their dots, or their words, or a weekday behind them, which tell them from a decimal number.
fn month_and_day(mut scan: Scan<'_>) -> Option<Dated> {
    let start = scan.at;
    let month = scan.digits(1, 2)?;
    let worded = scan.eat_word("월");
    if !worded {
        scan.eat(&['.'])?;
    }
    scan.blanks();
    let (day, marked) = day(&mut scan)?;
    let exists = in_year(month, day);
    let told = marked || weekday_after(scan).is_some();
    let style = if worded { DateStyle::Worded } else { DateStyle::Other };
    (exists && told).then(|| dated(None, month, Some(day), start..scan.at, style))
}

/// Whether some year has this day, as far as one can tell by its numbers.
fn in_year(month: &str, day: &str) -> bool {
    let within = |text: &str, last: i8| text.parse::<i8>().is_ok_and(|number| (1..=last).contains(&number));
    within(month, 12) && within(day, 31)
}

/// What may stand after `~` for less than a date: `12.`, `12월`, `4. 7`, `6.22`, `04-30`, `21.`; the start tells which field a single number is.
fn rest_of_date(scan: Scan<'_>, start: &Dated) -> Option<Dated> {
    end_of_two(scan).or_else(|| end_of_one(scan, start))
}

/// A month and a day that end a range: no dot is needed behind them.
fn end_of_two(mut scan: Scan<'_>) -> Option<Dated> {
    let begin = scan.at;
    let month = scan.digits(1, 2)?;
    let mark = scan.eat(&['.', '-', '/'])?;
    if mark == '.' {
        scan.blanks();
    }
    let (day, _) = day(&mut scan)?;
    in_year(month, day).then(|| dated(None, month, Some(day), begin..scan.at, DateStyle::Other))
}

/// A single number that ends a range.
fn end_of_one(mut scan: Scan<'_>, start: &Dated) -> Option<Dated> {
    let begin = scan.at;
    let number = scan.digits(1, 2)?;
    let month = scan.eat_word("월");
    let day = !month && scan.eat_word("일");
    let dot = !month && !day && scan.eat(&['.']).is_some();
    // `4. 2. ~ 3회` counts something, and `~ 2.5` is no date.
    let goes_on = |next: char| next.is_alphanumeric() || matches!(next, '%' | ',' | '-' | '/');
    if !month && !day && scan.peek().is_some_and(goes_on) {
        return None;
    }
    // `18:00`.
    if scan.peek() == Some(':') {
        return None;
    }
    let style = match () {
        () if month || day => DateStyle::Worded,
        () if dot => DateStyle::Other,
        () => DateStyle::NoLastDot,
    };
    let is_day = day || (!month && start.day.is_some());
    Some(match is_day {
        true => dated(None, "", Some(number), begin..scan.at, style),
        false => dated(None, number, None, begin..scan.at, style),
    })
}

fn dated(year: Option<i16>, month: &str, day: Option<&str>, range: Range<usize>, style: DateStyle) -> Dated {
    let day = day.and_then(|day| day.parse().ok());
    Dated { year, month: month.parse().ok(), day, own_year: false, range, weekday: None, from: None, style }
}

/// Takes the weekday after a date, `(수)`, `(수요일)`, ` 수요일`, and moves behind both.
fn weekday(dated: &mut Dated, scan: &mut Scan<'_>) {
    scan.at = dated.range.end;
    if dated.day.is_none() {
        return;
    }
    let found = weekday_after(*scan).filter(|(_, range, end)| {
        // After a period, `(수 10:00~12:00)` is a day of every week of it.
        dated.from.is_none() || scan.text[range.end..*end].contains([')', '）', ']'])
    });
    if let Some((weekday, range, end)) = found {
        dated.weekday = Some((weekday, range));
        scan.at = end;
    }
}

/// A weekday that stands here, its bytes, and where it ends with its bracket.
fn weekday_after(mut scan: Scan<'_>) -> Option<(Weekday, Range<usize>, usize)> {
    scan.blanks();
    let bracket = scan.eat(&['(', '（', '[']).is_some();
    if bracket {
        scan.blanks();
    }
    let start = scan.at;
    let name = scan.eat(&WEEKDAYS)?;
    let end = scan.at;
    let whole = scan.eat_word("요일");
    let index = WEEKDAYS.iter().position(|known| *known == name)?;
    let weekday = Weekday::from_monday_zero_offset(index as i8).ok()?;
    // `(화, 목)`, `(화·목 10:00)`: days of every week.
    let mut ahead = scan;
    let several = ahead.eat(&[',', '·', '/', '~', '∼']).is_some_and(|_| {
        ahead.blanks();
        ahead.eat(&WEEKDAYS).is_some() && !ahead.peek().is_some_and(char::is_alphabetic)
    });
    let closed = scan.peek().is_some_and(|next| matches!(next, ')' | '）' | ']' | ',' | ' ' | '·' | '/'));
    if several {
        return None;
    }
    if bracket && closed {
        scan.eat(&[')', '）', ']']);
        return Some((weekday, start..end, scan.at));
    }
    // Without a bracket only the whole word is one: `8일 수요일`, but `8일 수거`.
    (!bracket && whole).then_some((weekday, start..end, scan.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::numbers;

    fn shown(text: &str) -> Vec<String> {
        let field = |field: Option<i16>| field.map_or("_".to_owned(), |field| field.to_string());
        dates(text)
            .iter()
            .map(|it| {
                let weekday =
                    it.weekday.as_ref().map_or(String::new(), |(day, _)| numbers::weekday_name(*day).to_string());
                let from = if it.from.is_some() { "~" } else { "" };
                let (month, day) = (it.month.map(i16::from), it.day.map(i16::from));
                format!("{from}{}-{}-{}{weekday}", field(it.year), field(month), field(day))
            })
            .collect()
    }

    #[test]
    fn reads_the_forms_that_officials_write() {
        for (text, expected) in [
            ("2021. 4. 7.(수) 06:00 ~ 20:00", &["2021-4-7수"][..]),
            ("2021. 4. 2.(금) ~ 4. 3.(토) 06:00", &["2021-4-2금", "~2021-4-3토"]),
            ("2021. 3. 25. ~ 4. 7.(14일간)", &["2021-3-25", "~2021-4-7"]),
            ("2021. 1. ~ 12.", &["2021-1-_", "~2021-12-_"]),
            ("2021. 5. 1.(토) ~ 09. 30.(목)", &["2021-5-1토", "~2021-9-30목"]),
            ("(2021.7.12.(월)~2021.10.5.(수)", &["2021-7-12월", "~2021-10-5수"]),
            ("2021. 11~12월 : 발간", &["2021-11-_", "~2021-12-_"]),
            ("2021. 11. ~ 12 : 교육", &["2021-11-_", "~2021-12-_"]),
            ("‘21.12.19~’24.12.18", &["2021-12-19", "~2024-12-18"]),
            ("'12.03", &["2012-3-_"]),
            ("2019.4.1.~\n2024.3.31.", &["2019-4-1", "~2024-3-31"]),
            ("1991. 5.31", &["1991-5-31"]),
            ("2022~2023년", &["2023-_-_"]),
            ("2021년 4월 7일", &["2021-4-7"]),
            ("2021년도 상반기", &["2021-_-_"]),
            ("(10. 31. 현재)", &["_-10-31"]),
            ("(11. 1.~12. 10.)", &["_-11-1", "~_-12-10"]),
            ("2021. 4. 7천 돌파", &["2021-4-_"]),
            ("2021-10-31", &["2021-10-31"]),
            ("2021. 4. 12. ~ 21.", &["2021-4-12", "~2021-4-21"]),
            ("제42-0006974호, 403-2번지, 5:5, 3,615.5㎡, 59.7%", &[]),
            ("2021. 13. 40.", &["2021-13-40"]),
            ("2021. 11. 22. ~ 12. 3", &["2021-11-22", "~2021-12-3"]),
            ("2021.6.21~6.22", &["2021-6-21", "~2021-6-22"]),
            ("2021. 6. 10(목) ~ 6. 24(목)(15일간)", &["2021-6-10목", "~2021-6-24목"]),
            ("2021-03-02 ~ 04-30", &["2021-3-2", "~2021-4-30"]),
            ("2021/6/8(금), 403/2/1", &["2021-6-8금"]),
            ("2021년 6월 8일 금요일", &["2021-6-8금"]),
            ("6월 8일(금)", &["_-6-8금"]),
            ("6. 8(금), 6. 8 수거", &["_-6-8금"]),
            ("’25. 5. ~ ’25. 7.", &["2025-5-_", "~2025-7-_"]),
            ("2021. 4. 2. ~ 2.5배", &["2021-4-2"]),
            ("5월 3일간", &[]),
            ("2016. 3. 2. ~ 12. 31.\n(화, 목 10:00~12:00)", &["2016-3-2", "~2016-12-31"]),
            ("2016. 3. 2. ~ 12. 31.(수 10:00~12:00)", &["2016-3-2", "~2016-12-31"]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn styles_are_told_apart() {
        let style = |text: &str| dates(text)[0].style;
        assert_eq!(style("2021. 4. 7."), DateStyle::Spaced);
        assert_eq!(style("2021.4.7."), DateStyle::Tight);
        assert_eq!(style("2008.11.21"), DateStyle::NoLastDot);
        assert_eq!(style("2021. 12월"), DateStyle::Worded);
        assert_eq!(style("'12.03"), DateStyle::ShortYear);
    }
}
