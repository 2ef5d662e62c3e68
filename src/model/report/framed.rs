//! What of an outline stands in a frame: boxes, and conclusions in their bands.

use super::{Element, Text};
use crate::model::source::Span;

/// What stands in a frame.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Framed {
    /// The frame.
    pub kind: FrameKind,
    /// The title of a box, if it has one; the conclusion.
    pub text: Option<Text>,
    /// What stands in a box, or below a conclusion.
    pub children: Vec<Element>,
    /// Where it begins.
    pub span: Span,
}

/// Kinds of frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FrameKind {
    /// `<참고>` and what is indented below it.
    Box,
    /// `⇒ …` at the outermost level, in a band.
    Band,
}

impl FrameKind {
    /// The sign that its text begins with where it is typed.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            FrameKind::Box => "<",
            FrameKind::Band => BAND,
        }
    }
}

/// The sign of a conclusion.
pub(crate) const BAND: &str = "⇒";
