//! `bogoseo fonts`: the fonts that a template can name.

use super::args::FontsArgs;
use super::environment::Environment;
use super::output::{Answer, Failure, print, tell};
use crate::diag::{Diagnostics, to_text};
use crate::read::files::Files;
use crate::set::font::Fonts;

/// Prints a line a face: family, weight, file.
pub(super) fn run(args: &FontsArgs, environment: &Environment) -> Result<Answer, Failure> {
    let files = Files::of_report(&args.report).with_template(args.template.as_deref());
    let mut sink = Diagnostics::new();
    let fonts = Fonts::load(&files, &mut sink);
    let mut lines = String::new();
    for known in fonts.known() {
        let origin = match known.bundled {
            true => environment.lang.choose("기본 제공", "bundled"),
            false => known.file.as_str(),
        };
        lines += &format!("{}\t{}\t{origin}\n", known.family, known.weight);
    }
    print(&lines)?;
    let findings = sink.finish();
    if findings.is_empty() {
        return Ok(Answer::Clean);
    }
    tell(&to_text(&findings, &files.sources, environment.style()));
    Ok(Answer::Findings)
}
