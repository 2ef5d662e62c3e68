//! What a report is, and what its pages are made of: lengths, places in files, the report as meant, the structure that is read aloud.

pub(crate) mod grid;
pub(crate) mod len;
pub(crate) mod picture;
pub(crate) mod report;
pub(crate) mod source;
pub(crate) mod structure;
pub(crate) mod written;
