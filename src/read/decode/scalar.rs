//! The plain values: truth, numbers, days and lengths.

use toml::de::{DeInteger, DeValue};

use super::decoder::kind;
use super::schema::Schema;
use super::{Decode, Decoder, Value};
use crate::diag::{KeyProblem, Kind};
use crate::model::len::Len;
use crate::model::source::Span;

impl Decode for bool {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Boolean(truth) => Some(*truth),
            _ => decoder.wrong_type(value, &[Kind::Boolean]),
        }
    }

    fn schema() -> Schema {
        Schema::Boolean
    }
}

/// Whole numbers, in the range of their type.
macro_rules! integers {
    ($($type:ty),*) => { $(
        impl Decode for $type {
            fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
                let DeValue::Integer(integer) = value.get_ref() else {
                    return decoder.wrong_type(value, &[Kind::Integer]);
                };
                let number = whole(integer).and_then(|number| <$type>::try_from(number).ok());
                if number.is_none() {
                    let (least, most) = (<$type>::MIN.into(), <$type>::MAX.into());
                    decoder.report(KeyProblem::OutOfRange { value: integer.to_string(), least, most }, decoder.span(value));
                }
                number
            }

            fn schema() -> Schema {
                Schema::Integer { least: <$type>::MIN.into(), most: <$type>::MAX.into() }
            }
        }
    )* };
}

integers!(u8, u16, u32, i64);

/// A whole number's value, if it is within reach.
pub(super) fn whole(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// A number between two bounds.
fn bounded(value: &Value<'_>, decoder: &mut Decoder<'_>, least: i64, most: i64) -> Option<f64> {
    let number = match value.get_ref() {
        DeValue::Float(float) => float.as_str().parse().ok().filter(|number: &f64| number.is_finite()),
        DeValue::Integer(integer) => whole(integer).map(|number| number as f64),
        _ => return decoder.wrong_type(value, &[Kind::Number]),
    };
    let written = || decoder.written(value).to_owned();
    let problem = match number {
        None => KeyProblem::BadValue { value: written(), expected: Kind::Number },
        Some(number) if !(least as f64..=most as f64).contains(&number) => {
            KeyProblem::OutOfRange { value: written(), least, most }
        }
        Some(_) => return number,
    };
    decoder.report(problem, decoder.span(value));
    None
}

/// The largest factor that a template may ask for; beyond, nothing is left to see.
const MOST: i64 = 100;

impl Decode for f64 {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        bounded(value, decoder, -MOST, MOST)
    }

    fn schema() -> Schema {
        Schema::Number { bounds: Some((-MOST, MOST)) }
    }
}

/// A factor, a weight or a length in em that is never negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Factor(pub f64);

impl Decode for Factor {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        bounded(value, decoder, 0, MOST).map(Factor)
    }

    fn schema() -> Schema {
        Schema::Number { bounds: Some((0, MOST)) }
    }
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    /// Its year.
    pub year: u16,
    /// Its month, from 1.
    pub month: u8,
    /// Its day of the month, from 1.
    pub day: u8,
    /// Where it stands.
    pub span: Span,
}

impl Decode for Day {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Datetime(datetime) if kind(value) == Kind::Date => {
                let date = datetime.date?;
                Some(Day { year: date.year, month: date.month, day: date.day, span: decoder.span(value) })
            }
            _ => decoder.wrong_type(value, &[Kind::Date]),
        }
    }

    fn schema() -> Schema {
        Schema::Date
    }
}

/// As printed: `2021. 10. 31.`.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}. {}. {}.", self.year, self.month, self.day)
    }
}

impl Decode for Len {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::Length], parse_length)
    }

    fn schema() -> Schema {
        Schema::Pattern(r"^[0-9]+(\.[0-9]+)?(mm|pt)$")
    }
}

/// A length as written, `20mm` or `10.5pt`; never negative, and no longer than ten metres.
pub(crate) fn parse_length(text: &str) -> Option<Len> {
    const LONGEST: f64 = 10_000.0;
    let (digits, of) = match text.strip_suffix("mm") {
        Some(digits) => (digits, Len::from_mm as fn(f64) -> Len),
        None => (text.strip_suffix("pt")?, Len::from_pt as fn(f64) -> Len),
    };
    let plain = digits.starts_with(|c: char| c.is_ascii_digit()) && digits.ends_with(|c: char| c.is_ascii_digit());
    let number: f64 = digits.parse().ok()?;
    (plain && digits.chars().all(|c| c.is_ascii_digit() || c == '.') && number <= LONGEST).then(|| of(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_digits_and_a_unit() {
        assert_eq!(parse_length("20mm"), Some(Len::from_mm(20.0)));
        assert_eq!(parse_length("10.5pt"), Some(Len::milli(10_500)));
        for wrong in ["20", "mm", "-1mm", "1e3pt", ".5mm", "5.mm", "20 mm", "99999mm", "NaNpt", "20cm"] {
            assert_eq!(parse_length(wrong), None, "{wrong}");
        }
    }
}
