//! Whole-paragraph line breaking: the breaks whose lines together cost least, not the first that fit.
//!
//! The method is Knuth and Plass's ("Breaking Paragraphs into Lines", 1981) with Korean means: a line is filled by its
//! blanks and by letter spacing (자간) together, and a last line of one or two syllables is avoided.

use std::ops::Range;

use super::breaks::{Break, BreakKind};
use super::shape::{Class, Glyph, Shaped};

/// How lines are filled. All lengths in millionths of an em, per blank or per letter, as positive numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// Whether lines are stretched to the measure.
    pub justify: bool,
    /// How far a blank may widen before the line counts as loose.
    pub blank_stretch: i64,
    /// How far a blank may narrow.
    pub blank_shrink: i64,
    /// How far letters may move apart.
    pub letter_stretch: i64,
    /// How far letters may move together before the line counts as tight.
    pub letter_shrink: i64,
    /// How far letters may move together at the utmost.
    pub letter_shrink_limit: i64,
}

impl Fill {
    /// Lines as their words come, without any adjustment.
    pub const NATURAL: Fill = Fill {
        justify: false,
        blank_stretch: 0,
        blank_shrink: 0,
        letter_stretch: 0,
        letter_shrink: 0,
        letter_shrink_limit: 0,
    };
}

/// A line of a shaped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its glyphs, blanks at its end included.
    pub glyphs: Range<u32>,
    /// The glyph after its last visible one.
    pub visible_end: u32,
    /// The width as set, in millionths of an em.
    pub width: i64,
    /// Added to each blank between its words, in millionths of an em.
    pub blank_extra: i32,
    /// Added after each of its letters but the last, in millionths of an em.
    pub letter_extra: i32,
}

/// Demerits of a break inside a word that is wider than the line; more than any line can earn by being loose.
const CUT_WORD: f64 = 1e11;
/// Demerits of a break within what belongs together.
const CUT_TOGETHER: f64 = 1e10;
/// Demerits of a last line of one or two syllables.
const LONELY: f64 = 4e5;
/// Demerits of a line more, so that a paragraph takes as few lines as its limits allow.
const ANOTHER_LINE: f64 = 3e4;
/// Weight of the difference between neighbouring lines' fill.
const UNEVEN: f64 = 400.0;
/// A last line with no more letters than this is lonely.
const LONELY_LETTERS: u32 = 2;

/// The lines of a text in a measure of so many millionths of an em. Every line fits the measure, unless a single glyph is wider.
pub fn lines(shaped: &Shaped, measure: i64, fill: &Fill) -> Vec<Line> {
    if let Some(line) = single_line(shaped, measure) {
        return vec![line];
    }
    let stops = stops(shaped, measure, fill);
    let mut best: Vec<Option<Node>> = vec![None; stops.len()];
    best[0] = Some(Node { cost: 0.0, previous: 0, tension: 0.0 });
    let mut paragraph_start = 0;
    for end in 1..stops.len() {
        best[end] = best_line_to(end, paragraph_start, &stops, &best, measure, fill);
        if stops[end].kind == StopKind::Forced {
            paragraph_start = end;
        }
    }
    let mut lines = Vec::new();
    let mut end = stops.len() - 1;
    while end > 0 {
        let start = best[end].as_ref().map_or(end - 1, |node| node.previous);
        lines.push(set_line(&stops[start], &stops[end], measure, fill));
        end = start;
    }
    lines.reverse();
    lines
}

/// The one line of a text that fits as it is: most cells, labels and titles.
fn single_line(shaped: &Shaped, measure: i64) -> Option<Line> {
    if shaped.breaks.iter().any(|found| found.kind == BreakKind::Forced) {
        return None;
    }
    let visible = shaped.glyphs.iter().rposition(|glyph| glyph.class != Class::Blank).map_or(0, |last| last + 1);
    let width = shaped.glyphs[..visible].iter().map(|glyph| i64::from(glyph.advance)).sum();
    (width <= measure).then_some(Line {
        glyphs: 0..shaped.glyphs.len() as u32,
        visible_end: visible as u32,
        width,
        blank_extra: 0,
        letter_extra: 0,
    })
}

