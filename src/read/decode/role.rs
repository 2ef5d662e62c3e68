//! What a key's value is to a report of another year.

/// What a key's value is to a report of another year, said where the key of a report's definition is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Keys of its own, each with its role.
    Keys,
    /// The same in every year: a file, the name of a block, a measure, a choice.
    Fixed,
    /// Words that may say the year, or a day of it: a title, a name, a note.
    Year,
    /// A day, or words that say one.
    Day,
    /// A figure of the year, or a text with such figures.
    Figure,
    /// Cells of a table's body: whatever has a digit in it is a figure of the year.
    Cell,
    /// Lines that begin with a name that others refer to; after a colon come figures of the year.
    NameAndFigure,
    /// An outline: the year's results, below headings that say so, and what is planned.
    Result,
    /// The session of the council, which is numbered on.
    Session,
}
