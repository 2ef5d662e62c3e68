//! `bogoseo build`: a report to its PDF.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::args::BuildArgs;
use super::environment::Environment;
use super::explain;
use super::output::{Answer, Failure, print_bytes, tell};
use super::progress::{Progress, Work};
use crate::check;
use crate::diag::{AttachmentProblem, Diagnostic, Diagnostics, Lang, LayoutProblem, Severity, to_text};
use crate::read::files::Files;
use crate::set::font::Fonts;
use crate::set::typeset::{Account, Typeset};
use crate::write::pdf::Standard;
use crate::write::{attachments, output, pdf};

/// Builds the report, says what was found, and writes the PDF where nothing speaks against it.
pub(super) fn run(args: &BuildArgs, environment: &Environment) -> Result<Answer, Failure> {
    let begun = Instant::now();
    let mut files = Files::of_report(&args.report).with_template(args.template.as_deref());
    if args.attach_sources {
        files = files.keeping();
    }
    let target = args.output.clone().unwrap_or_else(|| default_target(&files));
    let mut sink = Diagnostics::new();
    let progress = Progress::begin(environment, args.quiet, Work::Setting);
    let standard = standard(args, &mut sink);
    let report = crate::read(&mut files, &mut sink);
    let set = report.as_ref().and_then(|report| crate::set_read(report, &mut files, &mut sink));
    // Setting takes every core there is; the writer mostly one, so the check runs beside it.
    let (checked, made) = rayon::join(
        || report.as_ref().map(check::check).unwrap_or_default(),
        || set.and_then(|set| made(set, args.attach_sources.then_some(&files), &mut sink, standard)),
    );
    let slips: Vec<Diagnostic> = checked.into_iter().filter(|found| found.severity <= Severity::Warning).collect();
    let denied = args.deny && !slips.is_empty();
    let written = made.filter(|_| !denied);
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
    let slips = match denied {
        true => {
            slips.into_iter().for_each(|found| sink.push(found));
            None
        }
        false => Some(slips.len()).filter(|&count| count > 0 && !args.quiet),
    };
    let findings = sink.finish().worth_saying(args.quiet && !denied);
    if !findings.is_empty() {
        tell(&to_text(&findings, &files.sources, environment.style()));
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
            if let Some(count) = slips {
                tell(&slips_found(count, &args.report, environment.lang));
            }
            Ok(Answer::Clean)
        }
    }
}

/// The file of what was set, with the files it was made from where they are to be attached, and what is said of it.
fn made(
    (set, fonts): (Typeset, Fonts),
    attached: Option<&Files>,
    sink: &mut Diagnostics,
    standard: Standard,
) -> Option<(Made, Vec<u8>)> {
    let Typeset { mut document, accounts, .. } = set;
    let pages = document.pages.len();
    document.attachments = attached.map(|files| attachments::collect(files, &fonts)).unwrap_or_default();
    let bytes = pdf::write(document, &fonts, standard);
    let bytes = bytes.map_err(|found| found.into_iter().for_each(|found| sink.push(found))).ok()?;
    Some((Made { pages, size: bytes.len(), accounts }, bytes))
}

/// The standard asked for, or the one that can hold what is to be attached.
fn standard(args: &BuildArgs, sink: &mut Diagnostics) -> Standard {
    match args.standard {
        Some(standard) if args.attach_sources && !standard.allows_attachments() => {
            let name = Standard::ALL.iter().find(|(known, _)| *known == standard).map_or("", |(_, name)| name);
            sink.push(Diagnostic::without_place(AttachmentProblem::StandardWithout { standard: name.into() }));
            standard
        }
        Some(standard) => standard,
        None if args.attach_sources => Standard::A3aUa1,
        None => Standard::default(),
    }
}

/// What was made.
pub(super) struct Made {
    pub pages: usize,
    /// In bytes.
    pub size: usize,
    pub accounts: Vec<Account>,
}

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
pub(super) fn summary(target: &Path, made: &Made, took: Duration, lang: Lang) -> String {
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
