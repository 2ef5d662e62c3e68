//! What a template says of boxes in outlines, and of the bands of conclusions.

use crate::model::len::Len;
use crate::read::decode::{Typed, choices, keys};

use super::elements::{ItemSpec, NoteSpec, ParagraphSpec};
use super::names::ColorRef;
use super::styles::{SidesSpec, TextSpec};

keys! {
    /// The edge of a box.
    pub struct EdgeSpec {
        /// Its thickness; 0pt is no edge.
        width: Len,
        /// The colour, by a name from `[color]`.
        color: ColorRef,
        /// The length of its dashes; 0pt is a solid line.
        dash: Len = Len::ZERO,
        /// Whether it stands at the left and right as well as above and below.
        sides: bool = true,
    }
}

choices! {
    /// Where the title of a box stands.
    pub enum TitlePlaceSpec {
        /// In its upper edge.
        Edge = "edge",
        /// Within it, above everything else.
        Inside = "inside",
    }
}

keys! {
    /// Boxes in outlines.
    pub struct FramedSpec {
        /// The title.
        title: TextSpec,
        /// Set before the title.
        before: Typed,
        /// Set after it.
        after: Typed,
        /// Where the title stands.
        title_place: TitlePlaceSpec = TitlePlaceSpec::Edge,
        /// The title's background, a name from `[color]`; left out, it has none.
        title_background: Option<ColorRef>,
        /// Between the title and the edge beside it, or what stands below it.
        title_gap: Len,
        /// The edge.
        frame: EdgeSpec,
        /// The background, a name from `[color]`.
        background: ColorRef,
        /// Between edge and text.
        padding: SidesSpec,
        /// From the left edge of what stands around it.
        indent: Len = Len::ZERO,
        /// Above a box.
        gap: Len,
        /// Below it, at the least.
        below: Len = Len::ZERO,
        /// A box that is no higher than this stays on one page.
        keep: Len = Len::ZERO,
        /// The items in it, by level; left out, they look like others.
        item: Vec<ItemSpec> = Vec::new(),
        /// The notes in it; left out, they look like others.
        note: Option<NoteSpec>,
        /// The paragraphs in it; left out, they look like others.
        paragraph: Option<ParagraphSpec>,
    }
}

keys! {
    /// Conclusions: `⇒ …` at the outermost level, in a band.
    pub struct ConclusionSpec {
        /// How they look.
        text: TextSpec,
        /// How the sign looks.
        sign_text: TextSpec,
        /// Between sign and text.
        sign_gap: Len,
        /// The edge.
        frame: EdgeSpec,
        /// The background, a name from `[color]`.
        background: ColorRef,
        /// Between edge and text.
        padding: SidesSpec,
        /// From the left edge of what stands around it.
        indent: Len = Len::ZERO,
        /// Above a conclusion.
        gap: Len,
        /// Below it, at the least.
        below: Len = Len::ZERO,
        /// A conclusion that is no higher than this stays on one page.
        keep: Len = Len::ZERO,
    }
}
