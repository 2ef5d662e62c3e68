//! The laws of line breaking, over random paragraphs in random measures.

use bogoseo::text::{Break, BreakKind, Class, Fill, Glyph, Line, Mode, Shaped, lines};
use proptest::prelude::*;

const EM: i64 = 1_000_000;
const KOREAN: Fill = Fill {
    mode: Mode::Justified,
    blank_stretch: EM * 16 / 100,
    blank_limit: EM * 16 / 100 * 4,
    blank_shrink: EM * 7 / 100,
    letter_stretch: EM * 3 / 100,
    letter_shrink: EM * 3 / 100,
    letter_shrink_limit: EM * 6 / 100,
    ..Fill::NATURAL
};

/// A paragraph of words of so many syllables; a word may end in a forced break.
fn paragraph(words: &[(usize, bool)]) -> Shaped {
    let mut shaped = Shaped::default();
    for (index, &(syllables, forced)) in words.iter().enumerate() {
        let mut push = |character: char, advance: i64| {
            let start = shaped.text.len() as u32;
            shaped.text.push(character);
            let (advance, class) = (advance as i32, Class::of(character));
            shaped.glyphs.push(Glyph { id: 1, start, advance, x: 0, y: 0, class });
        };
        (0..syllables).for_each(|_| push('가', EM));
        if index + 1 < words.len() {
            push(' ', EM / 4);
            let kind = if forced { BreakKind::Forced } else { BreakKind::Word };
            shaped.breaks.push(Break { glyph: shaped.glyphs.len() as u32, kind });
        }
    }
    shaped
}

fn paragraphs() -> impl Strategy<Value = Shaped> {
    let word = (1usize..9, prop::bool::weighted(0.05));
    prop::collection::vec(word, 1..60).prop_map(|words| paragraph(&words))
}

fn fills() -> impl Strategy<Value = Fill> {
    prop_oneof![Just(KOREAN), Just(Fill { mode: Mode::Ragged, ..KOREAN }), Just(Fill::NATURAL)]
}

/// Where first-fit breaking, word by word at natural width, would end its lines: how many there are.
fn greedy(shaped: &Shaped, measure: i64) -> usize {
    let mut count = 1;
    let mut used = 0;
    let mut from = 0;
    let ends = shaped.breaks.iter().map(|found| (found.glyph as usize, found.kind == BreakKind::Forced));
    for (end, forced) in ends.chain([(shaped.glyphs.len(), false)]) {
        let word = &shaped.glyphs[from..end];
        let visible: i64 =
            word.iter().filter(|glyph| glyph.class != Class::Blank).map(|glyph| i64::from(glyph.advance)).sum();
        if used > 0 && used + visible > measure {
            count += 1;
            used = 0;
        }
        used += word.iter().map(|glyph| i64::from(glyph.advance)).sum::<i64>();
        if forced {
            count += 1;
            used = 0;
        }
        from = end;
    }
    count
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

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
        for line in lines(&shaped, measure * EM, &fill) {
            let letter = i64::from(line.letter_extra);
            prop_assert!(-fill.letter_shrink_limit <= letter && letter <= fill.letter_stretch, "{line:?}");
            prop_assert!(i64::from(line.blank_extra) >= -fill.blank_shrink, "{line:?}");
        }
    }

    #[test]
    fn words_that_fit_a_line_are_never_cut(shaped in paragraphs(), fill in fills(), measure in 9i64..45) {
        let ends: Vec<u32> = shaped.breaks.iter().map(|found| found.glyph).collect();
        let set = lines(&shaped, measure * EM, &fill);
        for line in &set[..set.len() - 1] {
            prop_assert!(ends.contains(&line.glyphs.end), "{line:?}");
        }
    }

    #[test]
    fn forced_breaks_are_kept(shaped in paragraphs(), fill in fills(), measure in 9i64..45) {
        let ends: Vec<u32> = lines(&shaped, measure * EM, &fill).iter().map(|line| line.glyphs.end).collect();
        for found in shaped.breaks.iter().filter(|found| found.kind == BreakKind::Forced) {
            prop_assert!(ends.contains(&found.glyph));
        }
    }

    #[test]
    fn a_paragraph_takes_at_most_a_line_more_than_first_fit(shaped in paragraphs(), measure in 9i64..45) {
        let paragraphs = 1 + shaped.breaks.iter().filter(|found| found.kind == BreakKind::Forced).count();
        let set = lines(&shaped, measure * EM, &KOREAN).len();
        prop_assert!(set <= greedy(&shaped, measure * EM) + paragraphs, "{set} lines");
    }
}
