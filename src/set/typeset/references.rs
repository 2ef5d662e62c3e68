//! References to pages: chapters whose references have room for more or fewer digits than the numbers turn out to have are set once more.

use std::sync::Arc;

use super::compose::digits;
use crate::set::chapter::{Numbering, PageDigits};
use crate::set::layout::LeafKind;

use super::Set;

/// Rounds in which rooms may shrink as well as grow. Later they only grow, so that it ends: no number has more than ten digits.
const FREE_ROUNDS: usize = 2;

/// Sets chapters anew until every reference has room for its page's number; one round is nearly always enough.
pub(super) fn settle(all: &mut [Option<Arc<Set>>], set: impl Fn(usize, &PageDigits) -> Arc<Set>) {
    if all.iter().flatten().all(|set| set.chapter.page_slots.is_empty()) {
        return;
    }
    let mut known = PageDigits::new();
    for round in 0.. {
        for (anchor, found) in page_digits(all) {
            let room = known.entry(anchor).or_insert(found);
            *room = if round < FREE_ROUNDS { found } else { found.max(*room) };
        }
        let is_wrong = |set: &Set| {
            set.chapter.page_slots.iter().any(|(anchor, room)| known.get(anchor).is_some_and(|digits| digits != room))
        };
        let wrong: Vec<usize> = all
            .iter()
            .enumerate()
            .filter(|(_, slot)| slot.as_ref().is_some_and(|set| is_wrong(set)))
            .map(|(index, _)| index)
            .collect();
        if wrong.is_empty() {
            return;
        }
        for index in wrong {
            all[index] = Some(set(index, &known));
        }
    }
}

/// The digits of the page that each place stands on, as things are.
fn page_digits(all: &[Option<Arc<Set>>]) -> PageDigits {
    let mut found = PageDigits::new();
    let mut number = 0;
    for set in all.iter().flatten().filter(|set| set.chapter.numbering == Numbering::Numbered) {
        for page in &set.pages {
            number += 1;
            for leaf in &page.frame.leaves {
                if let LeafKind::Anchor(anchor) = leaf.kind {
                    found.entry(anchor).or_insert(digits(number));
                }
            }
        }
    }
    found
}
