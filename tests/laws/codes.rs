//! Everything that can be said has a test that makes it said.

use std::path::Path;

use crate::diag::Problem;
use crate::laws::support::root;

/// Files that name codes without making them said: this one, and the list of what is shown elsewhere than in a case.
const LISTS: [&str; 2] = ["tests/laws/codes.rs", "tests/laws/diagnostics.rs"];

/// What names codes: the sources of tests, what is said in cases and golden files, and the documentation's rules, whose examples are
/// tests too.
fn tests() -> String {
    let mut texts = String::new();
    let mut folders = vec![root().join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of tests").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Some(text) = names_codes(&path) {
                texts += &text;
                texts.push('\n');
            }
        }
    }
    for rule in include_str!("../../docs/checks.md").split("\n### `").skip(1) {
        texts += &format!("[{}]\n", rule.split('`').next().unwrap_or_default());
    }
    texts
}

fn names_codes(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let lines = |chosen: fn(&str) -> Option<String>| {
        let text = std::fs::read_to_string(path).expect("a test can be read");
        Some(text.lines().filter_map(chosen).collect::<Vec<_>>().join("\n"))
    };
    match inside.rsplit_once('.')?.1 {
        "rs" if !LISTS.contains(&inside.as_str()) => lines(|line| Some(line.to_owned())),
        // What is said, not the files of the case that it is said of.
        "txt" if inside.starts_with("tests/diagnostics/") => lines(|line| {
            let severity = line.split('[').next().unwrap_or_default();
            ["error", "warning", "hint", "note"].contains(&severity).then(|| line.to_owned())
        }),
        // A golden file begins with the codes of what is said.
        "txt" if inside.starts_with("tests/golden/") => lines(|line| Some(format!("[{line}]"))),
        _ => None,
    }
}

#[test]
fn every_code_is_named_by_a_test_that_makes_it_said() {
    let tests = tests();
    let named = |code: &str| tests.contains(&format!("\"{code}\"")) || tests.contains(&format!("[{code}]"));
    let missing: Vec<&str> = Problem::codes().filter(|code| !named(code)).collect();
    assert!(missing.is_empty(), "no test makes these said: {missing:?}");
}
