//! Files that were read and places in them: the addresses that every stage speaks in.

use std::path::{Path, PathBuf};

use super::written::Written;

/// A file of this run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FileId(pub u32);

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes as a range.
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A file's text.
#[derive(Debug)]
pub(crate) struct Source {
    /// Where it was read from, as messages name it.
    pub path: PathBuf,
    /// What it holds, in the form in which it is read.
    pub text: String,
    /// What was written, where it is read in another form.
    written: Option<Box<Written>>,
    /// Its path relative to the report's folder.
    inside: PathBuf,
    /// The byte each line begins at.
    lines: Vec<u32>,
}

/// A place as people count: lines and columns from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Source {
    /// A text and where it was read from.
    pub(crate) fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Source {
        let path = path.into();
        Source::inside_report(path.clone(), &path, text.into(), None)
    }

    /// A file of the report: how messages name it, its path relative to the report's folder, and what was written where that is read otherwise.
    pub(crate) fn inside_report(path: PathBuf, inside: &Path, text: String, written: Option<Box<Written>>) -> Source {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        // Files beyond the reach of `u32` are refused before they come here.
        let lines = std::iter::once(0).chain(ends.map(|(at, _)| at as u32 + 1)).collect();
        Source { path, text, written, inside: inside.to_path_buf(), lines }
    }

    /// Its path relative to the report's folder.
    pub(crate) fn inside(&self) -> &Path {
        &self.inside
    }

    /// What it holds, as it was written.
    pub(crate) fn as_written(&self) -> &str {
        self.written.as_ref().map_or(&self.text, |written| &written.text)
    }

    /// The bytes of [`Source::as_written`] where these of the text stand.
    pub(crate) fn range_written(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        self.written.as_ref().map_or(range.clone(), |written| written.range(range))
    }

    /// Line and column of a byte, in the file as it was written: an editor that goes there stands at the letter. Beyond the text, of its end.
    pub(crate) fn position(&self, byte: usize) -> Position {
        self.position_by(byte, Written::start)
    }

    /// The same of the byte that a place ends before.
    pub(crate) fn end_position(&self, byte: usize) -> Position {
        self.position_by(byte, Written::end)
    }

    fn position_by(&self, byte: usize, of: fn(&Written, usize) -> usize) -> Position {
        let byte = self.char_start(byte);
        let line = self.line_of(byte);
        let start = self.line_range(line).start.min(byte);
        let before = match &self.written {
            Some(written) => written.text.get(written.start(start)..of(written, byte)).unwrap_or_default(),
            None => &self.text[start..byte],
        };
        Position { line: line + 1, column: before.chars().count() + 1 }
    }

    /// The line, from 0, that a byte stands in.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|&start| start as usize <= byte).saturating_sub(1)
    }

    /// The bytes of a line, from 0, without its end.
    pub(crate) fn line_range(&self, line: usize) -> std::ops::Range<usize> {
        let start = self.lines.get(line).map_or(self.text.len(), |&start| start as usize);
        let end = self.lines.get(line + 1).map_or(self.text.len(), |&next| next as usize);
        let text = &self.text[start..end];
        start..start + text.trim_end_matches(['\n', '\r']).len()
    }

    /// The nearest start of a character at or before a byte.
    pub(crate) fn char_start(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte)
    }
}

/// The texts of a run, by id.
#[derive(Debug, Default)]
pub(crate) struct SourceMap {
    files: Vec<Source>,
}

impl SourceMap {
    /// Adds a text.
    pub(crate) fn add(&mut self, source: Source) -> FileId {
        // A run has far fewer files than an id can tell apart: each must be named in one that is at most 64 MiB.
        let id = FileId(self.files.len() as u32);
        self.files.push(source);
        id
    }

    /// A file, if it is one of this run.
    pub(crate) fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }

    /// All files, in the order in which they were read.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().zip(0..).map(|(source, id)| (FileId(id), source))
    }

    /// A file's text; empty for a file of another run.
    pub(crate) fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.text)
    }

    /// A file's path; empty for a file of another run.
    pub(crate) fn path(&self, file: FileId) -> &Path {
        self.get(file).map_or(Path::new(""), |source| &source.path)
    }

    /// What a definition calls a file: its path within the report's folder, without `.toml`.
    pub(crate) fn called(&self, file: FileId) -> Option<String> {
        let path = self.get(file)?.inside().with_extension("");
        Some(path.to_string_lossy().replace('\\', "/"))
    }

    /// Where a span begins and ends, as people count.
    pub(crate) fn positions(&self, span: Span) -> Option<(Position, Position)> {
        let source = self.get(span.file)?;
        Some((source.position(span.start as usize), source.end_position(span.end as usize)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let source = Source::new("a.toml", "가나\r\n다라\n");
        let at = |byte| {
            let position = source.position(byte);
            (position.line, position.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 2));
        assert_eq!(at(4), (1, 2), "inside a character is at it");
        assert_eq!(at(8), (2, 1));
        assert_eq!(at(14), (2, 3));
        assert_eq!(at(15), (3, 1));
        assert_eq!(at(99), (3, 1));
        assert_eq!(source.line_range(0), 0..6);
    }
}
