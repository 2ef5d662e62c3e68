//! Times the check of a report, and whether its time grows with the text: `cargo bench --bench check [-- REPORT [RUNS]]`.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bogoseo::check::check;
use bogoseo::diag::Diagnostics;
use bogoseo::model::report::Report;
use bogoseo::read::files::Files;

/// How many times over the report's parts are checked.
const TIMES: [usize; 3] = [1, 10, 100];

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let bundled = || Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021");
    let path = arguments.next().map_or_else(bundled, PathBuf::from);
    let runs: usize = arguments.next().map_or(Ok(20), |runs| runs.parse())?;
    let mut sources = Files::of_report(&path);
    let report =
        bogoseo::read(&mut sources, &mut Diagnostics::new()).ok_or("the report has errors: see `bogoseo check`")?;
    for times in TIMES {
        let parts = std::iter::repeat_with(|| report.parts.clone()).take(times).flatten().collect();
        let many = Report { parts, ..report.clone() };
        let mut taken: Vec<Duration> = (0..runs.max(1)).map(|_| once(&many)).collect();
        taken.sort_unstable();
        let (least, median) = (taken[0], taken[taken.len() / 2]);
        println!("{times:>4} times the report: least {least:?}, median {median:?} of {} runs", taken.len());
    }
    Ok(())
}

fn once(report: &Report) -> Duration {
    let begun = Instant::now();
    black_box(check(black_box(report)));
    begun.elapsed()
}
