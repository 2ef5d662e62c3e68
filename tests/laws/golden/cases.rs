//! The cases: a small definition each, and the chapter of it that is dumped.

use crate::set::chapter::Plan;

/// A definition, by the files it has, and the chapter that shows what the case is about.
pub(crate) struct Case {
    pub name: &'static str,
    pub files: Vec<(&'static str, String)>,
    pub shown: fn(&Plan) -> bool,
}

const REPORT: &str = r#"
template = "test"

[report]
title   = "업무보고"
author  = "행정국"
"#;

const FULL: &str = r#"
template = "test"

[report]
title   = "2021년도\n업무보고"
author  = "행정국"
slogan  = "더 큰 마포"
session = "제251회 정례회"
date    = "2021. 11."
picture = "emblem"

[[part]]
title = "일반현황"
file  = "overview.toml"

[[part]]
title       = "추진실적"
departments = ["first.toml", "second.toml"]

[back-cover]
text    = "마포구"
picture = "logo"

[image.emblem]
placeholder = "휘장"

[image.logo]
placeholder = "마크"
"#;

const OVERVIEW: &str = r#"
[[status]]
title = "기구"
value = "6개과"
body  = "기구는 아래와 같음"
"#;

const FIRST: &str = r#"
name     = "총무과"
division = "주요업무"

[[status]]
title = "인력"
value = "89명"

[[project]]
title = "교육"

[[project]]
title   = "복지"
summary = "직원이 일하기 좋은 직장을 만들고자 후생복지 제도를 넓혀 나가며 휴양시설을 늘림"
body    = "■ 개요"
"#;

const SECOND: &str = r#"
name     = "민원과"
division = "주요업무"

[[project]]
title = "여권"
"#;

/// All cases.
pub(crate) fn all() -> Vec<Case> {
    let mut cases = vec![
        whole("cover", |plan| *plan == Plan::Cover),
        whole("contents", |plan| *plan == Plan::Contents),
        whole("part", |plan| matches!(plan, Plan::Overview { .. })),
        whole("department", |plan| matches!(plan, Plan::Department { department: 0, .. })),
        whole("division", |plan| matches!(plan, Plan::Project { department: 0, project: 0, .. })),
        whole("summary", |plan| matches!(plan, Plan::Project { department: 0, project: 1, .. })),
        whole("department-without-status", |plan| matches!(plan, Plan::Project { department: 1, .. })),
        whole("back-cover", |plan| *plan == Plan::BackCover),
        planned("bureau", |plan| matches!(plan, Plan::Department { department: 0, .. })),
        planned("badges-and-labels", |plan| matches!(plan, Plan::Project { department: 0, project: 0, .. })),
        planned("contents-with-projects", |plan| *plan == Plan::Contents),
        planned("part-page", |plan| matches!(plan, Plan::PartPage { .. })),
        planned("flow", |plan| matches!(plan, Plan::Flow { .. })),
        Case { name: "lists", files: listed(), shown: |plan| *plan == Plan::Contents },
        Case { name: "reference-to-a-project", files: listed(), shown: |plan| matches!(plan, Plan::Project { .. }) },
    ];
    cases.extend(OUTLINES.iter().map(|(name, body, blocks)| outline(name, body, blocks)));
    cases
}

/// A report with lists of its tables and figures, and with references from one file to another.
fn listed() -> Vec<(&'static str, String)> {
    let report = format!(
        "{REPORT}\n[contents]\ntables = true\nfigures = true\n\n[[part]]\ntitle = \"현황\"\nfile = \"part.toml\"\n\n[[part]]\ntitle = \"실적\"\ndepartments = [\"first.toml\"]\n"
    );
    let part = r#"
[[status]]
title = "인력"
body  = """
자세한 것은 [→ project: first/wards](→ [→ page project: first/wards]) 참고
[table: staff]
"""

[table.staff]
caption = "인력"
rows    = [["가"]]
"#;
    let department = r#"
name = "총무과"

[[project]]
name  = "wards"
title = "동 행정\n지원"
body  = """
- [→ table: part/staff] 참고
[image: plain]
"""

[image.plain]
placeholder = "그림"
caption     = "긴 이름을 가진 그림은 두 줄에 걸쳐 서고 쪽 번호는 둘째 줄에 섬"
"#;
    vec![("report.toml", report), ("part.toml", part.to_owned()), ("first.toml", department.to_owned())]
}

/// A case of a report with bureaus, teams, badges and labels.
fn planned(name: &'static str, shown: fn(&Plan) -> bool) -> Case {
    let report = format!(
        "{REPORT}mark = \"초안\"\n[contents]\nprojects = true\nbadges = true\n\n[[part]]\ntitle = \"과제\"\nopening = \"bar\"\n\n[[part.bureau]]\nname = \"안전국\"\ndepartments = [\"first.toml\"]\n\n[[part]]\ntitle = \"참고\"\nnumbered = false\nopening = \"page\"\nflow = \"even\"\ndepartments = [\"second.toml\"]\n"
    );
    let first = r#"
name = "대응과"

[[status]]
title = "인력"
value = "89명"

[[project]]
title  = "교육"
team   = "총괄팀"
badges = ["신규", "공약"]
labels = "담당 : 총괄팀 | 전화 : 000\n사업비 : 5억 원"
body   = "- 항목"
"#;
    let second = r#"
name = "기획과"

[[project]]
title = "하나"
body  = "- 항목"

[[project]]
title = "둘"
body  = "- 항목"

[[project]]
title = "셋"
body  = "- 항목"
"#;
    let files = vec![("report.toml", report), ("first.toml", first.to_owned()), ("second.toml", second.to_owned())];
    Case { name, files, shown }
}

/// A case of a report that has one of everything.
fn whole(name: &'static str, shown: fn(&Plan) -> bool) -> Case {
    let files = [("report.toml", FULL), ("overview.toml", OVERVIEW), ("first.toml", FIRST), ("second.toml", SECOND)];
    Case { name, files: files.map(|(path, text)| (path, text.to_owned())).into(), shown }
}

/// A case of a status section with an outline.
fn outline(name: &'static str, body: &str, blocks: &str) -> Case {
    let report = format!("{REPORT}\n[[part]]\ntitle = \"현황\"\nfile = \"part.toml\"\n");
    let part = format!("[[status]]\ntitle = \"인력\"\nbody = \"\"\"\n{body}\"\"\"\n{blocks}");
    let files = vec![("report.toml", report), ("part.toml", part), ("drawing.svg", DRAWING.to_owned())];
    Case { name, files, shown: |plan| matches!(plan, Plan::Overview { .. }) }
}

/// Outlines by name, with the tables and figures that they place.
const OUTLINES: &[(&str, &str, &str)] = &[
    (
        "boxes",
        r#"- 항목
  <>
    - 제목 없는 상자의 긴 항목이 두 줄에 걸쳐 서서 상자의 너비를 보임
<참고>
  - 항목
    ※ 주석
  [table: t]
  ‹안의 상자›
    글
⇒ 결론을 띠에 적은 글이 두 줄에 걸쳐 서서 띠의 너비를 보임
  - 아래 항목
- 다음 항목
  ⇒ 항목
"#,
        "[table.t]\nhead = [[\"구분\", \"값\"]]\nrows = [[\"가\", 1]]\n",
    ),
    (
        "box-over-two-pages",
        "- 항목\n<긴 상자>\n  - 하나\n  - 둘\n  - 셋\n  - 넷\n  - 다섯\n  - 여섯\n  - 일곱\n  - 여덟\n  - 아홉\n  - 열\n  - 열하나\n  - 열둘\n  - 열셋\n- 다음\n",
        "",
    ),
    ("headings", "■ 사업개요\n- 기간 : 연중\n■ 추진실적\n", ""),
    ("items", "- 첫째 수준\n  - 둘째 수준\n    - 셋째 수준\n    ① 자기 기호\n  - 다시 둘째\n● 자기 기호\n", ""),
    ("items-of-two-lines", "- 여러 낱말로 된 항목은 두 줄에 걸쳐 서고 둘째 줄은 기호 뒤에 맞추어 서야 함\n", ""),
    ("notes", "- 항목\n※ 항목에 딸린 글\n- 다음 항목\n  ※ 안쪽에 딸린 글\n[table: small]\n※ 표에 딸린 글\n", SMALL),
    ("paragraph", "앞 줄\n뒤 줄\n\n다음 문단\n", ""),
    ("emphasis", "- 보통 **굵은 글** 보통 __밑줄 친 글__ **__둘 다__**\n", ""),
    ("marks", "- 면적 58m^^2^^, H,,2,,O, ==강조==, 사업비 ::(구비)::, **==둘 다==**\n", ""),
    ("labels", "- 사업기간 : 연중\n- 대상: 구민\n- 위 치 : 구청\n- 아주 긴 이름표 : 그대로\n- 이름표 없음\n", ""),
    ("table", "- 앞\n[table: small]\n- 뒤\n", SMALL),
    (
        "table-merged-head",
        "[table: merged]\n",
        r#"
[table.merged]
head = [["구분", "인원", "<",   "비고"],
        ["^",    "정원", "현원", "^"]]
rows = [["계",   12,     11,     ""]]
"#,
    ),
    (
        "table-caption",
        "[table: staff]\n- 뒤\n[table: staff-too]\n",
        r#"
[table.staff]
unit      = "명"
as-of     = 2021-10-31
row-heads = 1
head      = [["구분", "정원"]]
rows      = [["총무과", 1089]]

[table.staff-too]
unit      = "명"
as-of     = "연말 기준"
row-heads = 1
head      = [["구분", "정원"]]
rows      = [["총무과", 1089]]
"#,
    ),
    (
        "table-of-two-pages",
        "[table: long]\n",
        r#"
[table.long]
head = [["번호", "이름"]]
rows = [[1, "가"], [2, "나"], [3, "다"], [4, "라"], [5, "마"], [6, "바"], [7, "사"]]
"#,
    ),
    (
        "span-over-two-pages",
        "[table: long]\n",
        r#"
[table.long]
head = [["과", "이름", "비고"]]
rows = [["총무과", "가", ""], ["^", "나", ""], ["^", "다", ""], ["^", "라", ""], ["^", "마", "끝"], ["^", "바", "^"],
        ["^", "사", "^"]]
"#,
    ),
    (
        "row-name-over-two-pages",
        "[table: long]\n",
        r#"
[table.long]
row-heads     = 1
keep-together = "groups"
source        = "인사과"
head = [["과", "이름", "수"]]
rows = [["총무과", "가", 1], ["^", "나", "2^^1)^^"], ["^", "다", 3], ["^", "라", 4], ["^", "마", 5], ["^", "바", 6],
        ["^", "사", 7], ["합 계", "<", 28]]
notes = ["1) 휴직 포함"]
"#,
    ),
    (
        "row-name-that-stands-once",
        "[table: long]\n",
        r#"
[table.long]
row-heads        = 1
repeat-row-heads = false
head = [["과", "이름"]]
rows = [["총무과", "가"], ["^", "나"], ["^", "다"], ["^", "라"], ["^", "마"], ["^", "바"], ["^", "사"]]
"#,
    ),
    (
        "groups-of-rows",
        "[table: grouped]\n",
        r#"
[table.grouped]
keep-together = "groups"
head = [["사업", "예산"]]
rows = [["일반회계", "<"], ["가", 1], ["나", 2], ["소계", 3], ["특별회계", "<"], ["다", 4], ["라", 5], ["소계", 9]]
"#,
    ),
    (
        "corner-of-a-head",
        "[table: corner]\n",
        r#"
[table.corner]
row-heads = 1
head = [['구분\직급', "5급", "6급", "계"]]
rows = [["정원", 1, 2, 3]]
"#,
    ),
    (
        "list-in-a-cell",
        "[table: list]\n",
        r#"
[table.list]
head = [["구분", "내용"]]
rows = [["가", "- 첫째\n  - 안쪽\n- 둘째\n※ 참고"], ["나", "-"], [{ value = "다", align = "right" }, "줄\n줄"]]
"#,
    ),
    (
        "tables-beside-each-other",
        "[table: one | two]\n- 뒤\n",
        r#"
[table.one]
unit = "명"
head = [["구분", "값"]]
rows = [["가", 1], ["나", 2]]

[table.two]
head = [["구분", "값"]]
rows = [["다", 3]]
"#,
    ),
    (
        "tables-without-room-beside-each-other",
        "[table: one | two]\n",
        r#"
[table.one]
rows = [["한국지방행정연구원이사장직무대행", "한국지방행정연구원이사장직무대행"]]

[table.two]
rows = [["한국지방행정연구원이사장직무대행", "한국지방행정연구원이사장직무대행"]]
"#,
    ),
    (
        "table-on-its-side",
        "앞\n[table: wide]\n※ 딸린 글\n\n뒤\n",
        r#"
[table.wide]
landscape = true
unit      = "명"
head      = [["구분", "값"]]
rows      = [["가", 1]]
"#,
    ),
    (
        "table-of-many-columns",
        "[table: wide]\n",
        r#"
[table.wide]
rows = [["가나다라", "가나다라", "가나다라", "가나다라", "가나다라", "가나다라"]]
"#,
    ),
    (
        "row-higher-than-a-page",
        "[table: high]\n",
        r#"
[table.high]
head = [["구분", "내용"]]
rows = [["가", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24"]]
"#,
    ),
    (
        "columns",
        "[table: columns]\n",
        r#"
[table.columns]
head   = [["고정", "몫", "몫 둘", "저절로"]]
widths = ["50pt", "1fr", "2fr", "auto"]
align  = ["left", "center", "right", "right"]
rows   = [["왼쪽", "가운데", "오른쪽", 1234]]
"#,
    ),
    (
        "columns-that-align",
        "[table: columns]\n",
        r#"
[table.columns]
head   = [["구분", "비율", "이름"]]
widths = ["auto", "60pt", "60pt"]
align  = ["center", "decimal", "spread"]
rows   = [["정원", 3.25, "총무과"],
          ["현원", "1,234.5%", "자치행정과"],
          ["휴직", "-", "가"]]
"#,
    ),
    (
        "image-in-a-cell",
        "[table: pictures]\n",
        r#"
[table.pictures]
rows = [["[image: scene]", "설명"]]

[image.scene]
placeholder = "현장 사진"
"#,
    ),
    (
        "pictures",
        "- 앞\n[image: plain]\n[image: cut | high]\n- 뒤\n  [image: share]\n[image: ornament]\n",
        r#"
[image.plain]
file = "drawing.svg"
alt  = "네모"

[image.cut]
file  = "drawing.svg"
alt   = "잘라 낸 네모"
crop  = { left = "25%" }
ratio = "1:1"
frame = true

[image.high]
file   = "drawing.svg"
alt    = "낮은 네모"
height = "20pt"
frame  = true

[image.share]
file  = "drawing.svg"
alt   = "반 너비의 네모"
width = "50%"

[image.ornament]
file       = "drawing.svg"
decorative = true
width      = "30pt"
"#,
    ),
    (
        "captions",
        "[table: staff]\n[image: plain]\n[table: cells | more]\n",
        r#"
[table.staff]
caption = "인력 **현황**"
unit    = "명"
head    = [["구분", "정원"]]
rows    = [["총무과", 89]]

[image.plain]
file    = "drawing.svg"
alt     = "네모"
caption = "네모"
width   = "40pt"

[table.cells]
caption = "칸의 그림"
rows    = [["[image: scene]"]]

[image.scene]
placeholder = "현장"
caption     = "현장 사진"

[table.more]
rows = [["가"]]
"#,
    ),
    (
        "references",
        "- 값은 [→ table: staff], **[→ image: plain]** 참고\n- 가로지르는 글에서 [→ page table: staff]을 보고 [→ table: staff]을 봄\n\n쪽은 [→ page image: plain]\n[table: staff]\n[image: plain]\n",
        r#"
[table.staff]
caption = "인력"
rows    = [["[→ image: plain]", "^^1)^^"]]
notes   = ["1) [→ page table: staff]"]

[image.plain]
file    = "drawing.svg"
alt     = "네모"
caption = "네모"
"#,
    ),
    ("organisation", "- 앞\n[chart: offices]\n", OFFICES),
    (
        "organisation-of-lists",
        "[chart: offices]\n",
        r#"
[chart.offices]
kind = "organisation"
alt  = "행정국의 세 과와 여덟 팀"
tree = """
행정국
- 총무과
  - 총무팀
  - 인사팀
  - 청사관리팀
- 자치행정과
  - 자치팀
  - 민간협력팀
  - 주민참여팀
- 홍보과
  - 홍보팀
  - 미디어팀
"""
"#,
    ),
    (
        "organisation-of-rows",
        "[chart: offices]\n",
        r#"
[chart.offices]
kind = "organisation"
tree = """
행정국
- 총무과
- 자치행정과
- 홍보과
- 청소행정과
- 민원여권과
- 전산정보과
- 세무과
"""
"#,
    ),
    (
        "process",
        "- 앞\n[chart: steps]\n",
        r#"
[chart.steps]
kind  = "process"
steps = """
신청 접수 : 민원실
서류 검토
  적합 →
교부
"""
"#,
    ),
    (
        "process-of-rows",
        "[chart: steps]\n",
        r#"
[chart.steps]
kind  = "process"
alt   = "계획부터 환류까지 일곱 단계"
steps = """
계획
공모
심사
  선정 →
협약
사업시행
평가
환류
"""
"#,
    ),
    (
        "process-with-a-decision",
        "[chart: steps]\n",
        r#"
[chart.steps]
kind      = "process"
direction = "column"
steps = """
접수
적합?
  예 → 교부
  아니오 → 보완
교부 : 즉시

보완
  → 접수
"""
"#,
    ),
    (
        "process-in-lanes",
        "[chart: steps]\n",
        r#"
[chart.steps]
kind      = "process"
direction = "column"
lanes     = ["신청인", "민원과"]
steps = """
신청인 | 신청
  서류 →
민원과 | 검토 : 2일
신청인 | 수령
"""
"#,
    ),
    (
        "process-in-lanes-across",
        "[chart: steps]\n",
        r#"
[chart.steps]
kind  = "process"
lanes = ["신청인", "민원과"]
steps = """
신청인 | 신청
민원과 | 검토
신청인 | 수령
"""
"#,
    ),
    (
        "process-ring",
        "[chart: steps]\n",
        r#"
[chart.steps]
kind      = "process"
direction = "ring"
steps = """
계획
실행
평가
  보완 →
"""
"#,
    ),
    (
        "timeline",
        "[chart: plan]\n",
        r#"
[chart.plan]
kind  = "timeline"
tasks = """
준비
- 계획 : 2026. 11. ~ 12. (방침)
- 공고 : 2027. 1. 15. (누리집)
시행
- 사업 1기: 시범 : 2027. 1. ~ 2., 2027. 4. 1. ~ 5. 15. (2차)
"""
"#,
    ),
    (
        "timeline-of-quarters",
        "[chart: plan]\n",
        r#"
[chart.plan]
kind   = "timeline"
period = "2026. 1. ~ 12."
tasks  = """
- 긴 이름의 과업은 두 줄 : 2026. 2. ~ 3. (설명이 길어 아래로 가는 말)
- 점검 : 2026. 12. 31.
"""
"#,
    ),
    ("chart-of-columns", "[chart: a]\n", YEARS),
    (
        "chart-of-stacked-columns",
        "[chart: a]\n",
        r#"
[chart.a]
kind  = "stacked-columns"
table = "a"

[table.a]
head = [["분기", "공연", "전시"]]
rows = [["1분기", 30, 25], ["2분기", 40, 35], ["합 계", 70, 60]]
"#,
    ),
    (
        "chart-of-columns-below-zero",
        "[chart: a]\n",
        r#"
[chart.a]
kind   = "columns"
table  = "a"
series = "rows"

[table.a]
unit = "%"
head = [["구분", "봄", "여름"]]
rows = [["증감", 2.5, "△1.5^^1)^^"]]
notes = ["1) 잠정"]
"#,
    ),
    (
        "chart-of-bars",
        "[chart: a]\n",
        r#"
[chart.a]
kind    = "bars"
table   = "a"
columns = ["이용자"]
unit    = "명"

[table.a]
head = [["시설", "면적", "이용자"]]
rows = [["구민체육센터", "1,200㎡", "3,301명"], ["운동장", "-", "△12명"]]
"#,
    ),
    (
        "chart-of-stacked-bars",
        "[chart: a]\n",
        r#"
[chart.a]
kind  = "stacked-bars"
table = "a"

[table.a]
head = [["연령", "만족", "불만"]]
rows = [["20대", 96, 4], ["30대", 70, 30]]
"#,
    ),
    (
        "chart-of-lines",
        "[chart: a]\n",
        r#"
[chart.a]
kind  = "lines"
table = "a"

[table.a]
head = [["월", "수영장", "체육관"]]
rows = [["1월", 14.2, 9], ["2월", "-", 11], ["3월", 15, 12.5]]
"#,
    ),
    (
        "chart-of-one-line",
        "[chart: a]\n",
        r#"
[chart.a]
kind  = "lines"
table = "a"
alt   = "인구가 늘고 있음"

[table.a]
head = [["연도", "인구"]]
rows = [["2023년", 369_000], ["2024년", 370_500], ["2025년", 372_100]]
"#,
    ),
    (
        "chart-of-a-whole",
        "[chart: pie]\n[chart: ring]\n",
        r#"
[chart.pie]
kind  = "pie"
table = "a"

[chart.ring]
kind    = "ring"
table   = "a"
columns = ["예산"]
rows    = ["문화", "체육"]

[table.a]
head = [["구 분", "예산"]]
rows = [["문화", 100], ["체육", 100], ["관 광", 100], ["계", 300]]
"#,
    ),
    (
        "chart-that-cannot-be-drawn",
        "[chart: wholes]\n[chart: many]\n[chart: crowded]\n",
        r#"
[chart.wholes]
kind  = "pie"
table = "a"

[chart.many]
kind    = "lines"
table   = "a"

[chart.crowded]
kind    = "columns"
table   = "b"

[table.a]
head = [["구분", "가", "나", "다", "라"]]
rows = [["갑", 1, 2, 3, 4], ["을", 1, 2, 3, 4]]

[table.b]
head = [["구분", "값"]]
rows = [["열두글자인이름이라서깁니다", 1], ["열두글자인이름이라서깁니다", 2], ["열두글자인이름이라서깁니다", 3], ["열두글자인이름이라서깁니다", 4]]
"#,
    ),
];

const YEARS: &str = r#"
[chart.a]
kind  = "columns"
table = "a"

[table.a]
unit   = "명"
as-of  = 2021-10-31
source = "통계"
head   = [["동", "2023년", "2024년", "계"]]
rows   = [["가람", 10, 20, 30], ["물빛", 40, 0, 40]]
"#;

const OFFICES: &str = r#"
[chart.offices]
kind = "organisation"
tree = """
행정국장
+ 비서실 : 2명
+ 감사담당
- 총무과 : 89명
- 홍보과 : 14명
"""
"#;

const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#1B365D"/></svg>"##;

const SMALL: &str = r#"
[table.small]
head = [["구분", "값"]]
rows = [["가", 1]]
"#;
