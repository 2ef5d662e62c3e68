//! Outlines as officials type them: every sign and level of a public document, and that what is read can be written as text and is read the same.

use std::fmt::Write;

use proptest::prelude::*;

use crate::laws::support::reading::read_body;
use crate::laws::support::seeded;
use crate::model::report::{Element, FrameKind, Framed, PartBody};

/// The outline of a body, and the codes of what is said of it.
fn outline(body: &str) -> (Vec<Element>, Vec<&'static str>) {
    let read = read_body(body.trim_end_matches('\n'), "");
    let codes = read.codes();
    let report = read.report.unwrap_or_else(|| panic!("{codes:?}\n{body}"));
    let PartBody::Overview(mut sections) = report.parts.into_iter().next().expect("there is a part").body else {
        unreachable!("the part is one file")
    };
    (sections.swap_remove(0).body, codes)
}

/// Elements as text: their signs, two blanks a level.
fn written(elements: &[Element]) -> String {
    let mut text = String::new();
    let flat = |element: &Element| match element {
        Element::Item { text, children, .. } => children.is_empty() && !text.content.contains('\n'),
        Element::Heading(text) | Element::Note { text, .. } | Element::Paragraph(text) => !text.content.contains('\n'),
        _ => true,
    };
    // Where nothing is indented the order of signs decides; that several stand at one level is said by indenting all.
    let signed = |element: &&Element| matches!(element, Element::Item { .. } | Element::Heading(_));
    let several = elements.iter().filter(signed).count() > 1;
    write(elements, if several && elements.iter().all(flat) { 1 } else { 0 }, &mut text);
    text
}

fn write(elements: &[Element], level: usize, into: &mut String) {
    let indent = "  ".repeat(level);
    for element in elements {
        let (sign, text) = match element {
            Element::Heading(text) => ("□", text),
            Element::Note { sign, text } => (sign.typed.as_str(), text),
            Element::Item { sign, text, .. } => (sign.as_ref().map_or("-", |sign| sign.typed.as_str()), text),
            Element::Paragraph(text) => {
                into.push('\n');
                ("", text)
            }
            Element::Framed(Framed { kind: FrameKind::Band, text: Some(text), children, .. }) => {
                let content = text.content.replace('\n', &format!("\n{indent}  "));
                writeln!(into, "{indent}⇒ {content}").expect("a string can be written to");
                write(children, level + 1, into);
                continue;
            }
            Element::Framed(Framed { text, children, .. }) => {
                let title = text.as_ref().map_or("", |text| text.content.as_str());
                writeln!(into, "{indent}<{title}>").expect("a string can be written to");
                write(children, level + 1, into);
                continue;
            }
            Element::Table(_) | Element::Graphic(_) | Element::Beside(_) => continue,
        };
        let blank = if sign.is_empty() { "" } else { " " };
        let content = text.content.replace('\n', &format!("\n{indent}  "));
        writeln!(into, "{indent}{sign}{blank}{content}").expect("a string can be written to");
        if let Element::Item { children, .. } = element {
            write(children, level + 1, into);
        }
    }
}

/// What an outline says, whatever its places are.
fn shown(elements: &[Element], depth: usize, into: &mut String) {
    for element in elements {
        let (kind, text) = match element {
            Element::Heading(text) => ("heading".to_owned(), text),
            Element::Paragraph(text) => ("paragraph".to_owned(), text),
            Element::Note { sign, text } => (format!("note {}", sign.typed), text),
            Element::Item { sign, text, .. } => {
                let marks = sign.as_ref().is_some_and(|sign| sign.marks.bold);
                let sign = sign.as_ref().map_or("-", |sign| sign.typed.as_str());
                (format!("item {sign}{}", if marks { " bold" } else { "" }), text)
            }
            Element::Framed(framed) => {
                let text = framed.text.as_ref().map_or("", |text| text.content.as_str());
                writeln!(into, "{}{:?} {text:?}", "  ".repeat(depth), framed.kind).expect("a string can be written to");
                shown(&framed.children, depth + 1, into);
                continue;
            }
            Element::Table(_) | Element::Graphic(_) | Element::Beside(_) => continue,
        };
        writeln!(into, "{}{kind} {:?}", "  ".repeat(depth), text.content).expect("a string can be written to");
        if let Element::Item { children, .. } = element {
            shown(children, depth + 1, into);
        }
    }
}

fn dump(elements: &[Element]) -> String {
    let mut into = String::new();
    shown(elements, 0, &mut into);
    into
}

/// A body, what is said of it, and what it means.
fn means(body: &str, said: &[&str], expected: &str) {
    let (elements, codes) = outline(body);
    assert_eq!(dump(&elements), expected, "{body}");
    assert_eq!(codes, said, "{body}");
    let again = outline(&written(&elements)).0;
    assert_eq!(dump(&again), expected, "{}", written(&elements));
}

#[test]
fn numbers_are_items_at_the_level_that_indentation_says() {
    let body = "□ 주요 소송\n1. 부당이득금 반환\n  가. 소 가 : 41,200,000원\n    1) 1심 승소\n      가) 판결\n        (1) 이유\n          (가) 요지\n            ① 사실\n              ㉮ 증거\n2. 변상금 부과\n□ 추진방향\nㅇ 쟁점을 정리\n  ― 자문을 받아\n- 참고할 점\n※ 승소율 80%\n가. 둘째 항목임\n";
    means(
        body,
        &[],
        r#"heading "주요 소송"
item 1. "부당이득금 반환"
  item 가. "소 가 : 41,200,000원"
    item 1) "1심 승소"
      item 가) "판결"
        item (1) "이유"
          item (가) "요지"
            item ① "사실"
              item ㉮ "증거"
