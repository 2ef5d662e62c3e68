//! A table as a matrix of figures: each column and row with the path of labels that names it.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::Read;
use super::amount::{Amount, unit_is_rounded};
use super::cell::{CellKind, Figures, text_of};
use super::levels::levels;
use super::words::{Total, is_number_of_row, is_rate, is_share, squeezed, total};
use crate::check::reach::Reach;
use crate::model::grid;
use crate::model::report::{Cell, CellContent, Element, Table};

/// A table, read.
pub(in crate::check) struct CheckedTable<'a> {
    /// The table.
    pub table: &'a Arc<Table>,
    /// The columns of its body that aren't row heads.
    pub columns: Vec<Track>,
    /// The rows of its body.
    pub rows: Vec<Track>,
    /// Its cells; `None` for pictures and for what holds more than one text.
    cells: grid::Grid<Option<Figures<'a>>>,
    /// Its other texts: captions, notes, corners, outlines in cells.
    others: Vec<Read<'a>>,
    /// Whether the unit of its caption is one of rounded figures, if it has one that is known.
    rounded: Option<bool>,
    /// The unit that the line above it gives.
    above: Option<String>,
    /// The place of the line that it stands below, in its section.
    pub after: Option<usize>,
}

/// A column or row: where it is in the grid, and what it is called.
pub(in crate::check) struct Track {
    /// Its number in the grid, from 0.
    pub index: usize,
    /// Its labels from the outermost in.
    pub path: Vec<Label>,
    /// How far the signs of its label set it below others: `Ⅰ.`, `(1)`.
    pub level: usize,
    /// Whether the unit of its label, `금액(천원)`, is one of rounded figures.
    rounded: Option<bool>,
}

/// A label of a column or row.
#[derive(Clone)]
pub(in crate::check) struct Label {
    /// Without blanks.
    pub word: String,
    /// The total that it names.
    pub total: Option<Total>,
    /// The cell that it is, so that two of the same words are two.
    pub owner: grid::CellPlace,
}

impl<'a> CheckedTable<'a> {
    /// Reads a table.
    pub(crate) fn read(table: &'a Arc<Table>) -> CheckedTable<'a> {
        let cells = table.grid.map(|cell| text_of(cell.content).map(Figures::new));
        let mut others = Vec::new();
        let captions = table.unit.iter().chain(&table.source).chain(table.notes.iter().map(|note| &note.text));
        others.extend(captions.map(Read::new));
        table.grid.contents().iter().for_each(|cell| other_texts(cell, &mut others));
        let rounded = table.unit.as_ref().and_then(|unit| unit_is_rounded(unit.content.trim()));
        let (columns, rows) = (Vec::new(), Vec::new());
        let mut grid = CheckedTable { table, columns, rows, cells, others, rounded, above: None, after: None };
        let names = grid.naming_columns();
        let body = table.head_rows.min(table.grid.rows())..table.grid.rows();
        grid.columns = (names..table.columns.len())
            .map(|index| grid.track(index, (0..body.start).map(|row| (row, index))))
            .collect();
        grid.rows = body.clone().map(|index| grid.track(index, (0..names).map(|column| (index, column)))).collect();
        let levels = levels(body.map(|row| grid.own_label(row, names)));
        for (row, level) in grid.rows.iter_mut().zip(levels) {
            row.level = level;
        }
        grid
    }

    /// Takes the unit that the line above it gives, `(단위 : 천원)`, where it has none of its own.
    pub(crate) fn takes_unit(&mut self, above: Option<&str>) {
        let said =
            above.and_then(|above| above.split_once("단위")).map(|(_, rest)| rest.trim_start_matches([' ', ':', '：']));
        let unit = said.map(|rest| rest.split([')', ']', ',']).next().unwrap_or_default().trim());
        if self.table.unit.is_none() {
            self.rounded = unit.and_then(unit_is_rounded);
            self.above = unit.filter(|unit| !unit.is_empty()).map(str::to_owned);
        }
    }

    fn track(&self, index: usize, places: impl Iterator<Item = (usize, usize)>) -> Track {
        let path = self.path(places);
        let rounded = path.iter().rev().find_map(|label| unit_in_brackets(&label.word)).and_then(unit_is_rounded);
        Track { index, path, level: 0, rounded }
    }

    /// The innermost label that is a row's own, with its signs and blanks.
    fn own_label(&self, row: usize, names: usize) -> &str {
        let own =
            (0..names).find(|&column| self.owner(row, column) == (row, column) && self.cell(row, column).is_some());
        own.and_then(|column| self.cell(row, column)).map_or("", |cell| cell.read.content())
    }

    /// Whether an amount is known to be counted one by one, and so is exact.
    pub(crate) fn is_counted(&self, row: &Track, column: &Track, amount: &Amount<'_>) -> bool {
        amount.is_rounded().or(column.rounded).or(row.rounded).or(self.rounded) == Some(false)
    }

    /// What an amount of the cell at a place stands for: its unit, that of its column, row or table, or its decimals tell whether it is rounded.
    pub(crate) fn reach(&self, row: &Track, column: &Track, amount: &Amount<'_>) -> Option<Reach> {
        let value = amount.value()?;
        let told = amount.is_rounded().or(column.rounded).or(row.rounded).or(self.rounded);
        let slack = match told {
            Some(false) => Decimal::ZERO,
            Some(true) => amount.half_step()?,
            // Without a word, large figures may be thousands of something.
            None if value.abs() >= Decimal::from(10_000_000) => amount.half_step()?,
            None => Decimal::ZERO,
        };
        Some(Reach { value, slack })
    }

    /// The cell that covers a place.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<&Figures<'a>> {
        self.cells.at((row, column))?.content.as_ref()
    }

