//! `bogoseo diff`: what was changed between two reports.

use std::path::Path;

use super::environment::Environment;
use super::loaded::Loaded;
use super::output::{Answer, Failure, print, tell};
use super::regenerate_args::{DiffArgs, PlainFormat};
use crate::diag::{Diagnostic, Diagnostics, Findings, LayoutProblem, Severity, to_text};
use crate::model::report::Report;
use crate::read::files::Files;
use crate::regenerate::diff::{self, Comparison, Dress, compare};
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use crate::set::typeset::typeset;
use crate::write::output;
use crate::write::pdf::{self, Standard};

/// Sets both reports, compares them, and prints what differs.
pub(super) fn run(args: &DiffArgs, environment: &Environment) -> Result<Answer, Failure> {
    let Some((old, new)) = Loaded::both(&args.old, &args.new, environment) else { return Ok(Answer::Findings) };
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

/// Writes the comparison as a PDF; says why where it can't.
fn sheet(comparison: &Comparison, new: Loaded, target: &Path, environment: &Environment) {
    let Loaded { mut files, report, .. } = new;
    let mut sink = Diagnostics::new();
    let written = write_sheet(comparison, &report, &mut files, &mut sink).map(|bytes| output::write(target, &bytes));
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
    tell(&to_text(&Findings { list, more }, &files.sources, environment.style()));
}

fn write_sheet(comparison: &Comparison, report: &Report, files: &mut Files, sink: &mut Diagnostics) -> Option<Vec<u8>> {
    let mut fonts = Fonts::load(files, sink);
    let theme = Theme::load(&report.template, &mut fonts, files, sink)?;
    let sheet = diff::sheet(comparison, report, &theme.def.comparison)?;
    let set = typeset(&sheet, &theme, &fonts);
    let written = pdf::write(set.document, &fonts, Standard::default());
    written.map_err(|found| found.into_iter().for_each(|found| sink.push(found))).ok()
}
