//! What was compared: nothing differs in the ledger that isn't said, and nothing is said of figures that isn't in the ledger.

use std::collections::BTreeSet;

use crate::check::audit;
use crate::diag::Diagnostics;
use crate::laws::support::{mapo, sample};
use crate::model::source::Span;
use crate::read::files::Files;

#[test]
fn the_ledger_and_the_findings_say_the_same() {
    for folder in [mapo(), sample()] {
        let report = crate::read::report(&mut Files::of_report(&folder), &mut Diagnostics::new());
        let report = report.expect("the report has no errors");
        let (found, ledger) = audit(&report);
        let rules: BTreeSet<&str> = ledger.compared.iter().map(|it| it.rule).collect();
        assert!(rules.len() > 5, "{rules:?}");
        let places = |of: &crate::diag::Diagnostic| -> Vec<Span> {
            of.span.into_iter().chain(of.related.iter().map(|(place, _)| *place)).collect()
        };
        let said: BTreeSet<Span> = found.iter().flat_map(places).collect();
        let differing: BTreeSet<Span> = ledger.compared.iter().filter(|it| !it.agrees).map(|it| it.given).collect();
        assert!(differing.iter().all(|place| said.contains(place)), "{:?}", differing.difference(&said));
        for finding in found.iter().filter(|it| rules.contains(it.problem.code())) {
            assert!(places(finding).iter().any(|place| differing.contains(place)), "{}", finding.problem.code());
        }
        let counts = ledger.counts();
        assert!(counts.differing <= counts.compared && counts.compared <= counts.figures, "{counts:?}");
        assert_eq!(counts.differing, differing.len(), "all of them are figures of the report");
    }
}
