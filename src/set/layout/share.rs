//! Sharing a width out among neighbours by what each of them wants.

use crate::model::len::Len;

use super::Widths;

/// The `index`th of `count` parts of a length; together they are the length exactly.
pub(super) fn part(length: Len, index: i64, count: i64) -> Len {
    length * (index + 1) / count - length * index / count
}

/// Widths in a room. Too little: those who want least get it, the others share the rest. Spare room goes to all alike, where
/// they are to fill it.
pub(super) fn fair(wanted: &[Widths], room: Len, fill: bool) -> Vec<Len> {
    let count = wanted.len() as i64;
    let max: Len = wanted.iter().map(|wanted| wanted.max).sum();
    let min: Len = wanted.iter().map(|wanted| wanted.min).sum();
    if max <= room {
        let spare = if fill { room - max } else { Len::ZERO };
        return wanted.iter().zip(0..).map(|(wanted, index)| wanted.max + part(spare, index, count)).collect();
    }
    let (base, over): (fn(&Widths) -> Len, Len) =
        if min <= room { (|wanted| wanted.min, room - min) } else { (|_| Len::ZERO, room) };
    let weight = |wanted: &Widths| (wanted.max - base(wanted)).as_milli();
    let total: i64 = wanted.iter().map(weight).sum();
    let mut before = 0;
    let mut widths = Vec::with_capacity(wanted.len());
    for wanted in wanted {
        let until = before + weight(wanted);
        widths.push(base(wanted) + over.part(until, total.max(1)) - over.part(before, total.max(1)));
        before = until;
    }
    widths
}
