//! Where lines of a shaped text may end, with the sums of all before: between words, and within words that no line holds.

use super::breaks::{Break, BreakKind};
use super::cuts::{begins_cluster, cut_before};
use super::fill::Fill;
use super::shape::{Class, Glyph, Shaped};

/// A place where a line may end, with the sums of everything before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// The first glyph of the next line.
    pub glyph: u32,
    pub kind: StopKind,
    pub before: Sums,
    /// The width of the hyphen that a line gets that ends here.
    pub hyphen: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopKind {
    /// Between words.
    Word,
    /// Within what belongs together.
    Within,
    /// Within a word, with letters on both sides.
    Cut,
    /// The same beside a sign at which a word may well be cut.
    CutAtSign,
    /// The same where one syllable of a name would stand alone.
    CutLone,
    /// Between a sign or unit and what it leans on.
    CutHard,
    /// After a comma of a figure's thousands.
    CutThousands,
    /// Between the digits of a figure.
    CutDigits,
    /// Forced by the author.
    Forced,
    /// The text's end.
    End,
}

impl StopKind {
    /// Whether a line that ends here is a paragraph's last.
    pub(crate) fn is_last(self) -> bool {
        matches!(self, StopKind::Forced | StopKind::End)
    }

    /// Whether it is within a word, or within what belongs together.
    pub(crate) fn parts(self) -> bool {
        self.is_cut() || self == StopKind::Within
    }

    /// Whether it is within a word.
    pub(crate) fn is_cut(self) -> bool {
        matches!(
            self,
            StopKind::Cut
                | StopKind::CutAtSign
                | StopKind::CutLone
                | StopKind::CutHard
                | StopKind::CutThousands
                | StopKind::CutDigits
        )
    }
}

pub(super) fn stops(shaped: &Shaped, measure: i64, fill: &Fill) -> Vec<Stop> {
    let mut sums = Sums::default();
    let mut stops = vec![Stop { glyph: 0, kind: StopKind::Word, before: sums, hyphen: 0 }];
    let end = Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Word };
    for (index, found) in shaped.breaks.iter().chain([&end]).enumerate() {
        let word = sums.glyphs as usize..found.glyph as usize;
        let visible = visible(&shaped.glyphs[word.clone()]);
        let too_wide = fill.narrowest_whole(width(visible), 0, visible.len() as i64 - 1) > measure;
        for glyph in word {
            let glyph_after = &shaped.glyphs[glyph];
            if too_wide && glyph as u32 > stops[stops.len() - 1].glyph && begins_cluster(&shaped.glyphs, glyph) {
                stops.extend(cut_before(shaped, glyph).map(|kind| Stop {
                    glyph: glyph as u32,
                    kind,
                    before: sums,
                    hyphen: 0,
                }));
            }
            sums.add(glyph_after);
        }
        let kind = match found.kind {
            _ if index == shaped.breaks.len() => StopKind::End,
            BreakKind::Forced => StopKind::Forced,
            BreakKind::Word => StopKind::Word,
            BreakKind::Within => StopKind::Within,
        };
        let hyphen = shaped.hyphen_before(found.glyph).into();
        stops.push(Stop { glyph: found.glyph, kind, before: sums, hyphen });
    }
    stops
}

/// What the glyphs up to a place come to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    pub glyphs: u32,
    pub width: i64,
    pub blanks: u32,
    pub letters: u32,
    /// The same without the blanks just before the place.
    pub visible: u32,
    pub visible_width: i64,
    pub visible_blanks: u32,
}

impl Sums {
    fn add(&mut self, glyph: &Glyph) {
        self.glyphs += 1;
        self.letters += u32::from(glyph.class == Class::Letter);
        self.width += i64::from(glyph.advance);
        self.blanks += u32::from(glyph.class == Class::Blank);
        if glyph.class != Class::Blank {
            (self.visible, self.visible_width, self.visible_blanks) = (self.glyphs, self.width, self.blanks);
        }
    }
}

/// Glyphs without the blanks at their end.
pub(super) fn visible(glyphs: &[Glyph]) -> &[Glyph] {
    let end = glyphs.iter().rposition(|glyph| glyph.class != Class::Blank).map_or(0, |last| last + 1);
    &glyphs[..end]
}

pub(super) fn width(glyphs: &[Glyph]) -> i64 {
    glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum()
}
