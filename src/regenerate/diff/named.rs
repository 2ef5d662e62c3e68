//! Things with names — parts, departments, sections — found again: by their names, else by what they hold.

use std::collections::HashMap;

use super::align::{ALIKE, ascending, likeness};

/// A thing that can be found again.
pub(super) struct Named {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub holds: String,
}

/// What became of the things of a list.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// What stands in both, in the order of the new list, and whether it was moved among them.
    pub pairs: Vec<(usize, usize, bool)>,
    /// What is gone, in order.
    pub gone: Vec<usize>,
    /// What is new, in order.
    pub come: Vec<usize>,
}

/// Finds the things of a list again in another.
pub(super) fn find(old: &[Named], new: &[Named]) -> Found {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, thing) in old.iter().enumerate().rev() {
        places.entry(&thing.name).or_default().push(index);
    }
    let mut partner: Vec<Option<usize>> = new.iter().map(|thing| places.get_mut(thing.name.as_str())?.pop()).collect();
    let mut left: Vec<usize> = (0..old.len()).filter(|index| !partner.contains(&Some(*index))).collect();
    let mut alike: Vec<(usize, usize, usize)> = Vec::new();
    for (j, thing) in new.iter().enumerate().filter(|(j, _)| partner[*j].is_none()) {
        alike.extend(left.iter().map(|&i| (same(&old[i], thing), i, j)));
    }
    // The most alike first; of equals, those that stand nearest to each other.
    alike.sort_by_key(|&(likeness, i, j)| (std::cmp::Reverse(likeness), i.abs_diff(j), i));
    for (likeness, i, j) in alike {
        if likeness >= ALIKE && partner[j].is_none() && left.contains(&i) {
            partner[j] = Some(i);
            left.retain(|&index| index != i);
        }
    }
    let pairs: Vec<(usize, usize)> = partner.iter().enumerate().filter_map(|(j, i)| Some(((*i)?, j))).collect();
    let order: Vec<usize> = pairs.iter().map(|&(i, _)| i).collect();
    let stays = ascending(&order);
    let pairs = pairs.iter().enumerate().map(|(at, &(i, j))| (i, j, stays.binary_search(&at).is_err())).collect();
    let come = (0..new.len()).filter(|&j| partner[j].is_none()).collect();
    Found { pairs, gone: left, come }
}

/// How alike two things are: what they hold tells most, their names what is left.
fn same(old: &Named, new: &Named) -> usize {
    match old.holds.is_empty() && new.holds.is_empty() {
        true => likeness(&old.name, &new.name),
        false => likeness(&old.holds, &new.holds).max(likeness(&old.name, &new.name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(things: &[(&str, &str)]) -> Vec<Named> {
        things.iter().map(|(name, holds)| Named { name: name.to_string(), holds: holds.to_string() }).collect()
    }

    #[test]
    fn things_are_found_by_name_then_by_what_they_hold() {
        let old = list(&[("총무과", "인사와 청사"), ("홍보과", "소식지와 영상"), ("전산과", "전산망 운영")]);
        let new = list(&[("디지털과", "전산망의 운영"), ("총무과", "다른 것"), ("미래과", "새로움")]);
        let found = find(&old, &new);
        assert_eq!(found.pairs.iter().map(|&(i, j, _)| (i, j)).collect::<Vec<_>>(), [(2, 0), (0, 1)]);
        assert_eq!(found.pairs.iter().filter(|(.., moved)| *moved).count(), 1);
        assert_eq!((found.gone, found.come), (vec![1], vec![2]));
    }

    #[test]
    fn things_of_one_name_are_found_in_order() {
        let list = list(&[("가", ""), ("가", ""), ("나", "")]);
        let pairs = vec![(0, 0, false), (1, 1, false), (2, 2, false)];
        assert_eq!(find(&list, &list), Found { pairs, ..Found::default() });
    }
}
