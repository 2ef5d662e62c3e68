//! What types accept, as data.

use super::Role;

/// What a type accepts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Schema {
    /// A string.
    Text,
    /// A string of a form: a regular expression as JSON Schema has it.
    Pattern(&'static str),
    /// A whole number of a range.
    Integer {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A number.
    Number {
        /// The least and the most.
        bounds: Option<(i64, i64)>,
    },
    /// `true` or `false`.
    Boolean,
    /// A day.
    Date,
    /// One of these strings, each with its description.
    Choice(Vec<(&'static str, String)>),
    /// A list of values.
    List(Box<Schema>),
    /// Values under names that the author chooses.
    Named(Box<Schema>),
    /// A table of known keys.
    Table(TableSchema),
    /// Any one of these.
    AnyOf(Vec<Schema>),
}

/// A table of known keys.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TableSchema {
    /// What a schema calls it.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its keys.
    pub keys: Vec<KeySchema>,
}

/// A key of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct KeySchema {
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Whether it must be there.
    pub required: bool,
    /// What its value is to a report of another year; a template's keys say none.
    pub role: Option<Role>,
    /// What it accepts.
    pub value: Schema,
}

/// What a schema calls the table of a type: `TableDef`, whether its type is what a report says (`TableDef`) or what a
/// template does (`TableSpec`). The names of published schemas thus stay when those of types don't.
pub(crate) fn entry_name(type_name: &str) -> String {
    match type_name.strip_suffix("Spec") {
        Some(stem) => format!("{stem}Def"),
        None => type_name.to_owned(),
    }
}

impl Schema {
    /// How a key with such a value is written, in short: `title = "…"`, `[report]`, `[[part]]`.
    pub(crate) fn sample(&self, key: &str) -> String {
        match self {
            Schema::Table(_) => format!("[{key}]"),
            Schema::Named(_) => format!("[{key}.…]"),
            Schema::List(entry) if matches!(**entry, Schema::Table(_)) => format!("[[{key}]]"),
            other => format!("{key} = {}", other.value_sample()),
        }
    }

    fn value_sample(&self) -> String {
        match self {
            Schema::Text | Schema::Pattern(_) => "\"…\"".into(),
            Schema::Integer { least, .. } => least.max(&1).to_string(),
            Schema::Number { .. } => "1.5".into(),
            Schema::Boolean => "true".into(),
            Schema::Date => "2021-10-31".into(),
            Schema::Choice(words) => words.first().map_or("\"…\"".into(), |(word, _)| format!("\"{word}\"")),
            Schema::List(entry) => format!("[{}]", entry.value_sample()),
            Schema::Named(_) | Schema::Table(_) => "{ … }".into(),
            Schema::AnyOf(kinds) => kinds.first().map_or("…".into(), Schema::value_sample),
        }
    }
}
