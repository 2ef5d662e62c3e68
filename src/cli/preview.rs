//! `bogoseo preview`: pages as pictures.

use std::path::Path;

use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::PreviewArgs;
use super::sheets;
use crate::build::{Make, Run};
use crate::diag::{Lang, PreviewProblem};
use crate::print::preview;
use crate::set::document::Label;
use crate::write::output;

/// Builds the report, draws its pages, and writes them as PNG files.
pub(super) fn run(args: &PreviewArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut run = Run::new(args.report.files());
    let folder = args.output.clone().unwrap_or_else(|| Path::new("out").join(run.files.report_name()));
    let written = pictures(args, &folder, &mut run);
    environment.tell(run.end(), true);
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
fn pictures(args: &PreviewArgs, folder: &Path, run: &mut Run) -> Option<usize> {
    let report = run.read()?;
    let (set, fonts) = run.set(&report)?;
    let labels: Vec<Label> = set.document.pages.iter().map(|page| page.label.clone()).collect();
    let made = run.write(set, &fonts, Make::default())?;
    let pages = match &args.pages {
        Some(asked) => sheets::pages_of(&made.pdf, &run.files.report_name(), asked, &mut run.sink)?,
        None => (0..labels.len()).collect(),
    };
    let names: Vec<String> = pages.iter().map(|&page| name(&labels, page)).collect();
    let drawn = preview::draw(made.pdf, &pages, args.dpi);
    for (name, picture) in names.iter().zip(&drawn) {
        let picture = picture.as_ref().ok_or_else(|| PreviewProblem::NotDrawn { name: name.clone() });
        let picture = run.sink.ok(picture)?;
        run.sink.ok(output::save(&folder.join(format!("{name}.png")), picture))?;
    }
    Some(drawn.len())
}

/// What a page's picture is called: its place, so that files stand in order, and what readers call it.
fn name(labels: &[Label], page: usize) -> String {
    let width = labels.len().max(1).ilog10() as usize + 1;
    match &labels[page] {
        Label::Number(number) => format!("{:0width$}-{number}", page + 1),
        Label::Name(name) => format!("{:0width$}-{name}", page + 1),
    }
}
