//! Tables whose keys are names that the author chose: `[table.personnel]`.

use std::any::Any;

use toml::de::DeValue;

use super::schema::Schema;
use super::{Decode, Decoder, Role, Value};
use crate::diag::Kind;
use crate::model::source::Span;
use crate::read::composed::compose_all;

/// A name that the author chose, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// The name.
    pub content: String,
    /// Where it stands.
    pub span: Span,
}

/// Things by name, in the order of the file.
#[derive(Clone, Debug)]
pub(crate) struct Named<T> {
    /// The names and what they stand for; `None` for one that could not be read, so that its name is still known.
    pub entries: Vec<(Name, Option<T>)>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Named { entries: Vec::new() }
    }
}

impl<T: Decode> Decode for Named<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let DeValue::Table(table) = value.get_ref() else { return decoder.wrong_type(value, &[Kind::Table]) };
        let mut in_order: Vec<_> = table.iter().collect();
        in_order.sort_by_key(|(key, _)| key.span().start);
        let entries = in_order.into_iter().map(|(key, value)| {
            let name = Name { content: compose_all(key.get_ref().to_string()), span: decoder.place(key.span()) };
            (name, T::decode(value, decoder))
        });
        Some(Named { entries: entries.collect() })
    }

    fn schema() -> Schema {
        Schema::Named(Box::new(T::schema()))
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        self.entries.iter_mut().filter_map(|(_, entry)| entry.as_mut()).for_each(|entry| entry.visit(role, visit));
    }

    fn absent(_: Span) -> Option<Self> {
        Some(Named::default())
    }
}
