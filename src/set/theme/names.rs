//! What names a font or colour of the template: looked up where it is read, so that nothing is left to be found afterwards.

use crate::diag::LayoutProblem;
use crate::model::source::Span;
use crate::read::decode::{Decode, Decoder, Typed, Value, schema::Schema};

/// A colour of the template, by its place in `[color]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ColorRef(pub(super) usize);

/// A font of the template, by its place in `[font]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FontRef(pub(crate) usize);

/// The section that declares colours, by their names.
const COLORS: &str = "color";

/// The section that declares fonts, by their names.
const FONTS: &str = "font";

impl Decode for ColorRef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        named(COLORS, value, decoder).map(ColorRef)
    }

    fn schema() -> Schema {
        Typed::schema()
    }

    fn stand_in(_: Span) -> Option<Self> {
        Some(ColorRef(0))
    }
}

impl Decode for FontRef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        named(FONTS, value, decoder).map(FontRef)
    }

    fn schema() -> Schema {
        Typed::schema()
    }

    fn stand_in(_: Span) -> Option<Self> {
        Some(FontRef(0))
    }
}

/// The place in a section of what a value names; `None` after reporting that it names nothing there.
fn named(section: &'static str, value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<usize> {
    let name = Typed::decode(value, decoder)?;
    let place = decoder.place_in(section, &name.content);
    if let Err(like) = &place {
        let (like, span) = (like.clone(), name.span());
        decoder.report(LayoutProblem::UnknownInTemplate { section, name: name.content, like }, span);
    }
    place.ok()
}
