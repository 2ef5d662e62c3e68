//! Rules between places of a report.

mod headings;
mod numbering;
mod references;
mod serial;
mod stated;
mod stated_again;
mod tables;

pub(super) use headings::headings;
pub(super) use numbering::numbering;
pub(super) use references::references;
pub(super) use serial::serial;
pub(super) use stated::stated;
pub(super) use stated_again::stated_again;
pub(super) use tables::tables;
