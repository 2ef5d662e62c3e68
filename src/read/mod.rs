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

use crate::diag::{Diagnostic, Diagnostics};
use crate::model::report::Report;
use files::Files;

/// Reads a report: its definition as written, then as meant. Everything that is wrong goes into `sink`; the report is
/// given only where nothing is.
pub(crate) fn report(files: &mut Files, sink: &mut Diagnostics) -> Option<Report> {
    let report = report_in_parts(files, sink)?;
    (!sink.has_errors()).then_some(report)
}

/// The same for who looks at what it says: a key that nobody knows keeps nothing else from being read.
pub(crate) fn report_to_check(files: &mut Files, sink: &mut Diagnostics) -> Option<Report> {
    let report = report_in_parts(files, sink)?;
    sink.has_but_unknown_keys().then_some(report)
}

/// What could be read, whatever is wrong.
fn report_in_parts(files: &mut Files, sink: &mut Diagnostics) -> Option<Report> {
    let file = files.read_report(sink)?;
    if let Some(problem) = files.part_instead(file) {
        sink.push(Diagnostic::without_place(problem));
        return None;
    }
    let def = decode::decode(file, &files.sources, sink)?;
    Some(resolve::resolve(def, file, files, sink))
}
