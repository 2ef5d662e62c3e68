//! Reads amounts: numbers with their units and scales, `82,014천원`, `△1,234`, `38.2%`, `총75명`; never codes, dates, times or ranges.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::read::prose::{Dated, Scan};

/// An amount in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Amount<'a> {
    /// Its number, as written.
    pub number: Decimal,
    /// The power of ten that its scale multiplies with: 3 for 천원.
    pub scale: u32,
    /// Its unit without the scale, `원`; empty for none.
    pub unit: &'a str,
    /// Its bytes: sign, digits, scale and unit.
    pub range: Range<usize>,
    /// Where the digits begin.
    digits: usize,
    /// Where the digits end, and scale and unit begin.
    pub digits_end: usize,
    /// Whether a letter stands right before its digits: `임기1`, `총75명`.
    pub attached: bool,
    /// How its thousands are grouped.
    pub grouping: Grouping,
}

/// How thousands are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Grouping {
    /// Fewer than four digits, or none of the commas that would be right.
    None,
    /// `1,234,567`.
    Right,
    /// `1,2345`.
    Wrong,
}

impl Amount<'_> {
    /// What it comes to in its unit; `None` beyond what decimals can hold.
    pub fn value(&self) -> Option<Decimal> {
        self.number.checked_mul(Decimal::from(10_u64.checked_pow(self.scale)?))
    }

    /// Half of what its last digit counts, in its unit: how far it may be from what it was rounded from.
    pub fn half_step(&self) -> Option<Decimal> {
        Decimal::new(5, self.number.scale() + 1).checked_mul(Decimal::from(10_u64.checked_pow(self.scale)?))
    }

    /// The byte that its digits begin at.
    pub fn digits_start(&self) -> usize {
        self.digits
    }

    /// The text of its scale and unit: `천원`.
    pub fn suffix<'t>(&self, text: &'t str) -> &'t str {
        &text[self.digits_end..self.range.end]
    }
}

/// Scales before a unit, and their powers of ten; longer ones first.
const SCALES: [(&str, u32); 9] =
    [("십억", 9), ("백만", 6), ("천만", 7), ("백억", 10), ("천", 3), ("만", 4), ("억", 8), ("조", 12), ("백", 2)];
/// Units that a scale can stand before.
const SCALED: [&str; 10] = ["원", "명", "부", "건", "개", "매", "권", "톤", "㎡", "그루"];
/// Units that can have letters after them, longer ones first; else a unit is all of the letters that follow a number.
const UNITS: [&str; 64] = [
    "개월", "개소", "개동", "개과", "개팀", "개국", "개사", "개교", "년차", "주년", "세대", "가구", "과목", "필지",
    "그루", "마리", "시간", "학급", "번지", "달러", "킬로", "단계", "차례", "대학", "개", "명", "인", "원", "건", "회",
    "부", "권", "대", "식", "종", "톤", "면", "매", "장", "곳", "동", "과", "팀", "호", "층", "점", "편", "쌍", "주",
    "병", "반", "석", "급", "세", "일", "월", "년", "분", "초", "차", "위", "번", "배", "㎡",
];

/// The amounts of a text, in order; what belongs to its dates is none.
pub(in crate::check) fn amounts<'a>(text: &'a str, dates: &[Dated], raised: &[Range<usize>]) -> Vec<Amount<'a>> {
    let mut found = Vec::new();
    let mut dates = dates.iter().peekable();
    let mut raised = raised.iter().peekable();
    let mut scan = Scan::new(text, 0);
    while let Some(character) = scan.peek() {
        while dates.next_if(|date| date.range.end <= scan.at).is_some() {}
        while raised.next_if(|raised| raised.end <= scan.at).is_some() {}
        if let Some(sign) = raised.peek().filter(|raised| raised.contains(&scan.at)) {
            scan.at = sign.end;
        } else if let Some(date) = dates.peek().filter(|date| date.range.contains(&scan.at)) {
            scan.at = date.range.end;
        } else if character.is_ascii_digit() {
            // A raised sign ends a number that it follows: `1,205` with the sign `1)`.
            let end = raised.peek().map_or(text.len(), |raised| raised.start);
            let (start, mut inside) = (scan.at, Scan::new(&text[..end], scan.at));
            let number = number(&mut inside);
            found.extend(number.and_then(|number| amount(text, start, number, &mut inside)));
            scan.at = inside.at;
        } else {
            scan.at += character.len_utf8();
        }
    }
    found
}

struct Number {
    value: Option<Decimal>,
    grouping: Grouping,
}

/// Moves over a number with its commas and decimals; `None` for digits that are part of something else: a code, a time, a fraction.
fn number(scan: &mut Scan<'_>) -> Option<Number> {
    let start = scan.at;
    let joined = |c: char| matches!(c, '-' | '/' | ':' | '.') || c.is_ascii_alphabetic();
    let code = scan.before().is_some_and(|c| joined(c) && before_sign(scan.text, start, c));
    let bytes = scan.text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    let mut groups = vec![0_usize];
    while digit(end) || (bytes.get(end) == Some(&b',') && digit(end + 1)) {
        match bytes[end] {
            b',' => groups.push(0),
            _ => *groups.last_mut()? += 1,
        }
        end += 1;
    }
    let grouping = match groups.split_first()? {
        (_, []) => Grouping::None,
        (first, rest) if (1..=3).contains(first) && rest.iter().all(|group| *group == 3) => Grouping::Right,
        _ => Grouping::Wrong,
    };
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end += 1;
        while digit(end) {
            end += 1;
        }
    }
    scan.at = end;
    // `1.2.3`, `403-2`, `2/12`, `06:00`.
    let goes_on = matches!(bytes.get(end), Some(b'-' | b'/' | b':' | b'.')) && digit(end + 1);
    let digits: String = scan.text[start..end].chars().filter(|character| *character != ',').collect();
    (!code && !goes_on).then(|| Number { value: digits.parse().ok(), grouping })
}

