//! What is worked out of figures, and how it is said.

use rust_decimal::Decimal;

use super::read::amount::Amount;
use crate::diag::SumFigures;
use crate::read::numbers;

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
    let shown = |value: Decimal| numbers::change((value / scale).normalize());
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
