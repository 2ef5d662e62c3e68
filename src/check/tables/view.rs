//! A table seen by its columns, or across: by its rows.

use rust_decimal::Decimal;

use crate::check::reach::Reach;
use crate::check::read::amount::Amount;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::{CheckedTable, Track};
use crate::model::source::Span;

/// A table seen by its columns, or across.
#[derive(Clone, Copy)]
pub(super) struct View<'g, 'a> {
    pub grid: &'g CheckedTable<'a>,
    pub across: bool,
}

/// A figure of a table that takes part in a relation.
#[derive(Clone, Copy)]
pub(super) struct Term<'g, 'a> {
    /// Row and column of its cell in the grid.
    pub place: (usize, usize),
    pub cell: &'g Figures<'a>,
    pub amount: &'g Amount<'a>,
    pub reach: Reach,
}

/// What stands where a track crosses a line.
#[derive(Clone, Copy)]
pub(super) enum Entry<'g, 'a> {
    /// One figure.
    Figure(Term<'g, 'a>),
    /// `-`, which counts as none.
    Dash,
    /// Nothing, which may be none or not known.
    Blank,
    /// Words, several figures, a cell of several rows.
    Other,
}

impl Term<'_, '_> {
    /// Where it was typed.
    pub(crate) fn span(&self) -> Span {
        self.cell.read.place(self.amount)
    }
}

impl<'g, 'a> View<'g, 'a> {
    /// A table by its columns and by its rows.
    pub(crate) fn both(grid: &'g CheckedTable<'a>) -> [View<'g, 'a>; 2] {
        [View { grid, across: false }, View { grid, across: true }]
    }

    /// What is added up.
    pub(crate) fn tracks(&self) -> &'g [Track] {
        if self.across { &self.grid.rows } else { &self.grid.columns }
    }

    /// What each sum is looked at along.
    pub(crate) fn lines(&self) -> &'g [Track] {
        if self.across { &self.grid.columns } else { &self.grid.rows }
    }

    /// The cell where a track crosses a line.
    pub(crate) fn cell(&self, track: usize, line: &Track) -> Option<&'g Figures<'a>> {
        let (row, column) = self.place(track, line);
        self.grid.cell(row, column)
    }

    /// Row and column of a cell.
    pub(crate) fn place(&self, track: usize, line: &Track) -> (usize, usize) {
        let index = self.tracks()[track].index;
        if self.across { (index, line.index) } else { (line.index, index) }
    }

    /// Whether the cell covers others as well.
    pub(crate) fn is_merged(&self, track: usize, line: &Track) -> bool {
        let (row, column) = self.place(track, line);
        self.grid.is_merged(row, column)
    }

    /// An amount of the cell, with what it stands for; nothing beyond what decimals can hold.
    pub(crate) fn term(
        &self,
        track: usize,
        line: &Track,
        cell: &'g Figures<'a>,
        amount: &'g Amount<'a>,
    ) -> Option<Term<'g, 'a>> {
        let own = &self.tracks()[track];
        let (row, column) = if self.across { (own, line) } else { (line, own) };
        let reach = self.grid.reach(row, column, amount)?;
        Some(Term { place: self.place(track, line), cell, amount, reach })
    }

    /// Whether a figure is known to be counted one by one.
    pub(crate) fn is_counted(&self, track: usize, line: &Track, amount: &Amount<'_>) -> bool {
        let own = &self.tracks()[track];
        let (row, column) = if self.across { (own, line) } else { (line, own) };
        self.grid.is_counted(row, column, amount)
    }

    /// What stands where a track crosses a line.
    pub(crate) fn entry(&self, track: usize, line: &Track) -> Entry<'g, 'a> {
        let Some(cell) = self.cell(track, line) else { return Entry::Other };
        match cell.kind {
            CellKind::Blank => Entry::Blank,
            CellKind::Dash => Entry::Dash,
            CellKind::Words => Entry::Other,
            CellKind::Figure if self.is_merged(track, line) => Entry::Other,
            CellKind::Figure => {
                let mut amounts = cell.amounts();
                let (Some(amount), None) = (amounts.next(), amounts.next()) else { return Entry::Other };
                self.term(track, line, cell, amount).map_or(Entry::Other, Entry::Figure)
            }
        }
    }
}

impl Entry<'_, '_> {
    /// What it counts, where that is known.
    pub(crate) fn reach(&self) -> Option<Reach> {
        match self {
            Entry::Figure(term) => Some(term.reach),
            Entry::Dash => Some(Reach::exact(Decimal::ZERO)),
            Entry::Blank | Entry::Other => None,
        }
    }
}
