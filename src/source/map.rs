//! The files of a run, by their ids.

use std::path::Path;

use super::{FileId, Position, Source, Span};

/// The files of a run.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<Source>,
}

impl SourceMap {
    /// No files yet.
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    /// Adds a file.
    pub fn add(&mut self, source: Source) -> FileId {
        let id = FileId(self.files.len() as u32);
        self.files.push(source);
        id
    }

    /// A file, if it is one of this run.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }

    /// A file's text; empty for a file of another run.
    pub fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.text)
    }

    /// A file's path; empty for a file of another run.
    pub fn path(&self, file: FileId) -> &Path {
        self.get(file).map_or(Path::new(""), |source| &source.path)
    }

    /// Where a span begins and ends, as people count.
    pub fn positions(&self, span: Span) -> Option<(Position, Position)> {
        let source = self.get(span.file)?;
        Some((source.position(span.start as usize), source.position(span.end as usize)))
    }
}
