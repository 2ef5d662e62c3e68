//! Tables from data files: the same as if they had been typed; and files that no report should hold.

use crate::diag::Diagnostics;
use crate::laws::support::dump::rows;
use crate::laws::support::reading::{REPORT, Read, read_files};
use crate::laws::support::seeded;
use crate::laws::support::spreadsheet::{self, Cell, ods, xlsx, zip};
use crate::model::report::{CellContent, Element, PartBody, Report, Table};
use crate::read::files::Files;
use proptest::prelude::*;

const CP949: &[u8] = include_bytes!("../data/sheets/contractors-cp949.csv");
const XLSX: &[u8] = include_bytes!("../data/sheets/contractors.xlsx");
const ODS: &[u8] = include_bytes!("../data/sheets/contractors.ods");

/// A report with a table of these keys, and these data files.
fn read(table: &str, files: &[(&str, &[u8])]) -> Read {
    let part = format!("[[status]]\ntitle = '현황'\nbody = '[table: a]'\n[table.a]\n{table}\n");
    let mut all = vec![("report.toml", REPORT.as_bytes().to_vec()), ("part.toml", part.into_bytes())];
    all.extend(files.iter().map(|(name, bytes)| (*name, bytes.to_vec())));
    read_files(all)
}

/// The table, row by row: a figure ends with `#`, a merged cell with its size, `.` is a place that another covers.
fn grid(table: &str, files: &[(&str, &[u8])]) -> Vec<String> {
    let found = read(table, files);
    assert_eq!(found.said(), "");
    let mut report = found.report.expect("nothing was found");
    let PartBody::Overview(sections) = &mut report.parts[0].body else { unreachable!("the part is one file") };
    let Element::Table(table) = &sections[0].body[0] else { unreachable!("it places a table") };
    dump(table)
}

fn dump(table: &Table) -> Vec<String> {
    let rows = rows(
        table,
        |_| ".".to_owned(),
        |cell| {
            let number = matches!(cell.content, CellContent::Text { number: true, .. });
            format!("{}{}", cell.words().replace('\n', "⏎"), if number { "#" } else { "" })
        },
    );
    let line = |(index, line)| if index < table.head_rows { format!("[{line}]") } else { line };
    rows.into_iter().enumerate().map(line).collect()
}

const CONTRACTORS: [&str; 6] = [
    "[업체명 (대표) 2x1 | 관할구역 2x1 | 환경미화원 1x3 | . | . | 차량 2x1]",
    "[. | . | 계 | 수거원 | 운전원 | .]",
    "가람환경 (김하나) | 북부 | 24# | 16# | 8# | 12#",
    "새솔환경 (이두리) | 북부 | 31# | 21# | 10# | 15#",
    "한빛산업 (박세나) | 남부 | 1,027# | 1,018# | 9# | 13#",
    "다온클린 (최너울) | 남부 | 19# | 12# | 7# | 9#",
];

const FILES: [(&str, &[u8]); 3] = [("a.csv", CP949), ("a.xlsx", XLSX), ("a.ods", ODS)];

/// The three files, and how each is asked for the same rows.
const SAME: [&str; 3] = [
    "file = 'a.csv', head-rows = 2",
    "file = 'a.xlsx', sheet = '업체 현황', range = 'A2:', head-rows = 2",
    "file = 'a.ods', sheet = '업체 현황', head-rows = 2",
];

#[test]
fn every_kind_of_file_gives_the_same_table() {
    for data in SAME {
        assert_eq!(grid(&format!("data = {{ {data} }}"), &FILES), CONTRACTORS, "{data}");
    }
}

#[test]
fn columns_are_chosen_renamed_and_ordered_and_heads_stay_merged_where_they_stand_together() {
    for data in SAME {
        let columns = "columns = ['차량', '수거원', '운전원', '관할구역', '환경미화원/계', {name = '업체', column = '업체명(대표)'}]";
        let rows = grid(&format!("data = {{ {data}, {columns}, filter = [{{column = '차량', least = 13}}] }}"), &FILES);
        assert_eq!(
            rows,
            [
                "[차량 2x1 | 환경미화원 1x2 | . | 관할구역 2x1 | 환경미화원 | 업체 2x1]",
                "[. | 수거원 | 운전원 | . | 계 | .]",
                "15# | 21# | 10# | 북부 | 31# | 새솔환경 (이두리)",
                "13# | 1,018# | 9# | 남부 | 1,027# | 한빛산업 (박세나)",
            ],
            "{data}"
        );
    }
}

