//! Small definitions set in pages and dumped as text: layout and tags as they are meant to be.
//!
//! `BOGOSEO_ACCEPT=1 cargo test golden` accepts what is dumped; the difference is then for `git diff` to show.

mod cases;
mod dump;

use std::path::PathBuf;

use crate::diag::{Diagnostics, Lang, Style, to_text};
use crate::laws::support::{accepted, root};
use crate::model::source::Source;
use crate::read::files::Files;
use crate::set::chapter::plan;
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use crate::set::typeset::{Blocks, typeset};
use cases::{Case, all};
use dump::dump;

const TEMPLATE: &str = include_str!("../../golden/template.toml");

#[test]
fn every_case_looks_as_accepted() {
    let different: Vec<_> =
        all().iter().filter_map(|case| accepted::compare(&golden_file(case.name), &set(case))).collect();
    accepted::none_differ(&different);
}

#[test]
fn every_golden_file_has_its_case() {
    let cases = all();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let golden = path.extension().is_some_and(|extension| extension == "txt");
        assert!(!golden || cases.iter().any(|case| case.name == name), "{name} has no case");
    }
}

fn folder() -> PathBuf {
    root().join("tests/golden")
}

fn golden_file(name: &str) -> PathBuf {
    folder().join(name).with_extension("txt")
}

/// What is said of a case, then the chapter it shows.
fn set(case: &Case) -> String {
    let mut sources = Files::in_memory(case.files.iter().map(|(path, text)| (*path, text.as_str())));
    let mut sink = Diagnostics::new();
    let (mut fonts, _) = Fonts::new(&[]);
    let report = crate::read::report(&mut sources, &mut sink);
    let template = sources.sources.add(Source::new("template.toml", TEMPLATE));
    let def = crate::read::decode::decode(template, &sources.sources, &mut sink);
    let theme = def.and_then(|def| Theme::new(def, &mut fonts, &mut sink));
    let (Some(report), Some(theme)) = (report, theme) else {
        let style = Style { lang: Lang::En, colour: false };
        panic!("{}: {}", case.name, to_text(&sink.finish(), &sources.sources, style));
    };
    let set = typeset(&report, &theme, &fonts, Blocks::Dropped);
    let chapter = plan(&report).iter().position(case.shown).expect("a case shows a chapter that it has");
    let found: String = set.found.iter().map(|found| format!("{}\n", found.problem.code())).collect();
    found + &dump(&set.document, &fonts, chapter)
}
