//! Kinds of lines and tables that reports of many offices have, in own words and figures: what is right as typed is left alone, what isn't is found once.

use crate::check::check;
use crate::diag::{Diagnostics, Severity};
use crate::read::files::{Files, Memory};

/// The codes of errors and warnings of a department's file without its name.
fn codes(example: &str) -> Vec<&'static str> {
    let report = "template = 'council'\nreport = {title = '보고서', author = '총무과', date = '2025. 7.'}\n\
                  [[part]]\ntitle = '실적'\ndepartments = ['department.toml']\n";
    let department = format!("name = '총무과'\n{example}");
    let mut files = Files::new(Memory::new([("report.toml", report), ("department.toml", &department)]));
    let mut sink = Diagnostics::new();
    let report = crate::read::report(&mut files, &mut sink).unwrap_or_else(|| panic!("no report: {example}"));
    check(&report)
        .iter()
        .filter(|found| found.severity <= Severity::Warning)
        .map(|found| found.problem.code())
        .collect()
}

fn line(line: &str) -> Vec<&'static str> {
    codes(&format!("[[project]]\ntitle = '사업'\nbody = '''\n{line}\n'''\n"))
}

fn table(unit: &str, rows: &str) -> Vec<&'static str> {
    let (head, rows) = rows.split_once('\n').unwrap_or_default();
    codes(&format!(
        "[[status]]\ntitle = '현황'\nbody = '[table: t]'\n[table.t]\nunit = '{unit}'\nhead = [{head}]\nrows = [{rows}]\n"
    ))
}

#[test]
fn lines_that_are_right_as_typed_are_left_alone() {
    for right in [
        "- 급식 : 520가구 431백만원(생계 302, 의료 74, 주거 55)",
        "■ 내용\n  2. 배경\n  ㅇ 필요성\n  3. 계획\n  ㅇ 일정\n■ 다음\n  2. 배경\n  ㅇ 필요성",
        "- 위원 : 15명(위촉 11명, 당연직 4명, 여성 6명)",
        "- 설치 : 64대(신규 40, 교체 24, 철거 9)",
        "- 인원 : 14명(과장 1, 팀장 3, 직원 10 / 휴직 1)",
        "- 경로당 : 118개소(난방비, 양곡비)",
        "- 어린이집 : 31개소(국공립, 민간, 가정)",
        "- 정원 31명(과장 1, 팀장 4, 직원 20), 공무직 6명",
        "- 회원 420명 → 378명(10.0% 감소)",
        "- 예산 8,100천원(전년 대비 900천원(12.5%) 증가)",
        "- 접수 120건 → 150건(증 30건, 25.0%)",
        "- 지도 : 학교 앞 배치(08,09,15,16시)",
        "- 연락처 : 041)350-0000, TEL)02-000-0000",
        "- 합동점검 : 3회 41개소(1분기 1회 12개소, 2분기 2회 29개소)",
        "- 만족도 : 92.5%(응답 400명, 만족 370명)",
        "- 이수 : 640명 중 512명 이수(80%)",
        "- 남 60명(60%), 여 40명(40%)",
        "- 재원 : 국비 50%, 도비 20%, 시비 30%",
        "- 수당 : 35천원 × 20명 × 3회 = 2,100천원",
        "- 배부 : 2종(4,000부 인쇄, 사진 2종)",
        "- 공사 : 2025. 3. 4. ~ 5. 30, 설계 2025-03-02 ~ 04-30",
        "- 강좌 : 2025. 3. 4. ~ 12. 12.(화, 목 10:00)",
        "- 회의 : 2회(3. 27. / 6. 19.)",
        "- 계약금액 : 금1,250,000원(금일백이십오만원)",
    ] {
        assert_eq!(line(right), Vec::<&str>::new(), "{right}");
    }
}

#[test]
fn slips_of_lines_are_found_once() {
    for (wrong, code) in [
        ("- 급식 : 520가구 431백만원(생계 302, 의료 74, 주거 35)", "text-sum"),
        ("- 합동점검 : 4회 41개소(1분기 1회 12개소, 2분기 2회 29개소)", "text-sum"),
        ("- 회원 420명 → 378명(12.0% 감소)", "change"),
        ("- 접수 120건 → 150건(증 20건)", "change"),
        ("- 직원 420명 → 378명(52명(10.0%) 감소)", "change"),
        ("- 이수 : 640명 중 512명 이수(70%)", "share"),
        ("- 지적 500건(처리 218건, 53.6%)", "share"),
        ("- 만족도 : 95.2%(응답 400명, 만족 370명)", "share"),
        ("- 재원 : 국비 50%, 도비 20%, 시비 20%", "share-sum"),
        ("- 수당 : 35천원 × 20명 × 3회 = 2,010천원", "product"),
        ("- 계약금액 : 금1,250,000원(금일백오십이만원)", "amount-in-letters"),
        ("- 회의 : 3회(3. 27. / 6. 19.)", "list-count"),
        ("- 개최 : 2025년 6월 8일 금요일", "weekday"),
        ("- 개최 : 2025/6/9(금)", "weekday"),
        ("- 공사 : 2025. 6. 2. ~ 5. 30", "range-backwards"),
        ("  1. 배경\n  ㅇ 필요성\n  3. 계획\n  ㅇ 일정", "numbering"),
    ] {
        assert_eq!(line(wrong), [code], "{wrong}");
    }
    assert_eq!(line("■ 2024 추진실적\n- 개최 : 6. 10.(화)"), ["weekday"], "the heading says the year");
    assert_eq!(line("■ 2025 추진실적\n- 개최 : 6. 10.(화)"), Vec::<&str>::new());
}

