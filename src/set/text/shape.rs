//! Shaping: a text and its faces to glyphs with advances in millionths of an em, independent of type size.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use harfrust::{ShapeOptions, UnicodeBuffer, script};

use crate::model::len::Len;
use crate::model::report::{Marks, Text};
use crate::set::font::{FaceId, FaceStack, Fonts, Metrics};

use super::breaks::{self, Break, Together};
use super::faces::{self, LACKING, Stretch};
use super::inline::{Inline, Raise, Underline};

/// The faces a text is set in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextFaces {
    /// For text without emphasis.
    pub regular: FaceStack,
    /// For `**bold**`.
    pub bold: FaceStack,
    /// For small, raised and lowered text.
    pub inline: Inline,
    /// What its lines keep together.
    pub together: Arc<Together>,
}

/// A shaped text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Shaped {
    /// The text, as copying and searching give it back; a forced line break is a blank.
    pub text: String,
    /// Its glyphs in reading order. A forced line break has a glyph of no width that is never drawn.
    pub glyphs: Vec<Glyph>,
    /// Stretches of one face and emphasis; they cover all glyphs.
    pub runs: Vec<Run>,
    /// Where lines may or must end, ascending.
    pub breaks: Vec<Break>,
    /// Ascent and descent of the primary face.
    pub metrics: Option<Metrics>,
    /// The line below its underlined runs.
    pub underline: Underline,
    /// Glyphs that a look sets far apart, so that readers would take their gaps for blanks.
    pub apart: Range<u32>,
    /// Its soft hyphens, ascending.
    pub hyphens: Vec<Hyphen>,
}

/// The least gap between letters, in millionths of an em, that a reader takes for a blank: a tenth of an em in poppler and pdf.js, more in others.
pub(crate) const APART: i32 = 90_000;

/// A soft hyphen: a glyph of no width, but where a line ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hyphen {
    /// The glyph.
    pub glyph: u32,
    /// Its width where it is printed, in millionths of an em.
    pub advance: i32,
}

/// Where a word may be parted, by a hyphen that is printed only there.
pub(super) const SOFT_HYPHEN: char = '\u{ad}';

/// A glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Its id in its run's face.
    pub id: u32,
    /// Where its cluster begins in the text.
    pub start: u32,
    /// In millionths of an em.
    pub advance: i32,
    /// Shift to the right, in millionths of an em.
    pub x: i32,
    /// Shift upwards, in millionths of an em.
    pub y: i32,
    /// What it is to a line.
    pub class: Class,
}

/// What a glyph is to the filling of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// A blank, which justification may stretch.
    Blank,
    /// A letter or digit.
    Letter,
    /// A sign.
    Sign,
}

impl Class {
    /// The class of a character.
    pub(crate) fn of(character: char) -> Class {
        match character {
            ' ' => Class::Blank,
            // Nearly all there is; the tables of Unicode are asked for the rest.
            '가'..='힣' | '0'..='9' | 'A'..='Z' | 'a'..='z' => Class::Letter,
            other if other.is_alphanumeric() => Class::Letter,
            other if other.is_whitespace() && !breaks::is_glue(other) => Class::Blank,
            _ => Class::Sign,
        }
    }
}

/// A stretch of glyphs of one face and emphasis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Its glyphs.
    pub glyphs: Range<u32>,
    /// Its face.
    pub face: FaceId,
    /// How large it is and how far raised; advances have it in them.
    pub raise: Raise,
    /// Whether it is underlined.
    pub underline: bool,
    /// Whether it has the colour of emphasis.
    pub accent: u8,
}

/// A character that no face of its stack has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missing {
    /// The character.
    pub character: char,
    /// Its first byte in the text.
    pub at: usize,
    /// Whether a face has `〓`, which is then set in its place.
    pub replaced: bool,
}

impl Shaped {
    /// The bytes of the text that glyphs cover.
    #[cfg(test)]
    pub(crate) fn text_range(&self, glyphs: Range<usize>) -> Range<usize> {
        let offset = |index: usize| self.glyphs.get(index).map_or(self.text.len(), |glyph| glyph.start as usize);
        offset(glyphs.start)..offset(glyphs.end)
    }

    /// The width of the hyphen with which a line ends before a glyph; zero where it ends without one.
    pub(crate) fn hyphen_before(&self, glyph: u32) -> i32 {
        // Nearly no text has any, and a text ends without one.
        let is_last = glyph as usize >= self.glyphs.len();
        let found = self.hyphens.iter().find(|hyphen| hyphen.glyph + 1 == glyph).filter(|_| !is_last);
        found.map_or(0, |hyphen| hyphen.advance)
    }

