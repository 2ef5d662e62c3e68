//! `bogoseo preview`: pages as pictures.

use std::path::{Path, PathBuf};

use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::PreviewArgs;
use super::sheets;
use crate::diag::{Diagnostic, Diagnostics, Findings, Lang, LayoutProblem, PreviewProblem, Severity, to_text};
use crate::print::preview;
use crate::read::files::Files;
use crate::set::document::Label;
use crate::write::output;
use crate::write::pdf::{self, Standard};

/// Builds the report, draws its pages, and writes them as PNG files.
pub(super) fn run(args: &PreviewArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut files = Files::of_report(&args.report).with_template(args.template.as_deref());
    let folder = args.output.clone().unwrap_or_else(|| Path::new("out").join(files.report_name()));
    let mut sink = Diagnostics::new();
    let written = pictures(args, &folder, &mut files, &mut sink);
    let Findings { mut list, more } = sink.finish();
    list.retain(|found| found.severity == Severity::Error);
    tell(&to_text(&Findings { list, more }, &files.sources, environment.style()));
    let Some(count) = written else { return Ok(Answer::Findings) };
    if !args.quiet {
        let folder = folder.display();
        tell(&match environment.lang {
            Lang::Ko => format!("{folder}: 그림 {count}장\n"),
            Lang::En => format!("{folder}: {count} pictures\n"),
        });
    }
    Ok(Answer::Clean)
}

/// How many pictures were written.
fn pictures(args: &PreviewArgs, folder: &Path, files: &mut Files, sink: &mut Diagnostics) -> Option<usize> {
    let (set, fonts) = crate::set(files, sink)?;
    let labels: Vec<Label> = set.document.pages.iter().map(|page| page.label.clone()).collect();
    let bytes = pdf::write(set.document, &fonts, Standard::default());
    let bytes = bytes.map_err(|found| found.into_iter().for_each(|found| sink.push(found))).ok()?;
    let pages = match &args.pages {
        Some(asked) => sheets::pages_of(&bytes, &files.report_name(), asked, sink)?,
        None => (0..labels.len()).collect(),
    };
    let names: Vec<String> = pages.iter().map(|&page| name(&labels, page)).collect();
    let drawn = preview::draw(bytes, &pages, args.dpi);
    for (name, picture) in names.iter().zip(&drawn) {
        let path = folder.join(format!("{name}.png"));
        let problem = match picture {
            Some(picture) => output::write(&path, picture).err().map(|error| output_problem(path, &error)),
            None => Some(Diagnostic::without_place(PreviewProblem::NotDrawn { name: name.clone() })),
        };
        if let Some(problem) = problem {
            sink.push(problem);
            return None;
        }
    }
    Some(drawn.len())
}

fn output_problem(path: PathBuf, error: &std::io::Error) -> Diagnostic {
    let path = path.to_string_lossy().into_owned();
    Diagnostic::without_place(LayoutProblem::Output { path, reason: error.to_string() })
}

/// What a page's picture is called: its place, so that files stand in order, and what readers call it.
fn name(labels: &[Label], page: usize) -> String {
    let width = labels.len().max(1).ilog10() as usize + 1;
    match &labels[page] {
        Label::Number(number) => format!("{:0width$}-{number}", page + 1),
        Label::Name(name) => format!("{:0width$}-{name}", page + 1),
    }
}
