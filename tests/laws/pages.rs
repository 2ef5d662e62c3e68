//! What whole reports promise of their pages: small tables stay whole, rows have company, and no page is nearly empty for nothing.

use crate::laws::support::reading::set_files;
use crate::laws::support::seeded;
use crate::model::len::{Len, Ratio};
use crate::set::document::{Document, Page};
use crate::set::layout::{AnchorId, LeafKind};
use proptest::collection::vec;
use proptest::prelude::*;

const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n\
                      [[part]]\ntitle = '업무'\ndepartments = ['d.toml']\n";

/// The report of a department of this file.
fn set(department: &str) -> Document {
    let (document, read) = set_files([("report.toml", REPORT), ("d.toml", department)]);
    document.unwrap_or_else(|| panic!("{}", read.said()))
}

fn status(body: &str, blocks: &str) -> String {
    format!("name = '가람과'\n[[status]]\ntitle = '현황'\nbody = '''\n{body}\n'''\n{blocks}")
}

/// The pages after the cover and the contents.
fn inner(document: &Document) -> &[Page] {
    &document.pages[2..]
}

/// The lines of text that stand on a page.
fn lines(page: &Page) -> Vec<(Len, String)> {
    let text = page.leaves.iter().filter_map(|leaf| match &leaf.kind {
        LeafKind::Text { shaped, line, .. } => {
            let glyphs = line.glyphs.start as usize..line.visible_end as usize;
            Some((leaf.y, shaped.text[shaped.text_range(glyphs)].to_owned()))
        }
        _ => None,
    });
    text.collect()
}

/// The pages on which a text stands, from 0.
fn pages_of(document: &Document, text: &str) -> Vec<usize> {
    let stands = |page: &&Page| lines(page).iter().any(|(_, line)| line.contains(text));
    let pages = inner(document);
    pages.iter().enumerate().filter(|(_, page)| stands(page)).map(|(index, _)| index).collect()
}

/// How far down the text of a page reaches, its number left out, as a share of the room between the margins.
fn fill(page: &Page) -> f64 {
    let (top, bottom) = (Len::from_mm(20.0), page.height - Len::from_mm(18.0));
    let last = lines(page).into_iter().map(|(y, _)| y).filter(|y| *y < bottom).max().unwrap_or(top);
    f64::from((last - top).to_pt()) / f64::from((bottom - top).to_pt())
}

fn items(count: usize, of: &str) -> String {
    (0..count).map(|number| format!("- {of} {number}\n")).collect()
}

/// A table of so many rows, named by their numbers.
fn table(rows: impl Iterator<Item = String>, keys: &str) -> String {
    let rows: Vec<String> = rows.collect();
    format!("[table.t]\n{keys}\nhead = [['구분', '수량']]\nrows = [{}]\n", rows.join(", "))
}

fn plain(rows: usize) -> impl Iterator<Item = String> {
    (0..rows).map(|row| format!("['행{row}.', {row}]"))
}

#[test]
fn a_small_table_stays_whole_at_the_foot_of_a_page() {
    for rows in [1, 2, 5, 10] {
        for above in 14..24 {
            let body = format!("{}\n[table: t]\n{}", items(above, "앞"), items(14, "뒤"));
            let document = set(&status(&body, &table(plain(rows), "caption = '현황'\nunit = '명'")));
            let pages: Vec<_> = (0..rows).map(|row| pages_of(&document, &format!("행{row}."))).collect();
            assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "{rows} rows below {above}: {pages:?}");
            assert_eq!(pages_of(&document, "현황").last(), pages[0].last(), "its caption stands with it");
        }
    }
}

#[test]
fn no_row_of_a_long_table_stands_alone() {
    for rows in [30, 31, 41, 42, 43, 60] {
        for above in [0, 7, 14, 20] {
            let body = format!("{}\n[table: t]\n", items(above, "앞"));
            let document = set(&status(&body, &table(plain(rows), "")));
            let on = |page: usize| (0..rows).filter(|row| pages_of(&document, &format!("행{row}.")) == [page]).count();
            let counts: Vec<usize> = (0..inner(&document).len()).map(on).collect();
            assert!(!counts.contains(&1), "{rows} rows below {above}: {counts:?}");
        }
    }
}

#[test]
fn what_no_page_can_hold_begins_where_it_stands() {
    let group = |row: usize| format!("['{}', {row}]", if row == 0 { "북부" } else { "^" });
    for (keys, rows) in [
        ("keep-together = 'table'", plain(90).collect::<Vec<_>>()),
        ("keep-together = 'groups'", (0..90).map(group).collect()),
    ] {
        let document = set(&status("- 앞\n[table: t]\n", &table(rows.into_iter(), keys)));
        assert!(fill(&inner(&document)[0]) > 0.9, "{keys}: {}", fill(&inner(&document)[0]));
    }
    let long = "긴 글이 이어진다. ".repeat(900);
    let rows = [String::from("['짧음', 1]"), format!("['이름', '{long}']")];
    let document = set(&status("- 앞\n[table: t]\n", &table(rows.into_iter(), "row-heads = 1")));
    let pages = inner(&document);
    assert!(pages.len() > 2 && pages[..pages.len() - 1].iter().all(|page| fill(page) > 0.9));
    assert_eq!(pages_of(&document, "이름"), (0..pages.len()).collect::<Vec<_>>(), "its name stands on each");
}

