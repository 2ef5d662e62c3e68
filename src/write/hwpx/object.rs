//! Tables as the format has them: a grid of cells, each with paragraphs of its own.

use crate::model::len::Len;

use super::Writer;
use super::flow::At;
use super::look::{ParaAlign, ParaLook};
use super::xml::{put, sides, units};

/// A table to be written. Lengths are in hundredths of a point.
#[derive(Debug, Default)]
pub(super) struct GridXml {
    /// The widths of its columns.
    pub columns: Vec<i64>,
    /// The least heights of its rows.
    pub rows: Vec<i64>,
    /// Its cells, in reading order.
    pub cells: Vec<CellXml>,
    /// The rows at its top that every further page repeats.
    pub head_rows: usize,
    /// Whether it may go on over several pages.
    pub breaks: bool,
    /// What stands above it: paragraphs, and the gap below them.
    pub caption: Option<(String, i64)>,
}

/// A cell of it.
#[derive(Debug)]
pub(super) struct CellXml {
    /// Its first row.
    pub row: usize,
    /// Its first column.
    pub column: usize,
    /// The rows that it covers.
    pub rows: usize,
    /// The columns that it covers.
    pub columns: usize,
    /// What is drawn round it.
    pub border: usize,
    /// Whether its lines run down.
    pub turned: bool,
    /// Between its edges and its paragraphs: left, right, top, bottom.
    pub padding: [i64; 4],
    /// Its paragraphs.
    pub body: String,
}

impl Default for CellXml {
    fn default() -> CellXml {
        CellXml {
            row: 0,
            column: 0,
            rows: 1,
            columns: 1,
            border: 1,
            turned: false,
            padding: [0; 4],
            body: String::new(),
        }
    }
}

/// Where an object stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    /// Where in its measure.
    pub align: ParaAlign,
    /// Its measure.
    pub at: At,
}

impl Writer<'_> {
    /// A table, in a paragraph of its own.
    pub(super) fn grid(&mut self, grid: GridXml, placed: Placed) {
        let xml = self.grid_xml(&grid, placed);
        let At { left, right, .. } = placed.at;
        // One that goes on over pages stands beside its paragraph, and is moved by itself.
        let (left, right) = if grid.breaks { (Len::ZERO, Len::ZERO) } else { (left, right) };
        let look = ParaLook { align: placed.align, left: units(left), right: units(right), ..ParaLook::PLAIN };
        self.holding(look, &xml);
    }

    fn grid_xml(&mut self, grid: &GridXml, placed: Placed) -> String {
        let id = self.next_id();
        let (width, height) = (grid.columns.iter().sum::<i64>(), grid.rows.iter().sum::<i64>());
        let (repeat, page_break) = (u8::from(grid.head_rows > 0), if grid.breaks { "CELL" } else { "NONE" });
        let mut out = String::new();
        put!(out, r#"<hp:tbl id="{id}" zOrder="{id}" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" "#);
        put!(
            out,
            r#"textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="{page_break}" repeatHeader="{repeat}" "#
        );
        put!(
            out,
            r#"rowCnt="{}" colCnt="{}" cellSpacing="0" borderFillIDRef="1" noAdjust="0">"#,
            grid.rows.len(),
            grid.columns.len()
        );
        put!(
            out,
            r#"<hp:sz width="{width}" widthRelTo="ABSOLUTE" height="{height}" heightRelTo="ABSOLUTE" protect="0"/>"#
        );
        let (as_character, left) = match grid.breaks {
            true => (0, units(placed.at.left)),
            false => (1, 0),
        };
        put!(out, r#"<hp:pos treatAsChar="{as_character}" affectLSpacing="0" flowWithText="1" allowOverlap="0" "#);
        put!(out, r#"holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" "#);
        put!(out, r#"vertOffset="0" horzOffset="{left}"/>"#);
        sides(&mut out, "hp:outMargin", [0; 4]);
        if let Some((caption, gap)) = &grid.caption {
            put!(out, r#"<hp:caption side="TOP" fullSz="0" width="{width}" gap="{gap}" lastWidth="{width}">"#);
            put!(out, "{}{caption}</hp:subList></hp:caption>", sub_list("TOP", false));
        }
        sides(&mut out, "hp:inMargin", [0; 4]);
        let mut cells = grid.cells.iter().peekable();
        for row in 0..grid.rows.len() {
            out.push_str("<hp:tr>");
            while let Some(cell) = cells.next_if(|cell| cell.row == row) {
                grid.cell(cell, &mut out);
            }
            out.push_str("</hp:tr>");
        }
        out.push_str("</hp:tbl>");
        out
    }
}

impl GridXml {
    fn cell(&self, cell: &CellXml, out: &mut String) {
        let CellXml { row, column, rows, columns, border, .. } = *cell;
        let head = u8::from(row < self.head_rows);
        put!(
            *out,
            r#"<hp:tc name="" header="{head}" hasMargin="1" protect="0" editable="0" dirty="0" borderFillIDRef="{border}">"#
        );
        put!(*out, "{}{}</hp:subList>", sub_list("CENTER", cell.turned), cell.body);
        let width: i64 = self.columns[column..column + columns].iter().sum();
        let height: i64 = self.rows[row..row + rows].iter().sum();
        put!(*out, r#"<hp:cellAddr colAddr="{column}" rowAddr="{row}"/>"#);
        put!(
            *out,
            r#"<hp:cellSpan colSpan="{columns}" rowSpan="{rows}"/><hp:cellSz width="{width}" height="{height}"/>"#
        );
        sides(out, "hp:cellMargin", cell.padding);
        out.push_str("</hp:tc>");
    }
}

/// What paragraphs within an object begin with.
fn sub_list(align: &str, turned: bool) -> String {
    let direction = if turned { "VERTICAL" } else { "HORIZONTAL" };
    format!(r#"<hp:subList id="" textDirection="{direction}" lineWrap="BREAK" vertAlign="{align}" linkListIDRef="0" "#)
        + r#"linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">"#
}
