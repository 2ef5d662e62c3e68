//! A report carried over to another year: its days, figures, charts and data files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::check::check;
use crate::diag::Diagnostics;
use crate::laws::support::seeded;
use crate::read::files::Files;
use crate::regenerate::renew::{self, CarryOver, Renewed};
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use proptest::prelude::*;

/// The files of a report of 2021 in memory, carried over to a year.
fn carried_over(files: &[(&str, &[u8])], to: u16) -> Renewed {
    let mut sources = Files::in_memory(files.iter().map(|(path, data)| (*path, data.to_vec()))).keeping();
    let mut sink = Diagnostics::new();
    let report = crate::read::report(&mut sources, &mut sink);
    let said = |sink: Diagnostics| format!("{:?}", sink.finish().list);
    let Some(report) = report else { panic!("{}", said(sink)) };
    let mut fonts = Fonts::load(&sources, &mut sink);
    let theme = Theme::load(&report.template, &mut fonts, &mut sources, &mut sink).expect("a template");
    let from = renew::year(&report).expect("a year");
    renew::renew(&sources, sources.kept(), CarryOver { from, to, words: &theme.def.carry_over })
}

fn text_of<'a>(renewed: &'a Renewed, path: &str) -> &'a str {
    std::str::from_utf8(&renewed.files[Path::new(path)]).expect("a text")
}

/// What the check finds in a report that was carried over: codes, and how many places are left to fill in.
fn found(renewed: &Renewed) -> (BTreeSet<&'static str>, usize) {
    let mut sources = Files::in_memory(renewed.files.iter().map(|(path, data)| (path.clone(), data.clone())));
    let mut sink = Diagnostics::new();
    let report = crate::read::report(&mut sources, &mut sink);
    let Some(report) = report else { panic!("{:?}", sink.finish().list) };
    let found = check(&report);
    let left = found.iter().filter(|found| found.problem.code() == "to-fill").map(|found| 1 + found.related.len());
    (found.iter().map(|found| found.problem.code()).collect(), left.sum())
}

const REPORT: &str = "template = 'council'\n[report]\ntitle = '2021년 보고'\nauthor = '총무과'\n[[part]]\ntitle = '현황'\nfile = 'a.toml'\n";

#[test]
fn a_box_of_results_is_emptied_as_a_heading_of_results_is() {
    let body = "- 기간 : 2021. 3. ~ 12.\n<2021년 추진실적>\n  - 점검 12곳\n  - 회의 개최\n- 계획\n";
    let part = format!("[[status]]\ntitle = '업무'\nbody = \"\"\"\n{body}\"\"\"\n");
    let renewed = carried_over(&[("report.toml", REPORT.as_bytes()), ("a.toml", part.as_bytes())], 2022);
    let text = text_of(&renewed, "a.toml");
    assert!(text.contains("<2022년 추진실적>\n  - 점검 〔 〕곳\n  - 회의 개최 〔 〕\n- 계획\n"), "{text}");
}

#[test]
fn weekdays_are_those_of_the_new_year() {
    let lines = [
        ("2021. 4. 7.(수) 개최", "2022. 4. 7.(목) 개최"),
        ("2021. 4. 2.(금) ~ 4. 3.(토) 사전투표", "2022. 4. 2.(토) ~ 4. 3.(일) 사전투표"),
        ("2021년 4월 7일(수요일)", "2022년 4월 7일(목요일)"),
        ("2021-04-07(수, 18시)", "2022-04-07(목, 18시)"),
        ("매주 4. 7.(수)부터", "매주 4. 7.(목)부터"),
        ("2021. 12. 30.(목) ~ 2022. 1. 2.(일)", "2022. 12. 30.(금) ~ 2023. 1. 2.(월)"),
        ("2021. 11. ~ 2022. 2.", "2022. 11. ~ 2023. 2."),
        // Another year, or one that says no weekday.
        ("2018. 8. 1.(수) 제정", "2018. 8. 1.(수) 제정"),
        ("'21. 4. 7.(수) 공포", "'21. 4. 7.(수) 공포"),
        ("2021. 4. 7. 개최", "2022. 4. 7. 개최"),
    ];
    let body = lines.map(|(old, _)| format!("- {old}\n")).concat();
    let part = format!("[[status]]\ntitle = '일정'\nbody = \"\"\"\n{body}\"\"\"\n");
    let renewed = carried_over(&[("report.toml", REPORT.as_bytes()), ("a.toml", part.as_bytes())], 2022);
    let new: Vec<&str> = text_of(&renewed, "a.toml").lines().filter_map(|line| line.strip_prefix("- ")).collect();
    assert_eq!(new, lines.map(|(_, new)| new));
}

