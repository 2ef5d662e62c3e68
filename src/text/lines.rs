//! Whole-paragraph line breaking: the breaks whose lines together cost least, not the first that fit.
//!
//! The method is Knuth and Plass's ("Breaking Paragraphs into Lines", 1981) with Korean means: a line is filled by its
//! blanks, by letter spacing (자간) and, where it is allowed, by narrower glyphs (장평), and a last line of one or two syllables is
//! avoided.

use std::ops::Range;

use super::breaks::{Break, BreakKind};
use super::fill::{Candidate, Fill, Mode, set_line};
use super::shape::{Class, Glyph, Shaped};

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
    /// Added after each of its glyphs but the last, in millionths of an em.
    pub letter_extra: i32,
    /// How wide its glyphs and all between them are drawn, in millionths of their own width (장평).
    pub glyph_width: i32,
}

impl Line {
    /// A line of glyphs as they come.
    pub fn natural(glyphs: Range<u32>, width: i64) -> Line {
        let visible_end = glyphs.end;
        Line { glyphs, visible_end, width, blank_extra: 0, letter_extra: 0, glyph_width: 1_000_000 }
    }
}

/// Demerits of a break inside a word that is wider than the line; more than any line can earn by being loose.
const CUT_WORD: f64 = 1e11;
/// The same within a figure, or between a sign and what it leans on.
const CUT_HARD: f64 = 1e13;
/// The same beside a sign at which such a word may well be cut.
const CUT_AT_SIGN: f64 = 0.9e11;
/// Demerits of a break within what belongs together.
const CUT_TOGETHER: f64 = 1e10;
/// Demerits of a last line of one or two syllables.
const LONELY: f64 = 4e5;
/// Demerits of a line more, so that a paragraph takes as few lines as its limits allow.
const ANOTHER_LINE: f64 = 3e4;
/// Weight of the difference between neighbouring lines' fill.
const UNEVEN: f64 = 400.0;
/// Its utmost.
const MOST_UNEVEN: f64 = 4e4;
/// A last line with no more letters than this is lonely.
const LONELY_LETTERS: u32 = 2;

/// The lines of a text in a measure of so many millionths of an em. Every line fits the measure, unless a single glyph is wider.
pub fn lines(shaped: &Shaped, measure: i64, fill: &Fill) -> Vec<Line> {
    if let Some(line) = single_line(shaped, measure, fill) {
        return vec![line];
    }
    let stops = stops(shaped, measure, fill);
    let beginning = 0..1;
    let mut ways = Ways { nodes: vec![Node::BEGINNING], to: vec![beginning], found: Vec::new() };
    let mut paragraph_start = 0;
    for end in 1..stops.len() {
        ways.find(end, paragraph_start, &stops, measure, fill);
        if stops[end].kind == StopKind::Forced {
            paragraph_start = end;
        }
    }
    let mut lines = Vec::new();
    let mut node = ways.cheapest_to(stops.len() - 1);
    while let Some(previous) = node.previous.map(|index| ways.nodes[index]) {
        lines.push(set_line(&stops[previous.stop], &stops[node.stop], measure, fill));
        node = previous;
    }
    lines.reverse();
    lines
}

/// What lines that end before these glyphs would cost; `None` where a line can't end there or doesn't fit. [`lines`] costs least.
pub fn demerits(shaped: &Shaped, measure: i64, fill: &Fill, ends: &[u32]) -> Option<f64> {
    let stops = stops(shaped, measure, fill);
    let mut cost = 0.0;
    let (mut start, mut above) = (0, None);
    for &glyph in ends {
        let end = start + 1 + stops[start + 1..].iter().position(|stop| stop.glyph == glyph)?;
        let forced_within = stops[start + 1..end].iter().any(|stop| stop.kind == StopKind::Forced);
        let candidate = Candidate::between(&stops[start], &stops[end]);
        if forced_within || (candidate.narrowest(fill) > measure && start + 1 < end) {
            return None;
        }
        let line = LineCost::of(&stops[start], &stops[end], above.is_none(), &candidate, measure, fill);
        cost += line.alone + above.map_or(0.0, |above| line.uneven(above));
        (start, above) = (end, (!stops[end].kind.is_last()).then_some(line.tension));
    }
    (start + 1 == stops.len()).then_some(cost)
}

/// The one line of a text that fits as it is: most cells, labels and titles.
fn single_line(shaped: &Shaped, measure: i64, fill: &Fill) -> Option<Line> {
    if fill.mode != Mode::Ragged && fill.mode != Mode::Justified || fill.letter_base != 0 {
        return None;
    }
    if shaped.breaks.iter().any(|found| found.kind == BreakKind::Forced) {
        return None;
    }
    let visible = visible(&shaped.glyphs);
    let line = Line::natural(0..shaped.glyphs.len() as u32, width(visible));
    (line.width <= measure).then_some(Line { visible_end: visible.len() as u32, ..line })
}

