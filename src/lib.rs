//! From a report definition to a finished Korean public report.

pub mod decode;
pub mod diag;
pub mod len;
pub mod report;
pub mod source;
