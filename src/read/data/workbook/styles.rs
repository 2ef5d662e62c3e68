//! The number formats of an XLSX file, by the styles of its cells.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::Failure;
use super::xml::{Node, Xml};

/// The most styles of cells, as Excel has them.
const MOST_STYLES: usize = 65_490;

/// The number formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By the style of a cell, the number of its format.
    formats: Vec<usize>,
    /// The formats that the workbook defines.
    codes: BTreeMap<usize, String>,
}

impl Styles {
    /// Reads them.
    pub fn read(mut xml: Xml<impl BufRead>) -> Result<Styles, Failure> {
        let mut styles = Styles::default();
        let mut of_cells = false;
        loop {
            match xml.next()? {
                Node::Open(element) => match element.name.as_str() {
                    "numFmt" => {
                        let code = element.get("formatCode").unwrap_or_default().to_owned();
                        styles.codes.insert(element.number("numFmtId", 0), code);
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells && styles.formats.len() < MOST_STYLES => {
                        styles.formats.push(element.number("numFmtId", 0))
                    }
                    _ => {}
                },
                Node::Close(name) if name == "cellXfs" => of_cells = false,
                Node::Close(_) | Node::Text(_) => {}
                Node::End => return Ok(styles),
            }
        }
    }

    /// The format code of a style.
    pub fn format(&self, style: usize) -> &str {
        let number = self.formats.get(style).copied().unwrap_or(0);
        self.codes.get(&number).map_or_else(|| built_in(number), String::as_str)
    }
}

/// The formats that every workbook has, those of dates as the Korean Excel shows them (ECMA-376, part 1, 18.8.30).
fn built_in(number: usize) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 | 37 | 38 | 41 | 42 => "#,##0",
        4 | 39 | 40 | 43 | 44 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        27 | 36 | 50 | 57 => "yyyy\"年\" mm\"月\" dd\"日\"",
        28 | 29 | 51 | 54 | 58 => "mm-dd",
        30 => "mm-dd-yy",
        31 => "yyyy\"년\" mm\"월\" dd\"일\"",
        32 => "h\"시\" mm\"분\"",
        33 => "h\"시\" mm\"분\" ss\"초\"",
        34 | 35 | 52 | 53 | 55 | 56 => "yyyy-mm-dd",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        _ => "General",
    }
}