/// Glyphs without the blanks at their end.
fn visible(glyphs: &[Glyph]) -> &[Glyph] {
    let end = glyphs.iter().rposition(|glyph| glyph.class != Class::Blank).map_or(0, |last| last + 1);
    &glyphs[..end]
}

fn width(glyphs: &[Glyph]) -> i64 {
    glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum()
}

/// A place where a line may end, with the sums of everything before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stop {
    /// The first glyph of the next line.
    pub glyph: u32,
    pub kind: StopKind,
    pub before: Sums,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StopKind {
    Word,
    Within,
    Cut,
    CutAtSign,
    CutHard,
    Forced,
    End,
}

impl StopKind {
    /// Whether a line that ends here is a paragraph's last.
    pub fn is_last(self) -> bool {
        matches!(self, StopKind::Forced | StopKind::End)
    }
}

fn stops(shaped: &Shaped, measure: i64, fill: &Fill) -> Vec<Stop> {
    let mut sums = Sums::default();
    let mut stops = vec![Stop { glyph: 0, kind: StopKind::Word, before: sums }];
    let end = Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Word };
    for (index, found) in shaped.breaks.iter().chain([&end]).enumerate() {
        let word = sums.glyphs as usize..found.glyph as usize;
        let visible = visible(&shaped.glyphs[word.clone()]);
        let too_wide = fill.narrowest(width(visible), 0, visible.len() as i64 - 1) > measure;
        for glyph in word {
            let glyph_after = &shaped.glyphs[glyph];
            if too_wide && glyph as u32 > stops[stops.len() - 1].glyph && begins_cluster(&shaped.glyphs, glyph) {
                stops.extend(cut_before(shaped, glyph).map(|kind| Stop { glyph: glyph as u32, kind, before: sums }));
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

/// How a word that no line holds may be cut before a glyph: rather beside a sign; within a figure, before a closing sign or after an
/// opening one only where nothing else is left.
fn cut_before(shaped: &Shaped, glyph: usize) -> Option<StopKind> {
    let at = shaped.glyphs[glyph].start as usize;
    let (before, after) = (shaped.text[..at].chars().next_back()?, shaped.text[at..].chars().next()?);
    let is_opening = |sign| matches!(sign, '(' | '[' | '{' | '「' | '『' | '【' | '《' | '〈');
    let leans_back =
        matches!(after, ')' | ']' | '}' | '」' | '』' | '】' | '》' | '〉' | ',' | '.' | '·' | '・' | 'ㆍ' | '~' | '%');
    let in_figure = matches!(before, '0'..='9' | ',' | '.') && after.is_ascii_digit();
    Some(match before {
        _ if leans_back || is_opening(before) || in_figure => StopKind::CutHard,
        '/' | '-' | '_' | '.' | ',' | '?' | '&' | '=' | '#' | '@' | '·' | '・' | 'ㆍ' | '~' | ')' | '」' => {
            StopKind::CutAtSign
        }
        _ if is_opening(after) => StopKind::CutAtSign,
        _ => StopKind::Cut,
    })
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

/// A way to end a line at a stop.
#[derive(Debug, Clone, Copy)]
struct Node {
    stop: usize,
    cost: f64,
    /// The tension of the line that ends here.
    tension: f64,
    /// The way to where that line begins.
    previous: Option<usize>,
}

impl Node {
    const BEGINNING: Node = Node { stop: 0, cost: 0.0, tension: 0.0, previous: None };
}

/// What a line costs.
struct LineCost {
    tension: f64,
    /// Whatever line stands above it.
    alone: f64,
    /// Whether it is to be as full as the line above it.
    follows: bool,
}

impl LineCost {
    fn of(start: &Stop, end: &Stop, first: bool, candidate: &Candidate, measure: i64, fill: &Fill) -> LineCost {
        let mut tension = candidate.tension(measure, fill);
        let last = end.kind.is_last();
        let mut cost = ANOTHER_LINE;
        if last {
            tension = tension.min(0.0);
            if !first && end.before.letters - start.before.letters <= LONELY_LETTERS {
                cost += LONELY;
            }
        }
        let badness = 100.0 * tension.abs().powi(3).min(1e4);
        cost += (10.0 + badness).powi(2).min(1e9);
        cost += match end.kind {
            StopKind::CutHard => CUT_HARD,
            StopKind::Cut => CUT_WORD,
            StopKind::CutAtSign => CUT_AT_SIGN,
            StopKind::Within => CUT_TOGETHER,
            StopKind::Word | StopKind::Forced | StopKind::End => 0.0,
        };
        LineCost { tension, alone: cost, follows: !first && !last }
    }

    /// What it costs more below a line of so much tension.
    fn uneven(&self, above: f64) -> f64 {
        if self.follows { (UNEVEN * (self.tension - above).powi(2)).min(MOST_UNEVEN) } else { 0.0 }
    }
}

/// The ways to end lines at the stops so far. A stop has several where a dearer way may turn out cheaper by the line that follows it.
struct Ways {
    nodes: Vec<Node>,
    /// The nodes of each stop.
    to: Vec<Range<usize>>,
    /// Those of the next stop, before the hopeless are left out.
    found: Vec<Node>,
}

impl Ways {
    /// Finds the ways to end a line at the next stop: the cheapest from each start, but none that no following line could redeem.
    fn find(&mut self, end: usize, paragraph_start: usize, stops: &[Stop], measure: i64, fill: &Fill) {
        let mut least = f64::INFINITY;
        for start in (paragraph_start..end).rev() {
            let candidate = Candidate::between(&stops[start], &stops[end]);
            if candidate.narrowest(fill) > measure && start + 1 < end {
                break;
            }
            let first = start == paragraph_start;
            let line = LineCost::of(&stops[start], &stops[end], first, &candidate, measure, fill);
            let cost = |node: &Node| node.cost + line.alone + line.uneven(node.tension);
            let ways = self.to[start].clone().map(|index| (cost(&self.nodes[index]), index));
            let cheapest = ways.min_by(|one, other| one.0.total_cmp(&other.0));
            let Some((cost, previous)) = cheapest.filter(|(cost, _)| *cost < least + MOST_UNEVEN) else { continue };
            least = least.min(cost);
            self.found.push(Node { stop: end, cost, tension: line.tension, previous: Some(previous) });
        }
        let first = self.nodes.len();
        self.nodes.extend(self.found.drain(..).filter(|node| node.cost < least + MOST_UNEVEN));
        self.to.push(first..self.nodes.len());
    }

    fn cheapest_to(&self, stop: usize) -> Node {
        let ways = self.nodes[self.to[stop].clone()].iter().copied();
        ways.min_by(|one, other| one.cost.total_cmp(&other.cost)).unwrap_or(Node::BEGINNING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EM: i64 = 1_000_000;
    const KOREAN: Fill = Fill {
        mode: Mode::Justified,
        blank_stretch: EM / 4,
        blank_shrink: EM / 12,
        letter_stretch: EM / 100,
        letter_shrink: EM * 3 / 100,
        letter_shrink_limit: EM * 6 / 100,
        ..Fill::NATURAL
    };

    fn shaped(words: &[usize]) -> Shaped {
        let words: Vec<String> = words.iter().map(|&length| "가".repeat(length)).collect();
        shaped_text(&words.join(" "))
    }

    fn shaped_text(text: &str) -> Shaped {
        let glyph = |(at, character)| {
            let advance = if character == ' ' { EM / 4 } else { EM } as i32;
            Glyph { id: 1, start: at as u32, advance, x: 0, y: 0, class: Class::of(character) }
        };
        let glyphs = text.char_indices().map(glyph).collect();
        let mut shaped = Shaped { text: text.to_owned(), glyphs, ..Shaped::default() };
        shaped.breaks = super::super::breaks::at_glyphs(text, &shaped.glyphs);
        shaped
    }

    fn set(text: &str, measure: i64, fill: &Fill) -> Vec<String> {
        let shaped = shaped_text(text);
        let text = |line: Line| shaped.text_range(line.glyphs.start as usize..line.glyphs.end as usize);
        lines(&shaped, measure, fill).into_iter().map(|line| shaped.text[text(line)].trim_end().to_owned()).collect()
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
    fn a_word_wider_than_the_line_is_cut_beside_a_sign_rather_than_anywhere() {
        let cut = set("가나다/라마바사아자차카타파", 10 * EM, &KOREAN);
        assert_eq!(cut, ["가나다/", "라마바사아자차카타파"].map(str::to_owned));
        let cut = set("가나다라마바사아자차(카타파하)", 10 * EM, &KOREAN);
        assert!(cut.iter().all(|line| !line.ends_with('(') && !line.starts_with(')')), "{cut:?}");
    }

    #[test]
    fn narrower_glyphs_are_the_last_means() {
        let shaped = shaped(&[6, 6]);
        let measure = 11 * EM + EM / 8;
        assert_eq!(lines(&shaped, measure, &KOREAN).len(), 2);
        let condensed = lines(&shaped, measure, &Fill { glyph_shrink: EM / 20, ..KOREAN });
        assert_eq!(condensed.len(), 1);
        assert_eq!(i64::from(condensed[0].letter_extra), -KOREAN.letter_shrink_limit);
        assert!(condensed[0].glyph_width < 1_000_000 && condensed[0].width <= measure);
    }

    #[test]
    fn spread_letters_reach_both_edges_but_no_further_apart_than_the_limit() {
        let spread = Fill { mode: Mode::Spread { limit: 2 * EM }, ..Fill::NATURAL };
        let line = &lines(&shaped(&[3]), 5 * EM, &spread)[0];
        assert_eq!((line.width, i64::from(line.letter_extra)), (5 * EM, EM));
        let line = &lines(&shaped(&[3]), 50 * EM, &spread)[0];
        assert_eq!((line.width, i64::from(line.letter_extra)), (7 * EM, 2 * EM));
        let line = &lines(&shaped(&[1]), 5 * EM, &spread)[0];
        assert_eq!((line.width, line.letter_extra), (EM, 0));
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(lines(&Shaped::default(), EM, &KOREAN).len(), 1);
    }
}
