//! From files to the report as meant.

pub mod data;
pub mod decode;
pub mod def;
pub mod files;
pub mod numbers;
pub mod outline;
pub mod pdf_file;
pub mod picture;
pub mod prose;
pub mod resolve;
pub mod value;

use crate::diag::Diagnostics;
use crate::model::report::Report;
use files::Files;

/// Reads a report: its definition as written, then as meant. Everything that is wrong goes into `sink`; the report is
/// given only where nothing is.
pub fn report(files: &mut Files, sink: &mut Diagnostics) -> Option<Report> {
    let file = files.read_report(sink)?;
    let def = decode::decode(file, &files.sources, sink)?;
    let report = resolve::resolve(def, file, files, sink);
    (!sink.has_errors()).then_some(report)
}
