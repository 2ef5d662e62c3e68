//! Text as XML, and lengths in the units of the format.

use std::fmt::Write;

use crate::model::len::Len;

/// The namespaces that every part declares, as the format's own writer does.
pub(super) const NAMESPACES: &str = concat!(
    r#" xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app""#,
    r#" xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph""#,
    r#" xmlns:hp10="http://www.hancom.co.kr/hwpml/2016/paragraph""#,
    r#" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section""#,
    r#" xmlns:hc="http://www.hancom.co.kr/hwpml/2011/core""#,
    r#" xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head""#,
    r#" xmlns:hhs="http://www.hancom.co.kr/hwpml/2011/history""#,
    r#" xmlns:hm="http://www.hancom.co.kr/hwpml/2011/master-page""#,
    r#" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf""#,
    r#" xmlns:dc="http://purl.org/dc/elements/1.1/""#,
    r#" xmlns:opf="http://www.idpf.org/2007/opf/""#,
    r#" xmlns:ooxmlchart="http://www.hancom.co.kr/hwpml/2016/ooxmlchart""#,
    r#" xmlns:hwpunitchar="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar""#,
    r#" xmlns:epub="http://www.idpf.org/2007/ops""#,
    r#" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0""#,
);

/// What every part begins with.
pub(super) const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>"#;

/// A text as XML holds it, in elements and attributes; control characters that XML forbids are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
    out
}

/// A length in hundredths of a point, rounded to nearest.
pub(super) fn units(length: Len) -> i64 {
    (length.as_milli() + if length < Len::ZERO { -5 } else { 5 }) / 10
}

/// A colour, `#1B365D`.
pub(super) fn color([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02X}{green:02X}{blue:02X}")
}

/// Adds what a format gives to a text.
macro_rules! put {
    ($out:expr, $($format:tt)*) => {
        { let _ = std::fmt::Write::write_fmt(&mut $out, format_args!($($format)*)); }
    };
}
pub(super) use put;

/// Adds an attribute for each side of a box.
pub(super) fn sides(out: &mut String, name: &str, [left, right, top, bottom]: [i64; 4]) {
    let _ = write!(out, r#"<{name} left="{left}" right="{right}" top="{top}" bottom="{bottom}"/>"#);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_never_gets_into_it() {
        assert_eq!(escaped("a<b>&\"\u{1}\u{ffff}가\n"), "a&lt;b&gt;&amp;&quot;가\n");
    }

    #[test]
    fn lengths_are_rounded_to_nearest() {
        assert_eq!([4, 5, 14, 15, -4, -5].map(|milli| units(Len::milli(milli))), [0, 1, 1, 2, 0, -1]);
    }
}
