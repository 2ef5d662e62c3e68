//! Times what is done when a figure changes an hour before the session: `cargo bench --bench regenerate [-- REPORT [RUNS]]`.
//!
//! Each figure is the least and the median of some runs in one process: a cold build, the same after a change of one cell with what the last build left, and
//! the comparison of both reports with all that it takes.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bogoseo::diag::Diagnostics;
use bogoseo::model::report::Report;
use bogoseo::read::files::Files;
use bogoseo::regenerate::diff::{Side, compare};
use bogoseo::regenerate::rebuild::{Again, Rebuild};
use bogoseo::set::font::Fonts;
use bogoseo::set::typeset::Typeset;
use bogoseo::write::pdf::{self, Standard};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    // Cargo passes `--bench`.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let bundled = || Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021");
    let report = arguments.next().map_or_else(bundled, PathBuf::from);
    let runs: usize = arguments.next().map_or(Ok(20), |runs| runs.parse())?;
    let old = files(&report)?;
    let new = changed(&old)?;
    let mut rebuild = Rebuild::default();
    again(&mut rebuild, &old)?;
    let (mut cold, mut warm, mut diff) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..runs.max(1) {
        let (files, before) = if run % 2 == 0 { (&new, &old) } else { (&old, &new) };
        // The writer remembers what it has compressed.
        comemo::evict(0);
        let begun = Instant::now();
        again(&mut Rebuild::default(), files)?;
        cold.push(begun.elapsed());
        comemo::evict(0);
        again(&mut Rebuild::default(), before)?;
        let begun = Instant::now();
        again(&mut rebuild, files)?;
        warm.push(begun.elapsed());
        let begun = Instant::now();
        let (one, other) = rayon::join(|| set(&old), || set(&new));
        let (one, other) = (one.ok_or("the report has errors")?, other.ok_or("the report has errors")?);
        let found = compare(side(&one), side(&other));
        diff.push(begun.elapsed());
        if black_box(found).is_empty() {
            return Err("nothing was found".into());
        }
    }
    say("cold build", cold);
    say("build after a change of one cell", warm);
    say("comparison", diff);
    Ok(())
}

type Stored = Vec<(PathBuf, Vec<u8>)>;

/// The files that a report reads, so that the disk is not measured.
fn files(report: &Path) -> Result<Stored> {
    let mut sources = Files::of_report(report).keeping();
    bogoseo::set(&mut sources, &mut Diagnostics::new()).ok_or("the report has errors: see `bogoseo check`")?;
    Ok(sources.kept().into_iter().collect())
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

fn again(rebuild: &mut Rebuild, files: &Stored) -> Result<()> {
    let mut sources = Files::in_memory(files.iter().cloned());
    let mut sink = Diagnostics::new();
    let report = bogoseo::read(&mut sources, &mut sink).ok_or("the report has errors")?;
    let Again::Set(set, fonts) = rebuild.set(report, &mut sources, &mut sink) else {
        return Err("nothing was set".into());
    };
    black_box(pdf::write(set.document, fonts, Standard::default()).map_err(|_| "the writer refuses")?);
    Ok(())
}

type Set = (Report, Typeset, Fonts);

fn set(files: &Stored) -> Option<Set> {
    let mut sources = Files::in_memory(files.iter().cloned());
    let mut sink = Diagnostics::new();
    let report = bogoseo::read(&mut sources, &mut sink)?;
    let (set, fonts) = bogoseo::set_read(&report, &mut sources, &mut sink)?;
    Some((report, set, fonts))
}

fn side((report, set, fonts): &Set) -> Side<'_> {
    Side { report, document: &set.document, fonts }
}

fn say(what: &str, mut taken: Vec<Duration>) {
    taken.sort();
    let ms = |duration: Duration| duration.as_secs_f64() * 1e3;
    println!("{what}: least {:.1} ms, median {:.1} ms", ms(taken[0]), ms(taken[taken.len() / 2]));
}
