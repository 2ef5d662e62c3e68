//! Times one large table from its definition to the file, and tables of large data files to the report as meant: `cargo bench --bench table [-- ROWS…]`.
//!
//! Rows of 8 columns, each with a name over some of them. Peak memory is that of the whole process, so each count of rows has a run of its own.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use bogoseo::Memory;
use bogoseo::bench::{Stages, stages};
use std::error::Error;
use std::fmt::Write;
use std::process::Command;

#[path = "../../tests/support/archive.rs"]
mod archive;
mod sheets;

const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '기획예산국'}\n[[part]]\ntitle = '현황'\nfile = 'part.toml'\n";

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if asked.is_empty() {
        for rows in ["10000", "20000", "40000"] {
            Command::new(std::env::current_exe()?).arg(rows).status()?;
        }
        return of_sheets();
    }
    match &asked[..] {
        [word] if word == "sheets" => of_sheets(),
        [word, index, folder] if word == "sheet" => {
            sheets::run(&sheets::CASES[index.parse::<usize>()?], folder.as_ref(), peak)
        }
        _ => asked.iter().try_for_each(|rows| run(rows.parse()?)),
    }
}

/// Tables of data files, each read by a process of its own, so that writing the file counts for nothing.
fn of_sheets() -> Result<(), Box<dyn Error>> {
    for (index, case) in sheets::CASES.iter().enumerate() {
        let folder = sheets::write(case, REPORT)?;
        Command::new(std::env::current_exe()?).args(["sheet", &index.to_string()]).arg(&folder).status()?;
        std::fs::remove_dir_all(folder)?;
    }
    Ok(())
}

/// Reads, sets and writes a report of one table of so many rows.
fn run(rows: usize) -> Result<(), Box<dyn Error>> {
    let part = definition(rows)?;
    let Stages { taken, pages, bytes } =
        stages(Memory::new([("report.toml", REPORT.to_owned()), ("part.toml", part)]))?;
    let [read, themed, set, written] = taken.map(|taken| taken.as_secs_f64());
    let laid_out = read + themed + set;
    let all = laid_out + written;
    println!(
        "{rows} rows: {pages} pages, {laid_out:.2} s set, {all:.2} s all, {} kB, peak {} MB",
        bytes / 1000,
        peak()
    );
    Ok(())
}

fn definition(rows: usize) -> Result<String, std::fmt::Error> {
    let mut part = "[[status]]\ntitle = '현황'\nbody = '[table: a]'\n[table.a]\nrow-heads = 1\n".to_owned();
    part += "head = [['동', '번호', '사업명', '기간', '예산', '집행', '비율', '비고']]\nrows = [\n";
    for row in 0..rows {
        let name = if row % 7 == 0 { format!("가람{}동", row / 7) } else { "^".to_owned() };
        let (budget, spent) = (row * 7919 % 90_000 + 1_000, row * 104_729 % 80_000);
        writeln!(
            part,
            "['{name}', {row}, '골목길 보안등 교체 {}차', '연중', {budget}, {spent}, {}.{}, ''],",
            row % 90,
            row % 100,
            row % 10
        )?;
    }
    part += "]\n";
    Ok(part)
}

/// The most memory this process has held, in megabytes, where the system tells.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.unwrap_or_default() / 1000
}
