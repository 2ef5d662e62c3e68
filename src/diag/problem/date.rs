//! What can be wrong with dates; the check finds it.
//!
//! A date is read with 일 or 월 at its end, whatever its digits: 은, 이.

use super::problems;
use crate::diag::particle::bare_towards;
use crate::diag::words::say;

problems! {
    /// What can be wrong with dates.
    pub enum DateProblem in lang {
        /// A weekday that the calendar doesn't have on that day.
        Weekday { date: String, shown: char, right: char } = Error "weekday" {
            ko: say!("{date}은 {right}요일인데 `({shown})`{} 적었습니다", &bare_towards(&shown.to_string())[shown.len_utf8()..])
                .label(format!("달력에는 {right}요일"))
                .help(format!("날짜가 맞으면 `({right})`{} 고쳐 주세요.", &bare_towards(&right.to_string())[right.len_utf8()..])),
            en: say!("{date} is a {}, not a {}", english(*right), english(*shown))
                .label(format!("{} by the calendar", english(*right)))
                .help(format!("If the date is right, write `({right})`.")),
        }

        /// A day that no month has.
        NoSuchDay { date: String } = Error "no-such-day" {
            ko: say!("달력에 없는 날짜입니다: {date}").label("없는 날짜").help("달과 날을 확인해 주세요."),
            en: say!("there is no such day: {date}").label("no such day").help("Check the month and the day."),
        }

        /// A range that ends before it begins.
        Backwards { from: String, to: String } = Error "range-backwards" {
            ko: say!("기간의 끝({to})이 처음({from})보다 이릅니다").label("처음보다 이름").help("두 날짜를 확인해 주세요. 해가 바뀌면 뒤에도 연도를 적습니다."),
            en: say!("this period ends ({to}) before it begins ({from})").label("before its beginning").help("Check both dates. Where the year changes, write it at the end too."),
        }

        /// A number of days that isn't how long the range before it is.
        Length { shown: String, right: String } = Error "range-length" {
            ko: say!("기간은 {right}인데 {} 적었습니다", bare_towards(shown)).label(format!("{right} 필요")).help("날짜나 날수 가운데 하나를 고쳐 주세요."),
            en: say!("the period has {right}, but {shown} is given").label(format!("should be {right}")).help("Mend the dates or the number of days."),
        }

        /// A result of a day after the day that the results are of.
        AfterAsOf { date: String, as_of: String } = Warning "after-as-of" {
            ko: say!("{as_of} 현재의 실적인데 {date}은 그 뒤입니다").label("기준일 뒤").help("날짜를 확인하거나 계획으로 옮겨 주세요."),
            en: say!("these are results as of {as_of}, but {date} is later").label("after the as-of date").help("Check the date, or move the line to the plans."),
        }

        /// A plan for a time that was over when the report was made.
        PlanPast { date: String, as_of: String } = Warning "plan-in-the-past" {
            ko: say!("앞으로의 계획인데 {date}은 기준일({as_of})보다 이릅니다").label("이미 지난 때").help("날짜를 확인하거나 실적으로 옮겨 주세요."),
            en: say!("this is planned, but {date} is before {as_of}").label("already past").help("Check the date, or move the line to the results."),
        }

        /// A line of a list in order of time that stands too late in it.
        Order { date: String, before: String } = Warning "date-order" {
            ko: say!("날짜 차례로 적은 목록에서 {date}이 {before} 뒤에 있습니다").label("앞줄보다 이름").help("날짜를 확인하거나 줄을 옮겨 주세요."),
            en: say!("in a list in order of time, {date} follows {before}").label("earlier than the line above").help("Check the date, or move the line."),
        }
    }
}

fn english(weekday: char) -> &'static str {
    match weekday {
        '월' => "Monday",
        '화' => "Tuesday",
        '수' => "Wednesday",
        '목' => "Thursday",
        '금' => "Friday",
        '토' => "Saturday",
        _ => "Sunday",
    }
}
