//! Tables as small plans: sizes, joins that are made where they can be, and contents dealt out to the cells in turn.

use crate::model::grid::{CellPlace, Owners, Shape};
use crate::model::len::Len;
use crate::model::report::ColumnWidth;
use proptest::collection::vec;
use proptest::prelude::*;

use super::tree::Tree;
use super::words::{Words, words};

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub columns: Vec<Width>,
    pub rows: u8,
    pub head_rows: u8,
    /// Row, column, rows and columns of a joined cell, where all its places are free and on one side of the head's end.
    pub joins: Vec<(u8, u8, u8, u8)>,
    /// What the cells hold, in turn.
    pub contents: Vec<Tree>,
    pub padding: [u8; 4],
    pub row_height: u8,
    /// The outer, head, inner and side rules, in tenths of a point.
    pub strokes: [u8; 4],
    /// What stands around the rows and how they go on.
    pub flow: Flow,
}

/// What stands around a table's rows, and how they go on.
#[derive(Debug, Clone)]
pub(crate) struct Flow {
    /// Who wants it to stay on one page: nobody, the template, the author.
    pub whole: u8,
    /// Who wants each row to stay on one page with the next; nobody those that aren't named.
    pub kept: Vec<u8>,
    /// Fewer rows don't stand alone.
    pub least: u8,
    /// Bit by column, whether its cells stand again where their rows go on.
    pub repeated: u16,
    /// The least factor on type size, in percent.
    pub shrink: u8,
    /// Lines above each further piece.
    pub continued: Option<Words>,
    /// What stands below the last row.
    pub foot: Option<Tree>,
}

fn flow() -> impl Strategy<Value = Flow> {
    let sparse = || prop_oneof![2 => Just(0u16), 1 => any::<u16>()];
    let kept = (0..3u8, prop_oneof![2 => Just(Vec::new()), 1 => vec(0..4u8, 0..9)], 1..4u8);
    let mark = prop::option::of((1..3usize).prop_map(Words::lines));
    let foot = prop::option::weighted(0.4, words(12).prop_map(Tree::Text));
    (kept, sparse(), 50..=100u8, mark, foot).prop_map(|((whole, kept, least), repeated, shrink, continued, foot)| {
        Flow { whole, kept, least, repeated, shrink, continued, foot }
    })
}

/// How wide a column is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Width {
    Auto,
    Share(u8),
    Fixed(u8),
}

impl Width {
    pub(crate) fn built(self) -> ColumnWidth {
        match self {
            Width::Auto => ColumnWidth::Auto,
            Width::Share(share) => ColumnWidth::Share(u32::from(share) * 500),
            Width::Fixed(points) => ColumnWidth::Fixed(Len::pt(i64::from(points))),
        }
    }
}

/// Tables of at most so many columns and rows.
pub(crate) fn grid(inner: impl Strategy<Value = Tree>, columns: usize, rows: u8) -> impl Strategy<Value = Grid> {
    let width = prop_oneof![
        4 => Just(Width::Auto),
        1 => (1..5u8).prop_map(Width::Share),
        1 => (10..80u8).prop_map(Width::Fixed),
    ];
    (
        vec(width, 1..=columns),
        1..=rows,
        0..=3u8,
        vec((0..rows, 0..columns as u8, 1..=rows, 1..4u8), 0..4),
        vec(inner, 1..6),
        [0..5u8, 0..5u8, 0..5u8, 0..5u8],
        0..20u8,
        [1..20u8, 1..10u8, 1..8u8, 0..8u8],
        flow(),
    )
        .prop_map(|(columns, rows, head_rows, joins, contents, padding, row_height, strokes, flow)| Grid {
            columns,
            rows,
            head_rows: head_rows.min(rows - 1),
            joins,
            contents,
            padding,
            row_height,
            strokes,
            flow,
        })
}

/// Tables on their own: mostly text in the cells.
pub(crate) fn table(inner: impl Strategy<Value = Tree> + 'static) -> impl Strategy<Value = Tree> {
    let cell = prop_oneof![5 => words(8).prop_map(Tree::Text), 1 => inner];
    grid(cell, 5, 9).prop_map(|grid| Tree::Table(Box::new(grid)))
}

impl Grid {
    /// How its cells cover it.
    pub(crate) fn shape(&self) -> Shape {
        let (rows, columns) = (usize::from(self.rows), self.columns.len());
        let mut taken: Vec<CellPlace> = Vec::new();
        let mut owners = Owners::default();
        for &(row, column, join_rows, join_columns) in &self.joins {
            let (row, column) = (usize::from(row) % rows, usize::from(column) % columns);
            let head = usize::from(self.head_rows);
            let last_row = if row < head { head } else { rows };
            let rows = row..last_row.min(row + usize::from(join_rows));
            let columns = column..columns.min(column + usize::from(join_columns));
            let places = rows.clone().flat_map(|row| columns.clone().map(move |column| (row, column)));
            let places: Vec<CellPlace> = places.collect();
            if places.iter().all(|place| !taken.contains(place)) {
                taken.extend(places);
                owners.cover(rows, columns);
            }
        }
        Shape::new(rows, columns, &owners).0
    }

    /// How many cells its head has; they come first.
    pub(crate) fn head_cells(&self) -> usize {
        self.shape().regions().iter().filter(|region| region.row() < usize::from(self.head_rows)).count()
    }
}
