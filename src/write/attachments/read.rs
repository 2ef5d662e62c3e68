//! PDF to attachments: the tree of embedded files, followed as far as a file of sense goes (ISO 32000-1, 7.11.4 and 7.9.6).

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_syntax::Pdf;
use hayro_syntax::object::dict::Dict;
use hayro_syntax::object::{Array, Name, Object, Stream, String as PdfString};

use crate::diag::{AttachmentProblem, Diagnostic, Diagnostics};
use crate::read::files::{LARGEST, is_inside};
use crate::read::pdf_file;

use crate::set::document::Attachment;

/// The most files that are taken out of a PDF, and the most nodes that their tree may have.
const MOST: usize = 10_000;
/// The most bytes of all of them together, unpacked: what is read is never more than a machine can hold.
const MOST_BYTES: u64 = 8 * LARGEST;

/// The files attached to a PDF, in order of their names; `name` is what messages call the PDF. `None` after reporting why it can't be read, or why
/// not all of them can be given back.
pub(crate) fn read(name: &str, data: Vec<u8>, sink: &mut Diagnostics) -> Option<Vec<Attachment>> {
    let pdf = pdf_file::open(data, name).map_err(|problem| sink.push(Diagnostic::without_place(problem))).ok()?;
    let mut report = |problem: AttachmentProblem| sink.push(Diagnostic::without_place(problem));
    let specs = specs(&pdf);
    if specs.is_empty() {
        report(AttachmentProblem::None { name: name.into() });
        return None;
    }
    let mut problems = Vec::new();
    let (mut files, mut names, mut bytes) = (Vec::new(), BTreeSet::new(), 0);
    for (key, spec) in specs {
        let file = attachment(key, &spec, MOST_BYTES - bytes).and_then(|file| {
            bytes += file.data.len() as u64;
            if !is_inside(&file.path) {
                return Err(AttachmentProblem::Outside { name: file.path });
            }
            // A file that is listed twice is one.
            match names.insert(file.path.to_lowercase()) {
                true => Ok(Some(file)),
                false if files.contains(&file) => Ok(None),
                false => Err(AttachmentProblem::Twice { name: file.path }),
            }
        });
        match file {
            Ok(file) => files.extend(file),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        return Some(files);
    }
    problems.into_iter().for_each(report);
    None
}

/// The file specifications of a PDF with the names they are listed by. A tree that leads back into itself ends at the most nodes.
fn specs(pdf: &Pdf) -> Vec<(Option<String>, Dict<'_>)> {
    let names = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).and_then(|root| root.get::<Dict<'_>>("Names"));
    let mut pending: Vec<Dict<'_>> = names.and_then(|names| names.get("EmbeddedFiles")).into_iter().collect();
    let mut specs = Vec::new();
    for _ in 0..MOST {
        let Some(node) = pending.pop() else { break };
        if let Some(names) = node.get::<Array<'_>>("Names") {
            let mut entries = names.iter::<Object<'_>>();
            while let (Some(key), Some(spec)) = (entries.next(), entries.next()) {
                let key = key.into_string().map(|key| text(key.as_bytes()));
                specs.extend(spec.into_dict().filter(|_| specs.len() < MOST).map(|spec| (key, spec)));
            }
        }
        let kids = node.get::<Array<'_>>("Kids").map(|kids| kids.iter::<Dict<'_>>().take(MOST).collect::<Vec<_>>());
        pending.extend(kids.into_iter().flatten().rev());
        pending.truncate(MOST);
    }
    specs
}

fn attachment(key: Option<String>, spec: &Dict<'_>, room: u64) -> Result<Attachment, AttachmentProblem> {
    let named = |key: &str| spec.get::<PdfString<'_>>(key).map(|name| text(name.as_bytes()));
    let path = named("UF").or_else(|| named("F")).or(key).unwrap_or_default();
    let streams = spec.get::<Dict<'_>>("EF");
    let stream = streams.and_then(|files| files.get::<Stream<'_>>("UF").or_else(|| files.get::<Stream<'_>>("F")));
    let data = stream.ok_or(None).and_then(|stream| unpack(&stream, room.min(LARGEST)).map_err(Some));
    match data {
        Ok(data) => Ok(Attachment { path, data }),
        Err(Some(Unpacked::TooLarge)) => Err(AttachmentProblem::TooLarge { name: path, limit: LARGEST }),
        Err(_) => Err(AttachmentProblem::Damaged { name: path }),
    }
}

/// Why a stream could not be unpacked.
enum Unpacked {
    Damaged,
    TooLarge,
}

/// A stream's bytes, at most `limit`. Compressed ones are unpacked here, piece by piece, since a few bytes can unpack to any number.
fn unpack(stream: &Stream<'_>, limit: u64) -> Result<Vec<u8>, Unpacked> {
    let (raw, dict) = (stream.raw_data(), stream.dict());
    let one = dict.get::<Name<'_>>("Filter").map(|name| vec![name]);
    let filters = one.or_else(|| Some(dict.get::<Array<'_>>("Filter")?.iter::<Name<'_>>().collect()));
    let filters = filters.unwrap_or_default();
    let plain = !dict.contains_key("DecodeParms");
    let mut data = Vec::new();
    match &filters[..] {
        [] => data = raw.to_vec(),
        [filter] if filter.as_str() == "FlateDecode" && plain => {
            let read = ZlibDecoder::new(&raw[..]).take(limit + 1).read_to_end(&mut data);
            read.map_err(|_| Unpacked::Damaged)?;
        }
        // Other packings grow at most some hundredfold, and nobody attaches large files in them.
        [_] if (raw.len() as u64) < limit / 2_000 => data = stream.decoded().map_err(|_| Unpacked::Damaged)?.to_vec(),
        _ => return Err(Unpacked::Damaged),
    }
    if data.len() as u64 > limit { Err(Unpacked::TooLarge) } else { Ok(data) }
}

/// A text string: UTF-16 or UTF-8 by its mark, else Latin (ISO 32000-2, 7.9.2.2); one that reads as UTF-8 all the same is taken as such, as
/// many writers mean it.
fn text(bytes: &[u8]) -> String {
    let units = |from: fn([u8; 2]) -> u16| bytes[2..].chunks_exact(2).map(move |pair| from([pair[0], pair[1]]));
    match bytes {
        [0xFE, 0xFF, ..] => String::from_utf16_lossy(&units(u16::from_be_bytes).collect::<Vec<_>>()),
        [0xFF, 0xFE, ..] => String::from_utf16_lossy(&units(u16::from_le_bytes).collect::<Vec<_>>()),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        },
    }
}
