//! What was accepted, beside what is found now: golden files, and the lines in which they differ.

use std::fmt::Write;
use std::path::Path;

use similar::{ChangeTag, TextDiff};

/// The lines around a difference that are shown with it.
const AROUND: usize = 3;

/// Whether a golden file is to be written anew instead of being compared.
pub(crate) fn accepts() -> bool {
    std::env::var_os("BOGOSEO_ACCEPT").is_some()
}

/// Compares what is found with a golden file, or writes it there if it is accepted. Gives the lines that differ, if any do.
pub(crate) fn compare(path: &Path, found: &str) -> Option<String> {
    let accepted = std::fs::read_to_string(path).unwrap_or_default();
    if accepted == found {
        return None;
    }
    if accepts() {
        std::fs::write(path, found).expect("a golden file can be written");
        return None;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Some(format!("{name}\n{}", differences(&accepted, found)))
}

/// Fails with all that differs, if anything does.
pub(crate) fn none_differ(different: &[String]) {
    let shown = different.join("\n");
    assert!(different.is_empty(), "{} not as accepted; BOGOSEO_ACCEPT=1 accepts:\n{shown}", different.len());
}

/// The lines that went (`-`) and came (`+`), with some around them and the numbers of both sides' lines.
pub(crate) fn differences(accepted: &str, found: &str) -> String {
    let diff = TextDiff::from_lines(accepted, found);
    let mut shown = String::new();
    for (index, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        let mut begins = true;
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (old, new) = (change.old_index().map(|at| at + 1), change.new_index().map(|at| at + 1));
            if std::mem::take(&mut begins) {
                let gap = if index == 0 { "" } else { "\n" };
                let at = |line: Option<usize>| line.map_or("…".to_owned(), |line| line.to_string());
                let _ = writeln!(shown, "{gap}@@ {} → {} @@", at(old), at(new));
            }
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let _ = writeln!(shown, "{sign}{}", change.value().trim_end_matches('\n'));
        }
    }
    shown
}

#[test]
fn only_what_differs_is_shown() {
    let lines = |changed: &str| -> String {
        (1..=20).map(|it| if it == 10 { format!("{changed}\n") } else { format!("{it}\n") }).collect()
    };
    let (old, new) = (lines("ten"), lines("열"));
    assert_eq!(differences(&old, &new), "@@ 7 → 7 @@\n 7\n 8\n 9\n-ten\n+열\n 11\n 12\n 13\n");
    assert_eq!(differences(&old, &old), "");
}
