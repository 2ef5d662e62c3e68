//! Spreadsheets and texts as Excel shows them: what is hidden, what a cell says, what a file isn't.

use crate::laws::support::reading::{REPORT, Read, read_files};
use crate::laws::support::spreadsheet::{self, zip};
use crate::model::report::{CellContent, Element, PartBody, Table};

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../data/sheets/cases/", $name))
    };
}

/// A report with a table of this data, and this file.
fn read(data: &str, name: &str, bytes: &[u8]) -> Read {
    let part = format!("[[status]]\ntitle = '현황'\nbody = '[table: a]'\n[table.a]\n{data}\n");
    read_files(vec![
        ("report.toml", REPORT.as_bytes().to_vec()),
        ("part.toml", part.into_bytes()),
        (name, bytes.to_vec()),
    ])
}

/// The rows of a table, cell by cell; a figure ends with `#`, and `.` is a place that another covers.
fn rows(read: &Read) -> Vec<String> {
    let report = read.report.as_ref().unwrap_or_else(|| panic!("{}", read.said()));
    let PartBody::Overview(sections) = &report.parts[0].body else { unreachable!("the part is one file") };
    let Element::Table(table) = &sections[0].body[0] else { unreachable!("it places a table") };
    dump(table)
}

fn dump(table: &Table) -> Vec<String> {
    let grid = &table.grid;
    let place = |row: usize, column: usize| match grid.at((row, column)) {
        Some(cell) if cell.region.place() == (row, column) => {
            let number = matches!(cell.content.content, CellContent::Text { number: true, .. });
            format!("{}{}", cell.content.words().replace('\n', "⏎"), if number { "#" } else { "" })
        }
        _ => ".".to_owned(),
    };
    let row = |row: usize| (0..grid.columns()).map(|column| place(row, column)).collect::<Vec<_>>().join(" | ");
    (0..grid.rows()).map(row).collect()
}

/// What a file shows, all of it, and what is said.
fn shown(name: &str, bytes: &[u8]) -> (Vec<String>, Vec<&'static str>) {
    let found = read(&format!("data = {{ file = '{name}' }}"), name, bytes);
    (rows(&found), found.codes())
}

