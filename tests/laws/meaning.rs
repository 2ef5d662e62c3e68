//! What outlines and tables mean, as short dumps beside what was typed.

use std::fmt::Write;

use crate::laws::support::dump::rows;
use crate::laws::support::reading::read_body;
use crate::model::grid::CellPlace;
use crate::model::report::{CellContent, Element, Marks, PartBody, Table, Text};

/// The elements of a body, from a file that holds it and these blocks.
fn elements(body: &str, blocks: &str) -> Vec<Element> {
    let read = read_body(body.trim_end_matches('\n'), blocks);
    assert_eq!(read.said(), "");
    match read.report.expect("nothing was found").parts.swap_remove(0).body {
        PartBody::Overview(mut sections) => sections.swap_remove(0).body,
        PartBody::Departments(_) => unreachable!("the part is one file"),
    }
}

/// A text with its emphasis: `B` bold, `U` underlined, `A` accented, `^` raised, `,` lowered, `s` small.
fn shown(text: &Text) -> String {
    let mut shown = format!("{:?}", text.content);
    for emphasis in &text.emphasis {
        let Marks { bold, underline, accent, raised, lowered, small } = emphasis.marks;
        let marks = [
            ("B", bold),
            ("U", underline),
            ("A", accent == 1),
            ("^", raised),
            (",", lowered),
            ("s", small),
            ("2", accent == 2),
            ("3", accent == 3),
        ];
        let marks: String = marks.iter().filter(|(_, on)| *on).map(|(mark, _)| *mark).collect();
        write!(shown, " {marks}:{}", &text.content[emphasis.range.clone()]).expect("a string can be written to");
    }
    shown
}

fn dump(elements: &[Element], depth: usize, into: &mut String) {
    for element in elements {
        let indent = "  ".repeat(depth);
        let line = match element {
            Element::Heading(text) => format!("heading {}", shown(text)),
            Element::Paragraph(text) => format!("paragraph {}", shown(text)),
            Element::Note { sign, text } => format!("note {} {}", sign.typed, shown(text)),
            Element::Item { sign, text, .. } => {
                let sign = sign.as_ref().map_or("-", |sign| sign.typed.as_str());
                format!("item {sign} {}", shown(text))
            }
            Element::Table(table) => format!("table {}", table.name),
            Element::Graphic(figure) => format!("figure {}", figure.alt.as_deref().unwrap_or_default()),
            Element::Beside(beside) => format!("{} beside", beside.len()),
            Element::Framed(framed) => {
                let text = framed.text.as_ref().map(shown).unwrap_or_default();
                format!("{:?} {text}", framed.kind).trim_end().to_lowercase()
            }
        };
        writeln!(into, "{indent}{line}").expect("a string can be written to");
        match element {
            Element::Item { children, .. } => dump(children, depth + 1, into),
            Element::Framed(framed) => dump(&framed.children, depth + 1, into),
            _ => {}
        }
    }
}

#[test]
fn what_is_indented_below_a_title_in_brackets_stands_in_its_box() {
    let body = r"- 항목
  <>
    - 제목 없는 상자의 항목
<참고>
  □ 소제목
  - 항목
    ※ 주석

  ⇒ 상자 안에서는 항목

  문단
⇒ 결론
이어지는 줄
  - 결론 아래
  ⇒ 들여 쓴 항목
<상자가 아닌 글> 이다

\<참고>
- 끝
";
    let mut dumped = String::new();
    dump(&elements(body, ""), 0, &mut dumped);
    let expected = r#"item - "항목"
  box
    item - "제목 없는 상자의 항목"
box "참고"
  heading "소제목"
  item - "항목"
    note ※ "주석"
  item ⇒ "상자 안에서는 항목"
  paragraph "문단"
band "결론\n이어지는 줄"
  item - "결론 아래"
  item ⇒ "들여 쓴 항목\n<상자가 아닌 글> 이다"
paragraph "<참고>"
item - "끝"
"#;
    assert_eq!(dumped, expected);
}

#[test]
fn an_outline_means_elements_within_elements() {
    let body = r"서문
- 서문에 이어지지 않는 항목
■ 사업개요
- 사업기간 : **2021. 1.** ~ 12.
- 사업비 : __234,490천원__
  - 자매도시 **협력 __증진__** 사업
    · 게시내용 : 재난상황
  ※ 방역수칙에 따라 변경
    될 수 있음
- 면적 58m^^2^^, H,,2,,O ==강조 **둘**== ::작게:: \== \:: \^^ \,,
- 직장 외국어 교육
  : 215명
□ 사업비
[table: a]
표 아래 문단
\- 문단의 둘째 줄

새 문단 \[table: b\] \**
- 항목
  [image: m]

  항목 아래 문단
* 끝
";
    let blocks = "[table.a]\nrows = [[1]]\n[image.m]\nplaceholder = '지도'\n";
    let mut dumped = String::new();
    dump(&elements(body, blocks), 0, &mut dumped);
    let expected = r#"paragraph "서문"
item - "서문에 이어지지 않는 항목"
heading "사업개요"
item - "사업기간 : 2021. 1. ~ 12." B:2021. 1.
item - "사업비 : 234,490천원" U:234,490천원
  item - "자매도시 협력 증진 사업" B:협력  BU:증진
    item · "게시내용 : 재난상황"
  note ※ "방역수칙에 따라 변경\n될 수 있음"
item - "면적 58m2, H2O 강조 둘 작게 == :: ^^ ,," ^:2 ,:2 A:강조  BA:둘 s:작게
item - "직장 외국어 교육\n: 215명"
heading "사업비"
table a
paragraph "표 아래 문단\n- 문단의 둘째 줄"
paragraph "새 문단 [table: b\\] **"
item - "항목"
  figure 지도
  paragraph "항목 아래 문단"
note * "끝"
"#;
    assert_eq!(dumped, expected);
}

/// A table row by row: a cell's text with its size, `.` for a place that another covers.
fn grid(table: &Table) -> Vec<String> {
    let elsewhere = |(row, column): CellPlace| format!(".{row},{column}");
    rows(table, elsewhere, |cell| match &cell.content {
        CellContent::Text { text, number } => format!("{}{}", text.content, if *number { "#" } else { "" }),
        CellContent::Graphic(figure) => format!("({})", figure.alt.as_deref().unwrap_or_default()),
        CellContent::Outline(_) | CellContent::Corner { .. } => format!("{:?}", cell.words()),
    })
}

#[test]
fn a_table_means_a_dense_grid() {
    let table = r"
[image.m]
placeholder = '지도'
[table.a]
head = [['업체', '인원', '<', '차량'],
        ['^',    '계',  '일반', '^']]
rows = [['가', '<', 1190, 2021-10-31],
        ['^',  '^', -3.50, '\<'],
        ['**나**', '', '-', '[image: m]']]
";
    let elements = elements("[table: a]\n", table);
    let [Element::Table(table)] = elements.as_slice() else { panic!("it holds a table") };
    assert_eq!(table.head_rows, 2);
    assert_eq!(
        grid(table),
        [
            "업체 2x1 | 인원 1x2 | .0,1 | 차량 2x1",
            ".0,0 | 계 | 일반 | .0,3",
            "가 2x2 | .2,0 | 1,190# | 2021. 10. 31.",
            ".2,0 | .2,0 | -3.50# | <",
            "나 |  | - | (지도)",
        ]
    );
}
