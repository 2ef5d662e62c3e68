//! The signs that a line can begin with: one table of what officials type, and what looks like one of them and isn't.

use std::ops::Range;

use crate::model::report::{Numeral, Series};

/// What a sign makes of its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignKind {
    /// A heading.
    Heading,
    /// An item.
    Item,
    /// A note.
    Note,
}

/// Signs of one kind: where no line of a body is indented, those of one family stand at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Those that count on from each other.
    Number(Series),
    /// Those that are one sign, however it was typed.
    Bullet(char),
}

/// A sign at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// What it makes of its line.
    pub kind: SignKind,
    /// Its bytes.
    pub length: usize,
    /// What it counts.
    pub numeral: Option<Numeral>,
}

/// Signs of headings. They need no blank behind them.
const HEADINGS: &str = "■□";

/// Signs of notes that need no blank behind them.
const NOTES: &str = "※＊";

/// Signs of items that are no signs of Unicode's blocks for signs: as keyboards have them. A blank must follow every sign of an item.
const BULLETS: &str = "-−－﹣─━ㅡㅇㅁ〇oO·•∙‧․ㆍ・･⋅∘⦁‣￭￮❍»〓∎";

/// The blocks of Unicode for signs: arrows, technical signs, enclosed letters, geometric shapes, signs of all sorts, dingbats, arrows and shapes again, enclosed Hangul, pictures.
const BLOCKS: [(char, char); 10] = [
    ('\u{2010}', '\u{2015}'),
    ('\u{2190}', '\u{21ff}'),
    ('\u{2460}', '\u{24ff}'),
    ('\u{25a0}', '\u{27bf}'),
    ('\u{27f0}', '\u{27ff}'),
    ('\u{2900}', '\u{297f}'),
    ('\u{2b00}', '\u{2bff}'),
    ('\u{3200}', '\u{321b}'),
    ('\u{3260}', '\u{327b}'),
    ('\u{1f000}', '\u{1faff}'),
];

/// Places in private use: bullets of word processors that nobody has put a name to.
const PRIVATE: [(char, char); 3] = [('\u{e000}', '\u{f8ff}'), ('\u{f0000}', '\u{ffffd}'), ('\u{100000}', '\u{10fffd}')];

/// Signs that are one, however they were typed; the first stands for all.
const ALIKE: [&str; 4] = ["-‐‑‒–—―−－﹣─━ㅡ", "○ㅇ〇oO◯￮", "·•∙‧․ㆍ・･⋅", "□ㅁ"];

/// The sign that a line begins with; `body` has no blanks before it.
pub(super) fn read(body: &str) -> Option<Found> {
    let first = body.chars().next()?;
    let plain = |kind| Some(Found { kind, length: first.len_utf8(), numeral: None });
    if HEADINGS.contains(first) {
        return plain(SignKind::Heading);
    }
    if let Some(length) = note(body) {
        return Some(Found { kind: SignKind::Note, length, numeral: None });
    }
    if let Some((numeral, length)) = Numeral::read(body).filter(|(_, length)| blank_follows(&body[*length..])) {
        let is_date = numeral.series.is_dotted_number() && goes_on_as_date(body[length..].trim_start());
        return (!is_date).then_some(Found { kind: SignKind::Item, length, numeral: Some(numeral) });
    }
    match is_bullet(first) && blank_follows(&body[first.len_utf8()..]) {
        true => plain(SignKind::Item),
        false => None,
    }
}

/// Whether a line could begin with a sign, so that a `\` before it takes its meaning away.
pub(super) fn begins(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let number = || Numeral::read(text).is_some_and(|(_, length)| blank_follows(&text[length..]));
    first == '*'
        || HEADINGS.contains(first)
        || (is_bullet(first) && !first.is_ascii_alphabetic())
        || note(text).is_some()
        || number()
}

/// The family of an item's sign.
pub(super) fn family(sign: &str, numeral: Option<Numeral>) -> Family {
    if let Some(numeral) = numeral {
        return Family::Number(numeral.series);
    }
    let first = sign.chars().next().unwrap_or('-');
    let alike = ALIKE.iter().find(|alike| alike.contains(first)).and_then(|alike| alike.chars().next());
    Family::Bullet(alike.unwrap_or(first))
}

/// The bytes of a note's sign: `※`, `*` to `****` and on, `주)`, `주1)`, `주 :`.
pub(crate) fn note(body: &str) -> Option<usize> {
    let first = body.chars().next()?;
    if NOTES.contains(first) {
        return Some(first.len_utf8());
    }
    let stars = body.bytes().take_while(|byte| *byte == b'*').count();
    // `**굵게**` is text.
    if stars == 1 || (stars > 1 && blank_follows(&body[stars..])) {
        return Some(stars);
    }
    let rest = body.strip_prefix('주')?;
    let rest = rest.trim_start_matches(' ').trim_start_matches(|digit: char| digit.is_ascii_digit());
    let end = body.len() - rest.trim_start_matches(' ').len();
    body[end..].starts_with([')', ':']).then_some(end + 1)
}

