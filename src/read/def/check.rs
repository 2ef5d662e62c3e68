//! Relations that a report's author declares to hold.

use crate::read::decode::{Typed, keys};

keys! {
    /// A relation that must hold; the check says where it doesn't.
    pub struct CheckDef {
        /// An expression over values and the cells of this file's tables, without `{{` and `}}`: `staff["현원"]["계"] <= staff["정원"]["계"]`.
        expr: Typed,
        /// Why it must hold, for who reads that it doesn't.
        why: Typed,
    }
}
