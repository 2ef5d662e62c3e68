//! Packing: the objects of a finished file into object streams, and its table of places into a stream (PDF 1.5 and later,
//! ISO 32000-1, 7.5.7 and 7.5.8). Stream objects are copied as they are; nothing is renumbered, so no reference changes.

use std::io::Write;
use std::ops::Range;

use flate2::{Compression, write::ZlibEncoder};
use rayon::prelude::*;

/// How many objects share a stream: readers unpack a stream whole to reach one of its objects.
const SHARED: usize = 200;
/// The effort of compression; twice as much time shrinks a file by a fiftieth more.
const LEVEL: u32 = 3;
/// A row of the table: kind, place or number of the object stream, index within it.
const WIDTHS: [usize; 3] = [1, 4, 2];
const ROW: usize = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];

/// Packs a file as the writer leaves it: one table, objects in ascending order, each of generation 0. `None` where it isn't so.
pub(crate) fn pack(file: &[u8]) -> Option<Vec<u8>> {
    let Layout { body, entries, trailer } = layout(file)?;
    let (loose, packed): (Vec<_>, Vec<_>) = (1u32..).zip(&entries).partition(|(_, entry)| entry.is_stream);
    let catalog = catalog(&file[trailer.clone()]);
    let groups: Vec<Group> = packed.par_chunks(SHARED).map(|objects| group(file, objects, catalog)).collect();

    let first = u32::try_from(entries.len()).ok()? + 1;
    let mut packed_file = Packed::begin(&file[..body.start], first + u32::try_from(groups.len()).ok()?);
    for (number, entry) in loose {
        packed_file.copy(number, &file[entry.whole.clone()]);
    }
    for ((stream, group), objects) in (first..).zip(&groups).zip(packed.chunks(SHARED)) {
        packed_file.add_group(stream, group, objects);
    }
    Some(packed_file.finish(&file[trailer]))
}

/// The packed file as it grows.
struct Packed {
    out: Vec<u8>,
    /// The table, a row an object; the last is the table's own.
    rows: Vec<[u8; ROW]>,
}

impl Packed {
    fn begin(head: &[u8], table: u32) -> Packed {
        let mut rows = vec![[0; ROW]; table as usize + 1];
        rows[0] = row(0, 0, 65535);
        Packed { out: head.to_vec(), rows }
    }

    fn copy(&mut self, number: u32, object: &[u8]) {
        self.rows[number as usize] = row(1, self.out.len(), 0);
        self.out.extend_from_slice(object);
    }

    fn add_group(&mut self, stream: u32, group: &Group, objects: &[(u32, &Entry)]) {
        for (index, (number, _)) in objects.iter().enumerate() {
            self.rows[*number as usize] = row(2, stream as usize, index);
        }
        let (count, first) = (objects.len(), group.first);
        self.add_stream(stream, &format!("/Type/ObjStm/N {count}/First {first}"), &group.data);
    }

