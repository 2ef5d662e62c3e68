//! One piece of a table: the rows that fit an area, with the head above them and, after the last, what stands below the table.

use std::ops::Range;
use std::sync::Arc;

use crate::model::grid::GridCell;
use crate::model::len::Len;

use super::super::{
    Area, Block, Context, Cursor, Frame, LeafKind, OpenCell, Owner, Path, Placed, Point, TableCursor, WarningKind, Why,
    place as place_block, place_whole,
};
use super::rows::{Band, Measured, Setting};
use super::{TableBlock, rules};

pub(super) fn place(table: &TableBlock, context: &Context, from: &TableCursor, area: Area) -> Placed {
    let mut piece = Piece::begin(table, context, from, area);
    let mut row = from.row;
    let mut open = from.open.clone();
    while row < table.grid.rows() {
        let band = Band::measure(&piece.set, row, &open, piece.room());
        let rows = band.heights.len();
        let fits = band.whole && band.height() <= piece.room();
        if fits && (row + rows < table.grid.rows() || band.height() + piece.reserve() <= piece.room()) {
            row += rows;
            open = piece.set_rows(band, rows);
            continue;
        }
        // A head alone on a fresh page isn't a beginning: on the next page it would stand there again, with the same room below.
        let begun = piece.begun() && !(area.fresh && row == table.head_rows);
        // Where only what stands below the table doesn't fit, the last row goes with it.
        let most = if fits { rows - 1 } else { rows };
        let free = band.fitting(piece.room(), most, |row| !table.kept[row]);
        if free == 0 && (begun || !area.fresh) {
            return piece.break_before(row, open);
        }
        let fitting = if free > 0 { free } else { band.fitting(piece.room(), rows, |_| true) };
        if fitting == 0 {
            let (finished, open) = piece.cut_row(band);
            return piece.finish(if finished { row + 1 } else { row }, open);
        }
        // A head that would stand alone at the foot of a page waits for the next.
        if row + fitting <= table.head_rows && !area.fresh {
            return piece.break_before(row, open);
        }
        open = piece.set_rows(band, fitting);
        return piece.finish(row + fitting, open);
    }
    piece.finish(row, open)
}

/// What stands on this page so far.
struct Piece<'a> {
    table: &'a TableBlock,
    /// How the cells are set.
    set: Setting<'a>,
    /// How what stands around them is set.
    context: &'a Context,
    from: &'a TableCursor,
    area: Area,
    frame: Frame,
    /// The rows set, with their tops and heights; the repeated head's come first.
    rows: Vec<rules::Row>,
    /// How many of them are the repeated head's.
    repeated: usize,
}

impl<'a> Piece<'a> {
    fn begin(table: &'a TableBlock, context: &'a Context, from: &'a TableCursor, area: Area) -> Piece<'a> {
        // More than half a page of what stands there again would leave the table no room to go on.
        let set = Setting::new(table, context, &from.columns, from.squeeze, area.height / 2);
        let frame = Frame::empty(area.width);
        let mut piece = Piece { table, set, context, from, area, frame, rows: Vec::new(), repeated: 0 };
        if from.row < table.grid.rows() {
            piece.frame.height = table.style.outer.width;
            if from.row > 0 && from.row >= table.head_rows {
                piece.go_on();
            }
        }
        piece
    }

    /// Says that the table goes on, and repeats its head.
    fn go_on(&mut self) {
        let mark = self.table.continued.as_ref().map(|mark| place_whole(mark, self.context, self.area.width));
        let above = mark.as_ref().map_or(Len::ZERO, |mark| mark.height);
        let mut head = Piece { rows: Vec::new(), area: Area::unlimited(self.area.width), ..self.blank() };
        head.frame.height += above;
        let mut row = 0;
        while row < self.table.head_rows {
            let band = Band::measure(&head.set, row, &[], Len::UNLIMITED);
            let rows = band.heights.len();
            row += rows;
            head.set_rows(band, rows);
        }
        let height = head.frame.height - self.frame.height;
        if height > self.area.height / 2 {
            if self.table.head_rows > 0 {
                self.frame.warn(WarningKind::HeadNotRepeated, Some(self.table.span));
            }
            return;
        }
        if let Some(mark) = mark {
            self.frame.append(Len::ZERO, Len::ZERO, mark.into_artifact());
        }
        self.rows = head.rows;
        self.repeated = self.rows.len();
        self.frame.append(Len::ZERO, Len::ZERO, head.frame.into_artifact());
        self.frame.height += height;
    }

    fn blank(&self) -> Piece<'a> {
        let Piece { table, context, from, area, .. } = *self;
        let set = Setting::new(table, context, &from.columns, from.squeeze, self.set.most_repeated);
        let frame = Frame { height: self.frame.height, ..Frame::empty(area.width) };
        Piece { table, set, context, from, area, frame, rows: Vec::new(), repeated: 0 }
    }

