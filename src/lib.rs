//! From a report definition to a finished Korean public report.

pub mod cli;
pub mod decode;
pub mod def;
pub mod diag;
pub mod len;
pub mod outline;
pub mod report;
pub mod resolve;
pub mod source;

use diag::Diagnostics;
use report::Report;
use source::SourceMap;

/// Reads a report: its definition as written, then as meant. Everything that is wrong goes into `sink`; the report is
/// given only where nothing is.
pub fn read(sources: &mut SourceMap, sink: &mut Diagnostics) -> Option<Report> {
    let file = sources.read_report(sink)?;
    let def = decode::decode(file, sources, sink)?;
    let report = resolve::resolve(def, file, sources, sink);
    (!sink.has_errors()).then_some(report)
}
