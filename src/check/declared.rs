//! Relations that the author declares, where they don't hold.

use super::found::Found;
use super::read::Reading;
use crate::diag::{AcrossProblem, Diagnostic};

/// They belong to no section: `allow` silences them for all of the report.
pub(super) fn declared(reading: &Reading<'_>, found: &mut Found) {
    for claim in &reading.report.claims {
        found.ledger.add("declared", claim.holds, claim.span, []);
        if claim.holds {
            continue;
        }
        let problem = AcrossProblem::Declared { why: claim.why.content.clone(), sides: claim.sides.clone() };
        found.push(0, None, Diagnostic::new(problem, claim.span));
    }
}
