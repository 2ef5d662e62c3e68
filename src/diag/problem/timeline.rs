//! What can be wrong with timelines.

use super::problems;
use crate::diag::words::say;

problems! {
    /// What can be wrong with timelines.
    pub enum TimelineProblem in lang {
        /// A task without a time.
        NoTime { } = Error "timeline-no-time" {
            ko: say!("과업에 기간이 없습니다").label("언제 하는지 모름").help("`- 과업 : 2026. 3. ~ 6.`처럼 쌍점 뒤에 적어 주세요."),
            en: say!("the task has no time").label("when?").help("Write it after a colon, as in `- task : 2026. 3. ~ 6.`."),
        }

        /// A time that can't be read.
        BadTime { } = Error "timeline-bad-time" {
            ko: say!("기간으로 읽을 수 없습니다").label("기간이 아님").help("`2026. 3.`, `2026. 3. ~ 6.`, `2026. 11. ~ 2027. 2.`, `2026. 3. 2. ~ 15.`, `2026. 5. 20.` 꼴로 적고, 덧붙일 말은 뒤에 괄호로 적어 주세요."),
            en: say!("this can't be read as a time").label("not a time").help("Write `2026. 3.`, `2026. 3. ~ 6.`, `2026. 11. ~ 2027. 2.`, `2026. 3. 2. ~ 15.` or `2026. 5. 20.`, and a note after it in brackets."),
        }

        /// A month or day that no calendar has.
        NoSuchDay { } = Error "timeline-no-such-day" {
            ko: say!("달력에 없는 날짜입니다").label("없는 날짜"),
            en: say!("no calendar has this date").label("no such date"),
        }

        /// A time that ends before it begins.
        Backwards { } = Error "timeline-backwards" {
            ko: say!("기간이 시작하기 전에 끝납니다").label("거꾸로 된 기간").help("해를 넘기면 끝에도 연도를 적어 주세요: `2026. 11. ~ 2027. 2.`"),
            en: say!("a time ends before it begins").label("backwards").help("Over a year's end, give both years: `2026. 11. ~ 2027. 2.`"),
        }

        /// A time outside of what is shown.
        Outside { } = Error "timeline-outside" {
            ko: say!("일정표의 기간을 벗어납니다").label("기간 밖").help("`period`를 늘리거나 지워 주세요."),
            en: say!("this lies outside of the timeline's period").label("outside").help("Extend `period`, or leave it out."),
        }

        /// A period of days.
        PeriodOfDays { } = Error "timeline-period-of-days" {
            ko: say!("일정표의 기간은 달로 적습니다").label("날이 있음").help("`2026. 1. ~ 12.`처럼 적어 주세요."),
            en: say!("a timeline's period is one of months").label("has days").help("Write it as in `2026. 1. ~ 12.`."),
        }

        /// An indented line.
        Indented { } = Error "timeline-indented" {
            ko: say!("일정표의 줄은 들여 쓰지 않습니다").label("들여 씀").help("과업은 줄 머리에 `- `를, 묶음의 이름은 기호 없이 적어 주세요."),
            en: say!("lines of a timeline aren't indented").label("indented").help("Begin a task with `- `, and a group's name without a sign."),
        }

        /// A group without tasks.
        EmptyGroup { } = Error "timeline-empty-group" {
            ko: say!("묶음 아래에 과업이 없습니다").label("빈 묶음").help("과업은 줄 머리에 `- `를 붙여 적어 주세요."),
            en: say!("no task stands below this group").label("empty group").help("Begin tasks with `- `."),
        }

        /// More months than a page is wide.
        TooLong { most: u32 } = Error "timeline-too-long" {
            ko: say!("일정표가 너무 깁니다 (한도 {most}개월)").label("너무 긴 기간"),
            en: say!("the timeline is too long (the limit is {most} months)").label("too long"),
        }
    }
}
