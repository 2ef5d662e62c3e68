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
    pub(crate) fn value(&self) -> Option<Decimal> {
        self.number.checked_mul(Decimal::from(10_u64.checked_pow(self.scale)?))
    }

    /// Half of what its last digit counts, in its unit: how far it may be from what it was rounded from.
    pub(crate) fn half_step(&self) -> Option<Decimal> {
        Decimal::new(5, self.number.scale() + 1).checked_mul(Decimal::from(10_u64.checked_pow(self.scale)?))
    }

    /// Whether it is measured or given in thousands and the like, so that it is rounded; what is counted one by one is exact. `None` where neither its
    /// unit nor its decimals tell.
    pub(crate) fn is_rounded(&self) -> Option<bool> {
        if self.number.scale() > 0 || self.scale >= 2 {
            return Some(true);
        }
        unit_is_rounded(self.unit)
    }

    /// The byte that its digits begin at.
    pub(crate) fn digits_start(&self) -> usize {
        self.digits
    }

    /// The text of its scale and unit: `천원`.
    pub(crate) fn suffix<'t>(&self, text: &'t str) -> &'t str {
        &text[self.digits_end..self.range.end]
    }
}

/// Whether figures in a unit are rounded, `천원`, `㎡`, `%`, or counted, `명`, `원`; `None` for one that isn't known.
pub(in crate::check) fn unit_is_rounded(unit: &str) -> Option<bool> {
    const MEASURED: [&str; 25] = [
        "%", "％", "‰", "㎡", "m²", "㎢", "㎥", "m", "km", "㎞", "cm", "㎝", "mm", "㎜", "ha", "평", "kg", "㎏", "t",
        "톤", "ℓ", "L", "㎘", "kW", "kWh",
    ];
    // `명/세대`, `권, 명`: some columns are of the one, some of the other.
    if unit.contains(['/', ',', '·']) {
        let mut each = unit.split(['/', ',', '·']).map(|one| unit_is_rounded(one.trim()));
        let first = each.next().flatten();
        return first.filter(|_| each.all(|other| other == first));
    }
    let scaled = SCALES.iter().find_map(|(word, _)| unit.strip_prefix(word));
    if scaled.is_some_and(|rest| rest.is_empty() || SCALED.contains(&rest)) || MEASURED.contains(&unit) {
        return Some(true);
    }
    (UNITS.contains(&unit) || unit == "가지").then_some(false)
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

/// Units of what is numbered rather than counted, so that commas before them part the members of a list.
const LISTED: [&str; 20] = [
    "시", "분", "월", "일", "년", "주", "층", "호", "번", "차", "기", "급", "학년", "반", "회차", "단계", "동", "구역",
    "지구", "권역",
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
            let read = number.and_then(|number| amount(text, start, number, &mut inside));
            match (found.last_mut(), read) {
                (Some(last), Some(read)) if goes_on(text, last, &read) => last.go_on(&read),
                (_, read) => found.extend(read),
            }
            scan.at = inside.at;
        } else {
            scan.at += character.len_utf8();
        }
    }
    found
}

/// Whether two amounts are one: `32억 4,500만원`, `1억5천만원`.
fn goes_on(text: &str, first: &Amount<'_>, second: &Amount<'_>) -> bool {
    let between = text.get(first.range.end..second.range.start);
    let beside = between.is_some_and(|between| between.is_empty() || between == " ");
    // 만, 억 and 조 have figures below them.
    let open = first.unit.is_empty() && matches!(first.scale, 4 | 8 | 12);
    let lower = second.scale < first.scale && (second.scale > 0 || second.unit == "원" || first.scale == 4);
    beside && open && lower && SCALED.contains(&second.unit) && first.number.scale() == 0
}

impl<'a> Amount<'a> {
    /// Takes in what is left of it in a lower scale.
    fn go_on(&mut self, rest: &Amount<'a>) {
        let steps = 10_u64.checked_pow(self.scale - rest.scale).map(Decimal::from);
        let upper = steps.and_then(|steps| self.number.checked_mul(steps));
        let signed = if self.number.is_sign_negative() { -rest.number } else { rest.number };
        let Some(number) = upper.and_then(|upper| upper.checked_add(signed)) else { return };
        self.number = number;
        (self.scale, self.unit) = (rest.scale, rest.unit);
        (self.range.end, self.digits_end) = (rest.range.end, rest.digits_end);
    }
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
    // `08,10,11,12시`, `1,2,3학년`, `1,12,31`: numbers of a list.
    if number.grouping == Grouping::Wrong
        && scale == 0
        && (unit.is_empty() || LISTED.iter().any(|it| unit.starts_with(it)))
    {
        return None;
    }
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
        // `2억 그루`.
        let mut apart = ahead;
        apart.blanks();
        if power >= 4
            && let Some(unit) = SCALED.iter().find(|unit| apart.rest().starts_with(**unit))
        {
            scan.at = apart.at + unit.len();
            return (power, &scan.text[apart.at..scan.at]);
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
            ("32억 4,500만원, 1억5천만원, 98억 16백만원", &["324500e4원", "15e7원", "9816e6원"]),
            ("3만 5명, 2억 그루 5명", &["30005e0명", "2e8그루", "5e0명"]),
            ("정차(08,10,11,12시), 1,2학년 3,400명", &["3400e0명"]),
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
        assert_eq!(grouping("1,2345명"), Grouping::Wrong);
        assert_eq!(grouping("12,34천원"), Grouping::Wrong);
    }
}
