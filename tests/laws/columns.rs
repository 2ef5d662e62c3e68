//! The columns of tables that are asked for too little: what gives way, what is said, and what is never cut.

use crate::laws::support::reading::{REPORT, part, set_files};
use crate::model::len::{Len, Ratio};
use crate::set::document::Document;
use crate::set::layout::LeafKind;
use crate::set::text::{leaves_alone, parts_figure};

/// A report of one table, set, and what is said of it.
fn set(body: &str, blocks: &str) -> (Document, Vec<(&'static str, String)>) {
    let (document, read) = set_files([("report.toml", REPORT.to_owned()), ("part.toml", part(body, blocks))]);
    let place = |span: crate::model::source::Span| read.sources.sources.text(span.file)[span.range()].to_owned();
    let list = read.findings.list.iter().filter(|found| found.problem.code() != "tightened");
    let said = list.map(|found| (found.problem.code(), found.span.map(place).unwrap_or_default())).collect();
    (document.expect("nothing keeps it from being set"), said)
}

/// A line of text as it stands: what it says, its left and right edges, its type size.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    text: String,
    left: Len,
    right: Len,
    size: Len,
    cut: bool,
    alone: bool,
}

fn lines(document: &Document) -> Vec<Line> {
    let line = |leaf: &crate::set::layout::Leaf| {
        let LeafKind::Text { shaped, line, size, .. } = &leaf.kind else { return None };
        let glyphs = line.glyphs.start as usize..line.visible_end as usize;
        Some(Line {
            text: shaped.text[shaped.text_range(glyphs)].to_owned(),
            left: leaf.x,
            right: leaf.x + size.scale(Ratio::millionths(line.width)),
            size: *size,
            cut: parts_figure(shaped, line.glyphs.end),
            alone: leaves_alone(shaped, line.glyphs.end),
        })
    };
    document.pages.iter().flat_map(|page| &page.leaves).filter_map(line).collect()
}

fn find<'a>(lines: &'a [Line], text: &str) -> &'a Line {
    lines.iter().find(|line| line.text == text).unwrap_or_else(|| panic!("no line is `{text}`"))
}

#[test]
fn a_given_width_in_which_a_figure_would_be_cut_is_set_wider_and_said_at_the_cell() {
    let rows = "head = [['사업명', '예산액', '내용']]\nrows = [['마을 회관 정비', '12,345,678', '마을 회관의 지붕을 고치고 벽을 칠하며 마당을 넓힘']]";
    let (document, said) = set("[table: t]", &format!("[table.t]\nwidths = ['25mm', '12mm', 'auto']\n{rows}\n"));
    assert_eq!(said, [("width-not-kept", "12,345,678".to_owned())]);
    assert!(lines(&document).iter().all(|line| !line.cut));
    let (document, said) = set("[table: t]", &format!("[table.t]\nwidths = ['1fr', '1fr', '9fr']\n{rows}\n"));
    assert_eq!(said, []);
    assert!(lines(&document).iter().all(|line| !line.cut && !line.alone));
}

#[test]
fn a_range_of_days_may_have_two_lines_without_a_word() {
    let rows = "rows = [['2026. 10. 31. ~ 2027. 12. 31.', '가']]";
    let (document, said) = set("[table: t]", &format!("[table.t]\nwidths = ['30mm', 'auto']\n{rows}\n"));
    assert_eq!(said, []);
    find(&lines(&document), "2026. 10. 31. ~");
}

#[test]
fn given_widths_without_room_together_are_narrowed_with_one_warning() {
    let rows = "rows = [['일반회계', 1_234_567_890, 987_654_321]]";
    let (document, said) = set("[table: t]", &format!("[table.t]\nwidths = ['120mm', '60mm', '40mm']\n{rows}\n"));
    assert_eq!(said.iter().map(|it| it.0).collect::<Vec<_>>(), ["width-not-kept"]);
    assert!(lines(&document).iter().all(|line| !line.cut && line.right <= Len::from_mm(190.0)));
}

#[test]
fn a_long_line_over_all_columns_takes_no_room_from_an_address() {
    let rows = "[1, '가람구 물빛로12길 34-5(물빛동, 가람누리타운 3층)', '02-120-4567', 3]";
    let long = "'※ 넓이는 대장에 따르고 나머지는 실제로 재어 적으며 위탁 시설은 위탁 계약서에 적힌 넓이로 하고 그 밖의 시설은 따로 정함', '<', '<', '<'";
    let (document, said) = set("[table: t]", &format!("[table.t]\nrows = [{rows}, [{long}]]\n"));
    assert_eq!(said, []);
    find(&lines(&document), "가람구 물빛로12길 34-5(물빛동, 가람누리타운 3층)");
}

#[test]
fn a_width_a_little_too_narrow_is_kept_with_smaller_padding_and_type() {
    let (document, said) = set("[table: t]", "[table.t]\nwidths = ['19mm', 'auto']\nrows = [['12,345,678', '가']]\n");
    assert_eq!(said, []);
    let size = find(&lines(&document), "12,345,678").size;
    assert!(Len::milli(7_500) <= size && size < Len::pt(11), "{size}");
}

