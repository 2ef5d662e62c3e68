//! The sizes of type that a chart is tried at, from its own down to the least.

use crate::model::len::{Len, Ratio};
use crate::set::layout::TextBlock;

/// How many sizes there are between a chart's own and the least.
const STEPS: i64 = 6;

/// The factors on a chart's type, the largest first: its own size, and smaller ones by which no text becomes smaller than the least.
/// Texts that are smaller by themselves stay as they are.
pub(super) fn scales<'a>(texts: impl Iterator<Item = &'a TextBlock>, least: Len) -> Vec<Ratio> {
    let smallest = texts.map(|text| text.style.size).filter(|size| *size > least).min();
    let Some(smallest) = smallest else { return vec![Ratio::ONE] };
    let lowest = Ratio::millionths(
        Len::milli(Ratio::ONE.as_millionths()).part(least.as_milli(), smallest.as_milli()).as_milli() + 1,
    );
    let one = Ratio::ONE.as_millionths();
    let span = one - lowest.as_millionths();
    (0..=STEPS).map(|step| Ratio::millionths(one - span * step / STEPS)).collect()
}
