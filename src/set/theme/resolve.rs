//! From a template as written to the template as meant: its fonts are opened, its measures checked.

use std::sync::Arc;

use crate::diag::{Diagnostics, LayoutProblem};
use crate::model::len::Len;
use crate::read::decode::each;
use crate::set::font::{FaceId, FaceStack, Fonts};
use crate::set::layout::Color;
use crate::set::text::{Fill, Inline, Mode, Raise, TextFaces, Together, Underline};

use super::{ColorSpec, EmphasisSpec, FontSpec, RaiseSpec, TemplateSpec, TextSpec, Theme, millionths};

impl Theme {
    /// Opens its fonts; `None` where one of them can't be had, or anything else of it is wrong.
    pub(crate) fn new(mut def: TemplateSpec, fonts: &mut Fonts, sink: &mut Diagnostics) -> Option<Theme> {
        check_measures(&mut def, sink);
        if def.item.is_empty() || def.table.item.is_empty() {
            sink.report(LayoutProblem::TemplateWithoutItems {}, def.span);
        }
        if def.chart.organisation.level.is_empty() {
            sink.report(LayoutProblem::TemplateWithoutLevels {}, def.chart.organisation.span);
        }
        if def.chart.data.ink.is_empty() {
            sink.report(LayoutProblem::TemplateWithoutInks {}, def.chart.data.span);
        }
        let together = Arc::new(Together {
            units: def.together.units.iter().map(|unit| unit.content.clone()).collect(),
            bracket: def.together.bracket.into(),
        });
        let colors = def.color.entries.iter().map(|(_, color)| color.map(|ColorSpec(rgb)| Color { rgb })).collect();
        // Every font is opened before one that can't be ends it, so that all that is wrong is reported.
        let mut open = |font: &FontSpec| style(font, &def.emphasis, &together, fonts, sink).map(Arc::new);
        let styles: Vec<_> = def.font.entries.iter().map(|(_, font)| font.as_ref().and_then(&mut open)).collect();
        let (colors, styles): (Option<Vec<Color>>, Option<Vec<_>>) = (colors, styles.into_iter().collect());
        if sink.has_errors() {
            return None;
        }
        let fill = Fill {
            mode: Mode::Ragged,
            blank_stretch: millionths(def.justify.blank_stretch.0),
            blank_limit: millionths(def.justify.blank_limit.0),
            blank_shrink: millionths(def.justify.blank_shrink.0),
            letter_stretch: millionths(def.justify.letter_stretch.0),
            blank_gape: millionths(def.justify.blank_gape.0),
            letter_stretch_limit: millionths(def.justify.letter_stretch_limit.0),
            letter_shrink: millionths(def.justify.letter_shrink.0),
            letter_shrink_limit: millionths(def.justify.letter_shrink_limit.0),
            glyph_shrink: millionths(def.justify.glyph_shrink.0.min(0.5)),
            letter_base: 0,
            runt: def.justify.runt,
            evenness: millionths(def.justify.evenness.0),
            gives: false,
        };
        Some(Theme { def, colors: colors?, fonts: styles?, fill })
    }
}

/// The largest side of a page in points: ISO 32000-1, Annex C.2.
const LARGEST_SIDE: Len = Len::pt(14_400);

/// Sizes that marks of emphasis may have, as factors on the text's own; of less than a hundredth nothing is left to draw.
const SMALLER: std::ops::RangeInclusive<f64> = 0.01..=4.0;

fn check_measures(def: &mut TemplateSpec, sink: &mut Diagnostics) {
    let page = &def.page;
    let fits = |side: Len, before: Len, after: Len| side > before + after && side <= LARGEST_SIDE;
    let margin = &page.margin;
    if !fits(page.width, margin.left, margin.right) || !fits(page.height, margin.top, margin.bottom) {
        sink.report(LayoutProblem::PageSize {}, page.span);
    }
    each(def, |text: &mut TextSpec| {
        if text.size <= Len::ZERO || text.leading <= 0.0 {
            sink.report(LayoutProblem::TextSize {}, text.span);
        }
    });
    let EmphasisSpec { small, raised, lowered, span, .. } = &def.emphasis;
    for (size, span) in [(*small, *span), (raised.size, raised.span), (lowered.size, lowered.span)] {
        if !SMALLER.contains(&size) {
            sink.report(LayoutProblem::TextSize {}, span);
        }
    }
}

