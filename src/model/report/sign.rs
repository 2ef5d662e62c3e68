//! Signs that items and notes begin with, and the rows of those that number.

use super::Marks;
use crate::model::source::Span;

/// A sign as its author typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sign {
    /// What is typed: `○`, `1.`, `(가)`, `**`.
    pub typed: String,
    /// The marks of emphasis that it stands in with the text behind it, as in `**② 둘째**`.
    pub marks: Marks,
    /// Where it was typed; `None` for one that the template gives.
    pub place: Option<Span>,
}

/// What a sign counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeral {
    /// The signs that it is one of.
    pub series: Series,
    /// Its place among them, from 1.
    pub nth: u32,
}

/// Signs that follow each other: `1.`, `2.`, `3.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Series {
    digits: Digits,
    form: Form,
}

/// What counts in a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Digits {
    /// `1`, `2`, up to `99`: nothing longer is a sign, but a year or a figure.
    Arabic,
    /// `가`, `나`, … `하`, then `거`, `너`, and so on, as the rules of public documents have it.
    Syllables,
    /// `I`, `II`, as typed for want of `Ⅰ`.
    Letters,
    /// A row of [`ROWS`].
    Row(usize),
}

/// What stands around that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Form {
    /// `①`
    Bare,
    /// `1.`
    Dot,
    /// `1)`
    Bracket,
    /// `(1)`
    Brackets,
}

/// Characters that number, each row in its order. The first two are written with a dot or brackets as well.
const ROWS: [&[(char, char)]; 18] = [
    &[('Ⅰ', 'Ⅻ')],
    &[('ⅰ', 'ⅻ')],
    &[('①', '⑳'), ('㉑', '㉟'), ('㊱', '㊿')],
    &[('❶', '❿'), ('⓫', '⓴')],
    &[('➀', '➉')],
    &[('➊', '➓')],
    &[('⓵', '⓾')],
    &[('⑴', '⒇')],
    &[('⒈', '⒛')],
    &[('ⓐ', 'ⓩ')],
    &[('Ⓐ', 'Ⓩ')],
    &[('⒜', '⒵')],
    &[('㉠', '㉭')],
    &[('㉮', '㉻')],
    &[('㈀', '㈍')],
    &[('㈎', '㈛')],
    &[('㊀', '㊉')],
    &[('㈠', '㈩')],
];

/// The rows whose characters are written as digits are.
const ROMAN: [usize; 2] = [0, 1];

/// The consonants that syllables count by, as places in Unicode's order of initials, and the vowels that they do it with: `가` to `하`, then `거` to `허`.
const INITIALS: [u32; 14] = [0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18];
const VOWELS: [u32; 2] = [0, 4];

const LETTERS: [&str; 15] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

impl Sign {
    /// A sign without marks.
    pub(crate) fn new(typed: impl Into<String>) -> Sign {
        Sign { typed: typed.into(), marks: Marks::default(), place: None }
    }

    /// What it counts, if it does.
    pub(crate) fn numeral(&self) -> Option<Numeral> {
        let (numeral, length) = Numeral::read(&self.typed)?;
        (length == self.typed.len()).then_some(numeral)
    }
}

impl Numeral {
    /// The sign that counts at the beginning of a text, and its bytes. Whether it is meant as one, what stands behind it must say.
    pub(crate) fn read(text: &str) -> Option<(Numeral, usize)> {
        let opened = text.strip_prefix('(');
        let inner = opened.unwrap_or(text);
        let (digits, nth, length) = Digits::read(inner)?;
        let (form, closing) = match (opened, inner[length..].chars().next()) {
            (Some(_), Some(')')) => (Form::Brackets, 1),
            (None, Some('.')) if digits.takes(Form::Dot) => (Form::Dot, 1),
            (None, Some(')')) if digits.takes(Form::Bracket) => (Form::Bracket, 1),
            (None, _) => (Form::Bare, 0),
            _ => return None,
        };
        let whole = text.len() - inner.len() + length + closing;
        digits.takes(form).then_some((Numeral { series: Series { digits, form }, nth }, whole))
    }
}

impl Series {
    /// The sign at a place of the series, from 1; `None` beyond its end.
    pub(crate) fn nth(self, nth: u32) -> Option<String> {
        let digits = self.digits.written(nth)?;
        Some(match self.form {
            Form::Bare => digits,
            Form::Dot => format!("{digits}."),
            Form::Bracket => format!("{digits})"),
            Form::Brackets => format!("({digits})"),
        })
    }

    /// Whether its signs are written with what texts are made of, so that a line may begin with them by chance.
    pub(crate) fn is_plain(self) -> bool {
        !matches!(self.digits, Digits::Row(_))
    }

