//! A value with its place.

use std::any::Any;

use super::schema::Schema;
use super::{Decode, Decoder, Role, Value};
use crate::model::source::Span;

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T: Decode> Decode for Located<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let span = decoder.span(value);
        T::decode(value, decoder).map(|value| Located { value, span })
    }

    fn schema() -> Schema {
        T::schema()
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        self.value.visit(role, visit);
    }
}
