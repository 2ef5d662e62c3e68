//! What the laws share.

pub(crate) mod accepted;
#[path = "../../support/archive.rs"]
mod archive;
#[path = "../../support/bombs.rs"]
pub(crate) mod bombs;
pub(crate) mod dump;
#[path = "../../support/files.rs"]
mod files;
#[path = "../../support/pdfs.rs"]
pub(crate) mod pdfs;
pub(crate) mod reading;
mod seeded;
pub(crate) mod spreadsheet;

pub(crate) use files::{mapo, root, sample};
pub(crate) use seeded::seeded;

use crate::build::Run;
use crate::diag::Diagnostics;
use crate::model::report::Report;
use crate::read::files::Files;
use crate::set::font::Fonts;
use crate::set::typeset::Typeset;

/// Reads a report and sets it in pages; what is found goes into `sink`.
pub(crate) fn set(files: &mut Files, sink: &mut Diagnostics) -> Option<(Typeset, Fonts)> {
    let report = crate::read::report(files, sink)?;
    set_read(&report, files, sink)
}

/// Sets a report that was read in pages; what is found goes into `sink`.
pub(crate) fn set_read(report: &Report, files: &mut Files, sink: &mut Diagnostics) -> Option<(Typeset, Fonts)> {
    let mut run = Run { files: std::mem::replace(files, Files::in_memory([("", "")])), sink: std::mem::take(sink) };
    let set = run.set(report);
    (*files, *sink) = (run.files, run.sink);
    set
}
