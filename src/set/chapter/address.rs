//! Web addresses in texts: where they stand, and where they lead.

use std::ops::Range;

/// What an address begins with, and what has to be put before it so that it leads somewhere.
const BEGINNINGS: [(&str, &str); 3] = [("https://", ""), ("http://", ""), ("www.", "http://")];

/// Whether a text may have an address, asked of every text.
pub(super) fn may_have(text: &str) -> bool {
    text.contains("://") || text.contains("www.")
}

/// The addresses of a text: their bytes, and where they lead.
pub(super) fn find(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, before)) = next(text, at) {
        let end = end(text, start);
        at = end.max(start + 1); // An address begins with an ASCII letter.
        if is_whole(&text[start..end]) {
            found.push((start..end, format!("{before}{}", encoded(&text[start..end]))));
        }
    }
    found
}

/// The next beginning of an address from a byte on. A name that merely ends like one (`wwww.`) is none.
fn next(text: &str, from: usize) -> Option<(usize, &'static str)> {
    let rest = text.get(from..)?;
    let begins = |(beginning, before): &(&'static str, &'static str)| {
        let mut places = rest.match_indices(beginning).map(|(at, _)| from + at);
        let free =
            places.find(|at| !text[..*at].ends_with(|c: char| c.is_ascii_alphanumeric() || "./-_@".contains(c)))?;
        Some((free, *before))
    };
    BEGINNINGS.iter().filter_map(begins).min_by_key(|(at, _)| *at)
}

/// Where an address ends: before a blank or what no address has, and before a particle, `…go.kr에서`; Hangul goes on only where it begins a part of the
/// path. Signs of the sentence behind it, and a bracket that was opened before it, are not its own.
fn end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut last = ' ';
    for character in text[start..].chars() {
        let goes_on = match character {
            'a'..='z' | 'A'..='Z' | '0'..='9' => true,
            '-' | '.' | '_' | '~' | ':' | '/' | '?' | '#' | '@' | '!' | '$' | '&' | '(' | ')' | '*' | '+' | ','
            | ';' | '=' | '%' => true,
            other => {
                other.is_alphanumeric()
                    && !other.is_ascii()
                    && (!last.is_ascii() || (in_path(&text[start..end]) && "/=_-".contains(last)))
            }
        };
        if !goes_on {
            break;
        }
        end += character.len_utf8();
        last = character;
    }
    loop {
        let address = &text[start..end];
        let closes_more = address.ends_with(')') && address.matches(')').count() > address.matches('(').count();
        match address.chars().next_back() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '(' | '*' | '~') => end -= 1,
            Some(')') if closes_more => end -= 1,
            _ => return end,
        }
    }
}

/// Whether the path of an address has begun.
fn in_path(address: &str) -> bool {
    let host = address.split_once("://").map_or(address, |(_, host)| host);
    host.contains('/')
}

/// Whether an address names a host: letters, a dot, letters.
fn is_whole(address: &str) -> bool {
    let host = address.split_once("://").map_or(address, |(_, host)| host);
    let host = host.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let mut labels = host.rsplit('.');
    let top = labels.next().is_some_and(|top| top.len() >= 2 && top.starts_with(|c: char| c.is_ascii_alphabetic()));
    let names = labels.clone().count();
    top && names >= 1 && labels.all(|label| !label.is_empty()) && (names >= 2 || !host.starts_with("www."))
}

/// An address as readers of PDF take it: what is not ASCII by its bytes.
fn encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            byte if byte.is_ascii() => encoded.push(char::from(byte)),
            other => encoded += &format!("%{other:02X}"),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str) -> Vec<(&str, String)> {
        find(text).into_iter().map(|(range, leads)| (&text[range], leads)).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        let led = |text: &str| found(text).into_iter().map(|(_, leads)| leads).collect::<Vec<_>>();
        assert_eq!(led("누리집(https://www.example.go.kr)에서"), ["https://www.example.go.kr"]);
        assert_eq!(
            led("www.example.go.kr, http://a.example.com/b?c=1&d=2."),
            ["http://www.example.go.kr", "http://a.example.com/b?c=1&d=2"]
        );
        assert_eq!(led("https://example.kr에서 신청"), ["https://example.kr"]);
        assert_eq!(led("https://example.kr/main에서 신청"), ["https://example.kr/main"]);
        assert_eq!(led("https://example.com/#ch/name_(a) 참고"), ["https://example.com/#ch/name_(a)"]);
        assert_eq!(led("https://example.org/wiki/보고"), ["https://example.org/wiki/%EB%B3%B4%EA%B3%A0"]);
        assert_eq!(found("「https://example.kr/a」·www.example.kr").len(), 2);
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "https://",
            "www.",
            "http://a",
            "www.kr",
            "wwww.example.kr",
            "a@www.example.kr",
            "1://2.33",
            "https://.kr",
            "://",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_looked_through(text in "(https?://|www\\.|[a-z.가에/()=, ]){0,24}") {
            let mut last = 0;
            for (range, leads) in find(&text) {
                prop_assert!(range.start >= last && !text[range.clone()].contains([' ', '\n']));
                prop_assert!(leads.is_ascii());
                last = range.end;
            }
        }
    }
}
