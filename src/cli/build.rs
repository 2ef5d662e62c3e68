//! `bogoseo build`: a report to its PDF.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::args::BuildArgs;
use super::environment::Environment;
use super::explain;
use super::output::{Answer, Failure, deliver, print_json, tell};
use super::progress::{Progress, Work};
use super::regenerate_args::PlainFormat;
use crate::build::{Account, Finished, Forms, Make, Run};
use crate::diag::{Diagnostic, Lang, Severity};
use crate::read::files::Files;

/// Builds the report, says what was found, and writes the PDF where nothing speaks against it.
pub(super) fn run(args: &BuildArgs, environment: &Environment) -> Result<Answer, Failure> {
    let begun = Instant::now();
    let files = args.report.files();
    let mut run = Run::new(if args.attach_sources { files.keeping() } else { files });
    let mut targets = args.output.clone();
    if targets.is_empty() {
        targets.push(default_target(&run.files));
    }
    let (hwpx, pdf) = (targets.iter().any(|target| is_hwpx(target)), targets.iter().any(|target| !is_hwpx(target)));
    let progress = Progress::begin(environment, args.quiet, Work::Setting);
    let forms = Forms { pdf, hwpx };
    let (checked, made) = run.make(Make { forms, standard: args.standard, attach_sources: args.attach_sources });
    progress.end();
    let slips: Vec<Diagnostic> = checked.into_iter().filter(|found| found.severity <= Severity::Warning).collect();
    let denied = args.deny && (!slips.is_empty() || run.sink.has_warnings());
    let count = slips.len();
    let written = match made.filter(|_| !denied) {
        Some(made) => deliver_all(&targets, &made, &mut run)?.then_some(made),
        None => None,
    };
    if denied {
        slips.into_iter().for_each(|found| run.sink.push(found));
    }
    environment.tell(run.end(), args.quiet && !denied);
    let Some(made) = written else { return Ok(Answer::Findings) };
    match args.explain {
        Some(PlainFormat::Text) => tell(&explain::table(&made.accounts, environment.lang)),
        Some(PlainFormat::Json) => print_json(&made.accounts)?,
        None => {}
    }
    if !args.quiet {
        for target in &targets {
            let size = written_to(target, &made).len();
            tell(&summary(target, (made.pages, size), &made.accounts, begun.elapsed(), environment.lang));
        }
        if count > 0 {
            tell(&slips_found(count, &args.report.report, environment.lang));
        }
    }
    Ok(Answer::Clean)
}

/// Whether a file is to be a 한글 document: what it is called says so.
fn is_hwpx(target: &Path) -> bool {
    target.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("hwpx"))
}

/// What goes to a file.
fn written_to<'a>(target: &Path, made: &'a Finished) -> &'a [u8] {
    let form = if is_hwpx(target) { &made.hwpx } else { &made.pdf };
    form.as_deref().unwrap_or_default()
}

/// Writes all files; whether all are there. One that can't be written keeps none of the others from being so.
fn deliver_all(targets: &[PathBuf], made: &Finished, run: &mut Run) -> Result<bool, Failure> {
    let mut all = true;
    for target in targets {
        all &= deliver(target, written_to(target, made), &mut run.sink)?;
    }
    Ok(all)
}

/// Where the PDF goes unless said: `out`, named after the report's folder.
pub(super) fn default_target(files: &Files) -> PathBuf {
    Path::new("out").join(format!("{}.pdf", files.report_name()))
}

/// One line: how much the check found, and how it is seen. Who builds for the tenth time a day knows, and who builds last must.
pub(super) fn slips_found(count: usize, report: &Path, lang: Lang) -> String {
    let report = report.display();
    if count == 0 {
        return lang.choose("내용 검사에서 더 살펴볼 곳이 없습니다.\n", "the check finds nothing any more\n").into();
    }
    let plural = if count == 1 { "" } else { "s" };
    lang.choose(
        format!("경고: 내용 검사에서 살펴볼 곳 {count}건을 찾았습니다. `bogoseo check {report}`로 볼 수 있습니다.\n"),
        format!("warning: the check found {count} slip{plural}; see them with `bogoseo check {report}`\n"),
    )
}

/// One line: where, how many pages, how large, how long it took, what was tightened.
pub(super) fn summary(
    target: &Path,
    (pages, bytes): (usize, usize),
    accounts: &[Account],
    took: Duration,
    lang: Lang,
) -> String {
    let (size, seconds) = (bytes.div_ceil(1000), took.as_secs_f64());
    let tight =
        accounts.iter().filter_map(|it| Some(format!("{} ({})", it.name, it.fitting.as_ref()?.tightness.as_ref()?)));
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
