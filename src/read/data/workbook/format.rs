//! Number formats of spreadsheets (ECMA-376, part 1, 18.8.31): what a cell with a number shows.

use rust_decimal::{Decimal, RoundingStrategy};

use super::date;

/// What a format shows of a number, and whether that is a number without anything around it: its digits then, without commas.
///
/// Conditions, fractions and exponents are left to the spreadsheet: a number in such a format is shown without it.
pub(super) fn shown(number: Decimal, code: &str, since_1904: bool) -> (String, bool) {
    let plain = || (number.to_string(), true);
    let sections = sections(code);
    let (section, size) = chosen(&sections, number);
    let tokens = tokens(section);
    if tokens.iter().any(|token| matches!(token, Token::Letters(_) | Token::Elapsed(_))) {
        return date::shown(number, &tokens, since_1904).map_or_else(plain, |shown| (shown, false));
    }
    match figure(size, &tokens) {
        Some((shown, is_plain)) => (shown, is_plain),
        None => plain(),
    }
}

/// A piece of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Shown as it is.
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    /// `.`
    Point,
    /// `,`
    Comma,
    /// `%`
    Percent,
    /// A run of one letter of a date or time: `yyyy`; `AM/PM` is `a/p`.
    Letters(String),
    /// Hours, minutes or seconds that are not cut at days: `[h]`.
    Elapsed(String),
    /// `General` or `@`.
    General,
    /// What isn't shown here.
    Unknown,
}

/// The sections of a format: of positive numbers, negative ones, zero, text.
fn sections(code: &str) -> Vec<&str> {
    let mut sections = Vec::new();
    let (mut start, mut quoted, mut escaped, mut bracket) = (0, false, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted && !bracket => escaped = true,
            '"' if !bracket => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            ';' if !quoted && !bracket => {
                sections.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&code[start..]);
    sections
}

/// The section for a number, and the number as that shows it: a section for negative numbers shows their size.
fn chosen<'a>(sections: &[&'a str], number: Decimal) -> (&'a str, Decimal) {
    match *sections {
        [_, negative, ..] if number.is_sign_negative() && !number.is_zero() => (negative, number.abs()),
        [_, _, zero, ..] if number.is_zero() => (zero, number),
        [positive, ..] => (positive, number),
        [] => ("General", number),
    }
}

fn tokens(section: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = section;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        let token = match c {
            '"' => {
                let end = rest[1..].find('"').map_or(rest.len(), |end| end + 2);
                taken = end;
                Token::Literal(rest[1..end].trim_end_matches('"').to_owned())
            }
            '\\' | '_' | '*' => {
                let next = rest[1..].chars().next();
                taken += next.map_or(0, char::len_utf8);
                // `_x` is as wide as x, `*x` fills a cell: neither says anything.
                Token::Literal(next.filter(|_| c == '\\').map(String::from).unwrap_or_default())
            }
            '[' => {
                let end = rest.find(']').map_or(rest.len(), |end| end + 1);
                taken = end;
                bracket(rest[1..end].trim_end_matches(']'))
            }
            '0' | '#' | '?' => Token::Digit(c),
            '.' => Token::Point,
            ',' => Token::Comma,
            '%' => Token::Percent,
            '@' => Token::General,
            'G' | 'g' if rest.len() >= 7 && rest.as_bytes()[..7].eq_ignore_ascii_case(b"general") => {
                taken = 7;
                Token::General
            }
            'E' | 'e' if tokens.iter().any(|token| matches!(token, Token::Digit(_))) => Token::Unknown,
            '/' if tokens.last().is_some_and(|token| matches!(token, Token::Digit(_))) => Token::Unknown,
            'a' | 'A' if rest.len() >= 5 && rest.as_bytes()[..5].eq_ignore_ascii_case(b"am/pm") => {
                taken = 5;
                Token::Letters("a/p".into())
            }
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'a' | 'A' => {
                let run = rest.chars().take_while(|other| other.eq_ignore_ascii_case(&c)).count();
                taken = run;
                Token::Letters(rest[..run].to_ascii_lowercase())
            }
            other => Token::Literal(other.into()),
        };
        tokens.push(token);
        rest = &rest[taken..];
    }
    tokens
}

/// `[Red]` and `[$-412]` show nothing, `[$₩-412]` a currency, `[h]` hours beyond a day; `[>100]` is a condition.
fn bracket(inside: &str) -> Token {
    let lower = inside.to_ascii_lowercase();
    match inside.strip_prefix('$') {
        Some(currency) => Token::Literal(currency.split('-').next().unwrap_or_default().to_owned()),
        None if !lower.is_empty() && lower.chars().all(|c| lower.starts_with(c) && "hms".contains(c)) => {
            Token::Elapsed(lower)
        }
        None if inside.starts_with(['<', '>', '=']) => Token::Unknown,
        None => Token::Literal(String::new()),
    }
}

