//! Column widths: fixed, by share, or between the least and the most their content wants; settled once for a table.

use std::sync::Arc;

use crate::model::grid::GridCell;
use crate::model::len::{Len, Ratio};
use crate::model::report::ColumnWidth;

use super::super::{Context, Widths, share, widths};
use super::{TableBlock, padding, shrunk};

/// The columns of a table as they are settled.
pub(super) struct Columns {
    /// Their widths, which fill the measure exactly.
    pub widths: Arc<[Len]>,
    /// The factor on type size at which they suffice for the words.
    pub shrink: Ratio,
    /// Whether they suffice.
    pub suffice: bool,
}

/// What each column's content wants, paddings included; a cell over several columns asks each for its part of what they lack.
pub(super) fn wanted(table: &TableBlock, context: &Context, shrink: Ratio) -> Vec<Widths> {
    let mut wanted = vec![Widths::default(); table.columns.len()];
    let context = shrunk(context, shrink);
    let padding = padding(table, &context, shrink);
    let mut spanning = Vec::new();
    for GridCell { region, content: cell, .. } in table.grid.iter() {
        let widths = widths(&cell.block, &context).widened(padding.left + padding.right);
        match region.columns() {
            1 => wanted[region.column()] = wanted[region.column()].or(widths),
            _ => spanning.push((region, widths)),
        }
    }
    spanning.sort_by_key(|(region, _)| region.columns());
    for (region, widths) in spanning {
        let covered = &mut wanted[region.column()..region.end_column()];
        let min: Len = covered.iter().map(|column| column.min).sum();
        let max: Len = covered.iter().map(|column| column.max).sum();
        let count = covered.len() as i64;
        for (index, column) in (0..).zip(covered.iter_mut()) {
            column.min += share::part((widths.min - min).at_least_zero(), index, count);
            column.max += share::part((widths.max - max).at_least_zero(), index, count);
        }
    }
    wanted
}

/// The columns in a measure. Where the words are too wide for it, type shrinks until they aren't, as far as the style allows.
pub(super) fn settle(table: &TableBlock, context: &Context, measure: Len) -> Columns {
    let natural = wanted(table, context, Ratio::ONE);
    let fits = |wanted: &[Widths]| least(table, wanted) <= measure;
    if fits(&natural) {
        return Columns { widths: widths_in(table, &natural, measure), shrink: Ratio::ONE, suffice: true };
    }
    let at = |percent: i64| Ratio::thousandths(percent * 10);
    // At `low` percent the words fit or type is as small as it may be, at `high` they don't.
    let (mut low, mut high) = (i64::from(table.style.shrink.percent().clamp(1, 100)), 100);
    let mut best = wanted(table, context, at(low));
    while fits(&best) && high - low > 1 {
        let middle = (low + high) / 2;
        let tried = wanted(table, context, at(middle));
        if fits(&tried) {
            (low, best) = (middle, tried);
        } else {
            high = middle;
        }
    }
    Columns { widths: widths_in(table, &best, measure), shrink: at(low), suffice: fits(&best) }
}

/// The least width at which no word is cut.
fn least(table: &TableBlock, wanted: &[Widths]) -> Len {
    let column = |(column, wanted): (&ColumnWidth, &Widths)| match column {
        ColumnWidth::Fixed(fixed) => *fixed,
        ColumnWidth::Auto | ColumnWidth::Share(_) => wanted.min,
    };
    table.columns.iter().zip(wanted).map(column).sum()
}

fn widths_in(table: &TableBlock, wanted: &[Widths], measure: Len) -> Arc<[Len]> {
    let mut settled: Vec<Len> = vec![Len::ZERO; wanted.len()];
    let mut left = measure.at_least_zero();
    for (width, column) in settled.iter_mut().zip(&table.columns) {
        if let ColumnWidth::Fixed(fixed) = column {
            *width = (*fixed).min(left);
            left -= *width;
        }
    }
    let automatic = indices(table, |column| matches!(column, ColumnWidth::Auto));
    let shares = indices(table, |column| matches!(column, ColumnWidth::Share(_)));
    let least_of_shares: Len = shares.iter().map(|&index| wanted[index].min).sum();
    let room = if shares.is_empty() { left } else { (left - least_of_shares).at_least_zero() };
    let theirs: Vec<Widths> = automatic.iter().map(|&index| wanted[index]).collect();
    for (&index, width) in automatic.iter().zip(share::fair(&theirs, room, shares.is_empty())) {
        settled[index] = width;
        left -= width;
    }
    let total: i64 = shares.iter().map(|&index| share_of(table, index)).sum();
    let mut before = 0;
    for &index in &shares {
        let until = before + share_of(table, index);
        settled[index] = left.part(until, total.max(1)) - left.part(before, total.max(1));
        before = until;
    }
    settled.into()
}

fn indices(table: &TableBlock, which: impl Fn(&ColumnWidth) -> bool) -> Vec<usize> {
    (0..table.columns.len()).filter(|&index| which(&table.columns[index])).collect()
}

fn share_of(table: &TableBlock, index: usize) -> i64 {
    match table.columns[index] {
        ColumnWidth::Share(share) => i64::from(share),
        _ => 0,
    }
}
