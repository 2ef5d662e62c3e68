//! The filters of expressions: the forms that offices give figures and days.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Value;
use super::korean::korean;
use crate::diag::{Kind, ValueProblem, nearest};
use crate::read::numbers;

/// The filters there are.
pub(super) const FILTERS: [&str; 9] =
    ["change", "comma", "date", "korean_number", "million_won", "percent", "round", "thousand_won", "weekday"];

/// The most decimals that a filter rounds to.
const MOST_DECIMALS: u32 = 10;

/// What a filter makes of a value; `arguments` are the values in its brackets.
pub(super) fn apply(name: &str, value: Value, arguments: &[Value]) -> Result<Value, ValueProblem> {
    let filter = FILTERS.iter().copied().find(|known| *known == name).ok_or_else(|| {
        let like = nearest(name, FILTERS).map(str::to_owned);
        ValueProblem::UnknownFilter { name: name.to_owned(), like, known: FILTERS.to_vec() }
    })?;
    let number = || match value {
        Value::Number(number) => Ok(number),
        _ => Err(ValueProblem::FilterInput { filter, expected: Kind::Number }),
    };
    let day = || match value {
        Value::Day(day) => Ok(day),
        _ => Err(ValueProblem::FilterInput { filter, expected: Kind::Date }),
    };
    if !matches!(filter, "percent" | "round") && !arguments.is_empty() {
        return Err(ValueProblem::FilterArguments { filter });
    }
    let text = match filter {
        "comma" => numbers::grouped(number()?),
        "change" => numbers::change(number()?),
        "thousand_won" => won(number()?, Decimal::ONE_THOUSAND, "천원"),
        "million_won" => won(number()?, Decimal::from(1_000_000), "백만원"),
        "percent" => {
            let percent = number()?.checked_mul(Decimal::ONE_HUNDRED).ok_or(ValueProblem::TooLarge {})?;
            numbers::grouped(numbers::rounded(percent, decimals(filter, arguments, 0)?)) + "%"
        }
        "round" => return Ok(Value::Number(numbers::rounded(number()?, decimals(filter, arguments, 0)?))),
        "korean_number" => {
            let amount = korean(number()?).ok_or(ValueProblem::FilterInput { filter, expected: Kind::Integer })?;
            format!("금{amount}원")
        }
        "date" => printed(day()?),
        "weekday" => numbers::weekday_name(day()?.weekday()).to_string(),
        // One arm for every name of the list.
        _ => return Err(ValueProblem::UnknownFilter { name: name.to_owned(), like: None, known: FILTERS.to_vec() }),
    };
    Ok(Value::Text(text))
}

fn won(number: Decimal, unit: Decimal, name: &str) -> String {
    // Neither unit is zero, and what is divided gets smaller.
    numbers::grouped(numbers::rounded(number / unit, 0)) + name
}

fn printed(day: Date) -> String {
    Value::Day(day).to_string()
}

/// The decimals that a filter is asked for.
fn decimals(filter: &'static str, arguments: &[Value], default: u32) -> Result<u32, ValueProblem> {
    match arguments {
        [] => Ok(default),
        [Value::Number(number)] => {
            let whole = number.is_integer().then(|| number.to_u32()).flatten();
            whole.filter(|decimals| *decimals <= MOST_DECIMALS).ok_or(ValueProblem::FilterArguments { filter })
        }
        _ => Err(ValueProblem::FilterArguments { filter }),
    }
}
