//! XLSX (ECMA-376, SpreadsheetML): sheets, their cells with what their formats show, merged cells, what is hidden.

use super::appearance::Appearance;
use super::package::{Relation, part_of, relations, workbook};
use super::styles::Styles;
use super::text::{Texts, plain_text, rich_text};
use super::xml::{Node, Xml, is_true};
use super::zip::Archive;
use super::{Failure, SheetEntry, format};
use crate::read::data::range::corner;
use crate::read::data::{Cell, CellShape, Worksheet};

/// The sheets of a workbook.
pub(super) fn sheets(archive: &Archive<'_>) -> Result<Vec<SheetEntry>, Failure> {
    let workbook = workbook(archive).ok_or(Failure::Damaged)?;
    let relations = relations(archive, &workbook).unwrap_or_default();
    let mut xml = Xml::new(archive.part(&workbook).ok_or(Failure::Damaged)?)?;
    let mut sheets = Vec::new();
    loop {
        match xml.next()? {
            Node::Open if xml.name() == "sheet" => {
                let Some(name) = xml.get("name") else { continue };
                let id = xml.get_prefixed("id").unwrap_or_default();
                let relation = relations.iter().find(|relation| relation.id == id);
                // Sheets of charts and dialogs have no cells.
                if relation.is_some_and(|relation| !relation.is_sheet()) {
                    continue;
                }
                let visible = !xml.get("state").is_some_and(|state| matches!(&*state, "hidden" | "veryHidden"));
                let part = relation.map(|relation| relation.target.clone()).unwrap_or_default();
                sheets.push(SheetEntry { name: name.into_owned(), visible, part, offset: 0 });
            }
            Node::End => return Ok(sheets),
            _ => {}
        }
    }
}

impl Relation {
    fn is_sheet(&self) -> bool {
        const OTHERS: [&str; 3] = ["/chartsheet", "/dialogsheet", "/xlMacrosheet"];
        !OTHERS.iter().any(|other| self.kind.ends_with(other))
    }
}

/// Reads a sheet's cells.
pub(super) fn read(
    archive: &Archive<'_>,
    entry: &SheetEntry,
    file: &str,
    sheet: &mut Worksheet,
) -> Result<(), Failure> {
    let workbook = workbook(archive).ok_or(Failure::Damaged)?;
    let relations = relations(archive, &workbook).unwrap_or_default();
    let styles = match part_of(archive, &relations, "styles").and_then(|name| archive.part(&name)) {
        Some(part) => Styles::read(Xml::new(part)?)?,
        None => Styles::default(),
    };
    let since_1904 = match archive.part(&workbook) {
        Some(part) => counts_since_1904(Xml::new(part)?).unwrap_or(false),
        None => false,
    };
    let appearance = Appearance { styles, since_1904, hides_zeros: false };
    let part = archive.part(&entry.part).ok_or(Failure::Damaged)?;
    let mut reading = Reading { appearance, file, sheet, texts: Texts::default() };
    reading.cells(&mut Xml::new(part)?)?;
    let Reading { appearance, sheet, texts, .. } = reading;
    match part_of(archive, &relations, "sharedStrings").and_then(|name| archive.part(&name)) {
        Some(part) => texts.fill(Some(Xml::new(part)?), &appearance, file, sheet),
        None => texts.fill(None, &appearance, file, sheet),
    }
}

fn counts_since_1904(mut xml: Xml<'_>) -> Result<bool, Failure> {
    loop {
        match xml.next()? {
            Node::Open if xml.name() == "workbookPr" => return Ok(xml.is_set("date1904")),
            Node::End => return Ok(false),
            _ => {}
        }
    }
}

/// A cell as it stands in the file.
#[derive(Default)]
struct Raw {
    row: usize,
    column: usize,
    kind: String,
    style: usize,
    formula: bool,
    has_value: bool,
    value: String,
    /// A text that stands in the cell itself.
    inline: Option<String>,
}

/// A sheet being read.
struct Reading<'a> {
    appearance: Appearance,
    /// The file's name.
    file: &'a str,
    sheet: &'a mut Worksheet,
    /// The texts that its cells refer to.
    texts: Texts,
}

