//! What stacks promise of where pages end: what is kept with the next, what springs fill.

use crate::laws::support::seeded;
use proptest::collection::vec;
use proptest::prelude::*;

use super::flow::{Lines, children_on_pages, lines, on_pages};
use super::run::Case;
use super::tree::{Item, Tree};
use super::words::Words;

/// Lines of a page that holds most of what is kept together.
const HIGH_PAGE: std::ops::Range<u16> = 12..30;

proptest! {
    #![proptest_config(seeded(1000))]

    #[test]
    fn what_is_kept_with_the_next_never_stands_last(children in lines(), height in HIGH_PAGE) {
        let case = on_pages(&children, height);
        let pages = children_on_pages(&case, &case.block());
        for pair in pages.windows(2) {
            let (Some(&last), Some(&next)) = (pair[0].last(), pair[1].first()) else { continue };
            // Where the kept ones fill a page from its top to its foot, none of what follows can join them.
            let full = pair[0].len() == usize::from(height) && pair[0].iter().all(|on| children[*on].keep);
            prop_assert!(last == next || !children[last].keep || full, "{:?}", pages);
        }
    }

    #[test]
    fn no_line_stands_alone_where_a_page_holds_four(children in lines(), height in 4..30u16) {
        let children: Vec<_> = children.into_iter().map(|child| Lines { keep: false, ..child }).collect();
        let case = on_pages(&children, height);
        let pages = children_on_pages(&case, &case.block());
        for (index, child) in children.iter().enumerate().filter(|(_, child)| child.count > 1) {
            let alone = pages.iter().any(|page| page.iter().filter(|on| **on == index).count() == 1);
            prop_assert!(!alone, "a line of child {} of {} in {:?}", index, child.count, pages);
        }
    }

    #[test]
    fn springs_fill_the_page_of_a_stack_that_fits_it_and_no_other(
        springs in vec(0..4u8, 1..6),
        height in 20..200u16,
    ) {
        let item = |spring: &u8| {
            Item { gap: 0, spring: *spring, keep: false, below: 0, tree: Tree::Text(Words::lines(2)) }
        };
        let natural = 20 * springs.len() as i64;
        let springy = springs.iter().any(|spring| *spring > 0);
        let tree = Tree::Stack(springs.iter().map(item).collect());
        let case = Case { tree, width: 100, height, rest: None, scale: (1000, 1000, 1000) };
        let heights: Vec<_> = case.frames(&case.block()).iter().map(|frame| frame.height.as_milli()).collect();
        if natural > i64::from(height) || !springy {
            prop_assert_eq!(heights.iter().sum::<i64>(), natural * 1000);
        } else {
            prop_assert_eq!(heights, [i64::from(height) * 1000]);
        }
    }
}
