//! One piece of a table: the rows that fit an area, with the head above them and, after the last, what stands below the table.

use std::ops::Range;
use std::sync::Arc;

use crate::model::grid::GridCell;
use crate::model::len::Len;

use super::super::{
    Area, Block, Context, Cursor, Frame, LeafKind, OpenCell, Owner, Path, Placed, Point, TableCursor, WarningKind, Why,
    place as place_block, place_whole,
};
use super::breaks::{self, End};
use super::rows::{Band, Measured, Setting, bands};
use super::{TableBlock, rules};

pub(super) fn place(table: &TableBlock, context: &Context, from: &TableCursor, area: Area) -> Placed {
    let mut piece = Piece::begin(table, context, from, area);
    let bands = piece.bands(table.grid.rows(), piece.room());
    match breaks::choose(&piece, &bands) {
        End::All => {
            piece.set_first(bands, table.grid.rows(), None);
            piece.finish(table.grid.rows(), Vec::new())
        }
        End::After(count) => {
            let (_, open) = piece.set_first(bands, count, None);
            piece.finish(from.row + count, open)
        }
        End::Within { count, forced } => {
            let (finished, open) = piece.set_first(bands, count, Some(forced));
            piece.finish(from.row + count + usize::from(finished), open)
        }
        End::Wait => Placed::Defer(Why::NoRoom),
    }
}

/// What stands on this page so far.
pub(super) struct Piece<'a> {
    pub table: &'a TableBlock,
    /// How the cells are set.
    pub set: Setting<'a>,
    /// How what stands around them is set.
    context: &'a Context,
    pub from: &'a TableCursor,
    pub area: Area,
    pub frame: Frame,
    /// The rows set, with their tops and heights; the repeated head's come first.
    rows: Vec<rules::Row>,
}

impl<'a> Piece<'a> {
    fn begin(table: &'a TableBlock, context: &'a Context, from: &'a TableCursor, area: Area) -> Piece<'a> {
        // More than half a page of what stands there again would leave the table no room to go on.
        let set = Setting::new(table, context, &from.columns, from.squeeze, area.height / 2);
        let frame = Frame::empty(area.width);
        let mut piece = Piece { table, set, context, from, area, frame, rows: Vec::new() };
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
        let bands = bands(&head.set, 0..self.table.head_rows, &[], Len::UNLIMITED);
        head.set_first(bands, self.table.head_rows, None);
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
        self.frame.append(Len::ZERO, Len::ZERO, head.frame.into_artifact());
        self.frame.height += height;
    }

    fn blank(&self) -> Piece<'a> {
        let Piece { table, context, from, area, .. } = *self;
        let set = Setting::new(table, context, &from.columns, from.squeeze, self.set.most_repeated);
        let frame = Frame { height: self.frame.height, ..Frame::empty(area.width) };
        Piece { table, set, context, from, area, frame, rows: Vec::new() }
    }

    pub(crate) fn room(&self) -> Len {
        self.area.height - self.frame.height - self.table.style.outer.width
    }

    /// What is left of the table up to a row, measured as far as a room reaches and a row farther.
    pub(crate) fn bands(&self, end: usize, room: Len) -> Vec<Band> {
        bands(&self.set, self.from.row..end, &self.from.open, room)
    }

    /// The room that the last row leaves to what stands below it. Of a whole page only what leaves rows their half.
    pub(crate) fn reserve(&self, page: Option<Len>) -> Len {
        let Some(foot) = &self.table.foot else { return Len::ZERO };
        let height =
            place_whole(foot, self.context, self.area.width).height + self.context.gap(self.table.style.foot_gap);
        if page.is_some_and(|page| height > page / 2) { Len::ZERO } else { height }
    }

