//! What tightening promises: a chapter set tighter takes no more pages.

use crate::laws::support::seeded;
use crate::model::len::{Len, Ratio};
use crate::set::layout::{Block, Context, Scale};
use crate::set::paginate::pages;
use proptest::collection::vec;
use proptest::prelude::*;

use super::build::build;
use super::tree::{Item, Tree};
use super::words::{Words, label, words};

/// A paragraph below others, kept with the next or not.
fn item(words: impl Strategy<Value = Words>, keep: bool) -> impl Strategy<Value = Item> {
    (0..20u8, words).prop_map(move |(gap, words)| Item { gap, spring: 0, keep, below: 0, tree: Tree::Text(words) })
}

fn stacked(item: impl Strategy<Value = Item>) -> impl Strategy<Value = Block> {
    vec(item, 1..24).prop_map(|items| build(&Tree::Stack(items)).0)
}

/// Two scales of one means, the tighter first: gaps, line spacing, type size or letter spacing.
fn scales() -> impl Strategy<Value = (Scale, Scale)> {
    (0..4u8, 500..=1000i64, 500..=1000i64).prop_map(|(means, one, other)| {
        let scale = |thousandths: i64| match means {
            0 => Scale { gaps: Ratio::thousandths(thousandths), ..Scale::default() },
            1 => Scale { leading: Ratio::thousandths(700 + thousandths * 3 / 10), ..Scale::default() },
            2 => Scale { letters: (1000 - thousandths) / 10 * 1000, ..Scale::default() },
            _ => Scale { size: Ratio::thousandths(700 + thousandths * 3 / 10), ..Scale::default() },
        };
        (scale(one.min(other)), scale(one.max(other)))
    })
}

fn count(block: &Block, scale: Scale, (width, height): (u16, u16)) -> usize {
    pages(block, &Context { scale }, Len::pt(width.into()), Len::pt(height.into())).len()
}

proptest! {
    #![proptest_config(seeded(1_000))]

    #[test]
    fn paragraphs_set_tighter_take_no_more_pages(
        block in stacked(item(words(40), false)), (tight, loose) in scales(), page in (60..400u16, 60..300u16),
    ) {
        prop_assert!(count(&block, tight, page) <= count(&block, loose, page));
    }

    /// On pages of ten lines or more. On lower ones, heads that no page holds with what follows are let go, and kept when set tighter.
    #[test]
    fn paragraphs_with_heads_set_tighter_take_no_more_pages(
        block in stacked(prop_oneof![item(label(), true), item(words(40), false)]),
        (tight, loose) in scales(),
        page in (100..400u16, 250..500u16),
    ) {
        prop_assert!(count(&block, tight, page) <= count(&block, loose, page));
    }
}
