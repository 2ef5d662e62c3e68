//! Words of a template for what the program makes of reports: comparisons, and reports of another year.

use crate::read::decode::{Typed, keys};

keys! {
    /// The words of a comparison of two reports (신구대비표), which is set like a report.
    pub struct ComparisonDef {
        /// Its title.
        title: Typed,
        /// The head of the column of places.
        place: Typed,
        /// The head of the column of the old report.
        old: Typed,
        /// The head of the column of the new report.
        new: Typed,
        /// What is called so that belongs to no section of its own.
        whole: Typed,
        /// What stands in the old column beside something new.
        added: Typed,
        /// What stands in the new column beside something that is gone.
        removed: Typed,
        /// What stands in the new column of something that was moved.
        moved: Typed,
        /// What stands in the new column of something that only looks different.
        look: Typed,
    }
}

keys! {
    /// What is emptied where a report is carried over to another year.
    pub struct CarryOverDef {
        /// The words, without blanks, that a heading of results has in it.
        results: Vec<Typed>,
        /// The units that follow a figure.
        units: Vec<Typed>,
    }
}
