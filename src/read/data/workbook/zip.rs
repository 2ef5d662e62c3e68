//! The parts of a ZIP archive, inflated within a limit.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, BufReader, Read};

use flate2::read::DeflateDecoder;

/// An archive in memory.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    /// By their names as [`plain`] has them.
    entries: BTreeMap<String, Entry>,
    /// Whether a part is encrypted.
    encrypted: bool,
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

/// The most bytes that the parts of an archive may hold together. They are never held at once, so this bounds time, not memory. What an archive says of
/// its own sizes is not believed.
pub(super) const MOST_INFLATED: u64 = 384 << 20;

/// The most bytes without a `<`: no text in a document is so long, and it would be held whole.
const LONGEST_TEXT: usize = 8 << 20;

/// Parts beyond which no document goes.
const MOST_ENTRIES: usize = 20_000;

/// A part's name as it is compared: Windows, and so Excel, tells neither capitals from small letters nor the two slashes apart.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace('\\', "/").to_lowercase();
    let parts: Vec<&str> = name.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    parts.join("/")
}

impl<'a> Archive<'a> {
    /// Reads the list of an archive's parts; `None` if it makes no sense.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Archive<'a>> {
        const END: usize = 22;
        let last = bytes.len().checked_sub(END)?;
        // A comment may follow, as long as 16 bits say.
        let from = last.saturating_sub(usize::from(u16::MAX));
        let end = (from..=last).rev().find(|&at| bytes[at..].starts_with(b"PK\x05\x06"))?;
        let mut count = usize::from(short(bytes, end + 10)?);
        let mut at = long(bytes, end + 16)?;
        if let Some((large_count, large_at)) = large_end(bytes, end).filter(|_| count == 0xFFFF || at == 0xFFFF_FFFF) {
            (count, at) = (large_count, large_at);
        }
        let mut archive = Archive { bytes, entries: BTreeMap::new(), encrypted: false, left: Cell::new(MOST_INFLATED) };
        for _ in 0..count.min(MOST_ENTRIES) {
            at = archive.entry(at)?;
        }
        Some(archive)
    }

    /// Reads an entry of the list; answers where the next one begins.
    fn entry(&mut self, at: usize) -> Option<usize> {
        let bytes = self.bytes;
        if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let (flags, method) = (short(bytes, at + 8)?, short(bytes, at + 10)?);
        let [name, extra, comment] = [28, 30, 32].map(|field| short(bytes, at + field).map(usize::from));
        let name_at = at + 46;
        let name_end = name_at.checked_add(name?)?;
        let extra_end = name_end.checked_add(extra?)?;
        let name = String::from_utf8_lossy(bytes.get(name_at..name_end)?);
        let (mut size, mut header) = (long(bytes, at + 20)?, long(bytes, at + 42)?);
        let unknown = [long(bytes, at + 24)? == 0xFFFF_FFFF, size == 0xFFFF_FFFF, header == 0xFFFF_FFFF];
        if unknown.contains(&true) {
            let large = large_sizes(bytes.get(name_end..extra_end)?, unknown);
            size = large[1].unwrap_or(size);
            header = large[2].unwrap_or(header);
        }
        self.encrypted |= flags & 1 != 0;
        // Neither encrypted parts nor other methods stand in documents that can be read.
        if flags & 1 == 0 && matches!(method, 0 | 8) {
            self.entries.insert(plain(&name), Entry { deflated: method == 8, header, size });
        }
        extra_end.checked_add(comment?)
    }

    /// Whether there is a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&plain(name))
    }

    /// Whether a part of it is encrypted.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// Whether there is a part in this folder, or one whose name begins so.
    pub(crate) fn has_beginning(&self, start: &str) -> bool {
        self.entries.range(start.to_owned()..).next().is_some_and(|(name, _)| name.starts_with(start))
    }

    /// The bytes of a part; `None` if there is none, or none that can be read.
    pub(crate) fn part(&self, name: &str) -> Option<BufReader<Part<'_>>> {
        let entry = self.entries.get(&plain(name))?;
        if !self.bytes.get(entry.header..)?.starts_with(b"PK\x03\x04") {
            return None;
        }
        let [name, extra] = [26, 28].map(|field| short(self.bytes, entry.header + field).map(usize::from));
        let start = entry.header.checked_add(30)?.checked_add(name?)?.checked_add(extra?)?;
        let data = self.bytes.get(start..start.checked_add(entry.size)?)?;
        let inside: Box<dyn Read + '_> =
            if entry.deflated { Box::new(DeflateDecoder::new(data)) } else { Box::new(data) };
        Some(BufReader::with_capacity(64 << 10, Part { inside, left: &self.left, since_mark: 0 }))
    }

    /// The beginning of a part, as text.
    pub(crate) fn beginning(&self, name: &str, most: u64) -> Option<String> {
        let mut bytes = Vec::new();
        self.part(name)?.take(most).read_to_end(&mut bytes).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Whether more was inflated than may be.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }
}

/// A part being inflated.
pub(super) struct Part<'a> {
    inside: Box<dyn Read + 'a>,
    left: &'a Cell<u64>,
    /// How many bytes were read since the last `<`.
    since_mark: usize,
}

impl Read for Part<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 || self.since_mark > LONGEST_TEXT {
            self.left.set(0);
            return Err(io::Error::other("more is inflated than may be"));
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.inside.read(&mut buffer[..most])?;
        self.left.set(left - read as u64);
        let mark = buffer[..read].iter().rposition(|&byte| byte == b'<');
        self.since_mark = mark.map_or(self.since_mark + read, |mark| read - mark);
        Ok(read)
    }
}

/// The count of parts and where their list begins, in the end record of a large archive (ZIP64), which may stand in a small one.
fn large_end(bytes: &[u8], end: usize) -> Option<(usize, usize)> {
    let locator = end.checked_sub(20)?;
    if !bytes.get(locator..)?.starts_with(b"PK\x06\x07") {
        return None;
    }
    let at = longer(bytes, locator + 8)?;
    if !bytes.get(at..)?.starts_with(b"PK\x06\x06") {
        return None;
    }
    Some((longer(bytes, at + 32)?, longer(bytes, at + 48)?))
}

/// Sizes and place of a part whose own fields are full (ZIP64): as it is unpacked, as it is packed, where it begins.
fn large_sizes(extra: &[u8], unknown: [bool; 3]) -> [Option<usize>; 3] {
    let mut at = 0;
    while let (Some(kind), Some(length)) = (short(extra, at), short(extra, at + 2)) {
        if kind == 1 {
            let mut field = at + 4;
            return unknown.map(|unknown| {
                let value = unknown.then(|| longer(extra, field)).flatten();
                field += if unknown { 8 } else { 0 };
                value
            });
        }
        at += 4 + usize::from(length);
    }
    [None; 3]
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let number = u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?);
    usize::try_from(number).ok()
}

fn longer(bytes: &[u8], at: usize) -> Option<usize> {
    let number = u64::from_le_bytes(bytes.get(at..at.checked_add(8)?)?.try_into().ok()?);
    usize::try_from(number).ok()
}
