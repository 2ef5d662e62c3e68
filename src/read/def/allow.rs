//! Findings of the check that their author allows.

use crate::read::decode::{Typed, keys};

keys! {
    /// A finding of the check that is right as it stands.
    pub struct AllowDef {
        /// The code of the finding, as the check names it.
        code: Typed,
        /// Why it is right.
        why: Typed,
    }
}
