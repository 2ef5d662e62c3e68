//! Reports that are compared: read and set, from their folder or out of a PDF.

use std::path::Path;

use super::environment::Environment;
use super::output::tell;
use crate::attachments;
use crate::diag::{Diagnostics, Findings, Severity, to_text};
use crate::diff::Side;
use crate::font::Fonts;
use crate::report::Report;
use crate::source::SourceMap;
use crate::typeset::Typeset;

/// A report, read and set.
pub(super) struct Loaded {
    pub sources: SourceMap,
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
    /// Two reports, each a folder or a PDF with its sources, side by side; `None` after saying why one can't be had.
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
        let Some(mut sources) = attachments::open(path, &mut sink) else {
            return Err(Box::new(Refused { sources: SourceMap::new(), findings: sink.finish() }));
        };
        let report = crate::read(&mut sources, &mut sink);
        let set = report.and_then(|report| {
            let (set, fonts) = crate::set_read(&report, &mut sources, &mut sink)?;
            Some((report, set, fonts))
        });
        match set {
            Some((report, set, fonts)) => Ok(Loaded { sources, report, set, fonts }),
            None => {
                let Findings { mut list, more } = sink.finish();
                list.retain(|found| found.severity == Severity::Error);
                Err(Box::new(Refused { sources, findings: Findings { list, more } }))
            }
        }
    }

    /// What of it is compared.
    pub fn side(&self) -> Side<'_> {
        Side { report: &self.report, document: &self.set.document, fonts: &self.fonts }
    }
}
