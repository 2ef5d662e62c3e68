//! Tables of large data files: what is used of them prints, and time and memory are held to bounds.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use bogoseo::Disk;
use bogoseo::bench::Read;

use crate::archive::zip;

/// A file, what a table asks of it, and the most seconds and megabytes that reading it may take on two cores.
pub(crate) struct Case {
    pub name: &'static str,
    file: &'static str,
    asked: &'static str,
    make: fn() -> Vec<u8>,
    seconds: f64,
    megabytes: u64,
}

pub(crate) const CASES: [Case; 5] = [
    Case {
        name: "a million cells, 20 rows used",
        file: "a.xlsx",
        asked: "filter = [{ column = '번호', most = 20 }]",
        make: million,
        seconds: 3.0,
        megabytes: 300,
    },
    Case {
        name: "a million cells, 20 rows asked for",
        file: "a.xlsx",
        asked: "range = 'A1:J21'",
        make: million,
        seconds: 3.0,
        megabytes: 100,
    },
    Case {
        name: "55 million letters of shared texts, 20 used",
        file: "a.xlsx",
        asked: "range = 'A1:B21'",
        make: shared,
        seconds: 3.0,
        megabytes: 100,
    },
    Case {
        name: "800 cells of 10,000 letters, none used",
        file: "a.csv",
        asked: "columns = ['번호']",
        make: long,
        seconds: 3.0,
        megabytes: 300,
    },
    Case {
        name: "22,735 rows, all used",
        file: "a.tsv",
        asked: "head-rows = 1",
        make: rows,
        seconds: 3.0,
        megabytes: 300,
    },
];

/// Reads a report of one table of a file in this folder, which another process wrote, and says what it took.
pub(crate) fn run(case: &Case, folder: &Path, peak: fn() -> u64) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let read = Read::new(Disk::new(folder))?;
    let taken = begun.elapsed().as_secs_f64();
    std::hint::black_box(&read);
    let held = peak();
    let verdict = if taken <= case.seconds && held <= case.megabytes { "within" } else { "BEYOND" };
    println!("{}: {taken:.2} s, peak {held} MB: {verdict} {} s and {} MB", case.name, case.seconds, case.megabytes);
    Ok(())
}

/// Writes a report with its file into a folder of its own.
pub(crate) fn write(case: &Case, report: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("bogoseo-table-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let part = format!(
        "[[status]]\ntitle = '현황'\nbody = '[table: a]'\n[table.a]\ndata = {{ file = '{}', {} }}\n",
        case.file, case.asked
    );
    std::fs::write(folder.join("report.toml"), report)?;
    std::fs::write(folder.join("part.toml"), part)?;
    std::fs::write(folder.join(case.file), (case.make)())?;
    Ok(folder)
}

/// A hundred thousand rows of ten columns: numbers in three formats, texts that cells share.
fn million() -> Vec<u8> {
    const ROWS: usize = 100_000;
    let mut sheet = String::from("<worksheet><sheetData><row r=\"1\">");
    for (at, name) in ["번호", "동", "구분", "예산", "집행", "비율", "접수", "처리", "날짜", "비고"].iter().enumerate()
    {
        let _ = write!(sheet, "<c r=\"{}1\" t=\"inlineStr\"><is><t>{name}</t></is></c>", char::from(b'A' + at as u8));
    }
    sheet += "</row>";
    for row in 1..ROWS {
        let r = row + 1;
        let _ = write!(
            sheet,
            "<row r=\"{r}\"><c r=\"A{r}\"><v>{row}</v></c><c r=\"B{r}\" t=\"s\"><v>{}</v></c><c r=\"C{r}\" t=\"s\"><v>{}</v></c>\
             <c r=\"D{r}\" s=\"1\"><v>{}</v></c><c r=\"E{r}\" s=\"1\"><v>{}</v></c><c r=\"F{r}\" s=\"2\"><v>0.{:04}</v></c>\
             <c r=\"G{r}\"><v>{}</v></c><c r=\"H{r}\"><v>{}</v></c><c r=\"I{r}\" s=\"3\"><v>{}</v></c><c r=\"J{r}\" t=\"s\"><v>7</v></c></row>",
            row % 500,
            row % 40,
            row * 7919 % 90_000_000,
            row * 104_729 % 80_000_000,
            row % 10_000,
            row % 977,
            row % 613,
            44_000 + row % 900,
        );
    }
    sheet += "</sheetData></worksheet>";
    let texts: String = (0..500).fold(String::new(), |all, at| all + &format!("<si><t>가람{at}동</t></si>"));
    workbook(&sheet, &format!("<sst>{texts}</sst>"))
}

/// 5,500 texts of 10,000 letters, of which the first rows refer to the first.
fn shared() -> Vec<u8> {
    let text = format!("<si><t>{}</t></si>", "가나다라마바사아자차".repeat(1_000));
    let mut sheet = String::from("<worksheet><sheetData>");
    for row in 1..=5_500 {
        let _ = write!(
            sheet,
            "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c><c r=\"B{row}\" t=\"s\"><v>{}</v></c></row>",
            if row <= 21 { 0 } else { row }
        );
    }
    sheet += "</sheetData></worksheet>";
    workbook(&sheet, &format!("<sst><si><t>짧은 글</t></si>{}</sst>", text.repeat(5_500)))
}

fn long() -> Vec<u8> {
    let cell = "가나다라마바사아자차".repeat(1_000);
    let mut text = String::from("번호,내용\n");
    for row in 0..800 {
        let _ = writeln!(text, "{row},{cell}");
    }
    text.into_bytes()
}

fn rows() -> Vec<u8> {
    let mut text = String::from("번호\t동\t구분\t접수\t처리\t비율\t담당\t비고\n");
    for row in 0..22_735 {
        let _ = writeln!(
            text,
            "{row}\t가람{}동\t창구\t{}\t{}\t{}.{}\t담당{}\t",
            row % 400,
            row % 977,
            row % 613,
            row % 100,
            row % 10,
            row % 90
        );
    }
    text.into_bytes()
}

fn workbook(sheet: &str, shared: &str) -> Vec<u8> {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;. &quot;m&quot;. &quot;d&quot;.&quot;\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"41\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
    };
    let root = format!("<Relationships>{}</Relationships>", relation("a", "officeDocument", "xl/workbook.xml"));
    let relations = relation("b", "worksheet", "worksheets/sheet1.xml")
        + &relation("c", "sharedStrings", "sharedStrings.xml")
        + &relation("d", "styles", "styles.xml");
    let relations = format!("<Relationships>{relations}</Relationships>");
    let parts = [
        ("_rels/.rels", root.as_bytes()),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"표\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>".as_bytes(),
        ),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    zip(&parts)
}
