//! The small values templates are made of: text looks, rules, paddings, colours and fonts by name.

use crate::diag::Kind;
use crate::model::len::Len;
use crate::read::decode::{Decode, Decoder, Typed, Value, choices, keys, schema::Schema};
use crate::set::font::FeatureTag;

use super::names::{ColorRef, FontRef};

keys! {
    /// How a text looks.
    pub struct TextSpec {
        /// The font, by a name from `[font]`.
        font: FontRef,
        /// The type size.
        size: Len,
        /// Line spacing as a factor on the size: 1.6 is 160 %.
        leading: f64,
        /// The colour, by a name from `[color]`.
        color: ColorRef,
        /// Where its lines stand.
        align: AlignSpec,
        /// Added after each letter, in em.
        tracking: f64 = 0.0,
    }
}

choices! {
    /// Where a text's lines stand in their measure.
    pub enum AlignSpec {
        /// At the left.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At the right.
        Right = "right",
        /// At both edges, the last line at the left.
        Justify = "justify",
        /// Letters shared out over the measure (균등 분할).
        Spread = "spread",
    }
}

keys! {
    /// A rule.
    pub struct RuleSpec {
        /// Its thickness; 0pt is no rule.
        width: Len,
        /// The colour, by a name from `[color]`.
        color: ColorRef,
    }
}

keys! {
    /// Lengths for the four sides.
    pub struct SidesSpec {
        /// Above.
        top: Len,
        /// At the right.
        right: Len,
        /// Below.
        bottom: Len,
        /// At the left.
        left: Len,
    }
}

keys! {
    /// A width and a height.
    pub struct ExtentSpec {
        /// The width.
        width: Len,
        /// The height.
        height: Len,
    }
}

keys! {
    /// What leads the eye from a line's left end to its right.
    pub struct LeaderSpec {
        /// The sign that is repeated.
        sign: Typed,
        /// How it looks.
        text: TextSpec,
    }
}

keys! {
    /// A font: families in the order they are asked for a character.
    pub struct FontSpec {
        /// The families.
        families: Vec<Typed>,
        /// The weight, 100 to 900.
        weight: u16,
        /// The weight of `**bold**`.
        bold: u16,
        /// OpenType features switched on where a family has them: `halt` sets wide brackets at half width, `tnum` figures at one.
        features: Vec<FeatureTag> = Vec::new(),
        /// The face that 한글 has in the first family's stead, for documents of its own: `함초롬바탕`.
        hancom: Option<Typed>,
    }
}

impl Decode for FeatureTag {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::Feature], |written| {
            let tag: [u8; 4] = written.as_bytes().try_into().ok()?;
            tag.iter().all(u8::is_ascii_alphanumeric).then_some(FeatureTag(tag))
        })
    }

    fn schema() -> Schema {
        Schema::Pattern("^[A-Za-z0-9]{4}$")
    }
}

/// A colour as written: `#1B365D`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ColorSpec(pub [u8; 3]);

impl Decode for ColorSpec {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::Colour], parse_color)
    }

    fn schema() -> Schema {
        Schema::Pattern("^#[0-9A-Fa-f]{6}$")
    }
}

fn parse_color(written: &str) -> Option<ColorSpec> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some(ColorSpec([channel(0)?, channel(2)?, channel(4)?]))
}
