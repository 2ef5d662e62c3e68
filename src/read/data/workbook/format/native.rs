//! Digits of other scripts (`[DBNum1]` to `[DBNum4]`): 一千二百, 壹仟貳百, １천2백, 일천이백.

/// Digits and the names of powers of ten.
struct Script {
    digits: [char; 10],
    /// Ten, a hundred, a thousand.
    small: [char; 3],
    /// Ten thousand, a hundred million, a trillion, ten thousand trillions.
    large: [char; 4],
    /// Whether a one stands before ten, a hundred and a thousand.
    says_one: bool,
}

const fn script(digits: [char; 10], small: [char; 3], large: [char; 4], says_one: bool) -> Script {
    Script { digits, small, large, says_one }
}

const KANJI: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const WIDE: [char; 10] = ['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];
const SMALL: [char; 3] = ['十', '百', '千'];
const FORMAL: [char; 3] = ['拾', '佰', '仟'];

const KOREAN: [Script; 4] = [
    script(KANJI, SMALL, ['萬', '億', '兆', '京'], true),
    script(
        ['零', '壹', '貳', '參', '四', '伍', '六', '七', '八', '九'],
        ['拾', '百', '阡'],
        ['萬', '億', '兆', '京'],
        true,
    ),
    script(WIDE, ['십', '백', '천'], ['만', '억', '조', '경'], true),
    script(
        ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'],
        ['십', '백', '천'],
        ['만', '억', '조', '경'],
        true,
    ),
];
const JAPANESE: [Script; 3] = [
    script(KANJI, SMALL, ['万', '億', '兆', '京'], false),
    script(
        ['零', '壱', '弐', '参', '四', '伍', '六', '七', '八', '九'],
        ['拾', '百', '阡'],
        ['萬', '億', '兆', '京'],
        true,
    ),
    script(WIDE, SMALL, ['万', '億', '兆', '京'], false),
];
const CHINESE: [Script; 3] = [
    script(KANJI, SMALL, ['万', '亿', '兆', '京'], true),
    script(['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'], FORMAL, ['万', '亿', '兆', '京'], true),
    script(WIDE, SMALL, ['万', '亿', '兆', '京'], true),
];

/// The script of a `[DBNum…]` in a language; the Korean one where none is said, as the Korean Excel shows it.
fn script_of(native: u8, language: Option<u16>) -> &'static Script {
    let scripts: &[Script] = match language.map(|language| language & 0x3FF) {
        Some(0x11) => &JAPANESE,
        Some(0x04) => &CHINESE,
        _ => &KOREAN,
    };
    scripts.get(usize::from(native).saturating_sub(1)).unwrap_or(&scripts[0])
}

/// Digit by digit: 2024 as 二〇二四.
pub(super) fn digit_by_digit(shown: &str, native: u8, language: Option<u16>) -> String {
    let script = script_of(native, language);
    let digit = |c: char| c.to_digit(10).map_or(c, |digit| script.digits[digit as usize]);
    shown.chars().map(digit).collect()
}

/// As it is said: 12 as 一十二. What stands behind a point is said digit by digit.
pub(super) fn in_words(shown: &str, native: u8, language: Option<u16>) -> String {
    let script = script_of(native, language);
    let start = shown.find(|c: char| c.is_ascii_digit()).unwrap_or(shown.len());
    let end = shown[start..].find(|c: char| !c.is_ascii_digit()).map_or(shown.len(), |end| start + end);
    let (before, whole, behind) = (&shown[..start], &shown[start..end], &shown[end..]);
    // Beyond what has a name.
    if whole.len() > 20 || behind.contains('E') {
        return digit_by_digit(shown, native, language);
    }
    format!("{before}{}{}", words(whole, script), digit_by_digit(behind, native, language))
}

fn words(whole: &str, script: &Script) -> String {
    let mut said = String::new();
    let digits: Vec<usize> = whole.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    let mut said_in_group = false;
    for (index, &digit) in digits.iter().enumerate() {
        let place = digits.len() - 1 - index;
        let small = place % 4;
        if digit > 0 {
            if small == 0 || digit > 1 || script.says_one {
                said.push(script.digits[digit]);
            }
            said.extend(small.checked_sub(1).map(|small| script.small[small]));
            said_in_group = true;
        }
        if small == 0 {
            if let Some(large) = (place / 4).checked_sub(1).filter(|_| said_in_group) {
                said.extend(script.large.get(large));
            }
            said_in_group = false;
        }
    }
    if said.is_empty() { script.digits[0].into() } else { said }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_in_korean_documents() {
        for (native, shown, said) in [
            (1, "12345", "一萬二千三百四十五"),
            (2, "12345", "壹萬貳阡參百四拾伍"),
            (4, "12345", "일만이천삼백사십오"),
            (4, "1000000", "일백만"),
            (4, "0", "영"),
            (4, "-105.25", "-일백오.이오"),
            (3, "12", "１십２"),
        ] {
            assert_eq!(in_words(shown, native, Some(0x412)), said);
        }
        assert_eq!(digit_by_digit("2,024", 4, None), "이,영이사");
        assert_eq!(in_words("110", 1, Some(0x411)), "百十");
    }
}
