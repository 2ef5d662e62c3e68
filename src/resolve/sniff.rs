//! What kind of picture some bytes are, and its size, from the header alone.

use crate::report::PictureFormat;

/// What some bytes are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sniffed {
    /// A PNG or JPEG of this size in pixels.
    Picture {
        /// Which.
        format: PictureFormat,
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
    },
    /// A PNG or JPEG whose header makes no sense.
    Damaged,
    /// Something else, and what, if it is well known.
    Other(Option<&'static str>),
}

/// Beginnings of other kinds of file that are taken for pictures.
const OTHERS: &[(&[u8], &str)] = &[
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "WebP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG"),
    (b"\0\0\0\x18ftyp", "HEIC"),
    (b"\0\0\0\x1cftyp", "HEIC"),
    (b"\0\0\0\x20ftyp", "AVIF"),
    (b"\xD0\xCF\x11\xE0", "HWP"),
];

/// Looks at the header.
pub(super) fn sniff(data: &[u8]) -> Sniffed {
    let (format, size) = if data.starts_with(b"\x89PNG\r\n\x1a\n") {
        (PictureFormat::Png, png(data))
    } else if data.starts_with(&[0xFF, 0xD8]) {
        (PictureFormat::Jpeg, jpeg(data))
    } else {
        let known = OTHERS.iter().find(|(beginning, _)| data.starts_with(beginning));
        return Sniffed::Other(known.map(|&(_, name)| name));
    };
    match size {
        Some((width, height)) if width > 0 && height > 0 => Sniffed::Picture { format, width, height },
        _ => Sniffed::Damaged,
    }
}

/// Width and height in the first chunk, which must be IHDR (PNG, 11.2.1).
fn png(data: &[u8]) -> Option<(u32, u32)> {
    let header = data.get(8..24)?;
    let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
    (number(0)? == 13 && header.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

/// Width and height in the frame header (ITU-T T.81, B.2.2), the first of the markers SOF.
fn jpeg(data: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        if *data.get(at)? != 0xFF {
            return None;
        }
        let marker = *data.get(at + 1)?;
        match marker {
            // Any number of fill bytes may stand before a marker.
            0xFF => at += 1,
            // Markers without a segment.
            0x01 | 0xD0..=0xD8 => at += 2,
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                let height = u16::from_be_bytes(data.get(at + 5..at + 7)?.try_into().ok()?);
                let width = u16::from_be_bytes(data.get(at + 7..at + 9)?.try_into().ok()?);
                return Some((width.into(), height.into()));
            }
            // The picture begins, or ends, before its size is known.
            0xD9 | 0xDA => return None,
            _ => at += 2 + usize::from(u16::from_be_bytes(data.get(at + 2..at + 4)?.try_into().ok()?)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_sizes_from_headers() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x03\0\0\0\x05\x08\x02\0\0\0";
        assert_eq!(sniff(png), Sniffed::Picture { format: PictureFormat::Png, width: 3, height: 5 });
        let jpeg = b"\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC0\0\x11\x08\0\x07\0\x09\x03";
        assert_eq!(sniff(jpeg), Sniffed::Picture { format: PictureFormat::Jpeg, width: 9, height: 7 });
        assert_eq!(sniff(&png[..20]), Sniffed::Damaged);
        assert_eq!(sniff(b"GIF89a"), Sniffed::Other(Some("GIF")));
        assert_eq!(sniff(b""), Sniffed::Other(None));
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(data in proptest::collection::vec(any::<u8>(), 0..64), jpeg: bool) {
            let data = if jpeg { [&[0xFF, 0xD8, 0xFF][..], &data].concat() } else { data };
            let _ = sniff(&data);
        }
    }
}
