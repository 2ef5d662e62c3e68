//! `bogoseo build`: a report to its PDF.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::args::BuildArgs;
use super::environment::Environment;
use super::explain;
use super::output::{Answer, Failure, print_bytes, tell};
use super::progress::Progress;
use crate::diag::{Diagnostic, Diagnostics, Findings, Lang, LayoutProblem, Severity, to_text};
use crate::source::SourceMap;
use crate::typeset::{Account, Typeset};
use crate::{output, pdf};

/// Builds the report, says what was found, and writes the PDF where nothing speaks against it.
pub(super) fn run(args: &BuildArgs, environment: &Environment) -> Result<Answer, Failure> {
    let begun = Instant::now();
    let mut sources = SourceMap::of_report(&args.report).with_template(args.template.as_deref());
    let target = args.output.clone().unwrap_or_else(|| default_target(&sources));
    let mut sink = Diagnostics::new();
    let progress = Progress::begin(environment, args.quiet);
    let set = crate::set(&mut sources, &mut sink);
    let written = set.and_then(|(Typeset { document, accounts, .. }, fonts)| {
        let pages = document.pages.len();
        let bytes = pdf::write(document, &fonts, args.standard);
        let bytes = bytes.map_err(|found| found.into_iter().for_each(|found| sink.push(found))).ok()?;
        Some((Made { pages, size: bytes.len(), accounts }, bytes))
    });
    progress.end();
    let written = match written {
        Some((made, bytes)) if target == Path::new("-") => {
            print_bytes(&bytes)?;
            Some(made)
        }
        Some((made, bytes)) => match output::write(&target, &bytes) {
            Ok(()) => Some(made),
            Err(error) => {
                let path = target.to_string_lossy().into_owned();
                let problem = LayoutProblem::Output { path, reason: error.to_string() };
                sink.push(Diagnostic::without_place(problem));
                None
            }
        },
        None => None,
    };
    let findings = worth_saying(sink.finish(), args.quiet);
    if !findings.is_empty() {
        tell(&to_text(&findings, &sources, environment.style()));
    }
    match written {
        None => Ok(Answer::Findings),
        Some(made) => {
            if args.explain {
                tell(&explain::table(&made.accounts, environment.lang));
            }
            if !args.quiet {
                tell(&summary(&target, &made, begun.elapsed(), environment.lang));
            }
            Ok(Answer::Clean)
        }
    }
}

/// What was made.
struct Made {
    pages: usize,
    /// In bytes.
    size: usize,
    accounts: Vec<Account>,
}

fn default_target(sources: &SourceMap) -> PathBuf {
    Path::new("out").join(format!("{}.pdf", sources.report_name()))
}

/// What a build says: errors, and warnings unless it is to be quiet. What was tightened stands in the summary.
fn worth_saying(findings: Findings, quiet: bool) -> Findings {
    let least = if quiet { Severity::Error } else { Severity::Warning };
    let list = findings.list.into_iter().filter(|found| found.problem.severity() <= least).collect();
    Findings { list, ..findings }
}

/// One line: where, how many pages, how large, how long it took, what was tightened.
fn summary(target: &Path, made: &Made, took: Duration, lang: Lang) -> String {
    let (pages, size, seconds) = (made.pages, made.size.div_ceil(1000), took.as_secs_f64());
    let tight = made.accounts.iter().filter_map(|it| Some(format!("{} ({})", it.name, it.tightness()?)));
    let names: Vec<String> = tight.collect();
    let target = target.display();
    match lang {
        Lang::Ko => {
            let tightened =
                if names.is_empty() { String::new() } else { format!("; 조인 곳: {}", names.join(", ")) };
            format!("{target}: {pages}쪽, {size} kB, {seconds:.2}초{tightened}\n")
        }
        Lang::En => {
            let tightened = if names.is_empty() { String::new() } else { format!("; tightened: {}", names.join(", ")) };
            format!("{target}: {pages} pages, {size} kB, {seconds:.2} s{tightened}\n")
        }
    }
}
