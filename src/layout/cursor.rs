//! Where the rest of a block begins: plain values, returned by one page and given to the next.

use std::sync::Arc;

use crate::len::Len;

/// A point in a block.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cursor {
    /// Its beginning.
    #[default]
    Start,
    /// Before the line of this number.
    Line(usize),
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
}

/// A point in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCursor {
    /// The first row that isn't finished.
    pub row: usize,
    /// The columns' widths, settled on the first page.
    pub columns: Arc<[Len]>,
    /// The cells that began above and go on, by index; `None` where their content is finished.
    pub open: Vec<OpenCell>,
}

/// A cell that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCell {
    /// Its index.
    pub cell: usize,
    /// Where its content goes on; `None` where only its box does.
    pub from: Option<Cursor>,
}
