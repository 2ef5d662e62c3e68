//! The template as meant: colours and fonts found, looks ready for the blocks. What it says is written in `…Spec`s.

mod chart;
mod contents;
mod data_chart;
mod elements;
mod framed;
mod furniture;
mod labels;
mod load;
mod names;
mod process_chart;
mod resolve;
mod styles;
mod template;
mod timeline_chart;
mod words;

pub(crate) use chart::BoxSpec;
pub(crate) use data_chart::InkSpec;
pub(crate) use elements::*;
pub(crate) use framed::{ConclusionSpec, EdgeSpec, FramedSpec, TitlePlaceSpec};
pub(crate) use furniture::BarSpec;
pub(crate) use labels::BadgePlaceSpec;
pub(crate) use names::ColorRef;
pub(crate) use process_chart::ProcessSpec;
pub(crate) use styles::{AlignSpec, ColorSpec, ExtentSpec, FontSpec, RuleSpec, SidesSpec, TextSpec};
pub(crate) use template::*;
pub(crate) use timeline_chart::TimelineSpec;
pub(crate) use words::{CarryOverSpec, ComparisonSpec};

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::set::layout::{Color, Elastic, ParagraphStyle, Sides, Stroke};
use crate::set::text::{Fill, Mode, TextFaces};

/// A template, ready to set reports with.
#[derive(Debug)]
pub(crate) struct Theme {
    /// What it says.
    pub def: TemplateSpec,
    /// In the order of `[color]`, where a [`ColorRef`] has its place.
    colors: Vec<Color>,
    /// In the order of `[font]`, where a [`FontRef`](names::FontRef) has its place.
    fonts: Vec<Arc<TextFaces>>,
    fill: Fill,
}

/// A text's faces and look.
#[derive(Debug, Clone)]
pub(crate) struct TextStyle {
    /// Its faces.
    pub faces: Arc<TextFaces>,
    /// Its style.
    pub paragraph: ParagraphStyle,
    /// Added after each letter, in millionths of an em.
    pub tracking: i32,
}

impl Theme {
    /// A colour of this template.
    pub(crate) fn color(&self, color: ColorRef) -> Color {
        self.colors[color.0]
    }

    /// A text's faces and look.
    pub(crate) fn text(&self, def: &TextSpec, elastic: Elastic) -> TextStyle {
        let (align, mode) = match def.align {
            AlignSpec::Left => (Align::Left, Mode::Ragged),
            AlignSpec::Center => (Align::Center, Mode::Ragged),
            AlignSpec::Right => (Align::Right, Mode::Ragged),
            AlignSpec::Justify => (Align::Left, Mode::Justified),
            AlignSpec::Spread => (Align::Center, self.spread()),
        };
        TextStyle {
            faces: self.fonts[def.font.0].clone(),
            paragraph: ParagraphStyle {
                size: def.size,
                leading: Ratio::from_f64(def.leading),
                color: self.color(def.color),
                align,
                accent: self.accents(),
                fill: Fill { mode, ..self.fill },
                orphans: self.def.justify.orphans as usize,
                elastic,
                spec: def.span,
            },
            tracking: millionths(def.tracking) as i32,
        }
    }

    /// The colours of emphasis.
    fn accents(&self) -> [Color; 3] {
        let def = &self.def.emphasis;
        [Some(def.color), def.second, def.third].map(|color| self.color(color.unwrap_or(def.color)))
    }

    /// How letters are spread over a measure.
    pub(crate) fn spread(&self) -> Mode {
        Mode::Spread { limit: millionths(self.def.justify.spread_limit.0) }
    }

    /// The face that stands in for a family in 한글, where the template names one.
    pub(crate) fn hancom(&self, family: &str) -> Option<&str> {
        let fonts = self.def.font.entries.iter().filter_map(|(_, font)| font.as_ref());
        let mut own = fonts.filter(|font| font.families.first().is_some_and(|first| first.content == family));
        own.find_map(|font| font.hancom.as_ref()).map(|name| name.content.as_str())
    }

    /// A rule.
    pub(crate) fn stroke(&self, def: &RuleSpec) -> Stroke {
        Stroke { width: def.width, color: self.color(def.color) }
    }

    /// A page, upright or on its side. One on its side is the upright page turned: its top is what was bound, at the left.
    pub(crate) fn paper(&self, landscape: bool) -> Paper {
        let PageSpec { width, height, margin, .. } = &self.def.page;
        let Sides { top, right, bottom, left } = margin.sides();
        match landscape {
            false => Paper { width: *width, height: *height, margin: margin.sides() },
            true => Paper {
                width: *height,
                height: *width,
                margin: Sides { top: left, right: top, bottom: right, left: bottom },
            },
        }
    }
}

/// A page of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paper {
    /// Its width.
    pub width: Len,
    /// Its height.
    pub height: Len,
    /// From its edges to the text.
    pub margin: Sides,
}

impl Paper {
    /// The room between its margins.
    pub(crate) fn text_area(&self) -> (Len, Len) {
        let Paper { width, height, margin } = self;
        (*width - margin.left - margin.right, *height - margin.top - margin.bottom)
    }
}

/// A factor or a length in em, as a template writes it, in millionths.
pub(crate) fn millionths(factor: f64) -> i64 {
    (factor * 1e6).round() as i64
}

impl SidesSpec {
    /// As the layout takes it.
    pub(crate) fn sides(&self) -> Sides {
        Sides { top: self.top, right: self.right, bottom: self.bottom, left: self.left }
    }
}
