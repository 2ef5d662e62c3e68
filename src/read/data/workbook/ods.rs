//! ODS (OpenDocument 1.3): sheets, their cells as they are shown, merged cells, what is hidden.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::appearance::without_wide_blanks;
use super::xml::{Node, Xml};
use super::zip::Archive;
use super::{Failure, SheetEntry};
use crate::read::data::csv::is_error;
use crate::read::data::{Cell, CellShape, MOST_COLUMNS, Spans, Worksheet};
use crate::read::numbers::digits;

/// The part that holds all sheets.
pub(super) const CONTENT: &str = "content.xml";

/// The sheets of a workbook.
pub(super) fn sheets(archive: &Archive<'_>) -> Result<Vec<SheetEntry>, Failure> {
    let mut xml = Xml::new(archive.part(CONTENT).ok_or(Failure::Damaged)?)?;
    let mut sheets = Vec::new();
    let mut hidden: BTreeSet<String> = BTreeSet::new();
    let mut style = String::new();
    let mut depth = 0;
    loop {
        match xml.next()? {
            Node::Open => match xml.name() {
                "style" => style = xml.get_prefixed("name").unwrap_or_default().into_owned(),
                "table-properties" if xml.get_prefixed("display").as_deref() == Some("false") => {
                    hidden.insert(std::mem::take(&mut style));
                }
                "table" => {
                    depth += 1;
                    // Tables within cells are no sheets.
                    if let (1, Some(name)) = (depth, xml.get_prefixed("name")) {
                        let visible = !xml.get_prefixed("style-name").is_some_and(|style| hidden.contains(&*style));
                        let (name, part) = (name.into_owned(), CONTENT.to_owned());
                        sheets.push(SheetEntry { name, visible, part, offset: sheets.len() });
                    }
                }
                _ => {}
            },
            Node::Close if xml.name() == "table" => depth -= 1,
            Node::End => return Ok(sheets),
            _ => {}
        }
    }
}

