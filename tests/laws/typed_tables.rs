//! Tables as officials type them: years and codes without thousands commas, general notes below.

use crate::laws::support::dump::rows;
use crate::laws::support::reading::{REPORT, Read, read_body, read_files};
use crate::model::report::{CellContent, Element, PartBody, Table};

fn table(read: &Read) -> &Table {
    let report = read.report.as_ref().unwrap_or_else(|| panic!("{}", read.said()));
    let PartBody::Overview(sections) = &report.parts[0].body else { unreachable!("the part is one file") };
    let Some(Element::Table(table)) = sections[0].body.first() else { panic!("it holds a table") };
    table
}

fn cells(read: &Read) -> Vec<String> {
    rows(
        table(read),
        |_| ".".to_owned(),
        |cell| match &cell.content {
            CellContent::Text { text, .. } => text.content.clone(),
            _ => cell.words(),
        },
    )
}

#[test]
fn years_codes_and_numbers_of_things_have_no_commas() {
    let typed = |table: &str| cells(&read_body("[table: t]", &format!("[table.t]\n{table}")));
    assert_eq!(
        typed(
            "head = [['연 도', '준공연도', '우편번호', '건수']]\nrows = [[2023, 1998, 4100, 1_204], [2024, 2004, 4101, 1011]]"
        ),
        ["연 도 | 준공연도 | 우편번호 | 건수", "2023 | 1998 | 4100 | 1,204", "2024 | 2004 | 4101 | 1,011"]
    );
    // By their style: three rows or more, all of them years, no unit, nothing typed with `_`.
    let rows = |rows: &str| format!("head = [['구분', '값']]\nrows = [{rows}]");
    assert_eq!(typed(&rows("['가', 2019], ['나', 2020], ['다', 2021]"))[1..], ["가 | 2019", "나 | 2020", "다 | 2021"]);
    assert_eq!(typed(&rows("['가', 2019], ['나', 2020]"))[1..], ["가 | 2,019", "나 | 2,020"]);
    assert_eq!(
        typed(&rows("['가', 2019], ['나', 2020], ['다', 2_021]"))[1..],
        ["가 | 2,019", "나 | 2,020", "다 | 2,021"]
    );
    assert_eq!(
        typed(&rows("['가', 2019], ['나', 2020], ['다', 3021]"))[1..],
        ["가 | 2,019", "나 | 2,020", "다 | 3,021"]
    );
    let three = rows("['가', 2019], ['나', 2020], ['다', 2021]");
    assert_eq!(typed(&format!("{three}\nunit = '명'"))[1], "가 | 2,019");
    assert_eq!(
        typed(&format!("{three}\ntotal = {{ label = '계', sum = ['값'] }}"))[1..],
        ["가 | 2,019", "나 | 2,020", "다 | 2,021", "계 | 6,060"]
    );
    assert_eq!(typed(&three.replace("'값'", "'값(명)'"))[1], "가 | 2,019");
    // Figures of a year are figures.
    assert_eq!(typed("head = [['구분', '전년도', '2024년도']]\nrows = [['가', 2019, 2020]]")[1], "가 | 2,019 | 2,020");
    assert_eq!(
        typed("head = [['구분', 2023, 2024]]\nrows = [['연도', 2019, 2020], ['건수', 2019, 2020]]"),
        ["구분 | 2023 | 2024", "연도 | 2019 | 2020", "건수 | 2,019 | 2,020"]
    );
}

#[test]
fn years_of_files_have_no_commas() {
    let part = "[[status]]\ntitle = '연도'\nbody = '[table: u]'\n[table.u]\ndata = { file = 'u.csv' }\n";
    let csv = "연도,건수,면적\n2023,1204,\"1,950\"\n2024,1011,2010\n2025,1300,2011\n";
    let read = read_files([("report.toml", REPORT), ("part.toml", part), ("u.csv", csv)]);
    assert_eq!(cells(&read)[1..], ["2023 | 1,204 | 1,950", "2024 | 1,011 | 2,010", "2025 | 1,300 | 2,011"]);
}

#[test]
fn general_notes_need_no_partner() {
    let notes = |notes: &str, cell: &str| {
        let part = format!("[table.t]\nhead = [['구분', '예산']]\nrows = [['가', '{cell}']]\nnotes = [{notes}]");
        let read = read_body("[table: t]", &part);
        let codes = read.codes();
        let shown = |table: &Table| -> Vec<(String, String)> {
            table.notes.iter().map(|note| (note.sign.clone(), note.text.content.clone())).collect()
        };
        (codes, read.report.as_ref().map(|_| shown(table(&read))).unwrap_or_default())
    };
    for (note, sign, text) in [
        ("예산은 본예산 기준임", "", "예산은 본예산 기준임"),
        ("본예산(추경 포함) 기준", "", "본예산(추경 포함) 기준"),
        ("주) 예산은 본예산 기준임", "주)", "예산은 본예산 기준임"),
        ("주 : 예산은 본예산 기준임", "주 :", "예산은 본예산 기준임"),
        ("주: 1) 본예산 2) 추경", "주:", "1) 본예산 2) 추경"),
        ("※ 예산은 본예산 기준임", "※", "예산은 본예산 기준임"),
        ("* 예산은 본예산 기준임", "*", "예산은 본예산 기준임"),
    ] {
        let (codes, shown) = notes(&format!("'{note}'"), "10");
        assert_eq!(codes, Vec::<&str>::new(), "{note}");
        assert_eq!(shown, [(sign.to_owned(), text.to_owned())], "{note}");
    }
    assert_eq!(notes("'※ 하나', '※ 둘'", "10").0, Vec::<&str>::new());
    assert_eq!(notes("'1) 하나'", "10^^1)^^").0, Vec::<&str>::new());
    assert_eq!(notes("'1) 하나'", "10").0, ["note-without-sign"]);
    assert_eq!(notes("'※ 하나'", "10^^1)^^").0, ["sign-without-note"]);
}
