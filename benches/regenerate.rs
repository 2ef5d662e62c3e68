//! Times what is done when a figure changes an hour before the session: `cargo bench --bench regenerate [-- REPORT [RUNS]]`.
//!
//! Each figure is the least and the median of some runs in one process: a cold build, the same after a change of one cell with what the last build left, and
//! the comparison of both reports with all that it takes.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bogoseo::Disk;
use bogoseo::bench::{Rebuilder, Stored, compared, stored};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    // Cargo passes `--bench`.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let bundled = || Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021");
    let report = arguments.next().map_or_else(bundled, PathBuf::from);
    let runs: usize = arguments.next().map_or(Ok(20), |runs| runs.parse())?;
    let old = stored(Disk::new(report))?;
    let new = changed(&old)?;
    let mut rebuild = Rebuilder::default();
    rebuild.build(&old)?;
    let (mut cold, mut warm, mut diff) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..runs.max(1) {
        let (files, before) = if run % 2 == 0 { (&new, &old) } else { (&old, &new) };
        // The writer remembers what it has compressed.
        Rebuilder::forget_streams();
        let begun = Instant::now();
        Rebuilder::default().build(files)?;
        cold.push(begun.elapsed());
        Rebuilder::forget_streams();
        Rebuilder::default().build(before)?;
        let begun = Instant::now();
        rebuild.build(files)?;
        warm.push(begun.elapsed());
        let begun = Instant::now();
        let found = compared(&old, &new)?;
        diff.push(begun.elapsed());
        if found == 0 {
            return Err("nothing was found".into());
        }
    }
    say("cold build", cold);
    say("build after a change of one cell", warm);
    say("comparison", diff);
    Ok(())
}

/// The same with another figure in the first table of a department.
fn changed(files: &Stored) -> Result<Stored> {
    let mut files = files.clone();
    for (_, data) in &mut files {
        let text = std::str::from_utf8(data).unwrap_or_default();
        let rows = text.find("[[project]]").and(text.find("rows")).map(|at| at + text[at..].find(", ").unwrap_or(0));
        let figure = rows.and_then(|at| Some(at + text[at..].find(|letter: char| letter.is_ascii_digit())?));
        if let Some(at) = figure {
            data[at] = if data[at] == b'9' { b'8' } else { data[at] + 1 };
            return Ok(files);
        }
    }
    Err("no department has a table with a figure".into())
}

fn say(what: &str, mut taken: Vec<Duration>) {
    taken.sort();
    let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
    println!("{what}: least {:.1} ms, median {:.1} ms", ms(taken[0]), ms(taken[taken.len() / 2]));
}
