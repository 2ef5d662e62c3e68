//! Numbers as they would be typed.

use rust_decimal::{Decimal, RoundingStrategy};

use super::read::amount::Amount;
use crate::diag::SumFigures;

/// A number with thousands commas: `87,014`, `9.2`.
pub(super) fn comma(number: Decimal) -> String {
    let plain = number.abs().to_string();
    let (whole, decimals) = plain.split_once('.').map_or((plain.as_str(), ""), |(whole, decimals)| (whole, decimals));
    let mut shown = if number.is_sign_negative() && !number.is_zero() { "△".to_owned() } else { String::new() };
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !decimals.is_empty() {
        shown.push('.');
        shown += decimals;
    }
    shown
}

/// Parts joined as a sum, shortened in the middle where there are many.
pub(super) fn joined(parts: &[String]) -> String {
    const SHOWN: usize = 12;
    match parts.len() {
        0..=SHOWN => parts.join("+"),
        _ => format!("{}+…+{}", parts[..SHOWN - 1].join("+"), parts[parts.len() - 1]),
    }
}

/// A sum that doesn't come out, worded in the scale and unit of its total; `None` beyond what decimals can hold.
pub(super) fn figures(text: &str, total: &Amount<'_>, parts: &[Decimal], off: Decimal) -> Option<Box<SumFigures>> {
    let scale = Decimal::from(10_u64.checked_pow(total.scale)?);
    let shown = |value: Decimal| comma((value / scale).normalize());
    let suffix = total.suffix(text);
    let given = total.value()?;
    Some(Box::new(SumFigures {
        parts: joined(&parts.iter().copied().map(shown).collect::<Vec<_>>()),
        sum: shown(given.checked_sub(off)?) + suffix,
        total: shown(given) + suffix,
        off: shown(off.abs()) + suffix,
        less: off.is_sign_negative(),
    }))
}

/// A part of a whole in hundredths, rounded to so many decimals, halves up.
pub(super) fn share(part: Decimal, whole: Decimal, decimals: u32) -> Option<Decimal> {
    let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    Some(rounded(exact, decimals))
}

/// Rounded to so many decimals, halves away from zero, with all of them shown.
pub(super) fn rounded(number: Decimal, decimals: u32) -> Decimal {
    let mut rounded = number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_typed() {
        assert_eq!(comma(Decimal::new(87_014, 0)), "87,014");
        assert_eq!(comma(Decimal::new(-12_345, 1)), "△1,234.5");
        assert_eq!(share(Decimal::from(8_749), Decimal::from(94_607), 1).map(comma), Some("9.2".into()));
        assert_eq!(share(Decimal::ONE, Decimal::ZERO, 1), None);
    }
}
