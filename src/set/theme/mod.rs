//! The template as meant: colours and fonts found, looks ready for the blocks.

mod chart;
mod contents;
mod data_chart;
mod def;
mod elements;
mod load;
mod looks;
mod names;
mod process_chart;
mod resolve;
mod timeline_chart;
mod words;

pub use chart::{BoxDef, ChartDef, OrganisationDef};
pub use contents::*;
pub use data_chart::{DataChartDef, HatchDef, InkDef, WordsDef};
pub use def::*;
pub use elements::*;
pub use looks::{AlignDef, ColorDef, ExtentDef, FontDef, LeaderDef, RuleDef, SidesDef, TextDef};
pub use process_chart::{ArrowDef, ProcessDef};
pub use timeline_chart::TimelineDef;
pub use words::{CarryOverDef, ComparisonDef};

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::read::decode::Typed;
use crate::set::layout::{Color, Elastic, Sides, Stroke, TextLook};
use crate::set::text::{Fill, Mode, Style};

/// A template, ready to set reports with.
#[derive(Debug)]
pub struct Theme {
    /// As written.
    pub def: TemplateDef,
    colors: Vec<(String, Color)>,
    fonts: Vec<(String, Arc<Style>)>,
    fill: Fill,
}

/// A text's faces and look.
#[derive(Debug, Clone)]
pub struct TextStyle {
    /// Its faces.
    pub faces: Arc<Style>,
    /// Its look.
    pub look: TextLook,
    /// Added after each letter, in millionths of an em.
    pub tracking: i32,
}

impl Theme {
    /// A colour by its name. Names were checked when the template was read.
    pub fn color(&self, name: &Typed) -> Color {
        let found = self.colors.iter().find(|(known, _)| *known == name.content);
        found.map_or(Color { rgb: [0; 3] }, |(_, color)| *color)
    }

    /// A text's faces and look.
    pub fn text(&self, def: &TextDef, elastic: Elastic) -> TextStyle {
        let font = self.fonts.iter().find(|(known, _)| *known == def.font.content).unwrap_or(&self.fonts[0]);
        let (align, mode) = match def.align {
            AlignDef::Left => (Align::Left, Mode::Ragged),
            AlignDef::Center => (Align::Center, Mode::Ragged),
            AlignDef::Right => (Align::Right, Mode::Ragged),
            AlignDef::Justify => (Align::Left, Mode::Justified),
            AlignDef::Spread => (Align::Center, self.spread()),
        };
        TextStyle {
            faces: font.1.clone(),
            look: TextLook {
                size: def.size,
                leading: Ratio::from_f64(def.leading),
                color: self.color(&def.color),
                align,
                accent: self.color(&self.def.emphasis.color),
                fill: Fill { mode, ..self.fill },
                company: self.def.justify.company as usize,
                elastic,
            },
            tracking: millionths(def.tracking) as i32,
        }
    }

    /// How letters are spread over a measure.
    pub fn spread(&self) -> Mode {
        Mode::Spread { limit: millionths(self.def.justify.spread_limit.0) }
    }

    /// A rule.
    pub fn stroke(&self, def: &RuleDef) -> Stroke {
        Stroke { width: def.width, color: self.color(&def.color) }
    }

    /// A page, upright or on its side. One on its side is the upright page turned: its top is what was bound, at the left.
    pub fn paper(&self, landscape: bool) -> Paper {
        let PageDef { width, height, margin, .. } = &self.def.page;
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
pub struct Paper {
    /// Its width.
    pub width: Len,
    /// Its height.
    pub height: Len,
    /// From its edges to the text.
    pub margin: Sides,
}

impl Paper {
    /// The room between its margins.
    pub fn text_area(&self) -> (Len, Len) {
        let Paper { width, height, margin } = self;
        (*width - margin.left - margin.right, *height - margin.top - margin.bottom)
    }
}

/// A factor or a length in em, as a template writes it, in millionths.
pub fn millionths(factor: f64) -> i64 {
    (factor * 1e6).round() as i64
}

impl SidesDef {
    /// As the layout takes it.
    pub fn sides(&self) -> Sides {
        Sides { top: self.top, right: self.right, bottom: self.bottom, left: self.left }
    }
}
