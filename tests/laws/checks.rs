//! The check: every rule by the examples of its documentation, the slips of the 2021 report, how many changed digits are caught, and laws for
//! any input.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::check;
use crate::diag::{Diagnostic, Diagnostics, Problem, Severity};
use crate::laws::support::{mapo, sample, seeded};
use crate::model::report::{CellContent, Element, PartBody, Report, Text};
use crate::model::source::Span;
use crate::read::files::Files;
use proptest::prelude::*;

const FRONT: &str = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n";

/// What is found in a department's file without its name, and the part after `# overview.toml`.
fn found(example: &str) -> Vec<Diagnostic> {
    let (department, overview) = example.split_once("# overview.toml\n").unwrap_or((example, ""));
    let mut report = FRONT.to_owned();
    if !overview.is_empty() {
        report += "[[part]]\ntitle = '일반현황'\nfile = 'overview.toml'\n";
    }
    report += "[[part]]\ntitle = '실적'\ndepartments = ['department.toml']\n";
    let department = format!("name = '총무과'\n{department}");
    let files = [("report.toml", report.as_str()), ("department.toml", &department), ("overview.toml", overview)];
    let mut sources = Files::in_memory(files);
    let mut sink = Diagnostics::new();
    let report = crate::read::report(&mut sources, &mut sink);
    let said: Vec<&str> = sink.finish().list.iter().map(|found| found.problem.code()).collect();
    check(&report.unwrap_or_else(|| panic!("{said:?} in\n{example}")))
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|found| found.problem.code()).collect()
}

#[test]
fn every_rule_finds_its_example_and_leaves_the_other_alone() {
    let document = include_str!("../../docs/checks.md");
    let mut documented = BTreeSet::new();
    for rule in document.split("\n### `").skip(1) {
        let code = rule.split('`').next().unwrap_or_default();
        let severity = rule.lines().nth(2).and_then(|line| line.split('.').next()).unwrap_or_default().to_lowercase();
        let examples: Vec<&str> = rule.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        let [bad, good] = examples[..] else { panic!("{code} has {} examples", examples.len()) };
        let said = found(bad);
        assert_eq!(BTreeSet::from_iter(codes(&said)), BTreeSet::from([code]), "{bad}");
        assert!(said.iter().all(|found| found.severity.as_str() == severity), "{code} is no {severity}");
        assert_eq!(codes(&found(good)), Vec::<&str>::new(), "{code}: {good}");
        documented.insert(code.to_owned());
    }
    assert_eq!(documented, Problem::check_codes().map(str::to_owned).collect());
}

#[test]
fn the_korean_page_names_the_same_rules_as_grave() {
    let severities = [("오류", "Error."), ("경고", "Warning."), ("참고", "Hint.")];
    let english = include_str!("../../docs/checks.md").split("\n### `").skip(1).filter_map(|rule| {
        let (code, rest) = rule.split_once('`')?;
        let severity = severities.iter().find(|(_, word)| rest.trim_start().starts_with(word))?;
        Some((code, severity.0))
    });
    let korean = include_str!("../../docs/checks.ko.md").lines().filter_map(|line| {
        let (code, rest) = line.strip_prefix("| `")?.split_once("` | ")?;
        Some((code, rest.split(" |").next()?))
    });
    assert_eq!(korean.collect::<Vec<_>>(), english.collect::<Vec<_>>());
}

#[test]
fn signs_of_notes_and_totals_of_ones_own_names_are_understood() {
    let table = |rows: &str| {
        format!(
            "[[status]]\ntitle = '인력'\nbody = '[table: t]'\n[table.t]\nnotes = ['1) 휴직 포함']\ntotals = ['모두']\n\
                 head = [['구 분', '모두', '남', '여']]\nrows = [['정 원', {rows}]]\nrow-heads = 1\n"
        )
    };
    assert_eq!(codes(&found(&table("'89^^1)^^', 40, 49"))), Vec::<&str>::new());
    assert_eq!(codes(&found(&table("'89^^1)^^', 40, 48"))), ["table-sum"]);
}

/// What is left to fill in: how many places each finding has.
fn left(example: &str) -> Vec<usize> {
    let found = found(example);
    assert!(found.iter().all(|found| found.problem.code() == "to-fill"), "{:?}", codes(&found));
    found.iter().map(|found| 1 + found.related.len()).collect()
}

