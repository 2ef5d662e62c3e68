//! Times a page of charts from data, every kind once: `cargo bench --bench chart [-- RUNS]`.

#![allow(clippy::print_stdout, reason = "its figures are what it is for")]

use std::error::Error;
use std::fmt::Write;
use std::time::{Duration, Instant};

use bogoseo::Memory;
use bogoseo::bench::Setter;

const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '문화체육과'}\n[[part]]\ntitle = '현황'\nfile = 'part.toml'\n";
const KINDS: [&str; 7] = ["columns", "stacked-columns", "bars", "stacked-bars", "lines", "pie", "ring"];

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let runs: usize =
        std::env::args().skip(1).find(|argument| argument != "--bench").map_or(Ok(50), |runs| runs.parse())?;
    let (bare, charts) = (definition(&[])?, definition(&KINDS)?);
    let [bare, charts] = [bare, charts].map(|part| times(part, runs));
    let (bare, charts) = (bare?, charts?);
    let median = |times: &[Duration]| times[times.len() / 2].as_secs_f64() * 1e3;
    let least = |times: &[Duration]| times[0].as_secs_f64() * 1e3;
    println!("a report of one page, from its texts to its pages, {runs} runs, in ms (least, median)");
    println!("without charts      {:.2}  {:.2}", least(&bare), median(&bare));
    println!("with {} charts       {:.2}  {:.2}", KINDS.len(), least(&charts), median(&charts));
    println!("so the charts take  {:.2}  {:.2}", least(&charts) - least(&bare), median(&charts) - median(&bare));
    Ok(())
}

/// How long a report of this part takes to be read and set, the shortest first. Fonts and template are loaded before.
fn times(part: String, runs: usize) -> Result<Vec<Duration>, Box<dyn Error>> {
    let files = || Memory::new([("report.toml", REPORT.to_owned()), ("part.toml", part.clone())]);
    let setter = Setter::new(files())?;
    let mut times = Vec::with_capacity(runs);
    for _ in 0..runs.max(1) {
        let files = files();
        let begun = Instant::now();
        setter.set(files)?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    Ok(times)
}

/// A part with a chart of each of these kinds, of 6 categories and 3 series, or 6 slices.
fn definition(kinds: &[&str]) -> Result<String, std::fmt::Error> {
    let mut part = "[[status]]\ntitle = '현황'\nbody = \"\"\"\n현황은 아래와 같음\n".to_owned();
    for kind in kinds {
        writeln!(part, "[chart: {kind}]")?;
    }
    part += "\"\"\"\n";
    for kind in kinds {
        let columns = if matches!(*kind, "pie" | "ring") { "columns = ['2025년']\n" } else { "" };
        write!(part, "[chart.{kind}]\nkind = '{kind}'\ntable = '{kind}'\n{columns}[table.{kind}]\nunit = '명'\n")?;
        part += "head = [['구분', '2023년', '2024년', '2025년']]\nrows = [\n";
        for row in 0..6 {
            let figure = |seed: usize| (row * 7919 + seed * 104_729) % 9_000 + 100;
            writeln!(part, "['가람{row}동', {}, {}, {}],", figure(1), figure(2), figure(3))?;
        }
        part += "]\n";
    }
    Ok(part)
}
