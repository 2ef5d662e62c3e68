//! Numbers that belong to a person and to no report: resident registration numbers, cards, mobile phones, accounts, e-mail addresses. What is masked is
//! left alone.

use std::ops::Range;

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::diag::{Diagnostic, PersonalKind, WritingProblem};
use crate::model::report::Text;

/// Words before the number of an account.
const BANKS: [&str; 14] = [
    "계좌",
    "계좌번호",
    "농협",
    "국민은행",
    "신한은행",
    "우리은행",
    "하나은행",
    "기업은행",
    "새마을금고",
    "신협",
    "우체국",
    "대구은행",
    "부산은행",
    "카카오뱅크",
];

/// Looks at every text, captions and what stands in charts too.
pub(in crate::check) fn personal(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        let read = it.texts().map(|(read, table)| (read.text, table));
        for (text, table) in read.chain(it.beside.iter().copied()) {
            for (range, kind) in in_text(&text.content) {
                found.push(section, table, said(text, range, kind));
            }
        }
    }
}

/// The number itself isn't said again: what is printed of a finding may be kept.
fn said(text: &Text, range: Range<usize>, kind: PersonalKind) -> Diagnostic {
    Diagnostic::new(WritingProblem::Personal { kind }, text.place(range))
}

/// The places of such numbers in a text.
fn in_text(text: &str) -> Vec<(Range<usize>, PersonalKind)> {
    if !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@') {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, PersonalKind)> = runs(text)
        .filter_map(|range| {
            let kind = number(&text[range.clone()]).or_else(|| account(text, &range))?;
            Some((range, kind))
        })
        .collect();
    found.extend(addresses(text).map(|range| (range, PersonalKind::Mail)));
    found
}

/// Runs of digits with hyphens or blanks between, which don't go on in letters or stars.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            if !bytes[at].is_ascii_digit() {
                at += 1;
                continue;
            }
            while at < bytes.len()
                && (bytes[at].is_ascii_digit()
                    || (matches!(bytes[at], b'-' | b' ') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)))
            {
                at += 1;
            }
            let masked =
                bytes.get(at).is_some_and(|next| matches!(next, b'*' | b'-' | b'.' | b'x' | b'X' | b'@' | b'_'))
                    || start > 0 && matches!(bytes[start - 1], b'*' | b'-' | b'.' | b'/' | b'_');
            if at - start > 9 && !masked {
                return Some(start..at);
            }
        }
        None
    })
}

/// What a run of digits is by its form and check digits.
fn number(run: &str) -> Option<PersonalKind> {
    let groups: Vec<&str> = run.split(['-', ' ']).collect();
    let digits: Vec<u32> = run.chars().filter_map(|character| character.to_digit(10)).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    match lengths.as_slice() {
        [6, 7] | [13] if is_resident(&digits) => Some(PersonalKind::Resident),
        [4, 4, 4, 4] | [16] if is_card(&digits) => Some(PersonalKind::Card),
        [3, 3 | 4, 4] if matches!(groups[0], "010" | "011" | "016" | "017" | "018" | "019") => {
            Some(PersonalKind::Mobile)
        }
        [11] if run.starts_with("010") => Some(PersonalKind::Mobile),
        _ => None,
    }
}

/// A day of birth, a sign of century and sex, and the check digit: of residents, or of foreigners.
fn is_resident(digits: &[u32]) -> bool {
    const WEIGHTS: [u32; 12] = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    if digits.len() != 13 || !(1..=12).contains(&two(2)) || !(1..=31).contains(&two(4)) || digits[6] > 8 {
        return false;
    }
    let sum: u32 = WEIGHTS.iter().zip(digits).map(|(weight, digit)| weight * digit).sum();
    let base = if (5..=8).contains(&digits[6]) { 13 } else { 11 };
    (base - sum % 11) % 10 == digits[12]
}

/// The check of Luhn, and a first digit that cards have.
fn is_card(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| match place % 2 {
            0 => digit,
            _ if digit > 4 => digit * 2 - 9,
            _ => digit * 2,
        })
        .sum();
    digits.len() == 16 && matches!(digits.first(), Some(3..=6 | 9)) && sum.is_multiple_of(10)
}

/// Digits with hyphens right behind the name of a bank.
fn account(text: &str, range: &Range<usize>) -> Option<PersonalKind> {
    let run = &text[range.clone()];
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let before = text[..range.start].trim_end_matches([' ', ':', '：', '(', ')', ',']);
    let named = BANKS.iter().any(|bank| before.ends_with(bank));
    ((10..=14).contains(&digits) && run.contains('-') && named).then_some(PersonalKind::Account)
}

/// Addresses of private providers; those of offices are published.
fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    text.match_indices('@').filter_map(move |(at, _)| {
        let start = text[..at]
            .rfind(|c: char| !part(c))
            .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
        let rest = &text[at + 1..];
        let end = at + 1 + rest.find(|c: char| !part(c)).unwrap_or(rest.len());
        let domain = text[at + 1..end].trim_end_matches('.').to_lowercase();
        let private = [
            "gmail.com",
            "naver.com",
            "daum.net",
            "hanmail.net",
            "nate.com",
            "kakao.com",
            "hotmail.com",
            "outlook.com",
            "yahoo.co.kr",
            "yahoo.com",
        ];
        (start < at && private.contains(&domain.as_str())).then_some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_their_form_and_check_digits() {
        let kinds = |text: &str| {
            in_text(text).into_iter().map(|(range, kind)| (text[range].to_owned(), kind)).collect::<Vec<_>>()
        };
        // Made up, with check digits that fit.
        assert_eq!(kinds("주민번호 000101-3000007"), [("000101-3000007".to_owned(), PersonalKind::Resident)]);
        assert_eq!(kinds("카드 4000-0000-0000-0002"), [("4000-0000-0000-0002".to_owned(), PersonalKind::Card)]);
        assert_eq!(kinds("연락처 010-0000-0000"), [("010-0000-0000".to_owned(), PersonalKind::Mobile)]);
        assert_eq!(kinds("농협 000-0000-0000-00"), [("000-0000-0000-00".to_owned(), PersonalKind::Account)]);
        assert_eq!(
            kinds("메일 someone@gmail.com, office@korea.kr"),
            [("someone@gmail.com".to_owned(), PersonalKind::Mail)]
        );
        for other in [
            "000101-3******",
            "010-****-0000",
            "000101-3000008",
            "02-0000-0000",
            "2021-10-31",
            "김** 010-00**-0000",
            "1234-5678-1234-5678-1",
        ] {
            assert_eq!(kinds(other), [], "{other}");
        }
    }
}
