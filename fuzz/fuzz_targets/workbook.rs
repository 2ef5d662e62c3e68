//! Spreadsheets: any bytes as XLSX or XLS, by how they begin; and any text as the sheet within a sound XLSX or ODS, which no changed byte
//! would reach through the checksums of an archive.
#![no_main]

#[path = "../files.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod files;

#[path = "../../tests/support/archive.rs"]
mod archive;

const RELATIONS: &[u8] = b"<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>";
const WORKBOOK: &[u8] = b"<workbook xmlns:r='r'><sheets><sheet name='a' sheetId='1' r:id='b'/></sheets></workbook>";
const SHEETS: &[u8] = b"<Relationships><Relationship Id='b' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>";

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if data.starts_with(b"PK") {
        files::table("a.xlsx", data);
    } else if data.starts_with(b"\xD0\xCF\x11\xE0") {
        files::table("a.xls", data);
    } else if data.starts_with(b"<office") {
        files::table("a.ods", &archive::zip(&[("content.xml", data)]));
    } else {
        let parts = [("_rels/.rels", RELATIONS), ("xl/workbook.xml", WORKBOOK), ("xl/_rels/workbook.xml.rels", SHEETS)];
        files::table("a.xlsx", &archive::zip(&[&parts[..], &[("xl/worksheets/sheet1.xml", data)]].concat()));
    }
});
