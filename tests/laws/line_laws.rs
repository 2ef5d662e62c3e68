//! The laws of line breaking, over random paragraphs in random measures.

use crate::laws::support::seeded;
use crate::set::text::{Break, BreakKind, Class, Demerits, Fill, Glyph, Line, Mode, Shaped, demerits, lines};
use proptest::collection::vec;
use proptest::prelude::*;

const EM: i64 = 1_000_000;
/// Costs are sums of floats, and the order in which they are added shows in their last digits.
const ROUNDING: f64 = 1.0 + 1e-9;
const KOREAN: Fill = Fill {
    mode: Mode::Justified,
    blank_stretch: EM * 16 / 100,
    blank_limit: EM * 16 / 100 * 4,
    blank_shrink: EM * 7 / 100,
    letter_stretch: EM * 3 / 100,
    letter_shrink: EM * 3 / 100,
    letter_shrink_limit: EM * 6 / 100,
    runt: 2,
    evenness: 1_000_000,
    ..Fill::NATURAL
};

/// A word, and what kind of break follows it.
type Word = (String, BreakKind);

/// The width of a character: syllables are the widest.
fn advance(character: char) -> i64 {
    match character {
        '가' => EM,
        'w' => EM * 72 / 100,
        '1' => EM * 56 / 100,
        _ => EM / 4,
    }
}

fn paragraph(words: &[Word]) -> Shaped {
    let mut shaped = Shaped::default();
    for (index, (word, kind)) in words.iter().enumerate() {
        let more = index + 1 < words.len();
        for character in word.chars().chain(more.then_some(' ')) {
            let (start, advance) = (shaped.text.len() as u32, advance(character) as i32);
            shaped.text.push(character);
            shaped.glyphs.push(Glyph { id: 1, start, advance, x: 0, y: 0, class: Class::of(character) });
        }
        if more {
            shaped.breaks.push(Break { glyph: shaped.glyphs.len() as u32, kind: *kind });
        }
    }
    shaped
}

/// Words of up to eight characters, most of them syllables.
fn paragraphs() -> impl Strategy<Value = Shaped> {
    let character = prop_oneof![6 => Just('가'), 1 => Just('w'), 1 => Just('1'), 1 => prop::sample::select(vec!['(', ')', '·', ','])];
    let word = vec(character, 1..9).prop_map(String::from_iter);
    let kind = prop_oneof![
        16 => Just(BreakKind::Word),
        3 => Just(BreakKind::Within),
        1 => Just(BreakKind::Forced),
    ];
    vec((word, kind), 1..60).prop_map(|words| paragraph(&words))
}

fn fills() -> impl Strategy<Value = Fill> {
    let mode = prop_oneof![
        3 => Just(Mode::Justified),
        1 => Just(Mode::Ragged),
        1 => (0..2 * EM).prop_map(|limit| Mode::Spread { limit }),
    ];
    let korean = (mode, prop_oneof![Just(0), 0..EM / 20], prop_oneof![Just(0), 0..=60i64])
        .prop_map(|(mode, glyph_shrink, base)| Fill { mode, glyph_shrink, letter_base: base * 1000, ..KOREAN });
    prop_oneof![1 => Just(Fill::NATURAL), 4 => korean]
}

/// The natural width of a line of glyphs, without the blanks at its end.
fn natural(line: &[Glyph]) -> i64 {
    visible(line).iter().map(|glyph| i64::from(glyph.advance)).sum()
}

/// How far a fill moves letters together at the utmost.
fn letter_least(fill: &Fill) -> i64 {
    (fill.letter_shrink + fill.letter_base).min(fill.letter_shrink_limit)
}

/// The least width that a fill gives a line of glyphs.
fn tightest(line: &[Glyph], fill: &Fill) -> i64 {
    let line = visible(line);
    let blanks = line.iter().filter(|glyph| glyph.class == Class::Blank).count() as i64;
    let gaps = (line.len() as i64 - 1).max(0);
    let tight = natural(line) - blanks * fill.blank_shrink - gaps * letter_least(fill);
    tight * (EM - fill.glyph_shrink) / EM
}

fn visible(line: &[Glyph]) -> &[Glyph] {
    let end = line.iter().rposition(|glyph| glyph.class != Class::Blank).map_or(0, |last| last + 1);
    &line[..end]
}

