//! What stands in prose as people write it: dates; and the place in a text that its readers move along.

mod date;
mod scan;

pub(crate) use date::{DateStyle, Dated, dates};
pub(crate) use scan::Scan;
