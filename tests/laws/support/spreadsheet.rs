//! Writes spreadsheets for tests: the least of XLSX and ODS that a table needs, and archives of any parts.

use std::fmt::Write as _;

pub(crate) use super::archive::zip;

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// A number by its digits.
    Number(String),
    /// A text.
    Text(String),
    /// Joined with the cell at its left.
    Left,
    /// Joined with the cell above.
    Above,
}

impl Cell {
    /// As it is typed in TOML.
    pub(crate) fn toml(&self) -> String {
        match self {
            Cell::Number(digits) => digits.clone(),
            Cell::Text(text) => format!("\"{}\"", text.replace('\n', "\\n")),
            Cell::Left => "'<'".into(),
            Cell::Above => "'^'".into(),
        }
    }

    fn csv(&self) -> String {
        match self {
            Cell::Number(digits) => digits.clone(),
            Cell::Text(text) if text.contains('\n') => format!("\"{text}\""),
            Cell::Text(text) => text.clone(),
            Cell::Left => "<".into(),
            Cell::Above => "^".into(),
        }
    }
}

/// The table as CSV.
pub(crate) fn csv(rows: &[Vec<Cell>]) -> String {
    let line = |row: &Vec<Cell>| row.iter().map(Cell::csv).collect::<Vec<_>>().join(",") + "\n";
    rows.iter().map(line).collect()
}

/// Each place's owner, as far as joins lead.
fn owners(rows: &[Vec<Cell>]) -> Vec<Vec<(usize, usize)>> {
    let mut owners: Vec<Vec<(usize, usize)>> = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        let mut line: Vec<(usize, usize)> = Vec::new();
        for (column, cell) in cells.iter().enumerate() {
            line.push(match cell {
                Cell::Left => line[column - 1],
                Cell::Above => owners[row - 1][column],
                _ => (row, column),
            });
        }
        owners.push(line);
    }
    owners
}

/// For each cell that covers others: its place, and how many rows and columns it covers.
fn merged(rows: &[Vec<Cell>]) -> Vec<((usize, usize), (usize, usize))> {
    let owners = owners(rows);
    let mut merged: Vec<((usize, usize), (usize, usize))> = Vec::new();
    for (row, line) in owners.iter().enumerate() {
        for (column, owner) in line.iter().enumerate().filter(|(column, owner)| **owner != (row, *column)) {
            let size = (row - owner.0 + 1, column - owner.1 + 1);
            match merged.iter_mut().find(|(known, _)| known == owner) {
                Some((_, known)) => *known = (known.0.max(size.0), known.1.max(size.1)),
                None => merged.push((*owner, size)),
            }
        }
    }
    merged
}

pub(crate) const XLSX_RELATIONS: &str =
    "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
pub(crate) const XLSX_WORKBOOK: &str = "<workbook><sheets><sheet name='표' sheetId='1' r:id='b'/></sheets></workbook>";
pub(crate) const XLSX_WORKBOOK_RELATIONS: &str =
    "<Relationships><Relationship Id='b' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";

fn name(row: usize, column: usize) -> String {
    format!("{}{}", char::from(b'A' + column as u8), row + 1)
}

/// The part that holds a sheet of an XLSX file.
pub(crate) fn xlsx_sheet(rows: &[Vec<Cell>]) -> String {
    let mut sheet = "<worksheet><sheetData>".to_owned();
    for (row, cells) in rows.iter().enumerate() {
        write!(sheet, "<row r='{}'>", row + 1).expect("a string can be written to");
        for (column, cell) in cells.iter().enumerate() {
            let name = name(row, column);
            match cell {
                Cell::Number(digits) => write!(sheet, "<c r='{name}'><v>{digits}</v></c>"),
                Cell::Text(text) => write!(sheet, "<c r='{name}' t='inlineStr'><is><t>{text}</t></is></c>"),
                Cell::Left | Cell::Above => Ok(()),
            }
            .expect("a string can be written to");
        }
        sheet += "</row>";
    }
    sheet += "</sheetData><mergeCells>";
    for ((row, column), (rows, columns)) in merged(rows) {
        let last = name(row + rows - 1, column + columns - 1);
        write!(sheet, "<mergeCell ref='{}:{last}'/>", name(row, column)).expect("a string can be written to");
    }
    sheet + "</mergeCells></worksheet>"
}

/// An XLSX file with this part as its sheet.
pub(crate) fn xlsx_of(sheet: &str) -> Vec<u8> {
    zip(&[
        ("_rels/.rels", XLSX_RELATIONS.as_bytes()),
        ("xl/workbook.xml", XLSX_WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", XLSX_WORKBOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// The table as XLSX.
pub(crate) fn xlsx(rows: &[Vec<Cell>]) -> Vec<u8> {
    xlsx_of(&xlsx_sheet(rows))
}

/// The part that holds the sheets of an ODS file.
pub(crate) fn ods_content(rows: &[Vec<Cell>]) -> String {
    let merged = merged(rows);
    let mut content = "<office:body><table:table table:name='표'>".to_owned();
    for (row, cells) in rows.iter().enumerate() {
        content += "<table:table-row>";
        for (column, cell) in cells.iter().enumerate() {
            let size = merged.iter().find(|(place, _)| *place == (row, column)).map_or((1, 1), |(_, size)| *size);
            let spans = format!("table:number-rows-spanned='{}' table:number-columns-spanned='{}'", size.0, size.1);
            content += &match cell {
                Cell::Number(digits) => {
                    format!(
                        "<table:table-cell {spans} office:value-type='float' office:value='{digits}'><text:p>{digits}</text:p></table:table-cell>"
                    )
                }
                Cell::Text(text) => {
                    let lines: String = text.split('\n').map(|line| format!("<text:p>{line}</text:p>")).collect();
                    format!("<table:table-cell {spans} office:value-type='string'>{lines}</table:table-cell>")
                }
                Cell::Left | Cell::Above => "<table:covered-table-cell/>".into(),
            };
        }
        content += "</table:table-row>";
    }
    content + "</table:table></office:body>"
}

/// The table as ODS.
pub(crate) fn ods(rows: &[Vec<Cell>]) -> Vec<u8> {
    zip(&[("content.xml", ods_content(rows).as_bytes())])
}