#[test]
fn rows_are_filtered_and_sorted_and_a_typed_head_takes_the_place_of_the_files() {
    let table = "head = [['업체', '차량']]\ndata = { file = 'a.csv', head-rows = 2, columns = ['업체명 (대표)', '차량'],\n\
                 filter = [{column = '업체명 (대표)', is-not = ['다온클린(최너울)']}],\n\
                 sort = [{column = '관할구역'}, {column = '차량', descending = true}] }";
    let expected = ["[업체 | 차량]", "한빛산업 (박세나) | 13#", "새솔환경 (이두리) | 15#", "가람환경 (김하나) | 12#"];
    assert_eq!(grid(table, &FILES), expected);
}

#[test]
fn totals_subtotals_shares_and_changes_are_reckoned_exactly() {
    let csv = "구역,분야,2020년,2021년\n북부,도로,0.1,0.3\n북부,공원,1200,1000\n남부,도로,-,5\n남부,공원,200,250.7\n";
    let table = "total = { label = '계', at = 'top', sum = ['2020년', '2021년', '증감', '증감률', '구성비(%)', '두 해'] }\n\
                 subtotal = { by = '구역', label = '소계', sum = ['2021년', '증감', '구성비(%)'] }\n\
                 [table.a.data]\nfile = 'a.csv'\n\
                 columns = ['구역', '분야', '2020년', '2021년', {name = '증감', change = ['2020년', '2021년']},\n\
                 {name = '증감률', change-rate = ['2020년', '2021년']}, {name = '구성비(%)', share = '2021년', decimals = 2},\n\
                 {name = '두 해', sum = ['2020년', '2021년']}]";
    assert_eq!(
        grid(table, &[("a.csv", csv.as_bytes())]),
        [
            "[구역 | 분야 | 2020년 | 2021년 | 증감 | 증감률 | 구성비(%) | 두 해]",
            "계 1x2 | . | 1,400.1# | 1,256.0# | △144.1 | △10.3% | 100.00# | 2,656.1#",
            "북부 3x1 | 도로 | 0.1# | 0.3# | 0.2# | 200.0% | 0.02# | 0.4#",
            ". | 공원 | 1,200# | 1,000# | △200 | △16.7% | 79.62# | 2,200#",
            ". | 소계 1x2 | . | 1,000.3# | △199.8 |  | 79.64# | ",
            "남부 3x1 | 도로 | - | 5# | 5# | - | 0.40# | 5#",
            ". | 공원 | 200# | 250.7# | 50.7# | 25.4% | 19.96# | 450.7#",
            ". | 소계 1x2 | . | 255.7# | 55.7# |  | 20.36# | ",
        ]
    );
}

#[test]
fn typed_tables_have_totals_too() {
    let table = "head = [['과', '인원', '<'], ['^', '정원', '현원']]\nrows = [['가', 12, '11^^1)^^'], ['나', '1,000', '△1']]\n\
                 notes = ['1) 휴직 포함']\ntotal = { label = '계', sum = ['정원', '인원/현원'] }";
    assert_eq!(grid(table, &[])[2..], ["가 | 12# | 111)", "나 | 1,000 | △1", "계 | 1,012# | 10#"]);
}

#[test]
fn cells_are_as_the_sheet_shows_them() {
    let rows = grid("data = { file = 'a.xlsx', sheet = '표시 형식' }", &FILES);
    assert_eq!(
        rows,
        [
            "[이름 | 값]",
            "날짜 | 2021-10-31",
            "한글 날짜 | 2021년 10월 31일(일)",
            "백분율 | 12.3%",
            "천원 | 234,490천원",
            "증감 | △1,500",
            "소수 | 0.3#",
            "반올림 | 2.35#",
            "글 | 한 줄⏎두 줄",
            "참 | TRUE",
            "문서번호 | 007",
        ]
    );
    let rows = grid("data = { file = 'a.ods', sheet = '표시 형식' }", &FILES);
    assert_eq!(
        rows,
        [
            "[이름 | 값]",
            "날짜 | 2021. 10. 31.",
            "백분율 | 12.3%",
            "증감 | △1,500",
            "소수 | 1,234.50#",
            "글 | 한 줄⏎두 줄",
            "수식 | 12#",
        ]
    );
}

#[test]
fn years_stand_as_in_the_file() {
    let csv = "연도,예산\n2020,1234\n2021,\"1,300\"\n".as_bytes();
    let rows = grid("data = { file = 'a.csv', verbatim = ['연도'] }", &[("a.csv", csv)]);
    assert_eq!(rows, ["[연도 | 예산]", "2020 | 1,234#", "2021 | 1,300#"]);
}

