//! `General`: as much of a number as eleven characters hold.

use super::digits::Digits;

/// The most characters, without a sign.
const WIDTH: i32 = 11;

/// What `General` shows of a number.
pub(super) fn shown(number: &Digits) -> String {
    let sign = if number.negative && !number.is_zero() { "-" } else { "" };
    format!("{sign}{}", size(&number.abs()))
}

fn size(number: &Digits) -> String {
    let whole = number.exponent() + 1;
    // A point takes one of them, and a zero before it another.
    let decimals = if whole >= WIDTH - 1 { 0 } else { WIDTH - 1 - whole.max(1) };
    let rounded = number.rounded(decimals as usize);
    let fits = rounded.exponent() < WIDTH;
    // What is so small is shown only where nothing of it is cut off.
    let is_small = number.exponent() < -4;
    if number.is_zero() || fits && (!is_small || rounded == *number) {
        return plain(&rounded);
    }
    scientific(number)
}

/// The digits as they are, `0.5`.
pub(super) fn plain(number: &Digits) -> String {
    let letters = |digits: Vec<u8>| digits.into_iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
    let whole = letters(number.before_point());
    let whole = if whole.is_empty() { "0" } else { &whole };
    match letters(number.behind_point(number.decimals())) {
        decimals if decimals.is_empty() => whole.to_owned(),
        decimals => format!("{whole}.{decimals}"),
    }
}

/// Six digits and a power of ten: `1.23457E+11`.
fn scientific(number: &Digits) -> String {
    const DECIMALS: usize = 5;
    let mantissa = number.shifted(-number.exponent()).rounded(DECIMALS);
    let exponent = number.exponent() + mantissa.exponent();
    let mantissa = mantissa.shifted(-mantissa.exponent());
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{}E{sign}{:02}", plain(&mantissa), exponent.abs())
}
