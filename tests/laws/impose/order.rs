//! Every page once, in an order that reads right when the sheets are folded and bound.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use crate::laws::support::seeded;
use crate::print::impose::plan::{Sheet, plan};
use crate::print::impose::{Arrangement, Layout};
use proptest::prelude::*;

fn layouts() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::OneUp), Just(Layout::TwoUp), Just(Layout::FourUp), Just(Layout::Booklet)]
}

fn cases() -> impl Strategy<Value = (usize, BTreeSet<usize>, Arrangement)> {
    let signature = prop::option::of((1..12usize).prop_map(|sheets| NonZeroUsize::new(sheets).expect("at least one")));
    let arrangement = (layouts(), signature, any::<bool>());
    (1..200usize, prop::collection::btree_set(0..200usize, 0..9), arrangement).prop_map(
        |(pages, beginnings, (layout, signature, cover))| (pages, beginnings, Arrangement { layout, signature, cover }),
    )
}

/// Stacks of sheets that are folded together: a new one begins where nothing lies around a sheet.
fn stacks(sheets: &[Sheet], arrangement: Arrangement) -> Vec<&[Sheet]> {
    let around = usize::from(arrangement.cover);
    let mut stacks: Vec<&[Sheet]> = Vec::new();
    let mut rest = sheets;
    while !rest.is_empty() {
        let next = rest.iter().skip(1).position(|sheet| sheet.depth <= around);
        // The cover lies around the first booklet only to be bound with all of them.
        let (stack, others) = rest.split_at(next.map_or(rest.len(), |at| at + 1));
        stacks.push(stack);
        rest = others;
    }
    stacks
}

/// Folds a stack, the first sheet outermost, and turns its leaves: each sheet makes a leaf before the fold and one after it.
fn fold(stack: &[Sheet]) -> Vec<Option<usize>> {
    let [left, right] = [0, 1];
    let before = stack.iter().flat_map(|Sheet { sides: [front, back], .. }| [front.0[right], back.0[left]]);
    let after = stack.iter().rev().flat_map(|Sheet { sides: [front, back], .. }| [back.0[right], front.0[left]]);
    before.chain(after).collect()
}

/// The pages as someone reads them, blank ones among them.
fn read(sheets: &[Sheet], arrangement: Arrangement) -> Vec<Option<usize>> {
    if arrangement.layout != Layout::Booklet {
        return sheets.iter().flat_map(|sheet| sheet.sides.iter()).flat_map(|side| side.0.clone()).collect();
    }
    if arrangement.cover {
        let (cover, body) = sheets.split_first().expect("a cover");
        let cover = fold(std::slice::from_ref(cover));
        let body = stacks(body, arrangement).into_iter().flat_map(fold);
        return cover[..2].iter().copied().chain(body).chain(cover[2..].iter().copied()).collect();
    }
    stacks(sheets, arrangement).into_iter().flat_map(fold).collect()
}

proptest! {
    #![proptest_config(seeded(2_000))]

    #[test]
    fn a_reader_meets_every_page_once_and_in_order((pages, beginnings, arrangement) in cases()) {
        let sheets = plan(pages, &beginnings, arrangement);
        let met: Vec<usize> = read(&sheets, arrangement).into_iter().flatten().collect();
        prop_assert_eq!(met, (0..pages).collect::<Vec<_>>());
    }

    #[test]
    fn chapters_begin_on_a_right_hand_page((pages, beginnings, arrangement) in cases()) {
        let read = read(&plan(pages, &beginnings, arrangement), arrangement);
        let every = match arrangement.layout {
            Layout::OneUp | Layout::Booklet => 2,
            Layout::TwoUp => 4,
            Layout::FourUp => 8,
        };
        // A cover's sheet of one page a side counts as two pages, whatever the others count.
        let before = if arrangement.cover { 2 } else { 0 };
        for (place, page) in read.iter().enumerate() {
            let Some(page) = page else { continue };
            let is_cover = arrangement.cover && (*page == 0 || *page == pages - 1);
            if beginnings.contains(page) && !is_cover {
                prop_assert_eq!((place - before) % every, 0, "page {} at place {}", page, place);
            }
        }
    }

    #[test]
    fn no_paper_is_wasted((pages, _, arrangement) in cases()) {
        let sheets = plan(pages, &BTreeSet::new(), arrangement).len();
        let a_sheet = 2 * arrangement.layout.pages_a_side();
        let covers = match (arrangement.cover, arrangement.layout) {
            (false, _) => (0, 0),
            (true, Layout::Booklet) => (1, pages.min(2)),
            (true, _) => (pages.min(2), pages.min(2)),
        };
        prop_assert_eq!(sheets, covers.0 + (pages - covers.1).div_ceil(a_sheet));
    }

    #[test]
    fn booklets_are_of_nearly_the_same_thickness(pages in 1..400usize, most in 1..12usize) {
        let signature = NonZeroUsize::new(most);
        let arrangement = Arrangement { layout: Layout::Booklet, signature, cover: false };
        let sheets = plan(pages, &BTreeSet::new(), arrangement);
        let sizes: Vec<usize> = stacks(&sheets, arrangement).into_iter().map(<[Sheet]>::len).collect();
        let (least, largest) = (*sizes.iter().min().expect("one"), *sizes.iter().max().expect("one"));
        prop_assert!(largest <= most && largest - least <= 1, "{:?}", sizes);
    }
}

#[test]
fn forty_pages_make_a_booklet_of_ten_sheets() {
    let arrangement = Arrangement { layout: Layout::Booklet, signature: None, cover: false };
    let sheets = plan(40, &BTreeSet::new(), arrangement);
    assert_eq!(sheets.len(), 10);
    assert_eq!(sheets[0].sides[0].0, [Some(39), Some(0)]);
    assert_eq!(sheets[0].sides[1].0, [Some(1), Some(38)]);
    assert_eq!(sheets[9].sides[1].0, [Some(19), Some(20)]);
}

#[test]
fn nothing_makes_no_sheets() {
    for cover in [false, true] {
        for layout in [Layout::OneUp, Layout::TwoUp, Layout::FourUp, Layout::Booklet] {
            let arrangement = Arrangement { layout, signature: None, cover };
            assert!(plan(0, &BTreeSet::new(), arrangement).is_empty(), "{layout:?} {cover}");
        }
    }
}
