//! Document to bytes: one walk over the pages, one over each structure. The only stage that knows the writer, and floats.

mod attach;
mod bookmarks;
mod draw;
mod images;
pub(crate) mod pack;
mod path;
mod spaced;
mod standard;
mod svg;
mod tags;

pub use standard::Standard;

use std::num::{NonZeroU32, NonZeroU64};

use krilla::Document as Writer;
use krilla::SerializeSettings;
use krilla::error::KrillaError;
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::num::NormalizedF32;
use krilla::page::{NumberingStyle, PageLabel, PageSettings};
use krilla::text::Font;

use crate::diag::{Diagnostic, LayoutProblem, Refusal};
use crate::model::report::CoverDate;
use crate::model::source::Span;
use crate::set::document::{Document, Label};
use crate::set::font::Fonts;

use draw::Drawing;
use images::Images;

/// Writes a document. Errors of the writer come back with the place they stem from.
pub(crate) fn write(document: Document, fonts: &Fonts, standard: Standard) -> Result<Vec<u8>, Vec<Diagnostic>> {
    // As one of the pool's threads, so that those that compress pages beside it never outnumber the cores and slow it down.
    let written = rayon::scope(|_| write_beside(document, fonts, standard));
    // Streams and subset fonts are remembered, so that a report that is written again is compressed anew only where it was changed. What this file didn't
    // need is forgotten.
    comemo::evict(1);
    written
}

fn write_beside(mut document: Document, fonts: &Fonts, standard: Standard) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let settings = SerializeSettings {
        configuration: standard.configuration(),
        // PDF/A-1b and -2b promise the look only, but tags do no harm there and help readers: every file has them.
        enable_tagging: true,
        ..SerializeSettings::default()
    };
    let mut writer = Writer::new_with(settings);
    let dated = date(document.date);
    for attachment in std::mem::take(&mut document.attachments) {
        attach::attach(attachment, dated, &mut writer);
    }
    let pages = std::mem::take(&mut document.pages);
    let images = Images::prepare(&pages, document.press, standard);
    let mut drawing = Drawing::new(&document, fonts, images);
    // Each page goes as soon as it is drawn: a long report is never held twice. Not on another thread, which has the pages before it to compress first.
    for page in pages {
        let size = (page.width.to_pt(), page.height.to_pt());
        let Some(settings) = PageSettings::from_wh(size.0, size.1) else { continue };
        let mut target = writer.start_page_with(settings.with_page_label(label(&page.label)));
        drawing.page(&page, &mut target);
        target.finish();
    }
    writer.set_metadata(metadata(&document, dated));
    writer.set_outline(bookmarks::build(&document));
    let Drawing { mut locations, identifiers, fonts: opened, .. } = drawing;
    writer.set_tag_tree(tags::build(&document, identifiers, standard, &mut locations));
    rayon::spawn(move || drop(document));
    let name = |font: &Font| {
        let index = opened.iter().position(|(opened, _)| opened.as_ref() == Some(font));
        index.and_then(|index| fonts.faces().get(index)).map_or_else(String::new, |face| face.family.clone())
    };
    let bytes = writer.finish().map_err(|error| locations.explain(&error, name))?;
    Ok(if standard.allows_object_streams() { pack::pack(&bytes).unwrap_or(bytes) } else { bytes })
}

fn label(label: &Label) -> PageLabel {
    match label {
        Label::Number(number) => PageLabel::new(Some(NumberingStyle::Arabic), None, NonZeroU32::new(*number)),
        Label::Name(name) => PageLabel::new(None, Some(name.clone()), None),
    }
}

fn metadata(document: &Document, dated: DateTime) -> Metadata {
    Metadata::new()
        .title(document.title.clone())
        .authors(vec![document.author.clone()])
        .language("ko-KR".into())
        .creator(concat!("bogoseo ", env!("CARGO_PKG_VERSION")).into())
        .text_direction(TextDirection::LeftToRight)
        .creation_date(dated)
}

/// The date on the cover as a date of the file, so that the same input gives the same bytes; the archive standards want one.
fn date(cover: Option<CoverDate>) -> DateTime {
    let Some(CoverDate { year, month, day }) = cover else { return DateTime::new(2000) };
    let date = DateTime::new(year.unsigned_abs());
    match (month, day) {
        (None, _) => date,
        (Some(month), None) => date.month(month.unsigned_abs()),
        (Some(month), Some(day)) => date.month(month.unsigned_abs()).day(day.unsigned_abs()),
    }
}

/// The places that leaves were typed at, by the numbers the writer hands back in its errors.
#[derive(Debug, Default)]
pub(crate) struct Locations {
    spans: Vec<Span>,
}

impl Locations {
    fn add(&mut self, span: Span) -> krilla::surface::Location {
        if self.spans.last() != Some(&span) {
            self.spans.push(span);
        }
        NonZeroU64::new(self.spans.len() as u64).unwrap_or(NonZeroU64::MIN)
    }

    fn span(&self, location: Option<krilla::surface::Location>) -> Option<Span> {
        self.spans.get(usize::try_from(location?.get()).ok()?.checked_sub(1)?).copied()
    }

    /// What the writer refuses, in our words; `name` is what a font is called.
    fn explain(&self, error: &KrillaError, name: impl Fn(&Font) -> String) -> Vec<Diagnostic> {
        let diagnostic = |location, problem| match self.span(location) {
            Some(span) => Diagnostic::new(problem, span),
            None => Diagnostic::without_place(problem),
        };
        let (location, refusal) = match error {
            KrillaError::Validation(errors) => {
                let broken =
                    errors.iter().map(|(error, _)| (standard::location(error), standard::problem(error, &name)));
                return broken.map(|(location, problem)| diagnostic(location, problem)).collect();
            }
            KrillaError::Image(_, location, _) | KrillaError::SixteenBitImage(_, location) => {
                (*location, Refusal::Picture)
            }
            KrillaError::Font(font, _) => (None, Refusal::Font { font: name(font) }),
            KrillaError::Limit(_) => (None, Refusal::TooMuch),
            KrillaError::DuplicateNamedDestination(_) => (None, Refusal::Own { what: "destinations" }),
            KrillaError::DuplicateTagId(_, location) | KrillaError::UnknownTagId(_, location) => {
                (*location, Refusal::Own { what: "tags" })
            }
        };
        vec![diagnostic(location, LayoutProblem::Writer { refusal })]
    }
}

/// Full opacity: nothing in a report is transparent, which PDF/A-1 forbids.
const OPAQUE: NormalizedF32 = NormalizedF32::ONE;
