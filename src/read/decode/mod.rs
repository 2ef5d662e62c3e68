//! Reads TOML into types that say what they accept, reporting everything that is wrong at once.
//!
//! A table is declared with `keys!`, a choice of words with `choices!`; both give the type, its decoding and its part
//! of the JSON Schema from one declaration, so that the three can't part ways. Scalars implement [`Decode`] by hand.

mod choices;
mod declared;
mod decoder;
mod file;
mod json_schema;
mod keys;
mod layers;
mod list;
mod located;
mod named;
mod number;
mod origin;
mod role;
mod scalar;
pub(crate) mod schema;
mod syntax;
mod table;
mod typed;

pub(crate) use choices::choices;
pub(crate) use decoder::{Decoder, Value};
pub(crate) use file::decode;
pub(crate) use keys::keys;
pub(crate) use layers::{decode_over, text_of_key};
pub(crate) use list::Places;
pub(crate) use located::Located;
pub(crate) use named::{Name, Named};
pub(crate) use number::Number;
pub(crate) use number::grouped;
pub(crate) use role::Role;
pub(crate) use scalar::{Day, Factor, parse_length};
pub(crate) use table::{about, entry, kebab};
pub(crate) use typed::Typed;
pub(crate) use typed::{MOST_CHARACTERS, MOST_LINES};

use std::any::Any;

use crate::model::source::Span;
use schema::Schema;

/// A type that can be read from a value of a TOML file.
pub(crate) trait Decode: Any + Sized {
    /// Reads it; `None` after reporting why it can't be read.
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self>;

    /// What it accepts.
    fn schema() -> Schema;

    /// Shows everything in it to `visit`, which may change it: each value, and each table after what is in it. [`each`] picks those
    /// of one type. `role` is that of the key that it is the value of.
    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        visit(role, self);
    }

    /// What stands for it where its key is missing from a table that stands at `parent`; `None` if the key is required.
    fn absent(parent: Span) -> Option<Self> {
        let _ = parent;
        None
    }

    /// What takes the place of one that could not be read, so that the rest is still looked at. An error has been
    /// reported then, so it never reaches a page.
    fn stand_in(parent: Span) -> Option<Self> {
        let _ = parent;
        None
    }
}

/// Shows every value of one type in something that was decoded, at whatever depth.
pub(crate) fn each<T: Any>(of: &mut impl Decode, mut visit: impl FnMut(&mut T)) {
    of.visit(Role::Keys, &mut |_, value| {
        if let Some(value) = value.downcast_mut() {
            visit(value);
        }
    });
}

impl<T: Decode> Decode for Option<T> {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        T::decode(value, decoder).map(Some)
    }

    fn schema() -> Schema {
        T::schema()
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        if let Some(value) = self {
            value.visit(role, visit);
        }
    }

    fn absent(_: Span) -> Option<Self> {
        Some(None)
    }
}
