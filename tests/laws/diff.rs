//! Comparing reports: what was changed is named, exactly and alone; pages differ where something else stands on them.

use std::sync::{Arc, LazyLock};

use crate::diag::{Diagnostics, Lang};
use crate::laws::support::{mapo, seeded};
use crate::model::grid::CellPlace;
use crate::model::report::{CellContent, Department, Element, PartBody, Report, Status, Table, Text};
use crate::read::files::Files;
use crate::regenerate::diff::{Change, Comparison, Dress, Label, Name, Side, What, changes, compare, to_text};
use crate::set::document;
use crate::set::font::Fonts;
use crate::set::typeset::Typeset;
use proptest::prelude::*;

struct Printed {
    report: Report,
    set: Typeset,
    fonts: Fonts,
}

fn printed(report: &Report) -> Printed {
    let mut sources = Files::of_report(&mapo());
    let (set, fonts) =
        crate::laws::support::set_read(report, &mut sources, &mut Diagnostics::new()).expect("it can be set");
    Printed { report: report.clone(), set, fonts }
}

impl Printed {
    fn side(&self) -> Side<'_> {
        Side { report: &self.report, document: &self.set.document, fonts: &self.fonts }
    }
}

/// The 2021 report, read and printed once.
static MAPO: LazyLock<Printed> = LazyLock::new(|| {
    let mut sources = Files::of_report(&mapo());

    printed(&crate::read::report(&mut sources, &mut Diagnostics::new()).expect("the report has no errors"))
});

/// What differs from the 2021 report after some change to it.
fn after(change: impl FnOnce(&mut Report)) -> Comparison {
    let mut report = MAPO.report.clone();
    change(&mut report);
    compare(MAPO.side(), printed(&report).side())
}

fn departments(report: &mut Report) -> &mut Vec<Department> {
    match &mut report.parts[1].body {
        PartBody::Departments(departments) => departments,
        PartBody::Overview(_) => panic!("the second part has departments"),
    }
}

fn said(changes: &[Change]) -> String {
    let comparison = Comparison { changes: changes.to_vec(), pages: Default::default() };
    to_text(&comparison, Dress { lang: Lang::Ko, colour: false })
        .lines()
        .take(changes.len())
        .collect::<Vec<_>>()
        .join("\n")
}

fn labels(pages: &[(usize, document::Label)]) -> Vec<String> {
    let label = |(_, label): &(usize, document::Label)| match label {
        document::Label::Number(number) => number.to_string(),
        document::Label::Name(name) => name.clone(),
    };
    pages.iter().map(label).collect()
}

/// All tables of a report, changed in place.
fn tables<'a>(report: &'a mut Report, found: &mut Vec<&'a mut Table>) {
    for part in &mut report.parts {
        let of_status = |status: &'a mut Vec<Status>| status.iter_mut().map(|status| &mut status.body);
        match &mut part.body {
            PartBody::Overview(status) => of_status(status).for_each(|body| tables_in(body, found)),
            PartBody::Departments(departments) => {
                for department in departments {
                    of_status(&mut department.status).for_each(|body| tables_in(body, found));
                    department.projects.iter_mut().for_each(|project| tables_in(&mut project.body, found));
                }
            }
        }
    }
}

fn tables_in<'a>(elements: &'a mut Vec<Element>, found: &mut Vec<&'a mut Table>) {
    for element in elements {
        match element {
            Element::Table(table) => found.push(Arc::make_mut(table)),
            Element::Item { children, .. } => tables_in(children, found),
            Element::Beside(elements) => tables_in(elements, found),
            Element::Framed(framed) => tables_in(&mut framed.children, found),
            _ => {}
        }
    }
}

#[test]
fn a_report_does_not_differ_from_itself() {
    let comparison = compare(MAPO.side(), printed(&MAPO.report).side());
    assert!(comparison.is_empty(), "{comparison:?}");
    assert_eq!(to_text(&comparison, Dress::default()), "");
}

proptest! {
    #![proptest_config(seeded(120))]

    #[test]
    fn a_changed_cell_is_named_and_nothing_else(table in any::<prop::sample::Index>(), cell in any::<prop::sample::Index>(), word in "[0-9가-힣]{0,4}") {
        let mut report = MAPO.report.clone();
        let (old, new) = {
            let mut all = Vec::new();
            tables(&mut report, &mut all);
            let index = table.index(all.len());
            let cells = all.swap_remove(index).grid.contents_mut();
            let mut texts: Vec<_> = cells.iter_mut().filter_map(|cell| match &mut cell.content {
                CellContent::Text { text, .. } => Some(text),
                _ => None,
            }).collect();
            let index = cell.index(texts.len());
            let text = texts.swap_remove(index);
            let old = std::mem::replace(&mut text.content, word.clone());
            text.emphasis.clear();
            (old, word)
        };
        let found = changes(&MAPO.report, &report);
        if old == new {
            prop_assert_eq!(found, vec![]);
        } else {
            prop_assert_eq!(found.len(), 1, "{}", said(&found));
            prop_assert_eq!(&found[0].what, &What::Cell { old, new });
            prop_assert!(found[0].at.len() >= 3, "{:?}", found[0].at);
        }
    }

    #[test]
    fn random_changes_never_fail(edits in prop::collection::vec((any::<prop::sample::Index>(), 0..4u8), 1..12)) {
        let mut report = MAPO.report.clone();
        for (at, kind) in edits {
            let departments = departments(&mut report);
            let index = at.index(departments.len());
            let projects = &mut departments[index].projects;
            match kind {
                0 => departments.rotate_left(1),
                1 => projects.reverse(),
                2 => drop(projects.pop()),
                _ => projects.iter_mut().for_each(|project| project.body.reverse()),
            }
        }
        let there = changes(&MAPO.report, &report);
        let back = changes(&report, &MAPO.report);
        prop_assert_eq!(there.is_empty(), back.is_empty());
    }
}

