//! One piece of a table: the rows that fit an area, with the head above them.

use std::ops::Range;

use crate::len::Len;

use super::super::{Area, Cursor, Cx, Frame, OpenCell, Placed, TableCursor, WarningKind, Why, place as place_block};
use super::rows::{Band, Measured, content_width, vertical_padding};
use super::{TableBlock, rules};

/// A band of so few rows isn't broken where it can stand whole on the next page: 정원 and 현원 of one office stay together.
const WHOLE_BAND: usize = 4;

pub(super) fn place(table: &TableBlock, cx: &Cx, from: &TableCursor, area: Area) -> Placed {
    let mut piece = Piece::begin(table, cx, from, area);
    let mut row = from.row;
    let mut open = from.open.clone();
    while row < table.rows {
        let band = Band::measure(table, cx, &from.columns, row, &open);
        if band.height() <= piece.room() {
            row += band.heights.len();
            open = piece.set_rows(band, None);
            continue;
        }
        let fitting = band.fitting(piece.room());
        // A head alone on a fresh page isn't a beginning: on the next page it would stand there again, with the same room below.
        let begun = piece.begun() && !(area.fresh && row == table.head_rows);
        let keep = band.heights.len() <= WHOLE_BAND && open.is_empty();
        if fitting == 0 || (keep && (begun || !area.fresh)) {
            if begun || !area.fresh {
                return piece.break_before(row, open);
            }
            if fitting == 0 {
                let (finished, open) = piece.cut_row(band);
                return piece.finish(if finished { row + 1 } else { row }, open);
            }
        }
        // A head that would stand alone at the foot of a page waits for the next.
        if row + fitting <= table.head_rows && !area.fresh {
            return piece.break_before(row, open);
        }
        open = piece.set_rows(band, Some(fitting));
        return piece.finish(row + fitting, open);
    }
    piece.finish(row, open)
}

/// What stands on this page so far.
struct Piece<'a> {
    table: &'a TableBlock,
    cx: &'a Cx,
    from: &'a TableCursor,
    area: Area,
    frame: Frame,
    /// The rows set, with their tops and heights; the repeated head's come first.
    rows: Vec<rules::Row>,
    /// How many of them are the repeated head's.
    repeated: usize,
}

