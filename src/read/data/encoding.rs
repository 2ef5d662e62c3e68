//! The bytes of a text file to its letters: UTF-8, CP949, or UTF-16 that says so.

use encoding_rs::{DecoderResult, EUC_KR};

use super::{Encoding, Unreadable};
use crate::diag::DataProblem;

/// The text of a file. A byte order mark decides, else what is said, else whether it is UTF-8.
pub(super) fn decode(name: &str, bytes: Vec<u8>, said: Option<Encoding>) -> Result<String, Unreadable> {
    let refused = |line, said| Unreadable::File(DataProblem::Encoding { name: name.to_owned(), line, said });
    if let Some((marked, mark)) = encoding_rs::Encoding::for_bom(&bytes) {
        return strictly(marked, &bytes[mark..]).map_err(|line| refused(line, Some(marked.name())));
    }
    let line_of = |valid: &[u8]| 1 + valid.iter().filter(|&&byte| byte == b'\n').count();
    let valid = match std::str::from_utf8(&bytes) {
        Ok(text) => {
            if said == Some(Encoding::Utf8) || (said.is_none() && !is_cp949_by_chance_utf8(text)) {
                // Just looked at: it can't fail.
                return String::from_utf8(bytes).map_err(|_| refused(1, None));
            }
            bytes.len()
        }
        Err(error) => error.valid_up_to(),
    };
    if said == Some(Encoding::Utf8) {
        return Err(refused(line_of(&bytes[..valid]), Some("UTF-8")));
    }
    // The encoding of that name in the standard of the web is all of CP949. Where neither is right, the one that goes further is meant.
    strictly(EUC_KR, &bytes).map_err(|line| match said {
        Some(_) => refused(line, Some("CP949")),
        None => refused(line.max(line_of(&bytes[..valid])), None),
    })
}

/// The text of bytes in an encoding, or the line of the first of them that it doesn't have.
fn strictly(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true).0 {
        DecoderResult::InputEmpty => Ok(text),
        DecoderResult::Malformed(..) | DecoderResult::OutputFull => Err(1 + text.matches('\n').count()),
    }
}

/// A text that was changed, in the bytes that the file was written in: `before` is what was read from `original`.
pub(crate) fn encode_as(text: &str, before: &str, original: &[u8]) -> Vec<u8> {
    let marked = encoding_rs::Encoding::for_bom(original);
    let mark = marked.map_or(&[][..], |(_, mark)| &original[..mark]);
    let wide = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let bytes = match marked.map(|(marked, _)| marked.name()) {
        Some("UTF-16LE") => wide(u16::to_le_bytes),
        Some("UTF-16BE") => wide(u16::to_be_bytes),
        None if original != before.as_bytes() => EUC_KR.encode(text).0.into_owned(),
        _ => text.as_bytes().to_vec(),
    };
    [mark, &bytes].concat()
}

/// Whether a text that is valid UTF-8 is Hangul in CP949, some of whose syllables are letters of other scripts by chance. Hangul has none of their words: such
/// a letter stands beside another one or by itself, not beside an ASCII letter as in `café`; and signs such as `±`, `²` and `Å` stand alone. One syllable
/// that only CP949 has is no evidence: hardly any word has one.
fn is_cp949_by_chance_utf8(text: &str) -> bool {
    let is_strange = |character: char| ('\u{80}'..'\u{800}').contains(&character);
    let is_sign = |character: char| matches!(character, '\u{A0}'..='\u{BF}' | '×' | '÷');
    let is_common = |character: char| {
        let mut bytes = [0; 4];
        character.encode_utf8(&mut bytes).as_bytes().last().is_some_and(|last| *last > 0xA0)
    };
    let mut evidence = false;
    let mut characters = text.chars().peekable();
    let mut last = ' ';
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        let stands_alone = !last.is_ascii_alphabetic() && !next.is_ascii_alphabetic();
        match is_strange(character) {
            true if is_strange(next) => evidence = true,
            true => evidence |= !is_sign(character) && is_common(character) && stands_alone,
            false if !character.is_ascii() => return false,
            false => {}
        }
        last = character;
    }
    evidence && is_hangul_in_cp949(text.as_bytes())
}

