//! Pictures made ready for print: what is cut off goes, pixels that no press shows go, photographs stay coded as such.

mod area;
mod pixels;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};

use crate::model::picture::{Part, Raster};
use crate::read::picture::Fault;

pub(crate) use pixels::Pixels;

/// A picture as a page holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Print {
    /// A JPEG, with its colour profile in it.
    Jpeg(Vec<u8>),
    /// Pixels, and the colour profile that they are of.
    Pixels(Pixels, Option<Vec<u8>>),
}

/// What is wanted of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The part that is shown.
    pub part: Part,
    /// The pixels that a press can show of it, across and down.
    pub pixels: (u32, u32),
    /// A picture keeps its pixels where it has no more than so many percent of those that can be shown, across.
    pub spare: u32,
    /// How well photographs are coded that are coded anew: up to 100.
    pub quality: u8,
    /// Whether the file knows no opacity.
    pub opaque: bool,
}

impl Raster {
    /// The picture as a page holds it; a JPEG of which nothing is cut off and that has no pixels to spare goes as it is.
    pub(crate) fn print(&self, seen: (u32, u32), wanted: &Wanted) -> Result<Print, Fault> {
        let Wanted { part, pixels, spare, .. } = *wanted;
        let has_spare = u64::from(part.width) * 100 > u64::from(pixels.0.max(1)) * u64::from(spare.max(100));
        if self.is_plain_jpeg && !has_spare && part == Part::whole(seen) {
            return Ok(Print::Jpeg(self.data.clone()));
        }
        let shown = Pixels::of(self.decode()?, part);
        let shown = if has_spare { shown.shrunk(pixels) } else { shown };
        let shown = if wanted.opaque || shown.is_opaque() { shown.opaque() } else { shown };
        if self.is_lossy && !shown.has_opacity() {
            return self.jpeg(&shown, wanted.quality).map(Print::Jpeg);
        }
        Ok(Print::Pixels(shown, self.profile.clone()))
    }

    fn jpeg(&self, pixels: &Pixels, quality: u8) -> Result<Vec<u8>, Fault> {
        let color = if pixels.channels == 1 { ExtendedColorType::L8 } else { ExtendedColorType::Rgb8 };
        let mut jpeg = Vec::new();
        let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, quality.clamp(1, 100));
        if let Some(profile) = &self.profile {
            encoder.set_icc_profile(profile.clone()).map_err(|_| Fault::Damaged)?;
        }
        encoder.write_image(&pixels.bytes, pixels.size.0, pixels.size.1, color).map_err(|_| Fault::Damaged)?;
        Ok(jpeg)
    }
}
