//! From pages to files: the PDF, the files that it carries, the 한글 document, and the disk.

pub(crate) mod attachments;
#[cfg(feature = "hwpx")]
pub(crate) mod hwpx;
pub(crate) mod output;
pub(crate) mod pdf;
pub(crate) mod picture;
