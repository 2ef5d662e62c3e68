//! A file of a report as the format wants it: what was pasted into its outlines is typed with plain blanks and composed letters, and nothing else is touched.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diag::{Diagnostic, Diagnostics, FileProblem};
use crate::model::source::{FileId, Source, SourceMap, Span};
use crate::read::composed::{Composed, compose};
use crate::read::decode::{self, Outlines, Typed};
use crate::read::files::{Disk, Folder, LARGEST, read_alone};
use crate::read::outline::{Changes, tidy_body, tidy_cell};

/// A file that was tidied.
#[derive(Debug)]
pub(crate) struct Tidied {
    /// All of it.
    pub text: String,
    /// How many places were changed.
    pub places: usize,
}

/// The mark that some editors let a text begin with.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Folders within folders that are looked into.
const DEEPEST: usize = 8;

/// Tidies a file; `None` after reporting why it can't be read.
pub(crate) fn tidy(path: &Path, sources: &mut SourceMap, sink: &mut Diagnostics) -> Option<Tidied> {
    let bytes = sink.ok(read_alone(path, LARGEST))?;
    let name = path.to_string_lossy().into_owned();
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let byte = error.utf8_error().valid_up_to();
            sink.push(Diagnostic::without_place(FileProblem::NotUtf8 { name, byte }));
            return None;
        }
    };
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let file = sources.add(Source::new(path, &text[mark..]));
    let Tidied { text: tidied, places } = tidy_text(file, sources, sink)?;
    Some(Tidied { text: text[..mark].to_owned() + &tidied, places })
}

/// Tidies a text that was read.
pub(crate) fn tidy_text(file: FileId, sources: &SourceMap, sink: &mut Diagnostics) -> Option<Tidied> {
    let outlines: Outlines = decode::decode(file, sources, sink)?;
    if sink.has_errors_in(file) {
        return None;
    }
    let mut changes: Changes = Vec::new();
    let text = sources.text(file);
    for body in &outlines.bodies {
        changes.extend(in_file(body, tidy_body(body)));
        changes.extend(recomposed(body, text));
    }
    for cell in &outlines.cells {
        changes.extend(in_file(cell, tidy_cell(cell)));
        changes.extend(recomposed(cell, text));
    }
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let mut tidied = String::with_capacity(text.len());
    let (mut at, mut places) = (0, 0);
    for (range, with) in changes {
        // What was changed already is left as it is.
        let Some(kept) = text.get(at..range.start) else { continue };
        tidied += kept;
        tidied += &with;
        at = range.end;
        places += 1;
    }
    tidied += text.get(at..).unwrap_or_default();
    Some(Tidied { text: tidied, places })
}

/// Changes of a text as changes of its file.
fn in_file(typed: &Typed, changes: Changes) -> impl Iterator<Item = (Range<usize>, String)> {
    changes.into_iter().filter_map(|(range, with)| {
        let place = match range.is_empty() {
            false => typed.place(range).range(),
            // Where nothing stands, what is put there goes before the letter behind it.
            true => {
                let next = typed.content.get(range.start..)?.chars().next()?;
                let Span { start, .. } = typed.place(range.start..range.start + next.len_utf8());
                start as usize..start as usize
            }
        };
        Some((place, with))
    })
}

/// Letters of a text that are written otherwise than they are read: decomposed Hangul, signs in private use.
fn recomposed(typed: &Typed, text: &str) -> Changes {
    let span = typed.span().range();
    let Some(raw) = text.get(span.clone()) else { return Changes::new() };
    let Composed { text: read, written } = compose(raw.to_owned());
    let moves = written.iter().flat_map(|written| written.moves());
    moves
        .map(|it| (span.start + it.written.start..span.start + it.written.end, read[it.read.clone()].to_owned()))
        .collect()
}

/// The definitions in a folder and those below it, or the file itself.
pub(crate) fn definitions(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_path_buf()];
    }
    let disk = Disk::new(path);
    let mut found = Vec::new();
    let mut folders = vec![(PathBuf::new(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        for name in disk.names(&folder).into_iter().filter(|name| !name.starts_with('.')) {
            let inside = folder.join(&name);
            if path.join(&inside).is_dir() {
                folders.extend((depth < DEEPEST).then_some((inside, depth + 1)));
            } else if name.ends_with(".toml") {
                found.push(disk.shown(&inside));
            }
        }
    }
    found.sort();
    found
}