/// A number by the digits of a format.
fn figure(number: Decimal, tokens: &[Token]) -> Option<(String, bool)> {
    if tokens.contains(&Token::Unknown) {
        return None;
    }
    let digit = |token: &Token| matches!(token, Token::Digit(_) | Token::Point | Token::General);
    let Some(first) = tokens.iter().position(digit) else {
        // A section without digits shows only what stands in it, or nothing.
        let text: String = tokens.iter().filter_map(literal).collect();
        return (!tokens.is_empty()).then_some((text, false));
    };
    let last = tokens.iter().rposition(digit)?;
    let digits = digits(number, tokens, first, last)?;
    let before: String = tokens[..first].iter().filter_map(literal).collect();
    let after: String = tokens[last + 1..].iter().filter_map(literal).collect();
    if before.trim().is_empty() && after.trim().is_empty() {
        return Some((digits, true));
    }
    let grouped = tokens[first..last].contains(&Token::Comma);
    let digits = if grouped { crate::read::decode::grouped(&digits) } else { digits };
    // The sign stands before what stands before the digits: -₩1,000.
    let shown = match digits.strip_prefix('-') {
        Some(size) => format!("-{before}{size}{after}"),
        None => format!("{before}{digits}{after}"),
    };
    Some((shown.trim().to_owned(), false))
}

fn literal(token: &Token) -> Option<&str> {
    match token {
        Token::Literal(text) => Some(text),
        Token::Percent => Some("%"),
        _ => None,
    }
}

/// The digits that a format asks for, without commas.
fn digits(number: Decimal, tokens: &[Token], first: usize, last: usize) -> Option<String> {
    let percents = tokens.iter().filter(|token| **token == Token::Percent).count();
    // A comma after the last digit divides by a thousand.
    let thousands = tokens[last + 1..].iter().take_while(|token| **token == Token::Comma).count();
    let mut number = number;
    for _ in 0..percents {
        number = number.checked_mul(Decimal::ONE_HUNDRED)?;
    }
    for _ in 0..thousands {
        number = number.checked_div(Decimal::ONE_THOUSAND)?;
    }
    let run = &tokens[first..=last];
    if run.contains(&Token::General) {
        return Some(number.normalize().to_string());
    }
    let point = run.iter().position(|token| *token == Token::Point).unwrap_or(run.len());
    let count = |tokens: &[Token], zero: bool| {
        tokens.iter().filter(|token| matches!(token, Token::Digit(c) if !zero || *c == '0')).count()
    };
    let decimals = run.get(point + 1..).unwrap_or_default();
    let (most, least) = (count(decimals, false), count(decimals, true));
    let mut rounded = number.round_dp_with_strategy(most as u32, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(most as u32);
    let mut text = rounded.abs().to_string();
    while text.contains('.') && text.len() - text.find('.').unwrap_or(0) - 1 > least && text.ends_with('0') {
        text.pop();
    }
    let text = text.trim_end_matches('.').to_owned();
    let whole = text.find('.').unwrap_or(text.len());
    let missing = count(&run[..point], true).saturating_sub(whole);
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
    Some(format!("{sign}{}{text}", "0".repeat(missing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_in_the_sheet() {
        let shown = |number: &str, code: &str| shown(number.parse().expect("it is a number"), code, false);
        for (number, code, expected) in [
            ("1234.5", "General", "1234.5"),
            ("1234.5", "#,##0", "1235"),
            ("1234.567", "#,##0.00", "1234.57"),
            ("-12.5", "0.0_ ", "-12.5"),
            ("-12.5", "0.0_);[Red]-0.0", "12.5"),
            ("0.5", "#.##", "0.5"),
            ("7", "@", "7"),
        ] {
            let is_negative_section = code.contains(';');
            let (text, plain) = shown(number, code);
            assert_eq!(
                (text.trim_start_matches('-'), plain || is_negative_section),
                (expected.trim_start_matches('-'), true),
                "{code}"
            );
        }
        for (number, code, expected) in [
            ("0.1234", "0.0%", "12.3%"),
            ("0.5", "0%", "50%"),
            ("12345678", "#,##0,\"천원\"", "12,346천원"),
            ("12345678", "#,##0\"원\"", "12,345,678원"),
            ("-1500", "#,##0;\"△\"#,##0", "△1,500"),
            ("0", "#,##0;-#,##0;\"-\"", "-"),
            ("-1500", "[$₩-412]#,##0", "-₩1,500"),
            ("3", "00\"호\"", "03호"),
            ("44500", "yyyy\"년\" m\"월\" d\"일\"", "2021년 10월 31일"),
            ("44500", "yyyy-mm-dd", "2021-10-31"),
            ("44500", "yyyy. m. d.(aaa)", "2021. 10. 31.(일)"),
            ("44500.5", "mm/dd h:mm AM/PM", "10/31 12:00 PM"),
            ("1.5", "[h]:mm", "36:00"),
        ] {
            assert_eq!(shown(number, code), (expected.to_owned(), false), "{code}");
        }
        for code in ["# ?/?", "0.0E+00", "[>100]0;0"] {
            assert_eq!(shown("2.5", code), ("2.5".to_owned(), true), "{code}");
        }
    }

    #[test]
    fn any_format_shows_something_of_any_number() {
        for code in
            ["", ";", ";;;", "\"", "[", "\\", "%%%%%%%%%%%%%%%%", "0,,,,,,,,,,", "yyyy[", "_", "am/p", "[h", "[$"]
        {
            for number in [Decimal::MIN, Decimal::MAX, Decimal::ZERO, Decimal::NEGATIVE_ONE, Decimal::new(5, 28)] {
                shown(number, code, true);
            }
        }
    }
}
