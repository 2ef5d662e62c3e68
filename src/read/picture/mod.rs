//! Pictures: what the bytes of a file are, looked at whole before any page is made. Nothing else decodes them.

mod jpeg;
mod raster;
mod sniff;
mod svg;

use rayon::prelude::*;

use crate::model::picture::{Content, Drawing, Feature, Format, Raster};
use sniff::sniff;

/// What was found in the bytes of a picture.
#[derive(Debug)]
pub(crate) struct Inspected {
    /// Width and height as it is seen: of pixels, or of a drawing's own units in thousandths.
    pub size: (u32, u32),
    /// What it holds.
    pub content: Content,
}

/// Why a picture can't be had.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Fault {
    /// Of no kind that can be set; and which, if it is well known.
    Format(Option<&'static str>),
    /// It makes no sense, or ends too early.
    Damaged,
    /// So many pixels wide and high, beyond [`LONGEST_SIDE`] or [`MOST_PIXELS`].
    TooManyPixels(u32, u32),
    /// Several pictures that follow each other.
    Animated,
    /// A drawing that isn't well-formed, and what its reader says of it.
    Malformed(String),
    /// A drawing of something that can't be set.
    Unsupported(Feature),
    /// A drawing with more in it than a page could show.
    TooIntricate,
}

/// The longest side of a picture, in pixels: three times what A3 shows at 600 dots an inch.
pub(crate) const LONGEST_SIDE: u32 = 30_000;
/// The most pixels of a picture: A3 at 600 dots an inch. Four bytes each, they take 280 MB while they are looked at.
pub(crate) const MOST_PIXELS: u64 = 70_000_000;
/// Pictures of more pixels than this are decoded one after the other, so that memory doesn't grow with the cores.
const MANY_PIXELS: u64 = 16_000_000;

/// Looks at pictures whole, side by side; the answers come in their order.
pub(crate) fn inspect(files: Vec<Vec<u8>>) -> Vec<Result<Inspected, Fault>> {
    let headers: Vec<_> = files.into_iter().map(header).collect();
    let is_large = |header: &Result<Header, Fault>| header.as_ref().is_ok_and(|header| header.pixels > MANY_PIXELS);
    let side_by_side = headers.into_par_iter().map(|header| match is_large(&header) {
        true => Err(header),
        false => Ok(header.and_then(Header::inspect)),
    });
    let inspected: Vec<_> = side_by_side.collect();
    inspected.into_iter().map(|inspected| inspected.unwrap_or_else(|header| header.and_then(Header::inspect))).collect()
}

/// A file whose header makes sense.
struct Header {
    data: Vec<u8>,
    format: Format,
    /// As its header says; none of a drawing.
    pixels: u64,
}

fn header(data: Vec<u8>) -> Result<Header, Fault> {
    let format = sniff(&data).map_err(Fault::Format)?;
    let (width, height) = match format {
        Format::Svg => (0, 0),
        raster => raster::size(&data, raster)?,
    };
    let pixels = u64::from(width) * u64::from(height);
    if width.max(height) > LONGEST_SIDE || pixels > MOST_PIXELS {
        return Err(Fault::TooManyPixels(width, height));
    }
    Ok(Header { data, format, pixels })
}

impl Header {
    fn inspect(self) -> Result<Inspected, Fault> {
        match self.format {
            Format::Svg => {
                let drawing = Drawing::read(&self.data)?;
                Ok(Inspected { size: drawing.size(), content: Content::Drawing(drawing) })
            }
            format => {
                let (raster, size) = Raster::inspect(self.data, format)?;
                Ok(Inspected { size, content: Content::Raster(raster) })
            }
        }
    }
}
