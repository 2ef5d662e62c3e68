//! What can be wrong with the writing of a report; the check finds it.

use super::problems;
use crate::diag::particle::towards;
use crate::diag::words::{listed, say};
use crate::model::report::TO_FILL;

problems! {
    /// What can be wrong with the writing of a report.
    pub enum WritingProblem in lang {
        /// A bracket or quote that is opened and not closed.
        Unclosed { sign: char, other: char } = Warning "bracket-unclosed" {
            ko: say!("`{sign}`의 닫는 짝이 없습니다").label("여기에서 시작함").help(format!("같은 글 안에서 `{other}`로 닫아 주세요.")),
            en: say!("`{sign}` is not closed by `{other}`").label("opened here").help(format!("Close it with `{other}` in the same text.")),
        }

        /// A bracket or quote that is closed and not opened.
        Unopened { sign: char, other: char } = Warning "bracket-unopened" {
            ko: say!("`{sign}`의 여는 짝이 없습니다").label("여는 짝 없음").help(format!("`{other}`로 열거나 `{sign}` 기호를 지워 주세요.")),
            en: say!("`{sign}` closes nothing that `{other}` opened").label("nothing to close").help(format!("Open it with `{other}`, or remove it.")),
        }

        /// A heading that is spelled otherwise elsewhere.
        Spelling { shown: String, times: usize, usual: String, usual_times: usize } = Warning "spelled-two-ways" {
            ko: say!("같은 제목을 두 가지로 적었습니다: `{shown}` {times}번, `{usual}` {usual_times}번").label("드문 표기").help(format!("{} 하나로 맞추어 주세요.", towards(usual))),
            en: say!("a heading is spelled two ways: `{shown}` {times} times, `{usual}` {usual_times} times").label("the rarer spelling").help(format!("Write `{usual}` everywhere.")),
        }

        /// A caption's unit that the table's subject isn't counted in.
        UnitCaption { unit: String, subject: String, fitting: Vec<&'static str> } = Warning "unit-caption" {
            ko: say!("단위가 표에 맞지 않습니다: `{subject}` 표에 (단위 : {unit})").label(format!("`{subject}`의 단위가 아님")).help(format!("{} 같은 단위가 맞는지 확인해 주세요.", listed(fitting, lang))),
            en: say!("the unit does not fit the table: `{unit}` for `{subject}`").label(format!("no unit of `{subject}`")).help(format!("Perhaps it should be one of {}.", listed(fitting, lang))),
        }

        /// An amount of money without a unit.
        UnitMissing { label: String, figure: String } = Warning "unit-missing" {
            ko: say!("`{label}`에 단위가 없습니다: {figure}").label("단위 필요").help(format!("{figure} 뒤에 `천원`처럼 단위를 적어 주세요.")),
            en: say!("`{label}` has no unit: {figure}").label("unit needed").help("Write the unit after the figure, such as `천원`."),
        }

        /// Thousands that are grouped by other than three digits.
        Commas { figure: String, right: String } = Warning "comma-misplaced" {
            ko: say!("쉼표가 잘못 찍혔습니다: {figure}").label("세 자리마다").help(format!("{right} 또는 다른 값인지 확인해 주세요.")),
            en: say!("the commas of {figure} are misplaced").label("every three digits").help(format!("Perhaps {right}.")),
        }

        /// Dates of a report that are written in several ways.
        DateStyle { shown: String, times: usize, usual: String, usual_times: usize } = Hint "date-style" {
            ko: say!("날짜를 여러 꼴로 적었습니다: `{shown}` 꼴 {times}번, `{usual}` 꼴 {usual_times}번").label("드문 꼴").help(format!("{} 맞추면 고르게 보입니다.", towards(usual))),
            en: say!("dates are written in several ways: {times} like `{shown}`, {usual_times} like `{usual}`").label("the rarer form").help(format!("Writing them like `{usual}` looks even.")),
        }

        /// Counts of thousands, some of them without commas.
        NumberStyle { shown: String, right: String, times: usize, usual_times: usize } = Hint "number-style" {
            ko: say!("천 단위 쉼표가 없는 수가 섞여 있습니다: `{shown}`처럼 {times}번, 쉼표를 찍은 수 {usual_times}번").label("쉼표 없음").help(format!("{} 적으면 고르게 보입니다.", towards(right))),
            en: say!("some numbers lack commas: {times} like `{shown}`, {usual_times} have them").label("no comma").help(format!("Write `{right}`, like the others.")),
        }

        /// A number or address that belongs to a person.
        Personal { kind: PersonalKind } = Warning "personal-data" {
            ko: say!("개인정보로 보입니다: {}", kind.name(lang)).label("개인정보").help("지우거나 `******`로 가려 주세요. 밝혀도 되는 것이면 `allow`에 까닭을 적습니다."),
            en: say!("this looks like personal data: {}", kind.name(lang)).label("personal data").help("Remove it, or mask it with `******`. If it may be published, say why in `allow`."),
        }

        /// Places that a report carried over left to be filled in.
        ToFill { count: usize } = Warning "to-fill" {
            ko: say!("{}", if *count == 1 { "채울 곳이 남았습니다".to_owned() } else { format!("채울 곳이 {count}곳 남았습니다") }).label("채울 곳").help(format!("`{TO_FILL}` 자리에 새 내용을 적거나, 쓸 것이 없으면 그 줄을 지워 주세요.")),
            en: say!("{}", if *count == 1 { "something is left to fill in".to_owned() } else { format!("{count} places are left to fill in") }).label("to be filled in").help(format!("Write what is new in place of `{TO_FILL}`, or remove the line.")),
        }

        /// An `allow` that nothing is found for.
        AllowIdle { code: &'static str } = Warning "allow-idle" {
            ko: say!("여기에는 {} 걸리는 것이 없습니다", towards(code)).label("쓸모없는 `allow`").help("고친 뒤라면 이 `allow`를 지워 주세요."),
            en: say!("nothing is found here that `{code}` would allow").label("this `allow` is idle").help("If it was mended, remove the `allow`."),
        }
    }
}

/// What kind of number or address of a person something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PersonalKind {
    /// 주민등록번호, 외국인등록번호.
    Resident,
    /// The number of a card.
    Card,
    /// The number of a mobile phone.
    Mobile,
    /// The number of an account.
    Account,
    /// An e-mail address.
    Mail,
}

impl PersonalKind {
    fn name(self, lang: crate::diag::Lang) -> &'static str {
        match self {
            PersonalKind::Resident => lang.choose("주민등록번호나 외국인등록번호", "a resident registration number"),
            PersonalKind::Card => lang.choose("카드 번호", "the number of a card"),
            PersonalKind::Mobile => lang.choose("휴대전화 번호", "the number of a mobile phone"),
            PersonalKind::Account => lang.choose("계좌 번호", "the number of an account"),
            PersonalKind::Mail => lang.choose("전자우편 주소", "an e-mail address"),
        }
    }
}
