//! Numbers by the digits of a format: `#,##0.00`, `000-00-00000`, `0.0,,"백만"`, `0.00E+00`.

use super::digits::Digits;
use super::shown::Shown;
use super::token::Token;

/// What a section with digits shows of a size, and the figure that this is.
pub(super) fn shown(size: &Digits, tokens: &[Token]) -> Shown {
    let layout = Layout::of(tokens);
    let scaled = size.shifted(layout.power);
    let (number, exponent) = match layout.exponent {
        Some(_) => layout.mantissa(&scaled),
        None => (scaled.rounded(layout.behind), 0),
    };
    let mut writer = Writer {
        whole: number.before_point(),
        behind: number.behind_point(layout.behind),
        exponent: Digits::whole(exponent.unsigned_abs().into()).before_point(),
        text: String::new(),
        layout: &layout,
    };
    for (index, token) in tokens.iter().enumerate() {
        writer.token(index, token, exponent);
    }
    let figure = match layout.exponent {
        Some(_) => number.shifted(exponent).figure(),
        None => number.figure(),
    };
    Shown { figure, is_code: layout.is_code(tokens), ..Shown::text(writer.text) }
}

/// Where the digits of a section stand.
struct Layout {
    /// The digits before the point, and the first of them that is a `0`.
    whole: Vec<usize>,
    first_zero: Option<usize>,
    /// How many stand behind it.
    behind: usize,
    /// Where they begin, and the last of them that is a `0`.
    point: usize,
    last_zero: Option<usize>,
    /// Where the exponent begins, and its digits.
    exponent: Option<usize>,
    exponent_digits: Vec<usize>,
    /// Whether thousands are parted.
    grouped: bool,
    /// The power of ten by which the number is larger: of percents and commas.
    power: i32,
}

impl Layout {
    fn of(tokens: &[Token]) -> Layout {
        let position = |wanted: fn(&Token) -> bool| tokens.iter().position(wanted);
        let exponent = position(|token| matches!(token, Token::Exponent(_)));
        let end = exponent.unwrap_or(tokens.len());
        let point = tokens[..end].iter().position(|token| *token == Token::Point).unwrap_or(end);
        let digits = |range: std::ops::Range<usize>| -> Vec<usize> {
            range.filter(|&index| matches!(tokens[index], Token::Digit(_))).collect()
        };
        let (whole, behind) = (digits(0..point), digits(point..end));
        let is_comma = |index: &usize| tokens[*index] == Token::Comma;
        let last_whole = whole.last().copied().unwrap_or(0);
        let grouped = whole.first().is_some_and(|&first| (first..last_whole).any(|index| is_comma(&index)));
        // A comma that no digit follows divides by a thousand; after the digits, or right before the point.
        let last = behind.last().copied().unwrap_or(last_whole);
        let after = |from: usize| (from + 1..tokens.len()).take_while(is_comma).count() as i32;
        let thousands = if whole.is_empty() && behind.is_empty() {
            0
        } else {
            after(last) + if behind.is_empty() { 0 } else { after(last_whole) * i32::from(!whole.is_empty()) }
        };
        let percents = tokens.iter().filter(|token| **token == Token::Percent).count() as i32;
        Layout {
            behind: behind.len(),
            first_zero: whole.iter().copied().find(|&index| tokens[index] == Token::Digit('0')),
            last_zero: behind.iter().rposition(|&index| tokens[index] == Token::Digit('0')),
            whole,
            point,
            exponent,
            exponent_digits: exponent.map(|exponent| digits(exponent..tokens.len())).unwrap_or_default(),
            grouped,
            power: 2 * percents - 3 * thousands,
        }
    }

    /// Whether the number is a code rather than a figure: it has zeros before it, or letters between its digits.
    fn is_code(&self, tokens: &[Token]) -> bool {
        let zeros = self.whole.iter().filter(|&&index| tokens[index] == Token::Digit('0')).count();
        let (Some(&first), Some(&last)) = (self.whole.first(), self.whole.last()) else { return false };
        let is_between = |token: &Token| !matches!(token, Token::Digit(_) | Token::Comma);
        zeros > 1 || tokens[first..last].iter().any(is_between)
    }

