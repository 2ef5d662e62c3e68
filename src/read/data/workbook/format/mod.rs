//! Number formats of spreadsheets (ECMA-376, part 1, 18.8.30 and 18.8.31): what a cell shows of its value.

mod built_in;
mod date;
mod digits;
mod fraction;
mod general;
#[cfg(test)]
mod matrix;
mod native;
mod number;
mod shown;
mod token;

pub(super) use built_in::built_in;
pub(super) use date::count_of;
pub(super) use digits::Digits;
pub(super) use shown::Shown;

use token::{Condition, Operator, Section, Token};

/// The most letters of a format, more than spreadsheets let one have.
const LONGEST: usize = 1_000;

/// A number format.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Format {
    /// The sections for numbers, each with the condition on which it stands.
    numbers: Vec<(Condition, Section)>,
    /// The section for texts.
    text: Option<Section>,
}

impl Format {
    /// A format as it is written.
    pub(crate) fn parse(code: &str) -> Format {
        let code = if code.len() > LONGEST || code.trim().is_empty() { "General" } else { code };
        let mut sections = token::sections(code);
        let has_text = |section: &Section| section.tokens.contains(&Token::Text);
        // The fourth is for texts, and so is the last of fewer that shows one.
        let text = match &sections[..] {
            [_, _, _, _] => sections.pop(),
            [.., last] if has_text(last) => sections.pop(),
            _ => None,
        };
        if sections.is_empty() {
            // A format of texts alone shows numbers as they are.
            sections.push(Section { tokens: vec![Token::General], ..Section::default() });
        }
        let conditions = conditions(&sections);
        Format { numbers: conditions.into_iter().zip(sections).collect(), text }
    }

    /// What it shows of a number, whose days are counted from 1900 or 1904.
    pub(crate) fn number(&self, number: &Digits, since_1904: bool) -> Shown {
        let value = self.compared(number);
        let chosen = self.numbers.iter().find(|(condition, _)| condition.holds(value));
        // Excel fills a cell that no section is for with `#`.
        let Some((condition, section)) = chosen else { return general(number) };
        let is_below = number.negative && !number.is_zero();
        let says_sign = is_below && self.numbers.len() > 1 && condition.is_of_negatives();
        let mut shown = match section.shown(number, since_1904) {
            Some(shown) => shown,
            None => return general(number),
        };
        let own = shown.text.trim().to_owned();
        if is_below && section.is_number() {
            shown.text = if says_sign { own } else { format!("-{own}") };
            let has_sign = shown.text.contains(['-', '−', '–', '△', '▲', '▽', '▼', '(', '（']);
            shown.hides_sign = !has_sign && shown.figure.is_some_and(|figure| !figure.is_zero());
            shown.figure = shown.figure.map(|figure| if has_sign { -figure } else { figure });
        } else {
            shown.text = own;
        }
        shown
    }

    /// A number as far as it is compared: most formats ask only whether it is above or below zero.
    fn compared(&self, number: &Digits) -> f64 {
        let by_sign = |(condition, _): &(Condition, Section)| condition.limit == 0.0 || condition.limit.is_infinite();
        match () {
            () if !self.numbers.iter().all(by_sign) => number.number(),
            () if number.is_zero() => 0.0,
            () if number.negative => -1.0,
            () => 1.0,
        }
    }

    /// Whether it shows numbers as days or times.
    pub(crate) fn is_of_days(&self) -> bool {
        self.numbers.iter().any(|(_, section)| section.is_time())
    }

    /// What it shows of a text.
    pub(crate) fn text(&self, text: &str) -> String {
        let Some(section) = &self.text else { return text.to_owned() };
        let mut shown = String::new();
        for token in &section.tokens {
            match token {
                Token::Text | Token::General => shown += text,
                Token::Literal(literal) => shown += literal,
                Token::Blank => number::blank(&mut shown),
                Token::Percent => shown.push('%'),
                _ => {}
            }
        }
        // Blanks that only align are no part of it; those of the text itself are.
        if section.tokens.contains(&Token::Blank) { shown.trim().to_owned() } else { shown }
    }
}

