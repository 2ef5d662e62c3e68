//! Labels spread by rule (균등 분할): those of neighbouring items — `사업기간 : …`, `사업비 : …` — to one width, so that their colons
//! stand below each other, and a table's heads of two syllables (`구 분`).

use std::sync::Arc;

use crate::model::report::{Element, Text};
use crate::set::layout::TextBlock;
use crate::set::text::{Glyph, Shaped};
use crate::set::theme::{ItemSpec, TextStyle, millionths};

use super::Builder;

/// Where the colons of neighbouring items stand, in millionths of an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LabelWidth {
    /// The width that labels are spread to.
    label: i64,
    /// The blank between label and colon.
    blank: i64,
}

impl Builder<'_, '_> {
    /// For each element, the width that its label is spread to. Labels wider than the template allows stay as they are.
    pub(super) fn label_widths(
        &mut self,
        elements: &[Element],
        def: &ItemSpec,
        style: &TextStyle,
    ) -> Vec<Option<LabelWidth>> {
        let most = millionths(def.labels);
        let mut widths = vec![None; elements.len()];
        if most <= 0 {
            return widths;
        }
        let own: Vec<Option<i64>> = elements.iter().map(|element| self.label_width(element, style)).collect();
        let mut from = 0;
        while from < own.len() {
            let to = from + own[from..].iter().take_while(|width| width.is_some()).count();
            let labels = || own[from..to].iter().flatten().filter(|width| **width <= most);
            if let Some(&label) = labels().max().filter(|_| labels().count() > 1) {
                let width = LabelWidth { label, blank: self.width(&Text::plain(" ", def.text.span), style) };
                for (slot, own) in widths[from..to].iter_mut().zip(&own[from..to]) {
                    *slot = own.filter(|own| *own <= most).map(|_| width);
                }
            }
            from = to.max(from + 1);
        }
        widths
    }

    fn label_width(&mut self, element: &Element, style: &TextStyle) -> Option<i64> {
        let Element::Item { text, .. } = element else { return None };
        Some(self.width(&Text::plain(label(text)?, text.origin.span), style))
    }

    fn width(&mut self, text: &Text, style: &TextStyle) -> i64 {
        self.shaper.shape(text, &style.faces).0.width()
    }
}

/// The label that a text begins with: words without emphasis before a colon with a blank after it, on its first line.
fn label(text: &Text) -> Option<&str> {
    let (label, _) = text.content.split_once(": ")?;
    let is_plain = !label.contains('\n') && text.emphasis.first().is_none_or(|first| first.range.start > label.len());
    let label = label.trim_end();
    (is_plain && !label.is_empty()).then_some(label)
}

/// Spreads the label of a paragraph to a width; a single letter can't be spread. The colon of `사업비: …` is set off as that of
/// `사업비 : …`.
pub(super) fn spread(block: &mut TextBlock, text: &Text, width: LabelWidth) {
    let Some(label) = label(text) else { return };
    let end = block.shaped.glyphs.partition_point(|glyph| (glyph.start as usize) < label.len());
    let Shaped { glyphs, apart, .. } = Arc::make_mut(&mut block.shaped);
    let own: i64 = glyphs[..end].iter().map(|glyph| i64::from(glyph.advance)).sum();
    let (spare, gaps) = (width.label - own, end as i64 - 1);
    if gaps > 0 && spare > 0 {
        *apart = 0..end as u32;
        for (index, glyph) in (0..gaps).zip(glyphs.iter_mut()) {
            glyph.advance += (spare * (index + 1) / gaps - spare * index / gaps) as i32;
        }
    }
    if text.content[label.len()..].starts_with(':')
        && let Some(last) = glyphs[..end].last_mut()
    {
        last.advance += width.blank as i32;
    }
}

/// Sets the two letters of a head as far apart as the template says, in millionths of an em, whether a blank was typed between them
/// or not. Other texts stay as they are.
pub(super) fn spread_pair(block: &mut TextBlock, gap: i64) {
    let is_pair = {
        let mut letters = block.shaped.text.chars().filter(|character| *character != ' ');
        let mut syllable = || matches!(letters.next(), Some('가'..='힣'));
        syllable() && syllable() && letters.next().is_none()
    };
    let glyphs = block.shaped.glyphs.len();
    if !is_pair || gap <= 0 || glyphs < 2 {
        return;
    }
    let shaped = Arc::make_mut(&mut block.shaped);
    if let [run] = &mut shaped.runs[..] {
        // Whoever searches for it looks for the word, however it was typed.
        let (first, last) = (shaped.glyphs[0], shaped.glyphs[glyphs - 1]);
        let second = shaped.text[last.start as usize..].to_owned();
        shaped.text.truncate('가'.len_utf8());
        shaped.text.push_str(second.trim_end());
        shaped.glyphs = vec![first, Glyph { start: '가'.len_utf8() as u32, ..last }];
        (run.glyphs, shaped.breaks) = (0..2, Vec::new());
    } else {
        for blank in &mut shaped.glyphs[1..glyphs - 1] {
            blank.advance = 0;
        }
    }
    shaped.glyphs[0].advance += gap as i32;
    shaped.apart = 0..shaped.glyphs.len() as u32;
    let gaps = shaped.glyphs.len() as i64 - 1;
    let fill = &mut block.style.fill;
    (fill.gives, fill.letter_shrink, fill.letter_shrink_limit) = (true, gap / gaps, gap / gaps);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{FileId, Span};

    fn text(content: &str) -> Text {
        Text::plain(content, Span { file: FileId(0), start: 0, end: 0 })
    }

    #[test]
    fn a_label_stands_before_the_first_colon_of_its_line() {
        for (content, expected) in [
            ("사업기간 : 2021. 1. ~ 12.", Some("사업기간")),
            ("일 시: 2021. 9. 16.(목)", Some("일 시")),
            ("선거일 2021. 4. 7. 06:00", None),
            (": 215명", None),
            ("둘째\n줄 : 값", None),
        ] {
            assert_eq!(label(&text(content)), expected, "{content}");
        }
    }
}
