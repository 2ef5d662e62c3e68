//! Reports round one file: what every target builds that feeds a file of a report.

use bogoseo::{Build, Memory};

const REPORT: &[u8] =
    "template = 'council'\nreport = { title = '제목', author = '부서' }\n[[part]]\ntitle = '현황'\ndepartments = ['d.toml']".as_bytes();

/// Builds a report of this department, which may name this file.
pub fn build(department: &[u8], name: &str, data: &[u8]) {
    let files = Memory::new([("report.toml", REPORT), ("d.toml", department), (name, data)]);
    // What is found is of no interest: that it comes back is.
    let _ = Build::new(files).run();
}

/// A report with a table of this data file.
pub fn table(name: &str, data: &[u8]) {
    let department = format!("name = '과'\n[[status]]\ntitle = '현황'\nbody = '[table: a]'\n[table.a]\ndata = {{ file = '{name}' }}");
    build(department.as_bytes(), name, data);
}

/// A report with this picture.
pub fn picture(name: &str, data: &[u8]) {
    let department =
        format!("name = '과'\n[[status]]\ntitle = '현황'\nbody = '[image: a]'\n[image.a]\nfile = '{name}'\nalt = '그림'");
    build(department.as_bytes(), name, data);
}
