//! Finding a template: in the folder given by option, beside the report, or among those the program brings along.

use std::path::Path;

use crate::diag::{Diagnostic, Diagnostics, LayoutProblem, nearest};
use crate::model::source::{FileId, Source, Span};
use crate::read::decode::text_of_key;
use crate::read::files::Files;
use crate::set::font::Fonts;

use super::Theme;

/// The templates compiled into the program, by name.
const BUNDLED: &[(&str, &str)] = &[
    ("council", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/template.toml"))),
    ("plan", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/plan/template.toml"))),
];

impl Theme {
    /// The template of a name, with its fonts.
    pub(crate) fn load(name: &str, fonts: &mut Fonts, files: &mut Files, sink: &mut Diagnostics) -> Option<Theme> {
        let layers = Theme::find(name, files, sink)?;
        Theme::open(&layers, fonts, files, sink)
    }

    /// Whether a file of a report is the template that the program brings along.
    pub(crate) fn is_bundled(path: &Path, data: &[u8]) -> bool {
        let is_it = |(name, text): &(&str, &str)| {
            path == Path::new("templates").join(name).join("template.toml") && data == text.as_bytes()
        };
        BUNDLED.iter().any(is_it)
    }

    /// The template in a file and those that it builds on, with its fonts.
    pub(crate) fn open(layers: &[FileId], fonts: &mut Fonts, files: &Files, sink: &mut Diagnostics) -> Option<Theme> {
        let def = crate::read::decode::decode_over(layers, &files.sources, sink)?;
        Theme::new(def, fonts, sink)
    }

    /// The files of the template of a name: its own, then the one that its `base` names, and so on.
    pub(crate) fn find(name: &str, files: &mut Files, sink: &mut Diagnostics) -> Option<Vec<FileId>> {
        // A name, not a way to some other folder.
        let own = if is_name(name) { files.read_template(name, sink) } else { None };
        let first = match own {
            Some(file) => file?,
            None => bundled(name, &[], files).or_else(|| {
                sink.push(Diagnostic::without_place(missing(name)));
                None
            })?,
        };
        let mut layers = Layers { files: vec![first], names: vec![name.to_owned()] };
        while let Some((name, span)) = layers.base(files) {
            let file = layers.find(&name, span, files, sink)?;
            layers.files.push(file);
            layers.names.push(name);
        }
        Some(layers.files)
    }
}

/// A template and those it builds on, as far as they are found.
struct Layers {
    files: Vec<FileId>,
    names: Vec<String>,
}

impl Layers {
    /// What the last of them names as its base, and where.
    fn base(&self, files: &Files) -> Option<(String, Span)> {
        text_of_key(*self.files.last()?, "base", &files.sources)
    }

    /// The file of a base: one beside the report, else one that the program brings along; a template may build on the program's of its own name.
    fn find(&self, name: &str, span: Span, files: &mut Files, sink: &mut Diagnostics) -> Option<FileId> {
        let is_new = |file: FileId, files: &Files| {
            self.files.iter().all(|&known| files.sources.path(known) != files.sources.path(file))
        };
        let mut goes_round = false;
        if is_name(name)
            && let Some(file) = files.read_base(name, sink)
        {
            let file = file?;
            if is_new(file, files) {
                return Some(file);
            }
            goes_round = true;
        }
        match bundled(name, &self.names, files) {
            Some(file) if is_new(file, files) => return Some(file),
            found => goes_round |= found.is_some(),
        }
        let problem = if goes_round { LayoutProblem::TemplateCircle { name: name.into() } } else { missing(name) };
        sink.report(problem, span);
        None
    }
}

/// The template of a name that the program brings along; kept among the report's files unless one of the names before it has its place.
fn bundled(name: &str, before: &[String], files: &mut Files) -> Option<FileId> {
    let (name, text) = BUNDLED.iter().find(|(known, _)| *known == name)?;
    let path = format!("templates/{name}/template.toml");
    if before.iter().any(|before| before == name) {
        return Some(files.sources.add(Source::new(format!("bogoseo:{path}"), *text)));
    }
    files.keep(Path::new(&path), text.as_bytes());
    Some(files.sources.add(Source::new(path, *text)))
}

fn missing(name: &str) -> LayoutProblem {
    let like = nearest(name, BUNDLED.iter().map(|(known, _)| *known)).map(str::to_owned);
    LayoutProblem::TemplateMissing { name: name.into(), like }
}

fn is_name(name: &str) -> bool {
    Path::new(name).file_name().is_some_and(|last| last == name)
}