/// Reads a sheet's cells.
pub(super) fn read(
    archive: &Archive<'_>,
    entry: &SheetEntry,
    file: &str,
    sheet: &mut Worksheet,
) -> Result<(), Failure> {
    let mut xml = Xml::new(archive.part(CONTENT).ok_or(Failure::Damaged)?)?;
    let mut codes = Codes::default();
    let mut index = 0;
    loop {
        match xml.next()? {
            Node::Open if xml.name() == "table" && xml.get_prefixed("name").is_some() => {
                if index == entry.offset {
                    let (code_columns, merged) = (Spans::default(), Vec::new());
                    let codes = codes.of_cells;
                    let reading =
                        Reading { file, sheet, codes, code_columns, row: 0, column: 0, folded: [0; 2], merged };
                    return reading.table(&mut xml);
                }
                index += 1;
                xml.skip()?;
            }
            Node::Open => codes.note(&xml),
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
}

/// The styles of cells whose numbers have zeros before them: they name something, and are never parted into thousands.
#[derive(Default)]
struct Codes {
    /// The format that is being read.
    format: String,
    of_formats: BTreeSet<String>,
    of_cells: BTreeSet<String>,
}

impl Codes {
    fn note(&mut self, xml: &Xml<'_>) {
        let named = || xml.get_prefixed("name").unwrap_or_default().into_owned();
        match xml.name() {
            "number-style" => self.format = named(),
            "number" if xml.number_prefixed("min-integer-digits", 0) > 1 => {
                self.of_formats.insert(self.format.clone());
            }
            "style" if xml.get_prefixed("data-style-name").is_some_and(|name| self.of_formats.contains(&*name)) => {
                self.of_cells.insert(named());
            }
            _ => {}
        }
    }
}

/// A cell, and how often it stands beside itself.
struct Run {
    cell: Option<Cell>,
    /// Whether its number names something; `None` where its column says so.
    is_code: Option<bool>,
    times: usize,
    rows: usize,
    columns: usize,
}

/// A merged cell: its row and column, how many of each it covers.
type Merged = (usize, usize, usize, usize);

/// A sheet being read.
struct Reading<'a> {
    file: &'a str,
    sheet: &'a mut Worksheet,
    /// The styles of cells whose numbers name something.
    codes: BTreeSet<String>,
    /// The columns of which that is the style.
    code_columns: Spans,
    /// The next row.
    row: usize,
    /// The next of the columns whose appearance is said before the rows.
    column: usize,
    /// How many groups of rows and of columns around what is read are folded away.
    folded: [usize; 2],
    merged: Vec<Merged>,
}

impl Reading<'_> {
    fn table(mut self, xml: &mut Xml<'_>) -> Result<(), Failure> {
        // Which of the groups that are open are folded away.
        let mut groups: Vec<Option<usize>> = Vec::new();
        loop {
            match xml.next()? {
                Node::Open => match xml.name() {
                    "table-row-group" | "table-column-group" => {
                        let of = usize::from(xml.name() == "table-column-group");
                        let folded = xml.get_prefixed("display").as_deref() == Some("false");
                        self.folded[of] += usize::from(folded);
                        groups.push(folded.then_some(of));
                    }
                    "table-row" => self.row(xml)?,
                    "table-column" => self.column(xml),
                    "shapes" | "named-expressions" | "forms" => xml.skip()?,
                    _ => {}
                },
                Node::Close => match xml.name() {
                    "table-row-group" | "table-column-group" => {
                        if let Some(Some(of)) = groups.pop() {
                            self.folded[of] -= 1;
                        }
                    }
                    "table" => break,
                    _ => {}
                },
                Node::Text => {}
                Node::End => return Err(Failure::Damaged),
            }
        }
        for (row, column, rows, columns) in self.merged {
            self.sheet.merge(self.file, row..row.saturating_add(rows), column..column.saturating_add(columns))?;
        }
        Ok(())
    }

    fn column(&mut self, xml: &Xml<'_>) {
        let end = self.column.saturating_add(xml.number_prefixed("number-columns-repeated", 1).max(1));
        if self.folded[1] > 0 || is_hidden(xml) {
            self.sheet.hidden_columns.add(self.column..end);
        }
        if xml.get_prefixed("default-cell-style-name").is_some_and(|style| self.codes.contains(&*style)) {
            self.code_columns.add(self.column..end);
        }
        self.column = end;
    }

    fn row(&mut self, xml: &mut Xml<'_>) -> Result<(), Failure> {
        let end = self.row.saturating_add(xml.number_prefixed("number-rows-repeated", 1).max(1));
        if self.folded[0] > 0 || is_hidden(xml) {
            self.sheet.hidden_rows.add(self.row..end);
        }
        if !self.sheet.wants_row(self.row) {
            xml.skip()?;
        } else {
            let runs = cells(xml, &self.codes)?;
            if runs.iter().any(|run| run.cell.is_some()) {
                for row in self.row..end {
                    if !self.sheet.wants_row(row) {
                        break;
                    }
                    self.add_row(&runs, row)?;
                }
            }
        }
        self.row = end;
        Ok(())
    }

    fn add_row(&mut self, runs: &[Run], row: usize) -> Result<(), Failure> {
        let mut column = 0_usize;
        for run in runs {
            let end = column.saturating_add(run.times);
            if let Some(cell) = &run.cell {
                for column in column..end {
                    if !self.sheet.wants(row, column) {
                        break;
                    }
                    let is_code = run.is_code.unwrap_or_else(|| self.code_columns.contains(column));
                    let cell = if is_code { as_code(cell) } else { cell.clone() };
                    self.sheet.add(self.file, row, column, cell)?;
                    if run.rows > 1 || run.columns > 1 {
                        self.merged.push((row, column, run.rows, run.columns));
                    }
                }
            }
            column = end;
        }
        Ok(())
    }
}

/// A number that names something.
fn as_code(cell: &Cell) -> Cell {
    match cell.shape {
        CellShape::Number => {
            let amount = digits(&cell.content).and_then(|digits| digits.parse().ok()).map(Box::new);
            Cell { amount, shape: CellShape::Text, ..cell.clone() }
        }
        _ => cell.clone(),
    }
}

/// Whether a row or column isn't shown, by hand or by a filter.
fn is_hidden(xml: &Xml<'_>) -> bool {
    xml.get_prefixed("visibility").is_some_and(|visibility| matches!(&*visibility, "collapse" | "filter"))
}