    /// A number with as many digits before its point as the format has, and its power of ten.
    fn mantissa(&self, number: &Digits) -> (Digits, i32) {
        if number.is_zero() {
            return (number.clone(), 0);
        }
        let step = self.whole.len().max(1) as i32;
        let power = |exponent: i32| exponent.div_euclid(step) * step;
        let exponent = power(number.exponent());
        let mantissa = number.shifted(-exponent).rounded(self.behind);
        // Rounding may have brought it up to the next power.
        let carried = power(mantissa.exponent());
        (mantissa.shifted(-carried).rounded(self.behind), exponent + carried)
    }
}

/// A number being written.
struct Writer<'a> {
    whole: Vec<u8>,
    behind: Vec<u8>,
    exponent: Vec<u8>,
    text: String,
    layout: &'a Layout,
}

impl Writer<'_> {
    fn token(&mut self, index: usize, token: &Token, exponent: i32) {
        match token {
            Token::Literal(text) => self.text += text,
            Token::Blank => blank(&mut self.text),
            Token::Percent => self.text.push('%'),
            Token::Point => self.text.push('.'),
            Token::Exponent(plus) => {
                self.text.push('E');
                self.text.push_str(if exponent < 0 {
                    "-"
                } else if *plus {
                    "+"
                } else {
                    ""
                });
            }
            Token::Digit(digit) if self.layout.exponent.is_some_and(|exponent| index > exponent) => {
                whole(&mut self.text, &self.exponent, (&self.layout.exponent_digits, index), *digit, false)
            }
            Token::Digit(digit) if index < self.layout.point => {
                // Behind a place that always shows a digit, all do.
                let digit = if self.layout.first_zero.is_some_and(|first| first <= index) { '0' } else { *digit };
                whole(&mut self.text, &self.whole, (&self.layout.whole, index), digit, self.layout.grouped)
            }
            Token::Digit(digit) => self.behind_point(*digit),
            Token::Slash => self.text.push('/'),
            Token::General | Token::Text | Token::Comma => {}
            // Letters of dates stand in no such section.
            Token::Letters(..) | Token::Minutes(_) | Token::Halves(_) | Token::Elapsed(..) | Token::Fraction(_) => {}
        }
    }

    fn behind_point(&mut self, digit: char) {
        let place = self.layout.behind - self.behind.len();
        let value = self.behind.remove(0);
        let needed = value > 0 || self.behind.iter().any(|&value| value > 0);
        let zero_follows = self.layout.last_zero.is_some_and(|last| last >= place);
        match digit {
            _ if needed || zero_follows || digit == '0' => self.text.push(char::from(b'0' + value)),
            '?' => blank(&mut self.text),
            _ => {}
        }
    }
}

/// The digits of a whole number that stand at one of the places for them, written with the commas that follow them. What has no place of its own stands
/// at the first.
fn whole(text: &mut String, digits: &[u8], (places, at): (&[usize], usize), letter: char, grouped: bool) {
    let Some(place) = places.iter().rev().position(|&other| other == at) else { return };
    let is_first = place + 1 == places.len();
    let end = if is_first { digits.len().max(place + 1) } else { place + 1 };
    for place in (place..end).rev() {
        match digits.len().checked_sub(place + 1).map(|index| digits[index]) {
            Some(value) => text.push(char::from(b'0' + value)),
            None if letter == '0' => text.push('0'),
            None if letter == '?' => {
                blank(text);
                continue;
            }
            None => continue,
        }
        if grouped && place > 0 && place % 3 == 0 {
            text.push(',');
        }
    }
}

/// A blank that only aligns: several of them are one, since type in a report is not of one width.
pub(super) fn blank(text: &mut String) {
    if !text.ends_with(' ') {
        text.push(' ');
    }
}
