//! Reports that are compared: read and set, from their folder or out of a PDF.

use std::path::Path;

use super::environment::Environment;
use super::output::tell;
use crate::diag::{Diagnostics, Findings, Severity, to_text};
use crate::model::report::Report;
use crate::model::source::SourceMap;
use crate::read::files::Files;
use crate::regenerate::diff::Side;
use crate::set::font::Fonts;
use crate::set::typeset::Typeset;
use crate::write::attachments;

/// A report, read and set.
pub(super) struct Loaded {
    pub files: Files,
    pub report: Report,
    set: Typeset,
    fonts: Fonts,
}

/// A report that can't be set, and why.
struct Refused {
    sources: SourceMap,
    findings: Findings,
}

impl Loaded {
    /// Two reports, each a folder or a PDF with its files, side by side; `None` after saying why one can't be had.
    pub fn both(old: &Path, new: &Path, environment: &Environment) -> Option<(Loaded, Loaded)> {
        match rayon::join(|| Loaded::new(old), || Loaded::new(new)) {
            (Ok(old), Ok(new)) => Some((old, new)),
            (old, new) => {
                for refused in [old.err(), new.err()].into_iter().flatten() {
                    tell(&to_text(&refused.findings, &refused.sources, environment.style()));
                }
                None
            }
        }
    }

    fn new(path: &Path) -> Result<Loaded, Box<Refused>> {
        let mut sink = Diagnostics::new();
        let Some(mut files) = attachments::open(path, &mut sink) else {
            return Err(Box::new(Refused { sources: SourceMap::default(), findings: sink.finish() }));
        };
        let report = crate::read(&mut files, &mut sink);
        let set = report.and_then(|report| {
            let (set, fonts) = crate::set_read(&report, &mut files, &mut sink)?;
            Some((report, set, fonts))
        });
        match set {
            Some((report, set, fonts)) => Ok(Loaded { files, report, set, fonts }),
            None => {
                let Findings { mut list, more } = sink.finish();
                list.retain(|found| found.severity == Severity::Error);
                Err(Box::new(Refused { sources: files.sources, findings: Findings { list, more } }))
            }
        }
    }

    /// What of it is compared.
    pub fn side(&self) -> Side<'_> {
        Side { report: &self.report, document: &self.set.document, fonts: &self.fonts }
    }
}