    /// Whether the cell at a place covers others as well.
    pub(crate) fn is_merged(&self, row: usize, column: usize) -> bool {
        self.cells.at((row, column)).is_some_and(|cell| !cell.region.is_one())
    }

    /// All of its texts: other texts and cells.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Read<'a>> {
        self.others.iter().chain(self.cells.contents().iter().flatten().map(|cell| &cell.read))
    }

    /// The cells of its body, each once, with row and column.
    pub(crate) fn body(&self) -> impl Iterator<Item = (usize, usize, &Figures<'a>)> {
        let from = self.table.head_rows;
        let body = self.cells.iter().filter(move |cell| cell.region.row() >= from);
        body.filter_map(|cell| Some((cell.region.row(), cell.region.column(), cell.content.as_ref()?)))
    }

    /// The unit of its caption, or of the line above it.
    pub(crate) fn unit_words(&self) -> Option<String> {
        self.unit().map(str::to_owned).or_else(|| self.above.clone())
    }

    /// The unit of its caption, if it has one.
    pub(crate) fn unit(&self) -> Option<&'a str> {
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
        self.cells.at((row, column)).map_or((row, column), |cell| cell.region.place())
    }

    /// How many columns at the left name their row: as declared, else those that hold only words, years and numbers in order, if there is a word among them.
    fn naming_columns(&self) -> usize {
        if self.table.row_heads > 0 {
            return self.table.row_heads;
        }
        let body = || self.table.head_rows..self.table.grid.rows();
        let names = |column: usize| {
            let cells = || body().filter_map(move |row| self.cell(row, column));
            let serial = self.is_serial(column) || self.counts_rows(column);
            cells().any(|cell| cell.kind != CellKind::Blank) && (serial || cells().all(|cell| names_a_row(cell)))
        };
        let last = self.table.columns.len().saturating_sub(1);
        (0..last).take_while(|&column| names(column)).count()
    }

    /// Whether the head of a column says that it numbers the rows: 연번.
    pub(crate) fn counts_rows(&self, column: usize) -> bool {
        let mut heads = (0..self.table.head_rows).rev().filter_map(|row| self.cell(row, column));
        heads.next().is_some_and(|head| is_number_of_row(head.read.content()))
    }

    /// The numbers that a column gives its rows, each with its cell.
    pub(crate) fn numbers_of(&self, column: usize) -> Vec<(&Figures<'a>, &Amount<'a>)> {
        let rows = self.table.head_rows..self.table.grid.rows();
        let own =
            rows.filter(|row| self.owner(*row, column) == (*row, column)).filter_map(|row| self.cell(row, column));
        let figures = own.filter_map(|cell| {
            let mut amounts = cell.amounts();
            let amount = amounts.next().filter(|_| amounts.next().is_none())?;
            Some((cell, amount))
        });
        figures.collect()
    }

    /// Whether a column counts its rows: 1, 2, 3, with words or nothing among them for totals.
    pub(crate) fn is_serial(&self, column: usize) -> bool {
        let mut next = Decimal::ONE;
        let mut count = 0;
        for row in self.table.head_rows..self.table.grid.rows() {
            if self.owner(row, column) != (row, column) {
                continue;
            }
            let Some(cell) = self.cell(row, column).filter(|cell| cell.kind == CellKind::Figure) else { continue };
            let mut amounts = cell.amounts();
            let (Some(amount), None) = (amounts.next(), amounts.next()) else { return false };
            if amount.number != next || !amount.unit.is_empty() {
                return false;
            }
            next += Decimal::ONE;
            count += 1;
        }
        count > 2
    }

    fn path(&self, places: impl Iterator<Item = (usize, usize)>) -> Vec<Label> {
        let mut path: Vec<Label> = Vec::new();
        for at in places.filter_map(|place| self.cells.at(place)) {
            let owner = at.region.place();
            let Some(cell) = at.content else { continue };
            if path.last().is_some_and(|last| last.owner == owner) {
                continue;
            }
            let text = cell.read.text;
            // An empty cell before a label leaves the place to it.
            path.retain(|label: &Label| !label.word.is_empty());
            path.push(Label { word: squeezed(&text.content), total: self.total(&text.content), owner });
        }
        path
    }
}