#[test]
fn what_is_left_to_fill_in_is_found_wherever_it_stands_and_only_the_mark_counts() {
    let rows = |count: usize| vec!["['가', '〔 〕', '〔 〕']"; count].join(",\n");
    let table =
        |count: usize| format!("[table.t]\nhead = [['구 분', '남', '여']]\nrows = [{}]\nrow-heads = 1\n", rows(count));
    let placed = |body: &str| format!("[[status]]\ntitle = '인력'\nbody = \"\"\"\n{body}\n\"\"\"\n");
    for (example, places) in [
        ("[[status]]\ntitle = '기구 〔 〕'\nvalue = '〔 〕개과'\nbody = '- 가 〔 〕'\n".to_owned(), vec![3]),
        ("division = '〔 〕년 실적'\n[[project]]\ntitle = '가'\nsummary = '〔 〕'\n".to_owned(), vec![1, 1]),
        // However many cells there are, a table is one finding.
        (placed("- 다음과 같음 〔 〕\n[table: t]") + &table(300), vec![1, 600]),
        (placed("[table: t]") + &table(1) + "caption = '〔 〕'\nas-of = '〔 〕 현재'\nsource = '〔 〕'\n", vec![5]),
        (
            placed("[chart: c]")
                + "[chart.c]\nkind = 'organisation'\ntree = \"\"\"\n국장: 〔 〕명\n- 과장\n\"\"\"\ncaption = '〔 〕'\n",
            vec![2],
        ),
        // A table that is only drawn, and one that is placed as well.
        (
            placed("[chart: c]") + "[chart.c]\nkind = 'columns'\ntable = 't'\n" + &table(1).replacen("〔 〕", "3", 1),
            vec![1],
        ),
        (
            placed("[chart: c]\n[table: t]")
                + "[chart.c]\nkind = 'columns'\ntable = 't'\n"
                + &table(1).replacen("〔 〕", "3", 1),
            vec![1],
        ),
        // Nothing can be drawn of one that is empty yet, or of what is chosen of it.
        (placed("[chart: c]") + "[chart.c]\nkind = 'pie'\ntable = 't'\ncolumns = ['남']\n" + &table(1), vec![2]),
        (
            placed("[chart: c]")
                + "[chart.c]\nkind = 'ring'\ntable = 't'\ncolumns = ['여']\n"
                + &table(1).replacen("〔 〕", "3", 1),
            vec![1],
        ),
        (placed("- 가 [ ] ( ) 〔〕 〔  〕 〔가〕"), vec![]),
    ] {
        assert_eq!(left(&example), places, "{example}");
    }
    assert_eq!(
        left("allow = [{ code = 'to-fill', why = '서식임' }]\n[[project]]\ntitle = '〔 〕'\n"),
        Vec::<usize>::new()
    );
}

#[test]
fn what_is_left_of_values_is_found_where_they_are_and_not_where_they_are_used() {
    let report = FRONT.to_owned()
        + "[[part]]\ntitle = '실적'\ndepartments = ['department.toml']\n[values]\npeople = '〔 〕'\nhalf = '{{ people / 2 }}'\n";
    let department = "name = '총무과'\n[[project]]\ntitle = '사업'\nbody = '''\n- {{ people }}명, {{ half | comma }}명, {{ t['계']['남'] }}명\n[table: t]\n'''\n\
                      [table.t]\nhead = [['구 분', '남']]\nrows = [['가', '〔 〕'], ['나', 3]]\nrow-heads = 1\ntotal = { label = '계', sum = ['남'] }\n";
    let mut sources = Files::in_memory([("report.toml", report.as_str()), ("department.toml", department)]);
    let report = crate::read::report(&mut sources, &mut Diagnostics::new()).expect("no errors");
    let found = check(&report);
    assert_eq!(codes(&found), ["to-fill", "to-fill"]);
    let places = found.iter().flat_map(|found| found.span.into_iter().chain(found.related.iter().map(|it| it.0)));
    let shown = |place: Span| {
        (sources.sources.path(place.file).to_path_buf(), &sources.sources.text(place.file)[place.range()])
    };
    assert_eq!(
        places.map(shown).collect::<Vec<_>>(),
        [("report.toml".into(), "〔 〕"), ("department.toml".into(), "〔 〕")]
    );
}

#[test]
fn what_is_left_on_the_cover_is_found() {
    let report = FRONT.replace("'보고서'", "'〔 〕년 보고서'")
        + "[[part]]\ntitle = '〔 〕 실적'\ndepartments = ['department.toml']\n";
    let files =
        [("report.toml", report.as_str()), ("department.toml", "name = '총무과'\n[[project]]\ntitle = '사업'\n")];
    let report = crate::read::report(&mut Files::in_memory(files), &mut Diagnostics::new()).expect("no errors");
    let found = check(&report);
    assert_eq!(codes(&found), ["to-fill"]);
    assert_eq!(found[0].related.len(), 1);
}

