//! The template as meant: colours and fonts found, looks ready for the blocks.

mod def;
mod elements;
mod load;
mod looks;
mod names;
mod resolve;

pub use def::*;
pub use elements::*;
pub use looks::{AlignDef, ColorDef, ExtentDef, FontDef, LeaderDef, RuleDef, SidesDef, TextDef};

use std::sync::Arc;

use crate::decode::Typed;
use crate::layout::{Color, Elastic, Sides, Stroke, TextLook};
use crate::len::{Len, Ratio};
use crate::report::Align;
use crate::text::{Fill, Style};

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
        let (align, justify) = match def.align {
            AlignDef::Left => (Align::Left, false),
            AlignDef::Center => (Align::Center, false),
            AlignDef::Right => (Align::Right, false),
            AlignDef::Justify => (Align::Left, true),
        };
        TextStyle {
            faces: font.1.clone(),
            look: TextLook {
                size: def.size,
                leading: Ratio::from_f64(def.leading),
                color: self.color(&def.color),
                align,
                fill: Fill { justify, ..self.fill },
                elastic,
            },
            tracking: (def.tracking * 1e6).round() as i32,
        }
    }

    /// A rule.
    pub fn stroke(&self, def: &RuleDef) -> Stroke {
        Stroke { width: def.width, color: self.color(&def.color) }
    }

    /// The room between the page's margins.
    pub fn text_area(&self) -> (Len, Len) {
        let PageDef { width, height, margin, .. } = &self.def.page;
        (*width - margin.left - margin.right, *height - margin.top - margin.bottom)
    }
}

impl SidesDef {
    /// As the layout takes it.
    pub fn sides(&self) -> Sides {
        Sides { top: self.top, right: self.right, bottom: self.bottom, left: self.left }
    }
}