    fn begun(&self) -> bool {
        self.rows.len() > self.repeated
    }

    fn room(&self) -> Len {
        self.area.height - self.frame.height - self.table.style.outer.width
    }

    /// The room that the last row leaves to what stands below it. On a fresh page only what leaves rows their half.
    fn reserve(&self) -> Len {
        let Some(foot) = &self.table.foot else { return Len::ZERO };
        let height =
            place_whole(foot, self.context, self.area.width).height + self.context.gap(self.table.style.foot_gap);
        if self.area.fresh && height > self.area.height / 2 { Len::ZERO } else { height }
    }

    /// Sets the first `count` rows of a band; answers the cells that go on below them.
    fn set_rows(&mut self, band: Band, count: usize) -> Vec<OpenCell> {
        let mut tops = vec![self.frame.height];
        for (index, &height) in band.heights[..count].iter().enumerate() {
            self.rows.push(rules::Row { row: band.first + index, top: self.frame.height, height });
            self.frame.height += height;
            tops.push(self.frame.height);
        }
        let mut open = Vec::new();
        for measured in band.cells {
            let region = self.table.grid.cell(measured.cell).region;
            let first = region.row().max(band.first) - band.first;
            if first >= count {
                continue;
            }
            let slot = tops[first]..tops[(region.end_row() - band.first).min(count)];
            let (index, ends) = (measured.cell, region.end_row() - band.first <= count);
            let from = if ends { self.end_cell(measured, slot) } else { self.begin_cell(measured, slot) };
            if !ends {
                open.push(OpenCell { cell: index, from });
            }
        }
        open
    }

    /// Sets as much of a row as the room holds; answers whether that was all of it, and the cells that go on.
    fn cut_row(&mut self, band: Band) -> (bool, Vec<OpenCell>) {
        let top = self.frame.height;
        let mut bottom = top + self.room().at_least_zero();
        let mut set = Vec::new();
        for measured in band.cells {
            if self.table.grid.cell(measured.cell).region.row() > band.first {
                continue;
            }
            let (frame, from) = self.part(&measured, bottom - top, true);
            bottom = bottom.max(top + frame.height + self.set.around());
            set.push((measured.cell, frame, from));
        }
        let goes_on = |cell: usize| self.table.grid.cell(cell).region.end_row() > band.first + 1;
        let finished = set.iter().all(|(cell, _, from)| from.is_none() || goes_on(*cell));
        let mut open = Vec::new();
        for (cell, frame, from) in set {
            if !finished || goes_on(cell) {
                open.push(OpenCell { cell, from });
            }
            self.set_cell(cell, top..bottom, frame, false);
        }
        self.rows.push(rules::Row { row: band.first, top, height: bottom - top });
        self.frame.height = bottom;
        if bottom + self.table.style.outer.width > self.area.height {
            self.frame.warn(WarningKind::TooHigh, Some(self.table.span));
        }
        (finished, open)
    }

    /// Sets a cell that ends here.
    fn end_cell(&mut self, measured: Measured, slot: Range<Len>) -> Option<Cursor> {
        let centred = matches!(measured.from, None | Some(Cursor::Start));
        self.set_cell(measured.cell, slot, measured.frame, centred);
        None
    }

    /// Sets what fits of a cell that goes on; answers where.
    fn begin_cell(&mut self, measured: Measured, slot: Range<Len>) -> Option<Cursor> {
        let height = slot.end - slot.start;
        if measured.from.is_none() {
            let fits = measured.frame.height + self.set.around() <= height;
            let again = if fits { measured.frame } else { Frame::default() };
            self.set_cell(measured.cell, slot, again, true);
            return None;
        }
        let (frame, from) = self.part(&measured, height, false);
        let whole = measured.from == Some(Cursor::Start) && from.is_none();
        self.set_cell(measured.cell, slot, frame, whole);
        from
    }

