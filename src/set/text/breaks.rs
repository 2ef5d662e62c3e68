//! Where a line may end: Unicode line breaking with Korean words (어절) kept whole, and Korean rules on top.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness, LineBreakWordOption};

use super::shape::{Glyph, SOFT_HYPHEN};

/// A place where a line may or must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Break {
    /// The first glyph of the next line.
    pub glyph: u32,
    /// What kind of place it is.
    pub kind: BreakKind,
}

/// Kinds of break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BreakKind {
    /// Between words.
    Word,
    /// Within what belongs together — a date, a figure and its unit, a short bracket — only where no line could hold it.
    Within,
    /// Forced by the author.
    Forced,
}

/// What stays together besides what the language itself keeps so.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Together {
    /// Units, which stay with their figure where a blank parts them: `58.88 ㎡`, `1,190 명을`.
    pub units: Vec<String>,
    /// Brackets of no more characters than this stay in one piece: `(단위 : 명)`.
    pub bracket: usize,
}

/// Where the lines of a text may or must end, as bytes of it, ascending, without its beginning and end.
pub(crate) fn breaks(text: &str, together: &Together) -> Vec<(usize, BreakKind)> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.word_option = Some(LineBreakWordOption::KeepAll);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let mut brackets = Brackets { short: together.bracket, last: 0..0, searched: 0 };
    let mut word = Word::default();
    let mut breaks = Vec::new();
    for offset in segmenter.segment_str(text) {
        if offset == 0 || offset >= text.len() {
            continue;
        }
        word.reach(text, offset);
        let kind = match text[..offset].ends_with(ends_line) {
            true => BreakKind::Forced,
            false => match kind_between(&text[..offset], &text[offset..], word.is_address, &together.units) {
                Some(BreakKind::Word) if brackets.is_short_around(text, offset) && !ends_item(&text[..offset]) => {
                    BreakKind::Within
                }
                Some(kind) => kind,
                None => continue,
            },
        };
        breaks.push((offset, kind));
    }
    breaks
}

/// The breaks of a text before its glyphs. A cluster that spans a break (a ligature) can't be cut there.
pub(super) fn at_glyphs(text: &str, glyphs: &[Glyph], together: &Together) -> Vec<Break> {
    let mut glyph = 0;
    let before_glyph = |(offset, kind)| {
        while glyphs.get(glyph).is_some_and(|glyph| (glyph.start as usize) < offset) {
            glyph += 1;
        }
        let found = glyphs.get(glyph).is_some_and(|glyph| glyph.start as usize == offset);
        found.then_some(Break { glyph: glyph as u32, kind })
    };
    breaks(text, together).into_iter().filter_map(before_glyph).collect()
}

/// Whether Unicode makes a line end after a character: authors paste more than line feeds.
pub(super) fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character stands between words: a blank of any width, or of none.
fn is_blank(character: char) -> bool {
    match character {
        ' ' | '\u{200b}' => true,
        other => other.is_whitespace() && !ends_line(other) && !is_glue(other),
    }
}

fn separates(character: char) -> bool {
    is_blank(character) || ends_line(character)
}

