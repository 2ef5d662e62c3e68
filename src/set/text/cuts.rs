//! How a word that no line holds may be cut before one of its glyphs: rather beside a sign, never so that a syllable is left alone where another
//! place is, and within a figure only where nothing else is left: after the comma of its thousands, and last of all between its digits.

use super::breaks::{Break, BreakKind};
use super::fill::Fill;
use super::shape::{Class, Glyph, Shaped};
use super::stops::{StopKind, visible, width};

/// How a word may be cut before a glyph; `None` before a text's first.
pub(super) fn cut_before(shaped: &Shaped, glyph: usize) -> Option<StopKind> {
    let (text, next) = shaped.text.split_at(shaped.glyphs[glyph].start as usize);
    let (before, after) = (text.chars().next_back()?, next.chars().next()?);
    let further_before = text[..text.len() - before.len_utf8()].chars().next_back();
    let further_after = next[after.len_utf8()..].chars().next();
    if let Some(kind) = in_figure(text, next) {
        return Some(kind);
    }
    let is_opening = |sign| matches!(sign, '(' | '[' | '{' | '「' | '『' | '【' | '《' | '〈');
    let leans_back =
        matches!(after, ')' | ']' | '}' | '」' | '』' | '】' | '》' | '〉' | ',' | '.' | '·' | '・' | 'ㆍ' | '~' | '%');
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let is_lone =
        is_letter(Some(before)) && is_letter(Some(after)) && !(is_letter(further_before) && is_letter(further_after));
    Some(match before {
        _ if leans_back || is_opening(before) => StopKind::CutHard,
        '/' | '-' | '_' | '.' | ',' | '?' | '&' | '=' | '#' | '@' | '·' | '・' | 'ㆍ' | '~' | ')' | '」' | '→' => {
            StopKind::CutAtSign
        }
        _ if is_opening(after) => StopKind::CutAtSign,
        _ if is_lone => StopKind::CutLone,
        _ => StopKind::Cut,
    })
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

/// What a place within a figure is, or between a figure and its sign or unit.
fn in_figure(text: &str, next: &str) -> Option<StopKind> {
    let mut back = text.chars().rev();
    let mut on = next.chars();
    let (before, after) = (back.next()?, on.next()?);
    let digit_before = back.next().is_some_and(is_digit);
    let digit_after = on.next().is_some_and(is_digit);
    match (before, after) {
        _ if is_digit(before) && is_digit(after) => Some(StopKind::CutDigits),
        (_, ',' | '.') if is_digit(before) && digit_after => Some(StopKind::CutDigits),
        (',', _) if digit_before && is_digit(after) => {
            let group = next.chars().take_while(|character| is_digit(*character)).take(4).count();
            Some(if group == 3 { StopKind::CutThousands } else { StopKind::CutHard })
        }
        ('.', _) if digit_before && is_digit(after) => {
            Some(if is_point(text, next) { StopKind::CutDigits } else { StopKind::CutHard })
        }
        // Signs before a figure: a minus, but not the dash of `02-123`.
        ('△' | '▲' | '▽' | '▼' | '±' | '+' | '−' | '₩' | '$' | '￦' | ':', _) if is_digit(after) => {
            Some(StopKind::CutHard)
        }
        ('-', _) if is_digit(after) && !text[..text.len() - 1].ends_with(char::is_alphanumeric) => {
            Some(StopKind::CutHard)
        }
        (_, '℃' | '°' | '′' | '″' | '％' | '‰' | ':' | '\u{3300}'..='\u{33ff}') if is_digit(before) => {
            Some(StopKind::CutHard)
        }
        _ if is_digit(before) && after.is_alphabetic() => Some(StopKind::CutHard),
        _ => None,
    }
}

/// Whether the full stop between two texts is a decimal point, and not one of a date's (`2021.10.31.`).
fn is_point(text: &str, next: &str) -> bool {
    let whole = text[..text.len() - 1].trim_end_matches(is_digit);
    let decimals = next.trim_start_matches(is_digit);
    !whole.ends_with('.') && !decimals.starts_with('.')
}

/// How narrow a text may be set before something in it is parted; in millionths of an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Narrowest {
    /// Before a figure is parted between its digits.
    pub digits: i64,
    /// Before a figure is parted after a comma of its thousands, or a syllable of a name is left alone.
    pub figures: i64,
    /// Before a word is cut.
    pub words: i64,
    /// Before what belongs together is parted, such as a date.
    pub together: i64,
}

/// How narrow a text may be set; with its letters moved together as far as its lines allow, or at its natural width.
pub(crate) fn narrowest(shaped: &Shaped, fill: &Fill, tight: bool) -> Narrowest {
    let set = |glyphs: &[Glyph]| {
        let natural = width(glyphs);
        if tight || fill.gives { fill.narrowest_whole(natural, 0, glyphs.len() as i64 - 1) } else { natural }
    };
    let mut narrowest = Narrowest::default();
    // Where a word begins, and where a part of it does that belongs together with the others.
    let (mut first, mut start) = (0, 0);
    let last = Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Word };
    for found in shaped.breaks.iter().chain([&last]) {
        let end = (found.glyph as usize).max(start);
        let word = visible(&shaped.glyphs[start..end]).len();
        let of_word = of_word(shaped, start..start + word, &set);
        narrowest.digits = narrowest.digits.max(of_word.digits);
        narrowest.figures = narrowest.figures.max(of_word.figures);
        narrowest.words = narrowest.words.max(set(&shaped.glyphs[start..start + word]));
        if found.kind != BreakKind::Within {
            narrowest.together = narrowest.together.max(set(visible(&shaped.glyphs[first..end])));
            first = end;
        }
        start = end;
    }
    narrowest
}

