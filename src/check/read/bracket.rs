//! Which brackets and quotes of a text belong together, and which are left alone.

use std::ops::Range;

/// A bracket with its other half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Bracket {
    /// The byte of the opening half.
    pub open: usize,
    /// The byte of the closing half.
    pub close: usize,
    /// What it opens with.
    pub sign: char,
    /// The bracket that it stands in, by its place in the list.
    pub inside: Option<usize>,
    /// How many stand around it.
    pub depth: usize,
}

impl Bracket {
    /// What stands between its halves.
    pub(crate) fn content(&self) -> Range<usize> {
        self.open + self.sign.len_utf8()..self.close
    }

    /// Whether it is round.
    pub(crate) fn is_round(&self) -> bool {
        matches!(self.sign, '(' | '（')
    }
}

/// A half that is alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Alone {
    /// The sign.
    pub sign: char,
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it opens.
    pub opens: bool,
}

/// Halves that belong together.
const PAIRS: [(char, char); 13] = [
    ('(', ')'),
    ('（', '）'),
    ('[', ']'),
    ('{', '}'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〈', '〉'),
    ('《', '》'),
    ('〔', '〕'),
    ('“', '”'),
    ('‘', '’'),
    ('｢', '｣'),
];

/// The half that belongs to this one.
pub(in crate::check) fn other_half(sign: char) -> char {
    let pair = PAIRS.iter().find(|(open, close)| sign == *open || sign == *close);
    pair.map_or(sign, |&(open, close)| if sign == open { close } else { open })
}

/// The brackets of a text in order of their opening halves, and the halves that are alone.
pub(in crate::check) fn brackets(text: &str) -> (Vec<Bracket>, Vec<Alone>) {
    let mut found: Vec<Bracket> = Vec::new();
    let mut alone = Vec::new();
    // Open ones by their place in `found`, and how many of each pair.
    let mut open: Vec<usize> = Vec::new();
    let mut count = [0_usize; PAIRS.len()];
    let mut dropped = Vec::new();
    for (at, sign) in text.char_indices() {
        let again = matches!(sign, '‘' | '“')
            && PAIRS.iter().position(|(opening, _)| *opening == sign).is_some_and(|kind| count[kind] > 0);
        if let Some(kind) = PAIRS.iter().position(|(opening, _)| *opening == sign).filter(|_| !again) {
            if sign == '‘' && is_short_year(&text[at + sign.len_utf8()..]) {
                continue;
            }
            count[kind] += 1;
            let (inside, depth) = (open.last().copied(), open.len());
            open.push(found.len());
            found.push(Bracket { open: at, close: at, sign, inside, depth });
        } else if let Some(kind) = closing(sign, &count) {
            let range = at..at + sign.len_utf8();
            if count[kind] == 0 {
                let is_sign_of_its_own =
                    sign == '’' || sign == ')' && (numbers_a_list(&text[..at]) || dials(&text[..at], &text[at + 1..]));
                alone.extend((!is_sign_of_its_own).then_some(Alone { sign, range, opens: false }));
                continue;
            }
            while let Some(last) = open.pop() {
                let bracket = &mut found[last];
                let its = PAIRS.iter().position(|(opening, _)| *opening == bracket.sign).unwrap_or(kind);
                count[its] -= 1;
                if its == kind {
                    bracket.close = at;
                    break;
                }
                dropped.push(last);
            }
        }
    }
    dropped.append(&mut open);
    dropped.sort_unstable();
    for &index in &dropped {
        let Bracket { open, sign, .. } = found[index];
        alone.push(Alone { sign, range: open..open + sign.len_utf8(), opens: true });
    }
    alone.sort_by_key(|alone| alone.range.start);
    (closed(found, &dropped), alone)
}

/// Those that are closed, inside each other without those that aren't.
fn closed(found: Vec<Bracket>, dropped: &[usize]) -> Vec<Bracket> {
    if dropped.is_empty() {
        return found;
    }
    let mut kept: Vec<Bracket> = Vec::with_capacity(found.len());
    let mut place = vec![None; found.len()];
    for (index, bracket) in found.iter().enumerate() {
        let around = bracket.inside.and_then(|inside| place[inside]);
        if dropped.binary_search(&index).is_ok() {
            place[index] = around;
            continue;
        }
        let depth = around.map_or(0, |around: usize| kept[around].depth + 1);
        place[index] = Some(kept.len());
        kept.push(Bracket { inside: around, depth, ..bracket.clone() });
    }
    kept
}

/// The pair that a sign closes; `'` and `"` close a quote that was opened with its own sign.
fn closing(sign: char, open: &[usize; PAIRS.len()]) -> Option<usize> {
    // A quote that is closed with the sign that opened it.
    let closed = match sign {
        '\'' | '‘' => '’',
        '"' | '“' => '”',
        other => other,
    };
    let kind = PAIRS.iter().position(|(_, closing)| *closing == closed)?;
    (closed == sign || open[kind] > 0).then_some(kind)
}

/// `042)252-4346`, `TEL)`: what stands before a telephone's number.
fn dials(before: &str, after: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let area = word.starts_with('0') && word.len() < 5 && word.bytes().all(|byte| byte.is_ascii_digit());
    let label = !word.is_empty() && word.len() < 7 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let dialled = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
    (area || label || word.ends_with("전화") || word.ends_with("문의")) && dialled
        || label && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `‘21.` and `’21년` leave out a century.
fn is_short_year(rest: &str) -> bool {
    // `‘s` is a word's end.
    if rest.starts_with("s ") || rest.starts_with("s-") {
        return true;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 2 && rest[digits..].starts_with(['.', '년', '~'])
}

/// `1)`, `가)`: a sign of a list, which has no other half.
fn numbers_a_list(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let digits = word.bytes().rev().take_while(u8::is_ascii_digit).count();
    // `건강보험2)` points to a note.
    let points = (1..=2).contains(&digits) && word[..word.len() - digits].ends_with(char::is_alphabetic);
    let stands_alone =
        before[..before.len() - word.len()].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != ')');
    let numbered = word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    points || ((1..=2).contains(&word.chars().count()) || numbered && !word.is_empty()) && stands_alone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(text: &str) -> Vec<(char, usize)> {
        brackets(text).1.iter().map(|alone| (alone.sign, alone.range.start)).collect()
    }

    #[test]
    fn halves_without_their_other_half_are_alone() {
        assert_eq!(alone("(가) 「나」 “다” ‘라’"), []);
        assert_eq!(alone("(2021.7.12.(월)~2021.10.5.(수)"), [('(', 0)]);
        assert_eq!(alone("가) 1) 나 (다"), [('(', 12)]);
        assert_eq!(alone("가나다) 라"), [(')', 9)]);
        assert_eq!(alone("(「가)"), [('「', 1)]);
        assert_eq!(alone("‘21.12.19~’24.12.18 it’s"), []);
        assert_eq!(alone("042)252-4346, TEL)02-123-4567, 전화) 123-4567, ‘가' “나\""), []);
    }

    #[test]
    fn brackets_know_what_they_stand_in() {
        let depths = |text: &str| brackets(text).0.iter().map(|it| (it.open, it.depth)).collect::<Vec<_>>();
        assert_eq!(depths("a(b(c)d)(e)"), [(1, 0), (3, 1), (8, 0)]);
        assert_eq!(depths("「a(b(c)d)"), [(4, 0), (6, 1)], "what isn't closed is around nothing");
    }
}
