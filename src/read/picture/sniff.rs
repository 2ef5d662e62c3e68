//! What kind of picture some bytes are, by how they begin.

use crate::model::picture::Format;

/// Beginnings of other kinds of file that are taken for pictures.
const OTHERS: &[(&[u8], &str)] = &[
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"\0\0\0\x18ftyp", "HEIC"),
    (b"\0\0\0\x1cftyp", "HEIC"),
    (b"\0\0\0\x20ftyp", "AVIF"),
    (b"\xD0\xCF\x11\xE0", "HWP"),
    (b"\x1f\x8b", "SVGZ"),
];

/// The kind of picture, or that of another file, if it is well known.
pub(super) fn sniff(data: &[u8]) -> Result<Format, Option<&'static str>> {
    if data.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok(Format::Png)
    } else if data.starts_with(&[0xFF, 0xD8]) {
        Ok(Format::Jpeg)
    } else if data.starts_with(b"RIFF") && data.get(8..12) == Some(b"WEBP") {
        Ok(Format::WebP)
    } else if is_svg(data) {
        Ok(Format::Svg)
    } else {
        Err(OTHERS.iter().find(|(beginning, _)| data.starts_with(beginning)).map(|&(_, name)| name))
    }
}

/// Whether it is XML whose first element is `svg`. Declarations and comments before it are seldom longer than this.
fn is_svg(data: &[u8]) -> bool {
    const LONGEST_PROLOGUE: usize = 4096;
    let data = data.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(data).trim_ascii_start();
    let prologue = &data[..data.len().min(LONGEST_PROLOGUE)];
    data.starts_with(b"<") && prologue.windows(4).any(|window| window == b"<svg")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_beginning_tells_the_kind() {
        assert_eq!(sniff(b"\x89PNG\r\n\x1a\n\0"), Ok(Format::Png));
        assert_eq!(sniff(b"\xFF\xD8\xFF"), Ok(Format::Jpeg));
        assert_eq!(sniff(b"RIFF\0\0\0\0WEBPVP8 "), Ok(Format::WebP));
        assert_eq!(sniff(b"\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<svg xmlns=\"\"/>"), Ok(Format::Svg));
        assert_eq!(sniff(b"<html><body/>"), Err(None));
        assert_eq!(sniff(b"GIF89a"), Err(Some("GIF")));
        assert_eq!(sniff(b""), Err(None));
    }

    proptest! {
        #[test]
        fn any_bytes_are_of_some_kind_or_none(data in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = sniff(&data);
        }
    }
}
