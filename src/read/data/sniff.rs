//! What kind of file some bytes are, from how they begin.

use super::workbook::OLD_BEGINNING;
use crate::diag::Foreign;

/// What some bytes are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP archive, as XLSX and ODS are.
    Zip,
    /// The container of Office's old files, or records of Excel without one.
    Old,
    /// Text, as far as can be told.
    Text,
    /// Something else, and what, if it is well known.
    Other(Option<Foreign>),
}

/// Beginnings of files that are taken for data.
const OTHERS: [(&[u8], Foreign); 9] = [
    (b"%PDF", Foreign::Pdf),
    (b"{\\rtf", Foreign::Rtf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xFF\xD8\xFF", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"HWP Document File", Foreign::Hwp),
    // A text may begin with a column ID and one that begins with P.
    (b"ID;PWXL", Foreign::Sylk),
    (b"ID;PSCALC", Foreign::Sylk),
    (b"MIME-Version:", Foreign::Mht),
];

/// What web pages begin with, after blanks, in letters of any size.
const PAGES: [&str; 14] = [
    "<html",
    "<!doctype html",
    "<head",
    "<body",
    "<meta",
    "<table",
    "<style",
    "<script",
    "<div",
    "<center",
    "<font",
    "<tbody",
    "<tr",
    "<link",
];

/// Looks at the first bytes.
pub(super) fn sniff(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    // Some programs write records of Excel (2.0 to 2003) without their container.
    let is_record = |low: u8| bytes.starts_with(&[0x09, low]) && bytes.get(3) == Some(&0);
    if bytes.starts_with(OLD_BEGINNING) || [0x00, 0x02, 0x04, 0x08].into_iter().any(is_record) {
        return Kind::Old;
    }
    if let Some((_, found)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Kind::Other(Some(*found));
    }
    // UTF-16 has such bytes by nature, and says so at its beginning.
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if let Some(found) = text(bytes, wide) {
        return Kind::Other(Some(found));
    }
    if !wide && bytes.contains(&0) { Kind::Other(None) } else { Kind::Text }
}

/// What a text is that is no table.
fn text(bytes: &[u8], wide: bool) -> Option<Foreign> {
    const LOOKED_AT: usize = 4096;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let ascii: String = match wide {
        true => start.iter().copied().filter(|byte| byte.is_ascii() && *byte != 0).map(char::from).collect(),
        false => start.iter().map(|&byte| if byte.is_ascii() { char::from(byte) } else { '?' }).collect(),
    };
    // What is left of a byte order mark in UTF-8.
    let ascii = ascii.strip_prefix("???").filter(|_| start.starts_with(b"\xEF\xBB\xBF")).unwrap_or(&ascii);
    let ascii = ascii.trim_start().to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| ascii.starts_with(word));
    if begins(&PAGES) || ascii.starts_with("<!--") && ascii.contains("<html") {
        return Some(Foreign::Html);
    }
    if begins(&["<?xml", "<workbook", "<ss:workbook", "<office:document"]) {
        return Some(match () {
            () if ascii.contains("urn:schemas-microsoft-com:office:spreadsheet") => Foreign::Xml2003,
            () if ascii.contains("progid=\"excel.sheet\"") => Foreign::Xml2003,
            () if ascii.contains("opendocument") => Foreign::Fods,
            () if ascii.contains("<html") => Foreign::Html,
            () => Foreign::Xml,
        });
    }
    // A table may begin with a bracket, but not with these.
    let dense: String = ascii.chars().filter(|c| !c.is_whitespace()).take(3).collect();
    let is_json = dense.starts_with("{\"") || dense.starts_with("[{\"") || dense.starts_with("[{}");
    is_json.then_some(Foreign::Json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_told_by_its_beginning() {
        for (bytes, found) in [
            (&b"\n\n <HTML>\n"[..], Foreign::Html),
            (b"\xEF\xBB\xBF<!DOCTYPE html>", Foreign::Html),
            (b"<meta http-equiv='Content-Type'>", Foreign::Html),
            (b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Foreign::Html),
            (b"<?xml version='1.0'?><?mso-application progid=\"Excel.Sheet\"?>", Foreign::Xml2003),
            (b"<?xml version='1.0'?><result/>", Foreign::Xml),
            (b"[\n {\"a\": 1}]", Foreign::Json),
            (b"%PDF-1.7", Foreign::Pdf),
        ] {
            assert_eq!(sniff(bytes), Kind::Other(Some(found)));
        }
        for text in [&b"<a>,1\n"[..], b"[1],2\n", b"<1,2\n", b"{a},b\n", b"ID;Price\n1;2\n", b"", b"\xEF\xBB\xBFa,b\n"]
        {
            assert_eq!(sniff(text), Kind::Text);
        }
    }
}
