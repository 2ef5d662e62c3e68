//! `bogoseo impose`: a PDF or a report on sheets of paper, as a file.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::environment::Environment;
use super::output::{Answer, Failure, deliver, tell};
use super::progress::{Progress, Work};
use super::sheet_args::{ImposeArgs, LayoutArg};
use super::sheets;
use crate::build::Run;
use crate::diag::Lang;
use crate::print::impose::{Imposed, Layout};

/// Puts the pages on sheets, says what was found, and writes the file where nothing speaks against it.
pub(super) fn run(args: &ImposeArgs, environment: &Environment) -> Result<Answer, Failure> {
    let begun = Instant::now();
    let mut run = Run::new(args.input.files());
    let progress = Progress::begin(environment, args.quiet, Work::Setting);
    let made = make(args, &mut run);
    progress.end();
    let written = match made {
        Some((target, imposed)) => deliver(&target, &imposed.bytes, &mut run.sink)?.then_some((target, imposed)),
        None => None,
    };
    environment.tell(run.end(), args.quiet);
    let Some((target, imposed)) = written else { return Ok(Answer::Findings) };
    if !args.quiet {
        tell(&summary(&target, &imposed, begun.elapsed(), environment.lang));
    }
    Ok(Answer::Clean)
}

/// The sheets, and the file that they go to.
fn make(args: &ImposeArgs, run: &mut Run) -> Option<(PathBuf, Imposed)> {
    let input = sheets::finish(&args.input, run)?;
    let layout = args.layout;
    let target = args.output.clone().unwrap_or_else(|| default_target(&input.name, layout));
    let (original, shown) = sheets::open(input, &mut run.sink)?;
    let pages = sheets::pages(&original, args.sheets.pages.as_deref(), &mut run.sink)?;
    let imposed = sheets::sheets(&original, &pages, (Layout::from(layout), &args.sheets), &shown, &mut run.sink)?;
    Some((target, imposed))
}

fn default_target(name: &str, layout: LayoutArg) -> PathBuf {
    Path::new("out").join(format!("{name}-{}.pdf", layout.name()))
}

/// One line: where, how many pages on how many sheets of what paper, how long it took.
fn summary(target: &Path, imposed: &Imposed, took: Duration, lang: Lang) -> String {
    let Imposed { pages, sheets, paper, bytes, .. } = imposed;
    let mm = |points: f64| (points * 25.4 / 72.0).round();
    let paper = format!("{}×{} mm", mm(paper.width), mm(paper.height));
    let (size, seconds, target) = (bytes.len().div_ceil(1000), took.as_secs_f64(), target.display());
    match lang {
        Lang::Ko => format!("{target}: {pages}쪽을 {sheets}장에({paper}), {size} kB, {seconds:.2}초\n"),
        Lang::En => {
            let (page, sheet) = (plural(*pages, "page"), plural(*sheets, "sheet"));
            format!("{target}: {page} on {sheet} ({paper}), {size} kB, {seconds:.2} s\n")
        }
    }
}

fn plural(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}