/// A workbook of one sheet with these formats of numbers, from the first style on.
fn workbook(formats: &[&str], sheet: &str, shared: Option<&str>) -> Vec<u8> {
    let escaped = |code: &str| code.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let list = formats.iter().enumerate();
    let codes: String =
        list.map(|(at, code)| format!("<numFmt numFmtId='{}' formatCode=\"{}\"/>", 164 + at, escaped(code))).collect();
    let styles: String = (0..formats.len()).map(|at| format!("<xf numFmtId='{}'/>", 164 + at)).collect();
    let styles = format!("<styleSheet><numFmts>{codes}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>");
    let mut parts = vec![
        ("_rels/.rels", spreadsheet::XLSX_RELATIONS.as_bytes()),
        ("xl/workbook.xml", spreadsheet::XLSX_WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", spreadsheet::XLSX_WORKBOOK_RELATIONS.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    if let Some(shared) = shared {
        parts.push(("xl/sharedStrings.xml", shared.as_bytes()));
    }
    zip(&parts)
}

/// A sheet of these rows, each cell as it stands in the file.
fn sheet(before: &str, rows: &[&[&str]]) -> String {
    let row = |(at, cells): (usize, &&[&str])| format!("<row r='{}'>{}</row>", at + 1, cells.concat());
    let rows: String = rows.iter().enumerate().map(row).collect();
    format!("<worksheet>{before}<sheetData>{rows}</sheetData></worksheet>")
}

const HEAD: &[&str] =
    &["<c r='A1' t='inlineStr'><is><t>구분</t></is></c>", "<c r='B1' t='inlineStr'><is><t>값</t></is></c>"];

#[test]
fn formats_are_those_of_the_sheet() {
    let (rows, codes) = shown("a.xlsx", case!("fmt-accounting-zero.xlsx"));
    assert_eq!(rows[1..], ["쉼표 스타일 | -", "소수 줄임 | -", "통화 | ₩-", "내장 41 | -", "내장 43 | -"]);
    assert!(codes.is_empty());
    let (rows, _) = shown("a.xlsx", case!("fmt-condition.xlsx"));
    assert_eq!(
        rows[1..],
        ["감소 | △1,500", "증가 | 1,500#", "감소 2 | △1,500", "없음 | -", "있음 | 12#", "백만 | 250.0백만"]
    );
    let (rows, _) = shown("a.xlsx", case!("fmt-system-date.xlsx"));
    let expected =
        ["긴 날짜 | 2021년 10월 31일 일요일", "오후 | 오후 2:30", "오전 | 오전 9:00", "mmmm | October", "초 | 01:01.0"];
    assert_eq!(rows[1..], expected);
    let (rows, _) = shown("a.xlsx", case!("strictdate.xlsx"));
    assert_eq!(rows[1..], ["개소 | 2021-10-31"]);
}

#[test]
fn a_code_is_never_a_number_with_commas() {
    let formats = ["00000", "000-00-00000", "0##-####-####", "#,##0", "[DBNum4][$-412]General"];
    let cell = |at: usize, number: &str| format!("<c s='{at}'><v>{number}</v></c>");
    let row: String = ["12345", "1234567890", "1012345678", "12345", "12345"]
        .iter()
        .enumerate()
        .map(|(at, number)| cell(at, number))
        .collect();
    let head = "<row><c t='inlineStr'><is><t>가</t></is></c><c/><c/><c/><c/></row>";
    let sheet = format!("<worksheet><sheetData>{head}<row>{row}</row></sheetData></worksheet>");
    let (rows, _) = shown("a.xlsx", &workbook(&formats, &sheet, None));
    assert_eq!(rows[1], "12345 | 123-45-67890 | 010-1234-5678 | 12,345# | 일만이천삼백사십오");
}

#[test]
fn what_is_summed_is_what_is_shown() {
    let formats = ["0.0", "#,##0,\"천원\"", "#,##0_);(#,##0)", "0.0%", "#.##"];
    let number = |at: usize, number: &str| format!("<c s='{at}'><v>{number}</v></c>");
    let row = |numbers: [&str; 5]| -> String {
        let cells: String = numbers.iter().enumerate().map(|(at, it)| number(at, it)).collect();
        format!("<row><c t='inlineStr'><is><t>가</t></is></c>{cells}</row>")
    };
    let names = ["구분", "소수", "천원", "괄호", "비율", "점"];
    let head: String = names.iter().map(|name| format!("<c t='inlineStr'><is><t>{name}</t></is></c>")).collect();
    let body = row(["1.25", "1500400", "1500", "0.1234", "0.5"]) + &row(["1.25", "2500400", "-2000", "0.5", "0.25"]);
    let sheet = format!("<worksheet><sheetData><row>{head}</row>{body}</sheetData></worksheet>");
    let bytes = workbook(&formats, &sheet, None);
    let table = "total = { label = '계', sum = ['소수', '천원', '괄호', '비율', '점'] }\ndata = { file = 'a.xlsx' }";
    let rows = rows(&read(table, "a.xlsx", &bytes));
    assert_eq!(rows[1], "가 | 1.3# | 1,500천원 | 1,500# | 12.3% | .5");
    assert_eq!(rows[2], "가 | 1.3# | 2,500천원 | (2,000) | 50.0% | .25");
    assert_eq!(rows[3], "계 | 2.6# | 4,000천원 | -500# | 62.3% | 0.75#");
}

#[test]
fn a_sign_that_only_a_colour_shows_is_told() {
    let sheet = sheet("", &[HEAD, &["<c t='inlineStr'><is><t>가</t></is></c>", "<c s='0'><v>-1500</v></c>"]]);
    let found = read("data = { file = 'a.xlsx' }", "a.xlsx", &workbook(&["#,##0;[Red]#,##0"], &sheet, None));
    assert_eq!(found.codes(), ["data-sign-hidden"]);
    assert!(found.said().contains("표!B2"), "{}", found.said());
    let found = read(
        "data = { file = 'a.xlsx' }",
        "a.xlsx",
        &workbook(&["General"], &sheet.replace("-1500", "123456789012"), None),
    );
    assert_eq!((rows(&found)[1].as_str(), found.codes()), ("가 | 1.23457E+11", vec!["data-shortened"]));
}

#[test]
fn what_a_sheet_hides_is_left_out_and_told_once() {
    let found = read("data = { file = 'a.xlsx' }", "a.xlsx", case!("hiddencol.xlsx"));
    assert_eq!(rows(&found), ["구분 | 건수", "총무과 | 12#"]);
    assert_eq!(found.codes(), ["data-hidden"]);
    assert!(found.said().contains("columns B"), "{}", found.said());
    let found = read("data = { file = 'a.xlsx', hidden = 'show' }", "a.xlsx", case!("hiddencol.xlsx"));
    assert_eq!((rows(&found)[1].as_str(), found.codes()), ("총무과 | 비공개 | 12#", vec![]));
    let found = read("data = { file = 'a.xlsx', columns = ['주민번호'] }", "a.xlsx", case!("hiddencol.xlsx"));
    assert_eq!(found.codes(), ["data-hidden", "hidden-column"]);
}

#[test]
fn hidden_rows_merged_cells_and_sheets_are_left_out_in_every_kind_of_file() {
    let text = |text: &str| format!("<c t='inlineStr'><is><t>{text}</t></is></c>");
    let sheet = format!(
        "<worksheet><cols><col min='1' max='1' hidden='1'/></cols><sheetData><row>{}{}{}</row><row hidden='1'>{}{}{}</row>\
         <row ht='0'>{}{}{}</row><row>{}{}{}</row></sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>",
        text("묶음"),
        text(""),
        text("다"),
        text("가"),
        text("숨김"),
        text("1"),
        text("가"),
        text("낮음"),
        text("1"),
        text("가"),
        text("나"),
        text("2"),
    );
    let (rows_of, codes) = shown("a.xlsx", &spreadsheet::xlsx_of(&sheet));
    // What is merged over a hidden column stands in those that are shown.
    assert_eq!((rows_of, codes), (vec!["묶음 | 다".to_owned(), "나 | 2".to_owned()], vec!["data-hidden"]));
    let ods = "<office:automatic-styles><style:style style:name='t2' style:family='table'><style:table-properties table:display='false'/></style:style></office:automatic-styles>\
        <table:table table:name='가'><table:table-column/><table:table-column table:visibility='collapse'/>\
        <table:table-row><table:table-cell><text:p>구분</text:p></table:table-cell><table:table-cell><text:p>비밀</text:p></table:table-cell></table:table-row>\
        <table:table-row table:visibility='filter'><table:table-cell><text:p>거름</text:p></table:table-cell></table:table-row>\
        <table:table-row-group table:display='false'><table:table-row><table:table-cell><text:p>접음</text:p></table:table-cell></table:table-row></table:table-row-group>\
        <table:table-row><table:table-cell><text:p>나</text:p></table:table-cell></table:table-row></table:table>\
        <table:table table:name='나' table:style-name='t2'><table:table-row><table:table-cell><text:p>나</text:p></table:table-cell></table:table-row></table:table>";
    let ods = zip(&[("content.xml", format!("<office:body>{ods}</office:body>").as_bytes())]);
    let found = read("data = { file = 'a.ods' }", "a.ods", &ods);
    assert_eq!((rows(&found), found.codes()), (vec!["구분".to_owned(), "나".to_owned()], vec!["data-hidden"]));
    for part in ["columns B", "rows 2~3", "sheets 나"] {
        assert!(found.said().contains(part), "{part} in {}", found.said());
    }
    assert_eq!(read("data = { file = 'a.ods', sheet = '나' }", "a.ods", &ods).codes(), ["hidden-sheet"]);
    assert_eq!(
        read("data = { file = 'a.ods', sheet = '나', hidden = 'show', head-rows = 0 }", "a.ods", &ods).codes(),
        [""; 0]
    );
}

#[test]
fn an_old_workbook_is_read_like_a_new_one() {
    let found = read("data = { file = 'people.xls', head-rows = 2 }", "people.xls", case!("xls.xls"));
    let rows = rows(&found);
    assert_eq!(found.said(), "");
    let all = rows.join("\n");
    for part in ["12,345#", "12,001#", "-2.8%", "0.3%", "2024. 12. 31."] {
        assert!(all.contains(part), "{part} in {all}");
    }
    assert!(rows[0].contains(" | ."), "the merged head is taken over: {all}");
}

#[test]
fn parts_are_found_however_they_are_named() {
    for (name, bytes) in [("backslash", &case!("backslash.xlsx")[..]), ("relprefix", case!("relprefix.xlsx"))] {
        assert_eq!(shown("a.xlsx", bytes).0, ["구분 | 건수", "총무과 | 12#"], "{name}");
    }
    let wide =
        |text: &str| [&b"\xFF\xFE"[..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat();
    let sheet = "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>가</x:t></x:is></x:c></x:row><x:row><x:c t='b'><x:v>true</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    let bytes = zip(&[
        ("_rels\\.RELS", "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='/XL/Workbook.xml'/></Relationships>".as_bytes()),
        ("xl/workbook.xml", "<workbook xmlns:z='m'><sheets><sheet name='빈' z:id='none'/><sheet name='표' state='show' z:id='b'/></sheets></workbook>".as_bytes()),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='b' Type='x/worksheet' Target='..\\xl\\worksheets/./Sheet1.xml'/></Relationships>".as_bytes()),
        ("xl/worksheets/SHEET1.xml", &wide(sheet)),
    ]);
    let found = read("data = { file = 'a.xlsx', sheet = '표' }", "a.xlsx", &bytes);
    assert_eq!(rows(&found), ["가", "TRUE"]);
    let found = read("data = { file = 'a.xlsx', sheet = '빈' }", "a.xlsx", &bytes);
    assert_eq!(found.codes(), ["data-damaged"]);
}

#[test]
fn a_text_that_the_file_lacks_is_named_by_its_cell() {
    let found = read("data = { file = 'a.xlsx' }", "a.xlsx", case!("sstrange.xlsx"));
    assert_eq!(found.codes(), ["data-no-text"]);
    assert!(found.said().contains("!A2") && found.said().contains("9 of 3"), "{}", found.said());
    // It is an error only where it is used.
    let found = read("data = { file = 'a.xlsx', columns = ['건수'] }", "a.xlsx", case!("sstrange.xlsx"));
    assert_eq!(found.codes(), [""; 0]);
}

#[test]
fn cells_print_as_they_stand_unless_the_table_says_otherwise() {
    let (rows_of, codes) = shown("a.csv", case!("masked.csv"));
    assert_eq!(rows_of[1..], ["1# | 김** | 010-****-1234", "2# | 이**, 박** | 02-***-1234", "3# | 홍*동 | -"]);
    // Behind a letter `**` opens nothing anywhere, so that nothing was taken from them.
    assert_eq!(codes, [""; 0]);
    let csv = "이름,주소\n**굵게**,A::B\n- 항목,http://a.kr/x__y__z\n[표: 가],가^^1)^^\n".as_bytes();
    let found = read("data = { file = 'a.csv' }", "a.csv", csv);
    assert_eq!(rows(&found)[1..], ["**굵게** | A::B", "- 항목 | http://a.kr/x__y__z", "[표: 가] | 가^^1)^^"]);
    assert_eq!(found.codes(), ["data-marks"]);
    assert!(found.said().contains("3 cells"), "{}", found.said());
    let csv = "이름,값\n**굵게**,<\n가,나\n".as_bytes();
    let found = read("data = { file = 'a.csv', markup = true }", "a.csv", csv);
    assert_eq!((rows(&found), found.codes()), (vec!["이름 | 값".into(), "굵게 | .".into(), "가 | 나".into()], vec![]));
}

#[test]
fn texts_are_read_as_excel_reads_them() {
    assert_eq!(shown("a.csv", case!("sep.csv")).0, ["구분 | 건수", "총무과 | 12#"]);
    assert_eq!(shown("a.xlsx", case!("nbsp.xlsx")).0[1..], ["1) | 12#", " | 3#"]);
    let found = read("data = { file = 'a.csv' }", "a.csv", case!("cp949bad.csv"));
    assert!(found.said().contains("line 3"), "{}", found.said());
}

#[test]
fn decimal_commas_are_told_by_their_column_or_asked_for() {
    let csv = "구분;값;금액\n가;1,5;1,234\n나;12,75;5,678\n".as_bytes();
    let found = read("data = { file = 'a.csv' }", "a.csv", csv);
    assert_eq!(found.codes(), ["data-decimal-comma", "data-comma-unclear"]);
    let found = read("data = { file = 'a.csv', decimal = ',' }", "a.csv", csv);
    assert_eq!((rows(&found)[1].as_str(), found.codes()), ("가 | 1.5# | 1.234#", vec![]));
    let found = read("data = { file = 'a.csv', decimal = '.' }", "a.csv", csv);
    assert_eq!((rows(&found)[1].as_str(), found.codes()), ("가 | 1,5 | 1,234#", vec![]));
    let found = read("data = { file = 'a.csv' }", "a.csv", "구분;값\n가;1,234,567\n나;1,234\n".as_bytes());
    assert_eq!((rows(&found)[2].as_str(), found.codes()), ("나 | 1,234#", vec![]));
}

#[test]
fn what_is_no_data_is_named() {
    let ole = |stream: &str| {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("memory can be written to");
        file.create_stream(stream).expect("memory can be written to");
        file.into_inner().into_inner()
    };
    let zipped = |part: &str| zip(&[(part, b"<a/>")]);
    let manifest = zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
        ("content.xml", b"\0\0"),
    ]);
    for (name, bytes, called) in [
        ("a.xls", case!("webexport2.xls").to_vec(), "HTML"),
        (
            "a.xls",
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>".to_vec(),
            "XML Spreadsheet 2003",
        ),
        ("a.xlsb", zipped("xl/workbook.bin"), "XLSB"),
        ("a.docx", zipped("word/document.xml"), "DOCX"),
        ("a.numbers", zipped("Index/Document.iwa"), "Numbers"),
        ("a.xlsx", ole("EncryptedPackage"), "XLSX with a password"),
        ("a.hwp", ole("FileHeader"), "HWP"),
        ("a.ods", manifest, "ODS with a password"),
    ] {
        let found = read(&format!("data = {{ file = '{name}' }}"), name, &bytes);
        assert_eq!(found.codes(), ["data-format"], "{called}: {}", found.said());
        assert!(found.said().contains(called), "{called}: {}", found.said());
    }
}

