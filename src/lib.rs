//! From a report definition to a finished Korean public report.

pub mod decode;
pub mod diag;
pub mod document;
pub mod font;
pub mod layout;
pub mod len;
pub mod pdf;
pub mod report;
pub mod source;
pub mod structure;
pub mod text;
pub mod theme;
