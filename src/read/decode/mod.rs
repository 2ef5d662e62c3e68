//! Reads TOML into types that say what they accept, reporting everything that is wrong at once.
//!
//! A table is declared with `keys!`, a choice of words with `choices!`; both give the type, its decoding and its part
//! of the JSON Schema from one declaration, so that the three can't part ways. Scalars implement [`Decode`] by hand.

mod choices;
mod decoder;
mod file;
mod json_schema;
mod keys;
mod list;
mod located;
mod named;
mod number;
mod origin;
mod scalar;
pub mod schema;
mod syntax;
mod table;
mod typed;
mod walk;

pub(crate) use choices::choices;
pub use decoder::{Decoder, Value};
pub use file::decode;
pub(crate) use keys::keys;
pub use list::Places;
pub use located::Located;
pub use named::{Name, Named};
pub use number::Number;
pub(crate) use number::grouped;
pub use scalar::{Day, Factor, parse_length};
pub use table::{about, entry, kebab};
pub use typed::Typed;
pub(crate) use typed::{MOST_CHARACTERS, MOST_LINES};
pub use walk::{Leaf, LeafValue, leaves};

use crate::model::source::Span;
use schema::Schema;

/// A type that can be read from a value of a TOML file.
pub trait Decode: Sized {
    /// Reads it; `None` after reporting why it can't be read.
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self>;

    /// What it accepts.
    fn schema() -> Schema;

    /// Shows every text in it to `visit`, which may change it.
    fn texts(&mut self, visit: &mut dyn FnMut(&mut Typed)) {
        let _ = visit;
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

impl<T: Decode> Decode for Option<T> {
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        T::decode(value, cx).map(Some)
    }

    fn schema() -> Schema {
        T::schema()
    }

    fn texts(&mut self, visit: &mut dyn FnMut(&mut Typed)) {
        if let Some(value) = self {
            value.texts(visit);
        }
    }

    fn absent(_: Span) -> Option<Self> {
        Some(None)
    }
}
