//! Lists of values of one type.

use toml::de::DeValue;

use super::schema::Schema;
use super::{Decode, Decoder, Value};
use crate::diag::Kind;

impl<T: Decode> Decode for Vec<T> {
    /// Every entry is read; those that can't be are reported and left out.
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Array(entries) => Some(entries.iter().filter_map(|entry| T::decode(entry, cx)).collect()),
            _ => cx.wrong_type(value, &[Kind::List]),
        }
    }

    fn schema() -> Schema {
        Schema::List(Box::new(T::schema()))
    }
}
