//! Words whose letters stand apart, in heads, labels and on the cover: each is a piece of content of its own that says what it reads, since readers take wide gaps
//! for blanks.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};

use crate::model::len::Ratio;
use crate::set::font::Face;
use crate::set::layout::{Leaf, LeafKind};
use crate::set::text::{APART, Class, Line, Shaped};

/// A part of a line of text.
pub(super) struct Piece {
    /// What is drawn of it.
    pub leaf: Leaf,
    /// What it reads, where it is a word whose letters stand apart.
    pub word: Option<String>,
}

/// A line of text in pieces; none where no word of it is spaced.
pub(super) fn pieces(leaf: &Leaf) -> Vec<Piece> {
    let LeafKind::Text { shaped, line, size, .. } = &leaf.kind else { return Vec::new() };
    if line.letter_extra < APART && shaped.apart.is_empty() {
        return Vec::new();
    }
    let parts = parts(shaped, line);
    if parts.iter().all(|(_, is_word)| !is_word) {
        return Vec::new();
    }
    let piece = |(glyphs, is_word): (Range<u32>, bool)| {
        let offset = line.advance(shaped, line.glyphs.start..glyphs.start);
        let mut leaf = leaf.clone();
        leaf.x += size.scale(Ratio::millionths(offset));
        let text = |glyph: u32| shaped.glyphs.get(glyph as usize).map_or(shaped.text.len(), |it| it.start as usize);
        let word = is_word.then(|| shaped.text[text(glyphs.start)..text(glyphs.end)].to_owned());
        if let LeafKind::Text { line, .. } = &mut leaf.kind {
            *line = Line { visible_end: glyphs.end, glyphs, ..line.clone() };
        }
        Piece { leaf, word }
    };
    parts.into_iter().map(piece).collect()
}

/// Puts a glyph that shows nothing into each gap between the letters of a word, and answers the text that it is read from. It reads as a word joiner, which pdf.js, the only
/// common reader that doesn't heed what a sequence says it reads, passes over together with its width.
pub(super) fn fill_gaps(glyphs: &mut Vec<KrillaGlyph>, face: &Face, text: &str) -> Option<String> {
    const JOINER: char = '\u{2060}';
    let filler = face.filler()?;
    let apart = std::mem::take(glyphs);
    let last = apart.len().saturating_sub(1);
    for (index, glyph) in apart.into_iter().enumerate() {
        let own = face.advance(glyph.glyph_id.to_u32()).unwrap_or(glyph.x_advance);
        let gap = glyph.x_advance - own;
        if index == last || gap <= 0.0 {
            glyphs.push(glyph);
            continue;
        }
        let KrillaGlyph { glyph_id, x_offset, y_offset, y_advance, text_range, location, .. } = glyph;
        glyphs.push(KrillaGlyph::new(glyph_id, own, x_offset, y_offset, y_advance, text_range, location));
        let joiner = text.len()..text.len() + JOINER.len_utf8();
        glyphs.push(KrillaGlyph::new(GlyphId::new(filler), gap, 0.0, 0.0, 0.0, joiner, location));
    }
    Some(format!("{text}{JOINER}"))
}

/// The glyphs of a line up to its last visible one: words whose letters stand apart, and what stands between them.
fn parts(shaped: &Shaped, line: &Line) -> Vec<(Range<u32>, bool)> {
    let mut parts: Vec<(Range<u32>, bool)> = Vec::new();
    let mut add = |glyphs: Range<u32>, is_word: bool| match parts.last_mut() {
        _ if glyphs.is_empty() => {}
        Some((last, false)) if !is_word => last.end = glyphs.end,
        _ => parts.push((glyphs, is_word)),
    };
    let is_blank = |glyph: u32| shaped.glyphs[glyph as usize].class == Class::Blank;
    let mut at = line.glyphs.start;
    while at < line.visible_end {
        let blank = is_blank(at);
        let end = (at..line.visible_end).find(|glyph| is_blank(*glyph) != blank).unwrap_or(line.visible_end);
        // A label right before its colon is spaced up to there.
        let spaced = match line.letter_extra >= APART {
            true => at..end,
            false => at.max(shaped.apart.start)..end.min(shaped.apart.end),
        };
        match !blank && spaced.end > spaced.start + 1 {
            true => {
                add(at..spaced.start, false);
                add(spaced.clone(), true);
                add(spaced.end..end, false);
            }
            false => add(at..end, false),
        }
        at = end;
    }
    parts
}
