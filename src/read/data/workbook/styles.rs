//! The number formats of a workbook, by the styles of its cells.

use std::collections::BTreeMap;

use super::Failure;
use super::format::{Format, built_in};
use super::xml::{Node, Xml};

/// The most styles of cells, as Excel has them.
const MOST_STYLES: usize = 65_490;

/// The number formats of a workbook.
#[derive(Debug)]
pub(super) struct Styles {
    /// By the style of a cell, which of the formats it has.
    of_cells: Vec<usize>,
    formats: Vec<Format>,
}

/// The formats of a workbook while they are read.
#[derive(Debug, Default)]
pub(super) struct Codes {
    /// By the style of a cell, the number of its format.
    numbers: Vec<usize>,
    /// The formats that the workbook defines.
    codes: BTreeMap<usize, String>,
}

impl Codes {
    /// A format that the workbook defines.
    pub(crate) fn define(&mut self, number: usize, code: String) {
        self.codes.insert(number, code);
    }

    /// The format of the next style.
    pub(crate) fn style(&mut self, number: usize) {
        if self.numbers.len() < MOST_STYLES {
            self.numbers.push(number);
        }
    }

    /// All of them, each format read once.
    pub(crate) fn settle(self) -> Styles {
        let mut known: BTreeMap<usize, usize> = BTreeMap::new();
        let mut formats = vec![Format::parse("General")];
        let of_cells = self.numbers.iter().map(|&number| {
            *known.entry(number).or_insert_with(|| {
                let code = self.codes.get(&number).map_or_else(|| built_in(number), String::as_str);
                formats.push(Format::parse(code));
                formats.len() - 1
            })
        });
        let of_cells = of_cells.collect();
        Styles { of_cells, formats }
    }
}

impl Styles {
    /// Reads those of an XLSX file.
    pub(crate) fn read(mut xml: Xml<'_>) -> Result<Styles, Failure> {
        let mut codes = Codes::default();
        let mut of_cells = false;
        loop {
            match xml.next()? {
                Node::Open => match xml.name() {
                    "numFmt" => {
                        let code = xml.get("formatCode").unwrap_or_default().into_owned();
                        codes.define(xml.number("numFmtId", 0), code);
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => codes.style(xml.number("numFmtId", 0)),
                    _ => {}
                },
                Node::Close if xml.name() == "cellXfs" => of_cells = false,
                Node::Close | Node::Text => {}
                Node::End => return Ok(codes.settle()),
            }
        }
    }

    /// The format of a style.
    pub(crate) fn format(&self, style: usize) -> &Format {
        &self.formats[self.of_cells.get(style).copied().unwrap_or(0)]
    }
}

impl Default for Styles {
    fn default() -> Styles {
        Codes::default().settle()
    }
}
