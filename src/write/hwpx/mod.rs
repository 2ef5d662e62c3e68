//! Chapters to an HWPX document (KS X 6101): text in named styles, native tables, pictures, links; lines and pages are broken by who opens it.
//!
//! What is written are the blocks that pages were made of, at the scale at which they fit them (`flow`). A block that this writer doesn't know doesn't compile.

mod flow;
mod header;
mod look;
mod names;
mod object;
mod package;
mod paragraph;
mod parts;
mod picture;
mod section;
mod styles;
mod table;
mod text;
mod xml;

use std::collections::{BTreeMap, HashMap};

use crate::set::document::{Document, Label};
use crate::set::font::{FaceId, Fonts};
use crate::set::layout::AnchorId;
use crate::set::theme::Theme;
use crate::set::typeset::Flow;

use flow::Pending;
use parts::Pictures;
use styles::Styles;

/// What a document is written from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// The report as it stands on its pages: its numbers of pages, its structures.
    pub document: &'a Document,
    /// Its chapters as they flow.
    pub flows: &'a [Flow],
    /// Its template.
    pub theme: &'a Theme,
    /// Its fonts.
    pub fonts: &'a Fonts,
}

/// Who draws pages as pictures (PNG), one for each, at a resolution in dots an inch; `None` for one that can't be drawn.
pub(crate) type Draw<'a> = &'a dyn Fn(Document, u16) -> Vec<Option<Vec<u8>>>;

/// Writes a document; `None` where a drawing can't be made a picture.
pub(crate) fn write(source: Source<'_>, draw: Draw<'_>) -> Option<Vec<u8>> {
    let mut writer = Writer::new(source);
    let sections = writer.sections(source.flows);
    let pictures = writer.pictures.finish(source.document, draw)?;
    let parts = parts::parts(source.document, &writer.styles, sections, pictures);
    Some(package::package(&parts))
}

/// Where the template says how each named style looks.
#[cfg(test)]
pub(crate) fn style_specs(theme: &Theme) -> Vec<crate::model::source::Span> {
    names::names(theme).into_iter().map(|named| named.spec).collect()
}

/// How far characters advance in the faces of a document.
struct Advances<'a> {
    fonts: &'a Fonts,
    known: std::cell::RefCell<HashMap<(FaceId, char), Option<i64>>>,
}

impl Advances<'_> {
    /// How far a character of a face advances, in millionths of an em.
    fn of(&self, face: FaceId, character: char) -> Option<i64> {
        let mut known = self.known.borrow_mut();
        *known.entry((face, character)).or_insert_with(|| self.fonts.face(face).character_advance(character))
    }
}

/// What is being written.
struct Writer<'a> {
    document: &'a Document,
    theme: &'a Theme,
    fonts: &'a Fonts,
    advances: Advances<'a>,
    styles: Styles,
    pictures: Pictures,
    /// The printed numbers of the pages that places stand on.
    numbers: BTreeMap<AnchorId, u32>,
    /// The chapter whose structure blocks belong to.
    chapter: usize,
    /// Whether headings of it stand in the contents.
    numbered: bool,
    /// What the next paragraph begins with.
    pending: Pending,
    /// Whether the cell that is written has its lines run down.
    is_turned: bool,
    /// The field of the contents, while its lines are written.
    contents: Option<u64>,
    /// Where paragraphs go.
    out: String,
    last_id: u64,
}

impl<'a> Writer<'a> {
    fn new(source: Source<'a>) -> Writer<'a> {
        let Source { document, theme, fonts, .. } = source;
        let numbers =
            document.anchors.iter().filter_map(|(anchor, position)| match document.pages[position.page].label {
                Label::Number(number) => Some((*anchor, number)),
                Label::Name(_) => None,
            });
        Writer {
            document,
            theme,
            fonts,
            advances: Advances { fonts, known: Default::default() },
            styles: Styles::new(names::names(theme)),
            pictures: Pictures::default(),
            numbers: numbers.collect(),
            chapter: 0,
            numbered: false,
            pending: Pending::default(),
            is_turned: false,
            contents: None,
            out: String::new(),
            last_id: 0,
        }
    }

    /// A number that nothing else of the document has.
    fn next_id(&mut self) -> u64 {
        self.last_id += 1;
        self.last_id
    }
}
