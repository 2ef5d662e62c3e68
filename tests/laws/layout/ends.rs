//! Where tables among paragraphs end on a page: no row stands alone, small ones stay whole, and no page is left nearly empty.

use crate::laws::support::seeded;
use crate::model::len::Len;
use crate::set::layout::Frame;
use proptest::collection::vec;
use proptest::prelude::*;

use super::grid::{Flow, Grid, Width};
use super::piece::Piece;
use super::run::Case;
use super::tree::{Item, Tree};
use super::words::Words;

/// Rows below this number never stand alone.
const LEAST: usize = 2;
/// A page is left no emptier than a part of so many.
const EMPTY: i64 = 3;
/// Who wants it to stay on one page, as plans number them.
const BY_LOOK: u8 = 1;
const BY_ORDER: u8 = 2;

/// A table among paragraphs.
#[derive(Debug, Clone)]
struct Page {
    above: Vec<u8>,
    caption: bool,
    head: u8,
    /// The lines of each row's cells: of its name, and of what stands beside it.
    rows: Vec<(u8, u8)>,
    /// The first row of names over several rows, and how many.
    names: Vec<(u8, u8)>,
    whole: u8,
    kept: Vec<u8>,
    mark: bool,
    foot: Option<u8>,
    /// The lines of a note that is kept with the table.
    note: Option<u8>,
    below: Vec<u8>,
    height: u16,
}

fn page(lines: impl Strategy<Value = u8>, rows: usize) -> impl Strategy<Value = Page> {
    let kept = prop_oneof![12 => Just(0u8), 4 => Just(BY_LOOK), 1 => Just(BY_ORDER), 1 => Just(3u8)];
    let table = (
        0..3u8,
        vec((1..3u8, lines), 1..rows),
        vec((0..60u8, 2..7u8), 0..5),
        0..3u8,
        prop_oneof![Just(Vec::new()), vec(kept, 60)],
        any::<bool>(),
        prop::option::of(1..4u8),
    );
    let around = (vec(1..6u8, 0..20), any::<bool>(), prop::option::of(1..4u8), vec(1..6u8, 0..20), 300..800u16);
    (table, around).prop_map(|((head, rows, names, whole, kept, mark, foot), (above, caption, note, below, height))| {
        Page { above, caption, head, rows, names, whole, kept, mark, foot, note, below, height }
    })
}

impl Page {
    fn grid(&self) -> Grid {
        let (head, rows) = (self.head, self.head + self.rows.len() as u8);
        let joins = self.names.iter().map(|&(row, rows)| (head + row % self.rows.len() as u8, 0, rows, 1));
        let mut grid = Grid {
            columns: vec![Width::Auto; 2],
            rows,
            head_rows: head,
            joins: joins.collect(),
            contents: Vec::new(),
            padding: [2; 4],
            row_height: 12,
            strokes: [4, 4, 4, 4],
            flow: Flow {
                whole: self.whole,
                kept: self.kept.clone(),
                least: LEAST as u8,
                repeated: 1,
                shrink: 100,
                continued: self.mark.then(|| Words::lines(1)),
                foot: self.foot.map(|lines| Tree::Text(Words::lines(lines.into()))),
            },
        };
        // Each cell has its row's lines; names over several rows have one.
        let lines = |region: &crate::model::grid::Region| match region.row().checked_sub(head.into()) {
            Some(row) if region.rows() == 1 => [self.rows[row].0, self.rows[row].1][region.column()],
            _ => 1,
        };
        grid.contents =
            grid.shape().regions().iter().map(|region| Tree::Text(Words::lines(lines(region).into()))).collect();
        grid
    }

