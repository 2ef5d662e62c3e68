//! One run over a report: its files and what was found in them, from stage to stage.

use super::Account;
use crate::check::{Ledger, audit, check};
use crate::diag::{AttachmentProblem, Diagnostic, Diagnostics, Findings, Severity};
use crate::model::report::Report;
use crate::read::{self, files::Files};
use crate::regenerate::diff::Side;
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use crate::set::typeset::{Typeset, typeset};
use crate::write::attachments;
use crate::write::pdf::{self, Standard};

/// A run: the files of a report, and what was found so far.
#[derive(Debug)]
pub(crate) struct Run {
    pub files: Files,
    pub sink: Diagnostics,
}

/// What is asked of a PDF.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Make {
    /// The standard that it keeps; as the rest asks for, if not said.
    pub standard: Option<Standard>,
    /// Whether the files that it is made from go into it.
    pub attach_sources: bool,
}

/// A PDF that was made.
#[derive(Debug)]
pub(crate) struct Made {
    pub pdf: Vec<u8>,
    pub pages: usize,
    pub accounts: Vec<Account>,
}

/// A report as meant and as set, with all that either points into.
#[derive(Debug)]
pub(crate) struct Set {
    pub run: Run,
    pub report: Report,
    pub typeset: Typeset,
    pub fonts: Fonts,
}

impl Run {
    /// Nothing is read yet.
    pub(crate) fn new(files: Files) -> Run {
        Run { files, sink: Diagnostics::new() }
    }

    /// Reads the report: `None` where something is wrong with it.
    pub(crate) fn read(&mut self) -> Option<Report> {
        read::report(&mut self.files, &mut self.sink)
    }

    /// Sets a report that was read in pages: `None` where something is wrong that keeps it from being written.
    pub(crate) fn set(&mut self, report: &Report) -> Option<(Typeset, Fonts)> {
        let (fonts, theme) = self.theme(report)?;
        let mut set = typeset(report, &theme, &fonts);
        set.found.drain(..).for_each(|found| self.sink.push(found));
        (!self.sink.has_errors()).then_some((set, fonts))
    }

    /// The template of a report that was read, and its fonts.
    pub(crate) fn theme(&mut self, report: &Report) -> Option<(Fonts, Theme)> {
        let mut fonts = Fonts::load(&self.files, &mut self.sink);
        let theme = Theme::load(&report.template, &mut fonts, &mut self.files, &mut self.sink)?;
        Some((fonts, theme))
    }

    /// Writes what was set.
    pub(crate) fn write(&mut self, set: Typeset, fonts: &Fonts, make: Make) -> Option<Made> {
        let standard = self.standard(make)?;
        let Typeset { mut document, accounts, .. } = set;
        let pages = document.pages.len();
        if make.attach_sources {
            document.attachments = attachments::collect(&self.files, fonts);
        }
        let pdf = self.sink.ok_all(pdf::write(document, fonts, standard))?;
        Some(Made { pdf, pages, accounts: accounts.iter().map(Account::new).collect() })
    }

    /// From files to the PDF; with what the check of the content finds, which never keeps a PDF from being made.
    pub(crate) fn make(&mut self, make: Make) -> (Vec<Diagnostic>, Option<Made>) {
        let (found, made) = self.made(make, check);
        (found.unwrap_or_default(), made)
    }

    /// The same with a check of one's own.
    fn made<T: Send>(&mut self, make: Make, check: impl Fn(&Report) -> T + Send) -> (Option<T>, Option<Made>) {
        let report = self.read();
        let set = report.as_ref().and_then(|report| self.set(report));
        // Setting takes every core there is; the writer mostly one, so the check runs beside it.
        rayon::join(|| report.as_ref().map(check), || set.and_then(|(set, fonts)| self.write(set, &fonts, make)))
    }

    /// All that a build says, and the check of the content; with what was compared in it, where it could be read. It is written as well, since the writer has a
    /// say.
    pub(crate) fn check(&mut self) -> Option<Ledger> {
        let (found, ledger) = self.made(Make::default(), audit).0?;
        found.into_iter().for_each(|found| self.sink.push(found));
        Some(ledger)
    }

    /// What was found.
    pub(crate) fn end(self) -> Findings {
        Findings { found: self.sink.finish(), sources: self.files.sources }
    }

    /// The standard asked for, or the one that can hold what is to be attached; `None` where that can't be.
    fn standard(&mut self, make: Make) -> Option<Standard> {
        match make.standard {
            Some(standard) if make.attach_sources && !standard.allows_attachments() => {
                let standard = standard.name().to_owned();
                self.sink.push(Diagnostic::without_place(AttachmentProblem::StandardWithout { standard }));
                None
            }
            Some(standard) => Some(standard),
            None if make.attach_sources => Some(Standard::A3aUa1),
            None => Some(Standard::default()),
        }
    }
}

impl Set {
    /// Reads and sets a report; the errors, where it can't be set.
    pub(crate) fn of(mut run: Run) -> Result<Set, Findings> {
        let set = run.read().and_then(|report| {
            let (typeset, fonts) = run.set(&report)?;
            Some((report, typeset, fonts))
        });
        match set {
            Some((report, typeset, fonts)) => Ok(Set { run, report, typeset, fonts }),
            None => {
                let mut findings = run.end();
                findings.found.retain(Severity::Error);
                Err(findings)
            }
        }
    }

    /// What of it is compared.
    pub(crate) fn side(&self) -> Side<'_> {
        Side { report: &self.report, document: &self.typeset.document, fonts: &self.fonts }
    }
}