/// Where lines end that take each word they have room for, unless one is told to end early.
fn broken(shaped: &Shaped, fits: impl Fn(&[Glyph]) -> bool, mut early: impl FnMut() -> bool) -> Vec<u32> {
    let mut ends: Vec<u32> = Vec::new();
    let mut last = 0;
    let end = Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Forced };
    for Break { glyph, kind } in shaped.breaks.iter().copied().chain([end]) {
        let start = ends.last().copied().unwrap_or(0);
        if last > start && !fits(&shaped.glyphs[start as usize..glyph as usize]) {
            ends.push(last);
        }
        if kind == BreakKind::Forced || early() {
            ends.push(glyph);
        }
        last = glyph;
    }
    ends
}

/// Where first-fit breaking at natural width ends its lines.
fn first_fit(shaped: &Shaped, measure: i64) -> Vec<u32> {
    broken(shaped, |line| natural(line) <= measure, || false)
}

/// How many paragraphs forced breaks make of a text.
fn paragraphs_of(shaped: &Shaped) -> usize {
    1 + shaped.breaks.iter().filter(|found| found.kind == BreakKind::Forced).count()
}

/// What the chosen lines cost; the lines themselves are counted here, not believed.
fn cost(shaped: &Shaped, measure: i64, fill: &Fill) -> Demerits {
    let lines = lines(shaped, measure, fill);
    let cost = demerits(shaped, measure, fill, &ends(&lines)).expect("the chosen lines fit");
    Demerits { lines: lines.len() as u32, ..cost }
}

/// The same, but for how the lines are filled.
fn grave(cost: Demerits) -> Demerits {
    Demerits { looseness: 0.0, ..cost }
}

fn is_no_dearer(one: Demerits, other: Demerits) -> bool {
    one <= Demerits { looseness: other.looseness * ROUNDING, ..other }
}

fn ends(lines: &[Line]) -> Vec<u32> {
    lines.iter().map(|line| line.glyphs.end).collect()
}