impl Reading<'_> {
    fn cells(&mut self, xml: &mut Xml<'_>) -> Result<(), Failure> {
        // One for all cells: its letters are used again.
        let mut raw = Raw::default();
        let (mut row, mut column) = (0, 0);
        loop {
            match xml.next()? {
                Node::Open => match xml.name() {
                    "row" => {
                        row = xml.number("r", row + 1).saturating_sub(1);
                        column = 0;
                        if is_hidden(xml, "ht") {
                            self.sheet.hidden_rows.add(row..row + 1);
                        }
                    }
                    "c" if !self.sheet.wants_row(row) => xml.skip()?,
                    "c" => {
                        raw.begin(xml, row, column);
                        cell(xml, &mut raw)?;
                        column = raw.column + 1;
                        if self.sheet.wants(raw.row, raw.column) {
                            self.add(&raw)?;
                        }
                    }
                    "col" if is_hidden(xml, "width") => {
                        let (first, last) = (xml.number("min", 1), xml.number("max", 1));
                        self.sheet.hidden_columns.add(first.saturating_sub(1)..last);
                    }
                    "sheetView" => {
                        let zeros = xml.get("showZeros");
                        self.appearance.hides_zeros |= zeros.is_some_and(|zeros| !is_true(&zeros));
                    }
                    "mergeCell" => self.merge(xml)?,
                    // What else stands there has cells of its own kind.
                    "extLst" => xml.skip()?,
                    _ => {}
                },
                Node::Close if xml.name() == "row" => row += 1,
                Node::Close | Node::Text => {}
                Node::End => return Ok(()),
            }
        }
    }

    fn add(&mut self, raw: &Raw) -> Result<(), Failure> {
        let value = raw.value.trim();
        if raw.kind == "s" && !value.is_empty() {
            let place = (raw.row, raw.column);
            match value.parse() {
                Ok(index) => self.texts.refer(index, place, raw.style),
                Err(_) => self.sheet.add(self.file, raw.row, raw.column, Cell::new(value, CellShape::NoText))?,
            }
            return Ok(());
        }
        if let Some(cell) = shown(raw, value, &self.appearance) {
            self.sheet.add(self.file, raw.row, raw.column, cell)?;
        }
        Ok(())
    }

    fn merge(&mut self, xml: &Xml<'_>) -> Result<(), Failure> {
        let range = xml.get("ref").unwrap_or_default();
        let corners = range.split_once(':').and_then(|(first, last)| Some((corner(first)?, corner(last)?)));
        if let Some(((Some(left), Some(top)), (Some(right), Some(bottom)))) = corners {
            self.texts.merge((top..bottom + 1, left..right + 1));
        }
        Ok(())
    }
}

/// Whether a row or column isn't shown: it says so, or is made as narrow as nothing.
fn is_hidden(xml: &Xml<'_>, size: &str) -> bool {
    xml.is_set("hidden") || xml.get(size).is_some_and(|size| size.trim().parse() == Ok(0.0))
}

impl Raw {
    fn begin(&mut self, xml: &Xml<'_>, row: usize, column: usize) {
        (self.row, self.column, self.style) = (row, column, 0);
        (self.formula, self.has_value, self.inline) = (false, false, None);
        self.kind.clear();
        self.value.clear();
        for (key, value) in xml.attributes() {
            match key {
                "r" => {
                    let (named_column, named_row) = corner(value.trim()).unwrap_or((None, None));
                    self.row = named_row.unwrap_or(row);
                    self.column = named_column.unwrap_or(column);
                }
                "s" => self.style = value.trim().parse().unwrap_or(0),
                "t" => self.kind.push_str(value),
                _ => {}
            }
        }
    }
}

/// What stands in the cell that has just begun.
fn cell(xml: &mut Xml<'_>, raw: &mut Raw) -> Result<(), Failure> {
    loop {
        match xml.next()? {
            Node::Open => match xml.name() {
                "f" => {
                    raw.formula = true;
                    xml.skip()?;
                }
                "v" => {
                    raw.has_value = true;
                    xml.text_into(&mut raw.value)?;
                }
                "is" => raw.inline = Some(rich_text(xml, "is")?),
                _ => xml.skip()?,
            },
            Node::Close => return Ok(()),
            Node::Text => {}
            Node::End => return Err(Failure::Damaged),
        }
    }
}

/// What a cell shows; `None` for one that shows nothing.
fn shown(raw: &Raw, value: &str, appearance: &Appearance) -> Option<Cell> {
    let text = |content: &str| (!content.is_empty()).then(|| appearance.text(content, raw.style));
    match raw.kind.as_str() {
        "e" => Some(Cell::new(if value.is_empty() { "#VALUE!" } else { value }, CellShape::Error)),
        "inlineStr" => text(raw.inline.as_deref().unwrap_or_default()),
        _ if raw.inline.is_some() => text(raw.inline.as_deref().unwrap_or_default()),
        // A result that is an empty text was saved; none wasn't.
        "str" if raw.has_value || !raw.formula => text(&plain_text(&raw.value)),
        _ if value.is_empty() => raw.formula.then(|| Cell::new("", CellShape::NoResult)),
        "b" => Some(appearance.truth(is_true(value), raw.style)),
        "d" => Some(match format::count_of(value, appearance.since_1904) {
            Some(days) => appearance.day(days, raw.style),
            None => appearance.text(value, raw.style),
        }),
        // Some writers mean a number by other words, or texts by none.
        _ => Some(match value.parse::<f64>() {
            Ok(number) => appearance.number(number, raw.style),
            Err(_) if is_true(value) || value.eq_ignore_ascii_case("false") => {
                appearance.truth(is_true(value), raw.style)
            }
            Err(_) => appearance.text(&plain_text(&raw.value), raw.style),
        }),
    }
}
