//! A report that is built again and again: what its last build left is used wherever nothing of it was changed.

use crate::diag::{Diagnostic, Diagnostics};
use crate::model::report::Report;
use crate::model::source::FileId;
use crate::read::files::Files;
use crate::set::font::{FontFile, Fonts};
use crate::set::theme::Theme;
use crate::set::typeset::{Kept, Typeset};

/// What is kept from one build of a report to the next. A build gives the same with it and without it.
#[derive(Debug, Default)]
pub(crate) struct Rebuild {
    design: Option<Design>,
    chapters: Option<Kept>,
}

/// What came of setting a report again.
#[derive(Debug)]
pub(crate) enum Again<'a> {
    /// It is the one that was set last.
    Same,
    /// It was set, in these fonts.
    Set(Box<Typeset>, &'a Fonts),
    /// Something is wrong with it.
    Wrong,
}

/// The template and fonts of a report, with what they were made from.
#[derive(Debug)]
struct Design {
    font_files: Vec<FontFile>,
    fonts: Fonts,
    /// The files of the template and of those that it builds on, with their texts.
    template: Vec<(FileId, String)>,
    theme: Theme,
    /// What was found while they were opened.
    found: Vec<Diagnostic>,
}

impl Rebuild {
    /// Sets a report that has been read, as [`crate::set_read`] does, unless it is in every respect the one that was set last.
    pub(crate) fn set(&mut self, report: Report, files: &mut Files, sink: &mut Diagnostics) -> Again<'_> {
        let again = self.set_changed(report, files, sink);
        again.filter(|_| !sink.has_errors()).unwrap_or(Again::Wrong)
    }

    fn set_changed(&mut self, report: Report, files: &mut Files, sink: &mut Diagnostics) -> Option<Again<'_>> {
        let font_files = Fonts::read(files);
        let layers = Theme::find(&report.template, files, sink)?;
        let template: Vec<_> = layers.into_iter().map(|file| (file, files.sources.text(file).to_owned())).collect();
        let is_same = |design: &Design| design.template == template && design.font_files == font_files;
        if !self.design.as_ref().is_some_and(is_same) {
            (self.design, self.chapters) = (None, None);
            self.design = Design::open(font_files, template, files, sink);
        } else if self.chapters.as_ref().is_some_and(|kept| *kept.report() == report) {
            return Some(Again::Same);
        }
        let Design { fonts, theme, found, .. } = self.design.as_ref()?;
        found.iter().for_each(|found| sink.push(found.clone()));
        let (mut set, kept) = Kept::typeset(self.chapters.take(), report, theme, fonts);
        self.chapters = Some(kept);
        set.found.drain(..).for_each(|found| sink.push(found));
        Some(Again::Set(Box::new(set), fonts))
    }

    /// The report that was set last.
    pub(crate) fn report(&self) -> Option<&Report> {
        self.chapters.as_ref().map(Kept::report)
    }

    /// Forgets the last build, so that the next one is made in any case.
    pub(crate) fn forget(&mut self) {
        *self = Rebuild::default();
    }
}

impl Design {
    /// Opens a template and its fonts; what is wrong with them goes into `sink` where they can't be used, and is kept where they can.
    fn open(
        font_files: Vec<FontFile>,
        template: Vec<(FileId, String)>,
        files: &Files,
        sink: &mut Diagnostics,
    ) -> Option<Design> {
        let mut own = Diagnostics::new();
        let (mut fonts, unreadable) = Fonts::new(&font_files);
        Fonts::warn(unreadable, &mut own);
        let layers: Vec<FileId> = template.iter().map(|(file, _)| *file).collect();
        let theme = Theme::open(&layers, &mut fonts, files, &mut own);
        let found = own.finish().list;
        match theme {
            Some(theme) => Some(Design { font_files, fonts, template, theme, found }),
            None => {
                found.into_iter().for_each(|found| sink.push(found));
                None
            }
        }
    }
}
