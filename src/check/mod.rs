//! Finds what a careful reader would: figures that don't add up, dates that can't be, places that contradict each other, writing that slips.
//!
//! The report is read once: its lines and tables with every amount and date in them. Each rule is a file, and looks at that reading alone.
//! Precision goes before completeness: a rule speaks where the text implies what it checks.

mod across;
mod dates;
mod declared;
mod found;
mod ledger;
mod number;
mod reach;
mod read;
mod tables;
mod text;
mod writing;

use crate::diag::Diagnostic;
use crate::model::report::Report;
use found::Found;
pub(crate) use ledger::{Counts, Ledger};

/// What is found in a report, less what its author allows.
pub(crate) fn check(report: &Report) -> Vec<Diagnostic> {
    audit(report).0
}

/// The same, with all that was compared.
pub(crate) fn audit(report: &Report) -> (Vec<Diagnostic>, Ledger) {
    let reading = read::read(report);
    let mut found = Found::default();
    tables::relations(&reading, &mut found);
    tables::shares(&reading, &mut found);
    tables::subsets(&reading, &mut found);
    text::breakdowns(&reading, &mut found);
    text::items(&reading, &mut found);
    text::changes(&reading, &mut found);
    text::counts(&reading, &mut found);
    text::percents(&reading, &mut found);
    text::products(&reading, &mut found);
    text::spelled_out(&reading, &mut found);
    dates::calendar(&reading, &mut found);
    dates::as_of(&reading, &mut found);
    dates::order(&reading, &mut found);
    across::tables(&reading, &mut found);
    across::headings(&reading, &mut found);
    across::numbering(&reading, &mut found);
    across::references(&reading, &mut found);
    across::serial(&reading, &mut found);
    across::stated(&reading, &mut found);
    across::stated_again(&reading, &mut found);
    writing::brackets(&reading, &mut found);
    writing::spelling(&reading, &mut found);
    writing::units(&reading, &mut found);
    writing::numbers(&reading, &mut found);
    writing::number_style(&reading, &mut found);
    writing::date_style(&reading, &mut found);
    writing::personal(&reading, &mut found);
    writing::to_fill(&reading, &mut found);
    declared::declared(&reading, &mut found);
    let mut ledger = std::mem::take(&mut found.ledger);
    ledger.count(&reading);
    (found.less_allowed(&reading), ledger)
}
