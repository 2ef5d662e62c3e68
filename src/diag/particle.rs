//! Korean particles, chosen by the sound the word before them ends in.

/// How a word ends, as far as particles care.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ending {
    /// In a vowel: 를, 는, 가, 와, 로.
    Vowel,
    /// In ㄹ: as a consonant, but 로.
    Rieul,
    /// In another consonant: 을, 은, 이, 과, 으로.
    Consonant,
    /// Not to be told from its letters: both forms are given.
    Unknown,
}

/// The word in code quotes with 을 or 를.
pub(crate) fn object(word: &str) -> String {
    with(word, ["를", "을", "을", "을(를)"])
}

/// The word in code quotes with 은 or 는.
pub(crate) fn topic(word: &str) -> String {
    with(word, ["는", "은", "은", "은(는)"])
}

/// The word in code quotes with 이 or 가.
pub(crate) fn subject(word: &str) -> String {
    with(word, ["가", "이", "이", "이(가)"])
}

/// The word in code quotes with 와 or 과.
pub(crate) fn and(word: &str) -> String {
    with(word, ["와", "과", "과", "와(과)"])
}

/// The word in code quotes with 로 or 으로.
pub(crate) fn towards(word: &str) -> String {
    with(word, ["로", "로", "으로", "(으)로"])
}

/// The bare word with 을 or 를.
pub(crate) fn bare_object(word: &str) -> String {
    format!("{word}{}", pick(word, ["를", "을", "을", "을(를)"]))
}

/// The bare word with 이 or 가.
pub(crate) fn bare_subject(word: &str) -> String {
    format!("{word}{}", pick(word, ["가", "이", "이", "이(가)"]))
}

/// The bare word with 로 or 으로.
pub(crate) fn bare_towards(word: &str) -> String {
    format!("{word}{}", pick(word, ["로", "로", "으로", "(으)로"]))
}

/// The bare word with 은 or 는.
pub(crate) fn bare_topic(word: &str) -> String {
    format!("{word}{}", pick(word, ["는", "은", "은", "은(는)"]))
}

/// The bare word with 라고 or 이라고, as it is quoted.
pub(crate) fn bare_quoted(word: &str) -> String {
    format!("{word}{}", pick(word, ["라고", "이라고", "이라고", "(이)라고"]))
}

fn with(word: &str, forms: [&'static str; 4]) -> String {
    format!("`{word}`{}", pick(word, forms))
}

fn pick(word: &str, [vowel, rieul, consonant, unknown]: [&'static str; 4]) -> &'static str {
    match ending(word) {
        Ending::Vowel => vowel,
        Ending::Rieul => rieul,
        Ending::Consonant => consonant,
        Ending::Unknown => unknown,
    }
}

fn ending(word: &str) -> Ending {
    // An example in brackets is not read along: 날짜(예: 2021-10-31)가.
    let spoken = word.strip_suffix(')').and_then(|open| open.split_once('(')).map_or(word, |(before, _)| before);
    let mut back = spoken.chars().rev().skip_while(|c| !c.is_alphanumeric() && *c != '%');
    let Some(last) = back.next() else { return Ending::Unknown };
    match last {
        '가'..='힣' => match (u32::from(last) - u32::from('가')) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        // Digits are read in Sino-Korean: 영 일 이 삼 사 오 육 칠 팔 구.
        '1' | '7' | '8' => Ending::Rieul,
        '0' | '3' | '6' => Ending::Consonant,
        '2' | '4' | '5' | '9' => Ending::Vowel,
        // 퍼센트, 프로.
        '%' => Ending::Vowel,
        // English words as they are read aloud: 테이블, 파일, 토믈; 슬로건, 네임.
        'l' | 'L' => Ending::Rieul,
        'm' | 'n' | 'M' | 'N' => Ending::Consonant,
        'e' | 'E' => match back.next() {
            Some('l' | 'L') => Ending::Rieul,
            Some('m' | 'n' | 'M' | 'N') => Ending::Consonant,
            _ => Ending::Unknown,
        },
        'a' | 'i' | 'o' | 'u' | 'y' | 's' | 'r' | 'f' | 'v' | 'z' | 'h' => Ending::Vowel,
        _ => Ending::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_final_consonant_of_hangul() {
        assert_eq!(object("표"), "`표`를");
        assert_eq!(object("그림"), "`그림`을");
        assert_eq!(towards("마을"), "`마을`로");
        assert_eq!(towards("그림"), "`그림`으로");
    }

    #[test]
    fn reads_digits_in_korean() {
        assert_eq!(subject("13"), "`13`이");
        assert_eq!(subject("2"), "`2`가");
        assert_eq!(towards("8"), "`8`로");
        assert_eq!(bare_subject("날짜(예: 2021-10-31)"), "날짜(예: 2021-10-31)가");
    }

    #[test]
    fn gives_both_forms_where_letters_do_not_tell() {
        assert_eq!(topic("titel"), "`titel`은");
        assert_eq!(topic("widths"), "`widths`는");
        assert_eq!(topic("unit"), "`unit`은(는)");
        assert_eq!(topic("「」"), "`「」`은(는)");
    }
}