    fn add_stream(&mut self, number: u32, keys: &str, data: &[u8]) {
        self.rows[number as usize] = row(1, self.out.len(), 0);
        let head = format!("{number} 0 obj\n<<{keys}/Length {}/Filter/FlateDecode>>\nstream\n", data.len());
        self.out.extend_from_slice(head.as_bytes());
        self.out.extend_from_slice(data);
        self.out.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Adds the table with the old trailer's entries.
    fn finish(mut self, trailer: &[u8]) -> Vec<u8> {
        let place = self.out.len();
        let number = self.rows.len() - 1;
        self.rows[number] = row(1, place, 0);
        let table = deflate(&upward(&self.rows));
        let [kind, at, index] = WIDTHS;
        let parms = format!("/DecodeParms<</Predictor 12/Columns {ROW}>>");
        let trailer = String::from_utf8_lossy(trailer);
        let keys = format!("/Type/XRef/Size {}/W[{kind} {at} {index}]{parms}{trailer}", number + 1);
        self.add_stream(number as u32, &keys, &table);
        self.out.extend_from_slice(format!("startxref\n{place}\n%%EOF").as_bytes());
        self.out
    }
}

/// Where everything is in the file.
struct Layout {
    body: Range<usize>,
    entries: Vec<Entry>,
    /// The trailer's entries after `Size`.
    trailer: Range<usize>,
}

/// An object: with `obj` and `endobj`, and without.
struct Entry {
    whole: Range<usize>,
    inner: Range<usize>,
    is_stream: bool,
}

fn layout(file: &[u8]) -> Option<Layout> {
    let tail = file.len().saturating_sub(64);
    let at = tail + find(&file[tail..], b"startxref")?;
    let table: usize = std::str::from_utf8(&file[at + 9..]).ok()?.split_ascii_whitespace().next()?.parse().ok()?;
    let mut lines = file.get(table..)?.splitn(3, |&byte| byte == b'\n');
    if lines.next()? != b"xref" {
        return None;
    }
    let count: usize = std::str::from_utf8(lines.next()?).ok()?.strip_prefix("0 ")?.trim_end().parse().ok()?;
    let rows = lines.next()?;
    let places: Option<Vec<usize>> = rows
        .get(20..count * 20)?
        .chunks_exact(20)
        .map(|row| std::str::from_utf8(&row[..10]).ok()?.parse().ok())
        .collect();
    let places = places?;
    let rest = rows.get(count * 20..)?;
    let start = file.len() - rest.len() + find(rest, b"/Size")?;
    let root = start + find(&file[start..], b"/Root")?;
    let end = root + find(&file[root..], b">>\nstartxref")?;
    let mut entries = Vec::with_capacity(places.len());
    for (index, &place) in places.iter().enumerate() {
        let next = places.get(index + 1).copied().unwrap_or(table);
        let text = file.get(place..next)?;
        let begin = find(&text[..text.len().min(24)], b" 0 obj\n")? + 7;
        let trimmed = text.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii_end();
        let is_stream = trimmed.ends_with(b"endstream");
        entries.push(Entry { whole: place..next, inner: place + begin..place + trimmed.len(), is_stream });
    }
    Some(Layout { body: places.first().copied()?..table, entries, trailer: root..end })
}

/// An object stream's bytes, and where its first object begins when they are unpacked.
struct Group {
    data: Vec<u8>,
    first: usize,
}

/// The number of the object that the trailer calls the root.
fn catalog(trailer: &[u8]) -> Option<u32> {
    let rest = std::str::from_utf8(&trailer[find(trailer, b"/Root")? + b"/Root".len()..]).ok()?;
    rest.split_ascii_whitespace().next()?.parse().ok()
}

/// The catalog without the key that says that its tags aren't doubtful: it says so by being left out, and poppler, which wants a reference there, complains of every
/// file that has it.
fn without_suspects(catalog: &[u8]) -> Option<Vec<u8>> {
    let at = find(catalog, b"/Suspects")?;
    let behind = catalog[at + b"/Suspects".len()..].trim_ascii_start().strip_prefix(b"false")?;
    Some([&catalog[..at], behind].concat())
}

fn group(file: &[u8], objects: &[(u32, &Entry)], catalog: Option<u32>) -> Group {
    let mut head = String::with_capacity(objects.len() * 14);
    let mut body = Vec::with_capacity(objects.iter().map(|(_, entry)| entry.inner.len() + 1).sum());
    for (number, entry) in objects {
        use std::fmt::Write;
        let _ = write!(head, "{number} {} ", body.len());
        let object = &file[entry.inner.clone()];
        let changed = (catalog == Some(*number)).then(|| without_suspects(object)).flatten();
        body.extend_from_slice(changed.as_deref().unwrap_or(object));
        body.push(b'\n');
    }
    let first = head.len();
    let mut all = head.into_bytes();
    all.append(&mut body);
    Group { data: deflate(&all), first }
}

fn row(kind: u8, place: usize, index: usize) -> [u8; ROW] {
    let mut row = [0; ROW];
    row[0] = kind;
    row[1..5].copy_from_slice(&(place as u32).to_be_bytes());
    row[5..].copy_from_slice(&(index as u16).to_be_bytes());
    row
}

/// Each row as its difference from the one above it (PNG's filter 2), which leaves next to nothing of a table of neighbours.
fn upward(rows: &[[u8; ROW]]) -> Vec<u8> {
    let mut above = [0; ROW];
    let mut out = Vec::with_capacity(rows.len() * (ROW + 1));
    for row in rows {
        out.push(2);
        out.extend(row.iter().zip(above).map(|(byte, above)| byte.wrapping_sub(above)));
        above = *row;
    }
    out
}

#[comemo::memoize]
fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 4 + 64), Compression::new(LEVEL));
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
