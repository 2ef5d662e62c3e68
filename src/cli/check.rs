//! `bogoseo check`: everything that is wrong with a report.

use super::args::{CheckArgs, Format};
use super::environment::Environment;
use super::output::{Answer, Failure, print};
use crate::diag::{Diagnostics, to_json, to_text};
use crate::source::SourceMap;

/// Reads the report and prints what was found.
pub(super) fn run(args: &CheckArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut sources = SourceMap::of_report(&args.report);
    let mut sink = Diagnostics::new();
    crate::read(&mut sources, &mut sink);
    let findings = sink.finish();
    match args.format {
        Format::Text => print(&to_text(&findings, &sources, environment.style()))?,
        Format::Json => print(&to_json(&findings, &sources, environment.lang))?,
    }
    Ok(if findings.is_empty() { Answer::Clean } else { Answer::Findings })
}