/// Whether bytes read as CP949, with all that isn't ASCII being Hangul.
fn is_hangul_in_cp949(bytes: &[u8]) -> bool {
    let hangul = |character: char| ('가'..='힣').contains(&character);
    EUC_KR
        .decode_without_bom_handling_and_without_replacement(bytes)
        .is_some_and(|text| text.chars().all(|character| character.is_ascii() || hangul(character)))
}

/// Whether the letters of a cell were lost before: replaced by signs of their loss, or Hangul once read as Latin letters (`ÇöÈ²`).
pub(super) fn is_garbled(cell: &str) -> bool {
    if cell.is_ascii() {
        return false;
    }
    if cell.contains('\u{FFFD}') {
        return true;
    }
    let latin: Option<Vec<u8>> = cell.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect();
    latin.is_some_and(|bytes| bytes.iter().filter(|byte| !byte.is_ascii()).count() >= 4 && is_hangul_in_cp949(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cp949(text: &str) -> Vec<u8> {
        EUC_KR.encode(text).0.into_owned()
    }

    #[test]
    fn what_is_not_said_is_found_out() {
        for text in ["", "a,b\n1,2\n", "업체,차량\n가람환경,12\n", "똠방각하 펲시콜라", "면적 25㎡, ±3, 5×7"]
        {
            assert_eq!(decode("a", text.as_bytes().to_vec(), None), Ok(text.to_owned()));
            assert_eq!(decode("a", format!("\u{feff}{text}").into_bytes(), None), Ok(text.to_owned()));
        }
        for text in ["업체,차량\n가람환경,12\n", "똠방각하"] {
            assert_eq!(decode("a", cp949(text), None), Ok(text.to_owned()));
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(decode("a", [&b"\xFF\xFE"[..], &wide].concat(), None), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_changed_is_written_as_it_was() {
        let (old, new) = ("업체,차량\n가람환경,12\n", "업체,차량\n가람환경,〔 〕\n");
        let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        for file in [|text: &str| text.as_bytes().to_vec(), |text: &str| format!("\u{feff}{text}").into_bytes(), cp949]
        {
            assert_eq!(encode_as(new, old, &file(old)), file(new));
        }
        for (mark, bytes) in [(b"\xFF\xFE", u16::to_le_bytes as fn(u16) -> [u8; 2]), (b"\xFE\xFF", u16::to_be_bytes)] {
            let file = |text: &str| [&mark[..], &wide(text, bytes)].concat();
            assert_eq!(encode_as(new, old, &file(old)), file(new));
        }
    }

    #[test]
    fn hangul_that_is_valid_utf8_by_chance_is_not_taken_for_it() {
        // Two syllables of CP949 that are two letters of other scripts in UTF-8.
        let bytes = cp949("호칭");
        assert!(std::str::from_utf8(&bytes).is_ok());
        assert_eq!(decode("a", bytes, None), Ok("호칭".to_owned()));
        assert_eq!(decode("a", cp949("칸,10\n"), None), Ok("칸,10\n".to_owned()));
        for text in ["±5, ²", "café,1", "5×7", "0.5 Å\n", "Å,1\n"] {
            assert_eq!(decode("a", text.as_bytes().to_vec(), None), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_said_is_held_to() {
        let line = |bytes, said| match decode("a", bytes, said) {
            Err(Unreadable::File(DataProblem::Encoding { line, .. })) => Some(line),
            _ => None,
        };
        assert_eq!(line(b"a\nb\xC7\xF6\n".to_vec(), Some(Encoding::Utf8)), Some(2));
        assert_eq!(line(b"a\n\xFF\xFF\n".to_vec(), None), Some(2));
        assert_eq!(line(b"a\n\n\xFF\xFF\n".to_vec(), Some(Encoding::Cp949)), Some(3));
        // What is CP949 in the lines above is none to blame.
        assert_eq!(line([&cp949("가\n나\n")[..], b"\xFF\xFE\n"].concat(), None), Some(3));
    }

    #[test]
    fn letters_that_were_lost_are_noticed() {
        assert!(is_garbled("가\u{FFFD}나"));
        assert!(is_garbled("ÇöÈ²"), "현황, read as Latin letters");
        for sound in ["현황", "café", "Ångström ±3°", "naïveté"] {
            assert!(!is_garbled(sound), "{sound}");
        }
    }
}
