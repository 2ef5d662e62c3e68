//! Paragraphs whose glyphs are all one em wide: text as the layout sees it, without a font.

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::source::{FileId, Span};
use crate::set::layout::{Color, Elastic, ParagraphStyle};
use crate::set::text::{Break, BreakKind, Class, Fill, Glyph, Mode, Shaped};
use proptest::collection::vec;
use proptest::prelude::*;

/// A paragraph: the letters of each word, and whether a forced break follows it.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub words: Vec<(u8, bool)>,
    pub size: u8,
    pub leading: u8,
    pub align: u8,
    pub justify: bool,
}

const EM: i32 = 1_000_000;

/// Paragraphs of fewer than so many words.
pub(crate) fn words(most: usize) -> impl Strategy<Value = Words> {
    (vec((1..6u8, prop::bool::weighted(0.1)), 0..most), 8..14u8, 10..18u8, 0..3u8, any::<bool>())
        .prop_map(|(words, size, leading, align, justify)| Words { words, size, leading, align, justify })
}

/// Short paragraphs, as in signs and cells.
pub(crate) fn label() -> impl Strategy<Value = Words> {
    words(3)
}

impl Words {
    /// A paragraph of so many words of one letter, each on a line of its own.
    pub(crate) fn lines(count: usize) -> Words {
        Words { words: vec![(1, true); count], size: 10, leading: 10, align: 0, justify: false }
    }

    pub(crate) fn shaped(&self) -> Shaped {
        let mut shaped = Shaped::default();
        for (index, &(letters, forced)) in self.words.iter().enumerate() {
            let push = |shaped: &mut Shaped, letter: char, advance| {
                let start = shaped.text.len() as u32;
                shaped.text.push(letter);
                shaped.glyphs.push(Glyph { id: 1, start, advance, x: 0, y: 0, class: Class::of(letter) });
            };
            for _ in 0..letters {
                push(&mut shaped, '가', EM);
            }
            if index + 1 < self.words.len() {
                push(&mut shaped, ' ', if forced { 0 } else { EM / 4 });
                let kind = if forced { BreakKind::Forced } else { BreakKind::Word };
                shaped.breaks.push(Break { glyph: shaped.glyphs.len() as u32, kind });
            }
        }
        shaped
    }

    pub(crate) fn style(&self) -> ParagraphStyle {
        let em = i64::from(EM);
        ParagraphStyle {
            size: Len::pt(i64::from(self.size)),
            leading: Ratio::thousandths(i64::from(self.leading) * 100),
            color: Color { rgb: [0; 3] },
            accent: [Color { rgb: [0; 3] }; 3],
            align: align(self.align),
            fill: Fill {
                mode: if self.justify { Mode::Justified } else { Mode::Ragged },
                blank_stretch: em / 6,
                blank_limit: em / 6 * 4,
                blank_shrink: em / 14,
                letter_stretch: em / 33,
                letter_shrink: em / 33,
                letter_shrink_limit: em / 16,
                runt: 2,
                evenness: em,
                ..Fill::NATURAL
            },
            orphans: 2,
            elastic: [Elastic::SizeAndLeading, Elastic::Size, Elastic::Nothing][usize::from(self.size % 3)],
            spec: Span { file: FileId(0), start: 0, end: 0 },
        }
    }
}

pub(crate) fn align(number: u8) -> Align {
    [Align::Left, Align::Center, Align::Right][usize::from(number % 3)]
}