    /// The height of what stands again on the next page, above the rows that go on there.
    pub(crate) fn repeated(&self, head: Len) -> Len {
        if self.from.row > 0 && self.from.row >= self.table.head_rows {
            return self.frame.height;
        }
        let mark = self.table.continued.as_ref().map(|mark| place_whole(mark, self.context, self.area.width).height);
        let height = mark.unwrap_or_default() + head;
        let most = self.area.page / 2;
        self.table.style.outer.width + if height > most { Len::ZERO } else { height }
    }

    /// Sets the first rows of what was measured and, where `cut` says whether that is forced, as much of the next as there is room for. Answers whether that was
    /// all of it, and the cells that go on.
    fn set_first(&mut self, bands: Vec<Band>, count: usize, cut: Option<bool>) -> (bool, Vec<OpenCell>) {
        let mut open = self.from.open.clone();
        let mut left = count;
        for band in bands {
            let rows = band.heights.len();
            if left < rows
                && let Some(forced) = cut
            {
                return self.cut_row(band, left, forced);
            }
            if left == 0 {
                break;
            }
            open = self.set_rows(band, rows.min(left));
            left -= rows.min(left);
        }
        (false, open)
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

    /// Whether a part of each cell that begins in a row, or was cut with it, can stand in a room.
    pub(crate) fn can_cut(&self, band: &Band, row: usize, room: Len) -> bool {
        let mut goes_on = false;
        for measured in &band.cells {
            if self.table.grid.cell(measured.cell).region.row() != row {
                continue;
            }
            let (frame, rest) = self.part(measured, room, false);
            let stands_still = rest.is_some() && rest == measured.from;
            if stands_still || frame.height + self.set.around() > room {
                return false;
            }
            goes_on |= rest.is_some();
        }
        goes_on
    }

    /// Sets so many rows of a band, and as much of the next as the room holds; answers whether that was all of it, and the cells that go on.
    fn cut_row(&mut self, band: Band, above: usize, forced: bool) -> (bool, Vec<OpenCell>) {
        let cut = band.first + above;
        let mut tops = vec![self.frame.height];
        for (row, &height) in (band.first..).zip(&band.heights[..above]) {
            let top = tops[tops.len() - 1];
            self.rows.push(rules::Row { row, top, height });
            tops.push(top + height);
        }
        let top = tops[above];
        let mut bottom = top + (self.room() - (top - self.frame.height)).at_least_zero();
        let mut set = Vec::new();
        for measured in band.cells {
            let region = self.table.grid.cell(measured.cell).region;
            if region.row() > cut {
                continue;
            }
            let begin = tops[region.row().max(band.first) - band.first];
            let begins = matches!(measured.from, None | Some(Cursor::Start));
            if region.end_row() <= cut {
                let slot = begin..tops[region.end_row() - band.first];
                set.push((measured.cell, slot, measured.frame, None, begins));
                continue;
            }
            let (frame, from) = match &measured.from {
                // A name that is finished stands again beside each part of its row.
                None if measured.frame.height + self.set.around() <= bottom - begin => (measured.frame, None),
                _ => self.part(&measured, bottom - begin, forced),
            };
            bottom = bottom.max(begin + frame.height + self.set.around());
            set.push((measured.cell, begin..Len::UNLIMITED, frame, from, false));
        }
        let end = |cell: usize| self.table.grid.cell(cell).region.end_row();
        let finished = set.iter().all(|(cell, _, _, from, _)| from.is_none() || end(*cell) > cut + 1);
        let mut open = Vec::new();
        for (cell, slot, frame, from, centred) in set {
            if end(cell) > cut && (!finished || end(cell) > cut + 1) {
                open.push(OpenCell { cell, from });
            }
            self.set_cell(cell, slot.start..slot.end.min(bottom), frame, centred);
        }
        self.rows.push(rules::Row { row: cut, top, height: bottom - top });
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
        let area = Area { fresh, ..Area::page(width, height - self.set.around()) };
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
        let above = if alone { self.area.above } else { Len::ZERO };
        let room = Area { height, fresh: self.area.fresh && alone, above, ..self.area };
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