#[test]
fn a_table_that_only_a_chart_draws_is_read_once() {
    let report = |places: &str| {
        format!(
            "[[status]]\ntitle = '인력'\nbody = \"\"\"\n{places}\"\"\"\n[chart.c]\nkind = 'columns'\ntable = 't'\n[table.t]\n\
             head = [['구 분', '계', '남', '여']]\nrows = [['정 원', 89, 40, 48]]\nrow-heads = 1\n"
        )
    };
    for places in ["[chart: c]\n", "[chart: c]\n[table: t]\n"] {
        assert_eq!(codes(&found(&report(places))), ["table-sum"], "{places}");
    }
}

#[test]
fn rates_are_not_added_up() {
    let table = |head: &str| {
        format!(
            "[[status]]\ntitle = '예산'\nbody = '[table: t]'\n[table.t]\nhead = [['구 분', '예산', '{head}']]\n\
                 rows = [['합 계', 641, 4.8], ['일반회계', 618, 5.1], ['특별회계', 23, '△6.0']]\nrow-heads = 1\n"
        )
    };
    assert_eq!(codes(&found(&table("증감률(%)"))), Vec::<&str>::new());
    assert_eq!(codes(&found(&table("증감액"))), ["table-sum"]);
}

/// The second report is sound: what is found in it would be wrong.
#[test]
fn nothing_is_found_in_the_sample() {
    let mut sources = Files::of_report(&sample());
    let report = crate::read::report(&mut sources, &mut Diagnostics::new()).expect("the report has no errors");
    assert_eq!(codes(&check(&report)), Vec::<&str>::new());
}

fn report_2021() -> (Report, Files) {
    let mut sources = Files::of_report(&mapo());
    let report = crate::read::report(&mut sources, &mut Diagnostics::new()).expect("the report has no errors");
    (report, sources)
}

/// Every error and warning on the 2021 report, judged by hand: each is a slip of the report as published, or of its reading.
#[test]
fn the_slips_of_the_2021_report_are_found_and_nothing_else() {
    let (report, sources) = report_2021();
    let mut said: Vec<String> = check(&report)
        .iter()
        .filter(|found| found.severity <= Severity::Warning)
        .map(|found| {
            let span = found.span.expect("a finding has a place");
            let file = sources.sources.path(span.file).file_stem().expect("a file").to_string_lossy().into_owned();
            format!("{} {file} {}", found.problem.code(), &sources.sources.text(span.file)[span.range()])
        })
        .collect();
    said.sort();
    let expected = [
        "after-as-of civil-affairs 2021. 11. 4.",
        "bracket-unclosed autonomy (",
        "date-order it 2021. 1.",
        "figure-differs general-affairs 22",
        "share autonomy 9.3%",
        "spelled-two-ways autonomy 향후추진계획",
        "spelled-two-ways it 2021 추진실적 (10.31. 현재)",
        "table-sum general-affairs 55",
        "table-sum overview 183",
        "table-sum overview 22",
        "text-sum autonomy 82,014천원",
        "unit-caption autonomy 명",
        "weekday autonomy 수",
    ];
    assert_eq!(said, expected);
}

/// The texts with figures whose digits are changed: cells of tables that hold figures, and lines with a breakdown.
fn figures(report: &mut Report) -> Vec<&mut Text> {
    fn cells<'a>(elements: &'a mut [Element], into: &mut Vec<&'a mut Text>) {
        for element in elements {
            match element {
                Element::Table(table) => {
                    let table = Arc::make_mut(table);
                    let (head_rows, row_heads) = (table.head_rows, table.row_heads);
                    for (region, cell) in table.grid.iter_mut() {
                        if region.row() >= head_rows
                            && region.column() >= row_heads
                            && let CellContent::Text { text, .. } = &mut cell.content
                            && is_figure(&text.content)
                        {
                            into.push(text);
                        }
                    }
                }
                Element::Item { text, children, .. } => {
                    if is_breakdown(&text.content) {
                        into.push(text);
                    }
                    cells(children, into);
                }
                Element::Heading(text) | Element::Note { text, .. } | Element::Paragraph(text) => {
                    if is_breakdown(&text.content) {
                        into.push(text);
                    }
                }
                Element::Beside(elements) => cells(elements, into),
                Element::Framed(framed) => cells(&mut framed.children, into),
                Element::Graphic(_) => {}
            }
        }
    }
    let mut texts = Vec::new();
    for part in &mut report.parts {
        match &mut part.body {
            PartBody::Overview(status) => status.iter_mut().for_each(|status| cells(&mut status.body, &mut texts)),
            PartBody::Departments(departments) => departments.iter_mut().for_each(|department| {
                department.status.iter_mut().for_each(|status| cells(&mut status.body, &mut texts));
                department.projects.iter_mut().for_each(|project| cells(&mut project.body, &mut texts));
            }),
        }
    }
    texts
}

