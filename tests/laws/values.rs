//! Values and expressions in texts: what they print, and that everything keeps its place.

use crate::diag::{FoundList, Lang, Style, to_text};
use crate::laws::support::reading::{Read, read_files};
use crate::laws::support::seeded;
use crate::model::report::{Element, PartBody, Report, Text};
use crate::read::files::Files;
use proptest::prelude::*;

const VALUES: &str = "population = 369_695\nbudget = {welfare = 234_490_000, share = 0.5225}\n\
                      day = 2021-10-31\nname = '가람구'\nthird = '{{ 1 / 3 }}'\n\
                      twice = '{{ population * 2 }}'\nwho = '{{ name }} 주민'\n";

const TABLES: &str = r#"
[table.contractors]
row-heads = 2
head  = [["업체", "구역", "인원", "<"], ["^", "^", "수거원", "운전원"]]
rows  = [["가람", "북", 16, "8^^1)^^"], ["^", "남", "1,021", "△10"]]
notes = ["1) 휴직 포함"]
total = { label = "합계", sum = ["수거원", "운전원"] }
[table.own]
head = [["구분", "값"]]
rows = [["가", 12], ["나", "{{ own['가']['값'] * 2 }}"], ["다", "{{ own['나']['값'] + contractors['합계']['수거원'] }}"]]
total = { label = "합계", sum = ["값"] }
"#;

/// A report whose one body is this, with these values, and tables that it places.
fn read(values: &str, body: &str) -> (Option<Report>, FoundList, Files) {
    let report = format!(
        "template = 'council'\nreport = {{title = '보고서', author = '총무과'}}\n[[part]]\ntitle = '편'\nfile = 'part.toml'\n[values]\n{values}"
    );
    let part =
        format!("[[status]]\ntitle = '현황'\nbody = '''\n{body}\n[table: contractors]\n[table: own]\n'''\n{TABLES}");
    let Read { report, findings, sources } = read_files([("report.toml", report), ("part.toml", part)]);
    (report, findings, sources)
}

fn body(report: &Report) -> &[Element] {
    match &report.parts[0].body {
        PartBody::Overview(sections) => &sections[0].body,
        PartBody::Departments(_) => unreachable!("the part is one file"),
    }
}

/// What follows from something that remains to be filled in remains so too, and is no mistake.
#[test]
fn what_is_reckoned_from_places_to_fill_in_is_one() {
    let values = "population = '〔 〕'\nhalf = '{{ population / 2 }}'\nname = '가람구'\n";
    for (expression, printed) in [
        ("{{ population }}", "〔 〕"),
        ("{{ half | comma }}명", "〔 〕명"),
        ("{{ name ~ population }}", "가람구〔 〕"),
        ("{{ 1 + population * 3 | round(1) }}", "〔 〕"),
        ("{{ '많음' if population > 3 else '적음' }}", "〔 〕"),
        ("{{ own['가']['값'] + population }}", "〔 〕"),
        ("{{ own[population]['값'] }}", "〔 〕"),
        ("{{ (1 / 4) | round(population) }}", "〔 〕"),
    ] {
        let (report, findings, _) = read(values, expression);
        assert!(findings.list.is_empty(), "{expression}: {:?}", findings.list);
        match &body(&report.expect("nothing is wrong"))[0] {
            Element::Paragraph(text) => assert_eq!(text.content, printed, "{expression}"),
            other => panic!("{other:?}"),
        }
    }
    // A mistake is still one.
    let (_, findings, _) = read(values, "{{ populations + 1 }}");
    assert_eq!(findings.list.iter().map(|found| found.problem.code()).collect::<Vec<_>>(), ["unknown-value"]);
}

