//! Parts to a package: a ZIP archive of them, the same bytes for the same parts.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// A part of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its path.
    pub path: String,
    /// Its bytes.
    pub data: Vec<u8>,
    /// Whether it is stored as it is: what tells the package's kind, and what is compressed already.
    pub stored: bool,
}

/// The first day that the archive format knows, 1 January 1980: the package says nothing of when it was written.
const DAY: u16 = 0x21;
/// Names are UTF-8.
const UTF_8: u16 = 0x800;
/// The version of the format that is needed.
const VERSION: u16 = 20;

/// The package of some parts, in their order.
pub(super) fn package(parts: &[Part]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let mut crc = Crc::new();
        crc.update(&part.data);
        let packed = if part.stored { None } else { deflated(&part.data) };
        let method: u16 = if packed.is_some() { 8 } else { 0 };
        let bytes = packed.as_deref().unwrap_or(&part.data);
        let offset = out.len() as u32;
        let mut entry = Vec::new();
        for number in [VERSION, UTF_8, method, 0, DAY] {
            entry.extend(number.to_le_bytes());
        }
        for number in [crc.sum(), bytes.len() as u32, part.data.len() as u32] {
            entry.extend(number.to_le_bytes());
        }
        entry.extend((part.path.len() as u16).to_le_bytes());
        entry.extend(0u16.to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&entry);
        out.extend(part.path.as_bytes());
        out.extend(bytes);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&entry);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(part.path.as_bytes());
    }
    let (start, size, count) = (out.len() as u32, directory.len() as u32, parts.len() as u16);
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    out.extend([0; 4]);
    out.extend([count, count].iter().flat_map(|number| number.to_le_bytes()));
    out.extend([size, start].iter().flat_map(|number| number.to_le_bytes()));
    out.extend([0; 2]);
    out
}

/// Bytes compressed; `None` where that saves nothing.
fn deflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data).ok()?;
    encoder.finish().ok().filter(|packed| packed.len() < data.len())
}