/// The text of the cell at a place.
fn text(table: &mut Table, place: CellPlace) -> &mut Text {
    let index = table.grid.index(place).expect("a cell");
    match &mut table.grid.contents_mut()[index].content {
        CellContent::Text { text, .. } => text,
        _ => panic!("a text"),
    }
}

#[test]
fn a_cell_is_called_by_its_row_and_column_and_its_page_alone_differs() {
    let comparison = after(|report| {
        let mut all = Vec::new();
        tables(report, &mut all);
        let personnel =
            all.into_iter().find(|table| table.name == "personnel" && table.row_heads == 1).expect("a table");
        let text = text(personnel, (2, 8));
        assert_eq!(text.content, "22(2)");
        text.content = "23(2)".into();
    });
    assert_eq!(said(&comparison.changes), "총무과 · 인력현황 · 현원/8급: 22(2) → 23(2)");
    assert_eq!(labels(&comparison.pages.changed), ["2"]);
    assert_eq!(labels(&comparison.pages.gone), ["2"]);
}

#[test]
fn lines_are_compared_word_by_word() {
    let comparison = after(|report| {
        let project = &mut departments(report)[0].projects[0];
        let Some(Element::Item { text, .. }) = project.body.get_mut(1) else { panic!("an item") };
        text.content = text.content.replace("공개·이의신청을", "공개를");
    });
    let expected = "총무과 · 일·성과 중심의 투명한 인사행정 추진 · 사업개요: 근무성적평정 및 성과상여금 \
                    [-공개·이의신청을-]{+공개를+} 통한 투명한 인사행정";
    assert_eq!(said(&comparison.changes), expected);
    assert_eq!(labels(&comparison.pages.changed), ["3"]);
}

#[test]
fn what_was_moved_or_renamed_is_told_as_such() {
    let found = after(|report| {
        let departments = departments(report);
        departments[0].name.content = "행정지원과".into();
        let moved = departments[2].projects.remove(0);
        departments[3].projects.push(moved);
        departments[4].projects.swap(0, 1);
    });
    let said = said(&found.changes);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert_eq!(lines[0], "행정지원과: 이름 바뀜: 총무과 → 행정지원과");
    assert!(lines[1].starts_with("민원여권과 · ") && lines[1].ends_with(": 자리 옮김"), "{said}");
    assert!(lines[2].starts_with("청소행정과 · ") && lines[2].contains(": 옮김 (앞서 홍보과 · "), "{said}");
}

#[test]
fn lines_that_come_go_and_move_are_told_apart() {
    let found = after(|report| {
        let body = &mut departments(report)[0].projects[1].body;
        let first = body.remove(1);
        body.insert(3, first);
        let removed = body.remove(4);
        drop(removed);
    });
    let kinds: Vec<&What> = found.changes.iter().map(|change| &change.what).collect();
    assert!(matches!(kinds[..], [What::Moved { .. }, What::Removed { .. }]), "{}", said(&found.changes));
}

#[test]
fn a_department_without_a_project_keeps_the_pages_before_it() {
    let found = after(|report| drop(departments(report)[4].projects.pop()));
    assert!(matches!(&found.changes[..], [Change { what: What::Removed { thing: Label::Project, .. }, .. }]));
    // The contents, and every page with another number or other content; what stands before stays.
    let pages = labels(&found.pages.changed);
    assert!(pages.contains(&"32".to_owned()) && !pages.contains(&"31".to_owned()), "{pages:?}");
    assert_eq!(found.pages.count + 1, MAPO.set.document.pages.len());
}

#[test]
fn the_same_words_in_another_look_are_a_change() {
    let found = after(|report| {
        let mut all = Vec::new();
        tables(report, &mut all);
        let text = text(all[0], (1, 2));
        let marks = crate::model::report::Marks { bold: true, ..Default::default() };
        text.emphasis = vec![crate::model::report::Emphasis { range: 0..text.content.len(), marks }];
    });
    assert!(
        matches!(&found.changes[..], [Change { what: What::Look, at }] if matches!(at.last(), Some(Name::Said(_))))
    );
    assert_eq!(labels(&found.pages.changed), ["1"]);
}
