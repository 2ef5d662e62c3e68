//! Texts of the report to text blocks.

use std::sync::Arc;

use crate::diag::{Diagnostic, LayoutProblem};
use crate::model::len::Len;
use crate::model::report::{Align, Text};
use crate::model::source::Span;
use crate::set::layout::{AnchorId, Block, Margins, Owner, RuleBlock, TextBlock};
use crate::set::text::APART;
use crate::set::theme::{RuleSpec, TextStyle};

use super::{Builder, address};

impl Builder<'_, '_> {
    /// A paragraph of the report.
    pub(super) fn text(&mut self, text: &Text, style: &TextStyle, owner: Owner) -> TextBlock {
        match text.references.is_empty() && !address::may_have(&text.content) {
            true => self.plain_text(text, style, owner),
            false => self.referring_text(text, style, owner),
        }
    }

    /// A paragraph that refers to nothing.
    pub(super) fn plain_text(&mut self, text: &Text, style: &TextStyle, owner: Owner) -> TextBlock {
        let (mut shaped, missing) = self.shaper.shape(text, &style.faces);
        for missing in missing {
            let font = self.shaper.family(style.faces.regular.primary()).to_owned();
            let place = text.place(missing.at..missing.at + missing.character.len_utf8());
            let character = missing.character;
            let problem = match missing.replaced {
                true => LayoutProblem::MissingGlyph { character, font },
                false => LayoutProblem::NothingInstead { character, font },
            };
            self.found.push(Diagnostic::new(problem, place));
        }
        if style.tracking != 0 {
            let last = shaped.glyphs.len().saturating_sub(1);
            let shaped = Arc::make_mut(&mut shaped);
            for glyph in &mut shaped.glyphs[..last] {
                glyph.advance += style.tracking;
            }
            shaped.apart = 0..if style.tracking >= APART { shaped.glyphs.len() as u32 } else { 0 };
        }
        let span = Some(text.origin.span);
        TextBlock {
            shaped,
            style: style.paragraph,
            owner,
            span,
            anchor: None,
            margins: Margins::default(),
            links: Vec::new(),
        }
    }

    /// A paragraph that begins a place.
    pub(super) fn anchored(&mut self, text: &Text, style: &TextStyle, owner: Owner, anchor: AnchorId) -> TextBlock {
        TextBlock { anchor: Some(anchor), ..self.text(text, style, owner) }
    }

    /// Words of the program or the template, told to stem from a place of the report.
    pub(super) fn words(&mut self, words: &str, span: Span, style: &TextStyle, owner: Owner) -> TextBlock {
        self.text(&Text::plain(words, span), style, owner)
    }

    /// A rule of some length in the middle of the measure.
    pub(super) fn short_rule(&self, rule: &RuleSpec, length: Len) -> Block {
        let stroke = self.theme.stroke(rule);
        Block::Rule(RuleBlock { stroke, length: Some(length), align: Align::Center })
    }
}

/// A text between what a template sets before and after it; emphasis and places go with it.
pub(super) fn framed(before: &str, text: &Text, after: &str) -> Text {
    let shift = before.len();
    let mut framed = text.clone();
    framed.content = format!("{before}{}{after}", text.content);
    for emphasis in &mut framed.emphasis {
        emphasis.range = emphasis.range.start + shift..emphasis.range.end + shift;
    }
    for reference in &mut framed.references {
        reference.at += shift;
    }
    for run in &mut framed.origin.runs {
        run.0 += shift as u32;
    }
    framed
}

/// A text in a format of the template, whose `{}` it takes.
pub(super) fn formatted(format: &str, text: &Text) -> Text {
    match format.split_once("{}") {
        Some((before, after)) => framed(before, text, after),
        None => framed("", text, ""),
    }
}
