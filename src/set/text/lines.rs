//! Whole-paragraph line breaking: the breaks whose lines together cost least, not the first that fit.
//!
//! The method is Knuth and Plass's ("Breaking Paragraphs into Lines", 1981) with Korean means: a line is filled by its
//! blanks, by letter spacing (자간) and, where it is allowed, by narrower glyphs (장평), and a last line of one or two syllables is
//! avoided. Unlike theirs, the fewest lines go before the evenest.

use std::ops::Range;

use super::breaks::BreakKind;
use super::cost::{Demerits, LineCost, most_uneven};
use super::fill::{Candidate, Fill, Mode, set_line};
use super::shape::{Class, Shaped};
use super::stops::{Stop, StopKind, stops, visible, width};

/// A line of a shaped text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
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
    pub(crate) fn natural(glyphs: Range<u32>, width: i64) -> Line {
        let visible_end = glyphs.end;
        Line { glyphs, visible_end, width, blank_extra: 0, letter_extra: 0, glyph_width: 1_000_000 }
    }
}

impl Line {
    /// How far glyphs of it advance as it is set, in millionths of an em.
    pub(crate) fn advance(&self, shaped: &Shaped, glyphs: Range<u32>) -> i64 {
        let own = glyphs.map(|index| {
            let glyph = &shaped.glyphs[index as usize];
            let letter = if index + 1 < self.visible_end { self.letter_extra } else { 0 };
            let blank = if glyph.class == Class::Blank { self.blank_extra } else { 0 };
            i64::from(glyph.advance + letter + blank)
        });
        own.sum::<i64>() * i64::from(self.glyph_width) / 1_000_000
    }
}

/// The lines of a text in a measure of so many millionths of an em. Every line fits the measure, unless a single glyph is wider.
pub(crate) fn lines(shaped: &Shaped, measure: i64, fill: &Fill) -> Vec<Line> {
    if let Some(line) = single_line(shaped, measure, fill) {
        return vec![line];
    }
    let stops = stops(shaped, measure, fill);
    let mut ways = Ways::begin();
    let mut paragraph_start = 0;
    for end in 1..stops.len() {
        ways.find(end, paragraph_start, &stops, measure, fill);
        if stops[end].kind == StopKind::Forced {
            paragraph_start = end;
        }
    }
    let mut lines = Vec::new();
    let mut last = ways.cheapest_to(stops.len() - 1);
    while let Some((node, previous)) = last.and_then(|node| Some((node, ways.nodes[node.previous?]))) {
        lines.push(set_line(&stops[previous.stop], &stops[node.stop], measure, fill));
        last = Some(previous);
    }
    lines.reverse();
    lines
}