proptest! {
    #![proptest_config(seeded(3_000))]

    #[test]
    fn no_syllable_is_lost_or_set_twice(shaped in paragraphs(), fill in fills(), measure in 1i64..45) {
        let set = lines(&shaped, measure * EM, &fill);
        let mut next = 0;
        for Line { glyphs, visible_end, .. } in &set {
            prop_assert_eq!(glyphs.start, next);
            prop_assert!((glyphs.start..=glyphs.end).contains(visible_end));
            next = glyphs.end;
        }
        prop_assert_eq!(next as usize, shaped.glyphs.len());
    }

    #[test]
    fn no_line_is_wider_than_the_measure(shaped in paragraphs(), fill in fills(), measure in 1i64..45) {
        for line in lines(&shaped, measure * EM, &fill) {
            prop_assert!(line.width <= measure * EM, "{line:?}");
        }
    }

    #[test]
    fn letters_and_blanks_move_no_further_than_they_may(shaped in paragraphs(), fill in fills(), measure in 1i64..45) {
        let apart = match fill.mode {
            Mode::Spread { limit } => limit,
            Mode::Justified | Mode::Ragged => fill.letter_stretch,
        };
        for line in lines(&shaped, measure * EM, &fill) {
            let letter = i64::from(line.letter_extra);
            prop_assert!(-fill.letter_shrink_limit <= letter && letter <= apart, "{line:?}");
            prop_assert!(i64::from(line.blank_extra) >= -fill.blank_shrink, "{line:?}");
            prop_assert!((EM - fill.glyph_shrink..=EM).contains(&i64::from(line.glyph_width)), "{line:?}");
        }
    }

    #[test]
    fn words_that_fit_a_line_are_never_cut(shaped in paragraphs(), fill in fills(), measure in 9i64..45) {
        let breaks: Vec<u32> = shaped.breaks.iter().map(|found| found.glyph).collect();
        let set = lines(&shaped, measure * EM, &fill);
        for line in &set[..set.len() - 1] {
            prop_assert!(breaks.contains(&line.glyphs.end), "{line:?}");
        }
    }

    #[test]
    fn forced_breaks_are_kept(shaped in paragraphs(), fill in fills(), measure in 9i64..45) {
        let ends = ends(&lines(&shaped, measure * EM, &fill));
        for found in shaped.breaks.iter().filter(|found| found.kind == BreakKind::Forced) {
            prop_assert!(ends.contains(&found.glyph));
        }
    }

    #[test]
    fn no_other_breaks_cost_less(
        shaped in paragraphs(), fill in fills(), measure in 9i64..45, early in vec(prop::bool::weighted(0.2), 1..80),
    ) {
        let measure = measure * EM;
        let chosen = ends(&lines(&shaped, measure, &fill));
        let cost = demerits(&shaped, measure, &fill, &chosen).expect("the chosen lines fit");
        let tight = |line: &[Glyph]| tightest(line, &fill) <= measure;
        let mut early = early.iter().cycle();
        let others = [
            first_fit(&shaped, measure),
            broken(&shaped, tight, || false),
            broken(&shaped, tight, || *early.next().expect("it has no end")),
            broken(&shaped, tight, || *early.next().expect("it has no end")),
        ];
        for other in others {
            let other_cost = demerits(&shaped, measure, &fill, &other).expect("lines that fit");
            prop_assert!(is_no_dearer(cost, other_cost), "{cost:?}: {chosen:?}, {other_cost:?}: {other:?}");
        }
    }

    #[test]
    fn no_line_ended_a_word_earlier_or_later_costs_less(shaped in paragraphs(), fill in fills(), measure in 9i64..45) {
        let measure = measure * EM;
        let chosen = ends(&lines(&shaped, measure, &fill));
        let cost = demerits(&shaped, measure, &fill, &chosen).expect("the chosen lines fit");
        for pair in shaped.breaks.windows(2) {
            for (from, to) in [(pair[0].glyph, pair[1].glyph), (pair[1].glyph, pair[0].glyph)] {
                let mut moved = chosen.clone();
                moved.iter_mut().filter(|end| **end == from).for_each(|end| *end = to);
                moved.dedup();
                let Some(moved_cost) = demerits(&shaped, measure, &fill, &moved) else { continue };
                prop_assert!(is_no_dearer(cost, moved_cost), "{cost:?}: {chosen:?}, {moved_cost:?}: {moved:?}");
            }
        }
    }

    #[test]
    fn what_belongs_together_is_never_parted_where_a_line_holds_it(
        shaped in paragraphs(), fill in fills(), measure in 9i64..45,
    ) {
        let ends = ends(&lines(&shaped, measure * EM, &fill));
        let words = shaped.breaks.iter().filter(|found| found.kind != BreakKind::Within).map(|found| found.glyph);
        let mut start = 0;
        for end in words.chain([shaped.glyphs.len() as u32]) {
            let fits = natural(&shaped.glyphs[start as usize..end as usize]) <= measure * EM;
            let parted = ends.iter().any(|at| start < *at && *at < end);
            prop_assert!(!(fits && parted), "{start} to {end} in {ends:?}");
            start = end;
        }
    }

    #[test]
    fn letters_set_closer_never_take_more(
        shaped in paragraphs(), fill in fills(), measure in 9 * EM..45 * EM, closer in 0..=60i64,
    ) {
        let closer = Fill { letter_base: fill.letter_base.max(closer * 1000).min(fill.letter_shrink_limit), ..fill };
        let (taken, set) = (cost(&shaped, measure, &fill), cost(&shaped, measure, &closer));
        prop_assert!(grave(set) <= grave(taken), "{set:?}, {taken:?} when set wider apart");
    }

    #[test]
    fn a_text_that_fits_a_line_takes_one_at_every_wider_measure(
        shaped in paragraphs(), fill in fills(), wider in 0..9 * EM,
    ) {
        let measure = natural(&shaped.glyphs).max(9 * EM) + wider;
        prop_assert_eq!(lines(&shaped, measure, &fill).len(), paragraphs_of(&shaped));
    }
}

// Setters without this law break it in one of thousands of texts.
proptest! {
    #![proptest_config(seeded(15_000))]

    /// What is kept together is parted before a line is saved; so the law is of both, and of lines alone where nothing is ever parted.
    #[test]
    fn a_wider_measure_never_takes_more(
        shaped in paragraphs(), fill in fills(), narrow in 9 * EM..45 * EM, wider in prop_oneof![0..EM, 0..9 * EM],
    ) {
        let (taken, set) = (cost(&shaped, narrow, &fill), cost(&shaped, narrow + wider, &fill));
        prop_assert!(grave(set) <= grave(taken), "{set:?}, {taken:?} in the narrow");
        prop_assert!(set.cuts < taken.cuts || set.lines <= taken.lines);
    }
}