fn style(
    font: &FontSpec,
    emphasis: &EmphasisSpec,
    together: &Arc<Together>,
    fonts: &mut Fonts,
    sink: &mut Diagnostics,
) -> Option<TextFaces> {
    if font.families.is_empty() {
        sink.report(LayoutProblem::TemplateWithoutFamilies {}, font.span);
    }
    let mut stack = |weight: u16| {
        let mut faces: Vec<FaceId> = Vec::new();
        for (rank, family) in font.families.iter().enumerate() {
            match fonts.find(&family.content, weight, &font.features) {
                Some(face) => {
                    let nearest = fonts.face(face).weight;
                    // What only stands in for signs may have fewer weights.
                    if rank == 0 && nearest != weight && fonts.is_family(&family.content) {
                        let problem = LayoutProblem::WeightMissing { family: family.content.clone(), weight, nearest };
                        sink.report(problem, family.span());
                    }
                    faces.push(face);
                }
                None => sink.report(LayoutProblem::FontMissing { family: family.content.clone() }, family.span()),
            }
        }
        FaceStack::new(faces)
    };
    let raise = |def: &RaiseSpec| Raise { size: millionths(def.size) as i32, shift: millionths(def.shift) as i32 };
    let inline = Inline {
        small: millionths(emphasis.small) as i32,
        raised: raise(&emphasis.raised),
        lowered: raise(&emphasis.lowered),
        underline: Underline {
            below: millionths(emphasis.underline.below) as i32,
            width: millionths(emphasis.underline.width) as i32,
        },
    };
    Some(TextFaces { regular: stack(font.weight)?, bold: stack(font.bold)?, inline, together: together.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::Source;
    use crate::model::source::SourceMap;
    use crate::set::theme::names::{ColorRef, FontRef};

    const COUNCIL: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/template.toml"));

    fn read(text: &str) -> (Option<TemplateSpec>, Diagnostics) {
        let mut sources = SourceMap::default();
        let mut sink = Diagnostics::new();
        let file = sources.add(Source::new("template.toml", text));
        (crate::read::decode::decode(file, &sources, &mut sink), sink)
    }

    #[test]
    fn every_text_and_colour_of_a_template_is_visited() {
        let (def, _) = read(COUNCIL);
        let mut def = def.expect("the template is whole");
        let (mut texts, mut fonts, mut colors) = (0, 0, 0);
        each(&mut def, |_: &mut TextSpec| texts += 1);
        each(&mut def, |_: &mut FontRef| fonts += 1);
        each(&mut def, |_: &mut ColorRef| colors += 1);
        let written = |key: &str| {
            COUNCIL.lines().filter(|line| !line.starts_with('#')).map(|line| line.matches(key).count()).sum::<usize>()
        };
        let backgrounds =
            COUNCIL.lines().filter(|line| line.split(' ').next().is_some_and(|key| key.ends_with("background")));
        assert_eq!((texts, fonts, colors), (fonts, written("font = "), written("color = ") + backgrounds.count()));
    }

    #[test]
    fn pages_without_room_and_text_without_size_are_errors() {
        for (from, to, code) in [
            ("\"210mm\"", "\"0mm\"", "page-size"),
            ("\"210mm\"", "\"40mm\"", "page-size"),
            ("\"297mm\"", "\"9000mm\"", "page-size"),
            ("size = \"34pt\"", "size = \"0pt\"", "text-size"),
            ("leading = 1.35", "leading = -1.0", "text-size"),
            ("small   = 0.84", "small = 0.0", "text-size"),
            ("lowered = { size = 0.62", "lowered = { size = -1.0", "text-size"),
        ] {
            let (def, mut sink) = read(&COUNCIL.replacen(from, to, 1));
            let (mut fonts, _) = Fonts::new(&[]);
            assert!(Theme::new(def.expect("well-formed"), &mut fonts, &mut sink).is_none(), "{to}");
            assert_eq!(sink.finish().list[0].problem.code(), code, "{to}");
        }
    }

    #[test]
    fn limits_beyond_measure_are_errors() {
        for (from, to) in [
            ("letter-shrink       = 0.05", "letter-shrink = 9e30"),
            ("blank-limit         = 0.64", "blank-limit = -0.1"),
            ("evenness            = 1.0", "evenness = 101"),
            ("tracking = 0.06", "tracking = -1e9"),
        ] {
            let (_, sink) = read(&COUNCIL.replacen(from, to, 1));
            let codes: Vec<_> = sink.finish().list.iter().map(|found| found.problem.code()).collect();
            assert_eq!(codes, ["out-of-range"], "{to}");
        }
    }

    #[test]
    fn every_name_of_a_font_or_colour_is_looked_up_where_it_is_read() {
        let is_name = |&(at, _): &(usize, &str)| {
            let key = COUNCIL[..at].trim_end_matches([' ', '=']);
            ["font", "color", "background"].iter().any(|word| key.len() < at && key.ends_with(word))
        };
        let (mut text, mut expected, mut copied) = (String::new(), Vec::new(), 0);
        for (start, _) in COUNCIL.match_indices('"').filter(is_name) {
            text += &COUNCIL[copied..start];
            expected.push(("unknown-in-template", Some(text.len() as u32)));
            text += "\"nowhere";
            copied = start + 1 + COUNCIL[start + 1..].find('"').expect("a closing quote");
        }
        text += &COUNCIL[copied..];
        assert!(expected.len() > 100);
        let found = read(&text).1.finish().list;
        let said: Vec<_> = found.iter().map(|found| (found.problem.code(), found.span.map(|it| it.start))).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn names_that_the_template_does_not_declare_are_errors() {
        let (def, mut sink) = read(&COUNCIL.replacen("color = \"navy\"", "color = \"navi\"", 1));
        let (mut fonts, _) = Fonts::new(&[]);
        assert!(Theme::new(def.expect("well-formed"), &mut fonts, &mut sink).is_none());
        let findings = sink.finish();
        assert_eq!(findings.list.len(), 1);
        assert_eq!(findings.list[0].problem.code(), "unknown-in-template");
    }
}
