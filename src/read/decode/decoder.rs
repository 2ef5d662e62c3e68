//! What decoding knows of the file it reads, and the ways to refuse a value.

use toml::Spanned;
use toml::de::DeValue;

use super::Typed;
use super::layers::Layer;
use crate::diag::{Diagnostic, Diagnostics, KeyProblem, Kind, Problem};
use crate::model::source::Span;

/// A value of a TOML file, with its place.
pub(crate) type Value<'i> = Spanned<DeValue<'i>>;

/// The file being decoded, and where its problems go.
pub(crate) struct Decoder<'a> {
    /// The file, and those that it builds on.
    pub(super) layers: &'a [Layer<'a>],
    /// All of it, for what a value names elsewhere.
    pub(super) root: &'a Value<'a>,
    pub(super) sink: &'a mut Diagnostics,
}

impl Decoder<'_> {
    /// Where a value stands.
    pub(crate) fn span(&self, value: &Value<'_>) -> Span {
        self.place(value.span())
    }

    /// What kind of value it is.
    pub(crate) fn kind(&self, value: &Value<'_>) -> Kind {
        kind(value)
    }

    /// A range of bytes as a place of the file that it is of.
    pub(super) fn place(&self, range: std::ops::Range<usize>) -> Span {
        let Layer { file, start, .. } = self.layer(range.start);
        Span { file: *file, start: (range.start - start) as u32, end: (range.end - start) as u32 }
    }

    /// How a value is written.
    pub(super) fn written(&self, value: &Value<'_>) -> &str {
        let Layer { text, start, .. } = self.layer(value.span().start);
        text.get(value.span().start - start..value.span().end - start).unwrap_or_default()
    }

    fn layer(&self, at: usize) -> &Layer<'_> {
        // There is at least one, and it begins at 0.
        &self.layers[self.layers.partition_point(|layer| layer.start <= at).max(1) - 1]
    }

    /// Reports a problem at a place.
    pub(crate) fn report(&mut self, problem: impl Into<Problem>, span: Span) {
        self.sink.push(Diagnostic::new(problem, span));
    }

    /// Refuses a value of another kind.
    pub(crate) fn wrong_type<T>(&mut self, value: &Value<'_>, expected: &'static [Kind]) -> Option<T> {
        self.report(KeyProblem::WrongType { expected, found: kind(value) }, self.span(value));
        None
    }

    /// A string with the origin of each character; another value is refused as not being one of `expected`.
    pub(crate) fn text(&mut self, value: &Value<'_>, expected: &'static [Kind]) -> Option<Typed> {
        match value.get_ref() {
            DeValue::String(decoded) => {
                Some(Typed::read(decoded, self.layer(value.span().start).text, self.span(value)))
            }
            _ => self.wrong_type(value, expected),
        }
    }

    /// A string that reads as a scalar of this kind by `parse`.
    pub(crate) fn scalar<T>(
        &mut self,
        value: &Value<'_>,
        kind: &'static [Kind; 1],
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let typed = self.text(value, kind)?;
        let parsed = parse(&typed.content);
        if parsed.is_none() {
            let [expected] = *kind;
            self.report(KeyProblem::BadValue { value: typed.content, expected }, self.span(value));
        }
        parsed
    }
}

/// What kind of value it is.
pub(super) fn kind(value: &Value<'_>) -> Kind {
    match value.get_ref() {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) => Kind::Integer,
        DeValue::Float(_) => Kind::Number,
        DeValue::Boolean(_) => Kind::Boolean,
        DeValue::Datetime(datetime) if datetime.time.is_none() => Kind::Date,
        DeValue::Datetime(_) => Kind::Time,
        DeValue::Array(_) => Kind::List,
        DeValue::Table(_) => Kind::Table,
    }
}