#[test]
fn a_small_table_on_its_side_takes_title_and_end_along() {
    let project = "name = '가람과'\n[[project]]\ntitle = '도로 정비'\nsummary = '계획대로 정비함'\nbody = '''\n■ 실적\n[table: t]\n■ 계획\n- 준공\n'''\n";
    let columns: Vec<String> = (0..8).map(|column| format!("'열 {column}'")).collect();
    let rows = format!("head = [[{0}]]\nrows = [[{0}]]\n", columns.join(", "));
    let document = set(&format!("{project}[table.t]\nlandscape = true\n{rows}"));
    assert_eq!(inner(&document).len(), 1);
    assert!(inner(&document)[0].width > inner(&document)[0].height);
    let document = set(&format!("{project}[table.t]\nlandscape = 'where-needed'\n{rows}"));
    assert_eq!(inner(&document).len(), 1);
    assert!(inner(&document)[0].width < inner(&document)[0].height, "upright where its words have room");
}

#[test]
fn a_long_name_stands_beside_its_number_in_the_contents() {
    let name = "기후변화대응및탄소중립녹색성장추진을위한신재생에너지보급확대지원과";
    let document = set(&format!("name = '{name}'\n[[status]]\ntitle = '현황'\nbody = '- 정원 : 10명'\n"));
    let lines = lines(&document.pages[1]);
    assert!(lines.iter().any(|(_, line)| line.starts_with("1. 기후")), "{lines:?}");
}

#[test]
fn status_sections_fill_two_pages_evenly_rather_than_be_crushed() {
    for count in 28..36 {
        let document = set(&status(&items(count, "항목"), ""));
        let fills: Vec<f64> = inner(&document).iter().map(fill).collect();
        assert!(
            fills.len() == 1 || (fills.len() == 2 && (fills[0] - fills[1]).abs() < 0.15),
            "{count} items: {fills:?}"
        );
    }
}

#[test]
fn bookmarks_lead_to_the_upper_edge_of_banners_and_title_bars() {
    let document = set(
        "name = '가람과'\n[[project]]\ntitle = '도로 정비'\nbody = '- 하나'\n[[project]]\ntitle = '하천 정비'\nbody = '- 하나'\n",
    );
    for (number, place) in [[0, 1, 0], [0, 1, 2]].into_iter().enumerate() {
        let position = &document.anchors[&AnchorId::Section(place)];
        let fills = inner(&document)[number].leaves.iter().filter(|leaf| matches!(leaf.kind, LeafKind::Fill { .. }));
        let edge = fills.map(|leaf| leaf.y).min().expect("a banner, or the square of a number");
        assert!(position.y <= edge && edge - position.y < Len::pt(3), "{place:?}: {} above {edge}", position.y);
    }
}

#[test]
fn a_long_title_keeps_its_distance_from_the_frame_of_the_cover() {
    for title in [
        "2026년도 주민참여예산제 운영 활성화를 위한 주요업무 추진실적 및 2027년도 업무계획 종합보고",
        &"가".repeat(120),
    ] {
        let report = REPORT.replace("'보고서'", &format!("'{title}'"));
        let (document, _) = set_files([
            ("report.toml", report.as_str()),
            ("d.toml", "name = '가'\n[[status]]\ntitle = '나'\nbody = '- 다'\n"),
        ]);
        let document = document.expect("it can be set");
        let cover = &document.pages[0];
        let (left, right) = (Len::from_mm(26.0), cover.width - Len::from_mm(26.0));
        for leaf in &cover.leaves {
            let LeafKind::Text { line, size, .. } = &leaf.kind else { continue };
            let end = leaf.x + size.scale(Ratio::millionths(line.width));
            assert!(*size < Len::pt(30) || (left <= leaf.x && end <= right), "{} to {end} of {title}", leaf.x);
        }
    }
}

/// A status section of paragraphs, items and tables.
fn random() -> impl Strategy<Value = String> {
    let block = prop_oneof![
        3 => (1..20usize).prop_map(|count| (items(count, "항목"), 0)),
        2 => (1..6usize).prop_map(|count| (format!("\n{}\n", "문단이 이어진다. ".repeat(count * 9)), 0)),
        3 => (1..50usize).prop_map(|rows| (String::new(), rows)),
    ];
    vec(block, 1..7).prop_map(|blocks| {
        let (mut body, mut tables) = (String::new(), String::new());
        for (index, (text, rows)) in blocks.into_iter().enumerate() {
            body += &text;
            if rows > 0 {
                body += &format!("\n[table: t{index}]\n");
                tables += &table((0..rows).map(|row| format!("['칸{index}-{row}.', {row}]")), "caption = '표'")
                    .replacen("[table.t]", &format!("[table.t{index}]"), 1);
            }
        }
        status(&body, &tables)
    })
}

proptest! {
    #![proptest_config(seeded(40))]

    #[test]
    fn no_page_of_a_status_section_but_the_last_is_under_a_third_full(department in random()) {
        let document = set(&department);
        let pages = inner(&document);
        for page in &pages[..pages.len() - 1] {
            prop_assert!(fill(page) > 0.3, "{} of {}", fill(page), pages.len());
        }
    }
}
