//! What does not fit: each is set all the same, and said at its place.

use crate::laws::support::reading::{REPORT, part, set_files};

/// What is said of a body with blocks, once it is set in pages.
fn said(body: &str, blocks: &str) -> Vec<(&'static str, String)> {
    let (document, read) = set_files([("report.toml", REPORT.to_owned()), ("part.toml", part(body, blocks))]);
    assert!(document.is_some(), "{}", read.said());
    let place = |span: crate::model::source::Span| read.sources.sources.text(span.file)[span.range()].to_owned();
    let list = read.findings.list.iter().filter(|found| found.problem.code() != "tightened");
    list.map(|found| (found.problem.code(), found.span.map(place).unwrap_or_default())).collect()
}

#[test]
fn a_letter_wider_than_its_cell_sticks_out_with_a_warning() {
    let said = said("[table: t]", &format!("[table.t]\nrows = [[{}]]\n", "'가',".repeat(64)));
    let (wide, cut): (Vec<_>, Vec<_>) = said.iter().partition(|(code, _)| *code == "too-wide");
    assert_eq!(cut.iter().map(|it| it.0).collect::<Vec<_>>(), ["words-cut"]);
    assert!(wide.len() == 64 && wide.iter().all(|(_, place)| place.contains('가')), "{said:?}");
}

#[test]
fn a_drawing_higher_than_the_page_runs_over_its_foot_with_a_warning() {
    let tasks: String = (0..90).map(|number| format!("- 일 {number} : 2021. 3. 2. ~ 6. 30.\n")).collect();
    let said = said("[chart: t]", &format!("[chart.t]\nkind = 'timeline'\ntasks = '''\n{tasks}'''\n"));
    assert_eq!(said.iter().map(|it| it.0).collect::<Vec<_>>(), ["too-high"]);
}

#[test]
fn a_head_that_leaves_no_room_for_rows_stands_once() {
    let head = "['구분', '값'],\n".repeat(45);
    let rows = "['가', '1'],\n".repeat(60);
    let said = said("[table: t]", &format!("[table.t]\nhead = [{head}]\nrows = [{rows}]\n"));
    assert_eq!(said.iter().map(|it| it.0).collect::<Vec<_>>(), ["head-too-tall"]);
}

#[test]
fn columns_narrower_than_their_words_cut_them_with_a_warning() {
    let cells = "'가나다라마바사아자차카타파하',".repeat(30);
    let said = said("[table: t]", &format!("[table.t]\nrows = [[{cells}]]\n"));
    assert_eq!(said.iter().map(|it| it.0).collect::<Vec<_>>(), ["words-cut"]);
}

#[test]
fn a_table_that_fits_upright_says_so_where_it_is_or_may_be_turned() {
    let narrow = "rows = [['가', '나']]\n";
    let turned = |landscape: &str, rows: &str| {
        let said = said("[table: t]", &format!("[table.t]\nlandscape = {landscape}\n{rows}"));
        said.into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(turned("true", narrow), ["turned"]);
    assert_eq!(turned("'where-needed'", narrow), ["upright"]);
    let wide = format!("rows = [[{}]]\n", "'가나다라마바사',".repeat(12));
    assert_eq!(turned("'where-needed'", &wide), [""; 0]);
}
