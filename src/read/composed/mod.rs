//! The one form in which all text is read: Hangul and letters with marks composed (NFC), `~` for the sign that CP949 has in its place, and Unicode for what word
//! processors write in private use. What comes in goes through here once, so that nothing behind it has to ask which form it holds.

mod private_use;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::model::written::{Move, Written};

/// A text in the form in which all text is read, and how it was written where that differs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Composed {
    /// What is read.
    pub text: String,
    /// What was written; `None` where it is the same.
    pub written: Option<Box<Written>>,
}

/// A text in the form in which all text is read, with the way back to what was written.
pub(crate) fn compose(text: String) -> Composed {
    if text.is_ascii() {
        return Composed { text, written: None };
    }
    let mut read = String::new();
    let mut moves = Vec::new();
    // Up to where what was written has been taken over.
    let mut taken = 0;
    for (start, cluster) in clusters(&text) {
        let Some(composed) = composed(cluster) else { continue };
        read.push_str(&text[taken..start]);
        let before = read.len();
        read.push_str(&composed);
        taken = start + cluster.len();
        moves.push(Move { read: before..read.len(), written: start..taken });
    }
    if moves.is_empty() {
        return Composed { text, written: None };
    }
    read.push_str(&text[taken..]);
    Composed { text: read, written: Some(Box::new(Written::new(text, moves))) }
}

/// The same of a text whose places nobody asks for: a name, a cell of a spreadsheet.
pub(crate) fn compose_all(text: String) -> String {
    compose(text).text
}

/// A text with each letter and mark by itself, as a font may have them that lacks the composed letter.
pub(crate) fn decompose(text: &str) -> String {
    text.nfd().collect()
}

/// Where each letter begins that nothing before it combines with, and the letter with all that combines with it.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text.char_indices().filter(|(_, character)| begins(*character)).map(|(at, _)| at).peekable();
    // What stands before the first beginning is a cluster of its own.
    if rest.peek() == Some(&0) {
        rest.next();
    }
    let mut from = (!text.is_empty()).then_some(0);
    std::iter::from_fn(move || {
        let start = from?;
        from = rest.next();
        Some((start, &text[start..from.unwrap_or(text.len())]))
    })
}

/// Whether a character, in the form in which it is read, neither combines with what stands before it nor changes its order.
fn begins(character: char) -> bool {
    match character {
        // Nearly all there is.
        '\0'..='\u{2ff}' | '가'..='힣' | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{9fff}' => true,
        other => {
            let first = replacement(other).and_then(|other| other.chars().next()).unwrap_or(other);
            canonical_combining_class(first) == 0 && is_nfc_quick(std::iter::once(first)) != IsNormalized::Maybe
        }
    }
}

/// A letter with all that combines with it in the form in which it is read, where that isn't how it stands.
fn composed(cluster: &str) -> Option<String> {
    let mut characters = cluster.chars();
    let first = characters.next()?;
    let alone = characters.next().is_none();
    if alone && matches!(first, '\0'..='\u{2ff}' | '가'..='힣' | '\u{3030}'..='\u{3098}' | '\u{309b}'..='\u{9fff}') {
        return None;
    }
    let mut replaced = String::with_capacity(cluster.len());
    for character in cluster.chars() {
        match replacement(character) {
            Some(other) => replaced.push_str(other),
            None => replaced.push(character),
        }
    }
    let composed: String = replaced.nfc().collect();
    (composed != cluster).then_some(composed)
}

/// What stands for a character that only looks like it, or that only one program knows.
fn replacement(character: char) -> Option<&'static str> {
    match character {
        // What CP949 has where everyone types `~`: an operator of mathematics, which no report means.
        '\u{223c}' => Some("~"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => private_use::meaning(character),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> String {
        compose_all(text.to_owned())
    }

    #[test]
    fn what_is_decomposed_is_composed() {
        assert_eq!(read("정 원"), "정 원");
        assert_eq!(read("Viê\u{323}t e\u{323}\u{302} x\u{304} p\u{302}"), "Việt ệ x\u{304} p\u{302}");
        // Old Hangul has no syllables: it stays in its letters.
        assert_eq!(read("ᄒᆞᆫ"), "ᄒᆞᆫ");
        assert_eq!(read("\u{302}가"), "\u{302}가");
        assert_eq!(read(""), "");
    }

    #[test]
    fn signs_that_stand_for_others_are_those() {
        assert_eq!(read("2026. 3. ∼ 2027. 2."), "2026. 3. ~ 2027. 2.");
        assert_eq!(read("\u{f02b1} 개요 \u{f02ef} \u{f0fc}\u{f08c}\u{f0b7}"), "① 개요 · ✔❶•");
        // Letters of one syllable as 한글 writes those of old texts.
        assert_eq!(read("\u{f53a}"), "ᄒᆞᆫ");
        assert_eq!(read("\u{f7ff}"), "ᅙ");
        // What nobody has published stays what it is, to be reported.
        assert_eq!(read("\u{e0bb}\u{f020}\u{10fffd}"), "\u{e0bb}\u{f020}\u{10fffd}");
    }

    proptest! {
        /// Every text is read composed; each letter has its place, and the letters at their places are those that were written.
        #[test]
        fn letters_keep_their_places(text in "([가-힣ㄱ-ㅎa-zéệ~∼ .]|[\u{1100}-\u{1112}]|[\u{1161}-\u{1175}]|[\u{11a8}-\u{11c2}]|[\u{300}-\u{345}]|\u{f02b1}|\u{f53a}|\u{e000}|樂|\n){0,24}") {
            let composed = compose(text.clone());
            let replaced: String = text.chars().map(|c| replacement(c).map_or(c.to_string(), str::to_owned)).collect();
            prop_assert_eq!(&composed.text, &replaced.nfc().collect::<String>());
            let Some(written) = composed.written else {
                prop_assert_eq!(composed.text, text);
                return Ok(());
            };
            prop_assert_eq!(&written.text, &text);
            let mut end = 0;
            for moved in written.moves() {
                let between = written.range(end..moved.read.start);
                prop_assert_eq!(&composed.text[end..moved.read.start], &text[between]);
                prop_assert_eq!(compose_all(text[moved.written.clone()].to_owned()), &composed.text[moved.read.clone()]);
                prop_assert_eq!(written.range(moved.read.clone()), moved.written.clone());
                end = moved.read.end;
            }
            prop_assert_eq!(written.end(composed.text.len()), text.len());
        }
    }
}
