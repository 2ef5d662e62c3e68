//! A file that builds on others: what it says replaces, what it leaves out is theirs; every value keeps its place in its own file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Decode, Decoder, Value, syntax};
use crate::diag::Diagnostics;
use crate::model::source::{FileId, SourceMap, Span};

/// A file of those that are decoded as one. Places in them are counted over all of them, in the order in which they are.
pub(super) struct Layer<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    /// The place that its first byte has.
    pub(super) start: usize,
}

/// Reads files as one table of this type: the first replaces what the second says, and so on. Tables go together key by key; of lists of
/// tables, `[[item]]`, there are as many entries as the first file has, each taking what it leaves out from the one at its place, else from the last.
///
/// A file with syntax errors is read as far as it can be, so that the files it names are looked at as well; of the file
/// itself only the syntax errors are reported, since other findings might only follow from them.
pub(crate) fn decode_over<T: Decode>(files: &[FileId], sources: &SourceMap, sink: &mut Diagnostics) -> Option<T> {
    let mut layers: Vec<Layer<'_>> = Vec::with_capacity(files.len());
    let mut merged: Option<DeTable<'_>> = None;
    for &file in files {
        let text = sources.text(file);
        let start = layers.last().map_or(0, |last| last.start + last.text.len() + 1);
        let (root, errors) = DeTable::parse_recoverable(text);
        if !errors.is_empty() {
            syntax::report(&errors, file, text, sink);
        }
        let root = shifted_table(root.into_inner(), start);
        match &mut merged {
            Some(over) => lay(over, root),
            None => merged = Some(root),
        }
        layers.push(Layer { file, text, start });
    }
    let root = Spanned::new(0..0, DeValue::Table(merged?));
    T::decode(&root, &mut Decoder { layers: &layers, root: &root, sink })
}

/// The text that a key of a file's outermost table has, and where; looked at before the file is decoded.
pub(crate) fn text_of_key(file: FileId, key: &str, sources: &SourceMap) -> Option<(String, Span)> {
    let (root, _) = DeTable::parse_recoverable(sources.text(file));
    let value = root.get_ref().get(key)?;
    let DeValue::String(text) = value.get_ref() else { return None };
    let range = value.span();
    Some((text.to_string(), Span { file, start: range.start as u32, end: range.end as u32 }))
}

/// Adds to a table what it leaves out.
fn lay<'i>(over: &mut DeTable<'i>, below: DeTable<'i>) {
    for (key, value) in below {
        match over.get_mut(key.get_ref().as_ref()) {
            Some(said) => lay_value(said, value),
            None => {
                over.insert(key, value);
            }
        }
    }
}

fn lay_value<'i>(over: &mut Value<'i>, below: Value<'i>) {
    match (over.get_mut(), below.into_inner()) {
        (DeValue::Table(over), DeValue::Table(below)) => lay(over, below),
        (DeValue::Array(over), DeValue::Array(below)) => {
            let last = below.len().saturating_sub(1);
            for (index, entry) in over.iter_mut().enumerate() {
                if let (DeValue::Table(over), Some(DeValue::Table(below))) =
                    (entry.get_mut(), below.get(index.min(last)).map(Spanned::get_ref))
                {
                    lay(over, below.clone());
                }
            }
        }
        // What is said replaces.
        _ => {}
    }
}

fn shifted_table(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    let entries = table.into_iter();
    entries.map(|(key, value)| (Spanned::new(moved(key.span(), by), key.into_inner()), shifted(value, by))).collect()
}

fn shifted(value: Value<'_>, by: usize) -> Value<'_> {
    let range = moved(value.span(), by);
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(shifted_table(table, by)),
        DeValue::Array(entries) => DeValue::Array(entries.into_iter().map(|entry| shifted(entry, by)).collect()),
        other => other,
    };
    Spanned::new(range, value)
}

fn moved(range: std::ops::Range<usize>, by: usize) -> std::ops::Range<usize> {
    range.start + by..range.end + by
}
