//! Times the check of a report, and whether its time grows with the text: `cargo bench --bench check [-- REPORT [RUNS]]`.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bogoseo::Disk;
use bogoseo::bench::Read;

/// How many times over the report's parts are checked.
const TIMES: [usize; 3] = [1, 10, 100];

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let bundled = || Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021");
    let path = arguments.next().map_or_else(bundled, PathBuf::from);
    let runs: usize = arguments.next().map_or(Ok(20), |runs| runs.parse())?;
    let report = Read::new(Disk::new(path))?;
    for times in TIMES {
        let many = report.repeated(times);
        let mut taken: Vec<Duration> = (0..runs.max(1)).map(|_| once(&many)).collect();
        taken.sort_unstable();
        let (least, median) = (taken[0], taken[taken.len() / 2]);
        println!("{times:>4} times the report: least {least:?}, median {median:?} of {} runs", taken.len());
    }
    Ok(())
}

fn once(report: &Read) -> Duration {
    let begun = Instant::now();
    black_box(black_box(report).check());
    begun.elapsed()
}
