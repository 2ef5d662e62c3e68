//! `bogoseo diff`: what was changed between two reports.

use std::path::Path;

use super::environment::Environment;
use super::output::{Answer, Failure, print, print_json, tell};
use super::regenerate_args::{DiffArgs, PlainFormat};
use crate::build::{Make, Run, Set};
use crate::diag::{Diagnostics, Findings};
use crate::regenerate::diff::{self, Comparison, Differences, Dress, compare};
use crate::set::typeset::{Blocks, typeset};
use crate::write::{attachments, output};

/// Sets both reports, compares them, and prints what differs.
pub(super) fn run(args: &DiffArgs, environment: &Environment) -> Result<Answer, Failure> {
    let Some((old, new)) = both(&args.old, &args.new, environment) else { return Ok(Answer::Findings) };
    let comparison = compare(old.side(), new.side());
    match args.format {
        PlainFormat::Text => {
            let dress = Dress { lang: environment.lang, colour: environment.colour };
            print(&diff::to_text(&comparison, dress))?;
        }
        PlainFormat::Json => print_json(&Differences::new(&comparison, environment.lang))?,
    }
    if let Some(target) = &args.pdf {
        sheet(&comparison, new, target, environment);
    }
    Ok(if comparison.is_empty() { Answer::Clean } else { Answer::Findings })
}

/// Two reports, each a folder or a PDF with its files, read and set side by side; `None` after saying why one can't be had.
pub(super) fn both(old: &Path, new: &Path, environment: &Environment) -> Option<(Set, Set)> {
    match rayon::join(|| one(old), || one(new)) {
        (Ok(old), Ok(new)) => Some((old, new)),
        (old, new) => {
            [old.err(), new.err()].into_iter().flatten().for_each(|findings| environment.tell(findings, false));
            None
        }
    }
}

fn one(path: &Path) -> Result<Set, Findings> {
    let mut sink = Diagnostics::new();
    match attachments::open(path, &mut sink) {
        Some(files) => Set::of(Run { files, sink }),
        None => Err(Findings { found: sink.finish(), ..Findings::default() }),
    }
}

/// Writes the comparison as a PDF; says why where it can't.
fn sheet(comparison: &Comparison, new: Set, target: &Path, environment: &Environment) {
    if comparison.changes.is_empty() {
        let said =
            ("달라진 것이 없어 신구대비표를 만들지 않았습니다\n", "nothing differs: no comparison was written\n");
        return tell(environment.lang.choose(said.0, said.1));
    }
    let Set { mut run, report, .. } = new;
    run.sink = Diagnostics::new();
    if let Some((fonts, theme)) = run.theme(&report)
        && let Some(sheet) = diff::sheet(comparison, &report, &theme.def.comparison)
        && let Some(made) = run.write(typeset(&sheet, &theme, &fonts, Blocks::Dropped), &fonts, Make::default())
    {
        run.sink.ok(output::save(target, &made.pdf));
    }
    environment.tell(run.end(), true);
}
