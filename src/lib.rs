//! From a report definition to a finished Korean public report.

pub mod font;
pub mod layout;
pub mod len;
pub mod report;
pub mod source;
pub mod structure;
pub mod text;