#[test]
fn tables_that_are_right_as_typed_are_left_alone() {
    for (unit, right) in [
        (
            "천원",
            "['회계', '예산현액(A)', '지출액(B)', '잔액(A-B)', '집행률(B/A)']\n['합계', 900, 360, 540, '40.0%'], ['일반', 700, 315, 385, '45.0%'], ['특별', 200, 45, 155, '22.5%']",
        ),
        (
            "천원",
            "['과목', '금액']\n['Ⅰ. 유동', 630], ['(1) 당좌', 630], ['Ⅱ. 비유동', 270], ['(1) 투자', 90], ['(2) 유형', 180], ['자산총계', 900]",
        ),
        (
            "천원",
            "['구분', '예산', '집행']\n['합계', 900, 700], ['일반회계', 600, 500], ['특별회계', 300, 200], ['주차', 180, 120], ['수도', 120, 80]",
        ),
        (
            "명",
            "['월', '총 채용', '여성', '장애인', '청년']\n['1월', 0, 0, 0, 0], ['2월', 0, 0, 0, 0], ['3월', 30, 14, 2, 20], ['계', 30, 14, 2, 20]",
        ),
        (
            "건",
            "['구분', '건수', '구성비(%)']\n['합계', 700, 100], ['가', 100, 14.3], ['나', 100, 14.3], ['다', 100, 14.3], ['라', 100, 14.3], ['마', 100, 14.3], ['바', 100, 14.3], ['사', 100, 14.3]",
        ),
        ("백만원", "['구분', '계', '국비', '도비']\n['가', 101, 50, 50], ['나', 99, 50, 50]"),
        (
            "명",
            "['사업', '2024년', '2025년', '증감']\n['가', 120, 150, 30], ['나', 90, 70, '△20'], ['다', 40, 40, '-']",
        ),
        (
            "점",
            "['분야', '지표', '평점']\n['전략', '소계', 84.0], ['^', '가', 80.0], ['^', '나', 88.0], ['성과', '소계', 75.0], ['^', '다', 70.0], ['^', '라', 80.0]",
        ),
    ] {
        assert_eq!(table(unit, right), Vec::<&str>::new(), "{right}");
    }
}

#[test]
fn slips_of_tables_are_found_once() {
    for (unit, wrong, code) in [
        ("명", "['구 분', '계', '5급', '6급', '7급']\n['정 원', 24, 2, 10, 12], ['현 원', 22, 2, 9, 12]", "table-sum"),
        (
            "명",
            "['과', '정원', '현원']\n['계', 60, 54], ['가람과', 20, 18], ['나래과', 22, 20], ['다온과', 18, 16], ['라온과', 12, 11]",
            "total-stale",
        ),
        ("천원", "['사업', '예산액', '집행액', '잔액']\n['가', 700, 315, 385], ['나', 200, 45, 165]", "relation"),
        (
            "건",
            "['구분', '2024년', '2025년', '증감']\n['가', 120, 150, 30], ['나', 90, 70, '△20'], ['다', 40, 50, 20]",
            "relation",
        ),
        (
            "천원",
            "['회계', '예산현액(A)', '지출액(B)', '집행률(B/A)']\n['합계', 900, 360, '40.0%'], ['일반', 700, 315, '54.0%'], ['특별', 200, 45, '22.5%']",
            "rate",
        ),
        (
            "천원",
            "['구분', '예산', '수납', '지출', '잔액']\n['합계', 900, 990, 810, 180], ['일반회계', 700, 770, 630, 130], ['특별회계', 200, 220, 180, 40], ['주차', 150, 165, 135, 30], ['수도', 50, 55, 45, 10]",
            "relation",
        ),
        ("명", "['연번', '이름', '인원']\n[1, '가', 3], [2, '나', 4], [2, '다', 5], [4, '라', 6]", "serial"),
    ] {
        let found = table(unit, wrong);
        assert!(found.len() == 1 && (found[0] == code || found[0] == "table-cell"), "{found:?} in {wrong}");
    }
}