#[test]
fn a_cell_that_is_wrong_is_named_with_its_file_and_sheet() {
    for (table, code, parts) in [
        (
            "data = { file = 'a.xlsx', sheet = '오류' }",
            "data-error-cell",
            &["오류!B3", "#REF!", "a.xlsx (오류):3:"][..],
        ),
        ("data = { file = 'a.ods', sheet = '오류' }", "data-error-cell", &["오류!B2", "a.ods (오류):2:"]),
        (
            "total = {label = '계', sum = ['값']}\ndata = { file = 'a.xlsx', sheet = '표시 형식' }",
            "not-a-number",
            &["표시 형식!B2", "2021-10-31"],
        ),
        ("data = { file = 'a.csv', filter = [{column = '차량', least = 1}] }", "not-a-number", &["F1", "a.csv:1:"]),
        ("data = { file = 'a.xlsx' }", "sheet-needed", &["업체 현황"]),
        ("data = { file = 'a.xlsx', sheet = '업체현황' }", "unknown-sheet", &["Did you mean `업체 현황`?"]),
        ("data = { file = 'a.csv', sheet = '가' }", "data-key", &["`sheet`"]),
        ("data = { file = 'b.csv' }", "file-not-found", &["Did you mean `a.csv`?"]),
        ("data = { file = '../a.csv' }", "outside-report", &[]),
        ("data = { file = 'a.csv', encoding = 'utf-8' }", "data-encoding", &["line 1", "UTF-8"]),
    ] {
        let found = read(table, &FILES);
        assert!(found.codes().contains(&code), "{table}: {}", found.said());
        for part in parts {
            assert!(found.said().contains(part), "{part} in {}", found.said());
        }
        assert!(found.report.is_none());
    }
    let broken = read("data = { file = 'a.xlsx', sheet = '오류' }", &FILES);
    assert_eq!(broken.codes(), ["data-error-cell", "data-no-result"]);
}

#[test]
fn files_that_only_pose_as_data_are_refused() {
    let bomb = vec![b' '; 200 << 20];
    let bomb = zip(&[
        ("_rels/.rels", spreadsheet::XLSX_RELATIONS.as_bytes()),
        ("xl/workbook.xml", spreadsheet::XLSX_WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", spreadsheet::XLSX_WORKBOOK_RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", &[b"<worksheet><sheetData>".as_slice(), &bomb].concat()),
    ]);
    assert!(bomb.len() < 2 << 20, "a small file that holds much");
    let many = "1,2\n".repeat(1_000_000);
    let repeated = "<table:table table:name='가'><table:table-row table:number-rows-repeated='1000000000'>\
                    <table:table-cell table:number-columns-repeated='1000000000'><text:p>가</text:p></table:table-cell></table:table-row></table:table>";
    let repeated = zip(&[("content.xml", repeated.as_bytes())]);
    let wide = "<worksheet><sheetData><row r='99999'><c r='XFD99999'><v>1</v></c></row></sheetData>\
                <mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells></worksheet>";
    let wide = spreadsheet::xlsx_of(wide);
    let garbled = "이름,값\n\u{c7}\u{f6}\u{c8}\u{b2},1\n".as_bytes();
    let long = format!("이름,값\n{},1\n", "가".repeat(1 << 20));
    let cases: [(&str, &[u8], &str); 14] = [
        ("a.xlsx", &bomb, "data-inflated"),
        ("a.csv", many.as_bytes(), "data-too-long"),
        ("a.csv", long.as_bytes(), "data-cell-too-long"),
        ("a.ods", &repeated, "data-too-long"),
        ("a.xlsx", &wide, "data-too-long"),
        ("a.xlsx", b"PK\x03\x04", "data-damaged"),
        ("a.xlsx", b"not a spreadsheet\n1\n", "data-damaged"),
        ("a.xlsx", &XLSX[..XLSX.len() / 2], "data-damaged"),
        ("a.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "data-damaged"),
        ("a.csv", b"a,b\n\0\0,1\n", "data-format"),
        ("a.csv", b"\xFF\xFF\xFF", "data-encoding"),
        ("a.csv", garbled, "data-garbled"),
        ("a.csv", "가,나\n1,2\n3\n".as_bytes(), "data-row-length"),
        ("a.csv", "가,나\n\"1,2\n".as_bytes(), "data-quote"),
    ];
    for (name, bytes, code) in cases {
        let found = read(&format!("data = {{ file = '{name}' }}"), &[(name, bytes)]);
        assert_eq!(found.codes(), [code], "{name}: {}", found.said());
    }
    assert_eq!(read("data = { file = 'a.csv' }", &[("a.csv", b"")]).codes(), ["data-empty"]);
}

#[test]
fn a_sheet_that_several_tables_use_is_read_once() {
    let part = "[[status]]\ntitle = '현황'\nbody = '''\n[table: a]\n[table: b]\n'''\n\
                [table.a]\ndata = {file = 'a.xlsx', sheet = '업체 현황', range = 'A2:', head-rows = 2}\n\
                [table.b]\ndata = {file = './a.xlsx', sheet = '업체 현황', range = 'A4:', head-rows = 0}\n";
    let files = [("report.toml", REPORT.as_bytes()), ("part.toml", part.as_bytes()), ("a.xlsx", XLSX)];
    let mut sources = Files::in_memory(files);
    let mut sink = Diagnostics::new();
    assert!(crate::read::report(&mut sources, &mut sink).is_some());
    // The report's file, the part's, and one text for the sheet.
    assert!(
        sources.sources.get(crate::model::source::FileId(2)).is_some()
            && sources.sources.get(crate::model::source::FileId(3)).is_none()
    );
}

/// A cell of a random table, as it is typed in TOML and as it stands in data.
fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        4 => (-99_999..9_999_999i64).prop_map(|number| Cell::Number(number.to_string())),
        2 => (0..99_999i64, 1..999u32).prop_map(|(whole, part)| Cell::Number(format!("{whole}.{}", part.to_string().trim_end_matches('0')))),
        4 => "[가-힣]{1,4}( [가-힣a-z]{1,3})?".prop_map(Cell::Text),
        1 => Just(Cell::Text("△12".into())),
        1 => Just(Cell::Text("-".into())),
        1 => Just(Cell::Text("가\n나".into())),
        2 => Just(Cell::Left),
        2 => Just(Cell::Above),
    ]
}