#[test]
fn a_short_name_stays_on_one_line_before_anything_else_gives_way() {
    let (document, said) =
        set("[table: t]", "[table.t]\nwidths = ['10mm', '1fr']\nhead = [['연번', '지적사항']]\nrows = [[1, '가']]\n");
    assert_eq!(said, []);
    let lines = lines(&document);
    assert_eq!((find(&lines, "연번").size, find(&lines, "지적사항").size), (Len::pt(11), Len::pt(11)));
}

#[test]
fn thirty_columns_of_figures_on_a_page_on_its_side_are_not_cut() {
    let row = |first: &str, cell: &str| format!("['{first}', {}]", vec![cell; 29].join(", "));
    let (document, said) = set(
        "[table: t]",
        &format!(
            "[table.t]\nlandscape = true\nhead = [{}]\nrows = [{}]\n",
            row("구분", "'12월'"),
            row("가동", "12_345")
        ),
    );
    assert_eq!(said, []);
    assert!(lines(&document).iter().all(|line| !line.cut));
}

#[test]
fn names_are_never_cut_so_that_a_syllable_stands_alone_and_figures_only_after_a_comma() {
    let cells = vec!["11_521_966"; 13].join(", ");
    let table = |more: &str| format!("[table.t]\n{more}\nrow-heads = 1\nrows = [['등록면허세', {cells}]]\n");
    let (document, said) = set("[table: t]", &table(""));
    assert_eq!(said, [("figures-cut", "11_521_966".to_owned())]);
    let lines = lines(&document);
    assert!(lines.iter().all(|line| !line.alone));
    assert!(lines.iter().filter(|line| line.cut).all(|line| line.text.ends_with(',')), "{lines:?}");
    assert_eq!(set("[table: t]", &table("landscape = true")).1, []);
}

#[test]
fn the_help_for_a_table_that_is_too_wide_never_names_what_it_has() {
    let row = vec!["123_456_789"; 30].join(", ");
    let help = |more: &str| {
        let body = part("[table: t]", &format!("[table.t]\n{more}\nrows = [[{row}]]\n"));
        let (_, read) = set_files([("report.toml", REPORT.to_owned()), ("part.toml", body)]);
        read.said()
    };
    assert!(help("").contains("landscape"));
    assert!(!help("landscape = true").contains("Turn it"));
}

#[test]
fn larger_figures_stand_below_each_other_by_their_ones_and_small_ones_in_the_middle() {
    let (document, _) = set(
        "[table: t]",
        "[table.t]\nhead = [['이름', '예산액', '건수', '연도']]\n\
         rows = [['가', 1_234_567, 7, '2019'], ['나', 980, 12, '2020'], ['다', '-', 3, '2021']]\n",
    );
    let lines = lines(&document);
    assert_eq!(find(&lines, "1,234,567").right, find(&lines, "980").right);
    assert_eq!(find(&lines, "980").right, find(&lines, "-").right);
    let middle = |text: &str| (find(&lines, text).left + find(&lines, text).right) / 2;
    assert!((middle("7") - middle("12")).as_milli().abs() <= 2, "single digits stand in the middle");
}

#[test]
fn a_block_right_below_another_has_a_gap_and_so_has_its_caption() {
    let table = |name: &str, more: &str| format!("[table.{name}]\n{more}\nrows = [['가']]\n");
    let blocks = table("a", "") + &table("b", "") + &table("c", "caption = '셋째'");
    let (document, _) = set("[table: a]\n[table: b]\n[table: c]", &blocks);
    let lines = lines(&document);
    let tops: Vec<Len> = document
        .pages
        .iter()
        .flat_map(|page| &page.leaves)
        .filter(|leaf| matches!(&leaf.kind, LeafKind::Text { shaped, .. } if shaped.text == "가"))
        .map(|leaf| leaf.y)
        .collect();
    assert_eq!(lines.iter().filter(|line| line.text == "가").count(), 3);
    // A row of the council's template is seven millimetres high at the least.
    assert!(tops[1] - tops[0] >= Len::from_mm(7.0) + Len::pt(8), "{tops:?}");
}

#[test]
fn tables_of_a_kind_beside_each_other_are_equally_wide_whatever_they_are_called() {
    let table = |name: &str, caption: &str| {
        format!("[table.{name}]\ncaption = '{caption}'\nhead = [['월', '이용자']]\nrows = [['1월', 120]]\n")
    };
    let blocks = table("l", "이용자") + &table("r", "산책로와 체육공원의 월별 이용자 현황을 모두 모은 것");
    let (document, _) = set("[table: l | r]", &blocks);
    let page = document.pages.last().expect("it has pages");
    let fills: Vec<Len> = page
        .leaves
        .iter()
        .filter_map(|leaf| match leaf.kind {
            // The backgrounds of the head's cells, one as wide as the other of its table.
            LeafKind::Fill { width, height, .. } if height > Len::pt(10) && width > Len::pt(10) => Some(width),
            _ => None,
        })
        .collect();
    assert_eq!(fills.len(), 4, "{fills:?}");
    assert!((fills[0] - fills[2]).as_milli().abs() <= 1 && (fills[1] - fills[3]).as_milli().abs() <= 1, "{fills:?}");
}
