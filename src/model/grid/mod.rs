//! A grid: cells that each cover a rectangle of places, no place left out and none covered twice.
//!
//! What is written says piece by piece which cell covers which place ([`Owners`]). A [`Shape`] is made of that, and what is wrong with it is answered with its places; a shape with contents is
//! a [`Grid`]. None of them can be invalid: what can't be covered becomes a cell of its own. Grids that are made of each other share their shape.

mod owners;
mod region;
mod shape;

pub(crate) use owners::{Join, Owners};
pub(crate) use region::Region;
pub(crate) use shape::Shape;

use std::sync::Arc;

/// A row and a column, from 0.
pub(crate) type CellPlace = (usize, usize);

/// What keeps a place from being covered as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The place.
    pub at: CellPlace,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong with a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It is joined to its left, and nothing stands there.
    NothingLeft,
    /// It is joined to what stands above, and nothing does.
    NothingAbove,
    /// It is joined from the first row of the body to the head.
    AcrossHead,
    /// It belongs to another cell than the one that begins here and covers places on both of its sides.
    NotRectangular {
        /// Where that one begins.
        owner: CellPlace,
    },
}

/// Cells on a grid, in reading order of where they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Grid<T> {
    shape: Arc<Shape>,
    /// Of each region of the shape, what it holds.
    contents: Vec<T>,
}

/// A cell of a grid.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GridCell<'a, T> {
    /// Its number in reading order.
    pub index: usize,
    /// The places that it covers.
    pub region: Region,
    /// What it holds.
    pub content: &'a T,
}

impl<T> Clone for GridCell<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for GridCell<'_, T> {}

impl<T> Default for Grid<T> {
    /// One without rows and columns.
    fn default() -> Grid<T> {
        Grid { shape: Arc::default(), contents: Vec::new() }
    }
}

impl<T> Grid<T> {
    /// Fills a shape: `content` is asked for what each cell holds, in reading order.
    pub(crate) fn new(shape: Shape, content: impl FnMut(Region) -> T) -> Grid<T> {
        let contents = shape.regions().iter().copied().map(content).collect();
        Grid { shape: Arc::new(shape), contents }
    }

    /// Rows of cells that cover a place each.
    pub(crate) fn of_rows<const COLUMNS: usize>(rows: Vec<[T; COLUMNS]>) -> Grid<T> {
        let (shape, _) = Shape::new(rows.len(), COLUMNS, &Owners::default());
        Grid { shape: Arc::new(shape), contents: rows.into_iter().flatten().collect() }
    }

    /// A grid of the same shape, with what is made of each cell, in reading order.
    pub(crate) fn map<'a, U>(&'a self, made: impl FnMut(GridCell<'a, T>) -> U) -> Grid<U> {
        Grid { shape: Arc::clone(&self.shape), contents: self.iter().map(made).collect() }
    }

    /// How many rows it has.
    pub(crate) fn rows(&self) -> usize {
        self.shape.rows()
    }

    /// How many columns it has.
    pub(crate) fn columns(&self) -> usize {
        self.shape.columns()
    }

    /// The number of the cell that covers a place; `None` beyond the grid.
    pub(crate) fn index(&self, place: CellPlace) -> Option<usize> {
        self.shape.index(place)
    }

    /// A cell by its number, which the grid has given.
    pub(crate) fn cell(&self, index: usize) -> GridCell<'_, T> {
        GridCell { index, region: self.shape.regions()[index], content: &self.contents[index] }
    }

    /// The cell that covers a place; `None` beyond the grid.
    pub(crate) fn at(&self, place: CellPlace) -> Option<GridCell<'_, T>> {
        self.index(place).map(|index| self.cell(index))
    }

    /// All cells, in reading order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = GridCell<'_, T>> + ExactSizeIterator {
        let cells = self.shape.regions().iter().zip(&self.contents).enumerate();
        cells.map(|(index, (&region, content))| GridCell { index, region, content })
    }

    /// The cells that begin in a row, left to right.
    pub(crate) fn beginning_in(&self, row: usize) -> impl Iterator<Item = GridCell<'_, T>> {
        self.shape.beginning_in(row).map(|index| self.cell(index))
    }

    /// The cells that stand in a row, left to right, each once.
    pub(crate) fn row(&self, row: usize) -> impl Iterator<Item = GridCell<'_, T>> {
        self.along((0..self.columns()).map(move |column| (row, column)))
    }

    /// The cells that stand in a column, top to bottom, each once.
    pub(crate) fn column(&self, column: usize) -> impl Iterator<Item = GridCell<'_, T>> {
        self.along((0..self.rows()).map(move |row| (row, column)))
    }

    /// What the cells hold, in reading order.
    pub(crate) fn contents(&self) -> &[T] {
        &self.contents
    }

    /// What the cells hold, in reading order, to be changed.
    pub(crate) fn contents_mut(&mut self) -> &mut [T] {
        &mut self.contents
    }

    /// What the cells hold, to be changed, with the places that they cover.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (Region, &mut T)> {
        self.shape.regions().iter().copied().zip(&mut self.contents)
    }

    /// The cells of places along a line, each once.
    fn along(&self, places: impl Iterator<Item = CellPlace>) -> impl Iterator<Item = GridCell<'_, T>> {
        let mut last = None;
        let indices = places.filter_map(|place| self.index(place));
        indices.filter(move |&index| last.replace(index) != Some(index)).map(|index| self.cell(index))
    }
}
