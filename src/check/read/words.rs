//! The words by which a table or text says what its figures are to each other.

/// A label as it is compared: without blanks, which spread it, and without what it says of its unit in brackets.
pub(in crate::check) fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// How much a total takes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::check) enum Total {
    /// 소계: what stands beside it.
    Part,
    /// 계, 합계, 총계, 총 위원수: all of its kind.
    Whole,
}

/// Whether a label names a total.
pub(in crate::check) fn total(label: &str) -> Option<Total> {
    const WHOLE: [&str; 12] =
        ["계", "총계", "합계", "총합계", "총원", "총액", "총수", "총인원", "총건수", "전체", "합", "총합"];
    const COUNTED: [&str; 10] = ["수", "원", "계", "액", "량", "건", "명", "자", "부", "대"];
    let word = squeezed(label);
    if word == "소계" || word.ends_with("소계") {
        return Some(Total::Part);
    }
    if WHOLE.contains(&word.as_str()) || word.ends_with("총계") || word.ends_with("합계") {
        return Some(Total::Whole);
    }
    // `총 위원수`, `총 등록봉사자`; but 총무과, 총괄.
    let rest = label.trim_start().strip_prefix('총')?;
    let apart = rest.starts_with(char::is_whitespace);
    (apart && COUNTED.iter().any(|end| rest.trim_end().ends_with(end))).then_some(Total::Whole)
}

/// Whether figures under this label are none of the parts of a total: remarks, shares, averages, comparisons.
pub(in crate::check) fn is_aside(label: &str) -> bool {
    const ASIDE: [&str; 22] = [
        "비고",
        "율",
        "비율",
        "구성비",
        "비중",
        "점유",
        "증감",
        "대비",
        "전년",
        "작년",
        "평균",
        "누계",
        "누적",
        "순위",
        "단가",
        "목표",
        "계획",
        "%",
        "번호",
        "연번",
        "배수",
        "등급",
    ];
    let word = squeezed(label);
    ASIDE.iter().any(|aside| word.contains(aside))
}

/// Whether a label names shares of a whole.
pub(in crate::check) fn is_share(label: &str) -> bool {
    let word = squeezed(label);
    let word = word.trim_end_matches("(%)");
    ["비율", "구성비", "비중", "점유율", "구성비율"].contains(&word)
}

/// Whether figures under this label never add up: 증감률(%), 집행률, 단가, 순위.
pub(in crate::check) fn is_rate(label: &str) -> bool {
    const RATES: [&str; 6] = ["단가", "순위", "번호", "등급", "배수", "인당"];
    let word = squeezed(label);
    let name = word.split('(').next().unwrap_or_default();
    (name.ends_with(['률', '율']) && !is_share(label)) || RATES.iter().any(|rate| name.contains(rate))
}

/// Whether a label says that a row's figures are averages, which needn't add up.
pub(in crate::check) fn is_average(label: &str) -> bool {
    label.contains("평균")
}

/// Whether the parts of a list may be compared with what stands before it, not added up to it.
pub(in crate::check) fn compares(part: &str) -> bool {
    const WORDS: [&str; 27] = [
        "전년",
        "작년",
        "지난해",
        "전월",
        "대비",
        "목표",
        "당초",
        "계획",
        "평균",
        "최대",
        "최소",
        "이상",
        "이하",
        "미만",
        "초과",
        "누적",
        "매월",
        "매년",
        "매주",
        "1인당",
        "1일",
        "포함",
        "제외",
        "별도",
        "증 ",
        "감 ",
        "△",
    ];
    WORDS.iter().any(|word| part.contains(word))
}

/// Whether a list says that it doesn't name everything.
pub(in crate::check) fn is_open(part: &str) -> bool {
    let part = part.trim_end();
    part.ends_with('등')
        || part.contains("등 ")
        || part.contains(" 외 ")
        || part.ends_with("외")
        || part.contains("이외")
}

/// The label of a line before its colon: `사업비 : …`.
pub(in crate::check) fn label(text: &str) -> Option<(&str, usize)> {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '(' | '[' | '「' => depth += 1,
            ')' | ']' | '」' => depth = depth.saturating_sub(1),
            '\n' => return None,
            ':' | '：' if depth == 0 => {
                let label = text[..at].trim();
                return (!label.is_empty()).then_some((label, at + character.len_utf8()));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_told_by_their_names() {
        for rate in ["증감률(%)", "집 행 률", "이용율", "단가(원)", "1인당 면적"] {
            assert!(is_rate(rate), "{rate}");
        }
        for other in ["구성비율", "점유율(%)", "비율", "예산액", "확률론 강좌(율)", ""] {
            assert!(!is_rate(other), "{other}");
        }
    }

    #[test]
    fn totals_are_told_by_their_names() {
        for whole in [
            "계",
            "총 계",
            "합 계",
            "총\u{3000}원",
            "총 위원수",
            "총 등록\n봉사자",
            "연령별\n총계",
            "총 보유량",
            "총 건수",
        ] {
            assert_eq!(total(whole), Some(Total::Whole), "{whole}");
        }
        assert_eq!(total("소 계"), Some(Total::Part));
        for other in ["총무과", "총괄", "회계", "통계", "설계", "관계", "총 무 과", "구 분", ""] {
            assert_eq!(total(other), None, "{other}");
        }
    }
}
