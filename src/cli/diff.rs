//! `bogoseo diff`: what was changed between two reports.

use std::path::Path;

use super::environment::Environment;
use super::output::{Answer, Failure, print, tell};
use super::regenerate_args::{DiffArgs, PlainFormat};
use crate::diag::{Diagnostic, Diagnostics, Findings, LayoutProblem, Severity, to_text};
use crate::diff::{self, Comparison, Dress, Side, compare};
use crate::font::Fonts;
use crate::pdf::{self, Standard};
use crate::report::Report;
use crate::source::SourceMap;
use crate::theme::Theme;
use crate::typeset::{Typeset, typeset};
use crate::{attachments, output};

/// Sets both reports, compares them, and prints what differs.
pub(super) fn run(args: &DiffArgs, environment: &Environment) -> Result<Answer, Failure> {
    let (old, new) = rayon::join(|| Loaded::new(&args.old), || Loaded::new(&args.new));
    let (old, new) = match (old, new) {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            for refused in [old.err(), new.err()].into_iter().flatten() {
                tell(&to_text(&refused.findings, &refused.sources, environment.style()));
            }
            return Ok(Answer::Findings);
        }
    };
    let comparison = compare(old.side(), new.side());
    print(&match args.format {
        PlainFormat::Text => diff::to_text(&comparison, Dress { lang: environment.lang, colour: environment.colour }),
        PlainFormat::Json => diff::to_json(&comparison, environment.lang),
    })?;
    if let Some(target) = &args.pdf {
        sheet(&comparison, new, target, environment);
    }
    Ok(if comparison.is_empty() { Answer::Clean } else { Answer::Findings })
}

/// A report, read and set.
struct Loaded {
    sources: SourceMap,
    report: Report,
    set: Typeset,
    fonts: Fonts,
}

/// A report that can't be set, and why.
struct Refused {
    sources: SourceMap,
    findings: Findings,
}

impl Loaded {
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

    fn side(&self) -> Side<'_> {
        Side { report: &self.report, document: &self.set.document, fonts: &self.fonts }
    }
}

/// Writes the comparison as a PDF; says why where it can't.
fn sheet(comparison: &Comparison, new: Loaded, target: &Path, environment: &Environment) {
    let Loaded { mut sources, report, .. } = new;
    let mut sink = Diagnostics::new();
    let written = write_sheet(comparison, &report, &mut sources, &mut sink).map(|bytes| output::write(target, &bytes));
    match written {
        Some(Ok(())) => return,
        Some(Err(error)) => {
            let path = target.to_string_lossy().into_owned();
            sink.push(Diagnostic::without_place(LayoutProblem::Output { path, reason: error.to_string() }));
        }
        None if comparison.changes.is_empty() => {
            let said =
                ("달라진 것이 없어 신구대비표를 만들지 않았습니다\n", "nothing differs: no comparison was written\n");
            tell(environment.lang.choose(said.0, said.1));
        }
        None => {}
    }
    let Findings { mut list, more } = sink.finish();
    list.retain(|found| found.severity == Severity::Error);
    tell(&to_text(&Findings { list, more }, &sources, environment.style()));
}

fn write_sheet(
    comparison: &Comparison,
    report: &Report,
    sources: &mut SourceMap,
    sink: &mut Diagnostics,
) -> Option<Vec<u8>> {
    let mut fonts = Fonts::load(sources, sink);
    let theme = Theme::load(&report.template, &mut fonts, sources, sink)?;
    let sheet = diff::sheet(comparison, report, &theme.def.comparison)?;
    let set = typeset(&sheet, &theme, &fonts);
    let written = pdf::write(set.document, &fonts, Standard::default());
    written.map_err(|found| found.into_iter().for_each(|found| sink.push(found))).ok()
}
