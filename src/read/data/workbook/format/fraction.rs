//! Fractions: `# ?/?`, `??/??`, `# ?/8`.

use super::digits::Digits;
use super::number::blank;
use super::token::Token;

/// What a section with a fraction shows of a size.
pub(super) fn shown(size: &Digits, tokens: &[Token]) -> String {
    let Some(parts) = Parts::of(tokens) else { return super::general::shown(size) };
    let number = size.number();
    let (whole, upper, lower) = parts.split(number);
    let mut text = String::new();
    text += &literals(&tokens[..parts.first]);
    if let Some(end) = parts.whole_end {
        // Nothing stands before a fraction that has no whole in front of it, unless a zero is asked for.
        let zero = tokens[parts.first..end].contains(&Token::Digit('0'));
        if whole > 0 || upper == 0 || zero {
            text += &whole.to_string();
        }
        blank(&mut text);
    }
    if upper > 0 || parts.whole_end.is_none() {
        text += &format!("{upper}/{lower}");
    }
    text += &literals(&tokens[parts.last + 1..]);
    text
}

fn literals(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Literal(literal) => text += literal,
            Token::Blank => blank(&mut text),
            _ => {}
        }
    }
    text
}

/// Where the parts of a fraction stand.
struct Parts {
    first: usize,
    /// Where the digits of the whole end; `None` where there are none.
    whole_end: Option<usize>,
    last: usize,
    /// The lower number, where it is given; else the most that it may be.
    lower: Option<u64>,
    most: u64,
}

impl Parts {
    fn of(tokens: &[Token]) -> Option<Parts> {
        let slash = tokens.iter().position(|token| *token == Token::Slash)?;
        let is_digit = |index: &usize| matches!(tokens[*index], Token::Digit(_));
        let first = (0..slash).find(is_digit)?;
        let upper_last = (0..slash).rev().find(is_digit)?;
        let upper_first = (first..=upper_last).rev().take_while(is_digit).last()?;
        let whole_last = (first..upper_first).rev().find(is_digit);
        // The lower number: letters for digits, or a number as it stands.
        let number = |index: &usize| match &tokens[*index] {
            Token::Digit(digit) => Some(*digit),
            Token::Literal(text) => text.chars().next().filter(|c| text.len() == 1 && c.is_ascii_digit()),
            _ => None,
        };
        let lower_first = (slash + 1..tokens.len()).find(|index| number(index).is_some())?;
        let written: String = (lower_first..tokens.len()).map_while(|index| number(&index)).take(7).collect();
        let fixed = written.contains(|c: char| ('1'..='9').contains(&c));
        Some(Parts {
            first,
            whole_end: whole_last.map(|last| last + 1),
            last: lower_first + written.len() - 1,
            lower: if fixed { written.replace(['#', '?'], "").parse().ok() } else { None },
            most: 10_u64.pow(written.len() as u32) - 1,
        })
    }

    /// The whole, and the fraction beside it.
    fn split(&self, number: f64) -> (u64, u64, u64) {
        let (upper, lower) = match self.lower {
            Some(lower) => ((number * lower as f64).round() as u64, lower),
            None => nearest(number, self.most),
        };
        let whole = if self.whole_end.is_some() { upper / lower.max(1) } else { 0 };
        (whole, upper - whole * lower, lower)
    }
}

/// The fraction that is nearest to a number among those whose lower number is no larger than `most`: a convergent of its continued fraction, as
/// spreadsheets take it.
fn nearest(number: f64, most: u64) -> (u64, u64) {
    const CLOSE: f64 = 5e-8;
    let (mut before, mut last) = ((0_u64, 1_u64), (1_u64, 0_u64));
    let mut rest = number;
    loop {
        let floor = rest.floor();
        let next = |last: u64, before: u64| (floor as u64).checked_mul(last).and_then(|it| it.checked_add(before));
        let (Some(upper), Some(lower)) = (next(last.0, before.0), next(last.1, before.1)) else { break };
        if lower > most {
            break;
        }
        (before, last) = (last, (upper, lower));
        if rest - floor < CLOSE || lower == most {
            break;
        }
        rest = 1.0 / (rest - floor);
    }
    if last.1 == 0 { (number.round() as u64, 1) } else { last }
}