/// Whether a character before digits joins them to what stands before: not a minus sign at the begin of a word.
fn before_sign(text: &str, start: usize, sign: char) -> bool {
    let before = text[..start - sign.len_utf8()].chars().next_back();
    match sign {
        '-' => before.is_some_and(|before| !before.is_whitespace() && before != '('),
        '/' | '.' | ':' => before.is_some_and(|before| before.is_ascii_digit()),
        _ => true,
    }
}

fn amount<'a>(text: &'a str, start: usize, number: Number, scan: &mut Scan<'a>) -> Option<Amount<'a>> {
    let digits_end = scan.at;
    let before = text[..start].trim_end();
    // `50~59세`, `1~4년차`: neither end is an amount. `제2차` is a number in an order.
    let ranged = before.ends_with(['~', '∼', '～']) || scan.rest().trim_start().starts_with(['~', '∼', '～']);
    if ranged || before.len() == start && before.ends_with('제') {
        return None;
    }
    let (scale, unit) = unit(scan);
    let (sign_start, negative) = sign(text, start);
    let value = number.value?;
    Some(Amount {
        number: if negative { -value } else { value },
        scale,
        unit,
        range: sign_start..scan.at,
        digits: start,
        digits_end,
        attached: before.len() == start && before.ends_with(char::is_alphabetic),
        grouping: number.grouping,
    })
}

/// Where a number begins with its sign, and whether it is a minus.
fn sign(text: &str, start: usize) -> (usize, bool) {
    let tight = text[..start].chars().next_back();
    let loose = text[..start].trim_end_matches(' ');
    match (tight, loose.chars().next_back()) {
        (_, Some(sign @ ('△' | '▲'))) => (loose.len() - sign.len_utf8(), true),
        (_, Some('+')) => (loose.len() - 1, false),
        // What joins the number to a word has been told by `number`.
        (Some(sign @ ('-' | '−')), _) => (start - sign.len_utf8(), true),
        _ => (start, false),
    }
}

/// Moves over scale and unit.
fn unit<'a>(scan: &mut Scan<'a>) -> (u32, &'a str) {
    let mut ahead = *scan;
    ahead.blanks();
    if let Some(sign) = ahead.eat(&['%', '％', '‰']) {
        scan.at = ahead.at;
        return (0, &scan.text[ahead.at - sign.len_utf8()..ahead.at]);
    }
    for (word, power) in SCALES {
        let mut ahead = *scan;
        if !ahead.eat_word(word) {
            continue;
        }
        if let Some(unit) = SCALED.iter().find(|unit| ahead.rest().starts_with(**unit)) {
            scan.at = ahead.at + unit.len();
            return (power, &scan.text[ahead.at..scan.at]);
        }
        if power >= 4 && !ahead.peek().is_some_and(char::is_alphabetic) {
            scan.at = ahead.at;
            return (power, "");
        }
    }
    let start = scan.at;
    let known = UNITS.iter().find(|unit| scan.rest().starts_with(**unit)).map(|unit| unit.len());
    let letters = || scan.rest().find(|c: char| !c.is_alphabetic()).unwrap_or(scan.rest().len());
    scan.at += known.unwrap_or_else(letters);
    (0, &scan.text[start..scan.at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::prose::dates;

    fn shown(text: &str) -> Vec<String> {
        let show = |amount: &Amount<'_>| format!("{}e{}{}", amount.number, amount.scale, amount.unit);
        amounts(text, &dates(text), &[]).iter().map(show).collect()
    }

    #[test]
    fn reads_numbers_with_their_units() {
        for (text, expected) in [
            ("82,014천원(운영비 48,820천원)", &["82014e3원", "48820e3원"][..]),
            ("총75명(35개소 66명)", &["75e0명", "35e0개소", "66e0명"]),
            ("△1,234 + 405명 -3.50", &["-1234e0", "405e0명", "-3.50e0"]),
            ("58.88 % 38.2%", &["58.88e0%", "38.2e0%"]),
            ("1.2억원 5백만원 8만부 5만", &["1.2e8원", "5e6원", "8e4부", "5e4"]),
            ("7급 1, 임기1", &["7e0급", "1e0", "1e0"]),
            ("16개동 93개소", &["16e0개동", "93e0개소"]),
            ("10식\n1,007대", &["10e0식", "1007e0대"]),
            ("36,746㎡\n(2/12)", &["36746e0㎡"]),
            ("2021. 4. 7.(수) 06:00 403-2번지 제2차 50~59세 5:5 코로나-19", &[]),
            ("11EA 35개소에서", &["11e0EA", "35e0개소"]),
            ("3,301건 / 154,260천원", &["3301e0건", "154260e3원"]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn raised_signs_are_no_digits() {
        let found = amounts("1,2051) 3422)명", &[], &[5..7, 11..13]);
        let numbers: Vec<String> = found.iter().map(|amount| amount.number.to_string()).collect();
        assert_eq!(numbers, ["1205", "342"]);
    }

    #[test]
    fn commas_group_thousands() {
        let grouping = |text: &str| amounts(text, &[], &[])[0].grouping;
        assert_eq!(grouping("1,234,567"), Grouping::Right);
        assert_eq!(grouping("1234"), Grouping::None);
        assert_eq!(grouping("1,2345"), Grouping::Wrong);
        assert_eq!(grouping("12,34천원"), Grouping::Wrong);
    }
}