#[test]
fn times_are_no_figures() {
    let (rows_of, codes) = shown("f.csv", case!("year-month.csv"));
    assert_eq!(rows_of[1..], ["2024.09 | 창구 | 1,234#", "2024.10 | 창구 | 1,302#", "2024.11 | 누리집 | 988#"]);
    assert!(codes.is_empty(), "{codes:?}");
    let csv = "시점,분기,건수\n2024.9,2024.3/4,1234\n2024.10,2024.4/4,56\n".as_bytes();
    let found = read("data = { file = 'a.csv', sort = [{ column = '시점', descending = true }] }", "a.csv", csv);
    assert_eq!(rows(&found)[1..], ["2024.10 | 2024.4/4 | 56#", "2024.9 | 2024.3/4 | 1,234#"]);
    // Months one after the other are times whatever their head says; figures aren't.
    let csv = "구분,값\n2024.11,2024.11\n2024.12,2024.50\n2025.01,1999.25\n".as_bytes();
    assert_eq!(shown("a.csv", csv).0[1], "2024.11 | 2,024.11#");
}

#[test]
fn the_head_that_a_file_seems_to_have_is_named() {
    let csv = "2024년 민원 현황,,,\n,,,(단위: 건)\n구분,창구,,누리집\n,접수,처리,접수\n총무과,12,11,3\n세무과,5,5,1\n"
        .as_bytes();
    let found = read("data = { file = 'a.csv' }", "a.csv", csv);
    assert_eq!(found.codes(), ["data-head"]);
    assert!(found.said().contains("`range = \"A3:\"`, `head-rows = 2`"), "{}", found.said());
    let found = read("data = { file = 'a.csv', range = 'A3:', head-rows = 2 }", "a.csv", csv);
    assert_eq!((rows(&found)[2].as_str(), found.codes()), ("총무과 | 12# | 11# | 3#", vec![]));
}

