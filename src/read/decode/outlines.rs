//! The outlines that a file of a report holds, whatever else stands in it: its bodies, and the cells of its tables.

use toml::de::DeValue;

use super::schema::Schema;
use super::{Decode, Decoder, Typed, Value};
use crate::diag::Kind;

/// The outlines of a file.
#[derive(Debug, Default)]
pub(crate) struct Outlines {
    /// The bodies of status sections and projects.
    pub bodies: Vec<Typed>,
    /// The texts of the cells of tables.
    pub cells: Vec<Typed>,
}

/// What a value is looked at for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looked {
    /// The outlines in it.
    Anything,
    /// A body.
    Body,
    /// Cells.
    Cells,
}

impl Decode for Outlines {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let mut found = Outlines::default();
        found.collect(value, Looked::Anything, decoder);
        Some(found)
    }

    fn schema() -> Schema {
        Schema::Text
    }
}

impl Outlines {
    fn collect(&mut self, value: &Value<'_>, looked: Looked, decoder: &mut Decoder<'_>) {
        match (value.get_ref(), looked) {
            (DeValue::Table(table), _) => {
                for (key, value) in table.iter() {
                    let inside = match (key.get_ref().as_ref(), looked) {
                        (_, Looked::Cells) => Looked::Cells,
                        ("body", _) => Looked::Body,
                        ("head" | "rows", _) => Looked::Cells,
                        _ => Looked::Anything,
                    };
                    self.collect(value, inside, decoder);
                }
            }
            (DeValue::Array(array), _) => array.iter().for_each(|value| self.collect(value, looked, decoder)),
            (DeValue::String(_), Looked::Body) => self.bodies.extend(decoder.text(value, &[Kind::Text])),
            (DeValue::String(_), Looked::Cells) => self.cells.extend(decoder.text(value, &[Kind::Text])),
            _ => {}
        }
    }
}
