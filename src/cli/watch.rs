//! `bogoseo watch`: a report built again on every save.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::build::{Made, default_target, slips_found, summary};
use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::WatchArgs;
use crate::check;
use crate::diag::{Diagnostic, Diagnostics, LayoutProblem, Problem, Severity, to_text};
use crate::model::source::SourceMap;
use crate::read::files::{Files, ReportPath};
use crate::regenerate::rebuild::{Again, Rebuild};
use crate::regenerate::watch::Watch;
use crate::set::typeset::Typeset;
use crate::write::{output, pdf};

/// Builds the report until it is told to stop.
pub(super) fn run(args: &WatchArgs, environment: &Environment) -> Result<Answer, Failure> {
    let report = ReportPath::of(&args.report);
    let files = Files::of_report(&args.report);
    let target = args.output.clone().unwrap_or_else(|| default_target(&files));
    let mut folders = vec![report.folder.as_path()];
    folders.extend(args.template.as_deref());
    let (mut watch, stop) = Watch::new(&folders, &target);
    // A second handler can't be, and without one the system ends the program: between two writes or in one, of which nothing remains after the next.
    let _ = ctrlc::set_handler(move || stop.stop());
    if !args.quiet {
        let folder = folders[0].display();
        tell(&environment.lang.choose(
            format!("{folder}: 지켜보는 중 (Ctrl-C로 끝냅니다)\n"),
            format!("{folder}: watching (Ctrl-C ends it)\n"),
        ));
    }
    let rebuild = Rebuild::default();
    let mut builder = Builder { args, environment, target: &target, rebuild, said: String::new(), slips: None };
    let mut files = Vec::new();
    loop {
        watch.look(&files);
        let read = builder.build();
        if read != files {
            // Only now is known which files there are to look at; what was saved since they were read is seen by the system's watcher.
            watch.look(&read);
            files = read;
        }
        if !watch.wait(&files) {
            return Ok(Answer::Clean);
        }
    }
}

/// What builds, and what it said last.
struct Builder<'a> {
    args: &'a WatchArgs,
    environment: &'a Environment,
    target: &'a Path,
    rebuild: Rebuild,
    said: String,
    /// What the check found last; `None` before it looked.
    slips: Option<Vec<Problem>>,
}

impl Builder<'_> {
    /// Builds the report if it is another than last time, and says what came of it; answers the files that were read.
    fn build(&mut self) -> Vec<PathBuf> {
        let begun = Instant::now();
        let template = self.args.template.as_deref();
        let mut files = Files::of_report(&self.args.report).with_template(template).keeping();
        let mut sink = Diagnostics::new();
        let report = crate::read(&mut files, &mut sink);
        let again = report.map_or(Again::Wrong, |report| self.rebuild.set(report, &mut files, &mut sink));
        let folder = ReportPath::of(&self.args.report).folder;
        let mut read: Vec<PathBuf> = files.kept().into_keys().map(|path| folder.join(path)).collect();
        read.extend(template.map(|folder| folder.join("template.toml")));
        let made = match again {
            Again::Same => return read,
            Again::Wrong => None,
            Again::Set(set, fonts) => {
                let Typeset { document, accounts, .. } = *set;
                let pages = document.pages.len();
                let bytes = pdf::write(document, fonts, self.args.standard);
                let bytes = bytes.map_err(|found| found.into_iter().for_each(|found| sink.push(found))).ok();
                bytes.and_then(|bytes| {
                    let made = Made { pages, size: bytes.len(), accounts };
                    write(self.target, &bytes, &mut sink).then_some(made)
                })
            }
        };
        let found = to_text(&sink.finish().worth_saying(self.args.quiet), &files.sources, self.environment.style());
        match made {
            Some(made) => {
                tell(&found);
                if !self.args.quiet {
                    tell(&summary(self.target, &made, begun.elapsed(), self.environment.lang));
                }
                self.said.clear();
                self.check(&files.sources);
            }
            None => {
                // What is wrong is said once, however often it is saved; and what was right before is built again when it is put back.
                self.rebuild.forget();
                if found != self.said {
                    tell(&found);
                    self.said = found;
                }
            }
        }
        read
    }
}

impl Builder<'_> {
    /// Checks what was built, after it is there: says how much is found if that is another number than last time, and of what is found since, all.
    fn check(&mut self, sources: &SourceMap) {
        let Some(report) = self.rebuild.report().filter(|_| !self.args.quiet) else { return };
        let mut slips = check::check(report);
        slips.retain(|found| found.severity <= Severity::Warning);
        let count = slips.len();
        let problems: Vec<Problem> = slips.iter().map(|found| found.problem.clone()).collect();
        let before = self.slips.replace(problems);
        if let Some(known) = &before {
            let mut news = Diagnostics::new();
            slips.into_iter().filter(|found| !known.contains(&found.problem)).for_each(|found| news.push(found));
            tell(&to_text(&news.finish(), sources, self.environment.style()));
        }
        if count != before.map_or(0, |known| known.len()) {
            tell(&slips_found(count, &self.args.report, self.environment.lang));
        }
    }
}

/// Writes the file, or says why not.
fn write(target: &Path, bytes: &[u8], sink: &mut Diagnostics) -> bool {
    let written = output::write(target, bytes);
    if let Err(error) = &written {
        let path = target.to_string_lossy().into_owned();
        sink.push(Diagnostic::without_place(LayoutProblem::Output { path, reason: error.to_string() }));
    }
    written.is_ok()
}
