//! Filling a line: what its blanks, its letters and its glyphs give or take so that it fits its measure.

use super::lines::Line;
use super::stops::Stop;

/// How lines are filled. All lengths in millionths of an em, per blank or per letter, as positive numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fill {
    /// What becomes of the room that a line leaves.
    pub mode: Mode,
    /// How far a blank may widen before the line counts as loose.
    pub blank_stretch: i64,
    /// How far a blank may widen at the utmost; a line that lacks more is left unfilled.
    pub blank_limit: i64,
    /// How far a blank may narrow.
    pub blank_shrink: i64,
    /// How far letters may move apart.
    pub letter_stretch: i64,
    /// How far a blank may widen before letters move further apart than in any text; 0 where they never do.
    pub blank_gape: i64,
    /// How far letters may move apart where blanks would gape otherwise.
    pub letter_stretch_limit: i64,
    /// How far letters may move together.
    pub letter_shrink: i64,
    /// How far letters may move together at the utmost: where a chapter's fitting makes them, or what belongs together would be parted.
    pub letter_shrink_limit: i64,
    /// How much narrower glyphs may be drawn at the utmost (장평), in millionths of their width; 0 where they may not.
    pub glyph_shrink: i64,
    /// How far all letters stand together already, as a chapter's fitting asks for; within the limit.
    pub letter_base: i64,
    /// A last line of no more letters than this is avoided.
    pub runt: u32,
    /// What a difference between neighbouring lines weighs beside their own looseness, in millionths.
    pub evenness: i64,
    /// Whether its letters stand apart only to look well (`구 분`): they move together before anything else gives way to them.
    pub gives: bool,
}

/// What becomes of the room that a line leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It is left.
    Ragged,
    /// It is filled, but in a paragraph's last line.
    Justified,
    /// Letters share all of it, in every line (균등 분할), no further apart than the limit in millionths of an em.
    Spread {
        /// The most that comes between two letters.
        limit: i64,
    },
}

/// Letter spacing comes in thousandths of an em, the unit of a PDF's text, in which more can't be told apart.
const LETTER_STEP: i64 = 1000;
/// A glyph's whole width.
const WHOLE: i64 = 1_000_000;

impl Fill {
    /// Lines as their words come, without any adjustment.
    pub(crate) const NATURAL: Fill = Fill {
        mode: Mode::Ragged,
        blank_stretch: 0,
        blank_limit: 0,
        blank_shrink: 0,
        letter_stretch: 0,
        blank_gape: 0,
        letter_stretch_limit: 0,
        letter_shrink: 0,
        letter_shrink_limit: 0,
        glyph_shrink: 0,
        letter_base: 0,
        runt: 0,
        evenness: 0,
        gives: false,
    };

    /// How far letters may move together in all: as far as in any text, and as far again as fitting has moved them.
    fn letter_least(&self) -> i64 {
        (self.letter_shrink + self.letter_base).min(self.letter_shrink_limit).max(self.letter_base)
    }

    /// The least width of a line of so much width, so many blanks and gaps between glyphs.
    pub(super) fn narrowest(&self, width: i64, blanks: i64, gaps: i64) -> i64 {
        self.tightened(width, blanks, gaps, self.letter_least())
    }

    /// The same at the utmost, for what would have to be parted otherwise.
    pub(super) fn narrowest_whole(&self, width: i64, blanks: i64, gaps: i64) -> i64 {
        self.tightened(width, blanks, gaps, self.letter_shrink_limit)
    }

    fn tightened(&self, width: i64, blanks: i64, gaps: i64, letters: i64) -> i64 {
        let tight = width - blanks * self.blank_shrink - gaps * letters;
        if self.glyph_shrink == 0 { tight } else { scaled(tight, WHOLE - self.glyph_shrink) }
    }
}

fn scaled(width: i64, by: i64) -> i64 {
    (i128::from(width) * i128::from(by) / i128::from(WHOLE)) as i64
}

/// A line between two stops before it is filled.
pub(super) struct Candidate {
    width: i64,
    blanks: i64,
    /// Gaps between its visible glyphs.
    gaps: i64,
    visible_end: u32,
}

impl Candidate {
    pub(crate) fn between(start: &Stop, end: &Stop) -> Candidate {
        let visible_end = end.before.visible.max(start.glyph);
        let empty = visible_end == start.glyph;
        Candidate {
            width: if empty { 0 } else { end.before.visible_width - start.before.width + end.hyphen },
            blanks: if empty { 0 } else { i64::from(end.before.visible_blanks) - i64::from(start.before.blanks) },
            gaps: (i64::from(visible_end) - i64::from(start.glyph) - 1).max(0),
            visible_end,
        }
    }

    /// Whether the line fits a measure. One that nothing can part but what belongs together may be tighter for it.
    pub(crate) fn fits(&self, measure: i64, fill: &Fill, is_whole: bool) -> bool {
        let narrowest = if is_whole { Fill::narrowest_whole } else { Fill::narrowest };
        narrowest(fill, self.width, self.blanks, self.gaps) <= measure
    }

