//! Where a line may end: Unicode line breaking with Korean words (어절) kept whole, and Korean filters on top.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness, LineBreakWordOption};

use super::shape::Glyph;

/// A place where a line may or must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The first glyph of the next line.
    pub glyph: u32,
    /// What kind of place it is.
    pub kind: BreakKind,
}

/// Kinds of break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BreakKind {
    /// Between words.
    Word,
    /// Forced by the author.
    Forced,
}

/// All breaks of a text, ascending, without its beginning and end.
pub(super) fn find(text: &str, glyphs: &[Glyph]) -> Vec<Break> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.word_option = Some(LineBreakWordOption::KeepAll);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let mut breaks = Vec::new();
    let mut glyph = 0;
    for offset in segmenter.segment_str(text) {
        if offset == 0 || offset >= text.len() {
            continue;
        }
        let forced = text.as_bytes()[offset - 1] == b'\n';
        if !forced && !allowed(&text[..offset], &text[offset..]) {
            continue;
        }
        while glyphs.get(glyph).is_some_and(|glyph| (glyph.start as usize) < offset) {
            glyph += 1;
        }
        // A cluster that spans the offset (a ligature) can't be cut there.
        if glyphs.get(glyph).is_some_and(|glyph| glyph.start as usize == offset) {
            let kind = if forced { BreakKind::Forced } else { BreakKind::Word };
            breaks.push(Break { glyph: glyph as u32, kind });
        }
    }
    breaks
}

/// The Korean filter: a word goes on where no blank stands before the break, except after a hyphen or slash of a
/// web address; and signs that lean on a neighbour stay with it.
fn allowed(before: &str, after: &str) -> bool {
    let (Some(last), Some(next)) = (before.chars().next_back(), after.chars().next()) else { return false };
    if last == ' ' {
        let word_before = before.trim_end_matches(' ').rsplit(' ').next().unwrap_or_default();
        let word_after = after.split(' ').next().unwrap_or_default();
        let word_end = word_before.chars().next_back();
        // A label spread by blanks (`정 원`, `총 무 과`) is one word; so is a bound noun with what it leans on (`할 수`).
        if is_syllable(word_before) && is_syllable(word_after) {
            return false;
        }
        return !matches!(next, ')' | '」' | '』' | '】' | '·' | ',' | '~' | ':' | '%')
            && !matches!(word_end, Some('「' | '『' | '【' | '('));
    }
    let in_address = before.rsplit(' ').next().is_some_and(|word| word.contains("://"));
    in_address && matches!(last, '/' | '?' | '&')
}

/// Whether a word is a single Hangul syllable.
fn is_syllable(word: &str) -> bool {
    let mut characters = word.chars();
    matches!((characters.next(), characters.next()), (Some('가'..='힣'), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<String> {
        let glyphs: Vec<Glyph> = text
            .char_indices()
            .map(|(at, _)| Glyph { id: 1, start: at as u32, advance: 1, x: 0, y: 0, blank: false })
            .collect();
        let mut pieces = Vec::new();
        let mut from = 0;
        for found in find(text, &glyphs) {
            let at = glyphs[found.glyph as usize].start as usize;
            pieces.push(text[from..at].to_owned());
            from = at;
        }
        pieces.push(text[from..].to_owned());
        pieces
    }

    #[test]
    fn words_stay_whole_and_brackets_stay_with_them() {
        assert_eq!(pieces("국내 대학(원) 위탁교육"), ["국내 ", "대학(원) ", "위탁교육"]);
        assert_eq!(pieces("「직원 북돋아 주기」 개최"), ["「직원 ", "북돋아 ", "주기」 ", "개최"]);
        assert_eq!(pieces("사업비 : 486,960천원(구비)"), ["사업비 : ", "486,960천원(구비)"]);
    }

    #[test]
    fn labels_spread_by_blanks_stay_whole() {
        assert_eq!(pieces("정 원"), ["정 원"]);
        assert_eq!(pieces("일 반 현 황 표"), ["일 반 현 황 표"]);
        assert_eq!(pieces("그 업무"), ["그 ", "업무"]);
    }

    #[test]
    fn a_forced_break_is_kept() {
        assert_eq!(pieces("첫 줄\n둘째 줄"), ["첫 ", "줄\n", "둘째 ", "줄"]);
    }

    #[test]
    fn a_web_address_breaks_after_its_slashes() {
        assert_eq!(pieces("https://story.kakao.com/#ch/mapogu"), ["https://", "story.kakao.com/", "#ch/", "mapogu"]);
    }
}
