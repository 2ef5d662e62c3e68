//! A table as a matrix of figures: each column and row with the path of labels that names it.

use std::sync::Arc;

use super::Read;
use super::cell::{CellKind, Figures, text_of};
use super::words::{Total, squeezed, total};
use crate::model::report::{CellContent, Element, Slot, Table};

/// A table, read.
pub(in crate::check) struct Grid<'a> {
    /// The table.
    pub table: &'a Arc<Table>,
    /// The columns of its body that aren't row heads.
    pub columns: Vec<Track>,
    /// The rows of its body.
    pub rows: Vec<Track>,
    /// The cells by row and column of the grid; `None` for one that another covers, and for pictures.
    cells: Vec<Vec<Option<Figures<'a>>>>,
    /// Its other texts: captions, notes, corners, outlines in cells.
    others: Vec<Read<'a>>,
}

/// A column or row: where it is in the grid, and what it is called.
pub(in crate::check) struct Track {
    /// Its number in the grid, from 0.
    pub index: usize,
    /// Its labels from the outermost in.
    pub path: Vec<Label>,
}

/// A label of a column or row.
#[derive(Clone)]
pub(in crate::check) struct Label {
    /// Without blanks.
    pub word: String,
    /// The total that it names.
    pub total: Option<Total>,
    /// The cell that it is, so that two of the same words are two.
    pub owner: (usize, usize),
}

impl<'a> Grid<'a> {
    /// Reads a table.
    pub fn read(table: &'a Arc<Table>) -> Grid<'a> {
        let cells: Vec<Vec<Option<Figures<'a>>>> =
            table.rows.iter().map(|row| row.iter().map(figures).collect()).collect();
        let mut others = Vec::new();
        let captions = table.unit.iter().chain(&table.source).chain(table.notes.iter().map(|note| &note.text));
        others.extend(captions.map(Read::new));
        table.rows.iter().flatten().for_each(|slot| other_texts(slot, &mut others));
        let mut grid = Grid { table, columns: Vec::new(), rows: Vec::new(), cells, others };
        let names = grid.naming_columns();
        let body = table.head_rows.min(table.rows.len())..table.rows.len();
        grid.columns = (names..table.columns.len())
            .map(|index| Track { index, path: grid.path((0..body.start).map(|row| (row, index))) })
            .collect();
        grid.rows =
            body.map(|index| Track { index, path: grid.path((0..names).map(|column| (index, column))) }).collect();
        grid
    }

    /// The cell that covers a place.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Figures<'a>> {
        let (row, column) = self.owner(row, column);
        self.cells.get(row)?.get(column)?.as_ref()
    }

    /// Whether the cell at a place covers others as well.
    pub fn is_merged(&self, row: usize, column: usize) -> bool {
        let (row, column) = self.owner(row, column);
        matches!(self.table.rows.get(row).and_then(|slots| slots.get(column)), Some(Slot::Cell(cell)) if cell.rows * cell.columns > 1)
    }

    /// All of its texts: other texts and cells.
    pub fn texts(&self) -> impl Iterator<Item = &Read<'a>> {
        self.others.iter().chain(self.cells.iter().flatten().flatten().map(|cell| &cell.read))
    }

    /// The cells of its body, each once, with row and column.
    pub fn body(&self) -> impl Iterator<Item = (usize, usize, &Figures<'a>)> {
        let from = self.table.head_rows;
        self.cells.iter().enumerate().skip(from).flat_map(|(row, cells)| {
            cells.iter().enumerate().filter_map(move |(column, cell)| Some((row, column, cell.as_ref()?)))
        })
    }

    /// The unit of its caption, if it has one.
    pub fn unit(&self) -> Option<&'a str> {
        self.table.unit.as_ref().map(|unit| unit.content.trim())
    }

    /// The total that a label names; where the author names the totals, these are all of them.
    fn total(&self, label: &str) -> Option<Total> {
        match &self.table.totals {
            Some(names) => {
                let named = names.iter().any(|name| squeezed(&name.content) == squeezed(label));
                named.then(|| total(label).unwrap_or(Total::Whole))
            }
            None => total(label),
        }
    }

    fn owner(&self, row: usize, column: usize) -> (usize, usize) {
        match self.table.rows.get(row).and_then(|slots| slots.get(column)) {
            Some(Slot::Merged { row, column }) => (*row, *column),
            _ => (row, column),
        }
    }

    /// How many columns at the left name their row: as declared, else the first if it holds only words.
    fn naming_columns(&self) -> usize {
        if self.table.row_heads > 0 {
            return self.table.row_heads;
        }
        let mut first = (self.table.head_rows..self.table.rows.len()).filter_map(|row| self.cell(row, 0));
        usize::from(self.table.columns.len() > 1 && first.all(|cell| cell.kind == CellKind::Words))
    }

    fn path(&self, places: impl Iterator<Item = (usize, usize)>) -> Vec<Label> {
        let mut path: Vec<Label> = Vec::new();
        for (row, column) in places {
            let owner = self.owner(row, column);
            let text = self.cells.get(owner.0).and_then(|cells| cells.get(owner.1)).and_then(|cell| cell.as_ref());
            let Some(cell) = text.filter(|_| path.last().is_none_or(|last| last.owner != owner)) else { continue };
            let text = cell.read.text;
            path.push(Label { word: squeezed(&text.content), total: self.total(&text.content), owner });
        }
        path
    }
}

fn figures(slot: &Slot) -> Option<Figures<'_>> {
    match slot {
        Slot::Cell(cell) => text_of(cell).map(Figures::new),
        Slot::Merged { .. } => None,
    }
}

impl Track {
    /// What it is called, outermost first.
    pub fn name(&self) -> String {
        let words: Vec<&str> =
            self.path.iter().map(|label| label.word.as_str()).filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    /// Whether one of its labels is like this.
    pub fn is(&self, like: impl Fn(&str) -> bool) -> bool {
        self.path.iter().any(|label| like(&label.word))
    }
}

/// The texts of a cell that holds more than one.
fn other_texts<'a>(slot: &'a Slot, into: &mut Vec<Read<'a>>) {
    let Slot::Cell(cell) = slot else { return };
    match &cell.content {
        CellContent::Corner { rows, columns } => into.extend([&**rows, &**columns].map(Read::new)),
        CellContent::Outline(elements) => outline_texts(elements, into),
        CellContent::Text { .. } | CellContent::Figure(_) => {}
    }
}

fn outline_texts<'a>(elements: &'a [Element], into: &mut Vec<Read<'a>>) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => {
                into.push(Read::new(text))
            }
            Element::Item { text, children, .. } => {
                into.push(Read::new(text));
                outline_texts(children, into);
            }
            Element::Beside(elements) => outline_texts(elements, into),
            // A cell holds no tables, and figures say nothing that is checked.
            Element::Table(_) | Element::Figure(_) => {}
        }
    }
}
