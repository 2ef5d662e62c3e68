//! What kind of file some bytes are, from how they begin.

/// What some bytes are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP archive, as XLSX and ODS are.
    Zip,
    /// Text, as far as can be told.
    Text,
    /// Something else, and what, if it is well known.
    Other(Option<&'static str>),
}

/// Beginnings of files that are taken for data.
const OTHERS: &[(&[u8], &str)] = &[
    // What Excel encrypts, and what it saved until 2003, stand in the same container as HWP.
    (b"\xD0\xCF\x11\xE0", "XLS/HWP"),
    (b"%PDF", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"<html", "HTML"),
    (b"<!DOCTYPE", "HTML"),
    (b"<table", "HTML"),
    (b"\x89PNG", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
];

/// Looks at the first bytes.
pub(super) fn sniff(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if let Some((_, name)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Other(Some(name));
    }
    // UTF-16 has such bytes by nature, and says so at its beginning.
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !wide && bytes.contains(&0) { Kind::Other(None) } else { Kind::Text }
}
