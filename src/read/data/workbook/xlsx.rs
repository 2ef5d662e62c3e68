//! XLSX (ECMA-376, SpreadsheetML): sheets, their cells with what their formats show, merged cells.

use rust_decimal::Decimal;

use super::styles::Styles;
use super::xml::{Element, Node, Xml};
use super::zip::Archive;
use super::{Failure, SheetEntry, format};
use crate::read::data::range::corner;
use crate::read::data::{Cell, CellShape, MOST_CELLS, Sheet, too_many};

/// The part that says where the workbook is.
pub(super) const RELATIONS: &str = "_rels/.rels";

/// The most letters that a text repeated in many cells may make up in all.
const MOST_SHARED: usize = 64 << 20;

/// The sheets of a workbook.
pub(super) fn sheets(archive: &Archive<'_>) -> Result<Vec<SheetEntry>, Failure> {
    let workbook = workbook(archive)?;
    let relations = relations(archive, &workbook)?;
    let mut xml = Xml::new(archive.part(&workbook).ok_or(Failure::Damaged)?);
    let mut sheets = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "sheet" => {
                let (Some(name), Some(id)) = (element.get("name"), element.get("r:id")) else { continue };
                let target = relations.iter().find(|relation| relation.id == id);
                let part = target.map(|relation| relation.target.clone()).ok_or(Failure::Damaged)?;
                let visible = element.get("state").is_none_or(|state| state == "visible");
                sheets.push(SheetEntry { name: name.to_owned(), visible, part });
            }
            Node::End => return Ok(sheets),
            _ => {}
        }
    }
}

/// Reads a sheet's cells.
pub(super) fn read(archive: &Archive<'_>, entry: &SheetEntry, file: &str, sheet: &mut Sheet) -> Result<(), Failure> {
    let workbook = workbook(archive)?;
    let relations = relations(archive, &workbook)?;
    let part_of = |kind: &str| relations.iter().find(|relation| relation.kind.ends_with(kind)).map(|it| &it.target);
    let shared = match part_of("/sharedStrings").and_then(|part| archive.part(part)) {
        Some(part) => shared_strings(Xml::new(part))?,
        None => Vec::new(),
    };
    let styles = match part_of("/styles").and_then(|part| archive.part(part)) {
        Some(part) => Styles::read(Xml::new(part))?,
        None => Styles::default(),
    };
    let since_1904 = archive.part(&workbook).is_some_and(|part| counts_since_1904(Xml::new(part)).unwrap_or(false));
    let cx = Cx { shared, styles, since_1904, file };
    cells(Xml::new(archive.part(&entry.part).ok_or(Failure::Damaged)?), &cx, sheet)
}

/// What the cells of a sheet refer to.
struct Cx<'a> {
    shared: Vec<String>,
    styles: Styles,
    /// Whether days are counted from 1904.
    since_1904: bool,
    /// The file's name.
    file: &'a str,
}

/// A part that another names.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// The name of the workbook's part.
fn workbook(archive: &Archive<'_>) -> Result<String, Failure> {
    let root = relations(archive, "")?;
    let workbook = root.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    workbook.map(|relation| relation.target).ok_or(Failure::Damaged)
}

/// The parts that a part names, by their names in the archive.
fn relations(archive: &Archive<'_>, of: &str) -> Result<Vec<Relation>, Failure> {
    let (folder, name) = of.rsplit_once('/').map_or(("", of), |(folder, name)| (folder, name));
    let list = format!("{folder}{}_rels/{name}.rels", if folder.is_empty() { "" } else { "/" });
    let mut xml = Xml::new(archive.part(&list).ok_or(Failure::Damaged)?);
    let mut relations = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "Relationship" => {
                let get = |key| element.get(key).unwrap_or_default().to_owned();
                relations.push(Relation { id: get("Id"), kind: get("Type"), target: inside(folder, &get("Target")) });
            }
            Node::End => return Ok(relations),
            _ => {}
        }
    }
}

/// A name relative to a folder of the archive.
fn inside(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.retain(|part| !part.is_empty());
    path.join("/")
}

fn counts_since_1904(mut xml: Xml<impl std::io::BufRead>) -> Result<bool, Failure> {
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "workbookPr" => {
                return Ok(matches!(element.get("date1904"), Some("1" | "true")));
            }
            Node::End => return Ok(false),
            _ => {}
        }
    }
}