/// A table without joins that lead out of it, head and body apart, and with something in every row and column: a spreadsheet has no others.
fn table() -> impl Strategy<Value = Vec<Vec<Cell>>> {
    let rows = (1..5usize, 2..6usize)
        .prop_flat_map(|(columns, rows)| proptest::collection::vec(proptest::collection::vec(cell(), columns), rows));
    rows.prop_map(|mut rows| {
        // Figures in the head of a file stand as they are: years.
        for cell in rows[0].iter_mut().filter(|cell| matches!(cell, Cell::Number(_))) {
            *cell = Cell::Text("머리".into());
        }
        for (row, cells) in rows.iter_mut().enumerate() {
            for (column, cell) in cells.iter_mut().enumerate() {
                if (column == 0 && *cell == Cell::Left) || (row < 2 && *cell == Cell::Above) {
                    *cell = Cell::Text(format!("칸{column}"));
                }
            }
        }
        let joins = |cell: &Cell| matches!(cell, Cell::Left | Cell::Above);
        for row in &mut rows {
            if row.iter().all(joins) {
                row[0] = Cell::Text("행".into());
            }
        }
        for column in 0..rows[0].len() {
            if rows.iter().all(|row| joins(&row[column])) {
                rows[0][column] = Cell::Text("열".into());
            }
        }
        rows
    })
}

