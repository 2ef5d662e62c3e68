//! From pages to files: the PDF, the files that it carries, and the disk.

pub mod attachments;
pub mod output;
pub mod pdf;
pub mod picture;