#[test]
fn figures_of_the_file_are_rounded_where_that_is_asked_for() {
    let csv = "구분,비율\n가,0.45699999999999996\n나,0.5\n".as_bytes();
    let data = "total = { label = '계', sum = ['비율'] }\ndata = { file = 'a.csv', columns = ['구분', { column = '비율', decimals = 2 }] }";
    let found = read(data, "a.csv", csv);
    assert_eq!(rows(&found)[1..], ["가 | 0.46#", "나 | 0.50#", "계 | 0.96#"]);
}

#[test]
fn texts_of_cells_are_whole() {
    let shared = "<sst><si><r><t>두 </t></r><r><t>조각</t></r><rPh><t>독음</t></rPh></si><si><t>_x0041_줄_x000D_\n끝</t></si></sst>";
    let sheet = sheet("", &[HEAD, &["<c t='s'><v>0</v></c>", "<c t='s'><v>1</v></c>"]]);
    let (rows, _) = shown("a.xlsx", &workbook(&["General"], &sheet, Some(shared)));
    assert_eq!(rows[1], "두 조각 | A줄⏎끝");
}

#[test]
fn more_text_than_is_read_is_told_with_the_limit() {
    let cell = format!(
        "<table:table-cell table:number-columns-repeated='800'><text:p>{}</text:p></table:table-cell>",
        "a".repeat(90_000)
    );
    let row = format!("<table:table-row>{cell}</table:table-row>");
    let content = format!("<office:body><table:table table:name='표'>{row}</table:table></office:body>");
    let bytes = zip(&[("content.xml", content.as_bytes())]);
    let found = read("data = { file = 'a.ods' }", "a.ods", &bytes);
    assert_eq!(found.codes(), ["data-too-much-text"]);
    assert!(found.said().contains("64 MiB"), "{}", found.said());
}

