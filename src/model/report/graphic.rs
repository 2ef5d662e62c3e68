//! Images and charts of a report.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::len::Len;
use crate::model::picture::{Content, Part};
use crate::model::source::Span;

use super::{Caption, Chart, Table, Text};

/// An image or chart.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Graphic {
    /// Its name.
    pub name: String,
    /// What is drawn.
    pub kind: GraphicKind,
    /// What a listener hears; a chart without is read out, a picture without is decoration.
    pub alt: Option<String>,
    /// How wide it is; as the template says, if not said.
    pub width: Option<GraphicWidth>,
    /// How high it is at the most.
    pub height: Option<Len>,
    /// What it is called.
    pub caption: Option<Caption>,
    /// The place that leads to it, if something does.
    pub place: Option<u32>,
    /// Where it is defined.
    pub span: Span,
}

/// What a graphic draws.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum GraphicKind {
    /// A picture file.
    Picture(Shown),
    /// A frame that says which picture is missing.
    Placeholder(Text),
    /// A chart.
    Chart(Arc<Chart>),
    /// A frame in the place of a chart, and the table that it would draw, whose figures all remain to be filled in.
    Unfilled(Box<Text>, Arc<Table>),
}

/// How wide a graphic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GraphicWidth {
    /// A share of the room that it stands in, in millionths.
    Share(u32),
    /// A length.
    Fixed(Len),
}

/// A picture as it is shown.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    /// The file.
    pub picture: Arc<Picture>,
    /// The part of it.
    pub part: Part,
    /// Whether it has a frame.
    pub framed: bool,
}

impl Shown {
    /// Whether the same is shown, wherever its file lies.
    pub(crate) fn is_same(&self, other: &Shown) -> bool {
        let same_file = || self.picture.content.data() == other.picture.content.data();
        (self.part, self.framed) == (other.part, other.framed) && same_file()
    }
}

/// A picture's file, looked at.
#[derive(Debug)]
pub(crate) struct Picture {
    /// Where it was read from. Each is read once, so that it tells pictures apart.
    pub path: PathBuf,
    /// Width and height: of pixels as they are seen, or of a drawing.
    pub size: (u32, u32),
    /// What it holds.
    pub content: Content,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Picture) -> bool {
        self.path == other.path && self.content.data() == other.content.data()
    }
}

impl Eq for Picture {}
