//! The segments of a JPEG (ITU-T T.81, Annex B): whether it is whole, what its colours are, and what of it a page needs.

use std::ops::Range;

/// A JPEG's segments.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Jpeg {
    /// How many colours a pixel has: one, three, or the four of print.
    pub colours: u8,
    /// Its segments with their markers, from the first to the end of the picture.
    segments: Vec<(u8, Range<usize>)>,
}

/// Ends the picture.
const EOI: u8 = 0xD9;
/// Begins a scan, after whose header the coded pixels follow.
const SOS: u8 = 0xDA;

impl Jpeg {
    /// Walks the segments; `None` where they make no sense or end before the picture does.
    pub(crate) fn read(data: &[u8]) -> Option<Jpeg> {
        let mut colours = None;
        let mut scans = 0;
        let mut segments = Vec::new();
        let mut at = 2;
        loop {
            let start = at;
            (*data.get(at)? == 0xFF).then_some(())?;
            // Any number of fill bytes may stand before a marker.
            while *data.get(at + 1)? == 0xFF {
                at += 1;
            }
            let marker = data[at + 1];
            at += 2;
            match marker {
                EOI => {
                    segments.push((marker, start..at));
                    return Some(Jpeg { colours: colours.filter(|_| scans > 0)?, segments });
                }
                // Markers without a segment.
                0x01 | 0xD0..=0xD8 => {}
                0 => return None,
                _ => {
                    let length = usize::from(u16::from_be_bytes(data.get(at..at + 2)?.try_into().ok()?));
                    let body = data.get(at + 2..at + length.max(2))?;
                    if is_frame(marker) {
                        colours = colours.or(body.get(5).copied());
                    }
                    at += length.max(2);
                    if marker == SOS {
                        scans += 1;
                        at = scan_end(data, at)?;
                    }
                }
            }
            segments.push((marker, start..at));
        }
    }

    /// The picture without what no page needs: camera, place and time (Exif, XMP), thumbnails, comments. What says how its colours are meant stays:
    /// JFIF, the colour profile, and Adobe's mark.
    pub(crate) fn bare(&self, data: &[u8]) -> Vec<u8> {
        const APP0: u8 = 0xE0;
        const APP2: u8 = 0xE2;
        const APP14: u8 = 0xEE;
        const COMMENT: u8 = 0xFE;
        let mut bare = vec![0xFF, 0xD8];
        for (marker, range) in &self.segments {
            let stays = match *marker {
                APP0 | APP14 => true,
                APP2 => data[range.clone()].windows(11).take(16).any(|window| window == b"ICC_PROFILE"),
                0xE1..=0xEF | COMMENT => false,
                _ => true,
            };
            if stays {
                bare.extend_from_slice(&data[range.clone()]);
            }
        }
        bare
    }
}

/// Whether a marker begins a frame, whose header says how many colours there are.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF)
}

/// Where the coded pixels of a scan end: before the next marker that is neither a stuffed zero nor a restart.
fn scan_end(data: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += data.get(at..)?.iter().position(|&byte| byte == 0xFF)?;
        match *data.get(at + 1)? {
            0 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SMALL: &[u8] = b"\xFF\xD8\xFF\xE0\0\x04xx\xFF\xE1\0\x08gps!!!\xFF\xC0\0\x0B\x08\0\x07\0\x09\x01\x01\x11\0\
                           \xFF\xDA\0\x08\x01\x01\0\0\x3F\0ab\xFF\0cd\xFF\xD0ef\xFF\xD9";

    #[test]
    fn a_whole_one_has_its_colours_and_loses_what_no_page_needs() {
        let jpeg = Jpeg::read(SMALL).expect("it is whole");
        assert_eq!(jpeg.colours, 1);
        let bare = jpeg.bare(SMALL);
        assert_eq!(bare.len(), SMALL.len() - 10);
        assert!(!bare.windows(3).any(|window| window == b"gps"));
        assert_eq!(Jpeg::read(&bare).map(|jpeg| jpeg.colours), Some(1));
    }

    #[test]
    fn one_that_ends_anywhere_before_its_end_is_refused() {
        for end in 0..SMALL.len() {
            assert_eq!(Jpeg::read(&SMALL[..end]), None, "{end}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_walked(data in proptest::collection::vec(prop_oneof![Just(0xFF), any::<u8>()], 0..200)) {
            let data = [&[0xFF, 0xD8][..], &data].concat();
            if let Some(jpeg) = Jpeg::read(&data) {
                jpeg.bare(&data);
            }
        }
    }
}
