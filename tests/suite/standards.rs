//! The promises of the file, asked of a validator that isn't ours: veraPDF, where it and Java are at hand.

use std::path::PathBuf;
use std::process::Command;

use crate::support::{Place, not_tried, root};

/// The validator's command, which fetches its engine when it is first run: `BOGOSEO_VERAPDF`, or the one of the tests.
fn validator() -> Option<PathBuf> {
    let own = || root().join("tests/verapdf/verapdf");
    let path = std::env::var_os("BOGOSEO_VERAPDF").map_or_else(own, PathBuf::from);
    let works = Command::new(&path).arg("--help").output().is_ok_and(|output| output.status.success());
    works.then_some(path)
}

#[test]
fn every_standard_is_kept_by_what_claims_it() {
    let Some(validator) = validator() else {
        not_tried("veraPDF (BOGOSEO_VERAPDF) or Java");
        return;
    };
    let place = Place::new("standards");
    let standards = [
        ("a-2a+ua-1", "2a,ua1"),
        ("a-1a", "1a"),
        ("a-1b", "1b"),
        ("a-2a", "2a"),
        ("a-2b", "2b"),
        ("a-3a", "3a"),
        ("a-3a+ua-1", "3a,ua1"),
        ("ua-1", "ua1"),
    ];
    // The sample has a page of every kind of table; the finished standard is asked of it too.
    let asked = standards.map(|(standard, flavours)| (standard, flavours, "mapo-2021"));
    let asked = [&asked[..], &[("a-2a+ua-1", "2a,ua1", "sample")]].concat();
    let ask = |&(standard, flavours, report): &(&str, &str, &str)| {
        let file = place.0.join(format!("{report}-{standard}.pdf"));
        // What may hold other files is asked with them.
        let attached = standard.starts_with("a-3a").then_some("--attach-sources");
        let mut build = place.command(&["build", "--quiet", "--standard", standard, "-o"]);
        let built = build.arg(&file).arg(root().join("reports").join(report)).args(attached).status();
        assert!(built.expect("the program runs").success(), "{report}, {standard}");
        let output = Command::new(&validator).args(["--show", "5", "--flavour", flavours]).arg(&file).output();
        let output = output.expect("the validator runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{report}, {standard}: {said}");
    };
    // The validator uses one core, for longer than anything else here takes.
    let (one, other) = asked.split_at(asked.len() / 2);
    std::thread::scope(|threads| {
        threads.spawn(|| one.iter().for_each(ask));
        other.iter().for_each(ask);
    });
}