/// The texts that cells share.
fn shared_strings(mut xml: Xml<impl std::io::BufRead>) -> Result<Vec<String>, Failure> {
    let mut strings = Vec::new();
    loop {
        match xml.next()? {
            // No sheet that is read has use for more texts than it has cells.
            Node::Open(element) if element.name == "si" && strings.len() < MOST_CELLS => {
                strings.push(rich_text(&mut xml, "si")?);
            }
            Node::End => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of an element that may hold stretches of other looks, without what says how it is spoken.
fn rich_text(xml: &mut Xml<impl std::io::BufRead>, end: &str) -> Result<String, Failure> {
    let mut all = String::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "t" => all += &xml.text()?,
            Node::Open(element) if element.name == "rPh" => drop(xml.text()?),
            Node::Close(name) if name == end => break,
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
    // Excel writes the `\r` of a line end so.
    Ok(all.replace("_x000D_", "").replace("\r\n", "\n"))
}

/// A cell as it stands in the file.
#[derive(Default)]
struct Raw {
    row: usize,
    column: usize,
    kind: String,
    style: usize,
    formula: bool,
    value: Option<String>,
    inline: Option<String>,
}

fn cells(mut xml: Xml<impl std::io::BufRead>, cx: &Cx<'_>, sheet: &mut Sheet) -> Result<(), Failure> {
    let (mut row, mut column, mut letters) = (0, 0, 0);
    let mut cell: Option<Raw> = None;
    loop {
        match xml.next()? {
            Node::Open(element) => match (element.name.as_str(), &mut cell) {
                ("row", _) => {
                    row = element
                        .get("r")
                        .and_then(|row| row.parse::<usize>().ok())
                        .map_or(row, |row| row.saturating_sub(1));
                    column = 0;
                }
                ("c", _) => cell = Some(raw(&element, row, column)),
                ("f", Some(cell)) => cell.formula = true,
                ("v", Some(cell)) => cell.value = Some(xml.text()?),
                ("is", Some(cell)) => cell.inline = Some(rich_text(&mut xml, "is")?),
                ("mergeCell", _) => merge(&element, cx, sheet)?,
                _ => {}
            },
            Node::Close(name) if name == "row" => row += 1,
            Node::Close(name) if name == "c" => {
                let Some(raw) = cell.take() else { continue };
                column = raw.column + 1;
                if let Some(shown) = shown(&raw, cx) {
                    letters += shown.content.len();
                    if letters > MOST_SHARED {
                        return Err(Failure::Refused(too_many(cx.file, raw.row, raw.column)));
                    }
                    sheet.add(cx.file, raw.row, raw.column, shown)?;
                }
            }
            Node::End => return Ok(()),
            _ => {}
        }
    }
}

fn raw(element: &Element, row: usize, column: usize) -> Raw {
    let (named_column, named_row) = element.get("r").and_then(corner).unwrap_or((None, None));
    Raw {
        row: named_row.unwrap_or(row),
        column: named_column.unwrap_or(column),
        kind: element.get("t").unwrap_or("n").to_owned(),
        style: element.number("s", 0),
        ..Raw::default()
    }
}

/// What a cell shows; `None` for one that shows nothing.
fn shown(raw: &Raw, cx: &Cx<'_>) -> Option<Cell> {
    let value = raw.value.as_deref().map(str::trim).filter(|value| !value.is_empty());
    let text = |content: &str| (!content.is_empty()).then(|| Cell::new(content, CellShape::Text));
    match raw.kind.as_str() {
        "inlineStr" => text(raw.inline.as_deref().unwrap_or_default()),
        "s" => text(cx.shared.get(value?.parse::<usize>().ok()?)?),
        "str" => text(raw.value.as_deref().unwrap_or_default()),
        "e" => Some(Cell::new(value.unwrap_or("#VALUE!"), CellShape::Error)),
        "b" => text(if value? == "1" { "TRUE" } else { "FALSE" }),
        "d" => text(value?),
        _ => match value {
            None => raw.formula.then(|| Cell::new("", CellShape::NoResult)),
            Some(value) => Some(number(value, raw, cx)),
        },
    }
}

/// A number as its format shows it.
fn number(value: &str, raw: &Raw, cx: &Cx<'_>) -> Cell {
    // Spreadsheets reckon in binary and show fifteen digits, without what is only their way of writing 0.3.
    const DIGITS: u32 = 15;
    let exact = value.parse::<Decimal>().or_else(|_| Decimal::from_scientific(value));
    let Ok(exact) = exact else { return Cell::new(value, CellShape::Text) };
    let number = exact
        .round_sf_with_strategy(DIGITS, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
        .unwrap_or(exact)
        .normalize();
    let (content, is_plain) = format::shown(number, cx.styles.format(raw.style), cx.since_1904);
    Cell::new(content, if is_plain { CellShape::Number } else { CellShape::Text })
}

fn merge(element: &Element, cx: &Cx<'_>, sheet: &mut Sheet) -> Result<(), Failure> {
    let corners = element.get("ref").and_then(|range| range.split_once(':'));
    let Some(((Some(left), Some(top)), (Some(right), Some(bottom)))) =
        corners.and_then(|(first, last)| Some((corner(first)?, corner(last)?)))
    else {
        return Ok(());
    };
    sheet.merge(cx.file, top..bottom + 1, left..right + 1)?;
    Ok(())
}
