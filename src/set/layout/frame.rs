//! The result of placing: leaves at their positions, in a closed set.

use std::sync::Arc;

use crate::model::len::Len;
use crate::model::picture::Part;
use crate::model::report::Picture;
use crate::model::source::Span;
use crate::model::structure::NodeId;
use crate::set::text::{Line, Shaped};

use super::Area;
use super::block::{AnchorId, Block, Color, TextBlock};
use super::link::LinkTarget;
use super::path::Path;

/// Placed leaves.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Frame {
    /// Its width.
    pub width: Len,
    /// Its height.
    pub height: Len,
    /// Its leaves, in drawing order.
    pub leaves: Vec<Leaf>,
    /// What went wrong.
    pub warnings: Vec<Warning>,
}

/// Whose content a leaf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// An element of the structure.
    Node(NodeId),
    /// Nobody's: rules, backgrounds, repeated heads, page furniture.
    Artifact,
}

/// A leaf.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Leaf {
    /// From the frame's left edge.
    pub x: Len,
    /// From the frame's top: a text's baseline, anything else's top.
    pub y: Len,
    /// Whose it is.
    pub owner: Owner,
    /// What it is.
    pub kind: LeafKind,
    /// Whether it is a text on its side, read upwards from its position.
    pub upward: bool,
}

/// Kinds of leaf.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum LeafKind {
    /// A line of text, its baseline at the leaf's position.
    Text {
        /// The paragraph.
        shaped: Arc<Shaped>,
        /// Its line.
        line: Line,
        /// Type size.
        size: Len,
        /// Colour.
        color: Color,
        /// The colours of emphasis in it.
        accent: [Color; 3],
        /// Where its paragraph was typed.
        span: Option<Span>,
    },
    /// A filled rectangle.
    Fill {
        /// Its width.
        width: Len,
        /// Its height.
        height: Len,
        /// Its colour.
        color: Color,
    },
    /// A shape, from the leaf's position.
    Path(Arc<Path>),
    /// A picture.
    Picture {
        /// The file.
        picture: Arc<Picture>,
        /// The part of it that is shown.
        part: Part,
        /// Its width.
        width: Len,
        /// Its height.
        height: Len,
        /// Where it is defined.
        span: Span,
    },
    /// Room for a page number, right-aligned; filled after pagination.
    PageNumber {
        /// The page on which this anchor stands.
        anchor: AnchorId,
        /// How it looks.
        digits: Box<TextBlock>,
        /// Type size.
        size: Len,
        /// The room.
        width: Len,
    },
    /// A place that is led to.
    Anchor(AnchorId),
    /// A rectangle that leads somewhere.
    Link {
        /// Its width.
        width: Len,
        /// Its height.
        height: Len,
        /// Where it leads.
        target: LinkTarget,
        /// What a listener hears.
        alt: Arc<str>,
    },
}

/// What went wrong in placing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Warning {
    /// What.
    pub kind: WarningKind,
    /// Whose definition it was.
    pub span: Option<Span>,
}

/// Kinds of warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WarningKind {
    /// Higher than a page.
    TooHigh,
    /// Wider than its measure.
    TooWide,
    /// A table's head is too high to be repeated on the next page.
    HeadNotRepeated,
    /// A table's columns are narrower than its words, however small its type.
    WordsCut {
        /// What the cell says that lacks most.
        cell: Arc<str>,
        /// Where the table is defined.
        table: Span,
    },
    /// The same of its figures.
    FiguresCut {
        /// What the cell says that lacks most.
        cell: Arc<str>,
        /// Where the table is defined.
        table: Span,
    },
    /// A column couldn't have the width that it was given, or cuts a word in it.
    WidthNotKept {
        /// What the cell says for which it is too narrow.
        cell: Arc<str>,
        /// What became of it.
        not_kept: NotKept,
    },
    /// Tables beside each other that have no room.
    NotBeside,
}

/// What became of the width that was given to a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotKept {
    /// The width that was given.
    pub given: Len,
    /// The width that it has.
    pub set: Len,
    /// The width in which no word of it would be cut, where one is.
    pub fitting: Option<Len>,
}

impl Frame {
    /// A frame without leaves or height.
    pub(crate) fn empty(width: Len) -> Frame {
        Frame { width, ..Frame::default() }
    }

    /// Adds a leaf.
    pub(crate) fn push(&mut self, x: Len, y: Len, owner: Owner, kind: LeafKind) {
        self.leaves.push(Leaf { x, y, owner, kind, upward: false });
    }

    /// Adds a filled rectangle that belongs to nobody; none if it has no extent.
    pub(crate) fn fill(&mut self, x: Len, y: Len, width: Len, height: Len, color: Color) {
        if width > Len::ZERO && height > Len::ZERO {
            self.push(x, y, Owner::Artifact, LeafKind::Fill { width, height, color });
        }
    }

    /// Adds another frame's leaves at a position.
    pub(crate) fn append(&mut self, x: Len, y: Len, other: Frame) {
        self.leaves.extend(other.leaves.into_iter().map(|leaf| Leaf { x: leaf.x + x, y: leaf.y + y, ..leaf }));
        self.warnings.extend(other.warnings);
    }

    /// Adds a warning.
    pub(crate) fn warn(&mut self, kind: WarningKind, span: Option<Span>) {
        let warning = Warning { kind, span };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Warns where it is higher than its area, unless something within did.
    pub(super) fn measure(&mut self, area: Area) {
        let said = self.warnings.iter().any(|warning| warning.kind == WarningKind::TooHigh);
        if self.height > area.height && !said {
            self.warn(WarningKind::TooHigh, None);
        }
    }

    /// Gives the warnings that have no place the one of the block they came from.
    pub(super) fn locate_warnings(&mut self, block: &Block) {
        for warning in &mut self.warnings {
            warning.span = warning.span.or_else(|| block.span());
        }
    }

    /// Makes all its leaves nobody's, as in a repeated head; anchors and links go.
    pub(crate) fn into_artifact(mut self) -> Frame {
        self.leaves.retain(|leaf| !matches!(leaf.kind, LeafKind::Anchor(_) | LeafKind::Link { .. }));
        for leaf in &mut self.leaves {
            leaf.owner = Owner::Artifact;
        }
        self
    }
}
