//! ODS (OpenDocument 1.3): sheets, their cells as they are shown, merged cells.

use std::io::BufRead;

use super::xml::{Element, Node, Xml};
use super::zip::Archive;
use super::{Failure, SheetEntry};
use crate::read::data::csv::is_error;
use crate::read::data::{Cell, CellShape, MOST_COLUMNS, Sheet, too_many};
use crate::read::numbers::digits;

/// The part that holds all sheets.
pub(super) const CONTENT: &str = "content.xml";

/// The most letters that cells may make up in all, repeated ones included.
const MOST_LETTERS: usize = 64 << 20;

/// The sheets of a workbook.
pub(super) fn sheets(archive: &Archive<'_>) -> Result<Vec<SheetEntry>, Failure> {
    let mut xml = Xml::new(archive.part(CONTENT).ok_or(Failure::Damaged)?);
    let mut sheets = Vec::new();
    let mut depth = 0;
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "table" => {
                depth += 1;
                // Tables within cells are no sheets.
                if let (1, Some(name)) = (depth, element.get("table:name")) {
                    sheets.push(SheetEntry { name: name.to_owned(), visible: true, part: CONTENT.into() });
                }
            }
            Node::Close(name) if name == "table" => depth -= 1,
            Node::End => return Ok(sheets),
            _ => {}
        }
    }
}

/// Reads a sheet's cells.
pub(super) fn read(archive: &Archive<'_>, entry: &SheetEntry, file: &str, sheet: &mut Sheet) -> Result<(), Failure> {
    let mut xml = Xml::new(archive.part(CONTENT).ok_or(Failure::Damaged)?);
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "table" && element.get("table:name") == Some(&entry.name) => {
                return table(&mut xml, file, sheet);
            }
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
}

/// A cell, and how often it stands beside itself.
struct Run {
    cell: Option<Cell>,
    times: usize,
    rows: usize,
    columns: usize,
}

fn table(xml: &mut Xml<impl BufRead>, file: &str, sheet: &mut Sheet) -> Result<(), Failure> {
    let (mut row, mut letters) = (0_usize, 0);
    let mut merged = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "table-row" => {
                let times = element.number("table:number-rows-repeated", 1).max(1);
                let runs = cells(xml)?;
                if runs.iter().any(|run| run.cell.is_some()) {
                    for row in row..row.saturating_add(times) {
                        add_row(&runs, row, file, sheet, &mut letters, &mut merged)?;
                    }
                }
                row = row.saturating_add(times);
            }
            Node::Close(name) if name == "table" => break,
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
    for (row, column, rows, columns) in merged {
        sheet.merge(file, row..row.saturating_add(rows), column..column.saturating_add(columns))?;
    }
    Ok(())
}

/// A merged cell: its row and column, how many of each it covers.
type Merged = (usize, usize, usize, usize);

fn add_row(
    runs: &[Run],
    row: usize,
    file: &str,
    sheet: &mut Sheet,
    letters: &mut usize,
    merged: &mut Vec<Merged>,
) -> Result<(), Failure> {
    let mut column = 0_usize;
    for run in runs {
        if let Some(cell) = &run.cell {
            for column in column..column.saturating_add(run.times) {
                *letters += cell.content.len();
                if *letters > MOST_LETTERS {
                    return Err(Failure::Refused(too_many(file, row, column)));
                }
                sheet.add(file, row, column, cell.clone())?;
                if run.rows > 1 || run.columns > 1 {
                    merged.push((row, column, run.rows, run.columns));
                }
            }
        }
        column = column.saturating_add(run.times);
    }
    Ok(())
}

/// The cells of the row that has just begun.
fn cells(xml: &mut Xml<impl BufRead>) -> Result<Vec<Run>, Failure> {
    let mut runs = Vec::new();
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "table-cell" || element.name == "covered-table-cell" => {
                let paragraphs = paragraphs(xml, &element.name)?;
                let covered = element.name == "covered-table-cell";
                runs.push(Run {
                    // What a covered cell holds isn't shown.
                    cell: if covered { None } else { shown(&element, paragraphs) },
                    times: element.number("table:number-columns-repeated", 1).max(1),
                    rows: element.number("table:number-rows-spanned", 1),
                    columns: element.number("table:number-columns-spanned", 1),
                });
            }
            Node::Close(name) if name == "table-row" => return Ok(runs),
            // Such a row has more cells than any sheet has columns.
            _ if runs.len() > MOST_COLUMNS => return Err(Failure::Damaged),
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
}

/// The text of the cell that has just begun, a line a paragraph, without what is drawn over it or noted beside it.
fn paragraphs(xml: &mut Xml<impl BufRead>, cell: &str) -> Result<String, Failure> {
    let mut lines: Vec<String> = Vec::new();
    let mut within = 0;
    loop {
        match xml.next()? {
            Node::Open(element) => match element.name.as_str() {
                "annotation" | "shapes" | "frame" | "g" => drop(xml.text()?),
                "p" | "h" => {
                    within += 1;
                    lines.push(String::new());
                }
                "s" => push(&mut lines, &" ".repeat(element.number("text:c", 1).min(1_000))),
                "tab" => push(&mut lines, " "),
                "line-break" => push(&mut lines, "\n"),
                _ => {}
            },
            Node::Text(text) if within > 0 => push(&mut lines, &text),
            Node::Close(name) if name == "p" || name == "h" => within -= 1,
            Node::Close(name) if name == cell => return Ok(lines.join("\n")),
            Node::End => return Err(Failure::Damaged),
            Node::Text(_) | Node::Close(_) => {}
        }
    }
}

fn push(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        *line += text;
    }
}

/// What a cell shows; `None` for one that shows nothing.
fn shown(element: &Element, paragraphs: String) -> Option<Cell> {
    let kind = element.get("office:value-type");
    let failed = element.get("calcext:value-type") == Some("error")
        || (element.get("table:formula").is_some() && (is_error(&paragraphs) || paragraphs.starts_with("Err:")));
    if failed {
        return Some(Cell::new(paragraphs, CellShape::Error));
    }
    let text = match (&*paragraphs, kind) {
        ("", Some("float")) => element.get("office:value")?.to_owned(),
        ("", None) if element.get("table:formula").is_some() => return Some(Cell::new("", CellShape::NoResult)),
        ("", _) => return None,
        _ => paragraphs,
    };
    let is_number = matches!(kind, Some("float" | "currency")) && digits(&text).is_some();
    Some(Cell::new(text, if is_number { CellShape::Number } else { CellShape::Text }))
}
