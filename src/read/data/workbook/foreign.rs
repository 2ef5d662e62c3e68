//! Archives that are no spreadsheet, or one that can't be read: what they are.

use super::zip::Archive;
use crate::diag::Foreign;

/// What an archive is that must not be taken for a spreadsheet, though it has parts of one.
pub(super) fn archive(archive: &Archive<'_>) -> Option<Foreign> {
    if archive.has("xl/workbook.bin") {
        return Some(Foreign::Xlsb);
    }
    let kind = archive.beginning("mimetype", 200).unwrap_or_default();
    let manifest = archive.beginning("META-INF/manifest.xml", 1 << 20).unwrap_or_default();
    if manifest.contains("encryption-data") || archive.has("encrypted-package") {
        return Some(if kind.contains("hwp") { Foreign::Hwpx } else { Foreign::EncryptedOds });
    }
    if archive.is_encrypted() {
        return Some(Foreign::EncryptedZip);
    }
    match kind.trim() {
        kind if kind.contains("opendocument.spreadsheet") || kind.is_empty() => None,
        kind if kind.contains("opendocument.text") => Some(Foreign::Odt),
        kind if kind.contains("hwp") => Some(Foreign::Hwpx),
        kind if kind.contains("opendocument") => Some(Foreign::OtherOpenDocument),
        _ => None,
    }
}

/// What an archive is that has no parts of a spreadsheet.
pub(super) fn other(archive: &Archive<'_>) -> Option<Foreign> {
    const PARTS: [(&str, Foreign); 8] = [
        ("word/", Foreign::Docx),
        ("ppt/", Foreign::Pptx),
        ("contents/content.hpf", Foreign::Hwpx),
        ("index/document.iwa", Foreign::Numbers),
        ("index/tables/", Foreign::Numbers),
        ("index.zip", Foreign::Numbers),
        ("index/", Foreign::Numbers),
        ("xl/", Foreign::BrokenXlsx),
    ];
    let found = PARTS.into_iter().find(|(start, _)| archive.has_beginning(start));
    found.map(|(_, found)| found).or(Some(Foreign::Zip))
}