/// What a body of one paragraph says.
fn printed(expression: &str) -> String {
    let (report, findings, sources) = read(VALUES, expression);
    let said = to_text(&findings, &sources.sources, Style { lang: Lang::En, colour: false });
    assert_eq!(said, "", "{expression}");
    let report = report.expect("nothing was found");
    match &body(&report)[0] {
        Element::Paragraph(text) => text.content.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn expressions_print_figures_days_and_cells_in_the_forms_of_offices() {
    for (expression, expected) in [
        ("{{ population }}명", "369,695명"),
        ("{{ budget.welfare | thousand_won }}(구비)", "234,490천원(구비)"),
        ("{{ budget.welfare | million_won }}", "234백만원"),
        ("{{ budget['share'] | percent(1) }} {{ budget.share | percent }}", "52.3% 52%"),
        ("금{{ 113560 | comma }}원({{ 113560 | korean_number }})", "금113,560원(금일십일만삼천오백육십원)"),
        ("{{ day | date }}({{ day | weekday }}) {{ day }}", "2021. 10. 31.(일) 2021. 10. 31."),
        ("{{ 12 - 20 | change }} {{ (12 - 20) | change }} {{ 12 - 20 }}", "△8"),
        ("{{ third | round(3) }} {{ twice }} {{ who }}", "0.333 739,390 가람구 주민"),
        ("{{ contractors['합계']['수거원'] }} {{ contractors['가람/남']['인원/운전원'] }}", "1,037 -10"),
        ("{{ contractors['북']['운전원'] + contractors['남']['운전원'] }}", "-2"),
        ("{{ own['합계']['값'] }} {{ own['다']['값'] }}", "1,097 1,061"),
        ("{{ '늘었음' if population > 300000 else '줄었음' }}", "늘었음"),
        ("{{ 0.1 + 0.2 }} {{ 1000000.1 - 1000000 }} {{ 1.10 * 3 }}", "0.3 0.1 3.30"),
        (r"\{{ population }}", "{{ population }}"),
        ("{{ name ~ ' ' ~ population }}", "가람구 369,695"),
    ] {
        if expression.starts_with("{{ 12 - 20 | change") {
            // A filter binds closer than a sign: what it makes is a text.
            assert_eq!(read(VALUES, expression).1.list[0].problem.code(), "operand-not-a-number");
            continue;
        }
        assert_eq!(printed(expression), expected, "{expression}");
    }
}

#[test]
fn values_stand_in_every_kind_of_text() {
    let report = "template = 'council'\n[report]\ntitle = '{{ y }}년 보고'\nauthor = '{{ y }}과'\nslogan = '{{ y }}'\nsession = '{{ y }}'\ndate = '{{ y }}'\n\
                  [values]\ny = '2021'\n[[part]]\ntitle = '{{ y }}편'\ndepartments = ['d.toml']\n[back-cover]\ntext = '{{ y }}'\n";
    let department = "name = '{{ y }}과'\ndivision = '{{ y }}'\n[[status]]\ntitle = '{{ y }}'\nvalue = '{{ y }}'\nbody = '''\n[table: t]\n[image: i]\n[chart: c]\n'''\n\
                      [[project]]\ntitle = '{{ y }}'\nsummary = '{{ y }}'\nbody = '■ {{ y }}'\n\
                      [table.t]\nunit = '{{ y }}'\nas-of = '{{ y }}'\nsource = '{{ y }}'\nhead = [['{{ y }}']]\nrows = [['{{ y }}^^1)^^'], [{value = '{{ y }}', align = 'left'}]]\nnotes = ['1) {{ y }}']\n\
                      [image.i]\nplaceholder = '{{ y }}'\n[chart.c]\nkind = 'organisation'\ntree = '''\n{{ y }}장\n- {{ y }}팀\n'''\n";
    let read = read_files([("report.toml", report), ("d.toml", department)]);
    assert_eq!(read.said(), "");
    let shown = format!("{:?}", read.report.expect("nothing was found"));
    assert!(!shown.contains("{{"), "{shown}");
    assert_eq!(shown.matches("2021").count(), 25, "every text holds the value, those of an empty frame twice: {shown}");
}

/// The texts of elements.
fn texts<'a>(elements: &'a [Element], into: &mut Vec<&'a Text>) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => into.push(text),
            Element::Item { text, children, .. } => {
                into.push(text);
                texts(children, into);
            }
            Element::Framed(framed) => {
                into.extend(&framed.text);
                texts(&framed.children, into);
            }
            Element::Table(_) | Element::Graphic(_) | Element::Beside(_) => {}
        }
    }
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn characters_around_expressions_keep_their_places(
        pieces in proptest::collection::vec(prop_oneof!["[가-힣a-z]{1,4}", Just("{{ name }}".to_owned()), Just("{{ population }}".to_owned()), Just("{{ '' }}".to_owned())], 1..8),
        lines in 1..4usize,
    ) {
        let line = format!("- 끝 {} 끝", pieces.concat());
        let body_text = vec![line; lines].join("\n");
        let (report, _, sources) = read(VALUES, &body_text);
        let report = report.expect("nothing is wrong");
        let file = sources.sources.text(crate::model::source::FileId(1));
        let mut all = Vec::new();
        texts(body(&report), &mut all);
        prop_assert_eq!(all.len(), lines);
        for text in all {
            for (at, character) in text.content.char_indices() {
                let span = text.place(at..at + character.len_utf8());
                let typed = &file[span.range()];
                let is_typed = typed == character.to_string();
                prop_assert!(is_typed || typed.starts_with("{{") && typed.ends_with("}}"), "{:?} at {:?}", character, typed);
            }
        }
    }

    #[test]
    fn any_expression_is_reckoned_or_refused(expression in "[a-z0-9가.+*/()|\\[\\]'\"<>=~ -]{0,30}") {
        read(VALUES, &format!("{{{{ {expression} }}}}"));
    }

    #[test]
    fn sums_of_decimals_are_exact(figures in proptest::collection::vec((-99_999_999i64..99_999_999, 0..6u32), 1..12)) {
        let total: i128 = figures.iter().map(|&(units, decimals)| i128::from(units) * 10_i128.pow(6 - decimals)).sum();
        let written: Vec<String> =
            figures.iter().map(|&(units, decimals)| format!("({})", rust_decimal::Decimal::new(units, decimals))).collect();
        let printed = printed(&format!("{{{{ {} }}}}", written.join(" + ")));
        let printed: rust_decimal::Decimal = printed.replace(',', "").parse().expect("it is a number");
        prop_assert_eq!(printed, rust_decimal::Decimal::from_i128_with_scale(total, 6));
    }
}

