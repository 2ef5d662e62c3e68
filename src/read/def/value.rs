//! The values of a report: figures, texts and days that its texts name.

use std::any::Any;

use crate::diag::Kind;
use crate::read::decode::schema::Schema;
use crate::read::decode::{Day, Decode, Decoder, Named, Number, Role, Typed, Value};

/// A value, or a group of values.
#[derive(Debug, Clone)]
pub(crate) enum ValueDef {
    /// A value.
    One(PlainValueDef),
    /// Values by name: `[values.budget]`.
    Group(Named<PlainValueDef>),
}

/// A value.
#[derive(Debug, Clone)]
pub(crate) enum PlainValueDef {
    /// A figure.
    Number(Number),
    /// A text, which may name other values; one that is nothing but an expression is what that gives.
    Text(Typed),
    /// A day.
    Day(Day),
}

impl Decode for ValueDef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.kind(value) {
            Kind::Table => Named::decode(value, decoder).map(ValueDef::Group),
            _ => PlainValueDef::decode(value, decoder).map(ValueDef::One),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![PlainValueDef::schema(), Named::<PlainValueDef>::schema()])
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        match self {
            ValueDef::One(value) => value.visit(role, visit),
            ValueDef::Group(values) => values.visit(role, visit),
        }
    }
}

impl Decode for PlainValueDef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.kind(value) {
            Kind::Integer | Kind::Number => Number::decode(value, decoder).map(PlainValueDef::Number),
            Kind::Date => Day::decode(value, decoder).map(PlainValueDef::Day),
            _ => decoder.text(value, &[Kind::Number, Kind::Text, Kind::Date]).map(PlainValueDef::Text),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Number { bounds: None }, Schema::Text, Schema::Date])
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        match self {
            PlainValueDef::Number(number) => visit(role, number),
            PlainValueDef::Text(typed) => visit(role, typed),
            PlainValueDef::Day(day) => visit(role, day),
        }
    }
}
