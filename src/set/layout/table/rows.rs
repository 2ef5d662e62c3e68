//! Bands and row heights: a row is as high as its one-row cells; what a spanning cell lacks is spread over its rows.

use std::ops::Range;

use crate::model::grid::Region;
use crate::model::len::Len;

use super::super::block::Sides;
use super::super::{Area, Context, Cursor, Frame, OpenCell, Placed, place as place_block};
use super::{Squeeze, TableBlock, padding, shrunk};

/// What the cells of a piece are set with.
pub(super) struct Setting<'a> {
    /// Their table.
    pub table: &'a TableBlock,
    /// Their scale.
    pub context: Context,
    /// Their paddings at it.
    pub padding: Sides,
    /// The columns' widths.
    pub columns: &'a [Len],
    /// Names that are repeated are no higher than this.
    pub most_repeated: Len,
}

impl<'a> Setting<'a> {
    pub(crate) fn new(
        table: &'a TableBlock,
        context: &Context,
        columns: &'a [Len],
        squeeze: Squeeze,
        most_repeated: Len,
    ) -> Setting<'a> {
        let context = shrunk(context, squeeze);
        Setting { table, context, padding: padding(table, &context, squeeze), columns, most_repeated }
    }

    /// The left edge and the width of a cell.
    pub(crate) fn extent(&self, region: Region) -> (Len, Len) {
        let sum = |columns: &[Len]| columns.iter().copied().sum();
        (sum(&self.columns[..region.column()]), sum(&self.columns[region.column()..region.end_column()]))
    }

    /// The width between a cell's paddings.
    pub(crate) fn content_width(&self, region: Region) -> Len {
        (self.extent(region).1 - self.padding.left - self.padding.right).at_least_zero()
    }

    /// The paddings above and below together.
    pub(crate) fn around(&self) -> Len {
        self.padding.top + self.padding.bottom
    }

    fn row_height(&self) -> Len {
        self.context.gap(self.table.style.row_height)
    }
}

/// Rows that a cell crosses out of, and their cells, measured.
pub(super) struct Band {
    /// The first row; its cells may have begun above.
    pub first: usize,
    /// The heights of its rows: of all, or of as many as a room takes and one more.
    pub heights: Vec<Len>,
    /// The cells that stand in them.
    pub cells: Vec<Measured>,
}

/// A cell and what is left of it, set at its width.
pub(super) struct Measured {
    /// Its index.
    pub cell: usize,
    /// Where its content goes on; `None` where it is finished.
    pub from: Option<Cursor>,
    /// The rest of its content, or all of it again where it is finished and repeated.
    pub frame: Frame,
}

impl Band {
    /// The band that begins with a row, given the cells that go on into it. Rows beyond a room aren't looked at, so that a long band
    /// costs each page only what stands on it.
    pub(crate) fn measure(set: &Setting, first: usize, open: &[OpenCell], room: Len) -> Band {
        let table = set.table;
        let mut cells: Vec<Measured> = open.iter().map(|open| Measured::open(set, open)).collect();
        let mut end =
            open.iter().map(|open| table.grid.cell(open.cell).region.end_row()).max().unwrap_or(0).max(first + 1);
        let mut row = first;
        let mut height = Len::ZERO;
        while row < end && (row == first || height <= room) {
            let mut row_height = set.row_height();
            for cell in table.grid.beginning_in(row) {
                if open.iter().any(|open| open.cell == cell.index) {
                    continue;
                }
                let measured = Measured::new(set, cell.index);
                end = end.max(cell.region.end_row());
                if cell.region.rows() == 1 {
                    row_height = row_height.max(measured.frame.height + set.around());
                }
                cells.push(measured);
            }
            height += row_height;
            row += 1;
        }
        Band { first, heights: heights(set, first..row, &cells), cells }
    }

    /// The height of its measured rows.
    pub(crate) fn height(&self) -> Len {
        self.heights.iter().copied().sum()
    }
}

/// The bands of some rows, given the cells that go on into the first: as far as a room reaches, and a row farther.
pub(super) fn bands(set: &Setting, rows: Range<usize>, open: &[OpenCell], room: Len) -> Vec<Band> {
    let mut bands = Vec::new();
    let (mut row, mut room) = (rows.start, room);
    while row < rows.end && (bands.is_empty() || room >= Len::ZERO) {
        let band = Band::measure(set, row, if bands.is_empty() { open } else { &[] }, room);
        row += band.heights.len();
        room -= band.height();
        bands.push(band);
    }
    bands
}

/// The height of rows by the cells that stand in one of them alone; more than `most` where they are higher.
pub(super) fn natural(set: &Setting, rows: Range<usize>, most: Len) -> Len {
    let mut height = Len::ZERO;
    for row in rows {
        let own = set.table.grid.beginning_in(row).filter(|cell| cell.region.rows() == 1);
        let highest = own.map(|cell| Measured::new(set, cell.index).frame.height + set.around());
        height += highest.fold(set.row_height(), Len::max);
        if height > most {
            break;
        }
    }
    height
}

impl Measured {
    /// A cell that begins.
    fn new(set: &Setting, cell: usize) -> Measured {
        Measured { cell, from: Some(Cursor::Start), frame: set_whole(set, cell, &Cursor::Start) }
    }

    /// A cell that goes on.
    fn open(set: &Setting, open: &OpenCell) -> Measured {
        let cell = set.table.grid.cell(open.cell).content;
        let frame = match &open.from {
            Some(from) => set_whole(set, open.cell, from),
            None if cell.repeated => {
                let again = set_whole(set, open.cell, &Cursor::Start).into_artifact();
                if again.height <= set.most_repeated { again } else { Frame::default() }
            }
            None => Frame::default(),
        };
        Measured { cell: open.cell, from: open.from.clone(), frame }
    }
}

/// What is left of a cell's content in one piece.
fn set_whole(set: &Setting, cell: usize, from: &Cursor) -> Frame {
    let cell = set.table.grid.cell(cell);
    let width = set.content_width(cell.region);
    match place_block(&cell.content.block, &set.context, from, Area::unlimited(width)) {
        Placed::Done(frame) | Placed::Split { frame, .. } => frame,
        Placed::Defer(_) => Frame::empty(width),
    }
}

fn heights(set: &Setting, rows: Range<usize>, cells: &[Measured]) -> Vec<Len> {
    let mut heights = vec![set.row_height(); rows.len()];
    let mut spanning = Vec::new();
    for measured in cells {
        let region = set.table.grid.cell(measured.cell).region;
        // One that goes on below them has its room there.
        if region.end_row() > rows.end {
            continue;
        }
        let from = region.row().max(rows.start) - rows.start;
        let to = region.end_row() - rows.start;
        let needed = measured.frame.height + set.around();
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
