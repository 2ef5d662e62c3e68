//! Unicode's own line break test: breaks are Unicode's but where Korean rules forbid them, and no others.

#![allow(clippy::print_stdout, reason = "its counts are for whoever asks with --nocapture")]

use std::collections::BTreeMap;

use crate::set::text::{BreakKind, Together, breaks};

/// Texts with Unicode's breaks, see `LICENSE.txt` beside it.
const CASES: &str = include_str!("../data/unicode/line-break-test.txt");

/// A text, and the places in it where Unicode lets lines end.
struct Case {
    text: String,
    allowed: Vec<usize>,
}

fn cases() -> impl Iterator<Item = Case> {
    CASES.lines().filter(|line| !line.starts_with('#')).map(case)
}

/// `× 0061 × 0020 ÷ 0062 ÷`: characters by number, `÷` where a line may end. The end of a text is no place in it.
fn case(line: &str) -> Case {
    let mut case = Case { text: String::new(), allowed: Vec::new() };
    for item in line.split_whitespace() {
        match item {
            "×" => {}
            "÷" => case.allowed.push(case.text.len()),
            number => {
                let number = u32::from_str_radix(number, 16).expect("a case has signs and numbers");
                case.text.push(char::from_u32(number).expect("a case has characters"));
            }
        }
    }
    assert_eq!(case.allowed.pop(), Some(case.text.len()), "every text ends with a break");
    case
}

/// Whether a line must end after a character (LB4 and LB5).
fn is_mandatory(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character stands between words.
fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200b}' | '\u{205f}' | '\u{3000}')
}

/// The Korean rule that forbids a break which Unicode allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rule {
    /// Words (어절) stay whole.
    WithinWord,
    /// A line begins with a word, not with the blanks before it.
    AmongBlanks,
    /// Signs that lean on a neighbour stay with it.
    LeaningSign,
    /// A label spread by blanks is one word.
    SpreadLabel,
}

fn forbidden(text: &str, at: usize) -> Option<Rule> {
    let (before, after) = text.split_at(at);
    // A soft hyphen is there to part a word.
    if before.ends_with('\u{ad}') {
        return None;
    }
    let word = before.trim_end_matches(is_blank);
    if word.len() == before.len() {
        return (!before.ends_with(is_mandatory)).then_some(Rule::WithinWord);
    }
    let (last, next) = (word.chars().next_back(), after.chars().next()?);
    if is_blank(next) || last.is_none_or(is_mandatory) {
        return Some(Rule::AmongBlanks);
    }
    let separates = |character| is_blank(character) || is_mandatory(character);
    let word = word.rsplit(separates).next().unwrap_or_default();
    let next_word = after.split(separates).next().unwrap_or_default();
    let is_item_sign = |sign: char| "※☎☞★☆".contains(sign) || matches!(sign, '①'..='⑳' | '■'..='◿');
    if last.is_some_and(|last| "「『【(".contains(last))
        || ")」』】·・ㆍ,~～〜:%".contains(next)
        || ["-", "–", "—"].contains(&next_word)
        || lone(word).is_some_and(is_item_sign)
    {
        return Some(Rule::LeaningSign);
    }
    let is_syllable = |word| lone(word).is_some_and(|letter| ('가'..='힣').contains(&letter));
    (is_syllable(word) && is_syllable(next_word)).then_some(Rule::SpreadLabel)
}

/// The only character of a word.
fn lone(word: &str) -> Option<char> {
    let mut characters = word.chars();
    characters.next().filter(|_| characters.next().is_none())
}

#[test]
fn breaks_are_unicodes_but_where_korean_rules_forbid_them() {
    let (mut untouched, mut broken, mut tailored) = (0, 0, BTreeMap::new());
    for Case { text, allowed } in cases() {
        let found: Vec<usize> = breaks(&text, &Together::default()).iter().map(|(at, _)| *at).collect();
        let (forbidden, expected): (Vec<usize>, Vec<usize>) =
            allowed.iter().partition(|at| forbidden(&text, **at).is_some());
        assert_eq!(found, expected, "breaks in {text:?}; Unicode has {allowed:?}");
        untouched += usize::from(forbidden.is_empty());
        broken += usize::from(forbidden.is_empty() && !found.is_empty());
        for rule in forbidden.into_iter().filter_map(|at| self::forbidden(&text, at)) {
            *tailored.entry(rule).or_insert(0) += 1;
        }
    }
    println!("as Unicode has them: {untouched} texts, {broken} of them with breaks; forbidden places: {tailored:?}");
    assert!(untouched > 7_400 && broken > 3_000, "{untouched}, {broken}");
    assert_eq!(tailored.len(), 4, "every rule applies: {tailored:?}");
}

#[test]
fn lines_end_where_unicode_says_they_must() {
    let mut forced = 0;
    for Case { text, allowed } in cases() {
        let must_end = |at: &usize| text[..*at].ends_with(is_mandatory);
        let expected: Vec<usize> = allowed.iter().copied().filter(must_end).collect();
        let kinds = breaks(&text, &Together::default()).into_iter().filter(|(_, kind)| *kind == BreakKind::Forced);
        assert_eq!(kinds.map(|(at, _)| at).collect::<Vec<_>>(), expected, "{text:?}");
        forced += expected.len();
    }
    println!("{forced} lines must end");
    assert!(forced > 500, "{forced}");
}
