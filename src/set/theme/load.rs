//! Finding a template: in the folder given by option, beside the report, or among those the program brings along.

use std::path::Path;

use crate::diag::{Diagnostic, Diagnostics, LayoutProblem, nearest};
use crate::model::source::{FileId, Source};
use crate::read::files::Files;
use crate::set::font::Fonts;

use super::Theme;

/// The templates compiled into the program, by name.
const BUNDLED: &[(&str, &str)] =
    &[("council", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/template.toml")))];

impl Theme {
    /// The template of a name, with its fonts.
    pub(crate) fn load(name: &str, fonts: &mut Fonts, files: &mut Files, sink: &mut Diagnostics) -> Option<Theme> {
        let file = Theme::find(name, files, sink)?;
        Theme::open(file, fonts, files, sink)
    }

    /// Whether a file of a report is the template that the program brings along.
    pub(crate) fn is_bundled(path: &Path, data: &[u8]) -> bool {
        let is_it = |(name, text): &(&str, &str)| {
            path == Path::new("templates").join(name).join("template.toml") && data == text.as_bytes()
        };
        BUNDLED.iter().any(is_it)
    }

    /// The template in a file, with its fonts.
    pub(crate) fn open(file: FileId, fonts: &mut Fonts, files: &Files, sink: &mut Diagnostics) -> Option<Theme> {
        let def = crate::read::decode::decode(file, &files.sources, sink)?;
        Theme::new(def, fonts, sink)
    }

    /// The file of the template of a name.
    pub(crate) fn find(name: &str, files: &mut Files, sink: &mut Diagnostics) -> Option<FileId> {
        // A name, not a way to some other folder.
        let is_name = Path::new(name).file_name().is_some_and(|last| last == name);
        if is_name && let Some(file) = files.read_template(name, sink) {
            return file;
        }
        if let Some((name, text)) = BUNDLED.iter().find(|(known, _)| *known == name) {
            let path = format!("templates/{name}/template.toml");
            files.keep(Path::new(&path), text.as_bytes());
            return Some(files.sources.add(Source::new(path, *text)));
        }
        let like = nearest(name, BUNDLED.iter().map(|(known, _)| *known)).map(str::to_owned);
        sink.push(Diagnostic::without_place(LayoutProblem::TemplateMissing { name: name.into(), like }));
        None
    }
}
