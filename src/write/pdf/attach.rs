//! Attaching: the files that a report was made from, in the file that was made from them (PDF/A-3, ISO 19005-3, 6.8).

use krilla::Document as Writer;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::metadata::DateTime;

use crate::set::document::Attachment;

/// What a reader's list of attachments says of each.
const DESCRIPTION: &str = "이 보고서를 만든 파일";

/// Puts a file into the document, dated as the document is, so that the same input gives the same bytes.
pub(super) fn attach(attachment: Attachment, dated: DateTime, writer: &mut Writer) {
    let mime_type = MimeType::new(media_type(&attachment.path));
    // Paths of attachments are unique, so that the writer has no other of this name.
    let _ = writer.embed_file(EmbeddedFile {
        path: attachment.path,
        mime_type,
        description: Some(DESCRIPTION.into()),
        association_kind: AssociationKind::Source,
        data: attachment.data.into(),
        modification_date: Some(dated),
        compress: None,
        location: None,
    });
}

/// The media type of a file, by its name: those of the files that reports are made of.
fn media_type(path: &str) -> &'static str {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension.to_ascii_lowercase().as_str() {
        "toml" => "application/toml",
        "csv" => "text/csv",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "ttc" => "font/collection",
        _ => "application/octet-stream",
    }
}
