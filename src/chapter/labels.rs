//! Labels of neighbouring items — `사업기간 : …`, `사업비 : …` — spread to one width, so that their colons stand below each other.

use std::sync::Arc;

use crate::layout::TextBlock;
use crate::report::{Element, Text};
use crate::text::Shaped;
use crate::theme::{ItemDef, TextStyle, millionths};

use super::Builder;

/// What stands between a label and what it says.
const COLON: &str = " : ";

impl Builder<'_, '_> {
    /// For each element, the width that its label is spread to, in millionths of an em; labels wider than the template allows stay
    /// as they are, and so do their neighbours.
    pub(super) fn label_widths(&mut self, elements: &[Element], def: &ItemDef, style: &TextStyle) -> Vec<Option<i64>> {
        let most = millionths(def.labels);
        let mut widths = vec![None; elements.len()];
        if most <= 0 {
            return widths;
        }
        let own: Vec<Option<i64>> = elements.iter().map(|element| self.label_width(element, style)).collect();
        let mut from = 0;
        while from < own.len() {
            let to = from + own[from..].iter().take_while(|width| width.is_some()).count();
            let widest = own[from..to].iter().flatten().max();
            if let Some(&widest) = widest.filter(|&&widest| to - from > 1 && widest <= most) {
                widths[from..to].fill(Some(widest));
            }
            from = to.max(from + 1);
        }
        widths
    }

    fn label_width(&mut self, element: &Element, style: &TextStyle) -> Option<i64> {
        let Element::Item { text, .. } = element else { return None };
        let label = label(text)?;
        let shaped = self.shaper.shape(&Text::plain(label, text.origin.span), &style.faces).0;
        Some(shaped.width())
    }
}

/// The label that a text begins with: words without emphasis or a line's end before its first colon.
fn label(text: &Text) -> Option<&str> {
    let (label, _) = text.content.split_once(COLON)?;
    let is_plain = !label.contains('\n') && text.emphasis.first().is_none_or(|first| first.range.start >= label.len());
    (is_plain && !label.trim().is_empty()).then_some(label)
}

/// Spreads the label of a paragraph to a width, in millionths of an em; a single letter can't be spread.
pub(super) fn spread(block: &mut TextBlock, text: &Text, width: i64) {
    let Some(label) = label(text) else { return };
    let end = block.shaped.glyphs.partition_point(|glyph| (glyph.start as usize) < label.len());
    let own: i64 = block.shaped.glyphs[..end].iter().map(|glyph| i64::from(glyph.advance)).sum();
    let gaps = end as i64 - 1;
    if gaps < 1 || width <= own {
        return;
    }
    let Shaped { glyphs, .. } = Arc::make_mut(&mut block.shaped);
    for (index, glyph) in (0..gaps).zip(glyphs) {
        glyph.advance += ((width - own) * (index + 1) / gaps - (width - own) * index / gaps) as i32;
    }
}
