//! What a template says of the badges and labels of projects.

use crate::model::len::Len;
use crate::read::decode::{Named, Typed, choices, keys};

use super::framed::EdgeSpec;
use super::names::ColorRef;
use super::styles::{RuleSpec, SidesSpec, TextSpec};

choices! {
    /// Where badges stand.
    pub enum BadgePlaceSpec {
        /// At the end of the title's line.
        Beside = "beside",
        /// Below the title.
        Below = "below",
    }
}

keys! {
    /// Badges of a project: words set off beside its title.
    pub struct BadgeSpec {
        /// Where they stand.
        place: BadgePlaceSpec,
        /// How they look.
        text: TextSpec,
        /// The background, a name from `[color]`.
        background: ColorRef,
        /// The frame.
        frame: RuleSpec,
        /// Between frame and word.
        padding: SidesSpec,
        /// Between two of them, and to the title.
        gap: Len,
        /// How it is printed behind a title of the contents; `{}` is the word.
        contents_format: Typed,
        /// Words that look otherwise.
        word: Named<BadgeWordSpec>,
    }
}

keys! {
    /// A badge that looks otherwise than others.
    pub struct BadgeWordSpec {
        /// The colour of its word, a name from `[color]`.
        color: ColorRef,
        /// Its background, a name from `[color]`.
        background: ColorRef,
        /// The colour of its frame, a name from `[color]`; left out, its background's.
        frame: Option<ColorRef>,
    }
}

keys! {
    /// Labels of a project with their values, below its title.
    pub struct LabelsSpec {
        /// The labels.
        label: TextSpec,
        /// Their values.
        value: TextSpec,
        /// Set after a label.
        colon: Typed,
        /// The edge of the block.
        frame: EdgeSpec,
        /// The background, a name from `[color]`.
        background: ColorRef,
        /// Between edge and text.
        padding: SidesSpec,
        /// Above the block.
        gap: Len,
        /// Between two lines.
        line_gap: Len,
        /// Between two labels of a line.
        column_gap: Len,
    }
}
