//! From a report definition to a finished Korean public report.

pub mod font;
pub mod len;
pub mod report;
pub mod source;
