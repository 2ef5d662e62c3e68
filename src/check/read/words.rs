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
    let word = without_bracket(&squeezed(label)).to_owned();
    // `수입 계`, `자본적지출 계(B)`.
    let apart = without_bracket(label.trim_end()).trim_end().strip_suffix('계').is_some_and(|rest| {
        rest.ends_with(char::is_whitespace)
            && rest.split_whitespace().last().is_some_and(|word| word.chars().count() > 1)
    });
    if word.ends_with("소계") || apart && !WHOLE.contains(&word.as_str()) {
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

/// A label without what stands in brackets at its end: `합계(A)`, `계(명)`.
fn without_bracket(word: &str) -> &str {
    let bare = word.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map_or(word, |(bare, _)| bare);
    if bare.is_empty() { word } else { bare }
}

/// Whether a label says by itself that what stands under it is a sum: 계, 합계; but a 총원 may count others than those beside it.
pub(in crate::check) fn declares_total(label: &str) -> bool {
    const DECLARED: [&str; 5] = ["계", "합계", "총계", "소계", "총합계"];
    DECLARED.contains(&without_bracket(&squeezed(label)))
}

/// Whether a label names a trait that some of those beside it have too, so that nothing adds up: 여성, 장애인; or some of what stands above it: `(여성)`.
pub(in crate::check) fn is_trait(label: &str) -> bool {
    const TRAITS: [&str; 15] = [
        "여성",
        "장애인",
        "청년",
        "고령자",
        "노인",
        "다문화",
        "외국인",
        "저소득",
        "지역인재",
        "보훈",
        "취약계층",
        "신규",
        "중복",
        "재직",
        "겸직",
    ];
    let word = squeezed(label);
    let part_of = word.starts_with(['(', '※', '*']) || word.ends_with("중");
    // 여성, 여성인력; but 외국인민원처리.
    let beyond = |it: &str| {
        word.strip_prefix(it)
            .is_some_and(|rest| rest.chars().count() < 3 || rest.starts_with(|c: char| !c.is_alphabetic()))
    };
    part_of || TRAITS.iter().any(|it| beyond(it))
}

/// Whether figures under this label are none of the parts of a total: remarks, shares, averages, comparisons.
pub(in crate::check) fn is_aside(label: &str) -> bool {
    const NAMES: [&str; 8] = ["비고", "전년", "전년도", "작년", "목표", "목표량", "계획", "당초"];
    const ENDS: [&str; 20] = [
        "율",
        "률",
        "비",
        "비율",
        "구성비",
        "비중",
        "점유",
        "증감",
        "증감액",
        "대비",
        "평균",
        "누계",
        "누적",
        "순위",
        "단가",
        "%",
        "번호",
        "연번",
        "배수",
        "등급",
    ];
    let word = squeezed(label);
    let bare = without_bracket(&word);
    let is_cost = bare.ends_with("비") && !["구성비", "전년비", "대비"].iter().any(|it| bare.ends_with(it));
    NAMES.contains(&bare) || word.ends_with("%)") || (!is_cost && ENDS.iter().any(|aside| bare.ends_with(aside)))
}

/// Whether a label names shares of a whole.
pub(in crate::check) fn is_share(label: &str) -> bool {
    let word = squeezed(label);
    ["비율", "구성비", "비중", "점유율", "구성비율", "점유비"].contains(&without_bracket(&word)) && !has_formula(&word)
}

/// Whether figures under this label never add up: 증감률(%), 집행률, 단가, 순위.
pub(in crate::check) fn is_rate(label: &str) -> bool {
    const RATES: [&str; 6] = ["단가", "순위", "번호", "등급", "배수", "인당"];
    let word = squeezed(label);
    let name = word.split('(').next().unwrap_or_default();
    let named = name.ends_with(['률', '율']) || has_formula(&word) && word.contains('/');
    (named && !is_share(label)) || RATES.iter().any(|rate| name.contains(rate))
}

/// Whether a label has a formula in brackets: `집행률(B/A)`, `비율(B/A)`.
fn has_formula(word: &str) -> bool {
    let inside = word.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map_or("", |(_, inside)| inside);
    inside.contains(['/', '÷', '-', '+', '×'])
        && inside.contains(|c: char| c.is_ascii_uppercase() || ('①'..='⑳').contains(&c))
}

/// Whether a label says that its figures are the difference of two others: 잔액, 미집행액, 증감, 과부족.
pub(in crate::check) fn is_difference(label: &str) -> bool {
    const ENDS: [&str; 14] = [
        "잔액",
        "잔량",
        "잔고",
        "차액",
        "불용액",
        "미집행",
        "미집행액",
        "미처리",
        "미수",
        "미수액",
        "체납액",
        "결원",
        "과부족",
        "차이",
    ];
    let word = squeezed(label);
    let bare = word.split('(').next().unwrap_or_default();
    ENDS.iter().any(|end| bare.ends_with(end)) || is_change(&word)
}

/// Whether a label names what is left after something was added and taken away: 현재액, 연도말, 잔액, 현원.
pub(in crate::check) fn is_balance(label: &str) -> bool {
    const ENDS: [&str; 12] =
        ["현재", "현재액", "현재고", "말", "말현재액", "말잔액", "현원", "현황", "잔여", "기말", "보유량", "보유액"];
    let word = squeezed(label);
    let bare = word.split('(').next().unwrap_or_default();
    ENDS.iter().any(|end| bare.ends_with(end)) || is_difference(&word)
}

/// Whether a label says that its figures add up from line to line: 누계, 누적.
pub(in crate::check) fn is_cumulation(label: &str) -> bool {
    let word = squeezed(label);
    ["누계", "누적", "누계액"].contains(&without_bracket(&word))
}

/// Whether a label says that its figures are changes: 증감, 증△감, 비교증감.
pub(in crate::check) fn is_change(label: &str) -> bool {
    let word: String = squeezed(label).chars().filter(|sign| !matches!(sign, '△' | '▲' | '·' | '/' | ',')).collect();
    let bare = word.split('(').next().unwrap_or_default();
    let ends = ["증감", "증감액", "증감수", "증감량", "증감폭", "비교증감", "순증", "증감내역"];
    ends.iter().any(|end| bare.ends_with(end))
}

/// Whether a label names a rate of change: 증감률, 신장률, 전년 대비.
pub(in crate::check) fn is_change_rate(label: &str) -> bool {
    let word = squeezed(label);
    ["증감", "증가", "감소", "신장", "성장", "상승", "전년", "대비"].iter().any(|it| word.contains(it))
}

/// What a rate is of, by its name: 집행 of 집행률.
pub(in crate::check) fn stem_of_rate(label: &str) -> &str {
    let bare = label.split('(').next().unwrap_or_default();
    bare.strip_suffix(['률', '율']).unwrap_or_default()
}

/// Whether a label names what is multiplied: 단가, 수량, 일수.
pub(in crate::check) fn is_factor(label: &str) -> bool {
    let word = squeezed(label);
    let bare = word.split('(').next().unwrap_or_default();
    ["단가", "수량", "횟수", "일수", "개월수", "인원수", "물량"].iter().any(|end| bare.ends_with(end))
}

/// Whether a label heads the numbers of rows: 연번.
pub(in crate::check) fn is_number_of_row(label: &str) -> bool {
    let word = squeezed(label).to_lowercase();
    ["연번", "번호", "순번", "순", "no", "no.", "일련번호"].contains(&word.as_str())
}

/// Whether a label says that its figures are of one of something: 1인당, 개소당.
pub(in crate::check) fn is_per_unit(label: &str) -> bool {
    let word = squeezed(label);
    let bare = word.split('(').next().unwrap_or_default();
    bare.contains("인당") || bare.starts_with('1') && bare.contains('당')
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

/// Whether words say that something grew or shrank: 증, 증가, 감소, 추가, 확대.
pub(in crate::check) fn changes(words: &str) -> bool {
    const WORDS: [&str; 16] = [
        "증가", "감소", "증감", "증액", "감액", "추가", "확대", "축소", "감축", "상승", "하락", "신장", "늘", "줄",
        "절감", "인상",
    ];
    let squeezed = squeezed(words);
    let bare = squeezed.trim_matches(|c: char| !c.is_alphabetic());
    WORDS.iter().any(|word| bare.contains(word))
        || bare.starts_with(['증', '감']) && bare.chars().count() < 3
        || bare.ends_with('↑')
        || squeezed.contains(['↑', '↓'])
}

/// Whether words say that something shrank.
pub(in crate::check) fn falls(words: &str) -> bool {
    ["감소", "감액", "축소", "감축", "하락", "줄", "절감", "↓"].iter().any(|word| words.contains(word))
        || words.trim_start_matches([')', ' ', '(']).starts_with('감')
}

/// Whether a word names a kind of things rather than one of them: 국공립, 민간, 냉난방비.
pub(in crate::check) fn is_kind(word: &str) -> bool {
    const KINDS: [&str; 24] = [
        "국공립",
        "공립",
        "사립",
        "국립",
        "민간",
        "직장",
        "가정",
        "법인",
        "개인",
        "단체",
        "관내",
        "관외",
        "신규",
        "기존",
        "남",
        "여",
        "남성",
        "여성",
        "내국인",
        "외국인",
        "정규직",
        "기간제",
        "상근",
        "비상근",
    ];
    let word = squeezed(word);
    KINDS.contains(&word.as_str()) || word.ends_with('비') || word.ends_with("형") || word.ends_with("직")
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
