//! The files that a report was made from, inside the PDF that was made from them: a report can be built again from its own printout's file.

mod collect;
mod read;

pub(crate) use collect::collect;
pub(crate) use read::read;

use std::path::Path;

use crate::diag::Diagnostics;
use crate::read::files::Files;
use crate::read::pdf_file;

/// A report as it is named on the command line: its folder, its own file, or a PDF that holds its files. `None` after reporting why
/// there is none.
pub(crate) fn open(path: &Path, sink: &mut Diagnostics) -> Option<Files> {
    let is_pdf = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("pdf"));
    if !is_pdf || path.is_dir() {
        return Some(Files::of_report(path));
    }
    let data = sink.ok(pdf_file::read(path))?;
    let files = read(&path.to_string_lossy(), data, sink)?;
    Some(Files::in_memory(files.into_iter().map(|file| (file.path, file.data))))
}
