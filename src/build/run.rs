//! One run over a report: its files and what was found in them, from stage to stage.

use super::Account;
use crate::check::{Ledger, audit, check};
use crate::diag::{AttachmentProblem, Diagnostic, Diagnostics, Findings, LayoutProblem, Severity};
use crate::model::report::Report;
use crate::read::{self, files::Files};
use crate::regenerate::diff::Side;
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use crate::set::typeset::{Blocks, Typeset, typeset};
use crate::write::attachments;
#[cfg(feature = "hwpx")]
use crate::write::hwpx;
use crate::write::pdf::{self, Standard};
#[cfg(feature = "hwpx")]
use crate::{diag::PreviewProblem, print::preview, set::document::Document};

/// A run: the files of a report, and what was found so far.
#[derive(Debug)]
pub(crate) struct Run {
    pub files: Files,
    pub sink: Diagnostics,
}

/// What is asked of a build.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Make {
    /// The files that are made.
    pub forms: Forms,
    /// The standard that the PDF keeps; as the rest asks for, if not said.
    pub standard: Option<Standard>,
    /// Whether the files that it is made from go into the PDF.
    pub attach_sources: bool,
}

/// The files that are made of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Forms {
    /// The PDF.
    pub pdf: bool,
    /// The 한글 document.
    pub hwpx: bool,
}

impl Default for Forms {
    fn default() -> Forms {
        Forms { pdf: true, hwpx: false }
    }
}

/// The files that were made of a report, those that were asked for.
#[derive(Debug)]
pub(crate) struct Finished {
    pub pdf: Option<Vec<u8>>,
    pub hwpx: Option<Vec<u8>>,
    pub pages: usize,
    pub accounts: Vec<Account>,
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
        self.set_keeping(report, Blocks::Dropped).map(|(set, fonts, _)| (set, fonts))
    }

    /// The same, with its blocks if they are to be kept, and the template.
    fn set_keeping(&mut self, report: &Report, blocks: Blocks) -> Option<(Typeset, Fonts, Theme)> {
        let (fonts, theme) = self.theme(report)?;
        let mut set = typeset(report, &theme, &fonts, blocks);
        set.found.drain(..).for_each(|found| self.sink.push(found));
        (!self.sink.has_errors()).then_some((set, fonts, theme))
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

    /// From files to files; with what the check of the content finds, which never keeps them from being made.
    pub(crate) fn make(&mut self, make: Make) -> (Vec<Diagnostic>, Option<Finished>) {
        let report = self.read();
        let (found, made) = self.made(report, make, check);
        (found.unwrap_or_default(), made)
    }

    /// The same of a report that was read, with a check of one's own. It is set only where nothing is wrong.
    fn made<T: Send>(
        &mut self,
        report: Option<Report>,
        make: Make,
        check: impl Fn(&Report) -> T + Send,
    ) -> (Option<T>, Option<Finished>) {
        let blocks = if make.forms.hwpx { Blocks::Kept } else { Blocks::Dropped };
        let sound = report.as_ref().filter(|_| !self.sink.has_errors());
        let set = sound.and_then(|report| self.set_keeping(report, blocks));
        if let (Some(report), Some((_, _, theme)), true) = (&report, &set, make.forms.hwpx) {
            self.say_what_hwpx_lacks(report, theme);
        }
        // Setting takes every core there is; the writer mostly one, so the check runs beside it.
        rayon::join(
            || report.as_ref().map(check),
            || set.and_then(|(set, fonts, theme)| self.finish(set, &fonts, &theme, make)),
        )
    }

    /// What every page of the PDF has and the 한글 document hasn't is never left out without a word.
    fn say_what_hwpx_lacks(&mut self, report: &Report, theme: &Theme) {
        if let Some(mark) = &report.cover.mark {
            self.sink.report(LayoutProblem::NotInHwpx { mark: true }, mark.origin.span);
        }
        if theme.def.running_head.is_some() {
            self.sink.push(Diagnostic::without_place(LayoutProblem::NotInHwpx { mark: false }));
        }
    }

    /// Writes what was set in all forms that are asked for.
    fn finish(&mut self, set: Typeset, fonts: &Fonts, theme: &Theme, make: Make) -> Option<Finished> {
        let hwpx = match make.forms.hwpx {
            true => Some(self.hwpx(&set, fonts, theme)?),
            false => None,
        };
        if make.forms.pdf {
            let Made { pdf, pages, accounts } = self.write(set, fonts, make)?;
            return Some(Finished { pdf: Some(pdf), hwpx, pages, accounts });
        }
        let accounts = set.accounts.iter().map(Account::new).collect();
        Some(Finished { pdf: None, hwpx, pages: set.document.pages.len(), accounts })
    }

    /// The 한글 document. Its drawings are pictures of what a page shows.
    #[cfg(feature = "hwpx")]
    fn hwpx(&mut self, set: &Typeset, fonts: &Fonts, theme: &Theme) -> Option<Vec<u8>> {
        let draw = |sheet: Document, resolution: u16| {
            let pages: Vec<usize> = (0..sheet.pages.len()).collect();
            match pdf::write(sheet, fonts, Standard::None) {
                Ok(pdf) => preview::draw(pdf, &pages, resolution),
                Err(_) => vec![None; pages.len()],
            }
        };
        let Typeset { document, flows, .. } = set;
        let written = hwpx::write(hwpx::Source { document, flows, theme, fonts }, &draw);
        self.sink.ok(written.ok_or_else(|| PreviewProblem::NotDrawn { name: document.title.clone() }))
    }

    /// There is none in a program that was built without it, and none can be asked for.
    #[cfg(not(feature = "hwpx"))]
    fn hwpx(&mut self, _: &Typeset, _: &Fonts, _: &Theme) -> Option<Vec<u8>> {
        None
    }

    /// All that a build says, and the check of the content; with what was compared in it, where it could be read. It is written as well, since the writer has a
    /// say.
    pub(crate) fn check(&mut self) -> Option<Ledger> {
        let report = read::report_to_check(&mut self.files, &mut self.sink);
        let (found, ledger) = self.made(report, Make::default(), audit).0?;
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
