//! All values of a file with the keys that lead to them, for who changes a file where it stands instead of writing it anew.

use toml::de::{DeTable, DeValue};

use super::Typed;
use super::decoder::Value;
use crate::model::source::{FileId, SourceMap, Span};

/// A value that is neither table nor list.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// The keys that lead to it from the file's top; places in a list count from 0.
    pub path: Vec<String>,
    /// What it is.
    pub value: LeafValue,
    /// Where it stands, with its quotes.
    pub span: Span,
}

/// What a value is.
#[derive(Debug, Clone)]
pub enum LeafValue {
    /// A string.
    Text(Typed),
    /// A number.
    Number,
    /// A day or time.
    Day,
    /// `true` or `false`.
    Boolean,
}

/// The values of a file in the order of their places; of a file with syntax errors those that can be told.
pub fn leaves(file: FileId, sources: &SourceMap) -> Vec<Leaf> {
    let text = sources.text(file);
    let (root, _) = DeTable::parse_recoverable(text);
    let mut leaves = Vec::new();
    for (key, value) in root.get_ref() {
        walk(value, vec![key.get_ref().to_string()], (file, text), &mut leaves);
    }
    leaves.sort_by_key(|leaf| leaf.span);
    leaves
}

fn walk(value: &Value<'_>, path: Vec<String>, (file, text): (FileId, &str), leaves: &mut Vec<Leaf>) {
    let range = value.span();
    let span = Span { file, start: range.start as u32, end: range.end as u32 };
    let below = |key: String| [&path[..], &[key]].concat();
    let found = match value.get_ref() {
        DeValue::String(decoded) => LeafValue::Text(Typed::read(decoded, text, span)),
        DeValue::Integer(_) | DeValue::Float(_) => LeafValue::Number,
        DeValue::Datetime(_) => LeafValue::Day,
        DeValue::Boolean(_) => LeafValue::Boolean,
        DeValue::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                walk(value, below(index.to_string()), (file, text), leaves);
            }
            return;
        }
        DeValue::Table(table) => {
            for (key, value) in table {
                walk(value, below(key.get_ref().to_string()), (file, text), leaves);
            }
            return;
        }
    };
    leaves.push(Leaf { path, value: found, span });
}