proptest! {
    #![proptest_config(seeded(400))]

    #[test]
    fn a_table_from_any_file_is_the_table_that_was_typed(rows in table()) {
        let typed = |rows: &[Vec<Cell>]| {
            let row = |row: &Vec<Cell>| format!("[{}]", row.iter().map(Cell::toml).collect::<Vec<_>>().join(", "));
            rows.iter().map(row).collect::<Vec<_>>().join(", ")
        };
        let by_hand = format!("head = [{}]\nrows = [{}]", typed(&rows[..1]), typed(&rows[1..]));
        let by_hand = read(&by_hand, &[]);
        let csv = spreadsheet::csv(&rows);
        let cp949 = encoding_rs::EUC_KR.encode(&csv).0.into_owned();
        let (xlsx, ods) = (xlsx(&rows), ods(&rows));
        let marked = format!("\u{feff}{csv}").into_bytes();
        for (name, bytes) in [("a.csv", csv.as_bytes()), ("b.csv", &marked), ("c.csv", &cp949), ("a.xlsx", &xlsx), ("a.ods", &ods)] {
            let found = read(&format!("data = {{ file = '{name}' }}"), &[(name, bytes)]);
            let is_csv = name.ends_with("csv");
            match (&by_hand.report, &found.report) {
                (Some(typed), Some(read)) => {
                    let of = |report: &Report| match &report.parts[0].body {
                        PartBody::Overview(sections) => match &sections[0].body[0] {
                            Element::Table(table) => dump(table),
                            _ => unreachable!("it places a table"),
                        },
                        PartBody::Departments(_) => unreachable!("the part is one file"),
                    };
                    prop_assert_eq!(of(typed), of(read), "{}", name);
                }
                // In a spreadsheet merged cells can't be anything but rectangles.
                (None, _) if !is_csv => {}
                _ => {
                    // A file is also asked whether its head is where it seems to be.
                    let codes: Vec<_> = found.codes().into_iter().filter(|code| *code != "data-head").collect();
                    prop_assert_eq!(by_hand.codes(), codes, "{}", name)
                }
            }
        }
    }

    #[test]
    fn sums_are_exact(figures in proptest::collection::vec((-999_999_999_999i64..999_999_999_999, 0..6u32), 1..60)) {
        // In units of the sixth decimal, in which all of them are whole.
        let total: i128 = figures.iter().map(|&(units, decimals)| i128::from(units) * 10_i128.pow(6 - decimals)).sum();
        let written = |(units, decimals): &(i64, u32)| rust_decimal::Decimal::new(*units, *decimals).to_string();
        let csv = figures.iter().fold("이름,값\n".to_owned(), |all, figure| format!("{all}가,{}\n", written(figure)));
        let rows = grid("data = { file = 'a.csv' }\ntotal = {label = '계', sum = ['값']}", &[("a.csv", csv.as_bytes())]);
        let sum = rows.last().and_then(|row| row.strip_prefix("계 | ")).map(|sum| sum.replace([',', '#'], ""));
        let sum: rust_decimal::Decimal = sum.as_deref().unwrap_or_default().parse().expect("it is a number");
        prop_assert_eq!(sum, rust_decimal::Decimal::from_i128_with_scale(total, 6));
    }

    #[test]
    fn sorting_and_filtering_keep_what_they_should(values in proptest::collection::vec(-50..50i64, 1..40), least in -50..50i64) {
        let csv = values.iter().enumerate().fold("번호,값\n".to_owned(), |all, (index, value)| format!("{all}제{index},{value}\n"));
        let table = format!("data = {{ file = 'a.csv', filter = [{{column = '값', least = {least}}}], sort = [{{column = '값', descending = true}}] }}");
        let mut kept: Vec<(usize, i64)> = values.iter().copied().enumerate().filter(|(_, value)| *value >= least).collect();
        kept.sort_by_key(|(_, value)| -value);
        let expected: Vec<String> = kept.iter().map(|(index, value)| format!("제{index} | {value}#")).collect();
        if expected.is_empty() {
            prop_assert_eq!(read(&table, &[("a.csv", csv.as_bytes())]).codes(), ["filter-leaves-none"]);
        } else {
            prop_assert_eq!(&grid(&table, &[("a.csv", csv.as_bytes())])[1..], expected);
        }
    }

    #[test]
    fn a_mutated_file_never_panics(
        which in 0..3usize,
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0..8usize, proptest::collection::vec(any::<u8>(), 0..6)), 1..6),
    ) {
        let (name, bytes) = FILES[which];
        let mut bytes = bytes.to_vec();
        for (at, length, put) in cuts {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, put);
        }
        read(&format!("data = {{ {} }}", SAME[which]), &[(name, &bytes)]);
    }

    #[test]
    fn mutated_parts_of_a_spreadsheet_never_panic(
        is_ods in any::<bool>(),
        rows in table(),
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0..20usize, "[<>/='\"&;a-z0-9:]{0,6}"), 1..5),
    ) {
        let mutate = |text: &str| {
            let mut text = text.to_owned();
            for (at, length, put) in &cuts {
                let start = text.floor_char_boundary(at.index(text.len() + 1));
                let end = text.ceil_char_boundary((start + length).min(text.len()));
                text.replace_range(start..end, put);
            }
            text
        };
        if is_ods {
            let bytes = zip(&[("content.xml", mutate(&spreadsheet::ods_content(&rows)).as_bytes())]);
            read("data = { file = 'a.ods' }", &[("a.ods", &bytes)]);
        } else {
            let bytes = spreadsheet::xlsx_of(&mutate(&spreadsheet::xlsx_sheet(&rows)));
            read("data = { file = 'a.xlsx' }", &[("a.xlsx", &bytes)]);
        }
    }
}
