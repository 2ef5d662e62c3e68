//! Where the files of the repository are that tests read.

use std::path::{Path, PathBuf};

/// The repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The 2021 report.
pub(crate) fn mapo() -> PathBuf {
    root().join("reports/mapo-2021")
}

/// The report that has one of everything.
pub(crate) fn sample() -> PathBuf {
    root().join("reports/sample")
}
