//! `bogoseo watch`: a report built again on every save.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::build::{default_target, slips_found, summary};
use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::WatchArgs;
use crate::build::{Make, Run};
use crate::check::check;
use crate::diag::{Diagnostics, Findings, Problem, Severity};
use crate::read::files::ReportPath;
use crate::regenerate::rebuild::{Again, Rebuild};
use crate::regenerate::watch::Watch;
use crate::write::output;

/// Builds the report until it is told to stop.
pub(super) fn run(args: &WatchArgs, environment: &Environment) -> Result<Answer, Failure> {
    let report = ReportPath::of(&args.report.report);
    let target = args.output.clone().unwrap_or_else(|| default_target(&args.report.files()));
    let mut folders = vec![report.folder.as_path()];
    folders.extend(args.report.template.as_deref());
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
        watch.follow(&files);
        let read = builder.build();
        if read != files {
            // Only now is known which files there are to look at; what was saved since they were read is seen by the system's watcher.
            watch.follow(&read);
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
        let mut run = Run::new(self.args.report.files().keeping());
        let report = run.read();
        let again = report.map_or(Again::Wrong, |report| self.rebuild.set(report, &mut run.files, &mut run.sink));
        let ReportPath { folder, .. } = ReportPath::of(&self.args.report.report);
        let mut read: Vec<PathBuf> = run.files.kept().into_keys().map(|path| folder.join(path)).collect();
        read.extend(self.args.report.template.iter().map(|folder| folder.join("template.toml")));
        let make = Make { standard: Some(self.args.standard), ..Make::default() };
        let made = match again {
            Again::Same => return read,
            Again::Wrong => None,
            Again::Set(set, fonts) => run.write(*set, fonts, make),
        };
        let made = made.filter(|made| run.sink.ok(output::save(self.target, &made.pdf)).is_some());
        let mut findings = run.end();
        findings.found.worth_saying(self.args.quiet);
        let found = findings.text(self.environment.style());
        match made {
            Some(made) => {
                tell(&found);
                if !self.args.quiet {
                    let size = (made.pages, made.pdf.len());
                    tell(&summary(self.target, size, &made.accounts, begun.elapsed(), self.environment.lang));
                }
                self.said.clear();
                self.check(findings);
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
    fn check(&mut self, Findings { sources, .. }: Findings) {
        let Some(report) = self.rebuild.report().filter(|_| !self.args.quiet) else { return };
        let mut slips = check(report);
        slips.retain(|found| found.severity <= Severity::Warning);
        let count = slips.len();
        let problems: Vec<Problem> = slips.iter().map(|found| found.problem.clone()).collect();
        let before = self.slips.replace(problems);
        if let Some(known) = &before {
            let mut news = Diagnostics::new();
            slips.into_iter().filter(|found| !known.contains(&found.problem)).for_each(|found| news.push(found));
            self.environment.tell(Findings { found: news.finish(), sources }, false);
        }
        if count != before.map_or(0, |known| known.len()) {
            tell(&slips_found(count, &self.args.report.report, self.environment.lang));
        }
    }
}
