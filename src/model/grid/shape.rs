//! How cells cover a grid: rectangles, as many as there are cells, and for each place the one that covers it.

use std::ops::Range;

use super::{CellPlace, Fault, Owners, Region, Why};

/// The rectangles of a grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape {
    rows: usize,
    columns: usize,
    /// In reading order.
    regions: Vec<Region>,
    /// For each place, row by row, the region that covers it.
    covering: Vec<u32>,
}

impl Shape {
    /// Of so many rows and columns, and which cells don't cover a rectangle: these cover their first place alone, and what else they should have covered is cells of their own.
    pub(crate) fn new(rows: usize, columns: usize, owners: &Owners) -> (Shape, Vec<Fault>) {
        let (shape, places) = Shape::covered(rows, columns, |place| owners.owner(place));
        let is_whole = |index: usize| {
            let region = shape.regions[index];
            places[index] as usize == region.rows() * region.columns()
        };
        let faults: Vec<Fault> =
            (0..places.len()).filter(|&index| !is_whole(index)).map(|it| shape.fault(it)).collect();
        if faults.is_empty() {
            return (shape, faults);
        }
        let whole_owner = |place: CellPlace| match shape.index(place) {
            Some(index) if is_whole(index) => shape.regions[index].place(),
            _ => place,
        };
        (Shape::covered(rows, columns, whole_owner).0, faults)
    }

    /// The boxes around the places of each owner, and how many places that are. An owner stands neither below nor behind what it covers.
    fn covered(rows: usize, columns: usize, owner: impl Fn(CellPlace) -> CellPlace) -> (Shape, Vec<u32>) {
        let mut shape = Shape { rows, columns, regions: Vec::new(), covering: Vec::with_capacity(rows * columns) };
        let mut places: Vec<u32> = Vec::new();
        for place in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            let owner = owner(place);
            let known = shape.index(owner).filter(|_| owner != place);
            let index = known.unwrap_or(shape.regions.len());
            match known {
                Some(index) => {
                    shape.regions[index].reach(place);
                    places[index] += 1;
                }
                None => {
                    shape.regions.push(Region::one(place));
                    places.push(1);
                }
            }
            shape.covering.push(index as u32);
        }
        shape.regions.shrink_to_fit();
        (shape, places)
    }

    /// What is said of a cell that covers less than the box around it: the first place of that which is another's.
    fn fault(&self, index: usize) -> Fault {
        let region = self.regions[index];
        let owner = region.place();
        let strange = region.places().find(|&place| self.index(place) != Some(index));
        Fault { at: strange.unwrap_or(owner), why: Why::NotRectangular { owner } }
    }

    /// How many rows it has.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// How many columns it has.
    pub(crate) fn columns(&self) -> usize {
        self.columns
    }

    /// Its rectangles, in reading order.
    pub(crate) fn regions(&self) -> &[Region] {
        &self.regions
    }

    /// The number of the rectangle that covers a place; `None` beyond the grid.
    pub(crate) fn index(&self, (row, column): CellPlace) -> Option<usize> {
        let covering = self.covering.get(row * self.columns + column).filter(|_| column < self.columns);
        covering.map(|&index| index as usize)
    }

    /// The numbers of the rectangles that begin in a row.
    pub(crate) fn beginning_in(&self, row: usize) -> Range<usize> {
        let before = |row: usize| self.regions.partition_point(|region| region.row() < row);
        before(row)..before(row + 1)
    }
}
