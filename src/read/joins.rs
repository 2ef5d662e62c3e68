//! `<` and `^`, typed instead of what a cell holds: they join it to its neighbour. `\<` and `\^` print them.

use std::ops::Range;

use crate::model::grid::Join;

/// What a cell is joined to in which this is typed.
pub(crate) fn join(typed: &str) -> Option<Join> {
    match typed {
        "<" => Some(Join::Left),
        "^" => Some(Join::Above),
        _ => None,
    }
}

/// The sign that joins a cell.
pub(crate) fn sign(join: Join) -> &'static str {
    match join {
        Join::Left => "<",
        Join::Above => "^",
    }
}

/// The part of what is typed that is printed, where that is such a sign.
pub(crate) fn printed(typed: &str) -> Option<Range<usize>> {
    matches!(typed, "\\<" | "\\^").then_some(1..2)
}
