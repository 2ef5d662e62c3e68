//! Amounts in Hangul, as they stand in brackets after figures so that nobody adds a stroke (행정업무의 운영 및 혁신에 관한 규정 시행규칙 제2조).

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

const DIGITS: [&str; 10] = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
const WITHIN: [&str; 4] = ["", "십", "백", "천"];
const GROUPS: [&str; 5] = ["", "만", "억", "조", "경"];

/// `113560` as `일십일만삼천오백육십`; `None` for what isn't whole, is negative, or goes beyond 경.
pub(super) fn korean(number: Decimal) -> Option<String> {
    let number = number.is_integer().then(|| number.to_u128())??;
    if number == 0 {
        return Some("영".into());
    }
    let digits = number.to_string();
    if digits.len() > 4 * GROUPS.len() {
        return None;
    }
    let mut text = String::new();
    let mut group_says = false;
    for (index, digit) in digits.bytes().enumerate() {
        let place = digits.len() - 1 - index;
        let digit = usize::from(digit - b'0');
        if digit > 0 {
            text += DIGITS[digit];
            text += WITHIN[place % 4];
            group_says = true;
        }
        if place % 4 == 0 {
            if group_says {
                text += GROUPS[place / 4];
            }
            group_says = false;
        }
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_say_every_one() {
        for (number, text) in [
            (0_i64, "영"),
            (1, "일"),
            (10, "일십"),
            (103_000, "일십만삼천"),
            (113_560, "일십일만삼천오백육십"),
            (100_000_000, "일억"),
            (100_010_000, "일억일만"),
            (1_234_567_890, "일십이억삼천사백오십육만칠천팔백구십"),
            (10_000_000_000_000_000, "일경"),
        ] {
            assert_eq!(korean(Decimal::from(number)).as_deref(), Some(text));
        }
        assert_eq!(korean(Decimal::new(5, 1)), None);
        assert_eq!(korean(Decimal::NEGATIVE_ONE), None);
        assert_eq!(korean(Decimal::MAX), None);
    }
}
