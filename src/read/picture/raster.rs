//! Pictures of pixels: their headers, and their pixels looked at whole.

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits};

use super::Fault;
use super::jpeg::Jpeg;
use crate::model::picture::{Format, Raster};

/// Width and height as the header says.
pub(super) fn size(data: &[u8], format: Format) -> Result<(u32, u32), Fault> {
    let size = decoder(data, format)?.dimensions();
    if size.0 > 0 && size.1 > 0 { Ok(size) } else { Err(Fault::Damaged) }
}

impl Raster {
    /// Looks at all its pixels once, so that what is broken behind the header is found; with its size as it is seen.
    pub(super) fn inspect(data: Vec<u8>, format: Format) -> Result<(Raster, (u32, u32)), Fault> {
        let jpeg = match format {
            // A decoder fills up what is missing with grey.
            Format::Jpeg => Some(Jpeg::read(&data).ok_or(Fault::Damaged)?),
            _ => None,
        };
        let mut decoder = decoder(&data, format)?;
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        let print_colours = jpeg.as_ref().is_some_and(|jpeg| jpeg.colours == 4);
        let profile = decoder.icc_profile().ok().flatten();
        let profile = profile.filter(|profile| !print_colours && profile.len() <= LONGEST_PROFILE);
        let seen = decoded(decoder, orientation)?;
        let is_plain_jpeg = jpeg.is_some() && orientation == Orientation::NoTransforms && !print_colours;
        let is_lossy = format == Format::Jpeg || format == Format::WebP && is_lossy_webp(&data);
        let data = jpeg.map(|jpeg| jpeg.bare(&data)).unwrap_or(data);
        let raster = Raster { data, format, orientation, profile, is_plain_jpeg, is_lossy };
        Ok((raster, (seen.width(), seen.height())))
    }

    /// Its pixels as they are seen.
    pub(crate) fn decode(&self) -> Result<DynamicImage, Fault> {
        decoded(decoder(&self.data, self.format)?, self.orientation)
    }
}

/// What a picture may take up while it is decoded: the most pixels of the most bytes, and some more for the decoder.
const MOST_BYTES: u64 = super::MOST_PIXELS * 8 + (64 << 20);

/// Longer colour profiles are left out: nobody's are.
const LONGEST_PROFILE: usize = 4 << 20;

/// The length that a WebP says it has; its decoder makes up what is missing at the end.
fn riff_length(data: &[u8]) -> Option<usize> {
    let length = u32::from_le_bytes(data.get(4..8)?.try_into().ok()?);
    usize::try_from(length).ok()?.checked_add(8)
}

/// Whether a WebP has a chunk that is coded with loss.
fn is_lossy_webp(data: &[u8]) -> bool {
    let mut at = 12;
    while let (Some(name), Some(length)) = (data.get(at..at + 4), data.get(at + 4..at + 8)) {
        if name == b"VP8 " {
            return true;
        }
        let length = length.iter().rev().fold(0, |length, &byte| length << 8 | usize::from(byte));
        at += 8 + length + length % 2;
    }
    false
}

fn decoder(data: &[u8], format: Format) -> Result<Box<dyn ImageDecoder + '_>, Fault> {
    let limits = || {
        let mut limits = Limits::default();
        limits.max_alloc = Some(MOST_BYTES);
        limits
    };
    let reader = Cursor::new(data);
    let mut decoder: Box<dyn ImageDecoder> = match format {
        Format::Png => Box::new(PngDecoder::with_limits(reader, limits()).map_err(fault)?),
        Format::WebP => {
            if riff_length(data).is_none_or(|length| data.len() < length) {
                return Err(Fault::Damaged);
            }
            let webp = WebPDecoder::new(reader).map_err(fault)?;
            if webp.has_animation() {
                return Err(Fault::Animated);
            }
            Box::new(webp)
        }
        Format::Jpeg | Format::Svg => Box::new(JpegDecoder::new(reader).map_err(fault)?),
    };
    decoder.set_limits(limits()).map_err(fault)?;
    Ok(decoder)
}

fn decoded(decoder: Box<dyn ImageDecoder + '_>, orientation: Orientation) -> Result<DynamicImage, Fault> {
    let mut image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    image.apply_orientation(orientation);
    Ok(image)
}

fn fault(_: ImageError) -> Fault {
    Fault::Damaged
}
