//! Lists of values of one type.

use std::any::Any;

use toml::de::DeValue;

use super::schema::Schema;
use super::{Decode, Decoder, Role, Value};
use crate::diag::Kind;
use crate::model::source::Span;

impl<T: Decode> Decode for Vec<T> {
    /// Every entry is read; those that can't be are reported and left out.
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        Places::decode(value, decoder).map(|places| places.entries.into_iter().flatten().collect())
    }

    fn schema() -> Schema {
        Schema::List(Box::new(T::schema()))
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        self.iter_mut().for_each(|entry| entry.visit(role, visit));
    }
}

/// A list whose entries mean something by their place, so that one that could not be read leaves it empty.
#[derive(Clone, Debug)]
pub(crate) struct Places<T> {
    /// Where the list stands.
    pub span: Span,
    /// The entries; `None` for one that was refused.
    pub entries: Vec<Option<T>>,
}

impl<T: Decode> Decode for Places<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(entries) => {
                let entries = entries.iter().map(|entry| T::decode(entry, decoder)).collect();
                Some(Places { span: decoder.span(value), entries })
            }
            _ => decoder.wrong_type(value, &[Kind::List]),
        }
    }

    fn schema() -> Schema {
        Schema::List(Box::new(T::schema()))
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        self.entries.iter_mut().flatten().for_each(|entry| entry.visit(role, visit));
    }
}