    /// Whether a glyph is a hyphen that isn't printed in a line whose glyphs end before this one.
    pub(crate) fn is_hidden_hyphen(&self, glyph: u32, line_end: u32) -> bool {
        let is_hyphen = self.hyphens.iter().any(|hyphen| hyphen.glyph == glyph);
        is_hyphen && (glyph + 1 != line_end || self.hyphen_before(line_end) == 0)
    }

    /// The width of all its glyphs on one line, in millionths of an em.
    pub(crate) fn width(&self) -> i64 {
        self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum()
    }
}

/// Shapes texts; keeps its buffers, and the short texts that come again and again: signs, units, figures in cells.
pub(crate) struct Shaper<'a> {
    fonts: &'a Fonts,
    shapers: Vec<Option<harfrust::Shaper<'a>>>,
    korean: Option<harfrust::Language>,
    buffer: Option<UnicodeBuffer>,
    /// By primary face and text.
    short: Vec<HashMap<Box<str>, Arc<Shaped>>>,
}

/// Texts of at most so many bytes are kept.
const SHORT: usize = 32;

impl<'a> Shaper<'a> {
    /// A shaper for the faces that are open.
    pub(crate) fn new(fonts: &'a Fonts) -> Shaper<'a> {
        let shapers: Vec<_> = fonts.faces().iter().map(|face| face.shaper()).collect();
        let short = vec![HashMap::new(); shapers.len()];
        Shaper { fonts, shapers, korean: "ko".parse().ok(), buffer: None, short }
    }

    /// The family of a face.
    pub(crate) fn family(&self, face: FaceId) -> &str {
        &self.fonts.face(face).family
    }

    /// Shapes a text; characters that no face has are set as `〓` and returned.
    pub(crate) fn shape(&mut self, text: &Text, style: &TextFaces) -> (Arc<Shaped>, Vec<Missing>) {
        let primary = style.regular.primary();
        let is_short = text.content.len() <= SHORT && text.emphasis.is_empty();
        if is_short && let Some(shaped) = self.short[primary.index()].get(text.content.as_str()) {
            return (shaped.clone(), Vec::new());
        }
        let (shaped, missing) = self.shape_anew(text, style);
        let shaped = Arc::new(shaped);
        // What other faces of the stack gave, another stack of the same primary face may not.
        if is_short && missing.is_empty() && shaped.runs.iter().all(|run| run.face == primary) {
            self.short[primary.index()].insert(text.content.as_str().into(), shaped.clone());
        }
        (shaped, missing)
    }

    fn shape_anew(&mut self, text: &Text, style: &TextFaces) -> (Shaped, Vec<Missing>) {
        let mut missing = Vec::new();
        let content = text.content.as_str();
        let mut shaped = Shaped {
            text: faces::copied(content),
            breaks: Vec::new(),
            glyphs: Vec::with_capacity(content.len() / 2),
            runs: Vec::new(),
            metrics: Some(self.fonts.face(style.regular.primary()).metrics),
            apart: 0..0,
            hyphens: Vec::new(),
            underline: style.inline.underline,
        };
        for part in parts(text) {
            let stack = if part.marks.bold { &style.bold } else { &style.regular };
            let (glyphs, runs) = (shaped.glyphs.len(), shaped.runs.len());
            let raise = style.inline.of(part.marks);
            let stretch = Stretch { face: stack.primary(), lacking: false, part: part.clone() };
            let unprinted = faces::may_hold_unprinted(&content[part.range.clone()]);
            if !unprinted {
                self.shape_stretch(&mut shaped, content, &stretch, raise);
            }
            // Nearly all text is of the primary face. Only where that lacks a glyph is each character asked for.
            if unprinted || shaped.glyphs[glyphs..].iter().any(|glyph| glyph.id == NOTDEF) {
                shaped.glyphs.truncate(glyphs);
                shaped.runs.truncate(runs);
                for stretch in faces::stretches(content, &part, stack, self.fonts, &mut missing) {
                    let [primary, face] = [stack.primary(), stretch.face].map(|id| self.fonts.face(id).metrics);
                    self.shape_stretch(&mut shaped, content, &stretch, raise.matching(&primary, &face));
                }
            }
        }
        for (glyph, index) in shaped.glyphs.iter_mut().zip(0..) {
            let rest = &content[glyph.start as usize..];
            if rest.starts_with(breaks::ends_line) {
                glyph.advance = 0;
            } else if rest.starts_with(SOFT_HYPHEN) {
                shaped.hyphens.push(Hyphen { glyph: index, advance: glyph.advance });
                glyph.advance = 0;
            }
        }
        shaped.breaks = breaks::at_glyphs(content, &shaped.glyphs, &style.together);
        (shaped, missing)
    }

    fn shape_stretch(&mut self, shaped: &mut Shaped, content: &str, stretch: &Stretch, raise: Raise) {
        let first = shaped.glyphs.len() as u32;
        let mut buffer = self.buffer.take().unwrap_or_default();
        let range = stretch.part.range.clone();
        for (at, character) in content[range.clone()].char_indices() {
            let character = match character {
                _ if stretch.lacking => LACKING,
                '\t' => ' ',
                // Its place and its style; whether it is printed is known when lines are.
                SOFT_HYPHEN => '-',
                other if breaks::ends_line(other) => ' ',
                other => other,
            };
            buffer.add(character, (range.start + at) as u32);
        }
        buffer.set_direction(harfrust::Direction::LeftToRight);
        buffer.set_script(script::HANGUL);
        if let Some(korean) = self.korean.clone() {
            buffer.set_language(korean);
        }
        let face = self.fonts.face(stretch.face);
        let Some(shaper) = &self.shapers[stretch.face.index()] else { return };
        let options = ShapeOptions::new().plan(Some(face.plan())).features(face.features());
        let output = shaper.shape(buffer, options);
        let size = i64::from(raise.size);
        let millionths = |units: i32| Len::milli(units.into()).part(size, face.units_per_em).as_milli() as i32;
        for (info, position) in output.glyph_infos().iter().zip(output.glyph_positions()) {
            shaped.glyphs.push(Glyph {
                id: info.glyph_id,
                start: info.cluster,
                advance: millionths(position.x_advance),
                x: millionths(position.x_offset),
                y: millionths(position.y_offset),
                class: Class::of(shaped.text[info.cluster as usize..].chars().next().unwrap_or(' ')),
            });
        }
        self.buffer = Some(output.clear());
        let glyphs = first..shaped.glyphs.len() as u32;
        let Marks { underline, accent, .. } = stretch.part.marks;
        shaped.runs.push(Run { glyphs, face: stretch.face, raise, underline, accent });
    }
}

/// The glyph of a face for what it lacks.
const NOTDEF: u32 = 0;

/// Text of one emphasis.
#[derive(Clone)]
pub(super) struct Part {
    pub range: Range<usize>,
    pub marks: Marks,
}

/// A text's parts of one emphasis each.
fn parts(text: &Text) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = 0;
    for emphasis in &text.emphasis {
        parts.push(Part { range: from..emphasis.range.start, marks: Marks::default() });
        parts.push(Part { range: emphasis.range.clone(), marks: emphasis.marks });
        from = emphasis.range.end;
    }
    parts.push(Part { range: from..text.content.len(), marks: Marks::default() });
    parts.retain(|part| !part.range.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::super::inline::OWN_SIZE;
    use super::*;
    use crate::model::source::{FileId, Span};

    #[test]
    fn a_face_that_stands_in_is_as_large_as_the_one_it_stands_in_for() {
        let (mut fonts, _) = Fonts::new(&[]);
        let [sans, serif] =
            ["Pretendard GOV", "Noto Serif KR"].map(|family| fonts.find(family, 400, &[]).expect("bundled"));
        let stack = FaceStack::new(vec![sans, serif]).expect("two faces");
        let style = TextFaces { regular: stack.clone(), bold: stack, inline: Inline::NONE, together: Arc::default() };
        // Only the serif has this jamo of old Hangul.
        let text = Text::plain("가ᄝ가", Span { file: FileId(0), start: 0, end: 0 });
        let (shaped, missing) = Shaper::new(&fonts).shape(&text, &style);
        assert!(missing.is_empty());
        let height = |run: &Run| fonts.face(run.face).metrics.capitals * i64::from(run.raise.size) / 1_000_000;
        let heights: Vec<i64> = shaped.runs.iter().map(height).collect();
        assert_eq!(shaped.runs.iter().map(|run| run.face).collect::<Vec<_>>(), [sans, serif, sans]);
        assert!(heights.iter().all(|height| height.abs_diff(heights[0]) < 10), "{heights:?}");
        assert_ne!(shaped.runs[1].raise.size, OWN_SIZE);
    }
}