/// As much as eleven characters hold, where nothing else is said.
fn general(number: &Digits) -> Shown {
    let text = general::shown(number);
    let figure = text.parse().ok();
    // What has all its digits in view says what it is.
    let is_shortened = text.contains('E') && number.exponent() > 0;
    Shown { figure, is_shortened, ..Shown::text(text) }
}

/// On which condition each section stands: its own, or that of its place.
fn conditions(sections: &[Section]) -> Vec<Condition> {
    let zero = |operator| Condition::new(operator, 0.0);
    let any = Condition::new(Operator::Less, f64::INFINITY);
    let own = |index: usize| sections.get(index).and_then(|section| section.condition);
    let first = own(0).unwrap_or(match sections.len() {
        1 => any,
        2 if own(1).is_none() => zero(Operator::GreaterOrSame),
        _ => zero(Operator::Greater),
    });
    let second = own(1).unwrap_or(match sections.len() {
        // Two sections, the first for some numbers: the second is for all others.
        2 if own(0).is_some() => any,
        _ => zero(Operator::Less),
    });
    // With one condition only on the second, the first takes what is left.
    let first = if sections.len() == 2 && own(0).is_none() && own(1).is_some() { other(second) } else { first };
    [first, second, any].into_iter().take(sections.len()).collect()
}

/// Where a condition doesn't hold.
fn other(condition: Condition) -> Condition {
    let operator = match condition.operator {
        Operator::Less => Operator::GreaterOrSame,
        Operator::LessOrSame => Operator::Greater,
        Operator::Same => Operator::Other,
        Operator::Other => Operator::Same,
        Operator::GreaterOrSame => Operator::Less,
        Operator::Greater => Operator::LessOrSame,
    };
    Condition { operator, ..condition }
}

impl Section {
    /// Whether it shows digits of the number itself, which a sign can stand before.
    fn is_number(&self) -> bool {
        !self.is_time()
    }

    fn is_time(&self) -> bool {
        let time = |token: &Token| {
            matches!(
                token,
                Token::Letters(..) | Token::Minutes(_) | Token::Halves(_) | Token::Elapsed(..) | Token::Fraction(_)
            )
        };
        self.system_date || self.system_time || self.tokens.iter().any(time)
    }

    /// What it shows of a number, without its sign; `None` where that is no day of the calendar.
    fn shown(&self, number: &Digits, since_1904: bool) -> Option<Shown> {
        if self.is_time() {
            return date::shown(number, self, since_1904).map(Shown::text);
        }
        let size = number.abs();
        let has = |wanted: fn(&Token) -> bool| self.tokens.iter().any(wanted);
        let mut shown = if has(|token| matches!(token, Token::General | Token::Text)) {
            self.with_general(&size)
        } else if has(|token| *token == Token::Slash) {
            Shown::text(fraction::shown(&size, &self.tokens))
        } else {
            let is_figure = has(|token| matches!(token, Token::Digit(_)));
            let shown = number::shown(&size, &self.tokens);
            Shown { figure: shown.figure.filter(|_| is_figure), ..shown }
        };
        if let Some(native) = self.native {
            let general = has(|token| *token == Token::General);
            let script = if general { native::in_words } else { native::digit_by_digit };
            shown.text = script(&shown.text, native, self.language);
            shown.is_code = true;
        }
        Some(shown)
    }

    fn with_general(&self, size: &Digits) -> Shown {
        let of_size = general(size);
        let mut text = String::new();
        for token in &self.tokens {
            match token {
                Token::General | Token::Text => text += &of_size.text,
                Token::Literal(literal) => text += literal,
                Token::Blank => number::blank(&mut text),
                Token::Percent => text.push('%'),
                _ => {}
            }
        }
        Shown { text, ..of_size }
    }
}
