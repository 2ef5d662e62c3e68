//! From pages to files: the PDF, the files that it carries, and the disk.

pub(crate) mod attachments;
pub(crate) mod output;
pub(crate) mod pdf;
pub(crate) mod picture;