/// What lines that end before these glyphs would cost; `None` where a line can't end there or doesn't fit. [`lines`] costs least.
#[cfg(test)]
pub(crate) fn demerits(shaped: &Shaped, measure: i64, fill: &Fill, ends: &[u32]) -> Option<Demerits> {
    let stops = stops(shaped, measure, fill);
    let mut cost = Demerits::default();
    let (mut start, mut above) = (0, None);
    for &glyph in ends {
        let end = start + 1 + stops[start + 1..].iter().position(|stop| stop.glyph == glyph)?;
        let within = &stops[start + 1..end];
        let forced_within = within.iter().any(|stop| stop.kind == StopKind::Forced);
        let is_whole = within.iter().all(|stop| stop.kind.parts());
        let candidate = Candidate::between(&stops[start], &stops[end]);
        if forced_within || (!candidate.fits(measure, fill, is_whole) && start + 1 < end) {
            return None;
        }
        let line = LineCost::of(&stops[start], &stops[end], above.is_none(), &candidate, measure, fill);
        cost = cost + line.alone;
        cost.looseness += above.map_or(0.0, |above| line.uneven(above));
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

/// A way to end a line at a stop.
#[derive(Debug, Clone, Copy)]
struct Node {
    stop: usize,
    cost: Demerits,
    /// The tension of the line that ends here.
    tension: f64,
    /// The way to where that line begins.
    previous: Option<usize>,
}

/// The ways to end lines at the stops so far. A stop has several where a looser way may turn out better by the line that follows it.
struct Ways {
    nodes: Vec<Node>,
    /// The nodes of each stop; they differ in looseness alone.
    to: Vec<Range<usize>>,
    /// Those of the next stop, before the hopeless are left out.
    found: Vec<Node>,
}

impl Ways {
    fn begin() -> Ways {
        let beginning = Node { stop: 0, cost: Demerits::default(), tension: 0.0, previous: None };
        let at_beginning = 0..1;
        Ways { nodes: vec![beginning], to: vec![at_beginning], found: Vec::new() }
    }

    /// Finds the ways to end a line at the next stop: the cheapest from each start, but none that no following line could redeem.
    fn find(&mut self, end: usize, paragraph_start: usize, stops: &[Stop], measure: i64, fill: &Fill) {
        let mut least: Option<Demerits> = None;
        // Lines of a word that no line holds needn't be even, and it may have thousands of stops: its cheapest way is enough.
        let (margin, most) = if stops[end].kind.is_cut() { (0.0, 1) } else { (most_uneven(fill), usize::MAX) };
        let mut is_whole = true;
        for start in (paragraph_start..end).rev() {
            is_whole &= start + 1 == end || stops[start + 1].kind.parts();
            let candidate = Candidate::between(&stops[start], &stops[end]);
            if !candidate.fits(measure, fill, is_whole) && start + 1 < end {
                break;
            }
            let first = start == paragraph_start;
            let line = LineCost::of(&stops[start], &stops[end], first, &candidate, measure, fill);
            let looseness = |node: &Node| node.cost.looseness + line.uneven(node.tension);
            let ways = self.to[start].clone().map(|index| (looseness(&self.nodes[index]), index));
            let Some((looseness, previous)) = ways.min_by(|one, other| one.0.total_cmp(&other.0)) else { continue };
            let cost = Demerits { looseness, ..self.nodes[previous].cost } + line.alone;
            if least.is_none_or(|least| cost < least) {
                least = Some(cost);
            }
            self.found.push(Node { stop: end, cost, tension: line.tension, previous: Some(previous) });
        }
        let first = self.nodes.len();
        let hopeful = |node: &Node| {
            least.is_some_and(|least| {
                node.cost.differ_in_looseness_alone(&least) && node.cost.looseness <= least.looseness + margin
            })
        };
        self.nodes.extend(self.found.drain(..).filter(hopeful).take(most));
        self.to.push(first..self.nodes.len());
    }

    /// The last line of the cheapest lines up to a stop.
    fn cheapest_to(&self, stop: usize) -> Option<Node> {
        let ways = self.nodes[self.to[stop].clone()].iter().copied();
        ways.min_by(|one, other| one.cost.looseness.total_cmp(&other.cost.looseness))
    }
}

#[cfg(test)]
mod tests {
    use super::super::breaks::Together;
    use super::super::shape::Glyph;
    use super::*;

    const EM: i64 = 1_000_000;
    const KOREAN: Fill = Fill {
        mode: Mode::Justified,
        blank_stretch: EM / 4,
        blank_limit: EM,
        blank_shrink: EM / 12,
        letter_stretch: EM / 100,
        letter_shrink: EM * 3 / 100,
        letter_shrink_limit: EM * 6 / 100,
        runt: 2,
        evenness: EM,
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
        shaped.breaks = super::super::breaks::at_glyphs(text, &shaped.glyphs, &Together::default());
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
        let condensed = lines(&shaped, measure, &Fill { glyph_shrink: EM * 6 / 100, ..KOREAN });
        assert_eq!(condensed.len(), 1);
        assert_eq!(i64::from(condensed[0].letter_extra), -KOREAN.letter_shrink);
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
    fn letters_move_further_apart_only_where_blanks_would_gape() {
        let fill = Fill { letter_shrink: 0, blank_shrink: 0, letter_shrink_limit: 0, ..KOREAN };
        let spared = Fill { blank_gape: EM * 26 / 100, letter_stretch_limit: EM * 6 / 100, ..fill };
        // Two lines: the first holds 3, 4 and 2 syllables and two blanks.
        let shaped = shaped(&[3, 4, 2, 6, 3]);
        for (measure, gapes) in [(9 * EM + EM / 2 + EM / 5, false), (10 * EM + EM / 2, true)] {
            let [plain, other] = [fill, spared].map(|fill| lines(&shaped, measure, &fill)[0].clone());
            assert_eq!(plain.glyphs, other.glyphs);
            assert_eq!(other.letter_extra > plain.letter_extra, gapes, "{plain:?} {other:?}");
            assert_eq!(other.blank_extra < plain.blank_extra, gapes, "{plain:?} {other:?}");
        }
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(lines(&Shaped::default(), EM, &KOREAN).len(), 1);
    }
}