/// A place where a line may end, with the sums of everything before it.
#[derive(Debug, Clone, Copy)]
struct Stop {
    /// The first glyph of the next line.
    glyph: u32,
    kind: StopKind,
    before: Sums,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StopKind {
    Word,
    Within,
    Cut,
    Forced,
    End,
}

/// The best way found to end a line at a stop.
#[derive(Debug, Clone, Copy)]
struct Node {
    cost: f64,
    previous: usize,
    tension: f64,
}

fn stops(shaped: &Shaped, measure: i64, fill: &Fill) -> Vec<Stop> {
    let mut sums = Sums::default();
    let mut stops = vec![Stop { glyph: 0, kind: StopKind::Word, before: sums }];
    let end = Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Word };
    for (index, found) in shaped.breaks.iter().chain([&end]).enumerate() {
        let word = sums.glyphs as usize..found.glyph as usize;
        let word_width: i64 = shaped.glyphs[word.clone()].iter().map(|glyph| i64::from(glyph.advance)).sum();
        let narrowest = word_width - word.len() as i64 * fill.letter_shrink_limit;
        let too_wide = narrowest > measure;
        for glyph in word {
            let glyph_after = &shaped.glyphs[glyph];
            if too_wide && glyph as u32 > stops[stops.len() - 1].glyph && begins_cluster(&shaped.glyphs, glyph) {
                stops.push(Stop { glyph: glyph as u32, kind: StopKind::Cut, before: sums });
            }
            sums.add(glyph_after);
        }
        let kind = match found.kind {
            _ if index == shaped.breaks.len() => StopKind::End,
            BreakKind::Forced => StopKind::Forced,
            BreakKind::Word => StopKind::Word,
            BreakKind::Within => StopKind::Within,
        };
        stops.push(Stop { glyph: found.glyph, kind, before: sums });
    }
    stops
}

fn begins_cluster(glyphs: &[Glyph], index: usize) -> bool {
    index == 0 || (glyphs[index].start != glyphs[index - 1].start && glyphs[index].class != Class::Blank)
}

/// What the glyphs up to a place come to.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    glyphs: u32,
    width: i64,
    blanks: u32,
    letters: u32,
    /// The same without the blanks just before the place.
    visible: u32,
    visible_width: i64,
    visible_blanks: u32,
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

/// A line between two stops before it is filled.
struct Candidate {
    width: i64,
    blanks: i64,
    /// Gaps between its visible letters.
    gaps: i64,
    visible_end: u32,
}

impl Candidate {
    fn between(start: &Stop, end: &Stop) -> Candidate {
        let visible_end = end.before.visible.max(start.glyph);
        let empty = visible_end == start.glyph;
        Candidate {
            width: if empty { 0 } else { end.before.visible_width - start.before.width },
            blanks: if empty { 0 } else { i64::from(end.before.visible_blanks) - i64::from(start.before.blanks) },
            gaps: (i64::from(visible_end) - i64::from(start.glyph) - 1).max(0),
            visible_end,
        }
    }

    fn narrowest(&self, fill: &Fill) -> i64 {
        self.width - self.blanks * fill.blank_shrink - self.gaps * fill.letter_shrink_limit
    }

    /// How far the line is from its natural width: 0 natural, −1 as tight as is comfortable, 1 as loose.
    fn tension(&self, measure: i64, fill: &Fill) -> f64 {
        let spare = measure - self.width;
        let room = if spare < 0 {
            self.blanks * fill.blank_shrink + self.gaps * fill.letter_shrink
        } else {
            self.blanks * fill.blank_stretch + self.gaps * fill.letter_stretch
        };
        match (spare, room) {
            (0, _) => 0.0,
            // A line that can't stretch: as loose as the part of the measure it leaves.
            (_, 0) => spare as f64 / (measure.max(1) as f64 / 12.0),
            _ => spare as f64 / room as f64,
        }
    }
}

fn best_line_to(
    end: usize,
    paragraph_start: usize,
    stops: &[Stop],
    best: &[Option<Node>],
    measure: i64,
    fill: &Fill,
) -> Option<Node> {
    let mut found: Option<Node> = None;
    for start in (paragraph_start..end).rev() {
        let candidate = Candidate::between(&stops[start], &stops[end]);
        if candidate.narrowest(fill) > measure && start + 1 < end {
            break;
        }
        let Some(before) = &best[start] else { continue };
        let mut tension = candidate.tension(measure, fill);
        let last = matches!(stops[end].kind, StopKind::Forced | StopKind::End);
        let mut cost = before.cost + ANOTHER_LINE;
        if last {
            tension = tension.min(0.0);
            if start > paragraph_start && stops[end].before.letters - stops[start].before.letters <= LONELY_LETTERS {
                cost += LONELY;
            }
        }
        let badness = 100.0 * tension.abs().powi(3).min(1e4);
        cost += (10.0 + badness).powi(2).min(1e9);
        cost += match stops[end].kind {
            StopKind::Cut => CUT_WORD,
            StopKind::Within => CUT_TOGETHER,
            StopKind::Word | StopKind::Forced | StopKind::End => 0.0,
        };
        if start > paragraph_start && !last {
            cost += UNEVEN * (tension - before.tension).powi(2).min(100.0);
        }
        if found.is_none_or(|found| cost < found.cost) {
            found = Some(Node { cost, previous: start, tension });
        }
    }
    found
}