#[test]
fn brackets_without_end_are_refused() {
    for (open, close) in [("(", ")"), ("[", "]"), ("-", ""), ("a[", "]"), ("1 + ", "")] {
        let expression = format!("{{{{ {}1{} }}}}", open.repeat(20_000), close.repeat(20_000));
        let (report, findings, _) = read(VALUES, &expression);
        assert!(report.is_none() && findings.list[0].problem.code().starts_with("expression-"), "{open}");
    }
}

#[test]
fn a_value_that_grows_without_end_is_refused() {
    let mut values = "v0 = '가나다라마바사아자차'\n".to_owned();
    for index in 1..60 {
        values += &format!("v{index} = '{{{{ v{} }}}}{{{{ v{} }}}}'\n", index - 1, index - 1);
    }
    let (report, findings, _) = read(&values, "{{ v59 }}");
    assert!(report.is_none());
    assert_eq!(findings.list[0].problem.code(), "text-too-long");
}

/// A report with a bureau's file and two departments', with these cells in the bureau's table and in a department's, and this check of the report.
fn read_across([bureau, general]: [&str; 2], check: &str) -> (Option<Report>, String) {
    let report = format!(
        "template = 'council'\nreport = {{title = '보고서', author = '총무과'}}\n[[check]]\nexpr = '''{check}'''\nwhy = '같아야 함'\n\
         [[part]]\ntitle = '편'\nfile = 'bureau.toml'\n[[part]]\ntitle = '실적'\ndepartments = ['d/general.toml', 'd/welfare.toml']\n"
    );
    let bureau = format!(
        "[[status]]\ntitle = '인력'\nbody = '[table: staff]'\n[table.staff]\nhead = [['구분', '정원']]\n\
         rows = [['총무과', '''{bureau}'''], ['복지과', 7]]\n"
    );
    let department = |name: &str, table: &str, staff: &str| {
        format!(
            "name = '{name}'\n[[status]]\ntitle = '인력'\nbody = '[table: {table}]'\n[table.{table}]\nhead = [['구분', '계', '5급']]\n\
             rows = [['정원', '''{staff}''', 1]]\n"
        )
    };
    let files = [
        ("report.toml", report),
        ("bureau.toml", bureau),
        ("d/general.toml", department("총무과", "staff", general)),
        ("d/welfare.toml", department("복지과", "team", "{{ team['정원']['5급'] + 6 }}")),
    ];
    let read = read_files(files);
    let said = read.said();
    (read.report, said)
}

