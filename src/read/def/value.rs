//! The values of a report: figures, texts and days that its texts name.

use crate::diag::Kind;
use crate::read::decode::schema::Schema;
use crate::read::decode::{Day, Decode, Decoder, Named, Number, Typed, Value};

/// A value, or a group of values.
#[derive(Debug, Clone)]
pub enum ValueDef {
    /// A value.
    One(PlainValueDef),
    /// Values by name: `[values.budget]`.
    Group(Named<PlainValueDef>),
}

/// A value.
#[derive(Debug, Clone)]
pub enum PlainValueDef {
    /// A figure.
    Number(Number),
    /// A text, which may name other values; one that is nothing but an expression is what that gives.
    Text(Typed),
    /// A day.
    Day(Day),
}

impl Decode for ValueDef {
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match cx.kind(value) {
            Kind::Table => Named::decode(value, cx).map(ValueDef::Group),
            _ => PlainValueDef::decode(value, cx).map(ValueDef::One),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![PlainValueDef::schema(), Named::<PlainValueDef>::schema()])
    }
}

impl Decode for PlainValueDef {
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match cx.kind(value) {
            Kind::Integer | Kind::Number => Number::decode(value, cx).map(PlainValueDef::Number),
            Kind::Date => Day::decode(value, cx).map(PlainValueDef::Day),
            _ => cx.text(value, &[Kind::Number, Kind::Text, Kind::Date]).map(PlainValueDef::Text),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Number { bounds: None }, Schema::Text, Schema::Date])
    }
}
