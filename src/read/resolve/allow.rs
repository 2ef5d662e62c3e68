//! What the check may find and keeps to itself.

use super::text::required;
use crate::diag::{Diagnostics, KeyProblem, Problem, nearest};
use crate::model::report::Allow;
use crate::read::def::AllowDef;

/// The findings allowed; a code that the check doesn't have is refused.
pub(super) fn allow(defs: Vec<AllowDef>, sink: &mut Diagnostics) -> Vec<Allow> {
    let allowed = defs.into_iter().filter_map(|def| {
        required(&def.why, "why", sink);
        let code = required(&def.code, "code", sink).content;
        let known = Problem::check_codes().find(|known| *known == code);
        // What stands in for a missing code has been reported.
        if known.is_none() && !code.trim().is_empty() {
            let like = nearest(&code, Problem::check_codes()).map(str::to_owned);
            let problem = KeyProblem::UnknownChoice { value: code, like, choices: Problem::check_codes().collect() };
            sink.report(problem, def.code.span());
        }
        known.map(|code| Allow { code, span: def.code.span() })
    });
    allowed.collect()
}
