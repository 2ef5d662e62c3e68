//! A table as it stands where nothing breaks it: its columns and rows, for writers whose readers break pages themselves.

use std::sync::Arc;

use crate::model::len::Len;

use super::super::Context;
use super::super::block::{Sides, Stroke};
use super::rows::{Band, Setting};
use super::{TableBlock, columns};

/// A table's measures in a width.
#[derive(Debug, Clone)]
pub(crate) struct SettledTable {
    /// The widths of its columns.
    pub columns: Arc<[Len]>,
    /// The heights of its rows.
    pub rows: Vec<Len>,
    /// What its cells are set at.
    pub context: Context,
    /// Between a cell's edge and what it holds.
    pub padding: Sides,
}

/// Settles a table in a width.
pub(crate) fn settle(table: &TableBlock, context: &Context, width: Len) -> SettledTable {
    let found = columns::settle(table, context, width);
    let set = Setting::new(table, context, &found.widths, found.squeeze, Len::ZERO);
    let mut rows = Vec::with_capacity(table.grid.rows());
    while rows.len() < table.grid.rows() {
        let band = Band::measure(&set, rows.len(), &[], Len::UNLIMITED);
        rows.extend(&band.heights);
    }
    let (context, padding) = (set.context, set.padding);
    SettledTable { columns: found.widths, rows, context, padding }
}

impl TableBlock {
    /// The rule at the upper, right, lower and left side of a cell.
    pub(crate) fn rules_around(&self, index: usize) -> [Stroke; 4] {
        let (style, region) = (&self.style, self.grid.cell(index).region);
        let between = |above: usize| match above + 1 == self.head_rows {
            true => style.head,
            false => style.rule(self.below[above]),
        };
        [
            if region.row() == 0 { style.outer } else { between(region.row() - 1) },
            match region.end_column() == self.grid.columns() {
                true => style.sides,
                false => style.rule(self.beside[region.end_column() - 1]),
            },
            if region.end_row() == self.grid.rows() { style.outer } else { between(region.end_row() - 1) },
            if region.column() == 0 { style.sides } else { style.rule(self.beside[region.column() - 1]) },
        ]
    }
}