fn set_line(start: &Stop, end: &Stop, measure: i64, fill: &Fill) -> Line {
    let candidate = Candidate::between(start, end);
    let last = matches!(end.kind, StopKind::Forced | StopKind::End);
    let spare = measure - candidate.width;
    let (blank_extra, letter_extra) = if spare < 0 {
        tighten(&candidate, -spare, fill)
    } else if fill.justify && !last {
        loosen(&candidate, spare, fill)
    } else {
        (0, 0)
    };
    Line {
        glyphs: start.glyph..end.glyph,
        visible_end: candidate.visible_end,
        width: candidate.width + candidate.blanks * blank_extra + candidate.gaps * letter_extra,
        blank_extra: blank_extra as i32,
        letter_extra: letter_extra as i32,
    }
}

/// What each blank and letter gives so that the line loses at least `excess`: blanks first, then letters.
fn tighten(line: &Candidate, excess: i64, fill: &Fill) -> (i64, i64) {
    let ceil = |total: i64, count: i64| (total + count - 1).div_euclid(count.max(1));
    let left = excess - line.blanks * fill.blank_shrink;
    if left <= 0 {
        return (-ceil(excess, line.blanks), 0);
    }
    (-fill.blank_shrink, -ceil(left, line.gaps).min(fill.letter_shrink_limit))
}

/// What each blank and letter takes so that the line reaches the measure: blanks first, letters where blanks would gape. A line too
/// loose for that is left ragged.
fn loosen(line: &Candidate, spare: i64, fill: &Fill) -> (i64, i64) {
    /// How many times its comfortable stretch a blank may take before the line is left ragged.
    const UTMOST: i64 = 4;
    let letter = match spare - line.blanks * fill.blank_stretch {
        ..=0 => 0,
        left => left.checked_div(line.gaps).unwrap_or(0).min(fill.letter_stretch),
    };
    match (spare - line.gaps * letter).checked_div(line.blanks) {
        Some(blank) if blank <= fill.blank_stretch * UTMOST => (blank, letter),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EM: i64 = 1_000_000;
    const KOREAN: Fill = Fill {
        justify: true,
        blank_stretch: EM / 4,
        blank_shrink: EM / 12,
        letter_stretch: EM / 100,
        letter_shrink: EM * 3 / 100,
        letter_shrink_limit: EM * 6 / 100,
    };

    fn shaped(words: &[usize]) -> Shaped {
        let mut shaped = Shaped::default();
        for (index, &length) in words.iter().enumerate() {
            if index > 0 {
                shaped.breaks.push(Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Word });
            }
            for position in 0..=length {
                let blank = position == length;
                let advance = if blank { EM as i32 / 4 } else { EM as i32 };
                let start = shaped.text.len() as u32;
                let character = if blank { ' ' } else { '가' };
                shaped.text.push(character);
                shaped.glyphs.push(Glyph { id: 1, start, advance, x: 0, y: 0, class: Class::of(character) });
            }
        }
        shaped
    }

    #[test]
    fn letters_move_together_so_that_no_last_line_is_lonely() {
        let shaped = shaped(&[3, 4, 2, 2]);
        assert_eq!(lines(&shaped, 12 * EM, &Fill::NATURAL).len(), 1);
        let tight = lines(&shaped, 11 * EM + EM / 4, &KOREAN);
        assert_eq!(tight.len(), 1);
        assert!(tight[0].letter_extra < 0 && tight[0].width <= 11 * EM + EM / 4);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_and_never_overflows() {
        for line in lines(&shaped(&[25, 3]), 10 * EM, &KOREAN) {
            assert!(line.width <= 10 * EM);
        }
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(lines(&Shaped::default(), EM, &KOREAN).len(), 1);
    }
}