impl<'a> Piece<'a> {
    fn begin(table: &'a TableBlock, cx: &'a Cx, from: &'a TableCursor, area: Area) -> Piece<'a> {
        let frame = Frame::empty(area.width);
        let mut piece = Piece { table, cx, from, area, frame, rows: Vec::new(), repeated: 0 };
        piece.frame.height = table.look.outer.width;
        if from.row >= table.head_rows && from.row > 0 && table.head_rows > 0 {
            piece.repeat_head();
        }
        piece
    }

    fn repeat_head(&mut self) {
        let whole = Area::unlimited(self.area.width);
        let start = TableCursor { row: 0, columns: self.from.columns.clone(), open: Vec::new() };
        let mut head = Piece { table: self.table, cx: self.cx, from: &start, area: whole, ..Piece::blank(self) };
        let mut row = 0;
        while row < self.table.head_rows {
            let band = Band::measure(self.table, self.cx, &start.columns, row, &[]);
            row += band.heights.len();
            head.set_rows(band, None);
        }
        let height = head.frame.height - self.frame.height;
        // More than half the page of repeated head would leave the table no room to go on.
        if height > self.area.height / 2 {
            self.frame.warn(WarningKind::HeadNotRepeated, Some(self.table.span));
            return;
        }
        self.rows = head.rows;
        self.repeated = self.rows.len();
        self.frame.append(Len::ZERO, Len::ZERO, head.frame.into_artifact());
        self.frame.height += height;
    }

    fn blank(like: &Piece<'a>) -> Piece<'a> {
        let frame = Frame { height: like.frame.height, ..Frame::empty(like.area.width) };
        Piece { frame, rows: Vec::new(), repeated: 0, ..*like }
    }

    fn begun(&self) -> bool {
        self.rows.len() > self.repeated
    }

    fn room(&self) -> Len {
        self.area.height - self.frame.height - self.table.look.outer.width
    }

    /// Sets the first `count` rows of a band, or all; answers the cells that go on below them.
    fn set_rows(&mut self, band: Band, count: Option<usize>) -> Vec<OpenCell> {
        let count = count.unwrap_or(band.heights.len());
        let mut tops = vec![self.frame.height];
        for (index, &height) in band.heights[..count].iter().enumerate() {
            self.rows.push(rules::Row { row: band.first + index, top: self.frame.height, height });
            self.frame.height += height;
            tops.push(self.frame.height);
        }
        let mut open = Vec::new();
        for mut measured in band.cells {
            let cell = &self.table.cells[measured.cell];
            let first = cell.row.max(band.first) - band.first;
            let last = (cell.end_row() - band.first).min(count);
            if first >= count {
                continue;
            }
            let ends = cell.end_row() - band.first <= count;
            let slot = tops[first]..tops[last];
            if ends {
                let centred = cell.row >= band.first && measured.from == Some(Cursor::Start);
                let frame = std::mem::take(&mut measured.frame);
                self.set_cell(&measured, slot, frame, centred);
            } else {
                let (frame, from) = self.begin_cell(&measured, slot.end - slot.start, false);
                self.set_cell(&measured, slot, frame, false);
                open.push(OpenCell { cell: measured.cell, from });
            }
        }
        open
    }

    /// Sets as much of a row as the room holds; answers whether that was all of it, and the cells that go on.
    fn cut_row(&mut self, band: Band) -> (bool, Vec<OpenCell>) {
        let top = self.frame.height;
        let mut bottom = top + self.room().at_least_zero();
        let mut set = Vec::new();
        let (above, below) = vertical_padding(self.table, self.cx);
        for measured in band.cells.iter().filter(|measured| self.table.cells[measured.cell].row <= band.first) {
            let (frame, from) = self.begin_cell(measured, bottom - top, true);
            bottom = bottom.max(top + frame.height + above + below);
            set.push((measured, frame, from));
        }
        let finished = set
            .iter()
            .all(|(measured, _, from)| from.is_none() || self.table.cells[measured.cell].end_row() > band.first + 1);
        let mut open = Vec::new();
        for (measured, frame, from) in set {
            self.set_cell(measured, top..bottom, frame, false);
            if !finished || self.table.cells[measured.cell].end_row() > band.first + 1 {
                open.push(OpenCell { cell: measured.cell, from });
            }
        }
        self.rows.push(rules::Row { row: band.first, top, height: bottom - top });
        self.frame.height = bottom;
        if bottom + self.table.look.outer.width > self.area.height {
            self.frame.warn(WarningKind::TooHigh, Some(self.table.span));
        }
        (finished, open)
    }

    /// Places what is left of a cell into a box of some height; answers where it goes on.
    fn begin_cell(&self, measured: &Measured, height: Len, fresh: bool) -> (Frame, Option<Cursor>) {
        let width = content_width(self.table, &self.from.columns, measured.cell);
        let Some(from) = &measured.from else { return (Frame::empty(width), None) };
        let (above, below) = vertical_padding(self.table, self.cx);
        let area = Area { width, height: height - above - below, fresh };
        match place_block(&self.table.cells[measured.cell].block, self.cx, from, area) {
            Placed::Done(frame) => (frame, None),
            Placed::Split { frame, rest } => (frame, Some(rest)),
            Placed::Defer(_) => (Frame::empty(width), Some(from.clone())),
        }
    }

    fn set_cell(&mut self, measured: &Measured, slot: Range<Len>, content: Frame, centred: bool) {
        let cell = &self.table.cells[measured.cell];
        let columns = &self.from.columns;
        let left: Len = columns[..cell.column].iter().copied().sum();
        let width: Len = columns[cell.column..cell.column + cell.columns].iter().copied().sum();
        if let Some(color) = cell.ground {
            self.frame.fill(left, slot.start, width, slot.end - slot.start, color);
        }
        let (above, below) = vertical_padding(self.table, self.cx);
        let spare = (slot.end - slot.start - above - below - content.height).at_least_zero();
        let down = if centred { spare / 2 } else { Len::ZERO };
        self.frame.append(left + self.table.look.padding.left, slot.start + above + down, content);
    }

    fn break_before(self, row: usize, open: Vec<OpenCell>) -> Placed {
        if !self.begun() || (row <= self.table.head_rows && !self.area.fresh) {
            return Placed::Defer(Why::NoRoom);
        }
        self.finish(row, open)
    }

    fn finish(mut self, row: usize, open: Vec<OpenCell>) -> Placed {
        self.frame.height += self.table.look.outer.width;
        rules::draw(&mut self.frame, self.table, &self.from.columns, &self.rows);
        if row >= self.table.rows && open.is_empty() {
            return Placed::Done(self.frame);
        }
        let rest = TableCursor { row, columns: self.from.columns.clone(), open };
        Placed::Split { frame: self.frame, rest: Cursor::Table(Box::new(rest)) }
    }
}

impl Band {
    /// How many of its first rows fit a room.
    fn fitting(&self, room: Len) -> usize {
        let mut height = Len::ZERO;
        self.heights
            .iter()
            .take_while(|&&row| {
                height += row;
                height <= room
            })
            .count()
    }
}
