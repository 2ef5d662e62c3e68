//! `bogoseo check`: everything that is wrong with a report.

use super::args::{CheckArgs, Format};
use super::environment::Environment;
use super::output::{Answer, Failure, print};
use crate::diag::{Diagnostics, Severity, to_json, to_text};
use crate::source::SourceMap;

/// Reads the report, sets it in pages, and prints what was found. Notes alone are nothing to see to.
pub(super) fn run(args: &CheckArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut sources = SourceMap::of_report(&args.report).with_template(args.template.as_deref());
    let mut sink = Diagnostics::new();
    crate::set(&mut sources, &mut sink);
    let findings = sink.finish();
    match args.format {
        Format::Text => print(&to_text(&findings, &sources, environment.style()))?,
        Format::Json => print(&to_json(&findings, &sources, environment.lang))?,
    }
    let clean = findings.list.iter().all(|found| found.problem.severity() == Severity::Note);
    Ok(if clean { Answer::Clean } else { Answer::Findings })
}
