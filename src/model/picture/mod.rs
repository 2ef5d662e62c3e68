//! Pictures: what the bytes of a file were found to be.

mod part;

pub(crate) use part::Part;

use std::sync::Arc;

use image::metadata::Orientation;
use usvg::Tree;

/// What a picture holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// Pixels.
    Raster(Raster),
    /// Shapes.
    Drawing(Drawing),
}

impl Content {
    /// The bytes of its file.
    pub(crate) fn data(&self) -> &[u8] {
        match self {
            Content::Raster(raster) => &raster.data,
            Content::Drawing(drawing) => &drawing.data,
        }
    }
}

/// Kinds of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    WebP,
    /// SVG.
    Svg,
}

/// A picture of pixels that can be decoded: it was, once.
#[derive(Debug, Clone)]
pub(crate) struct Raster {
    /// The file.
    pub data: Vec<u8>,
    /// Its kind.
    pub format: Format,
    /// How a camera that was held upright or upside down says it is to be turned.
    pub orientation: Orientation,
    /// How its colours are meant, where it says so.
    pub profile: Option<Vec<u8>>,
    /// Whether a page takes its JPEG as it is: upright, and not in the four colours of print, which mean nothing without the press they were made for.
    pub is_plain_jpeg: bool,
    /// Whether it is coded with loss, as photographs are.
    pub is_lossy: bool,
}

/// A drawing: shapes with their paints, styles and references worked out.
#[derive(Debug, Clone)]
pub(crate) struct Drawing {
    /// Its shapes.
    pub tree: Arc<Tree>,
    /// The file.
    pub data: Arc<[u8]>,
}

/// Something in a drawing that isn't set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feature {
    /// `<text>`: it asks for fonts that are the drawer's, and in others it no longer stands where it was put. Drawing programs turn it
    /// into paths.
    Text,
    /// `<image>`: it would pass by all that is looked at in pictures.
    Image,
    /// `<filter>`: shadows and blurs.
    Filter,
    /// `<mask>`.
    Mask,
    /// `<pattern>`.
    Pattern,
    /// `mix-blend-mode`.
    Blending,
    /// A `<clipPath>` of shapes that are clipped themselves, or that fill in different ways.
    Clip,
    /// `<!ENTITY>`.
    Entities,
    /// `<foreignObject>`: a piece of a web page.
    Foreign,
}

impl Feature {
    /// What it is called in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Feature::Text => "text",
            Feature::Image => "image",
            Feature::Filter => "filter",
            Feature::Mask => "mask",
            Feature::Pattern => "pattern",
            Feature::Blending => "mix-blend-mode",
            Feature::Clip => "clipPath",
            Feature::Entities => "!ENTITY",
            Feature::Foreign => "foreignObject",
        }
    }
}
