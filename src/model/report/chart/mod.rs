//! Charts of a report, as meant.

mod month;
mod office;
mod process;
mod timeline;

pub(crate) use month::{Month, When};
pub(crate) use office::Office;
pub(crate) use process::{Arrow, Direction, MOST_LEAVING, Process, Step};
pub(crate) use timeline::{Row, Task, Time, Timeline};

use std::sync::Arc;

use super::{Table, Text};

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Chart {
    /// 조직도: who stands below whom.
    Organisation(Office<Text>),
    /// 추진체계: what follows what.
    Process(Process<Text>),
    /// 추진일정: what is done when.
    Timeline(Timeline<Text>),
    /// A table's figures.
    Data(DataChart),
}

/// A chart of a table's figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DataChart {
    /// How they are drawn.
    pub kind: DataKind,
    /// The table; which of its rows and columns are totals is the template's to say.
    pub table: Arc<Table>,
    /// Whether the rows are the series, and not the columns.
    pub by_rows: bool,
    /// The rows.
    pub rows: Picked,
    /// The columns.
    pub columns: Picked,
    /// The figures of each row, one a column.
    pub figures: Vec<Vec<Option<Datum<Text>>>>,
    /// How many decimals the unit of the figures has.
    pub decimals: u32,
    /// The sign of figures below zero, as the table has it.
    pub below_zero: char,
    /// The unit, `명`.
    pub unit: Option<Text>,
    /// The unit that is written in the cells; empty for none.
    pub written_unit: String,
}

/// A figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Datum<T> {
    /// How much it is, in units of the last decimal.
    pub amount: i128,
    /// As it is printed.
    pub printed: T,
}

/// A name and perhaps a detail below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BoxText<T> {
    /// The name.
    pub name: T,
    /// The detail: a head count, who does it.
    pub detail: Option<T>,
}

impl<T> BoxText<T> {
    /// Its texts from the top.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.name).chain(&self.detail)
    }
}

/// Rows or columns of a table that are drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Picked {
    /// Their names, in order.
    pub names: Vec<Text>,
    /// Their places in the table.
    pub places: Vec<usize>,
    /// Whether the author named them; else those that are totals are left out.
    pub chosen: bool,
}

/// How figures are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DataKind {
    /// Columns, beside each other or on each other.
    Columns {
        /// Whether on each other.
        stacked: bool,
    },
    /// Bars, below each other or in one row.
    Bars {
        /// Whether in one row.
        stacked: bool,
    },
    /// Lines through points.
    Lines,
    /// The parts of a whole.
    Pie {
        /// Whether around their sum.
        ring: bool,
    },
}