#[test]
fn zeros_before_a_number_make_it_a_code_in_every_kind_of_file() {
    let styles = "<number:number-style style:name='N5'><number:number number:min-integer-digits='5'/></number:number-style>\
        <style:style style:name='c5' style:family='table-cell' style:data-style-name='N5'/>";
    let cell = |style: &str, number: &str| {
        format!(
            "<table:table-cell {style} office:value-type='float' office:value='{number}'><text:p>{number}</text:p></table:table-cell>"
        )
    };
    let text =
        |text: &str| format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>");
    let rows = [
        [text("구분"), text("수량"), text("값")],
        [text("가"), cell("", "12345"), cell("table:style-name='c5'", "23456")],
        [text("나"), cell("table:style-name='ce'", "12345"), cell("", "23456")],
    ];
    let rows: String = rows.iter().map(|row| format!("<table:table-row>{}</table:table-row>", row.concat())).collect();
    let columns = "<table:table-column/><table:table-column table:default-cell-style-name='c5'/><table:table-column/>";
    let content = format!(
        "<office:automatic-styles>{styles}</office:automatic-styles><office:body><table:table table:name='표'>{columns}{rows}</table:table></office:body>"
    );
    let bytes = zip(&[("content.xml", content.as_bytes())]);
    assert_eq!(shown("a.ods", &bytes).0[1..], ["가 | 12345 | 23456", "나 | 12,345# | 23,456#"]);
}

#[test]
fn blanks_and_line_ends_of_a_paragraph_are_one_blank() {
    let cell =
        |text: &str| format!("<table:table-cell office:value-type='string'><text:p>{text}</text:p></table:table-cell>");
    let row = |text: &str| format!("<table:table-row>{}</table:table-row>", cell(text));
    let rows = [row("구분"), row("\n   한\r\n  줄<text:s text:c='2'/>끝"), row("가<text:line-break/> 나")].concat();
    let content = format!("<office:body><table:table table:name='표'>{rows}</table:table></office:body>");
    let (rows, _) = shown("a.ods", &zip(&[("content.xml", content.as_bytes())]));
    assert_eq!(rows[1..], ["한 줄  끝", "가⏎나"]);
}
