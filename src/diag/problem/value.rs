//! What can be wrong with expressions in texts, and with the values that they name.

use super::problems;
use crate::diag::Kind;
use crate::diag::particle::{bare_subject, object, subject, topic};
use crate::diag::words::{listed, meant, say};
use crate::model::report::Thing;

problems! {
    /// What can be wrong with expressions in texts, and with the values that they name.
    pub enum ValueProblem in lang {
        /// `{{` without `}}`.
        Unclosed { } = Error "expression-unclosed" {
            ko: say!("`{{{{`를 닫는 `}}}}`가 없습니다").label("여기에서 시작함").help("글자 `{{`를 찍으려면 `\\{{`로 적습니다."),
            en: say!("no `}}}}` closes this `{{{{`").label("opened here").help("To print the signs, write `\\{{`."),
        }

        /// An expression that makes no sense.
        Syntax { } = Error "expression-syntax" {
            ko: say!("이 식을 읽을 수 없습니다").label("잘못된 식").help("`{{ 이름 }}`, `{{ 표[\"행\"][\"열\"] | comma }}`의 꼴로 적습니다."),
            en: say!("this expression can't be read").label("can't be read").help("Expressions look like `{{ name }}` or `{{ table[\"row\"][\"column\"] | comma }}`."),
        }

        /// What MiniJinja can and reports can't.
        Unsupported { } = Error "expression-unsupported" {
            ko: say!("여기에 쓸 수 없는 식입니다").label("쓸 수 없음").help("이름, 표의 칸, 글, 숫자, 사칙연산, 비교, `if … else`, 필터를 쓸 수 있습니다."),
            en: say!("this can't stand in an expression").label("not here").help("Names, cells of tables, texts, numbers, + - * /, comparisons, `if … else` and filters can."),
        }

        /// A name that nothing has.
        Unknown { name: String, like: Option<String>, known: Vec<String> } = Error "unknown-value" {
            ko: say!("이름이 {}인 값이나 표가 없습니다", code(name)).label("없는 이름").help(meant(like.as_deref(), lang).unwrap_or_else(|| known_values(known, lang))),
            en: say!("no value and no table of this file is named `{name}`").label("no such name").help(meant(like.as_deref(), lang).unwrap_or_else(|| known_values(known, lang))),
        }

        /// A row or column that a table doesn't have.
        UnknownCell { table: String, what: Thing, name: String, like: Option<String>, known: Vec<String> } = Error "unknown-cell" {
            ko: say!("표 `{table}`에 {} {} 없습니다", what.name(lang), subject(name)).label("없는 이름").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("있는 이름: {}", listed(known, lang)))),
            en: say!("the table `{table}` has no {} named `{name}`", match what { Thing::Row => "row", _ => "column" }).label("no such name").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("Its names: {}", listed(known, lang)))),
        }

        /// A name that several rows have.
        AmbiguousRow { table: String, name: String } = Error "ambiguous-row" {
            ko: say!("표 `{table}`에 이름이 {}인 행이 여럿입니다", code(name)).label("어느 행인지 알 수 없음").help("왼쪽 칸부터 `/`로 이어 적어 주세요: `북부/소계`."),
            en: say!("several rows of the table `{table}` are named `{name}`").label("which one?").help("Write the cells from the left with `/` between: `North/Subtotal`."),
        }

        /// A table, a row or a group of values where one value must be.
        NotOne { name: String } = Error "not-one-value" {
            ko: say!("{} 값 하나가 아닙니다", topic(name)).label("값 하나가 필요함").help("표는 `표[\"행\"][\"열\"]`로, 묶음은 `묶음.이름`으로 적습니다."),
            en: say!("`{name}` is not one value").label("one value needed").help("Write `table[\"row\"][\"column\"]`, or `group.name`."),
        }

        /// A name within a value that has none.
        NoSuch { name: String } = Error "not-a-group" {
            ko: say!("이 값 안에는 {} 없습니다", subject(name)).label("값 하나뿐임"),
            en: say!("there is no `{name}` within this value").label("it is one value"),
        }

        /// A filter that isn't there.
        UnknownFilter { name: String, like: Option<String>, known: Vec<&'static str> } = Error "unknown-filter" {
            ko: say!("필터 {} 없습니다", subject(name)).label("없는 필터").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("있는 필터: {}", listed(known, lang)))),
            en: say!("there is no filter `{name}`").label("no such filter").help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("The filters: {}", listed(known, lang)))),
        }

        /// A filter of something else than it takes.
        FilterInput { filter: &'static str, expected: Kind } = Error "filter-input" {
            ko: say!("필터 `{filter}`에는 {} 들어가야 합니다", bare_subject(expected.name(lang))).label(expected.name(lang)),
            en: say!("the filter `{filter}` takes {}", expected.name(lang)).label(format!("must be {}", expected.name(lang))),
        }

        /// A filter with brackets that it doesn't take.
        FilterArguments { filter: &'static str } = Error "filter-arguments" {
            ko: say!("필터 `{filter}`의 괄호 안을 읽을 수 없습니다").label("잘못된 괄호").help("`percent(1)`, `round(2)`처럼 0부터 10까지의 자릿수만 괄호에 적습니다."),
            en: say!("the filter `{filter}` can't be used with these brackets").label("wrong brackets").help("Only `percent(1)` and `round(2)` have brackets: 0 to 10 decimals."),
        }

        /// A value that isn't a number where one is reckoned with.
        NotANumber { value: String } = Error "operand-not-a-number" {
            ko: say!("{} 숫자가 아니어서 계산할 수 없습니다", topic(value)).label("숫자가 아님"),
            en: say!("`{value}` is not a number, so it can't be reckoned with").label("not a number"),
        }

        /// A value that is neither so nor not.
        NotATruth { } = Error "operand-not-a-truth" {
            ko: say!("참인지 거짓인지 알 수 없는 값입니다").label("비교가 필요함").help("`a > b`처럼 비교하는 식을 적어 주세요."),
            en: say!("this is neither true nor false").label("a comparison is needed").help("Write a comparison, such as `a > b`."),
        }

        /// Values of two kinds.
        NotComparable { } = Error "operands-not-alike" {
            ko: say!("종류가 다른 두 값은 비교할 수 없습니다").label("비교할 수 없음"),
            en: say!("values of two kinds can't be compared").label("can't be compared"),
        }

        /// A division by zero.
        DividedByZero { } = Error "division-by-zero" {
            ko: say!("0으로 나눌 수 없습니다").label("나누는 수가 0"),
            en: say!("a division by zero").label("divided by zero"),
        }

        /// A figure beyond 28 digits.
        TooLarge { } = Error "value-too-large" {
            ko: say!("계산 결과가 너무 큽니다 (28자리까지)").label("너무 큰 수"),
            en: say!("the result is too large (28 digits at most)").label("too large"),
        }

        /// A quotient whose decimals nobody would print.
        Unrounded { decimals: u32 } = Error "value-unrounded" {
            ko: say!("소수가 {decimals}자리나 되는 수를 찍으려고 합니다").label("반올림하지 않은 수").help("`{{ (a / b) | round(1) }}`이나 `{{ (a / b) | percent(1) }}`처럼 괄호로 싸고 반올림해 주세요."),
            en: say!("this would print {decimals} decimals").label("not rounded").help("Round it, in brackets: `{{ (a / b) | round(1) }}`, or `{{ (a / b) | percent(1) }}`."),
        }

        /// Values that lead to values without end, or nearly.
        TooDeep { } = Error "expression-too-deep" {
            ko: say!("식이 너무 깊이 이어집니다").label("너무 깊음").help("값과 칸을 거치는 단계를 줄여 주세요."),
            en: say!("this expression goes too deep").label("too deep").help("Let it lead through fewer values and cells."),
        }

        /// A value that depends on itself.
        Cycle { name: String } = Error "value-cycle" {
            ko: say!("{} 자기 자신에 따라 정해집니다", subject(name)).label("돌고 도는 값").help("서로를 가리키는 값 가운데 하나는 숫자로 적어 주세요."),
            en: say!("`{name}` depends on itself").label("goes in a circle").help("Type one of the values that name each other as a number."),
        }

        /// A name that no expression could say.
        BadName { name: String } = Error "value-name" {
            ko: say!("{} 값의 이름으로 쓸 수 없습니다", object(name)).label("식에 적을 수 없는 이름").help("이름은 글자로 시작하고 글자, 숫자, `_`로만 적습니다."),
            en: say!("`{name}` can't be the name of a value").label("no expression could say it").help("Names begin with a letter and have letters, digits and `_` only."),
        }
    }
}

/// A name in code quotes.
fn code(name: &str) -> String {
    format!("`{name}`")
}

fn known_values(known: &[String], lang: crate::diag::Lang) -> String {
    if known.is_empty() {
        return lang.choose(
            "`report.toml`의 `[values]` 아래에 값을 정해 주세요.".into(),
            "Define it below `[values]` in `report.toml`.".into(),
        );
    }
    lang.choose(format!("있는 이름: {}", listed(known, lang)), format!("The names: {}", listed(known, lang)))
}
