//! Texts of an XLSX file: those that cells share, rich ones, and characters written as numbers.

use std::ops::Range;

use super::Failure;
use super::appearance::Appearance;
use super::xml::{Node, Xml};
use crate::read::data::{Cell, CellShape, Worksheet};

/// Which cells refer to which of the texts that cells share; of those, only these are kept.
#[derive(Debug, Default)]
pub(super) struct Texts {
    references: Vec<Reference>,
    /// Cells that are merged, once all have been read.
    merged: Vec<(Range<usize>, Range<usize>)>,
}

#[derive(Debug)]
struct Reference {
    index: usize,
    row: u32,
    column: u32,
    style: u32,
}

impl Texts {
    /// A cell refers to a text by its place among them.
    pub(crate) fn refer(&mut self, index: usize, (row, column): (usize, usize), style: usize) {
        self.references.push(Reference { index, row: row as u32, column: column as u32, style: style as u32 });
    }

    /// Cells of these rows and columns are merged.
    pub(crate) fn merge(&mut self, merged: (Range<usize>, Range<usize>)) {
        self.merged.push(merged);
    }

    /// Puts the texts into the cells that refer to them.
    pub(crate) fn fill(
        mut self,
        shared: Option<Xml<'_>>,
        appearance: &Appearance,
        file: &str,
        sheet: &mut Worksheet,
    ) -> Result<(), Failure> {
        self.references.sort_by_key(|reference| reference.index);
        let mut rest = self.references.as_slice();
        let mut count = 0;
        if let Some(mut xml) = shared {
            loop {
                match xml.next()? {
                    Node::Open if xml.name() == "si" => {
                        let here = rest.iter().take_while(|reference| reference.index == count).count();
                        if here == 0 {
                            xml.skip()?;
                        } else {
                            let text = rich_text(&mut xml, "si")?;
                            for reference in rest[..here].iter().filter(|_| !text.is_empty()) {
                                let cell = appearance.text(&text, reference.style as usize);
                                sheet.add(file, reference.row as usize, reference.column as usize, cell)?;
                            }
                        }
                        rest = &rest[here..];
                        count += 1;
                    }
                    Node::End => break,
                    _ => {}
                }
            }
        }
        sheet.shared = count;
        for reference in rest {
            let cell = Cell::new(reference.index.to_string(), CellShape::NoText);
            sheet.add(file, reference.row as usize, reference.column as usize, cell)?;
        }
        for (rows, columns) in self.merged {
            sheet.merge(file, rows, columns)?;
        }
        Ok(())
    }
}

/// The text of an element that may hold stretches of other looks, without what says how it is spoken.
pub(super) fn rich_text(xml: &mut Xml<'_>, end: &str) -> Result<String, Failure> {
    let mut all = String::new();
    loop {
        match xml.next()? {
            Node::Open if xml.name() == "t" => xml.text_into(&mut all)?,
            Node::Open if xml.name() == "rPh" => xml.skip()?,
            Node::Close if xml.name() == end => return Ok(plain_text(&all)),
            Node::End => return Err(Failure::Damaged),
            _ => {}
        }
    }
}

/// A text with its characters written as numbers (`_x000D_`, in UTF-16) as they are, its line ends alike, and without letters that only steer.
pub(super) fn plain_text(written: &str) -> String {
    let text = if written.contains("_x") { without_numbers(written) } else { written.to_owned() };
    if !text.contains(|c: char| c.is_control() && c != '\n') {
        return text;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

fn without_numbers(written: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find("_x") {
        let number = rest.get(at + 2..at + 6).filter(|number| number.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let number = number.filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let unit = number.and_then(|number| u16::from_str_radix(number, 16).ok());
        let taken = if unit.is_some() { 7 } else { 2 };
        units.extend(rest[..if unit.is_some() { at } else { at + 2 }].encode_utf16());
        units.extend(unit);
        rest = &rest[at + taken..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_written_as_numbers_are_read() {
        for (written, text) in [
            ("가_x000D_\n나", "가\n나"),
            ("_x005F_x0041_", "_x0041_"),
            ("_xD83D__xDE00_", "😀"),
            ("a_x_b_xZZZZ_", "a_x_b_xZZZZ_"),
            ("_x0007_끝_x", "끝_x"),
            ("_xAC00_", "가"),
        ] {
            assert_eq!(plain_text(written), text, "{written}");
        }
    }
}