    /// How far the line is from its natural width: 0 natural, −1 as tight as it may be without narrower glyphs, 1 as loose.
    pub(crate) fn tension(&self, measure: i64, fill: &Fill) -> f64 {
        let spare = measure - self.width + self.gaps * fill.letter_base;
        let room = if spare < 0 {
            let letters = self.gaps * (fill.letter_least() - fill.letter_base);
            self.blanks * fill.blank_shrink + letters
        } else {
            self.blanks * fill.blank_stretch + self.gaps * (fill.letter_stretch + fill.letter_base)
        };
        match (spare, room) {
            (0, _) => 0.0,
            // A line that can't stretch: as loose as the part of the measure it leaves.
            (_, 0) => spare as f64 / (measure.max(1) as f64 / 12.0),
            _ => spare as f64 / room as f64,
        }
    }
}

/// The line between two stops, filled.
pub(super) fn set_line(start: &Stop, end: &Stop, measure: i64, fill: &Fill) -> Line {
    let candidate = Candidate::between(start, end);
    let spare = measure - candidate.width + candidate.gaps * fill.letter_base;
    let filled = match fill.mode {
        _ if spare < 0 => tighten(&candidate, candidate.width - measure, measure, fill),
        Mode::Justified if !end.kind.is_last() => loosen(&candidate, spare, fill),
        Mode::Spread { limit } => {
            let letter = spare.checked_div(candidate.gaps).map_or(0, |letter| (letter - fill.letter_base).min(limit));
            Filled { letter, ..NATURAL }
        }
        Mode::Justified | Mode::Ragged => Filled { letter: -fill.letter_base, ..NATURAL },
    };
    let width = candidate.width + candidate.blanks * filled.blank + candidate.gaps * filled.letter;
    Line {
        glyphs: start.glyph..end.glyph,
        visible_end: candidate.visible_end,
        width: scaled(width, filled.glyph),
        blank_extra: filled.blank as i32,
        letter_extra: filled.letter as i32,
        glyph_width: filled.glyph as i32,
    }
}

/// What comes to each blank and after each glyph, and how wide glyphs are drawn.
struct Filled {
    blank: i64,
    letter: i64,
    glyph: i64,
}

const NATURAL: Filled = Filled { blank: 0, letter: 0, glyph: WHOLE };

/// What each blank and letter gives so that the line loses at least `excess`: blanks first, then letters, then the glyphs themselves; letters
/// go further than in any text only where that isn't enough.
fn tighten(line: &Candidate, excess: i64, measure: i64, fill: &Fill) -> Filled {
    let ceil = |total: i64, count: i64| (total + count - 1).div_euclid(count.max(1));
    let lacking = (excess - line.blanks * fill.blank_shrink).max(line.gaps * fill.letter_base).max(0);
    let letter = ceil(ceil(lacking, line.gaps), LETTER_STEP) * LETTER_STEP;
    let limit = if line.fits(measure, fill, false) { fill.letter_least() } else { fill.letter_shrink_limit };
    let letter = letter.min(limit);
    let blank = ceil((excess - line.gaps * letter).max(0), line.blanks).min(fill.blank_shrink);
    let left = line.width - line.blanks * blank - line.gaps * letter;
    let glyph = if left > measure && fill.glyph_shrink > 0 {
        let fitting = i128::from(measure) * i128::from(WHOLE) / i128::from(left.max(1));
        (fitting as i64).max(WHOLE - fill.glyph_shrink)
    } else {
        WHOLE
    };
    Filled { blank: -blank, letter: -letter, glyph }
}

/// What each blank and letter takes so that the line reaches the measure: blanks first, letters where blanks would gape. A line too
/// loose for that is left ragged.
fn loosen(line: &Candidate, spare: i64, fill: &Fill) -> Filled {
    let letter = match spare - line.blanks * fill.blank_stretch {
        ..=0 => 0,
        left => left.checked_div(line.gaps).unwrap_or(0).min(fill.letter_stretch + fill.letter_base),
    };
    let letter = letter.max(against_gaping(line, spare, fill)) / LETTER_STEP * LETTER_STEP;
    match (spare - line.gaps * letter).checked_div(line.blanks) {
        Some(blank) if blank <= fill.blank_limit => Filled { blank, letter: letter - fill.letter_base, ..NATURAL },
        _ => Filled { letter: -fill.letter_base, ..NATURAL },
    }
}

/// What each letter takes so that no blank gapes, as far as letters may.
fn against_gaping(line: &Candidate, spare: i64, fill: &Fill) -> i64 {
    let most = fill.letter_stretch_limit + fill.letter_base;
    let left = spare - line.blanks * fill.blank_gape;
    match fill.blank_gape > 0 && line.blanks > 0 && left > 0 {
        true => {
            (left + line.gaps - 1 + line.gaps * (LETTER_STEP - 1)).checked_div(line.gaps).map_or(0, |it| it.min(most))
        }
        false => 0,
    }
}