#[test]
fn a_day_that_the_new_year_does_not_have_is_left_to_fill_in() {
    let report = REPORT.replace("2021", "2020");
    let part = "[[status]]\ntitle = '일정'\nbody = \"\"\"\n- 2020. 2. 29.(토) 개최\n- 2020. 2. 28.(금) ~ 2. 29.(토)\n[table: t]\n\"\"\"\n[table.t]\nas-of = 2020-02-29\nrows = [['가', '나']]\n";
    let files = [("report.toml", report.as_bytes()), ("a.toml", part.as_bytes())];
    let renewed = carried_over(&files, 2021);
    let text = text_of(&renewed, "a.toml");
    assert!(
        text.contains("- 〔 〕 개최\n- 2021. 2. 28.(일) ~ 〔 〕\n") && text.contains("as-of = \"〔 〕\""),
        "{text}"
    );
    assert_eq!(found(&renewed), (BTreeSet::from(["to-fill"]), 3));
    let again = carried_over(&files, 2024);
    assert!(text_of(&again, "a.toml").contains("2024. 2. 29.(목)") && text_of(&again, "a.toml").contains("2024-02-29"));
}

#[test]
fn charts_keep_their_names_and_lose_their_figures() {
    let part = "[[status]]\ntitle = '절차'\nbody = \"\"\"\n[chart: p]\n[chart: t]\n[chart: o]\n\"\"\"\n\
                [chart.p]\nkind = 'process'\nsteps = \"\"\"\n1차 심의 : 위원 7명\n2차 심의? : 12건\n  가결 → 공포\n  부결 → 1차 심의\n공포\n\"\"\"\n\
                [chart.t]\nkind = 'timeline'\ntasks = \"\"\"\n- 5개 교량 점검 : 2021. 3. 2. ~ 6. 30. (34명)\n\"\"\"\n\
                [chart.o]\nkind = 'organisation'\ntree = \"\"\"\n국장 : 183명\n- 총무과장 : 54명\n\"\"\"\n";
    let renewed = carried_over(&[("report.toml", REPORT.as_bytes()), ("a.toml", part.as_bytes())], 2022);
    let text = text_of(&renewed, "a.toml");
    for line in [
        "1차 심의 : 위원 〔 〕명",
        "2차 심의? : 〔 〕건",
        "- 5개 교량 점검 : 2022. 3. 2. ~ 6. 30. (〔 〕명)",
        "국장 : 〔 〕명",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}: {text}");
    }
    assert_eq!((found(&renewed), renewed.marks), ((BTreeSet::from(["to-fill"]), 5), 5));
}

#[test]
fn text_files_are_emptied_of_their_figures_and_nothing_else() {
    let old = "연번,동,2021년 주민,연도,문서번호,비율,기준\r\n1,서교동,\"1,234\",2019,70,58.2%,2021. 4. 7.(수)\r\n2,합정 2동,567^^1)^^,2021,71,-,\r\n";
    let new = "연번,동,2022년 주민,연도,문서번호,비율,기준\r\n1,서교동,〔 〕,2019,70,〔 〕,2022. 4. 7.(목)\r\n2,합정 2동,〔 〕^^1)^^,2022,71,-,\r\n";
    let part = "[[status]]\ntitle = '주민'\nvalue = '{{ t[\"계\"][\"2021년 주민\"] }}명'\nbody = '[table: t]\n[chart: c]'\n[table.t]\nnotes = ['1) 외국인 포함']\nrow-heads = 2\n\
                total = { label = '계', sum = ['2021년 주민'] }\n[table.t.data]\nfile = 'd.csv'\nmarkup = true\nverbatim = ['연도', '문서번호']\n\
                columns = ['연번', '동', '2021년 주민', '연도', '문서번호', '비율', '기준', { name = '늘어남', change = ['연도', '2021년 주민'] }, { name = '몫(%)', share = '2021년 주민' }]\n\
                [chart.c]\nkind = 'bars'\ntable = 't'\ncolumns = ['2021년 주민']\n";
    let part = part.replace("'[table: t]\n[chart: c]'", "\"\"\"\n[table: t]\n[chart: c]\n\"\"\"");
    let cp949 = |text: &str| encoding_rs::EUC_KR.encode(text).0.into_owned();
    let marked = |text: &str| format!("\u{feff}{text}").into_bytes();
    for (old, new) in
        [(old.as_bytes().to_vec(), new.as_bytes().to_vec()), (cp949(old), cp949(new)), (marked(old), marked(new))]
    {
        let files = [("report.toml", REPORT.as_bytes()), ("a.toml", part.as_bytes()), ("d.csv", &old)];
        let renewed = carried_over(&files, 2022);
        let written = &renewed.files[Path::new("d.csv")];
        assert!(*written == new, "{}", String::from_utf8_lossy(written));
        assert_eq!(renewed.marks, 3);
        assert!(renewed.kept.is_empty());
        // Whatever is reckoned from them is left to fill in as well.
        assert_eq!(found(&renewed).0, BTreeSet::from(["to-fill"]));
    }
}

