//! `bogoseo tidy`: what was pasted into definitions, as the format wants it.

use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::TidyArgs;
use crate::diag::{Diagnostics, Findings, Lang};
use crate::model::source::SourceMap;
use crate::regenerate::tidy::{self, Tidied};
use crate::write::output;

/// Tidies every file, or says which would be changed.
pub(super) fn run(args: &TidyArgs, environment: &Environment) -> Result<Answer, Failure> {
    let (mut sources, mut sink) = (SourceMap::default(), Diagnostics::new());
    let mut untidy = false;
    for path in args.files.iter().flat_map(|path| tidy::definitions(path)) {
        let Some(Tidied { text, places }) = tidy::tidy(&path, &mut sources, &mut sink) else { continue };
        if places == 0 {
            continue;
        }
        let written = args.check || sink.ok(output::save(&path, text.as_bytes())).is_some();
        untidy |= args.check;
        if written && !args.quiet {
            tell(&said(&path.to_string_lossy(), places, args.check, environment.lang));
        }
    }
    let has_errors = sink.has_errors();
    environment.tell(Findings { found: sink.finish(), sources }, args.quiet);
    Ok(if untidy || has_errors { Answer::Findings } else { Answer::Clean })
}

fn said(path: &str, places: usize, check: bool, lang: Lang) -> String {
    match (lang, check) {
        (Lang::Ko, false) => format!("{path}: {places}곳을 고쳐 썼습니다\n"),
        (Lang::Ko, true) => format!("{path}: 고쳐 쓸 곳 {places}곳\n"),
        (Lang::En, false) => format!("{path}: {places} places tidied\n"),
        (Lang::En, true) => format!("{path}: {places} places to tidy\n"),
    }
}
