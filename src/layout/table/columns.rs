//! Column widths: fixed, by share, or between the least and the most their content wants; settled once for a table.

use std::sync::Arc;

use crate::len::Len;
use crate::report::ColumnWidth;

use super::super::{Cx, Widths, widths};
use super::TableBlock;

/// What each column's content wants, paddings included; a cell over several columns asks each for its part of what they lack.
pub(super) fn wanted(table: &TableBlock, cx: &Cx) -> Vec<Widths> {
    let mut wanted = vec![Widths::default(); table.columns.len()];
    let padding = table.look.padding.left + table.look.padding.right;
    let mut spanning = Vec::new();
    for cell in &table.cells {
        let widths = widths(&cell.block, cx).widened(padding);
        match cell.columns {
            1 => wanted[cell.column] = wanted[cell.column].or(widths),
            _ => spanning.push((cell, widths)),
        }
    }
    spanning.sort_by_key(|(cell, _)| cell.columns);
    for (cell, widths) in spanning {
        let covered = &mut wanted[cell.column..cell.column + cell.columns];
        let min: Len = covered.iter().map(|column| column.min).sum();
        let max: Len = covered.iter().map(|column| column.max).sum();
        let count = covered.len() as i64;
        for (index, column) in covered.iter_mut().enumerate() {
            column.min += part(widths.min - min, index as i64, count);
            column.max += part(widths.max - max, index as i64, count);
        }
    }
    wanted
}

/// The `index`th of `count` whole parts of a lack; together they are the lack exactly.
fn part(lack: Len, index: i64, count: i64) -> Len {
    let lack = lack.at_least_zero();
    lack * (index + 1) / count - lack * index / count
}

/// The widths of the columns in a measure; they fill it exactly.
pub(super) fn settle(table: &TableBlock, cx: &Cx, measure: Len) -> Arc<[Len]> {
    let wanted = wanted(table, cx);
    let mut settled: Vec<Len> = vec![Len::ZERO; wanted.len()];
    let mut left = measure.at_least_zero();
    for (width, column) in settled.iter_mut().zip(&table.columns) {
        if let ColumnWidth::Fixed(fixed) = column {
            *width = (*fixed).min(left);
            left -= *width;
        }
    }
    let automatic: Vec<usize> = indices(table, |column| matches!(column, ColumnWidth::Auto));
    let shares: Vec<usize> = indices(table, |column| matches!(column, ColumnWidth::Share(_)));
    let least_of_shares: Len = shares.iter().map(|&index| wanted[index].min).sum();
    let room = if shares.is_empty() { left } else { (left - least_of_shares).at_least_zero() };
    for (index, width) in automatic.iter().zip(fair(&automatic, &wanted, room, shares.is_empty())) {
        settled[*index] = width;
        left -= width;
    }
    let total: i64 = shares.iter().map(|&index| share(table, index)).sum();
    let mut before = 0;
    for &index in &shares {
        let until = before + share(table, index);
        settled[index] = left.part(until, total.max(1)) - left.part(before, total.max(1));
        before = until;
    }
    settled.into()
}

fn indices(table: &TableBlock, which: impl Fn(&ColumnWidth) -> bool) -> Vec<usize> {
    (0..table.columns.len()).filter(|&index| which(&table.columns[index])).collect()
}

fn share(table: &TableBlock, index: usize) -> i64 {
    match table.columns[index] {
        ColumnWidth::Share(share) => i64::from(share),
        _ => 0,
    }
}

/// Widths for automatic columns in a room. Too little: the columns that want least get it, the others share the rest. Spare
/// room goes to all alike, where they are to fill it.
fn fair(columns: &[usize], wanted: &[Widths], room: Len, fill: bool) -> Vec<Len> {
    let count = columns.len() as i64;
    let max: Len = columns.iter().map(|&index| wanted[index].max).sum();
    let min: Len = columns.iter().map(|&index| wanted[index].min).sum();
    if max <= room {
        let spare = if fill { room - max } else { Len::ZERO };
        return columns
            .iter()
            .enumerate()
            .map(|(position, &index)| wanted[index].max + part(spare, position as i64, count))
            .collect();
    }
    let (base, over): (fn(&Widths) -> Len, Len) =
        if min <= room { (|w| w.min, room - min) } else { (|_| Len::ZERO, room) };
    let weight = |index: usize| (wanted[index].max - base(&wanted[index])).as_milli();
    let total: i64 = columns.iter().map(|&index| weight(index)).sum();
    let mut before = 0;
    columns
        .iter()
        .map(|&index| {
            let until = before + weight(index);
            let width = base(&wanted[index]) + over.part(until, total.max(1)) - over.part(before, total.max(1));
            before = until;
            width
        })
        .collect()
}
