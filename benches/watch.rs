//! Times `bogoseo watch`, from a save to the new file: `cargo bench --bench watch [-- REPORT [RUNS]]`.
//!
//! The program runs as it does on a desk, on a copy of the report. A figure of it is changed and saved, and what is timed is how long it takes until another file
//! has the name of the PDF.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Longer than any build that is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

fn main() -> Result<()> {
    // Cargo passes `--bench`.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let bundled = || Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021");
    let report = arguments.next().map_or_else(bundled, PathBuf::from);
    let runs: usize = arguments.next().map_or(Ok(40), |runs| runs.parse())?;
    let folder = std::env::temp_dir().join(format!("bogoseo-bench-watch-{}", std::process::id()));
    copy(&report, &folder.join("report"))?;
    let taken = run(&folder, runs);
    fs::remove_dir_all(&folder)?;
    let mut taken = taken?;
    taken.sort_unstable();
    let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
    let last = taken.len() - 1;
    println!(
        "from a save to the new file: least {:.1} ms, median {:.1} ms, most {:.1} ms of {} saves",
        ms(taken[0]),
        ms(taken[last / 2]),
        ms(taken[last]),
        taken.len()
    );
    Ok(())
}

/// The program, ended with the run.
struct Watching(Child);

impl Drop for Watching {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn run(folder: &Path, runs: usize) -> Result<Vec<Duration>> {
    let (report, target) = (folder.join("report"), folder.join("report.pdf"));
    let (file, text, at) = figure(&report)?;
    let mut program = Command::new(env!("CARGO_BIN_EXE_bogoseo"));
    program.arg("watch").arg(&report).arg("-o").arg(&target).arg("-q").stderr(Stdio::null());
    let _watching = Watching(program.spawn()?);
    let mut last = another(&target, None)?;
    let mut taken = Vec::with_capacity(runs);
    for run in 0..runs.max(1) {
        // A person does not save in the same moment in which the last file came.
        std::thread::sleep(Duration::from_millis(300));
        let digit = char::from(b'1' + (run % 8) as u8);
        let mut changed = text.clone();
        changed.replace_range(at..at + 1, digit.encode_utf8(&mut [0; 4]));
        if changed == text {
            continue;
        }
        let begun = Instant::now();
        fs::write(&file, &changed)?;
        last = another(&target, Some(last))?;
        taken.push(begun.elapsed());
    }
    Ok(taken)
}

/// When the target was written, once that is another time than before.
fn another(target: &Path, before: Option<SystemTime>) -> Result<SystemTime> {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(now) = fs::metadata(target).and_then(|it| it.modified()).ok().filter(|now| Some(*now) != before) {
            return Ok(now);
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    Err("no file came: see `bogoseo check`".into())
}

/// A file of the report, and the place of a figure in the first table of it.
fn figure(report: &Path) -> Result<(PathBuf, String, usize)> {
    for entry in fs::read_dir(report.join("departments"))? {
        let file = entry?.path();
        let text = fs::read_to_string(&file)?;
        let rows = text.find("rows = ").map(|at| at + text[at..].find(", ").unwrap_or(0));
        if let Some(at) = rows.and_then(|at| Some(at + text[at..].find(|letter: char| letter.is_ascii_digit())?)) {
            return Ok((file, text, at));
        }
    }
    Err("no department has a table with a figure".into())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
