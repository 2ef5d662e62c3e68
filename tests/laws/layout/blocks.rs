//! The laws of layout, over random blocks of every kind.

use std::cmp::Ordering;

use crate::laws::support::seeded;
use crate::model::len::Len;
use crate::set::layout::{Area, Frame, LeafKind, Owner, Placed, WarningKind, place};
use proptest::prelude::*;

use super::content::{content, most_parts, printed};
use super::grid::table;
use super::run::{Case, Part, case, order};
use super::tree::tree;

/// As many trees as tables, each in other pages.
fn any_block() -> impl Strategy<Value = Case> {
    case(prop_oneof![tree(), table(tree())])
}

proptest! {
    #![proptest_config(seeded(550))]

    #[test]
    fn a_fresh_page_always_takes_something(case in any_block()) {
        for part in case.parts(&case.block()) {
            prop_assert!(!part.area.fresh || part.frame().is_some(), "deferred from {:?}", part.from);
        }
    }

    #[test]
    fn the_cursor_advances_to_an_end(case in any_block()) {
        let block = case.block();
        let parts = case.parts(&block);
        for part in &parts {
            if let Placed::Split { rest, .. } = &part.placed {
                prop_assert_eq!(order(&part.from, rest), Some(Ordering::Less), "{:?} -> {:?}", part.from, rest);
            }
        }
        prop_assert!(parts.len() <= most_parts(&block) + 1, "{} parts", parts.len());
        let done = matches!(parts.last(), Some(Part { placed: Placed::Done(_), .. }));
        prop_assert!(done, "the last part isn't the end");
    }

    #[test]
    fn what_is_higher_than_its_page_says_so(case in any_block()) {
        for part in case.parts(&case.block()) {
            let Some(frame) = part.frame() else { continue };
            let said = frame.warnings.iter().any(|warning| warning.kind == WarningKind::TooHigh);
            prop_assert!(frame.height <= part.area.height || said, "{} in {}", frame.height, part.area.height);
        }
    }

    #[test]
    fn a_page_that_holds_something_is_never_overfilled(case in any_block(), left in 0..200u16) {
        let block = case.block();
        for part in case.parts(&block) {
            let area = Area { height: Len::pt(i64::from(left)), fresh: false, ..part.area };
            if let Placed::Done(frame) | Placed::Split { frame, .. } = place(&block, &case.cx(), &part.from, area) {
                prop_assert!(frame.height <= area.height, "{} in {} from {:?}", frame.height, area.height, part.from);
            }
        }
    }

    #[test]
    fn all_parts_together_say_what_the_unbroken_block_says(case in any_block()) {
        let block = case.block();
        prop_assert_eq!(content(&case.frames(&block)), content(&case.unbroken(&block)));
    }

    #[test]
    fn every_element_is_printed_and_no_other(case in any_block()) {
        let block = case.block();
        let mut expected = Vec::new();
        printed(&block, &mut expected);
        let (owned, _) = content(&case.unbroken(&block));
        expected.sort_unstable();
        prop_assert_eq!(owned.into_keys().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn rules_and_grounds_are_nobodys(case in any_block()) {
        for leaf in case.frames(&case.block()).iter().flat_map(|frame| &frame.leaves) {
            let filled = matches!(leaf.kind, LeafKind::Fill { .. });
            prop_assert!(!filled || leaf.owner == Owner::Artifact, "{:?}", leaf);
        }
    }

    #[test]
    fn the_same_arguments_give_the_same_result(case in any_block()) {
        let block = case.block();
        for part in case.parts(&block) {
            prop_assert_eq!(&part.placed, &place(&block.clone(), &case.cx(), &part.from, part.area));
        }
    }

    #[test]
    fn all_parts_have_the_width_of_their_area(case in any_block()) {
        for frame in case.frames(&case.block()) {
            prop_assert_eq!(frame.width, case.width());
        }
    }

    #[test]
    fn every_warning_of_a_block_that_has_a_place_has_one(case in any_block()) {
        let block = case.block();
        for warning in case.frames(&block).iter().flat_map(|frame| &frame.warnings) {
            prop_assert!(warning.span.is_some() || block.span().is_none(), "{:?}", warning);
        }
    }

    #[test]
    fn leaves_stand_within_the_height_of_their_frame(case in any_block()) {
        for frame in case.frames(&case.block()) {
            if let Some((top, bottom)) = outside(&frame) {
                prop_assert!(false, "{top} to {bottom} in {}", frame.height);
            }
        }
    }

    #[test]
    fn a_page_without_end_takes_all_of_a_block_and_leaves_it_its_height(case in any_block()) {
        let frames = case.unbroken(&case.block());
        prop_assert_eq!(frames.len(), 1);
        prop_assert!(frames[0].height < Len::pt(1_000_000), "{}", frames[0].height);
    }
}

/// Top and bottom of a leaf that stands above or below its frame; a rule may lie half its thickness beyond a row's edge.
fn outside(frame: &Frame) -> Option<(Len, Len)> {
    const HALF_A_RULE: Len = Len::milli(500);
    let extents = frame.leaves.iter().map(|leaf| match &leaf.kind {
        LeafKind::Fill { height, .. } | LeafKind::Picture { height, .. } | LeafKind::Link { height, .. } => {
            (leaf.y, leaf.y + *height)
        }
        LeafKind::Path(path) => (leaf.y, leaf.y + path.bounds().height),
        LeafKind::Text { .. } | LeafKind::PageNumber { .. } | LeafKind::Anchor(_) => (leaf.y, leaf.y),
    });
    extents.into_iter().find(|(top, bottom)| *top < -HALF_A_RULE || *bottom > frame.height + HALF_A_RULE)
}