/// `369,695`, `9(임기1)`, `107\n(52%)`, `8,318건`: no date, no address, no range.
fn is_figure(text: &str) -> bool {
    let date = text.matches('.').count() > 1 || text.contains('~') || text.contains("http") || text.contains('\'');
    text.trim_start_matches(['+', ' ']).starts_with(|c: char| c.is_ascii_digit()) && !date
}

/// `82,014천원(운영비 48,820천원, 실비 38,194천원)`: figures in brackets after a figure of their unit.
fn is_breakdown(text: &str) -> bool {
    ["천원", "명", "건", "개소"].iter().any(|unit| {
        text.match_indices('(').any(|(at, _)| {
            let inside = text[at + 1..].split(')').next().unwrap_or_default();
            let parts = inside
                .split(',')
                .filter(|part| part.trim_end().ends_with(|c: char| c.is_ascii_digit()) || part.contains(unit));
            text[..at].trim_end().ends_with(unit) && parts.count() > 1 && !inside.contains('등')
        })
    })
}

#[test]
#[allow(clippy::print_stdout, reason = "the rate is what it measures")]
fn most_changed_digits_are_caught() {
    const CHANGES: usize = 200;
    let (report, _) = report_2021();
    let before = check(&report);
    // A linear congruential generator: the same changes on every machine.
    let mut seed: u64 = 20_211_031;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut caught = 0;
    for _ in 0..CHANGES {
        let mut changed = report.clone();
        let mut texts = figures(&mut changed);
        let count = texts.len();
        let text = &mut texts[next(count)].content;
        let digits: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
        let at = digits[next(digits.len())];
        let old = text.as_bytes()[at] - b'0';
        let new = (usize::from(old) + 1 + next(9)) % 10;
        text.replace_range(at..at + 1, &new.to_string());
        let after = check(&changed);
        caught += usize::from(after.iter().any(|found| found.severity <= Severity::Warning && !before.contains(found)));
    }
    let rate = caught * 100 / CHANGES;
    println!("{caught} of {CHANGES} changed digits caught: {rate} %");
    assert!(rate >= 70, "{rate} %");
}

proptest! {
    #![proptest_config(seeded(100))]

    #[test]
    fn text_without_figures_has_no_findings(lines in proptest::collection::vec("(- |■ |  - |※ |)[가-힣]{1,8}( [가-힣·]{1,6}){0,6}", 1..20)) {
        let body: Vec<String> = lines.iter().map(|line| line.trim_start().to_owned()).collect();
        let example = format!("[[project]]\ntitle = '사업'\nbody = '''\n{}'''\n", body.join("\n"));
        prop_assert_eq!(codes(&found(&example)), Vec::<&str>::new());
    }

    #[test]
    fn no_text_makes_it_panic(
        lines in proptest::collection::vec("[-0-9.,()~:%△→+'‘’ /급명원천억만월일년수등계총「」가\\u{0}-\\u{10ffff}]{0,40}", 0..8),
        cells in proptest::collection::vec("(계|총 계|소계|비율|[-0-9.,()%△ 명천원]{0,12}|\\PC{0,6})", 12),
    ) {
        let toml = |text: &str| format!("\"{}\"", text.replace(|c: char| c.is_control() || matches!(c, '\\' | '"'), " "));
        let rows: Vec<String> = cells.chunks(4).map(|row| format!("[{}]", row.iter().map(|cell| toml(cell)).collect::<Vec<_>>().join(", "))).collect();
        let project = format!("[[project]]\ntitle = '사업'\nsummary = {}\n", toml(&format!("글 {}", lines.join(" "))));
        let table = format!("[table.t]\nhead = [{}]\nrows = [{}, {}]\n", rows[0], rows[1], rows[2]);
        let department = format!("name = '총무과'\n{project}[[status]]\ntitle = '현황'\nvalue = {}\nbody = '[table: t]'\n{table}", toml(&format!("값 {}", lines.concat())));
        let report = format!("{FRONT}[[part]]\ntitle = '실적'\ndepartments = ['department.toml']\n");
        let mut sources = Files::in_memory([("report.toml", report), ("department.toml", department)]);
        // What can't be read can't be checked.
        if let Some(report) = crate::read::report(&mut sources, &mut Diagnostics::new()) {
            check(&report);
        }
    }
}
