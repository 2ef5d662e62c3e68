//! What is said before each page (PWG 5102.4, 4.3): 1,796 bytes, numbers big end first, what isn't said 0.

use super::{Colours, Kind};
use crate::print::preview::Paper;

/// What a file begins with.
pub(super) const SYNC: &[u8] = b"RaS2";

const LENGTH: usize = 1796;

/// Fields by their places; a name of four numbers has those of its neighbours after it.
mod at {
    pub(crate) const MEDIA_CLASS: usize = 0;
    pub(crate) const DUPLEX: usize = 272;
    pub(crate) const RESOLUTION: usize = 276;
    pub(crate) const PAGE_SIZE: usize = 352;
    pub(crate) const TUMBLE: usize = 368;
    pub(crate) const WIDTH: usize = 372;
    pub(crate) const HEIGHT: usize = 376;
    pub(crate) const BITS_PER_COLOUR: usize = 384;
    pub(crate) const BITS_PER_PIXEL: usize = 388;
    pub(crate) const BYTES_PER_LINE: usize = 392;
    pub(crate) const COLOUR_SPACE: usize = 400;
    pub(crate) const COLOURS: usize = 420;
    pub(crate) const TOTAL_PAGE_COUNT: usize = 452;
    pub(crate) const CROSS_FEED_TRANSFORM: usize = 456;
    pub(crate) const FEED_TRANSFORM: usize = 460;
    pub(crate) const IMAGE_BOX: usize = 464;
    pub(crate) const PAGE_SIZE_NAME: usize = 1732;
}

/// The longest name, with a zero after it.
const NAME: usize = 64;

/// Puts the header of a page after what there is. `exchanged`: left and right, top and bottom.
pub(super) fn write(kind: &Kind, paper: Paper, exchanged: (bool, bool), out: &mut Vec<u8>) {
    let mut header = Header([0; LENGTH]);
    let (width, height) = (u32::from(paper.width), u32::from(paper.height));
    let points = |hundredths: i32| (f64::from(hundredths) * 72.0 / 2540.0).round() as u32;
    let bytes = kind.colours.bytes() as u32;
    let turned = |exchanged: bool| if exchanged { -1_i32 as u32 } else { 1 };
    header.name(at::MEDIA_CLASS, "PwgRaster");
    header.name(at::PAGE_SIZE_NAME, &kind.media);
    header.numbers(at::DUPLEX, &[u32::from(kind.backs.is_some())]);
    header.numbers(at::TUMBLE, &[u32::from(kind.backs.is_some_and(|backs| backs.tumble))]);
    header.numbers(at::RESOLUTION, &[u32::from(paper.resolution.0), u32::from(paper.resolution.1)]);
    header.numbers(at::PAGE_SIZE, &[points(kind.size.0), points(kind.size.1)]);
    header.numbers(at::WIDTH, &[width]);
    header.numbers(at::HEIGHT, &[height]);
    header.numbers(at::BITS_PER_COLOUR, &[8]);
    header.numbers(at::BITS_PER_PIXEL, &[8 * bytes]);
    header.numbers(at::BYTES_PER_LINE, &[width * bytes]);
    header.numbers(at::COLOURS, &[bytes]);
    let space = match kind.colours {
        Colours::Grey => 18,
        Colours::Srgb => 19,
    };
    header.numbers(at::COLOUR_SPACE, &[space]);
    header.numbers(at::CROSS_FEED_TRANSFORM, &[turned(exchanged.0)]);
    header.numbers(at::FEED_TRANSFORM, &[turned(exchanged.1)]);
    header.numbers(at::IMAGE_BOX, &[0, 0, width, height]);
    out.extend(header.0);
}

/// Says in the header that begins at a byte how many pages there are.
pub(super) fn count(pages: usize, header: usize, out: &mut [u8]) {
    let start = header + at::TOTAL_PAGE_COUNT;
    if let Some(field) = out.get_mut(start..start + 4) {
        field.copy_from_slice(&u32::try_from(pages).unwrap_or(0).to_be_bytes());
    }
}

struct Header([u8; LENGTH]);

impl Header {
    fn name(&mut self, at: usize, name: &str) {
        let length = name.len().min(NAME - 1);
        self.0[at..at + length].copy_from_slice(&name.as_bytes()[..length]);
    }

    fn numbers(&mut self, at: usize, numbers: &[u32]) {
        for (place, number) in (at..).step_by(4).zip(numbers) {
            self.0[place..place + 4].copy_from_slice(&number.to_be_bytes());
        }
    }
}