/// The cells of the row that has just begun.
fn cells(xml: &mut Xml<'_>, codes: &BTreeSet<String>) -> Result<Vec<Run>, Failure> {
    let mut runs = Vec::new();
    loop {
        match xml.next()? {
            Node::Open if matches!(xml.name(), "table-cell" | "covered-table-cell") => {
                let covered = xml.name() == "covered-table-cell";
                let raw = Raw::of(xml);
                let mut run = Run {
                    cell: None,
                    is_code: xml.get_prefixed("style-name").map(|style| codes.contains(&*style)),
                    times: xml.number_prefixed("number-columns-repeated", 1).max(1),
                    rows: xml.number_prefixed("number-rows-spanned", 1),
                    columns: xml.number_prefixed("number-columns-spanned", 1),
                };
                let paragraphs = paragraphs(xml)?;
                // What a covered cell holds isn't shown.
                run.cell = if covered { None } else { raw.shown(paragraphs) };
                runs.push(run);
            }
            Node::Close if xml.name() == "table-row" => return Ok(runs),
            // Such a row has more cells than any sheet has columns.
            _ if runs.len() > MOST_COLUMNS => return Err(Failure::Damaged),
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
}

/// The text of the cell that has just begun, a line a paragraph, without what is drawn over it or noted beside it.
fn paragraphs(xml: &mut Xml<'_>) -> Result<String, Failure> {
    let mut text = String::new();
    let (mut lines, mut within, mut depth) = (0, 0, 1);
    loop {
        match xml.next()? {
            Node::Open => {
                match xml.name() {
                    "annotation" | "shapes" | "frame" | "g" | "ruby-text" => {
                        xml.skip()?;
                        continue;
                    }
                    "p" | "h" => {
                        within += 1;
                        lines += 1;
                        if lines > 1 {
                            text.push('\n');
                        }
                    }
                    "s" => text.extend(std::iter::repeat_n(' ', xml.number_prefixed("c", 1).min(1_000))),
                    "tab" => text.push(' '),
                    "line-break" => text.push('\n'),
                    _ => {}
                }
                depth += 1;
            }
            Node::Text if within > 0 => push(&mut text, xml.piece()),
            Node::Close => {
                depth -= 1;
                within -= usize::from(matches!(xml.name(), "p" | "h") && within > 0);
                if depth == 0 {
                    return Ok(text);
                }
            }
            Node::End => return Err(Failure::Damaged),
            Node::Text => {}
        }
    }
}

/// Adds text of a paragraph, in which blanks and line ends of any number are one blank, and none at its beginning (ODF 1.3, part 3, 6.1.2).
fn push(text: &mut String, piece: &str) {
    for letter in piece.chars() {
        if !letter.is_ascii_whitespace() {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with([' ', '\n']) {
            text.push(' ');
        }
    }
}

/// A cell as it stands in the file, but for its text.
struct Raw {
    kind: String,
    value: Option<String>,
    formula: bool,
    failed: bool,
}

impl Raw {
    fn of(xml: &Xml<'_>) -> Raw {
        let kind = xml.get("office:value-type").or_else(|| xml.get_prefixed("value-type"));
        Raw {
            kind: kind.unwrap_or_default().into_owned(),
            value: xml.get_prefixed("value").map(|value| value.into_owned()),
            formula: xml.get_prefixed("formula").is_some(),
            failed: xml.get("calcext:value-type").as_deref() == Some("error"),
        }
    }

    /// What a cell shows; `None` for one that shows nothing.
    fn shown(self, paragraphs: String) -> Option<Cell> {
        let failed = self.failed || (self.formula && (is_error(&paragraphs) || paragraphs.starts_with("Err:")));
        if failed {
            return Some(Cell::new(paragraphs, CellShape::Error));
        }
        let text = match (paragraphs.as_str(), self.kind.as_str()) {
            ("", "float") => self.value.clone()?,
            ("", "") if self.formula => return Some(Cell::new("", CellShape::NoResult)),
            ("", _) => return None,
            _ => without_wide_blanks(paragraphs),
        };
        let is_number = matches!(self.kind.as_str(), "float" | "currency" | "percentage");
        if is_number && digits(&text).is_some() {
            return Some(Cell::new(text, CellShape::Number));
        }
        let below = self.value.as_deref().is_some_and(|value| value.trim_start().starts_with('-'));
        let amount = if is_number { amount(&text, below).map(Box::new) } else { None };
        Some(Cell { amount, ..Cell::new(text, CellShape::Text) })
    }
}

/// The figure that stands within letters, where only one does.
fn amount(text: &str, below: bool) -> Option<Decimal> {
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let end = text[start..].find(|c: char| !is_figure(c)).map_or(text.len(), |end| start + end);
    if text[end..].contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let size: Decimal = digits(text[start..end].trim_end_matches([',', '.']))?.parse().ok()?;
    Some(if below { -size } else { size })
}
