//! What tables and figures are called.

use super::Text;

/// What a table or figure is called, beside it and in the lists after the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caption {
    /// Its words, without a number.
    pub text: Text,
    /// Its number among the captioned of its kind, in reading order from 1.
    pub number: u32,
}

/// Kinds of captions, each with numbers of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CaptionKind {
    /// Of tables.
    Table,
    /// Of images and charts.
    Graphic,
}

/// A line of a list of tables or figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Listed {
    /// Which of the two lists it stands in.
    pub kind: CaptionKind,
    /// Its caption.
    pub caption: Caption,
    /// The place that it leads to.
    pub place: u32,
}

/// The lists that stand after the contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Lists {
    /// The projects, within the contents.
    pub projects: bool,
    /// Their badges, with them.
    pub badges: bool,
    /// 표 목차.
    pub tables: bool,
    /// 그림 목차.
    pub figures: bool,
}
