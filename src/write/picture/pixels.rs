//! Pixels in memory: eight bits a channel, their channels side by side.

use image::codecs::png::PngEncoder;
use image::{DynamicImage, ExtendedColorType, ImageEncoder};

use crate::model::picture::Part;

/// Pixels, row by row from the top, each of its channels after the other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Pixels {
    /// Width and height.
    pub size: (u32, u32),
    /// Channels of a pixel: 1 grey, 2 grey with opacity, 3 red, green and blue, 4 these with opacity.
    pub channels: usize,
    /// So many bytes as `size` and `channels` say.
    pub bytes: Vec<u8>,
}

impl Pixels {
    /// A part of a decoded picture. Print shows no more than eight bits of a channel.
    pub(super) fn of(image: DynamicImage, part: Part) -> Pixels {
        let is_whole = part == Part::whole((image.width(), image.height()));
        let image = if is_whole { image } else { image.crop_imm(part.x, part.y, part.width, part.height) };
        let size = (image.width(), image.height());
        let channels = usize::from(image.color().channel_count());
        let bytes = match channels {
            1 => image.into_luma8().into_raw(),
            2 => image.into_luma_alpha8().into_raw(),
            3 => image.into_rgb8().into_raw(),
            _ => image.into_rgba8().into_raw(),
        };
        Pixels { size, channels, bytes }
    }

    /// The same as a file, with the colour profile that they are of.
    pub(crate) fn png(&self, profile: Option<Vec<u8>>) -> Vec<u8> {
        let color = match self.channels {
            1 => ExtendedColorType::L8,
            2 => ExtendedColorType::La8,
            3 => ExtendedColorType::Rgb8,
            _ => ExtendedColorType::Rgba8,
        };
        let mut png = Vec::new();
        let mut encoder = PngEncoder::new(&mut png);
        // A profile that the format can't hold leaves the colours as they are mostly meant.
        let _ = profile.map(|profile| encoder.set_icc_profile(profile));
        // Pixels have as many bytes as their size says, and memory takes what is written.
        let _ = encoder.write_image(&self.bytes, self.size.0, self.size.1, color);
        png
    }

    /// Whether its last channel is opacity.
    pub(crate) fn has_opacity(&self) -> bool {
        self.channels.is_multiple_of(2)
    }

    /// The same without its opacity: none of it is anything but full, or it is laid on white paper.
    pub(super) fn opaque(self) -> Pixels {
        if !self.has_opacity() {
            return self;
        }
        let colours = self.channels - 1;
        let mut bytes = Vec::with_capacity(self.bytes.len() / self.channels * colours);
        for pixel in self.bytes.chunks_exact(self.channels) {
            let opacity = u32::from(pixel[colours]);
            let on_white = |value: u8| ((u32::from(value) * opacity + 255 * (255 - opacity) + 127) / 255) as u8;
            bytes.extend(pixel[..colours].iter().map(|&value| on_white(value)));
        }
        Pixels { channels: colours, bytes, ..self }
    }

    /// Whether nothing of it lets the paper through.
    pub(super) fn is_opaque(&self) -> bool {
        !self.has_opacity() || self.bytes.chunks_exact(self.channels).all(|pixel| pixel[self.channels - 1] == 255)
    }

    /// Its colours and, where it has one, its opacity, apart from each other.
    pub(crate) fn split(&self) -> (Vec<u8>, Option<Vec<u8>>) {
        if !self.has_opacity() {
            return (self.bytes.clone(), None);
        }
        let colours = self.channels - 1;
        let pixels = || self.bytes.chunks_exact(self.channels);
        let opacity = pixels().map(|pixel| pixel[colours]).collect();
        (pixels().flat_map(|pixel| &pixel[..colours]).copied().collect(), Some(opacity))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opacity_is_laid_on_white_and_split_off() {
        let pixels = Pixels { size: (3, 1), channels: 2, bytes: vec![0, 255, 0, 0, 100, 51] };
        assert!(!pixels.is_opaque());
        assert_eq!(pixels.split(), (vec![0, 0, 100], Some(vec![255, 0, 51])));
        assert_eq!(pixels.opaque().bytes, [0, 255, 224]);
    }
}
