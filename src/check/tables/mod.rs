//! Rules of tables.

mod parts;
mod shares;
mod subsets;
mod sums;

pub(super) use shares::shares;
pub(super) use subsets::subsets;
pub(super) use sums::sums;