    fn case(&self) -> Case {
        let text = |keep: bool| {
            move |lines: &u8| Item {
                gap: 4,
                spring: 0,
                keep,
                below: 0,
                tree: Tree::Text(Words::lines((*lines).into())),
            }
        };
        let mut items: Vec<Item> = self.above.iter().map(text(false)).collect();
        items.extend(self.caption.then(|| text(true)(&1)));
        items.push(Item {
            gap: 4,
            spring: 0,
            keep: self.note.is_some(),
            below: 0,
            tree: Tree::Table(Box::new(self.grid())),
        });
        items.extend(self.note.iter().chain(&self.below).map(text(false)));
        Case { tree: Tree::Stack(items), width: 100, height: self.height, rest: None, scale: (1000, 1000, 1000) }
    }

    /// How many rows below the head stand on a page.
    fn rows_on(&self, grid: &Grid, frame: &Frame) -> usize {
        let regions = grid.shape();
        let beside = |cell: &usize| regions.regions()[*cell].column() == 1;
        Piece::of(frame).cells().filter(|cell| *cell >= grid.head_cells()).filter(beside).count()
    }

    fn laws(&self) -> Result<(), TestCaseError> {
        let (case, grid) = (self.case(), self.grid());
        let frames = case.frames(&case.block());
        let rows: Vec<usize> = frames.iter().map(|frame| self.rows_on(&grid, frame)).collect();
        let height = Len::pt(self.height.into());
        if rows.iter().filter(|rows| **rows > 0).count() > 1 {
            prop_assert!(!rows.iter().any(|rows| (1..LEAST).contains(rows)), "a lone row: {:?}", rows);
        }
        if self.whole != BY_ORDER && !self.kept.contains(&BY_ORDER) {
            no_page_is_nearly_empty(&frames, height)?;
        }
        self.small_ones_stay_whole(&frames, &rows)
    }

    fn small_ones_stay_whole(&self, frames: &[Frame], rows: &[usize]) -> Result<(), TestCaseError> {
        let torn = rows.iter().position(|rows| *rows > 0).filter(|first| rows[*first] < self.rows.len());
        let Some(frame) = torn.map(|first| &frames[first]).filter(|_| self.whole != 0) else { return Ok(()) };
        let alone = Page { above: Vec::new(), note: None, below: Vec::new(), ..self.clone() }.case();
        let whole = alone.unbroken(&alone.block())[0].height;
        let top = Piece::of(frame).outer[0].top;
        let above = if self.caption { Len::pt(14) } else { Len::ZERO };
        let nearly_empty = self.whole == BY_LOOK && (top - above) < frame_third(self.height) + Len::pt(4);
        // What stands below the table may need more of the next page than of an endless one.
        prop_assert!(nearly_empty || whole > Len::pt(self.height.into()) - Len::pt(8), "torn at {} of {}", top, whole);
        Ok(())
    }
}

fn frame_third(height: u16) -> Len {
    Len::pt(height.into()) / EMPTY
}

fn no_page_is_nearly_empty(frames: &[Frame], height: Len) -> Result<(), TestCaseError> {
    for frame in frames.split_last().map_or(&[][..], |(_, others)| others) {
        prop_assert!(frame.height >= height / EMPTY, "{} of {}", frame.height, height);
    }
    Ok(())
}

proptest! {
    #![proptest_config(seeded(1_000))]

    #[test]
    fn tables_among_paragraphs_leave_no_lone_row_and_no_page_nearly_empty(page in page(1..4u8, 60)) {
        page.laws()?;
    }

    /// Rows of up to three pages: they begin where they stand.
    #[test]
    fn rows_higher_than_a_page_leave_no_page_nearly_empty(page in page(prop_oneof![4 => 1..4u8, 1 => 4..180u8], 12)) {
        let page = Page { whole: page.whole % BY_ORDER, kept: Vec::new(), ..page };
        let case = page.case();
        no_page_is_nearly_empty(&case.frames(&case.block()), Len::pt(page.height.into()))?;
    }
}

proptest! {
    #![proptest_config(seeded(100_000))]

    /// `cargo test --release layout -- --ignored`: the same, over many more.
    #[test]
    #[ignore = "takes minutes"]
    fn a_hundred_thousand_tables_among_paragraphs_leave_no_lone_row(page in page(1..4u8, 60)) {
        page.laws()?;
    }
}
