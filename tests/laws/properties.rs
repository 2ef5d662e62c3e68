//! Laws that hold for any input: nothing panics, and no text is lost.

use crate::diag::Diagnostics;
use crate::laws::support::reading::read_files;
use crate::laws::support::seeded;
use crate::model::report::{Element, Report};
use crate::read::decode::{Decode, schema::Schema};
use crate::read::def::{DepartmentDef, OverviewDef, ReportDef};
use crate::read::files::Files;
use proptest::prelude::*;

const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n\
                      [[part]]\ntitle = '편'\ndepartments = ['department.toml']\n";

const DEPARTMENT: &str = include_str!("../data/department.toml");

/// Reads a report, and says what was found.
fn read(report: &str, department: &str) -> (Option<Report>, Vec<&'static str>) {
    let read = read_files([("report.toml", report), ("department.toml", department)]);
    let codes = read.codes();
    (read.report, codes)
}

/// The texts of elements, in order.
fn texts(elements: &[Element], into: &mut String) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => *into += &text.content,
            Element::Item { text, children, .. } => {
                *into += &text.content;
                texts(children, into);
            }
            Element::Framed(framed) => {
                framed.text.iter().for_each(|text| *into += &text.content);
                texts(&framed.children, into);
            }
            Element::Table(_) | Element::Graphic(_) | Element::Beside(_) => {}
        }
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn line() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        Just("- "),
        Just("⇒ "),
        Just("<참고>\n"),
        Just("<"),
        Just("■ "),
        Just("○ "),
        Just("※ "),
        Just("* "),
        Just(""),
        Just("-"),
        Just("\\- "),
        Just("[table: "),
        Just("[image: b]"),
        Just("[chart: "),
        Just("**"),
        Just("__"),
        Just("\\")
    ];
    ("( {0,12}|\t|\u{3000})", sign, "[가-힣a-c *_\\[\\]\\\\:]{0,12}")
        .prop_map(|(indent, sign, text)| indent + sign + &text)
}

fn cell() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        6 => Just("'<'"), 6 => Just("'^'"), 8 => Just("1"), 1 => Just("'[image: b]'"), 1 => Just("true"), 1 => Just("1], [1")
    ]
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn an_outline_never_panics(lines in proptest::collection::vec(line(), 0..30)) {
        let body = lines.join("\n").replace('\'', "");
        read(REPORT, &format!("name = '과'\n[[project]]\ntitle = '사업'\nbody = '''\n{body}'''"));
    }

    #[test]
    fn an_outline_keeps_every_letter(lines in proptest::collection::vec("( {0,6})(- |■ |○ |※ |)[가-힣0-9]{1,8}", 1..30)) {
        let body = lines.join("\n");
        let mut sources = Files::in_memory([
            ("report.toml", REPORT.to_owned()),
            ("department.toml", format!("name = '과'\n[[project]]\ntitle = '사업'\nbody = '''\n{body}'''")),
        ]);
        let mut sink = Diagnostics::new();
        let file = sources.read_report(&mut sink).expect("it is there");
        let def: ReportDef = crate::read::decode::decode(file, &sources.sources, &mut sink).expect("it is whole");
        // Levels may be skipped here: what is refused is kept all the same.
        let report = crate::read::resolve::resolve(def, file, &mut sources, &mut sink);
        let mut kept = String::new();
        for part in &report.parts {
            if let crate::model::report::PartBody::Departments(departments) = &part.body {
                texts(&departments[0].projects[0].body, &mut kept);
            }
        }
        prop_assert_eq!(letters(&kept), letters(&body));
    }

    #[test]
    fn a_mutated_file_never_panics(
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0..20usize, "(\\PC{0,3}|['\"=\\[\\]{}\\\\\n,]{0,3})"), 1..6),
    ) {
        let mut text = DEPARTMENT.to_owned();
        for (at, length, put) in cuts {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, &put);
        }
        read(REPORT, &text);
        read(&text, DEPARTMENT);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
        let (report, codes) = read(&text, DEPARTMENT);
        prop_assert!(report.is_some() || !codes.is_empty());
    }
}

proptest! {
    #![proptest_config(seeded(2_000))]

    #[test]
    fn a_grid_is_dense_or_refused(
        rows in (1..5usize, 1..6usize).prop_flat_map(|(columns, rows)| {
            proptest::collection::vec(proptest::collection::vec(cell(), columns), rows)
        }),
        // Most tables have nothing wrong at their edges, so that what is wrong within is reached.
        edges in prop::bool::weighted(0.1),
        head in 0..3usize,
    ) {
        let mut rows = rows;
        for (index, row) in rows.iter_mut().enumerate().filter(|_| !edges) {
            for (column, cell) in row.iter_mut().enumerate() {
                if (index == 0 || index == head) && *cell == "'^'" || column == 0 && *cell == "'<'" {
                    *cell = "1";
                }
            }
        }
        let row = |row: &Vec<&str>| format!("[{}]", row.join(", "));
        let (head, body) = rows.split_at(head.min(rows.len()));
        let list = |rows: &[Vec<&str>]| rows.iter().map(row).collect::<Vec<_>>().join(", ");
        let table = format!("[table.a]\nhead = [{}]\nrows = [{}]\n", list(head), list(body));
        let (report, codes) = read(REPORT, &format!("name = '과'\n[[status]]\ntitle = '현황'\nbody = '[table: a]'\n{table}"));
        let Some(report) = report else {
            prop_assert!(!codes.is_empty());
            return Ok(());
        };
        let crate::model::report::PartBody::Departments(departments) = &report.parts[0].body else { unreachable!() };
        let Element::Table(table) = &departments[0].status[0].body[0] else { unreachable!() };
        let mut covered = vec![vec![0; table.columns.len()]; table.grid.rows()];
        for (row, column) in table.grid.iter().flat_map(|cell| cell.region.places()) {
            covered[row][column] += 1;
        }
        prop_assert!(covered.iter().flatten().all(|&times| times == 1), "each place is covered once");
    }
}

#[test]
fn the_file_that_is_mutated_is_whole() {
    assert_eq!(read(REPORT, DEPARTMENT).1, Vec::<&str>::new());
}

/// Every key of these types is described, and none is described twice.
#[test]
fn every_key_has_a_description() {
    fn style(schema: &Schema) {
        match schema {
            Schema::Table(table) => {
                assert!(!table.about.is_empty(), "{}", table.name);
                for key in &table.keys {
                    assert!(!key.about.is_empty(), "{}.{}", table.name, key.name);
                    style(&key.value);
                }
            }
            Schema::List(entry) | Schema::Named(entry) => style(entry),
            _ => {}
        }
    }
    for schema in [ReportDef::schema(), OverviewDef::schema(), DepartmentDef::schema()] {
        style(&schema);
    }
}
