//! Finding a template: in a folder given by option, beside the report, or among those the program brings along.

use crate::diag::{Diagnostics, LayoutProblem, nearest};
use crate::font::Fonts;
use crate::source::{Source, SourceMap};

use super::Theme;

/// The templates compiled into the program, by name.
const BUNDLED: &[(&str, &str)] =
    &[("council", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/template.toml")))];

impl Theme {
    /// The template of a name, as the program brings it along.
    pub fn bundled(name: &str, fonts: &mut Fonts, sources: &mut SourceMap, sink: &mut Diagnostics) -> Option<Theme> {
        let Some((name, text)) = BUNDLED.iter().find(|(known, _)| *known == name) else {
            let like = nearest(name, BUNDLED.iter().map(|(known, _)| *known)).map(str::to_owned);
            sink.push(crate::diag::Diagnostic::without_place(LayoutProblem::TemplateMissing {
                name: name.into(),
                like,
            }));
            return None;
        };
        let file = sources.add(Source::new(format!("templates/{name}/template.toml"), *text));
        let def = crate::decode::decode(file, sources, sink)?;
        Theme::new(def, fonts, sink)
    }
}
