//! The parts of a ZIP archive, inflated within a limit.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, BufReader, Read};

use flate2::read::DeflateDecoder;

/// An archive in memory.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: BTreeMap<String, Entry>,
    /// How many bytes may still be inflated.
    left: Cell<u64>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    deflated: bool,
    /// Where its own header begins.
    header: usize,
    /// Its size in the archive.
    size: usize,
}

/// The most bytes that the parts of an archive may hold together: a sheet of as many cells as are read takes less. What an archive says of its own
/// sizes is not believed.
pub(super) const MOST_INFLATED: u64 = 128 << 20;

/// Parts beyond which no document goes.
const MOST_ENTRIES: usize = 20_000;

impl<'a> Archive<'a> {
    /// Reads the list of an archive's parts; `None` if it makes no sense.
    pub fn open(bytes: &'a [u8]) -> Option<Archive<'a>> {
        const END: usize = 22;
        let last = bytes.len().checked_sub(END)?;
        // A comment may follow, as long as 16 bits say.
        let from = last.saturating_sub(usize::from(u16::MAX));
        let end = (from..=last).rev().find(|&at| bytes[at..].starts_with(b"PK\x05\x06"))?;
        let count = usize::from(short(bytes, end + 10)?);
        let mut at = long(bytes, end + 16)?;
        let mut entries = BTreeMap::new();
        for _ in 0..count.min(MOST_ENTRIES) {
            if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
                return None;
            }
            let (flags, method) = (short(bytes, at + 8)?, short(bytes, at + 10)?);
            let [name, extra, comment] = [28, 30, 32].map(|field| short(bytes, at + field).map(usize::from));
            let name_at = at + 46;
            let name_end = name_at.checked_add(name?)?;
            let name = String::from_utf8_lossy(bytes.get(name_at..name_end)?).into_owned();
            // Neither encrypted parts nor other methods stand in documents that can be read.
            if flags & 1 == 0 && matches!(method, 0 | 8) {
                let entry = Entry { deflated: method == 8, header: long(bytes, at + 42)?, size: long(bytes, at + 20)? };
                entries.insert(name, entry);
            }
            at = name_end.checked_add(extra?)?.checked_add(comment?)?;
        }
        Some(Archive { bytes, entries, left: Cell::new(MOST_INFLATED) })
    }

    /// Whether there is a part of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    /// The bytes of a part; `None` if there is none, or none that can be read.
    pub fn part(&self, name: &str) -> Option<BufReader<Part<'_>>> {
        let entry = self.entries.get(name)?;
        if !self.bytes.get(entry.header..)?.starts_with(b"PK\x03\x04") {
            return None;
        }
        let [name, extra] = [26, 28].map(|field| short(self.bytes, entry.header + field).map(usize::from));
        let start = entry.header.checked_add(30)?.checked_add(name?)?.checked_add(extra?)?;
        let data = self.bytes.get(start..start.checked_add(entry.size)?)?;
        let inside: Box<dyn Read + '_> =
            if entry.deflated { Box::new(DeflateDecoder::new(data)) } else { Box::new(data) };
        Some(BufReader::new(Part { inside, left: &self.left }))
    }

    /// Whether more was inflated than may be.
    pub fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }
}

/// A part being inflated.
pub(super) struct Part<'a> {
    inside: Box<dyn Read + 'a>,
    left: &'a Cell<u64>,
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::Error::other("more is inflated than may be"));
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.inside.read(&mut buffer[..most])?;
        self.left.set(left - read as u64);
        Ok(read)
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let number = u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
    usize::try_from(number).ok()
}