/// Cells that name each other's file, not each other.
const ACROSS: [&str; 2] =
    [r#"{{ tables["d/general/staff"]["정원"]["계"] }}"#, r#"{{ tables["bureau/staff"]["복지과"]["정원"] + 5 }}"#];

#[test]
fn tables_of_other_files_are_named_with_their_file() {
    let check = r#"tables["bureau/staff"]["총무과"]["정원"] == tables["d/welfare/team"]["정원"]["계"] + 5"#;
    let (report, said) = read_across(ACROSS, check);
    assert_eq!(said, "");
    let report = report.expect("nothing was found");
    let PartBody::Overview(sections) = &report.parts[0].body else { unreachable!("the first part is one file") };
    let Element::Table(table) = &sections[0].body[0] else { unreachable!("the body is a table") };
    let words = |row, column| table.cell(row, column).map(crate::model::report::Cell::words).unwrap_or_default();
    assert_eq!([words(1, 1), words(2, 1)], ["12", "7"]);
    assert!(report.claims[0].holds);
    assert_eq!(report.claims[0].sides, Some(["12".to_owned(), "12".to_owned()]));
}

#[test]
fn what_is_wrong_with_tables_of_other_files_is_said_where_it_stands() {
    let wrong = |bureau: &str| {
        let (report, said) = read_across([bureau, ACROSS[1]], "1 == 1");
        assert!(report.is_none(), "{said}");
        said
    };
    let said = wrong(r#"{{ tables["d/general/stuff"]["정원"]["계"] }}"#);
    assert!(said.contains("bureau.toml:6") && said.contains("d/general/staff"), "{said}");
    let said = wrong(r#"{{ tables["d/general/staff"]["정원"] }}"#);
    assert!(said.contains("bureau.toml:6"), "{said}");
    let said = wrong("{{ tables }}");
    assert!(said.contains("bureau.toml:6"), "{said}");
    // A table of another file needs its file before it: the whole name is offered.
    let said = wrong(r#"{{ tables["team"]["정원"]["계"] }}"#);
    assert!(said.contains("bureau.toml:6") && said.contains("Did you mean `d/welfare/team`"), "{said}");
    let said = wrong(r#"{{ team["정원"]["계"] }}"#);
    assert!(said.contains(r#"Did you mean `tables["d/welfare/team"]`"#), "{said}");
    // In a circle over two files: said of each cell of it.
    let (report, said) = read_across([ACROSS[0], r#"{{ tables["bureau/staff"]["총무과"]["정원"] }}"#], "1 == 1");
    assert!(report.is_none(), "{said}");
    assert!(said.contains("bureau.toml:6") && said.contains("d/general.toml:7") && said.contains("2 errors"), "{said}");
}