#[test]
fn spreadsheets_stay_and_their_tables_say_so() {
    let book = include_bytes!("../../reports/sample/data/waste.xlsx");
    let part = r#"[[status]]
title = "2021년 일정"
value = "{{ a['계']['2021년 예산'] | comma }}천원"
body = """
[table: a]
[table: b]
[table: c]
"""
[table.a]
unit = "천원"
total = { label = "계", sum = ["2021년 예산"] }
[table.a.data]
file = "waste.xlsx"
sheet = "일정"
columns = ["사업", { name = "2021년 예산", column = "예산" }]
[table.b]
as-of = 2021-10-31
data = { file = "waste.xlsx", sheet = "일정" }
[table.c.data]
file = "waste.xlsx"
sheet = "일정"
"#;
    let files = [("report.toml", REPORT.as_bytes()), ("a.toml", part.as_bytes()), ("waste.xlsx", &book[..])];
    let renewed = carried_over(&files, 2022);
    assert!(renewed.files[Path::new("waste.xlsx")] == book);
    assert_eq!(renewed.kept, BTreeSet::from([PathBuf::from("waste.xlsx")]));
    let text = text_of(&renewed, "a.toml");
    // What names last year's figures stays, in the table and where it is referred to.
    assert!(text.contains("title = \"2022년 일정\"\nvalue = \"{{ a['계']['2021년 예산']"), "{text}");
    assert!(text.contains("{ name = \"2021년 예산\", column = \"예산\" }"), "{text}");
    for header in ["[table.a]", "[table.b]", "[table.c]"] {
        let section = text.split(&format!("{header}\n")).nth(1).unwrap_or_default();
        assert!(section.starts_with("as-of = \"〔 〕\"  # 작년 자료 그대로인 파일: waste.xlsx."), "{header}: {text}");
    }
    assert_eq!((found(&renewed), renewed.marks), ((BTreeSet::from(["to-fill"]), 3), 3));
}

#[test]
fn what_a_key_is_called_and_what_a_block_is_named_says_no_year() {
    // A value that is called as a key of files is a figure all the same, and a table keeps the name that a chart has of it.
    let report = format!("{REPORT}[values]\nfile = 1234\ntemplate = '12명'\n");
    let part = "[[status]]\ntitle = '주민'\nbody = \"\"\"\n- 주민 {{ file | comma }}명\n[table: t2021]\n[chart: c]\n\"\"\"\n\
                [table.t2021]\nhead = [['동', '2021년']]\nrows = [['서교동', 12], ['합정동', 7]]\nrow-heads = 1\n\
                [chart.c]\nkind = 'bars'\ntable = 't2021'\ncolumns = ['2021년']\n";
    let renewed = carried_over(&[("report.toml", report.as_bytes()), ("a.toml", part.as_bytes())], 2022);
    let text = text_of(&renewed, "a.toml");
    assert!(text.contains("table = 't2021'\ncolumns = ['2022년']"), "{text}");
    let values = "[values]\nfile = \"〔 〕\"\ntemplate = '〔 〕명'\n";
    assert!(text_of(&renewed, "report.toml").ends_with(values), "{}", text_of(&renewed, "report.toml"));
    assert_eq!(found(&renewed).0, BTreeSet::from(["to-fill"]));
}

#[test]
fn a_part_is_carried_over_whatever_its_file_is_called() {
    let report = REPORT.replace("a.toml", "a.txt");
    let part = "[[status]]\ntitle = '2021년 현황'\nbody = '- 정원 12명'\n";
    let renewed = carried_over(&[("report.toml", report.as_bytes()), ("a.txt", part.as_bytes())], 2022);
    assert_eq!(text_of(&renewed, "a.txt"), "[[status]]\ntitle = '2022년 현황'\nbody = '- 정원 〔 〕명'\n");
}

proptest! {
    #![proptest_config(seeded(64))]

    /// Days with their right weekdays still have them, whatever year they are moved to.
    #[test]
    fn plans_of_any_day_stay_right(days in proptest::collection::vec((1_i8..=12, 1_i8..=31, 0_i64..400), 1..8), from in 2000_i16..2060, later in 1_u16..12) {
        let shown = |day: jiff::civil::Date| {
            let name = ["월", "화", "수", "목", "금", "토", "일"][day.weekday().to_monday_zero_offset() as usize];
            format!("{}. {}. {}.({name})", day.year(), day.month(), day.day())
        };
        let mut firsts: Vec<(jiff::civil::Date, i64)> = days.iter().filter_map(|&(month, day, length)| Some((jiff::civil::Date::new(from, month, day).ok()?, length))).collect();
        // In order: the check looks at that too.
        firsts.sort_unstable();
        let plans = firsts.into_iter().filter_map(|(first, length)| {
            let last = first.checked_add(jiff::Span::new().days(length)).ok()?;
            Some(format!("- {}\n- {} ~ {}\n", shown(first), shown(first), shown(last)))
        });
        let part = format!("[[status]]\ntitle = '일정'\nbody = \"\"\"\n{}- 끝\n\"\"\"\n", plans.collect::<String>());
        let report = REPORT.replace("2021", &from.to_string());
        let files = [("report.toml", report.as_bytes()), ("a.toml", part.as_bytes())];
        let to = u16::try_from(from).expect("a year") + later;
        let (codes, _) = found(&carried_over(&files, to));
        prop_assert!(codes.iter().all(|code| *code == "to-fill"), "{codes:?} in\n{}", text_of(&carried_over(&files, to), "a.toml"));
    }
}
