//! The kinds of thing in a report that have a name: what a definition refers to, and what messages speak of.

/// A kind of thing that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    /// A table.
    Table,
    /// An image.
    Image,
    /// A chart.
    Chart,
    /// A project.
    Project,
    /// A row of a table.
    Row,
    /// A column of a table.
    Column,
}
