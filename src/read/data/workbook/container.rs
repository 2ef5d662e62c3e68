//! The container of Office's old files (MS-CFB): which kind of file it holds, and the stream of a workbook.

use std::io::{Cursor, Read};

use crate::diag::Foreign;

/// The first bytes of a container.
pub(in crate::read::data) const BEGINNING: &[u8] = b"\xD0\xCF\x11\xE0";

/// The most bytes of a workbook.
const MOST: u64 = 384 << 20;

/// What a file holds.
pub(super) enum Stream {
    /// The records of a workbook.
    Workbook(Vec<u8>),
    /// Something else, and what, if it is well known.
    Other(Option<Foreign>),
    /// Nothing that makes sense.
    Damaged,
}

/// What the bytes of a container hold, or those of a workbook without one.
pub(super) fn stream(bytes: &[u8]) -> Stream {
    if !bytes.starts_with(BEGINNING) {
        return Stream::Workbook(bytes.to_vec());
    }
    let Ok(mut container) = cfb::CompoundFile::open(Cursor::new(bytes)) else { return Stream::Damaged };
    for name in ["Workbook", "WORKBOOK", "Book", "BOOK"] {
        if !container.is_stream(name) {
            continue;
        }
        let Ok(stream) = container.open_stream(name) else { return Stream::Damaged };
        let mut records = Vec::new();
        // A stream that ends too early is read as far as it goes: its records say whether something is missing.
        let _ = stream.take(MOST).read_to_end(&mut records);
        return Stream::Workbook(records);
    }
    const OTHERS: [(&str, Foreign); 6] = [
        ("EncryptedPackage", Foreign::EncryptedXlsx),
        ("FileHeader", Foreign::Hwp),
        ("HwpSummaryInformation", Foreign::Hwp),
        ("WordDocument", Foreign::Doc),
        ("PowerPoint Document", Foreign::Ppt),
        ("__properties_version1.0", Foreign::Mail),
    ];
    Stream::Other(OTHERS.into_iter().find(|(name, _)| container.exists(name)).map(|(_, found)| found))
}
