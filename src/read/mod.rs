//! From files to the report as meant.

pub(crate) mod composed;
pub(crate) mod data;
pub(crate) mod decode;
pub(crate) mod def;
pub(crate) mod files;
pub(crate) mod joins;
pub(crate) mod numbers;
pub(crate) mod outline;
pub(crate) mod pdf_file;
pub(crate) mod picture;
pub(crate) mod prose;
pub(crate) mod resolve;
pub(crate) mod value;

use crate::diag::Diagnostics;
use crate::model::report::Report;
use files::Files;

/// Reads a report: its definition as written, then as meant. Everything that is wrong goes into `sink`; the report is
/// given only where nothing is.
pub(crate) fn report(files: &mut Files, sink: &mut Diagnostics) -> Option<Report> {
    let file = files.read_report(sink)?;
    let def = decode::decode(file, &files.sources, sink)?;
    let report = resolve::resolve(def, file, files, sink);
    (!sink.has_errors()).then_some(report)
}
