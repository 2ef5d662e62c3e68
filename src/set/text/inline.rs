//! Text of other sizes within a line: small, raised and lowered, and that of faces that stand in for another.

use crate::model::report::Marks;
use crate::set::font::Metrics;

/// How text of other sizes stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Inline {
    /// The size of small text, in millionths of the text's own.
    pub small: i32,
    /// Raised text (위첨자).
    pub raised: Raise,
    /// Lowered text (아래첨자).
    pub lowered: Raise,
    /// The line below underlined text.
    pub underline: Underline,
}

/// A line below text, in millionths of an em of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Underline {
    /// From the baseline down to it.
    pub below: i32,
    /// Its thickness.
    pub width: i32,
}

/// Size and place of raised or lowered text, in millionths of an em of the text it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Raise {
    /// Its size.
    pub size: i32,
    /// How far its baseline stands above the line's.
    pub shift: i32,
}

/// The text's own size, in millionths.
pub(super) const OWN_SIZE: i32 = 1_000_000;

impl Raise {
    pub(super) const NONE: Raise = Raise { size: OWN_SIZE, shift: 0 };

    /// The same in a face that stands in for another: as large as its capitals must be to stand as high as that one's.
    pub(super) fn matching(self, primary: &Metrics, other: &Metrics) -> Raise {
        /// Faces further apart than this are of another kind, such as signs, and their capitals say nothing.
        const ALIKE: std::ops::RangeInclusive<i64> = 850_000..=1_150_000;
        match (primary.capitals * i64::from(OWN_SIZE)).checked_div(other.capitals) {
            Some(by) if ALIKE.contains(&by) => {
                Raise { size: (i64::from(self.size) * by / i64::from(OWN_SIZE)) as i32, ..self }
            }
            _ => self,
        }
    }
}

impl Inline {
    /// Every text in its own size, on its line.
    pub(crate) const NONE: Inline = Inline {
        small: OWN_SIZE,
        raised: Raise::NONE,
        lowered: Raise::NONE,
        underline: Underline { below: 0, width: 0 },
    };

    /// The size and shift of a text with marks.
    pub(super) fn of(&self, marks: Marks) -> Raise {
        match marks {
            Marks { raised: true, .. } => self.raised,
            Marks { lowered: true, .. } => self.lowered,
            Marks { small: true, .. } => Raise { size: self.small, shift: 0 },
            _ => Raise::NONE,
        }
    }
}
