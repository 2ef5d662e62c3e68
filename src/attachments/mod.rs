//! The files that a report was made from, inside the PDF that was made from them: a report can be built again from its own printout's file.

mod collect;
mod read;

pub use collect::collect;
pub use read::read;

use std::path::Path;

use crate::diag::Diagnostics;
use crate::source::{SourceMap, read_file};

/// A file within a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its path in the folder that it belongs to, with `/`.
    pub path: String,
    /// Its bytes.
    pub data: Vec<u8>,
}

/// The most bytes that a PDF may have which is read: far more than a report's, and still in memory with ease.
pub const LARGEST_PDF: u64 = 1 << 30;

/// A report as it is named on the command line: its folder, its own file, or a PDF that holds its files. `None` after reporting why
/// there is none.
pub fn open(path: &Path, sink: &mut Diagnostics) -> Option<SourceMap> {
    let is_pdf = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    if !is_pdf || path.is_dir() {
        return Some(SourceMap::of_report(path));
    }
    let data = read_file(path, LARGEST_PDF, sink)?;
    let files = read(&path.to_string_lossy(), data, sink)?;
    Some(SourceMap::in_memory(files.into_iter().map(|file| (file.path, file.data))))
}