fn of_word(shaped: &Shaped, word: std::ops::Range<usize>, set: &impl Fn(&[Glyph]) -> i64) -> Narrowest {
    let mut found = Narrowest::default();
    // Where what can't be parted begins, where a name's pieces begin, and where the name does.
    let (mut solid, mut pieces) = (word.start, vec![word.start]);
    for glyph in word.clone().skip(1).chain([word.end]) {
        let kind = match glyph {
            end if end == word.end => Some(StopKind::End),
            glyph if begins_cluster(&shaped.glyphs, glyph) => cut_before(shaped, glyph),
            _ => None,
        };
        let Some(kind) = kind else { continue };
        if kind != StopKind::CutDigits {
            found.digits = found.digits.max(set(&shaped.glyphs[solid..glyph]));
            solid = glyph;
        }
        match kind {
            StopKind::Cut | StopKind::CutLone => pieces.push(glyph),
            StopKind::CutAtSign | StopKind::End => {
                pieces.push(glyph);
                let piece = |from: usize, to: usize| set(&shaped.glyphs[pieces[from]..pieces[to]]);
                found.figures = found.figures.max(of_name(pieces.len() - 1, piece));
                pieces = vec![glyph];
            }
            _ => {}
        }
    }
    found
}

/// The width in which a name of so many pieces can be set in twos and threes, given the width from one piece to another.
fn of_name(pieces: usize, width: impl Fn(usize, usize) -> i64) -> i64 {
    if pieces <= 3 {
        return width(0, pieces);
    }
    let pairs = (pieces - 2 - pieces % 2) / 2;
    let last = width(pairs * 2, pieces);
    (0..pairs).map(|pair| width(pair * 2, pair * 2 + 2)).fold(last, i64::max)
}

pub(super) fn begins_cluster(glyphs: &[Glyph], index: usize) -> bool {
    index == 0 || (glyphs[index].start != glyphs[index - 1].start && glyphs[index].class != Class::Blank)
}

/// Whether a line of a text that ends before a glyph parts a figure.
#[cfg(test)]
pub(crate) fn parts_figure(shaped: &Shaped, glyph: u32) -> bool {
    matches!(cut_at(shaped, glyph), Some(StopKind::CutDigits | StopKind::CutThousands))
}

/// Whether it leaves a syllable alone.
#[cfg(test)]
pub(crate) fn leaves_alone(shaped: &Shaped, glyph: u32) -> bool {
    cut_at(shaped, glyph) == Some(StopKind::CutLone)
}

#[cfg(test)]
fn cut_at(shaped: &Shaped, glyph: u32) -> Option<StopKind> {
    let is_break = shaped.breaks.iter().any(|found| found.glyph == glyph) || glyph as usize >= shaped.glyphs.len();
    if is_break { None } else { cut_before(shaped, glyph as usize) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> StopKind {
        let at = text.find('|').expect("a place");
        let text = text.replace('|', "");
        let glyphs = text
            .char_indices()
            .map(|(start, character)| Glyph {
                id: 1,
                start: start as u32,
                advance: 1_000_000,
                x: 0,
                y: 0,
                class: Class::of(character),
            })
            .collect::<Vec<_>>();
        let glyph = glyphs.iter().position(|glyph| glyph.start as usize == at).expect("a letter after it");
        cut_before(&Shaped { text, glyphs, ..Shaped::default() }, glyph).expect("not the first")
    }

    #[test]
    fn digits_are_cut_last_and_thousands_before_them() {
        for (text, expected) in [
            ("12,34|5,678", StopKind::CutDigits),
            ("12|,345", StopKind::CutDigits),
            ("3.|14", StopKind::CutDigits),
            ("12,|345,678", StopKind::CutThousands),
            ("8,|9호", StopKind::CutHard),
            ("2021.|10.31.", StopKind::CutHard),
            ("△|12", StopKind::CutHard),
            ("12,345|천원", StopKind::CutHard),
            ("58|㎡", StopKind::CutHard),
            ("02-|123-4567", StopKind::CutAtSign),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }

    #[test]
    fn a_syllable_left_alone_is_worse_than_two() {
        for (text, expected) in [
            ("등|록면허세", StopKind::CutLone),
            ("등록|면허세", StopKind::Cut),
            ("등록면허|세", StopKind::CutLone),
            ("구|청", StopKind::CutLone),
            ("취득|·등록", StopKind::CutHard),
            ("취득·|등록", StopKind::CutAtSign),
            ("시청|(본관)", StopKind::CutAtSign),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
    }
}
