//! A number as it is printed.

use toml::de::DeValue;

use super::decoder::kind;
use super::scalar::whole;
use super::{Decode, Decoder, Value};
use crate::diag::{KeyProblem, Kind};
use crate::model::source::Span;
use crate::read::decode::schema::Schema;

/// A number as it is printed: the digits that were typed, with thousands commas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// `1,190`, `-3.50`.
    pub printed: String,
    /// Where it stands.
    pub span: Span,
}

impl Number {
    /// A number of these digits, which may have a sign and decimals but no commas.
    pub(crate) fn of_digits(digits: &str, span: Span) -> Number {
        Number { printed: grouped(digits), span }
    }
}

impl Decode for Number {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let span = decoder.span(value);
        let printed = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() == 10 => Some(grouped(integer.as_str())),
            DeValue::Integer(integer) => whole(integer).map(|number| grouped(&number.to_string())),
            DeValue::Float(float) => {
                let finite = float.as_str().parse().is_ok_and(|number: f64| number.is_finite());
                finite.then(|| grouped(float.as_str()))
            }
            _ => return decoder.wrong_type(value, &[Kind::Number]),
        };
        if printed.is_none() {
            let written = decoder.written(value).to_owned();
            decoder.report(KeyProblem::BadValue { value: written, expected: kind(value) }, span);
        }
        Some(Number { printed: printed?, span })
    }

    fn schema() -> Schema {
        Schema::Number { bounds: None }
    }
}

/// Digits with thousands commas before the decimal point; a sign, decimals and exponent stay as typed.
pub(crate) fn grouped(number: &str) -> String {
    let digits_at = usize::from(number.starts_with(['+', '-']));
    let (sign, unsigned) = number.split_at(digits_at);
    let end = unsigned.find(|c: char| !c.is_ascii_digit()).unwrap_or(unsigned.len());
    let (digits, rest) = unsigned.split_at(end);
    let mut printed = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            printed.push(',');
        }
        printed.push(digit);
    }
    printed + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_and_decimals_stay() {
        for (typed, printed) in [
            ("0", "0"),
            ("190", "190"),
            ("1190", "1,190"),
            ("-1234567", "-1,234,567"),
            ("1234.5670", "1,234.5670"),
            ("+12", "+12"),
            ("1000e6", "1,000e6"),
            ("99999999999999999999999", "99,999,999,999,999,999,999,999"),
        ] {
            assert_eq!(grouped(typed), printed);
        }
    }
}
