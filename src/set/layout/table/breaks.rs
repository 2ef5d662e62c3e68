//! Where a piece of a table ends: after the last row that fits and leaves nothing torn, or sooner or later where a page gains nothing by that.

use crate::model::len::Len;

use super::piece::Piece;
use super::rows::{Band, natural};
use super::{Kept, TableBlock};

/// What of the rows that are left stands in a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// All of them, and room for what stands below.
    All,
    /// So many.
    After(usize),
    /// So many, and as much of the next as there is room for.
    Within {
        /// How many.
        count: usize,
        /// Whether something of it stands here though there is no room even for a line.
        forced: bool,
    },
    /// None: they wait for the next page.
    Wait,
}

/// What a break may tear, from the strictest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    /// Nothing.
    Nothing,
    /// Rows that are kept together.
    Groups,
    /// A row from its orphans.
    Company,
    /// A row from the one that heads it, the head from its rows, what stands below the table from all of them.
    Anything,
}

/// A page is not left emptier than a part of so many for what could begin on it.
const EMPTY: i64 = 3;

/// Chooses the end of a piece whose rows were measured as far as its room reaches.
pub(super) fn choose(piece: &Piece, bands: &[Band]) -> End {
    let rows = Rows::of(piece, bands);
    let fresh = piece.area.fresh;
    let foot = || piece.reserve(fresh.then_some(piece.area.height));
    let all = piece.from.row + rows.fitting == piece.table.grid.rows();
    if all && (rows.fitting == 0 || rows.height(rows.fitting) + foot() <= piece.room()) {
        return End::All;
    }
    if rows.wait_whole() {
        return End::Wait;
    }
    let gaining = |level: &Level| rows.last_break(*level).filter(|count| rows.gains(*count, *level));
    // On a page where something stands already, a row may wait for its orphans rather than be torn from it.
    let levels = [Level::Nothing, Level::Groups, Level::Company];
    let usual = if fresh { &levels[..] } else { &levels[..2] };
    if let Some(count) = usual.iter().find_map(gaining) {
        return if count > 0 { End::After(count) } else { End::Wait };
    }
    if rows.can_cut() {
        return End::Within { count: rows.fitting, forced: false };
    }
    let begun = |level: &Level| rows.last_break(*level).filter(|count| *count > 0);
    let looser = [Level::Groups, Level::Company, Level::Anything];
    let filled = looser.iter().filter_map(begun).find(|count| rows.is_filled(*count));
    match filled.or_else(|| looser.iter().rev().find_map(begun)) {
        Some(count) => End::After(count),
        None if fresh => End::Within { count: rows.fitting, forced: true },
        None => End::Wait,
    }
}

/// The rows that a piece could hold.
struct Rows<'p, 'a> {
    piece: &'p Piece<'a>,
    table: &'a TableBlock,
    /// The rows above the first of them.
    first: usize,
    /// What was measured.
    bands: &'p [Band],
    /// The height of each, from the first.
    heights: Vec<Len>,
    /// How many of them fit.
    fitting: usize,
}

impl<'p, 'a> Rows<'p, 'a> {
    fn of(piece: &'p Piece<'a>, bands: &'p [Band]) -> Rows<'p, 'a> {
        let heights: Vec<Len> = bands.iter().flat_map(|band| &band.heights).copied().collect();
        let bottoms = heights.iter().scan(Len::ZERO, |height, row| {
            *height += *row;
            Some(*height)
        });
        let fitting = bottoms.take_while(|bottom| *bottom <= piece.room()).count();
        Rows { piece, table: piece.table, first: piece.from.row, bands, heights, fitting }
    }

    fn height(&self, count: usize) -> Len {
        self.heights[..count].iter().copied().sum()
    }

    /// Whether all of the table is to stay on one page, and the next one can hold it.
    fn wait_whole(&self) -> bool {
        let Piece { table, area, from, .. } = self.piece;
        let begins = from.row == 0 && from.open.is_empty();
        if area.fresh || !begins || !self.is_worth_waiting(0, table.whole) {
            return false;
        }
        let room = area.elsewhere() - table.style.outer.width * 2 - self.piece.reserve(Some(area.elsewhere()));
        let bands = self.piece.bands(table.grid.rows(), room);
        let rows: usize = bands.iter().map(|band| band.heights.len()).sum();
        rows == table.grid.rows() && bands.iter().map(Band::height).sum::<Len>() <= room
    }

    /// Whether a page is full enough after so many rows, or the author wants what follows to wait for the next.
    fn is_worth_waiting(&self, count: usize, kept: Kept) -> bool {
        match kept {
            Kept::Free => false,
            Kept::Look => self.is_filled(count),
            Kept::Order | Kept::Heads => true,
        }
    }

    fn is_filled(&self, count: usize) -> bool {
        let area = self.piece.area;
        let here = match count {
            0 => Len::ZERO,
            _ => area.above + self.piece.frame.height + self.height(count) + self.table.style.outer.width,
        };
        area.used + here >= area.page / EMPTY
    }

    /// The last break that tears no more than a level allows; the beginning, where the rows may wait.
    fn last_break(&self, level: Level) -> Option<usize> {
        let waits = (!self.piece.area.fresh).then_some(0);
        (1..=self.fitting).rev().find(|count| self.may_end(*count, level)).or(waits)
    }

    fn may_end(&self, count: usize, level: Level) -> bool {
        let (row, head) = (self.first + count, self.table.head_rows);
        let left = self.table.grid.rows() - row;
        if level == Level::Anything {
            return if row > head { true } else { self.piece.area.fresh && row < head };
        }
        if row <= head || left == 0 {
            return false;
        }
        let least = self.table.style.least_rows;
        let here = row - self.first.max(head);
        match self.table.kept[row - 1] {
            Kept::Heads => false,
            Kept::Look | Kept::Order if level < Level::Groups => false,
            _ => level >= Level::Company || (here >= least && left >= least),
        }
    }

    /// Whether it is better to end after so many rows than to go on: what would be torn fits a page, and this one is full enough without it.
    fn gains(&self, count: usize, level: Level) -> bool {
        let row = self.first + count;
        let free = |kept: &Kept| match kept {
            Kept::Free => true,
            Kept::Look | Kept::Order => level >= Level::Groups,
            Kept::Heads => false,
        };
        let from = row.max(self.table.head_rows);
        let end = (from + 1..self.table.grid.rows()).find(|end| free(&self.table.kept[end - 1]));
        let end = end.unwrap_or(self.table.grid.rows());
        let ordered = self.table.kept.get(from..end - 1).is_some_and(|kept| kept.contains(&Kept::Order));
        if !ordered && !self.is_filled(count) {
            return false;
        }
        let room = self.room_elsewhere(count);
        natural(&self.piece.set, row..end, room) <= room
    }

    /// The room of the rows after so many on the next page.
    fn room_elsewhere(&self, count: usize) -> Len {
        let Piece { area, .. } = self.piece;
        let outer = self.table.style.outer.width;
        if self.first + count == 0 {
            return area.elsewhere() - outer * 2;
        }
        let head = self.table.head_rows.saturating_sub(self.first).min(self.heights.len());
        area.page - self.piece.repeated(self.height(head)) - outer
    }

    /// Whether the first row that doesn't fit may be begun here.
    fn can_cut(&self) -> bool {
        let row = self.first + self.fitting;
        if row < self.table.head_rows || row >= self.table.grid.rows() {
            return false;
        }
        let room = self.piece.room() - self.height(self.fitting);
        let band = self.bands.iter().rfind(|band| band.first <= row);
        band.is_some_and(|band| self.piece.can_cut(band, row, room))
    }
}
