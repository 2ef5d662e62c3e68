//! Placing a table: the rest of a table is a smaller table.
//!
//! A span that crosses the page, a repeated head and a row taller than a page are one code path: a piece takes the rows that
//! fit, and the cells that go on are handed to the next piece as [`OpenCell`](super::OpenCell)s.

mod breaks;
mod columns;
mod needs;
mod piece;
mod rows;
mod rules;
mod settled;

pub(crate) use settled::settle;

use std::sync::Arc;

use crate::model::grid::Grid;
use crate::model::len::{Len, Ratio};
use crate::model::report::ColumnWidth;
use crate::model::source::Span;

use super::block::{Block, Color, Sides, Stroke};
use super::{Area, Context, Cursor, Placed, Scale, TableCursor, Widths};

/// A table on a dense grid.
#[derive(Debug, Clone)]
pub(crate) struct TableBlock {
    /// How wide each column is.
    pub columns: Vec<ColumnWidth>,
    /// The rows at the top that are its head, repeated on every page.
    pub head_rows: usize,
    /// Its cells.
    pub grid: Grid<CellBlock>,
    /// Whether all of it stays on one page where a page can hold it.
    pub whole: Kept,
    /// For each row, whether it stays on one page with the next where a page can hold them.
    pub kept: Vec<Kept>,
    /// For each row, the rule below it.
    pub below: Vec<Rule>,
    /// For each column, the rule at its right.
    pub beside: Vec<Rule>,
    /// What the columns of like tables around it want, where all of them are to have the same.
    pub company: Option<Arc<[Widths]>>,
    /// Stands above each further piece, as nobody's: `(계속)`.
    pub continued: Option<Block>,
    /// Stands below its last row, which never leaves it alone: notes and source.
    pub foot: Option<Block>,
    /// Its style.
    pub style: Arc<TableStyle>,
    /// Where it is defined.
    pub span: Span,
}

/// Who wants rows to stay on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Kept {
    /// Nobody.
    #[default]
    Free,
    /// The template: no page stays under a third full for it.
    Look,
    /// The author.
    Order,
    /// The row heads those below it.
    Heads,
}

/// The rules between rows and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Rule {
    /// Between any two.
    #[default]
    Inner,
    /// Between groups of them.
    Group,
    /// Beside totals.
    Total,
}

/// A cell.
#[derive(Debug, Clone)]
pub(crate) struct CellBlock {
    /// Its background.
    pub background: Option<Color>,
    /// Whether a rule runs through it from its upper left corner.
    pub diagonal: bool,
    /// Whether it stands again, as nobody's, on each page that its rows go on to.
    pub repeated: bool,
    /// What it holds.
    pub block: Block,
}

/// A table's style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TableStyle {
    /// Between a cell's edge and what it holds.
    pub padding: Sides,
    /// The least height of a row.
    pub row_height: Len,
    /// Fewer rows than this never stand alone before or after a page's end.
    pub least_rows: usize,
    /// The least factor on side paddings, which give way first where columns are too narrow for their words.
    pub least_padding: Ratio,
    /// The least factor on type size, which gives way next.
    pub shrink: Ratio,
    /// Above and below the table.
    pub outer: Stroke,
    /// Below the head.
    pub head: Stroke,
    /// Between rows and columns.
    pub inner: Stroke,
    /// Between groups of rows and columns.
    pub group: Stroke,
    /// Beside total rows and columns.
    pub total: Stroke,
    /// At the left and right edge.
    pub sides: Stroke,
    /// Through the corner of the head.
    pub diagonal: Stroke,
    /// Between the table and what stands below it.
    pub foot_gap: Len,
}

impl TableBlock {
    /// The factor on type size at which its columns suffice for its words in a measure; `None` where even the least doesn't.
    pub(crate) fn shrink_in(&self, measure: Len) -> Option<Ratio> {
        let columns = columns::settle(self, &Context::default(), measure);
        columns.warnings.is_empty().then_some(columns.squeeze.size)
    }
}

impl TableStyle {
    fn rule(&self, rule: Rule) -> Stroke {
        match rule {
            Rule::Inner => self.inner,
            Rule::Group => self.group,
            Rule::Total => self.total,
        }
    }
}

pub(super) fn place(table: &TableBlock, context: &Context, from: &Cursor, area: Area) -> Placed {
    if let Cursor::Table(cursor) = from {
        return piece::place(table, context, cursor, area);
    }
    let columns = columns::settle(table, context, area.width);
    let start = TableCursor {
        row: 0,
        columns: columns.widths,
        squeeze: columns.squeeze,
        open: Vec::new(),
        foot: Cursor::Start,
    };
    let mut placed = piece::place(table, context, &start, area);
    if let Placed::Done(frame) | Placed::Split { frame, .. } = &mut placed {
        frame.warnings.extend(columns.warnings);
    }
    placed
}

pub(super) fn widths(table: &TableBlock, context: &Context) -> Widths {
    columns::widths(table, context)
}

/// What each column of a table wants by itself.
pub(crate) fn column_widths(table: &TableBlock, context: &Context) -> Vec<Widths> {
    columns::wanted(table, context)
}

/// How tightly the cells of a table are set so that its columns suffice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Squeeze {
    /// A factor on side paddings.
    pub padding: Ratio,
    /// A factor on type size.
    pub size: Ratio,
    /// Whether letters are counted upon to move together.
    pub letters: bool,
}

impl Squeeze {
    /// As they are.
    pub(crate) const NONE: Squeeze = Squeeze { padding: Ratio::ONE, size: Ratio::ONE, letters: false };
}

/// The scale of a table's cells: that of its page, with smaller type.
fn shrunk(context: &Context, squeeze: Squeeze) -> Context {
    Context {
        scale: Scale { size: context.scale.size.times(context.scale.tables).times(squeeze.size), ..context.scale },
    }
}

/// The paddings of cells at their scale.
fn padding(table: &TableBlock, context: &Context, squeeze: Squeeze) -> Sides {
    let Sides { top, right, bottom, left } = table.style.padding;
    let side = |side: Len| side.scale(squeeze.padding);
    Sides { top: context.gap(top), right: side(right), bottom: context.gap(bottom), left: side(left) }
}
