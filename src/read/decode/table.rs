//! A table whose keys are declared: looks them up, and refuses the others.

use toml::de::{DeTable, DeValue};

use super::{Decode, Decoder, Value};
use crate::diag::{KeyProblem, Kind, nearest};
use crate::model::source::Span;

/// A table being decoded, its unknown keys already reported.
pub(crate) struct Table<'a, 'i> {
    entries: &'a DeTable<'i>,
    span: Span,
    /// Keys that unknown keys were probably meant to be.
    meant: Vec<String>,
}

/// The value of a key that decides how its table is read.
pub(crate) fn entry<'a, 'i>(table: &'a Value<'i>, key: &str) -> Option<&'a Value<'i>> {
    match table.get_ref() {
        DeValue::Table(entries) => entries.get(key),
        _ => None,
    }
}

impl Decoder<'_> {
    /// A table that may hold these keys, named as fields are.
    pub(crate) fn table<'a, 'i>(&mut self, value: &'a Value<'i>, fields: &[&str]) -> Option<Table<'a, 'i>> {
        let DeValue::Table(entries) = value.get_ref() else { return self.wrong_type(value, &[Kind::Table]) };
        let known: Vec<String> = fields.iter().map(|field| kebab(field)).collect();
        let mut meant = Vec::new();
        for (key, _) in entries.iter().filter(|(key, _)| !known.iter().any(|name| *name == *key.get_ref())) {
            let like = nearest(key.get_ref(), known.iter().map(String::as_str)).map(str::to_owned);
            meant.extend(like.clone());
            let problem = KeyProblem::Unknown { key: key.get_ref().to_string(), like, known: known.clone() };
            self.report(problem, self.place(key.span()));
        }
        Some(Table { entries, span: self.span(value), meant })
    }
}

impl Table<'_, '_> {
    /// Where it stands: the line `[name]`, or all of an inline table.
    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// The value of a key; `absent` gives what stands for a missing one, if the key is not required.
    pub(crate) fn key<T: Decode>(
        &self,
        field: &str,
        decoder: &mut Decoder<'_>,
        absent: impl Fn(Span) -> Option<T>,
    ) -> Option<T> {
        let key = kebab(field);
        let found = match self.entries.get(key.as_str()) {
            Some(value) => T::decode(value, decoder).or_else(|| absent(self.span)),
            None => {
                let default = absent(self.span);
                if default.is_none() && !self.meant.contains(&key) {
                    let sample = T::schema().sample(&key);
                    decoder.report(KeyProblem::Missing { key, sample }, self.span);
                }
                default
            }
        };
        found.or_else(|| T::stand_in(self.span))
    }
}

/// The key that a field is called by in a file: `row_heads` is `row-heads`.
pub(crate) fn kebab(field: &str) -> String {
    field.replace('_', "-")
}

/// Doc comment lines as one description.
pub(crate) fn about(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}
