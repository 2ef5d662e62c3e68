//! What heads say of their columns: `예산현액(A)`, `집행잔액(A-B)`, `집행률(B/A×100)`, `C=A+B`, `③=①-②`.

use crate::check::read::grid::Track;

/// A formula over columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Formula {
    /// A column, by its letter.
    Letter(char),
    /// A number.
    Number(u32),
    /// Two joined by `+`, `-`, `×` or `/`.
    Joined(Box<Formula>, char, Box<Formula>),
}

impl Formula {
    /// Its letters, each once.
    pub(crate) fn letters(&self) -> Vec<char> {
        let mut letters = Vec::new();
        self.collect(&mut letters);
        letters
    }

    fn collect(&self, into: &mut Vec<char>) {
        match self {
            Formula::Letter(letter) if !into.contains(letter) => into.push(*letter),
            Formula::Letter(_) | Formula::Number(_) => {}
            Formula::Joined(left, _, right) => {
                left.collect(into);
                right.collect(into);
            }
        }
    }

    /// As a sum of columns, with what is taken away; `None` for products and quotients.
    pub(crate) fn sum(&self) -> Option<Vec<(bool, char)>> {
        match self {
            Formula::Letter(letter) => Some(vec![(false, *letter)]),
            Formula::Joined(left, sign @ ('+' | '-'), right) => {
                let (mut terms, rest) = (left.sum()?, right.sum()?);
                terms.extend(rest.into_iter().map(|(minus, letter)| (minus != (*sign == '-'), letter)));
                Some(terms)
            }
            Formula::Number(_) | Formula::Joined(..) => None,
        }
    }
}

/// What a label says of its column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// The letter that it goes by.
    pub letter: Option<char>,
    /// What it is reckoned by.
    pub formula: Option<Formula>,
}

/// What the labels of a column say; the level of the label with it.
pub(super) fn said(track: &Track) -> Option<(usize, Said)> {
    track.path.iter().enumerate().rev().find_map(|(level, label)| {
        let said = read(&label.word);
        (said != Said::default()).then_some((level, said))
    })
}

fn read(word: &str) -> Said {
    // `①예산액`, `예산액①`.
    let bare = word.split('(').next().unwrap_or_default();
    let circled = |character: Option<char>| character.filter(|character| ('①'..='⑳').contains(character));
    let outside = circled(bare.chars().next()).or_else(|| circled(bare.chars().next_back()));
    let inside = word.strip_suffix(')').and_then(opening).or_else(|| word.split_once('=').map(|_| word));
    let Some(inside) = inside else { return Said { letter: outside, formula: None } };
    let (letter, formula) = match inside.split_once('=') {
        Some((left, right)) if is_letter(left) => (left.chars().next(), Some(right)),
        Some((left, right)) if is_letter(right) => (right.chars().next(), Some(left)),
        _ if is_letter(inside) => (inside.chars().next(), None),
        _ => (None, Some(inside)),
    };
    let formula = formula
        .and_then(parse)
        .filter(|formula| !formula.letters().is_empty() && !matches!(formula, Formula::Letter(_)));
    Said { letter: letter.or(outside), formula }
}

/// What stands in the last bracket, without the closing half: brackets may stand in it.
fn opening(rest: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, character) in rest.char_indices().rev() {
        match character {
            ')' => depth += 1,
            '(' if depth == 0 => return Some(&rest[at + 1..]),
            '(' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn is_letter(text: &str) -> bool {
    let mut characters = text.chars();
    matches!((characters.next().map(is_name), characters.next()), (Some(true), None))
}

/// Whether columns go by such a letter.
fn is_name(character: char) -> bool {
    character.is_ascii_alphabetic()
        || [('①', '⑳'), ('㉠', '㉭'), ('㉮', '㉻'), ('ⓐ', 'ⓩ')]
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&character))
}

/// Reads a formula; `None` for anything else, and beyond a dozen of signs.
fn parse(text: &str) -> Option<Formula> {
    let signs: Vec<char> = text.chars().filter(|character| *character != ' ').collect();
    if signs.len() > 24 {
        return None;
    }
    let mut at = 0;
    let formula = added(&signs, &mut at, 0)?;
    (at == signs.len()).then_some(formula)
}

fn added(signs: &[char], at: &mut usize, depth: usize) -> Option<Formula> {
    let mut left = multiplied(signs, at, depth)?;
    while let Some(sign) = signs.get(*at).and_then(|sign| sum_sign(*sign)) {
        *at += 1;
        left = Formula::Joined(Box::new(left), sign, Box::new(multiplied(signs, at, depth)?));
    }
    Some(left)
}

fn multiplied(signs: &[char], at: &mut usize, depth: usize) -> Option<Formula> {
    let mut left = single(signs, at, depth)?;
    while let Some(sign) = signs.get(*at).and_then(|sign| product_sign(*sign)) {
        *at += 1;
        left = Formula::Joined(Box::new(left), sign, Box::new(single(signs, at, depth)?));
    }
    Some(left)
}

fn single(signs: &[char], at: &mut usize, depth: usize) -> Option<Formula> {
    let first = *signs.get(*at)?;
    *at += 1;
    match first {
        '(' | '[' | '{' if depth < 4 => {
            let inside = added(signs, at, depth + 1)?;
            let closed = matches!(signs.get(*at), Some(')' | ']' | '}'));
            *at += 1;
            closed.then_some(inside)
        }
        digit if digit.is_ascii_digit() => {
            let mut number = digit.to_digit(10)?;
            while let Some(next) = signs.get(*at).and_then(|sign| sign.to_digit(10)) {
                number = number.checked_mul(10)?.checked_add(next)?;
                *at += 1;
            }
            Some(Formula::Number(number))
        }
        letter if is_name(letter) && letter != 'x' && letter != 'X' => {
            // `AB` is a word.
            (!signs.get(*at).copied().is_some_and(|next| is_name(next) && next != 'x' && next != 'X'))
                .then_some(Formula::Letter(letter))
        }
        _ => None,
    }
}

fn sum_sign(sign: char) -> Option<char> {
    match sign {
        '+' | '＋' => Some('+'),
        '-' | '−' | '–' | '－' => Some('-'),
        _ => None,
    }
}

fn product_sign(sign: char) -> Option<char> {
    match sign {
        '×' | 'x' | 'X' | '*' | '＊' => Some('×'),
        '/' | '÷' | '／' => Some('/'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(name: char) -> Box<Formula> {
        Box::new(Formula::Letter(name))
    }

    #[test]
    fn heads_say_their_letters_and_formulas() {
        let minus = || Formula::Joined(letter('A'), '-', letter('B'));
        for (word, said_letter, formula) in [
            ("예산현액(A)", Some('A'), None),
            ("집행잔액(A-B)", None, Some(minus())),
            ("잔액(C=A-B)", Some('C'), Some(minus())),
            ("C=A-B", Some('C'), Some(minus())),
            ("집행률(B/A)", None, Some(Formula::Joined(letter('B'), '/', letter('A')))),
            ("③증감(②-①)", Some('③'), Some(Formula::Joined(letter('②'), '-', letter('①')))),
            ("금액(천원)", None, None),
            ("계(명)", None, None),
            ("인원(AB)", None, None),
        ] {
            assert_eq!(read(word), Said { letter: said_letter, formula }, "{word}");
        }
        let percent = read("집행률(B/A×100)").formula.expect("it is one");
        assert_eq!(percent.letters(), ['B', 'A']);
        assert_eq!(read("증감((B-A)/A)").formula.map(|it| it.letters()), Some(vec!['B', 'A']));
    }
}
