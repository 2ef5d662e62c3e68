//! Times the stages of the line on a report, and line breaking on its own: `cargo bench --bench line [-- REPORT [RUNS]]`.
//!
//! Each figure is the least and the median of some runs in one process. Whole processes are compared by `compare.sh`.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bogoseo::Disk;
use bogoseo::bench::{Paragraphs, Stages};

/// How many paragraphs of how many syllables are broken: always as many syllables, so that the time tells whether it grows with their length.
const PARAGRAPHS: [(usize, usize); 3] = [(10_000, 200), (1_000, 2_000), (100, 20_000)];
fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let mut arguments = std::env::args().skip(1).filter(|argument| argument != "--bench");
    let report = arguments.next().map_or_else(bundled_report, PathBuf::from);
    let runs = arguments.next().map_or(Ok(20), |runs| runs.parse())?;
    stages(&report, runs)?;
    PARAGRAPHS.into_iter().try_for_each(|(paragraphs, syllables)| line_breaking(paragraphs, syllables, 5))
}

fn bundled_report() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021")
}

/// Read, theme, set (chapters and pages) and write, each on what the stage before it gave.
fn stages(path: &Path, runs: usize) -> Result<(), Box<dyn Error>> {
    let mut taken = Taken::new(["read", "theme", "chapters and pages", "write", "all"]);
    let (mut pages, mut size) = (0, 0);
    for _ in 0..runs.max(1) {
        let stages = bogoseo::bench::stages(Disk::new(path))?;
        let [read, themed, set, written] = stages.taken;
        taken.add([read, themed, set, written, read + themed + set + written]);
        Stages { pages, bytes: size, .. } = stages;
    }
    println!("{}: {pages} pages, {size} bytes, {} runs", path.display(), runs.max(1));
    taken.print();
    Ok(())
}

/// Breaking so many paragraphs that are already shaped, and shaping them, on one thread.
fn line_breaking(paragraphs: usize, syllables: usize, runs: usize) -> Result<(), Box<dyn Error>> {
    let mut words = Words(1);
    let texts = Paragraphs::new((0..paragraphs).map(|_| words.paragraph(syllables)))?;
    let mut taken = Taken::new(["shaping", "line breaking"]);
    let mut count = 0;
    for _ in 0..runs {
        let begun = Instant::now();
        let shaped = texts.shape();
        let shaping = begun.elapsed();
        count = shaped.break_lines();
        taken.add([shaping, begun.elapsed() - shaping]);
    }
    println!("\n{paragraphs} paragraphs of {syllables} syllables: {count} lines, one thread, {runs} runs");
    taken.print();
    for (name, median) in taken.medians() {
        println!("{name:<20}{:>12.0} syllables/s", (paragraphs * syllables) as f64 / median.as_secs_f64());
    }
    Ok(())
}

/// Words of two to five syllables, the same in every run (a linear congruence, Knuth's constants).
struct Words(u64);

impl Words {
    fn paragraph(&mut self, syllables: usize) -> String {
        let (mut text, mut word) = (String::with_capacity(syllables * 4), 0);
        for _ in 0..syllables {
            if word == 0 {
                word = 2 + self.next(4);
                if !text.is_empty() {
                    text.push(' ');
                }
            }
            word -= 1;
            text.extend(char::from_u32(0xAC00 + self.next(11_172)));
        }
        text
    }

    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % below
    }
}

/// What named stages took, run by run.
struct Taken<const N: usize> {
    names: [&'static str; N],
    runs: Vec<[Duration; N]>,
}

impl<const N: usize> Taken<N> {
    fn new(names: [&'static str; N]) -> Taken<N> {
        Taken { names, runs: Vec::new() }
    }

    fn add(&mut self, run: [Duration; N]) {
        self.runs.push(run);
    }

    fn sorted(&self, stage: usize) -> Vec<Duration> {
        let mut times: Vec<Duration> = self.runs.iter().map(|run| run[stage]).collect();
        times.sort();
        times
    }

    fn medians(&self) -> impl Iterator<Item = (&'static str, Duration)> {
        self.names.iter().enumerate().map(|(stage, name)| (*name, self.sorted(stage)[self.runs.len() / 2]))
    }

    fn print(&self) {
        println!("{:<20}{:>12}{:>12}", "", "least ms", "median ms");
        for (stage, (name, median)) in self.medians().enumerate() {
            let least = self.sorted(stage)[0];
            println!("{name:<20}{:>12.2}{:>12.2}", least.as_secs_f64() * 1e3, median.as_secs_f64() * 1e3);
        }
    }
}
