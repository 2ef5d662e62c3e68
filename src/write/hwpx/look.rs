//! The looks that text, paragraphs and boxes of the document refer to by number.

use crate::set::layout::{Color, Stroke};

/// How characters look (`charPr`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct CharLook {
    /// Type size in hundredths of a point.
    pub height: i64,
    /// Their colour.
    pub color: Color,
    /// Their face, by its number.
    pub font: usize,
    /// Whether they are set bold.
    pub bold: bool,
    /// How wide they are drawn, in percent (장평).
    pub ratio: i64,
    /// Added after each, in percent of their size (자간).
    pub spacing: i64,
    /// Their size within the text's, in percent.
    pub relative: i64,
    /// Whether they are underlined.
    pub underline: bool,
    /// Whether they stand above or below the line.
    pub script: Script,
}

impl CharLook {
    /// Upright in the first face, as wide and as far apart as it has them.
    pub(super) fn plain(height: i64, color: Color) -> CharLook {
        CharLook {
            height,
            color,
            font: 0,
            bold: false,
            ratio: 100,
            spacing: 0,
            relative: 100,
            underline: false,
            script: Script::None,
        }
    }
}

/// Whether characters stand above or below their line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Script {
    /// On it.
    #[default]
    None,
    /// Above it (위첨자).
    Raised,
    /// Below it (아래첨자).
    Lowered,
}

/// How a paragraph looks (`paraPr`). Lengths are in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ParaLook {
    /// Where its lines stand.
    pub align: ParaAlign,
    /// From the measure's left edge.
    pub left: i64,
    /// From its right edge.
    pub right: i64,
    /// How far lines after the first stand further in.
    pub hanging: i64,
    /// Above it.
    pub before: i64,
    /// Line spacing in percent of the type size.
    pub leading: i64,
    /// The level that it has as a heading, from 0.
    pub outline: Option<u8>,
    /// Whether it stays with the next paragraph.
    pub with_next: bool,
    /// Whether runt lines are kept from its ends.
    pub orphans: bool,
    /// Where its tab stands, if it has one.
    pub tab: Option<TabLook>,
    /// What is drawn round it; 0 for nothing.
    pub border: usize,
}

/// Where the lines of a paragraph stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ParaAlign {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// At both edges.
    Justify,
    /// Letters shared out over the measure (배분).
    Spread,
}

impl ParaAlign {
    pub(super) fn name(self) -> &'static str {
        match self {
            ParaAlign::Left => "LEFT",
            ParaAlign::Center => "CENTER",
            ParaAlign::Right => "RIGHT",
            ParaAlign::Justify => "JUSTIFY",
            ParaAlign::Spread => "DISTRIBUTE",
        }
    }
}

/// A tab whose text ends where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct TabLook {
    /// From the measure's left edge, in hundredths of a point.
    pub at: i64,
    /// Whether dots lead to it.
    pub dotted: bool,
}

/// What is drawn round and behind a cell or paragraph (`borderFill`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct BoxLook {
    /// Its rules: top, right, bottom, left.
    pub sides: [Edge; 4],
    /// Its background.
    pub fill: Option<Color>,
    /// The rule from its upper left corner to its lower right.
    pub diagonal: Option<Stroke>,
}

/// A rule at a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Edge {
    /// One line, or none where it has no width.
    Line(Stroke),
    /// A heavy line outside of a fine one, as wide together as this.
    Double(Stroke),
}

impl BoxLook {
    /// Nothing.
    pub(super) const NONE: BoxLook = BoxLook { sides: [Edge::Line(Stroke::NONE); 4], fill: None, diagonal: None };
}