    /// Whether its signs are `(가)` and its like, which name things as well: `(사)`, `(재)`.
    pub(crate) fn is_bracketed_syllable(self) -> bool {
        self.digits == Digits::Syllables && self.form == Form::Brackets
    }

    /// Whether its signs are `1.` and its like, with which dates are written as well.
    pub(crate) fn is_dotted_number(self) -> bool {
        self.digits == Digits::Arabic && self.form == Form::Dot
    }
}

impl Digits {
    /// What a text begins with, its place in the order, and its bytes.
    fn read(text: &str) -> Option<(Digits, u32, usize)> {
        let first = text.chars().next()?;
        if first.is_ascii_digit() {
            let length = text.bytes().take_while(u8::is_ascii_digit).count();
            let nth = text[..length].parse().ok().filter(|nth| (1..=99).contains(nth))?;
            return (first != '0').then_some((Digits::Arabic, nth, length));
        }
        if first.is_ascii_uppercase() {
            let length = text.bytes().take_while(u8::is_ascii_uppercase).count();
            let nth = LETTERS.iter().position(|letters| *letters == &text[..length])?;
            return Some((Digits::Letters, nth as u32 + 1, length));
        }
        let (digits, nth) = match first {
            '가'..='힣' => (Digits::Syllables, syllable(first)?),
            other => {
                ROWS.iter().enumerate().find_map(|(row, ranges)| Some((Digits::Row(row), place(ranges, other)?)))?
            }
        };
        Some((digits, nth, first.len_utf8()))
    }

    fn takes(self, form: Form) -> bool {
        match self {
            Digits::Arabic | Digits::Syllables => form != Form::Bare,
            Digits::Letters => form == Form::Dot,
            Digits::Row(row) => form == Form::Bare || ROMAN.contains(&row),
        }
    }

    fn written(self, nth: u32) -> Option<String> {
        let index = nth.checked_sub(1)?;
        match self {
            Digits::Arabic => Some(nth.to_string()),
            Digits::Letters => LETTERS.get(index as usize).map(|letters| (*letters).to_owned()),
            Digits::Syllables => {
                let (vowel, initial) = (index as usize / INITIALS.len(), index as usize % INITIALS.len());
                char::from_u32(0xAC00 + (INITIALS[initial] * 21 + VOWELS.get(vowel)?) * 28).map(String::from)
            }
            Digits::Row(row) => {
                let mut index = index;
                ROWS[row].iter().find_map(|&(first, last)| {
                    let here = u32::from(first) + index;
                    let found = (here <= u32::from(last)).then(|| char::from_u32(here)).flatten().map(String::from);
                    index = index.checked_sub(u32::from(last) - u32::from(first) + 1).unwrap_or(u32::MAX / 2);
                    found
                })
            }
        }
    }
}

/// The place of a character in a row, from 1.
fn place(ranges: &[(char, char)], character: char) -> Option<u32> {
    let mut before = 0;
    for &(first, last) in ranges {
        if (first..=last).contains(&character) {
            return Some(before + u32::from(character) - u32::from(first) + 1);
        }
        before += u32::from(last) - u32::from(first) + 1;
    }
    None
}

/// What a syllable counts, from 1.
fn syllable(syllable: char) -> Option<u32> {
    let index = u32::from(syllable) - 0xAC00;
    let (initial, vowel, last) = (index / (21 * 28), index / 28 % 21, index % 28);
    let initial = INITIALS.iter().position(|known| *known == initial)?;
    let vowel = VOWELS.iter().position(|known| *known == vowel)?;
    (last == 0).then_some((vowel * INITIALS.len() + initial) as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_count_in_their_rows() {
        for (sign, nth) in [
            ("Ⅰ.", 1),
            ("Ⅻ", 12),
            ("IV.", 4),
            ("1.", 1),
            ("12)", 12),
            ("(3)", 3),
            ("가.", 1),
            ("하)", 14),
            ("(거)", 15),
            ("①", 1),
            ("㉑", 21),
            ("㊿", 50),
            ("㉯", 2),
            ("❿", 10),
            ("➊", 1),
            ("ⅲ)", 3),
        ] {
            let numeral = Sign::new(sign).numeral().unwrap_or_else(|| panic!("{sign} counts"));
            assert_eq!(numeral.nth, nth, "{sign}");
            assert_eq!(numeral.series.nth(nth).as_deref(), Some(sign));
        }
        for sign in ["2021.", "0.", "각.", "○", "I", "(주)", "1", "㈜", "", "(1", "XXX."] {
            assert_eq!(Sign::new(sign).numeral(), None, "{sign}");
        }
        let series = Sign::new("㊿").numeral().map(|numeral| numeral.series);
        assert_eq!(series.and_then(|series| series.nth(51)), None);
    }
}
