//! What a format shows of a value.

use rust_decimal::Decimal;

/// What a format shows of a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shown {
    /// The letters.
    pub text: String,
    /// The figure that they are, rounded as they show it; `None` for what is none, such as a date.
    pub figure: Option<Decimal>,
    /// Whether they are a number that names something, such as `010-1234-5678`, and is never parted into thousands.
    pub is_code: bool,
    /// Whether a number below zero is shown without a sign that says so.
    pub hides_sign: bool,
    /// Whether a large number is shown by some of its digits and a power of ten, because nobody said how to show it.
    pub is_shortened: bool,
}

impl Shown {
    /// Letters that are no figure.
    pub(crate) fn text(text: String) -> Shown {
        Shown { text, ..Shown::default() }
    }
}
