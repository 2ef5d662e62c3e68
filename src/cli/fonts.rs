//! `bogoseo fonts`: the fonts that a template can name.

use super::args::FontsArgs;
use super::environment::Environment;
use super::output::{Answer, Failure, print};
use crate::build::Run;
use crate::set::font::Fonts;

/// Prints a line a face: family, weight, file.
pub(super) fn run(args: &FontsArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut run = Run::new(args.report.files());
    let fonts = Fonts::load(&run.files, &mut run.sink);
    let mut lines = String::new();
    for known in fonts.known() {
        let origin = match known.bundled {
            true => environment.lang.choose("기본 제공", "bundled"),
            false => known.file.as_str(),
        };
        let weight = known.weights.as_ref().map_or(known.weight.to_string(), |range| {
            let (least, most) = (range.start(), range.end());
            format!("{least}-{most}")
        });
        lines += &format!("{}\t{weight}\t{origin}\n", known.family);
    }
    print(&lines)?;
    let findings = run.end();
    let answer = if findings.is_empty() { Answer::Clean } else { Answer::Findings };
    environment.tell(findings, false);
    Ok(answer)
}
