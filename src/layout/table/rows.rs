//! Bands and row heights: a row is as high as its one-row cells; what a spanning cell lacks is spread over its rows.

use crate::len::Len;

use super::super::{Area, Cursor, Cx, Frame, OpenCell, Placed, place as place_block};
use super::TableBlock;

/// Rows that no cell crosses into or out of, and their cells, measured.
pub(super) struct Band {
    /// The first row; its cells may have begun above.
    pub first: usize,
    /// The heights of its rows.
    pub heights: Vec<Len>,
    /// Its cells.
    pub cells: Vec<Measured>,
}

/// A cell and what is left of it, set at its width.
pub(super) struct Measured {
    /// Its index.
    pub cell: usize,
    /// Where its content goes on; `None` where it is finished.
    pub from: Option<Cursor>,
    /// The rest of its content.
    pub frame: Frame,
}

impl Band {
    /// The band that begins with a row, given the cells that go on into it.
    pub fn measure(table: &TableBlock, cx: &Cx, columns: &[Len], first: usize, open: &[OpenCell]) -> Band {
        let continued = open.iter().map(|open| (open.cell, open.from.clone()));
        let mut cells: Vec<Measured> =
            continued.map(|(cell, from)| Measured::new(table, cx, columns, cell, from)).collect();
        let mut end = open.iter().map(|open| table.cells[open.cell].end_row()).max().unwrap_or(0).max(first + 1);
        let mut row = first;
        while row < end {
            for cell in table.cells_beginning_in(row) {
                if open.iter().any(|open| open.cell == cell) {
                    continue;
                }
                end = end.max(table.cells[cell].end_row());
                cells.push(Measured::new(table, cx, columns, cell, Some(Cursor::Start)));
            }
            row += 1;
        }
        let heights = heights(table, cx, first..end, &cells);
        Band { first, heights, cells }
    }

    /// The height of all its rows.
    pub fn height(&self) -> Len {
        self.heights.iter().copied().sum()
    }
}

impl Measured {
    fn new(table: &TableBlock, cx: &Cx, columns: &[Len], cell: usize, from: Option<Cursor>) -> Measured {
        let width = content_width(table, columns, cell);
        let frame = match &from {
            None => Frame::empty(width),
            Some(from) => match place_block(&table.cells[cell].block, cx, from, Area::unlimited(width)) {
                Placed::Done(frame) | Placed::Split { frame, .. } => frame,
                Placed::Defer(_) => Frame::empty(width),
            },
        };
        Measured { cell, from, frame }
    }
}

/// The width between a cell's paddings.
pub(super) fn content_width(table: &TableBlock, columns: &[Len], cell: usize) -> Len {
    let cell = &table.cells[cell];
    let outer: Len = columns[cell.column..cell.column + cell.columns].iter().copied().sum();
    (outer - table.look.padding.left - table.look.padding.right).at_least_zero()
}

/// A cell's paddings above and below at this scale.
pub(super) fn vertical_padding(table: &TableBlock, cx: &Cx) -> (Len, Len) {
    (cx.gap(table.look.padding.top), cx.gap(table.look.padding.bottom))
}

fn heights(table: &TableBlock, cx: &Cx, rows: std::ops::Range<usize>, cells: &[Measured]) -> Vec<Len> {
    let (above, below) = vertical_padding(table, cx);
    let mut heights = vec![cx.gap(table.look.row_height); rows.len()];
    let mut spanning = Vec::new();
    for measured in cells {
        let cell = &table.cells[measured.cell];
        let from = cell.row.max(rows.start) - rows.start;
        let to = cell.end_row() - rows.start;
        let needed = measured.frame.height + above + below;
        if to - from == 1 {
            heights[from] = heights[from].max(needed);
        } else {
            spanning.push((from, to, needed));
        }
    }
    spanning.sort_by_key(|&(from, to, _)| (to, std::cmp::Reverse(from)));
    for (from, to, needed) in spanning {
        let lack = (needed - heights[from..to].iter().copied().sum()).at_least_zero();
        let count = (to - from) as i64;
        for (index, height) in heights[from..to].iter_mut().enumerate() {
            *height += lack * (index as i64 + 1) / count - lack * index as i64 / count;
        }
    }
    heights
}
