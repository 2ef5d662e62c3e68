//! A finished PDF as it is read: opened or refused, its pages with their boxes.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Number, ObjectIdentifier, Rect};
use hayro_syntax::page::{Page, Rotation};

use super::geometry::{Area, Matrix, Size};
use crate::diag::PdfProblem;
use crate::read::pdf_file;

/// A finished PDF.
pub(crate) struct Original {
    pub(super) pdf: Pdf,
}

impl Original {
    /// Opens a PDF. `name` is what messages call it.
    pub(crate) fn open(data: Vec<u8>, name: &str) -> Result<Original, PdfProblem> {
        let pdf = pdf_file::open(data, name)?;
        let name = name.to_owned();
        let original = Original { pdf };
        let found = original.page_count();
        let said = original.catalog().get::<Dict<'_>>("Pages").and_then(|pages| pages.get::<i32>("Count"));
        match said.and_then(|said| usize::try_from(said).ok()) {
            Some(said) if said != found => Err(PdfProblem::PagesMissing { name, said, found }),
            _ if found == 0 => Err(PdfProblem::NoPages { name }),
            _ => Ok(original),
        }
    }

    /// How many pages it has.
    pub(crate) fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// The size of a page as it is seen: cut to its trim box, upright. `None` if there is no such page.
    pub(crate) fn size(&self, page: usize) -> Option<Size> {
        Some(Boxes::of(self.pdf.pages().get(page)?).size)
    }

    pub(super) fn catalog(&self) -> Dict<'_> {
        self.pdf.xref().get(self.pdf.xref().root_id()).unwrap_or_default()
    }
}

/// The boxes of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Boxes {
    /// What may be seen of it, in its own coordinates: the bleed box.
    pub bleed: Area,
    /// From its own coordinates to an upright page, the lower left corner of its trim box at the origin.
    pub upright: Matrix,
    /// The size of its trim box, upright, in points.
    pub size: Size,
}

impl Boxes {
    /// Of a page. Boxes that are empty or lie outside of the medium are none (ISO 32000-1, 14.11.2).
    pub(crate) fn of(page: &Page<'_>) -> Boxes {
        let own = |key: &str| page.raw().get::<Rect>(key).map(area);
        let media = Some(area(page.media_box())).filter(|media| !media.is_empty()).unwrap_or(A4);
        let inside = |area: Option<Area>, other: Area| {
            area.map(|area| area.shared(media)).filter(|area| !area.is_empty()).unwrap_or(other)
        };
        let crop = inside(Some(area(page.crop_box())), media);
        let trim = inside(own("TrimBox"), crop);
        let bleed = inside(own("BleedBox"), crop);
        let unit = page.raw().get::<Number>("UserUnit").map(|unit| unit.as_f64());
        let unit = unit.filter(|unit| unit.is_finite() && (0.001..=10_000.0).contains(unit)).unwrap_or(1.0);
        let quarters = match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 1,
            Rotation::Flipped => 2,
            Rotation::FlippedHorizontal => 3,
        };
        let Size { width, height } = trim.size();
        let size = Size { width: width * unit, height: height * unit };
        let upright =
            Matrix::moved(-trim.x0, -trim.y0).then(Matrix::scaled(unit, unit)).then(Matrix::turned(size, quarters));
        Boxes { bleed, upright, size: if quarters % 2 == 0 { size } else { size.turned() } }
    }
}

const A4: Area = Area { x0: 0.0, y0: 0.0, x1: 595.276, y1: 841.89 };

pub(super) fn area(rect: Rect) -> Area {
    Area { x0: rect.x0, y0: rect.y0, x1: rect.x1, y1: rect.y1 }
}

/// A page or one of the nodes above it that has this key.
pub(super) fn inherited<'a>(page: &Page<'a>, key: &str) -> Option<Dict<'a>> {
    /// Deeper than any tree of pages; a node may name itself as its parent.
    const DEEPEST: usize = 64;
    let mut node = page.raw().clone();
    for _ in 0..DEEPEST {
        if node.contains_key(key) {
            return Some(node);
        }
        node = node.get::<Dict<'_>>("Parent")?;
    }
    None
}

/// What an object is called in the file.
pub(super) fn id(page: &Page<'_>) -> Option<ObjectIdentifier> {
    page.raw().obj_id()
}

/// The name under a key.
pub(super) fn name(dict: &Dict<'_>, key: &str) -> Vec<u8> {
    dict.get::<Name<'_>>(key).map(|name| name.as_ref().to_vec()).unwrap_or_default()
}
