//! `bogoseo check`: everything that is wrong with a report.

use super::args::{CheckArgs, Format};
use super::environment::Environment;
use super::output::{Answer, Failure, print};
use crate::check::check;
use crate::diag::{Diagnostics, Severity, to_json, to_sarif, to_text};
use crate::read::files::Files;

/// Reads the report, sets it in pages, checks what it says, and prints what was found. Hints and notes alone are nothing to see to.
pub(super) fn run(args: &CheckArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut files = Files::of_report(&args.report).with_template(args.template.as_deref());
    let mut sink = Diagnostics::new();
    if let Some(report) = crate::read(&mut files, &mut sink) {
        crate::set_read(&report, &mut files, &mut sink);
        check(&report).into_iter().for_each(|found| sink.push(found));
    }
    let findings = sink.finish();
    match args.format {
        Format::Text => print(&to_text(&findings, &files.sources, environment.style()))?,
        Format::Sarif => print(&to_sarif(&findings, &files.sources, environment.lang))?,
        Format::Json => print(&to_json(&findings, &files.sources, environment.lang))?,
    }
    let clean = findings.list.iter().all(|found| found.severity >= Severity::Hint);
    Ok(if clean { Answer::Clean } else { Answer::Findings })
}