item 2. "변상금 부과"
heading "추진방향"
item ㅇ "쟁점을 정리"
  item ― "자문을 받아"
item - "참고할 점"
note ※ "승소율 80%"
item 가. "둘째 항목임"
"#,
    );
}

#[test]
fn where_nothing_is_indented_the_order_of_signs_decides() {
    let body = "1. 추진배경\n□ 여건\nㅇ 성장 둔화\n- 물가\n* 지수 하락\n○ 고용\n□ 필요성\n2. 추진계획\nㅇ 일정\n";
    means(
        body,
        &[],
        r#"item 1. "추진배경"
  item □ "여건"
    item ㅇ "성장 둔화"
      item - "물가"
        note * "지수 하락"
    item ○ "고용"
  item □ "필요성"
item 2. "추진계획"
  item ㅇ "일정"
"#,
    );
    means(
        "□ 여건\nㅇ 가\n\n이어진 글\nㅇ 나\n",
        &[],
        "heading \"여건\"\nitem ㅇ \"가\"\nparagraph \"이어진 글\"\nitem ㅇ \"나\"\n",
    );
}

#[test]
fn a_pasted_outline_is_understood_with_one_hint() {
    let body = " □ 현황\n  ○ 인력\n   ― 정원\n     ※ 참고\n   ― 현원\n\t\t· 탭\n　　○ 예산\n □ 과제\n";
    let expected = r#"heading "현황"
item ○ "인력"
  item ― "정원"
    note ※ "참고"
  item ― "현원"
    item · "탭"
    item ○ "예산"
heading "과제"
"#;
    means(body, &["indentation"], expected);
    let plan = "□ 안전\n ㅇ (성과) 향상\n   - 확산\n     * 지수\n    ** 지수\n   - 사업**\n ㅇ　　(계획) 점검\n";
    let expected = r#"heading "안전"
item ㅇ "(성과) 향상"
  item - "확산"
    note * "지수"
    note ** "지수"
  item - "사업**"
item ㅇ "(계획) 점검"
"#;
    means(plan, &["indentation"], expected);
}

#[test]
fn notes_have_their_signs_and_bold_lines_their_items() {
    let body = "- 성장 둔화* 속에 악화**\n  * 성장률\n  ** 체감지수\n  *** 셋째\n주) 기준\n주 1) 기준\n주 : 기준\n**② 둘째**\n  - 내용\n**굵은 글**\n";
    let (elements, codes) = outline(body);
    assert_eq!(codes, Vec::<&str>::new());
    assert_eq!(
        dump(&elements),
        r#"item - "성장 둔화* 속에 악화**"
  note * "성장률"
  note ** "체감지수"
  note *** "셋째"
note 주) "기준"
note 주 1) "기준"
note 주 : "기준"
item ② bold "둘째"
  item - "내용\n굵은 글"
"#
    );
}

#[test]
fn what_only_looks_like_a_sign_is_text() {
    let body = "- 기간 : 2025. 3. 1. ~ 6. 30.,\n  7. 1. ~ 8. 31.\n  9. 16.(목)\n  12. 말 준공\n  2026. 1. 착공\n  (사) 가람회\n  ○○과\n  -5%\n  1.5배\n";
    let (elements, codes) = outline(body);
    assert_eq!(elements.len(), 1, "{}", dump(&elements));
    assert_eq!(codes, Vec::<&str>::new());
}

fn any_line() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        4 => prop::sample::select(vec!["- ", "○ ", "ㅇ ", "· ", "□ ", "■ ", "― ", "▸ ", "⇒ ", "￭ "]),
        4 => prop::sample::select(vec!["1. ", "2. ", "가. ", "나. ", "1) ", "가) ", "(1) ", "(가) ", "① ", "㉮ ", "Ⅰ. ", "➊ "]),
        2 => prop::sample::select(vec!["※ ", "* ", "** ", "주) ", ""]),
        1 => prop::sample::select(vec!["[참고]\n", "\n"]),
    ];
    let indent = prop_oneof![3 => Just(String::new()), 5 => " {0,9}", 1 => "[ \t\u{3000}\u{a0}]{0,3}"];
    (indent, sign, "[가-힣]{1,4}[0-9]{0,2}").prop_map(|(indent, sign, text)| format!("{indent}{sign}{text}"))
}

proptest! {
    #![proptest_config(seeded(1_000))]

    #[test]
    fn an_outline_that_is_read_can_be_written_and_read_again(
        lines in prop_oneof![proptest::collection::vec(any_line(), 1..14), proptest::collection::vec(any_line().prop_map(|line| line.trim_start().to_owned()), 1..14)],
    ) {
        let body = lines.join("\n");
        let read = read_body(&body, "");
        // Only what is too deep is refused.
        let Some(report) = read.report.as_ref() else {
            prop_assert!(read.codes().contains(&"level-too-deep"), "{:?}\n{}", read.codes(), body);
            return Ok(());
        };
        let PartBody::Overview(sections) = &report.parts[0].body else { unreachable!("the part is one file") };
        let text = written(&sections[0].body);
        let (again, codes) = outline(&text);
        prop_assert_eq!(dump(&again), dump(&sections[0].body), "{}\n---\n{}", body, text);
        let known = ["indentation", "sign-as-text"];
        prop_assert!(codes.iter().all(|code| known.contains(code)), "{:?}\n{}", codes, text);
    }
}
