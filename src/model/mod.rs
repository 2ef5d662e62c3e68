//! What a report is, and what its pages are made of: lengths, places in files, the report as meant, the structure that is read aloud.

pub mod len;
pub mod picture;
pub mod report;
pub mod source;
pub mod structure;