/// Whether a cell can be a row's name: words, nothing, or a year, grade or the like.
fn names_a_row(cell: &Figures<'_>) -> bool {
    const ORDINAL: [&str; 10] = ["년", "년도", "월", "급", "세", "층", "호", "차", "학년", "분기"];
    match cell.kind {
        CellKind::Words | CellKind::Blank | CellKind::Dash => true,
        CellKind::Figure => {
            let years = Decimal::from(1900)..Decimal::from(2100);
            let is_year = |amount: &Amount<'_>| {
                amount.unit.is_empty() && cell.read.content().trim().len() == 4 && years.contains(&amount.number)
            };
            cell.amounts().all(|amount| ORDINAL.contains(&amount.unit) || is_year(amount))
        }
    }
}

/// `천원` of `금액(천원)`.
fn unit_in_brackets(label: &str) -> Option<&str> {
    let (_, inside) = label.strip_suffix(')')?.rsplit_once('(')?;
    let unit = inside.strip_prefix("단위").unwrap_or(inside).trim_start_matches([':', ' ']);
    (!unit.is_empty()).then_some(unit)
}

impl Track {
    /// The unit that its label has in brackets: `금액(천원)`.
    pub(crate) fn unit(&self) -> Option<&str> {
        self.path
            .iter()
            .rev()
            .find_map(|label| unit_in_brackets(&label.word))
            .filter(|unit| unit_is_rounded(unit).is_some())
    }

    /// Whether its figures are percents by what it is called: rates, shares, `(%)`.
    pub(crate) fn is_percent(&self) -> bool {
        self.is(|label| is_rate(label) || is_share(label) || label.ends_with('%') || label.ends_with("(%)"))
    }

    /// What it is called, outermost first.
    pub(crate) fn name(&self) -> String {
        let words: Vec<&str> =
            self.path.iter().map(|label| label.word.as_str()).filter(|word| !word.is_empty()).collect();
        words.join(" ")
    }

    /// Whether one of its labels is like this.
    pub(crate) fn is(&self, like: impl Fn(&str) -> bool) -> bool {
        self.path.iter().any(|label| like(&label.word))
    }
}

/// The texts of a cell that holds more than one.
fn other_texts<'a>(cell: &'a Cell, into: &mut Vec<Read<'a>>) {
    match &cell.content {
        CellContent::Corner { rows, columns } => into.extend([&**rows, &**columns].map(Read::new)),
        CellContent::Outline(elements) => outline_texts(elements, into),
        CellContent::Text { .. } | CellContent::Graphic(_) => {}
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
            Element::Framed(framed) => {
                into.extend(framed.text.iter().map(Read::new));
                outline_texts(&framed.children, into);
            }
            // A cell holds no tables, and figures say nothing that is checked.
            Element::Table(_) | Element::Graphic(_) => {}
        }
    }
}
