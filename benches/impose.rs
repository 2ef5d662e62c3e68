//! Times a PDF of many pages put on sheets: `cargo bench --bench impose [-- FILE.pdf]`.
//!
//! Without a file it sets a report of 4,000 projects, a page each, and makes a booklet of that. Peak memory is that of the whole process, so sheets
//! are made in a run of their own.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::fmt::Write;
use std::time::Instant;

use bogoseo::bench::{OnSheets, on_sheets};
use bogoseo::{Build, Memory};

const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '기획예산국'}\n[[part]]\ntitle = '실적'\ndepartments = ['department.toml']\n";
const PROJECTS: usize = 4_000;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let Some(file) = asked.first() {
        return [true, false].into_iter().try_for_each(|booklet| run(file, booklet));
    }
    let file = std::env::temp_dir().join(format!("bogoseo-bench-{}.pdf", std::process::id()));
    std::fs::write(&file, report()?)?;
    let status = std::process::Command::new(std::env::current_exe()?).arg(&file).status();
    std::fs::remove_file(&file)?;
    status?.success().then_some(()).ok_or_else(|| "the run failed".into())
}

/// Puts a file on sheets: read, planned, written.
fn run(file: &str, booklet: bool) -> Result<(), Box<dyn Error>> {
    let begun = Instant::now();
    let data = std::fs::read(file)?;
    let size = data.len();
    let OnSheets { opened, pages, sheets, bytes } = on_sheets(data, booklet)?;
    let all = begun.elapsed().as_secs_f64();
    println!(
        "{}: {pages} pages, {} kB, on {sheets} sheets, {} kB: {:.3} s opened, {all:.3} s all, peak {} MB",
        if booklet { "a booklet" } else { "four a side" },
        size / 1000,
        bytes / 1000,
        opened.as_secs_f64(),
        peak()
    );
    Ok(())
}

/// A report of as many pages, as a file.
fn report() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut department = "name = '총무과'\n".to_owned();
    for project in 1..=PROJECTS {
        writeln!(department, "[[project]]\ntitle = '골목길 보안등 교체 {project}차'\nbody = '''")?;
        for line in 0..24 {
            writeln!(department, "- 사업내용 {line} : {}월 보안등 {}개 교체 및 점검", line % 12 + 1, project * 7 % 90)?;
        }
        department += "'''\n";
    }
    let files = Memory::new([("report.toml", REPORT.to_owned()), ("department.toml", department)]);
    Ok(Build::new(files).run()?.pdf)
}

/// The most memory this process has held, in megabytes, where the system tells.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1000
}
