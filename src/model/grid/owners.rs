//! Which cell covers which place, as it is said piece by piece: before rows have one length, and before anything is known of rectangles.

use std::ops::Range;

use super::{CellPlace, Fault, Why};

/// What a place says instead of holding something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Join {
    /// It belongs to the cell at its left.
    Left,
    /// It belongs to the cell above.
    Above,
}

/// The place where the cell begins that covers each place: never below it, nor behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Owners {
    /// Row by row as far as something is said; beyond that every place is a cell of its own.
    rows: Vec<Vec<(u32, u32)>>,
}

impl Owners {
    /// Of rows in which some places are joined to others, and which of them can't be. The head's rows come first; 0 where there is no head.
    pub(crate) fn of_joins<Row>(rows: impl IntoIterator<Item = Row>, head_rows: usize) -> (Owners, Vec<Fault>)
    where
        Row: IntoIterator<Item = Option<Join>>,
    {
        let mut owners = Owners::default();
        let mut faults = Vec::new();
        for (row, joins) in rows.into_iter().enumerate() {
            for (column, join) in joins.into_iter().enumerate() {
                let Some(join) = join else { continue };
                faults.extend(owners.join((row, column), join, head_rows).err());
            }
        }
        (owners, faults)
    }

    /// Joins a place to its neighbour, for which everything has been said already. What can't be joined stays a cell of its own.
    pub(crate) fn join(&mut self, at: CellPlace, join: Join, head_rows: usize) -> Result<(), Fault> {
        let (row, column) = at;
        let fault = |why| Fault { at, why };
        let beside = match join {
            Join::Above if row > 0 && row == head_rows => return Err(fault(Why::AcrossHead)),
            Join::Above => (row.checked_sub(1).ok_or(fault(Why::NothingAbove))?, column),
            Join::Left => (row, column.checked_sub(1).ok_or(fault(Why::NothingLeft))?),
        };
        self.set(at, self.owner(beside));
        Ok(())
    }

    /// Covers a rectangle by its first place.
    pub(crate) fn cover(&mut self, rows: Range<usize>, columns: Range<usize>) {
        let owner = (rows.start, columns.start);
        for row in rows {
            for column in columns.clone().filter(|&column| (row, column) != owner) {
                self.set((row, column), owner);
            }
        }
    }

    /// Where the cell begins that covers a place: there, if nothing else is said.
    pub(crate) fn owner(&self, place: CellPlace) -> CellPlace {
        let said = self.rows.get(place.0).and_then(|line| line.get(place.1));
        said.map_or(place, |&(row, column)| (row as usize, column as usize))
    }

    /// Whether a cell covers a place that begins elsewhere.
    pub(crate) fn is_covered(&self, place: CellPlace) -> bool {
        self.owner(place) != place
    }

    fn set(&mut self, (row, column): CellPlace, owner: CellPlace) {
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let line = &mut self.rows[row];
        let own = line.len()..column + 1;
        line.extend(own.map(|column| (row as u32, column as u32)));
        line[column] = (owner.0 as u32, owner.1 as u32);
    }
}
