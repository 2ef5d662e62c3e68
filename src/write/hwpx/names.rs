//! What the kinds of text of a template are called among the styles of the document.

use crate::model::source::Span;
use crate::set::theme::Theme;

/// A named style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Where the template says how it looks.
    pub spec: Span,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub english: String,
}

/// The styles of a template, from the cover to the last page. Charts have none: they are pictures.
pub(super) fn names(theme: &Theme) -> Vec<Named> {
    let def = &theme.def;
    let fixed = [
        (def.cover.slogan.span, "표지 표어", "Cover Slogan"),
        (def.cover.title.span, "표지 제목", "Cover Title"),
        (def.cover.session.span, "표지 회기", "Cover Session"),
        (def.cover.date.span, "표지 날짜", "Cover Date"),
        (def.cover.author.span, "표지 기관", "Cover Author"),
        (def.contents.title.span, "차례 제목", "Contents Title"),
        (def.contents.part.span, "차례 1", "Contents 1"),
        (def.contents.department.span, "차례 2", "Contents 2"),
        (def.contents.number.span, "차례 쪽", "Contents Page"),
        (def.contents.list.heading.span, "목록 제목", "List Title"),
        (def.contents.list.entry.span, "목록 줄", "List Entry"),
        (def.contents.list.number.span, "목록 쪽", "List Page"),
        (def.part.title.span, "편 제목", "Part Title"),
        (def.department.name.span, "부서 이름", "Department"),
        (def.department.number.span, "부서 번호", "Department Number"),
        (def.division.text.span, "구분 제목", "Division"),
        (def.status.title.span, "현황 제목", "Status Title"),
        (def.status.value.span, "현황 값", "Status Value"),
        (def.project.number.span, "사업 번호", "Project Number"),
        (def.project.title.span, "사업 제목", "Project Title"),
        (def.project.summary.span, "사업 요약", "Project Summary"),
        (def.heading.text.span, "소제목", "Heading"),
        (def.note.text.span, "주", "Note"),
        (def.paragraph.text.span, "문단", "Paragraph"),
        (def.caption.table.text.span, "표 제목", "Table Caption"),
        (def.caption.figure.text.span, "그림 제목", "Figure Caption"),
        (def.table.head.span, "표 머리", "Table Head"),
        (def.table.body.span, "표 본문", "Table Body"),
        (def.table.caption.span, "표 단위", "Table Unit"),
        (def.table.total.span, "표 합계", "Table Total"),
        (def.table.group.span, "표 묶음", "Table Group"),
        (def.table.note.span, "표 주", "Table Note"),
        (def.figure.text.span, "그림 자리", "Figure Placeholder"),
        (def.back_cover.text.span, "뒤표지", "Back Cover"),
        (def.bureau.text.span, "국 이름", "Bureau"),
        (def.team.text.span, "팀 이름", "Team"),
        (def.badge.text.span, "사업 딱지", "Badge"),
        (def.labels.label.span, "사업 표지 이름", "Label"),
        (def.labels.value.span, "사업 표지 값", "Label Value"),
        (def.framed.title.span, "상자 제목", "Box Title"),
        (def.conclusion.text.span, "결론", "Conclusion"),
    ];
    let fixed = fixed.map(|(spec, name, english)| Named { spec, name: name.into(), english: english.into() });
    let levels = def.item.iter().zip(1..).map(|(item, level)| Named {
        spec: item.text.span,
        name: format!("본문 {level}"),
        english: format!("Body {level}"),
    });
    let cells = def.table.style.entries.iter().filter_map(|(name, style)| {
        let spec = style.as_ref()?.text.span;
        Some(Named { spec, name: format!("표 {}", name.content), english: format!("Table {}", name.content) })
    });
    fixed.into_iter().chain(levels).chain(cells).collect()
}
