//! What an author may say of a table beside its cells: heads on their side, cells and rows that are set off, columns that totals reckon.

use crate::diag::Diagnostics;
use crate::laws::support::reading::{REPORT, part, read_files, set_files};
use crate::model::len::Len;
use crate::model::report::{Element, PartBody};
use crate::read::files::Files;
use crate::set::document::Document;
use crate::set::layout::{Color, Leaf, LeafKind};
use crate::write::pdf::{self, Standard};

fn files(blocks: &str) -> [(&'static str, String); 2] {
    [("report.toml", REPORT.to_owned()), ("part.toml", part("[table: t]", blocks))]
}

fn document(blocks: &str) -> Document {
    let (document, read) = set_files(files(blocks));
    document.unwrap_or_else(|| panic!("{}", read.said()))
}

fn leaves(document: &Document) -> &[Leaf] {
    &document.pages.last().expect("it has pages").leaves
}

fn said_text(leaf: &Leaf) -> Option<&str> {
    match &leaf.kind {
        LeafKind::Text { shaped, .. } => Some(&shaped.text),
        _ => None,
    }
}

#[test]
fn heads_on_their_side_are_read_upwards_and_make_columns_narrow() {
    let names = ["주민자치회 운영비", "마을공동체 지원금"];
    let table = |more: &str| {
        format!("[table.t]\n{more}\nhead = [['구분', '{}', '{}']]\nrows = [['가동', 1, 2]]\n", names[0], names[1])
    };
    let set = document(&table("direction = 'up'"));
    for leaf in leaves(&set) {
        if let Some(text) = said_text(leaf) {
            assert_eq!(leaf.upward, names.contains(&text), "{text}");
        }
    }
    assert!(leaves(&document(&table(""))).iter().all(|leaf| !leaf.upward));
    let own = table("").replace("'마을공동체 지원금'", "{ value = '마을공동체 지원금', direction = 'up' }");
    let set = document(&own);
    let turned: Vec<&str> = leaves(&set).iter().filter(|leaf| leaf.upward).filter_map(said_text).collect();
    assert_eq!(turned, [names[1]]);
}

#[test]
fn a_long_head_on_its_side_has_one_line_where_its_column_is_narrow() {
    let lines = |width: &str| {
        let blocks = format!(
            "[table.t]\ndirection = 'up'\nwidths = ['auto', '{width}']\n\
             head = [['구분', '주민자치회 운영비(국비 포함) 집행액 누계']]\nrows = [['가', 1]]\n"
        );
        leaves(&document(&blocks)).iter().filter(|leaf| leaf.upward).count()
    };
    assert_eq!(lines("8mm"), 1);
    assert!(lines("30mm") > 1);
}

#[test]
fn a_head_on_its_side_is_text_in_the_file() {
    let blocks = "[table.t]\ndirection = 'up'\nhead = [['구분', '갑을병정', '무기경신']]\nrows = [['가', 1, 2]]\n";
    let mut sources = Files::in_memory(files(blocks));
    let set = crate::laws::support::set(&mut sources, &mut Diagnostics::new());
    let (set, fonts) = set.expect("nothing is wrong");
    let bytes = pdf::write(set.document, &fonts, Standard::default()).expect("the writer has no objections");
    let text: String = pdf_extract::extract_text_from_mem(&bytes).expect("a readable PDF");
    let squeezed: String = text.split_whitespace().collect();
    assert!(squeezed.contains("갑을병정") && squeezed.contains("무기경신"), "{squeezed}");
}

#[test]
fn cells_and_rows_are_set_off_by_a_style_of_the_template() {
    let table = |more: &str, cell: &str| {
        format!("[table.t]\n{more}\nhead = [['이름', '수']]\nrows = [['가', 1], ['나', {cell}], ['다', 3]]\n")
    };
    // The row's height tells its backgrounds from rules.
    let backgrounds = |document: &Document| -> Vec<Color> {
        let of_cells = leaves(document).iter().filter_map(|leaf| match leaf.kind {
            LeafKind::Fill { height, color, .. } if height > Len::pt(10) => Some(color),
            _ => None,
        });
        of_cells.collect()
    };
    let plain = backgrounds(&document(&table("", "2"))).len();
    let row = backgrounds(&document(&table("styles = [{ row = '나', style = '강조' }]", "2")));
    assert_eq!(row.len(), plain + 2);
    let column = backgrounds(&document(&table("styles = [{ column = '수', style = '음영' }]", "2")));
    assert_eq!(column.len(), plain + 3);
    assert_eq!(backgrounds(&document(&table("", "{ value = 2, style = '강조' }"))).len(), plain + 1);
    let (_, read) = set_files(files(&table("", "{ value = 2, style = '강죠' }")));
    assert_eq!(read.codes(), ["unknown-in-template"]);
}

#[test]
fn totals_of_typed_tables_have_rates_and_differences_reckoned_from_the_sums() {
    let blocks = "[table.t]\nhead = [['구분', '2024년', '2025년', '증감', '예산액', '집행액', '집행률(%)']]\n\
                  rows = [['가', 1_000, 900, '△100', 400, 100, 25.0], ['나', 500, 800, 300, 600, 600, 100.0]]\n\
                  total = { label = '계', sum = ['2024년', '2025년', '예산액', '집행액'] }\n\
                  reckon = [{ name = '증감', change = ['2024년', '2025년'] },\n\
                            { name = '집행률(%)', rate = ['집행액', '예산액'] }]\n";
    let read = read_files(files(blocks));
    let report = read.report.as_ref().unwrap_or_else(|| panic!("{}", read.said()));
    let PartBody::Overview(sections) = &report.parts[0].body else { panic!("it is a part of one file") };
    let Element::Table(table) = &sections[0].body[0] else { panic!("it has a table") };
    let last: Vec<String> = (0..7).filter_map(|column| Some(table.cell(3, column)?.words())).collect();
    assert_eq!(last, ["계", "1,500", "1,700", "200", "1,000", "700", "70.0"]);
}
