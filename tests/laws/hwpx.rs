//! What every 한글 document has: named styles for the kinds of text that a template knows.

use std::collections::BTreeSet;

use crate::diag::Diagnostics;
use crate::model::source::{Source, SourceMap, Span};
use crate::read::decode::{decode, each};
use crate::set::font::Fonts;
use crate::set::theme::{TemplateSpec, TextSpec, Theme};
use crate::write::hwpx::style_specs;

#[test]
fn a_named_style_is_a_text_of_the_template_and_no_text_has_two() {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/template.toml"));
    let (mut sources, mut sink) = (SourceMap::default(), Diagnostics::new());
    let file = sources.add(Source::new("template.toml", text));
    let mut def: TemplateSpec = decode(file, &sources, &mut sink).expect("the template is whole");
    let mut all = BTreeSet::new();
    each(&mut def, |text: &mut TextSpec| {
        all.insert(text.span);
    });
    let (mut fonts, _) = Fonts::new(&[]);
    let theme = Theme::new(def, &mut fonts, &mut sink).expect("the template is right");
    let named = style_specs(&theme);
    let once: BTreeSet<Span> = named.iter().copied().collect();
    assert_eq!(once.len(), named.len(), "no kind of text has two names");
    assert!(named.len() > 40 && once.is_subset(&all));
}
