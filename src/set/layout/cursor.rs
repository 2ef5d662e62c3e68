//! Where the rest of a block begins: plain values, returned by one page and given to the next.

use std::sync::Arc;

use crate::model::len::Len;
use crate::set::text::Line;

use super::table::Squeeze;

/// A point in a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Cursor {
    /// Its beginning.
    #[default]
    Start,
    /// Before a line of a paragraph.
    Line {
        /// The lines, as they were broken on the first page: parts have one width.
        lines: Arc<[Line]>,
        /// Its number.
        next: usize,
    },
    /// In a child of a stack.
    Child {
        /// Its number.
        index: usize,
        /// Where in it.
        within: Box<Cursor>,
    },
    /// In the body of a hanging item or a box.
    Body(Box<Cursor>),
    /// In a table.
    Table(Box<TableCursor>),
    /// In blocks beside each other.
    Beside {
        /// Their widths, settled on the first page.
        columns: Arc<[Len]>,
        /// Where in each; `None` where it is done.
        within: Vec<Option<Cursor>>,
    },
}

/// A point in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableCursor {
    /// The first row that isn't finished.
    pub row: usize,
    /// The columns' widths, settled on the first page.
    pub columns: Arc<[Len]>,
    /// How tightly its cells are set for them; settled on the first page.
    pub squeeze: Squeeze,
    /// The cells that began above and go on, by index; `None` where their content is finished.
    pub open: Vec<OpenCell>,
    /// Where what stands below it goes on, once all rows are finished.
    pub foot: Cursor,
}

/// A cell that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OpenCell {
    /// Its index.
    pub cell: usize,
    /// Where its content goes on; `None` where only its box does.
    pub from: Option<Cursor>,
}