fn is_bullet(sign: char) -> bool {
    let within = |ranges: &[(char, char)]| ranges.iter().any(|(first, last)| (*first..=*last).contains(&sign));
    BULLETS.contains(sign) || (within(&BLOCKS) && !HEADINGS.contains(sign)) || within(&PRIVATE)
}

fn blank_follows(rest: &str) -> bool {
    rest.chars().next().is_none_or(char::is_whitespace)
}

/// Whether a text behind `7.` makes a month of it: `1. ~ 8. 31.`, `31.(목)`, `말`.
fn goes_on_as_date(rest: &str) -> bool {
    /// What is said of a month or of a day.
    const OF_DAYS: [&str; 14] =
        ["초", "중", "말", "초순", "중순", "하순", "상순", "까지", "부터", "현재", "기준", "이후", "이전", "경"];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[digits..].strip_prefix('.');
    let is_day = (1..=2).contains(&digits)
        && after.is_some_and(|after| {
            after.chars().next().is_none_or(|next| next.is_whitespace() || "(~∼-–,".contains(next))
        });
    let first = rest.split_whitespace().next().unwrap_or_default();
    is_day || rest.starts_with(['~', '∼', '～']) || OF_DAYS.contains(&first)
}

/// Brackets that a line alone in them is the title of something with.
const TITLES: [(char, char); 7] =
    [('<', '>'), ('‹', '›'), ('〈', '〉'), ('＜', '＞'), ('[', ']'), ('［', '］'), ('【', '】')];

/// Whether a line stands alone in brackets, as `<참고>` and `[붙임 1]` do: it goes on with nothing above it.
pub(super) fn is_title(body: &str) -> bool {
    TITLES.iter().any(|&(open, close)| {
        let inner = body.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| {
            (!inner.trim().is_empty() || !"[［【".contains(open))
                && !inner.contains([open, close])
                && !inner.starts_with(['→', '^'])
        })
    })
}

/// The bytes of what looks like a sign at the beginning of a text that has none; nothing that is likely to be meant as text does.
pub(super) fn like_one(body: &str) -> Option<Range<usize>> {
    let first = body.chars().next()?;
    let begins_word = |rest: &str| rest.chars().next().is_some_and(|next| matches!(next, '가'..='힣'));
    if let Some((numeral, length)) = Numeral::read(body) {
        let (sign, rest) = body.split_at(length);
        // `①과 ②`, `(사)한국…`.
        let names =
            numeral.series.is_bracketed_syllable() || (!numeral.series.is_plain() && is_one_of_several(numeral, rest));
        return (begins_word(rest) && !names).then_some(0..sign.len());
    }
    let bare = first.len_utf8();
    let rest = &body[bare..];
    // Arrows point on in the midst of a text, and `○○과` leaves a name out.
    let points = matches!(first, '\u{2190}'..='\u{21ff}' | '➔' | 'o' | 'O' | '〓');
    if is_bullet(first) && !points && begins_word(rest) && !rest.contains(first) {
        return Some(0..bare);
    }
    unknown(body).map(|length| 0..length)
}

/// Whether other signs of a number's series stand behind it.
fn is_one_of_several(numeral: Numeral, rest: &str) -> bool {
    rest.char_indices()
        .any(|(at, _)| Numeral::read(&rest[at..]).is_some_and(|(other, _)| other.series == numeral.series))
}

/// The bytes of what numbers lines elsewhere, with a blank behind it: `A.`, `(a)`, `1-1.`, `+`, `>`, `#`.
fn unknown(body: &str) -> Option<usize> {
    let length = body.find(char::is_whitespace)?;
    let (sign, rest) = body.split_at(length);
    if matches!(sign, "+" | ">" | "#") {
        return rest.trim_start().starts_with(|next| matches!(next, '가'..='힣')).then_some(length);
    }
    let inner = sign.strip_prefix('(').unwrap_or(sign);
    let digits = inner.strip_suffix([')', '.'])?;
    let letter = digits.len() == 1 && digits.bytes().all(|byte| byte.is_ascii_alphabetic());
    // `3.1.` is a day.
    let mut parts = digits.split('-');
    let parted = parts.clone().count() > 1
        && parts.all(|part| matches!(part.len(), 1..=2) && part.bytes().all(|byte| byte.is_ascii_digit()));
    (letter || parted).then_some(length)
}
