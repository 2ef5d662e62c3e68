//! `bogoseo check`: everything that is wrong with a report.

use super::args::{CheckArgs, Format};
use super::environment::Environment;
use super::ledger;
use super::output::{Answer, Failure, deliver, print, print_json};
use crate::build::Run;
use crate::diag::Severity;

/// Reads the report, sets it in pages, checks what it says, and prints what was found. Hints and notes alone are nothing to see to.
pub(super) fn run(args: &CheckArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut run = Run::new(args.report.files());
    let ledger = run.check();
    if let Some((ledger, target)) = ledger.as_ref().zip(args.ledger.as_ref()) {
        let table = ledger::csv(ledger, &run.files.sources, environment.lang);
        deliver(target, table.as_bytes(), &mut run.sink)?;
    }
    let findings = run.end();
    match args.format {
        Format::Text => {
            print(&findings.text(environment.style()))?;
            if let Some(ledger) = ledger {
                let nothing = findings.found.list.is_empty();
                print(&ledger::closing(ledger.counts(), nothing, environment.lang))?;
            }
        }
        Format::Sarif => print_json(&findings.sarif(environment.lang))?,
        Format::Json => print_json(&findings.list(environment.lang))?,
    }
    let is_clean = findings.count(Severity::Error) + findings.count(Severity::Warning) == 0;
    Ok(if is_clean { Answer::Clean } else { Answer::Findings })
}
