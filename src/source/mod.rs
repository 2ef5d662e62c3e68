//! Files and places in them: the first stage, and the addresses every later stage speaks in.

use std::path::PathBuf;

/// A file of this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

/// A file's text.
#[derive(Debug)]
pub struct Source {
    /// Where it was read from, as messages name it.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
}
