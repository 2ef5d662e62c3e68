//! Small reports made of strings: what is read of them, and what is said.

use std::path::PathBuf;

use crate::diag::{Diagnostics, Findings, FoundList, Lang, Style, to_text};
use crate::model::report::Report;
use crate::read::files::Files;
use crate::set::document::Document;

/// A report of one part, which stands in `part.toml`.
pub(crate) const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n\
                                 [[part]]\ntitle = '편'\nfile = 'part.toml'\n";

/// What was read of a report, and what was said.
pub(crate) struct Read {
    pub(crate) report: Option<Report>,
    pub(crate) findings: FoundList,
    pub(crate) sources: Files,
}

impl Read {
    fn new(report: Option<Report>, sink: Diagnostics, mut sources: Files) -> Read {
        let findings = sink.finish();
        // Whatever is found can be said, in every way.
        for lang in [Lang::Ko, Lang::En] {
            to_text(&findings, &sources.sources, Style { lang, colour: true });
            let found = FoundList { list: findings.list.clone(), more: findings.more };
            let said = Findings { found, sources: std::mem::take(&mut sources.sources) };
            let _ = (said.list(lang), said.sarif(lang));
            sources.sources = said.sources;
        }
        Read { report, findings, sources }
    }

    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.findings.list.iter().map(|finding| finding.problem.code()).collect()
    }

    /// What is said, in English.
    pub(crate) fn said(&self) -> String {
        self.said_in(Lang::En)
    }

    pub(crate) fn said_in(&self, lang: Lang) -> String {
        to_text(&self.findings, &self.sources.sources, Style { lang, colour: false })
    }
}

/// Reads a report, wherever its files are.
pub(crate) fn read(mut sources: Files) -> Read {
    let mut sink = Diagnostics::new();
    let report = crate::read::report(&mut sources, &mut sink);
    Read::new(report, sink, sources)
}

/// Reads a report of these files.
pub(crate) fn read_files(files: impl IntoIterator<Item = (impl Into<PathBuf>, impl Into<Vec<u8>>)>) -> Read {
    read(Files::in_memory(files))
}

/// Reads the report of one part that has this body and these blocks.
pub(crate) fn read_body(body: &str, blocks: &str) -> Read {
    read_files([("report.toml", REPORT.to_owned()), ("part.toml", part(body, blocks))])
}

/// A part of one section with this body, and these blocks.
pub(crate) fn part(body: &str, blocks: &str) -> String {
    format!("[[status]]\ntitle = '현황'\nbody = '''\n{body}\n'''\n{blocks}")
}

/// Reads a report of these files and sets it in pages: those, if it can be set, and what is said of it.
pub(crate) fn set_files(
    files: impl IntoIterator<Item = (impl Into<PathBuf>, impl Into<Vec<u8>>)>,
) -> (Option<Document>, Read) {
    let mut sources = Files::in_memory(files);
    let mut sink = Diagnostics::new();
    let set = crate::laws::support::set(&mut sources, &mut sink);
    (set.map(|(set, _)| set.document), Read::new(None, sink, sources))
}
