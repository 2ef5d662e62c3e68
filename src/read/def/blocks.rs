//! Images.

use crate::diag::Kind;
use crate::model::len::Len;
use crate::model::report::GraphicWidth;
use crate::read::decode::schema::Schema;
use crate::read::decode::{Decode, Decoder, Located, Typed, Value, keys, parse_length};

keys! {
    /// An image: a picture file with words for who can't see it, or a labelled frame in its place.
    pub struct ImageDef {
        /// The picture, PNG, JPEG, WebP or SVG, relative to this file.
        file: Option<Typed> as Fixed,
        /// What a listener hears; required with `file`, unless the picture is decoration.
        alt: Option<Typed> as Year,
        /// Whether the picture says nothing, so that listeners pass it by.
        decorative: Option<Located<bool>> as Fixed,
        /// What the image is called, below it; the program numbers it.
        caption: Option<Typed> as Year,
        /// The label of an empty frame, instead of `file`.
        placeholder: Option<Typed> as Year,
        /// How wide it is: a share of the room it stands in, `"60%"`, or a length, `"80mm"`; left out: as the template says.
        width: Option<GraphicWidth> as Fixed,
        /// How high it is at the most.
        height: Option<Len> as Fixed,
        /// What is cut off at its sides.
        crop: Option<CropDef> as Keys,
        /// The proportions that it is cut to, round its middle: `"4:3"`.
        ratio: Option<Located<Proportions>> as Fixed,
        /// Whether it has a frame.
        frame: Option<Located<bool>> as Fixed,
    }
}

keys! {
    /// What is cut off at the sides of a picture, as shares of it: `"10%"`.
    pub struct CropDef {
        /// Above.
        top: Share as Fixed = Share(0),
        /// At the right.
        right: Share as Fixed = Share(0),
        /// Below.
        bottom: Share as Fixed = Share(0),
        /// At the left.
        left: Share as Fixed = Share(0),
    }
}

/// A share, in millionths: `"10%"`, `"12.5%"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share(pub u32);

impl Decode for Share {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::Share], |text| share(text).filter(|share| *share < 1_000_000).map(Share))
    }

    fn schema() -> Schema {
        Schema::Pattern(r"^[0-9]{1,2}(\.[0-9]{1,2})?%$")
    }
}

/// Proportions, across to down: `"4:3"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Proportions(pub (u32, u32));

impl Decode for Proportions {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::Proportions], |text| {
            let (across, down) = text.split_once(':')?;
            let side = |text: &str| digits(text, 4)?.parse().ok().filter(|side| *side > 0);
            Some(Proportions((side(across)?, side(down)?)))
        })
    }

    fn schema() -> Schema {
        Schema::Pattern("^[1-9][0-9]{0,3}:[1-9][0-9]{0,3}$")
    }
}

impl Decode for GraphicWidth {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::GraphicWidth], |text| match share(text) {
            Some(share) => (share > 0 && share <= 1_000_000).then_some(GraphicWidth::Share(share)),
            None => parse_length(text).filter(|length| *length > Len::ZERO).map(GraphicWidth::Fixed),
        })
    }

    fn schema() -> Schema {
        Schema::Pattern(r"^([0-9]{1,3}(\.[0-9]{1,2})?%|[0-9]+(\.[0-9]+)?(mm|pt))$")
    }
}

/// `10%`, `12.5%`, in millionths.
fn share(text: &str) -> Option<u32> {
    let (whole, decimals) = text.strip_suffix('%').map(|number| number.split_once('.').unwrap_or((number, "0")))?;
    let (whole, decimals) = (digits(whole, 3)?, digits(decimals, 2)?);
    format!("{whole}{decimals:0<4}").parse().ok()
}

/// A number of no more than so many digits.
fn digits(text: &str, most: usize) -> Option<&str> {
    (!text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_percentages() {
        assert_eq!(share("10%"), Some(100_000));
        assert_eq!(share("12.5%"), Some(125_000));
        assert_eq!(share("0.25%"), Some(2_500));
        for wrong in ["", "%", "10", "-1%", "1e2%", "1.%", ".5%", "1000%", "1.234%", "10 %"] {
            assert_eq!(share(wrong), None, "{wrong}");
        }
    }
}
