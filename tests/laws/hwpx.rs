//! What every 한글 document has: a named style for each kind of text that a template knows.

use std::collections::BTreeSet;

use crate::diag::Diagnostics;
use crate::model::source::{Source, SourceMap, Span};
use crate::read::decode::{decode, each};
use crate::set::font::Fonts;
use crate::set::theme::{TemplateSpec, TextSpec, Theme};
use crate::write::hwpx::style_specs;

#[test]
fn every_text_of_a_template_has_a_named_style() {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/template.toml"));
    let (mut sources, mut sink) = (SourceMap::default(), Diagnostics::new());
    let file = sources.add(Source::new("template.toml", text));
    let mut def: TemplateSpec = decode(file, &sources, &mut sink).expect("the template is whole");
    let mut all = BTreeSet::new();
    each(&mut def, |text: &mut TextSpec| {
        all.insert(text.span);
    });
    // Charts are pictures; leaders are tabs; signs stand in the paragraph of their text; the page's number is a field of its own.
    let mut without: BTreeSet<Span> = BTreeSet::new();
    each(&mut def.chart, |text: &mut TextSpec| {
        without.insert(text.span);
    });
    without.extend(def.item.iter().map(|item| item.sign_text.span));
    without.extend([def.heading.sign_text.span, def.contents.leader.text.span, def.status.leader.text.span]);
    without.insert(def.page_number.text.span);
    let (mut fonts, _) = Fonts::new(&[]);
    let theme = Theme::new(def, &mut fonts, &mut sink).expect("the template is right");
    let named: BTreeSet<Span> = style_specs(&theme).into_iter().collect();
    let expected: BTreeSet<Span> = all.difference(&without).copied().collect();
    assert_eq!(named, expected);
}
