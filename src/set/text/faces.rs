//! Which face sets which letters: a letter and all that combines with it come from the first face that has them all.

use std::ops::Range;

use crate::read::composed::decompose;
use crate::set::font::{FaceId, FaceStack, Fonts};

use super::breaks;
use super::shape::{Missing, Part};

/// What stands in for a character that no face of the stack has: the mark that Korean and Japanese printers set for
/// a sort they lack. It is always reported, see [`Missing`].
pub(super) const LACKING: char = '〓';

/// Text of one emphasis and face.
pub(super) struct Stretch {
    pub face: FaceId,
    /// Whether it is a character that no face has.
    pub lacking: bool,
    pub part: Part,
}

/// A part in stretches of one face each.
pub(super) fn stretches(
    content: &str,
    part: &Part,
    stack: &FaceStack,
    fonts: &Fonts,
    missing: &mut Vec<Missing>,
) -> Vec<Stretch> {
    let mut choice = Choice { part, stack, fonts, stretches: Vec::new() };
    for range in clusters(content, part.range.clone()) {
        let cluster = &content[range.clone()];
        match choice.face_of(cluster) {
            Some(face) => choice.push(face, false, range),
            None => choice.one_by_one(cluster, range.start, missing),
        }
    }
    choice.stretches
}

/// The choice of faces for a part.
struct Choice<'a> {
    part: &'a Part,
    stack: &'a FaceStack,
    fonts: &'a Fonts,
    stretches: Vec<Stretch>,
}

impl Choice<'_> {
    /// The first face that has all of a letter and its marks, as they stand or each by itself.
    fn face_of(&self, cluster: &str) -> Option<FaceId> {
        if cluster.contains(is_never_printed) {
            return None;
        }
        let has_all = |text: &str| {
            let has = |face: &FaceId| text.chars().all(|it| is_invisible(it) || self.fonts.face(*face).has(it));
            self.stack.faces().iter().copied().find(has)
        };
        has_all(cluster).or_else(|| {
            let parts = decompose(cluster);
            (parts != cluster).then(|| has_all(&parts)).flatten()
        })
    }

    /// A letter whose marks no face has with it: the letter where it is found, and those of its marks that are found there too. What is left is missing.
    fn one_by_one(&mut self, cluster: &str, start: usize, missing: &mut Vec<Missing>) {
        let mut base = None;
        for (at, character) in cluster.char_indices() {
            let range = start + at..start + at + character.len_utf8();
            let printed = Some(character).filter(|it| !is_never_printed(*it));
            let face = match (printed, base) {
                (None, _) => None,
                (Some(it), _) if is_invisible(it) => base.or(Some(self.stack.primary())),
                (Some(it), Some(base)) if joins(it) => Some(base).filter(|face| self.fonts.face(*face).has(it)),
                (Some(it), _) => self.stack.face_for(it, self.fonts),
            };
            base = base.or(face);
            let stand_in = self.stack.face_for(LACKING, self.fonts);
            if face.is_none() {
                missing.push(Missing { character, at: range.start, replaced: stand_in.is_some() });
            }
            self.push(face.or(stand_in).unwrap_or(self.stack.primary()), face.is_none(), range);
        }
    }

    fn push(&mut self, face: FaceId, lacking: bool, range: Range<usize>) {
        match self.stretches.last_mut() {
            Some(last) if last.face == face && !lacking && !last.lacking => last.part.range.end = range.end,
            _ => self.stretches.push(Stretch { face, lacking, part: Part { range, ..self.part.clone() } }),
        }
    }
}

/// Letters, each with all that combines with it.
fn clusters(content: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut starts =
        content[range.clone()].char_indices().filter(|(_, it)| !joins(*it)).map(move |(at, _)| range.start + at);
    let mut from = (!range.is_empty()).then_some(range.start);
    let mut next = move |after: usize| starts.find(|start| *start > after);
    std::iter::from_fn(move || {
        let start = from?;
        from = next(start);
        Some(start..from.unwrap_or(range.end))
    })
}

/// Whether a character combines with the one before it: marks, joiners, medial and final jamo.
fn joins(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1160}'..='\u{11ff}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200c}'..='\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}'
        | '\u{3099}'..='\u{309a}' | '\u{d7b0}'..='\u{d7fb}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character prints nothing in any face.
fn is_invisible(character: char) -> bool {
    breaks::ends_line(character)
        || matches!(character, '\t' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether what a face may have for a character is not what its author means: in private use, each face has what it likes; the rest are no characters.
pub(super) fn is_never_printed(character: char) -> bool {
    let is_control = character.is_control() && character != '\t' && !breaks::ends_line(character);
    is_control || is_private(character) || is_no_character(character)
}

/// Whether a character is one of private use.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}

/// Whether Unicode keeps a number from ever being a character.
fn is_no_character(character: char) -> bool {
    matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xFFFE == 0xFFFE
}

/// Whether a text may hold what is never printed, by its bytes: that is nearly always answered at once.
pub(super) fn may_hold_unprinted(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xEE || byte == 0xC2 || byte == 0x7F || byte < 0x20)
        && text.contains(is_never_printed)
}

/// A text as copying and listening get it, byte for byte as long: a forced line break separates words by a blank, and what says nothing to anyone, or
/// may not stand in a PDF, is what is printed for it.
pub(super) fn copied(content: &str) -> String {
    let mut copied = String::with_capacity(content.len());
    for character in content.chars() {
        match (character, character.len_utf8()) {
            ('\t', _) => copied.push(' '),
            // A mark of the order of bytes, where it is no mark: what it then means has a character of its own.
            ('\u{feff}', _) => copied.push('\u{2060}'),
            (other, 3) if is_never_printed(other) => copied.push(LACKING),
            (other, 4) if is_never_printed(other) => copied.extend([LACKING, ' ']),
            (other, length) if breaks::ends_line(other) || is_never_printed(other) => {
                copied.extend(std::iter::repeat_n(' ', length));
            }
            (other, _) => copied.push(other),
        }
    }
    copied
}
