//! Programs of others that some tests need: where they are, and what is said where they aren't.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Set where every program that a test needs must be there: a test without it fails.
const REQUIRED: &str = "BOGOSEO_REQUIRE_TOOLS";

/// Says that a test could not be tried, and how many could not; where tools are required that is a failure.
pub(crate) fn not_tried(missing: &str) {
    assert!(std::env::var_os(REQUIRED).is_none(), "{REQUIRED} is set, and there is no {missing}");
    not_possible(missing);
}

/// The same of what can't be installed, but is the system's to allow.
pub(crate) fn not_possible(missing: &str) {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed) + 1;
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    // Beside what the test harness holds back of tests that pass.
    let _ = writeln!(std::io::stderr(), "NOT TRIED ({count}): {test}: there is no {missing}");
}

/// A program by its name, where programs are.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&paths).chain(["/usr/sbin", "/sbin"].map(PathBuf::from));
    folders.map(|folder| folder.join(name)).find(|path| Path::is_file(path))
}