/// Whether a blank is there to keep what stands around it together.
pub(super) fn is_glue(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// What kind of break stands between two texts; `None` for none. A word goes on where no blank stands before the break, except after a
/// slash of a web address.
fn kind_between(before: &str, after: &str, in_address: bool, units: &[String]) -> Option<BreakKind> {
    let next = after.chars().next()?;
    if before.ends_with(SOFT_HYPHEN) {
        return Some(BreakKind::Word);
    }
    if !before.ends_with(is_blank) {
        return (in_address && before.ends_with(['/', '?', '&'])).then_some(BreakKind::Word);
    }
    // A line begins after all blanks between two words.
    if is_blank(next) {
        return None;
    }
    let word_before = before.trim_end_matches(is_blank).rsplit(separates).next().unwrap_or_default();
    let word_after = after.split(separates).next().unwrap_or_default();
    let last = word_before.chars().next_back()?;
    if leans(word_before, word_after) || leans_back(next) || leans_on(last) {
        return None;
    }
    // A label spread by blanks (`정 원`, `총 무 과`) is one word; so is a bound noun with what it leans on (`할 수`).
    if is_syllable(word_before) && is_syllable(word_after) {
        return None;
    }
    let belongs = [is_date, is_amount, is_range].iter().any(|rule| rule(word_before, word_after))
        || is_measure(word_before, word_after, units);
    Some(if belongs { BreakKind::Within } else { BreakKind::Word })
}

/// The word that a place stands in or after, looked at once for all places in it: a word can be as long as a text.
#[derive(Default)]
struct Word {
    reached: usize,
    is_address: bool,
}

impl Word {
    /// Goes on to a place.
    fn reach(&mut self, text: &str, offset: usize) {
        const SCHEME: &[u8] = b"://";
        let passed = &text[self.reached..offset];
        let begins = passed.trim_end_matches(separates).rfind(separates).map(|at| self.reached + at);
        // The sign of an address may stand across the last place.
        let from = begins.unwrap_or(self.reached.saturating_sub(SCHEME.len() - 1));
        let has_scheme = text.as_bytes()[from..offset].windows(SCHEME.len()).any(|bytes| bytes == SCHEME);
        self.is_address = has_scheme || (self.is_address && begins.is_none() && !self.follows_blank(text));
        self.reached = offset;
    }

    fn follows_blank(&self, text: &str) -> bool {
        text[..self.reached].ends_with(separates)
    }
}

/// Whether a text ends with an item of an enumeration, after which a line may well end, in a short bracket too: `(7급 5명, 8급 5명)`.
fn ends_item(before: &str) -> bool {
    before.trim_end_matches(' ').ends_with(',')
}

/// Whether a sign stays with what stands before it.
fn leans_back(sign: char) -> bool {
    matches!(sign, ')' | '」' | '』' | '】' | '·' | '・' | 'ㆍ' | ',' | ':' | '%') || is_wave(sign)
}

/// Whether a sign stays with what stands after it.
fn leans_on(sign: char) -> bool {
    matches!(sign, '「' | '『' | '【' | '(')
}

/// The wave dash of ranges, in its three widths.
fn is_wave(sign: char) -> bool {
    matches!(sign, '~' | '～' | '〜')
}

/// Whether one of two words is a lone sign that stays with the other: a dash never begins a line, where it would look like an item's
/// sign, and an item's sign (`※`, `▲`, `①`) never ends one.
fn leans(before: &str, after: &str) -> bool {
    let is_item = |sign| matches!(sign, '※' | '☎' | '☞' | '★' | '☆' | '①'..='⑳' | '■'..='◿');
    matches!(after, "-" | "–" | "—") || lone(before).is_some_and(is_item)
}

/// The only character of a word.
fn lone(word: &str) -> Option<char> {
    let mut characters = word.chars();
    characters.next().filter(|_| characters.next().is_none())
}

/// Whether a word is a single Hangul syllable.
fn is_syllable(word: &str) -> bool {
    matches!(lone(word), Some('가'..='힣'))
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a break would divide a date or a time: `2021. 4. 7. (수)`, `2021년 4월 7일`, `9시 30분`.
fn is_date(before: &str, after: &str) -> bool {
    const PARTS: [(&str, &str); 3] = [("년", "월"), ("월", "일"), ("시", "분")];
    const WEEKDAYS: [&str; 7] = ["(월)", "(화)", "(수)", "(목)", "(금)", "(토)", "(일)"];
    if before.strip_suffix('.').is_some_and(ends_with_digit) {
        return begins_with_digit(after) || WEEKDAYS.iter().any(|day| after.starts_with(day));
    }
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_part = |(one, next): &(&str, &str)| {
        before.strip_suffix(one).is_some_and(ends_with_digit) && rest.starts_with(next) && rest.len() < after.len()
    };
    PARTS.iter().any(is_part)
}

/// The words of large numbers: `3만 5천`.
const MYRIADS: [char; 5] = ['조', '억', '만', '천', '백'];

/// Whether a break would divide a number: `3만 5천`.
fn is_amount(before: &str, after: &str) -> bool {
    let figure = before.trim_end_matches(MYRIADS);
    begins_with_digit(after) && figure.len() < before.len() && ends_with_digit(figure)
}

/// Whether a break would divide a figure from its unit: `58.88 ㎡`, `1,190 명을`.
fn is_measure(before: &str, after: &str, units: &[String]) -> bool {
    /// What may follow a unit in its word.
    const PARTICLES: [&str; 27] = [
        "", "을", "를", "이", "가", "은", "는", "의", "에", "로", "으로", "와", "과", "도", "만", "씩", "당", "간",
        "에서", "까지", "부터", "이상", "이하", "미만", "초과", "정도", "이며",
    ];
    let unit = after.trim_start_matches(MYRIADS).split(['.', ',', '(', ')', '」', '·', '~']).next().unwrap_or_default();
    let is_unit = |name: &String| unit.strip_prefix(name.as_str()).is_some_and(|rest| PARTICLES.contains(&rest));
    ends_with_digit(before.trim_end_matches(MYRIADS)) && units.iter().any(is_unit)
}

/// Whether a break would divide a range before its end: `1. ~ 12.`, `1월 - 3월`.
fn is_range(before: &str, after: &str) -> bool {
    before.ends_with(is_wave) || (matches!(before, "-" | "–") && begins_with_digit(after))
}

/// The bracket around a place, found once for all places in it.
struct Brackets {
    /// How many characters a short one has at most.
    short: usize,
    /// The last bracket found: from its opening sign to after its closing one.
    last: std::ops::Range<usize>,
    searched: usize,
}

impl Brackets {
    fn is_short_around(&mut self, text: &str, offset: usize) -> bool {
        while self.last.end <= offset && self.searched < offset {
            let Some(open) = text[self.searched..offset].find('(') else {
                self.searched = offset;
                break;
            };
            let open = self.searched + open;
            self.searched = open + 1;
            let close =
                text[open..].char_indices().take(self.short.saturating_add(2)).find(|(_, character)| *character == ')');
            if let Some((length, _)) = close {
                self.last = open..open + length + 1;
            }
        }
        self.last.start < offset && offset < self.last.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` at its breaks, `¦` at those within what belongs together.
    fn marked(text: &str) -> String {
        let mut marked = String::new();
        let mut from = 0;
        let together = Together { units: ["명", "㎡"].map(str::to_owned).to_vec(), bracket: 12 };
        for (at, kind) in breaks(text, &together) {
            marked.push_str(&text[from..at]);
            marked.push(if kind == BreakKind::Within { '¦' } else { '|' });
            from = at;
        }
        marked + &text[from..]
    }

    #[test]
    fn words_stay_whole_and_brackets_stay_with_them() {
        assert_eq!(marked("국내 대학(원) 위탁교육"), "국내 |대학(원) |위탁교육");
        assert_eq!(marked("「직원 북돋아 주기」 개최"), "「직원 |북돋아 |주기」 |개최");
        assert_eq!(marked("사업비 : 486,960천원(구비)"), "사업비 : |486,960천원(구비)");
        assert_eq!(marked("투·개표소 운영"), "투·개표소 |운영");
    }

    #[test]
    fn labels_spread_by_blanks_stay_whole() {
        assert_eq!(marked("정 원"), "정 원");
        assert_eq!(marked("일 반 현 황 표"), "일 반 현 황 표");
        assert_eq!(marked("그 업무"), "그 |업무");
    }

    #[test]
    fn dates_figures_and_short_brackets_break_only_where_no_line_holds_them() {
        assert_eq!(marked("2021. 4. 7.(수) 실시하는"), "2021. ¦4. ¦7.(수) |실시하는");
        assert_eq!(marked("2021. 1. ~ 12. 추진"), "2021. ¦1. ~ ¦12. |추진");
        assert_eq!(marked("면적 58.88 ㎡ 증가"), "면적 |58.88 ¦㎡ |증가");
        assert_eq!(marked("표 (단위 : 명) 참고"), "표 |(단위 : ¦명) |참고");
        assert_eq!(marked("휴직(7급 1명, 8급 2명)"), "휴직(7급 ¦1명, |8급 ¦2명)");
        assert_eq!(
            marked("교육 (영어, 중국어, 일본어, 스페인어) 운영"),
            "교육 |(영어, |중국어, |일본어, |스페인어) |운영"
        );
    }

    #[test]
    fn a_forced_break_is_kept() {
        assert_eq!(marked("첫 줄\n둘째 줄"), "첫 줄\n|둘째 |줄");
    }

    #[test]
    fn a_web_address_breaks_after_its_slashes() {
        assert_eq!(marked("https://story.kakao.com/#ch/mapogu"), "https://|story.kakao.com/|#ch/|mapogu");
    }

    #[test]
    fn a_bracket_that_never_closes_is_no_bracket() {
        assert_eq!(marked("(현재 상황 보고"), "(현재 |상황 |보고");
    }
}