    /// Places what is left of a cell into a box of some height; answers where it goes on.
    fn part(&self, measured: &Measured, height: Len, fresh: bool) -> (Frame, Option<Cursor>) {
        let GridCell { region, content: cell, .. } = self.table.grid.cell(measured.cell);
        let width = self.set.content_width(region);
        let Some(from) = &measured.from else { return (Frame::empty(width), None) };
        let area = Area { width, height: height - self.set.around(), fresh };
        match place_block(&cell.block, &self.set.context, from, area) {
            Placed::Done(frame) => (frame, None),
            Placed::Split { frame, rest } => (frame, Some(rest)),
            Placed::Defer(_) => (Frame::empty(width), Some(from.clone())),
        }
    }

    fn set_cell(&mut self, cell: usize, slot: Range<Len>, content: Frame, centred: bool) {
        let GridCell { region, content: cell, .. } = self.table.grid.cell(cell);
        let (left, width) = self.set.extent(region);
        let height = slot.end - slot.start;
        if let Some(color) = cell.background {
            self.frame.fill(left, slot.start, width, height, color);
        }
        if cell.diagonal {
            let segments = Path::line(&[Point::default(), Point::new(width, height)]);
            let line = Path { segments, background: None, pen: Some(self.table.style.diagonal.into()) };
            self.frame.push(left, slot.start, Owner::Artifact, LeafKind::Path(Arc::new(line)));
        }
        let spare = (height - self.set.around() - content.height).at_least_zero();
        let down = if centred { spare / 2 } else { Len::ZERO };
        self.frame.append(left + self.set.padding.left, slot.start + self.set.padding.top + down, content);
    }

    fn break_before(self, row: usize, open: Vec<OpenCell>) -> Placed {
        if !self.begun() || (row <= self.table.head_rows && !self.area.fresh) {
            return Placed::Defer(Why::NoRoom);
        }
        self.finish(row, open)
    }

    fn finish(mut self, row: usize, open: Vec<OpenCell>) -> Placed {
        if !self.rows.is_empty() {
            self.frame.height += self.table.style.outer.width;
            rules::draw(&mut self.frame, self.table, &self.from.columns, &self.rows);
        }
        if row < self.table.grid.rows() || !open.is_empty() {
            return self.split(row, open, Cursor::Start);
        }
        match &self.table.foot {
            Some(foot) => self.set_foot(foot),
            None => Placed::Done(self.frame),
        }
    }

    /// Sets what stands below the last row.
    fn set_foot(mut self, foot: &Block) -> Placed {
        let alone = self.rows.is_empty();
        if !alone {
            self.frame.height += self.context.gap(self.table.style.foot_gap);
        }
        let (rows, from) = (self.table.grid.rows(), self.from.foot.clone());
        let height = self.area.height - self.frame.height;
        let room = Area { height, fresh: self.area.fresh && alone, ..self.area };
        let (part, rest) = match place_block(foot, self.context, &from, room) {
            Placed::Done(part) => (part, None),
            Placed::Split { frame, rest } => (frame, Some(rest)),
            Placed::Defer(why) if alone => return Placed::Defer(why),
            Placed::Defer(_) => {
                self.frame.height -= self.context.gap(self.table.style.foot_gap);
                return self.split(rows, Vec::new(), from);
            }
        };
        let top = self.frame.height;
        self.frame.height += part.height;
        self.frame.append(Len::ZERO, top, part);
        match rest {
            None => Placed::Done(self.frame),
            Some(rest) => self.split(rows, Vec::new(), rest),
        }
    }

    fn split(self, row: usize, open: Vec<OpenCell>, foot: Cursor) -> Placed {
        let TableCursor { columns, squeeze, .. } = self.from;
        let rest = TableCursor { row, columns: columns.clone(), squeeze: *squeeze, open, foot };
        Placed::Split { frame: self.frame, rest: Cursor::Table(Box::new(rest)) }
    }
}
