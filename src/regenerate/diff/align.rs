//! What of two lists belongs together: what stands in both in the same order, what is alike, what was moved.

use std::collections::HashMap;
use std::hash::Hash;

/// The most pairs that are looked at one by one; longer lists are first parted at what stands in each of them once.
const AREA: usize = 4_000_000;
/// How often longer lists are parted before what remains is taken for replaced.
const DEPTH: usize = 32;
/// What two texts have in common at least, in hundredths, to be one text that was changed.
pub(super) const ALIKE: usize = 50;

/// The longest list that stands in both, in order, as pairs of places. What both begin and end with always belongs to it.
pub(super) fn align<K: Eq + Hash>(old: &[K], new: &[K]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    common(old, new, (0, 0), DEPTH, &mut pairs);
    pairs
}

fn common<K: Eq + Hash>(old: &[K], new: &[K], at: (usize, usize), depth: usize, pairs: &mut Vec<(usize, usize)>) {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    pairs.extend((0..head).map(|index| (at.0 + index, at.1 + index)));
    let (old, new, at) = (&old[head..], &new[head..], (at.0 + head, at.1 + head));
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (inner_old, inner_new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    if inner_old.len().saturating_mul(inner_new.len()) <= AREA {
        longest(inner_old, inner_new, at, pairs);
    } else if depth > 0 {
        between(inner_old, inner_new, at, depth - 1, pairs);
    }
    let ends = (at.0 + inner_old.len(), at.1 + inner_new.len());
    pairs.extend((0..tail).map(|index| (ends.0 + index, ends.1 + index)));
}

/// The longest common list by the table of all pairs.
fn longest<K: Eq>(old: &[K], new: &[K], at: (usize, usize), pairs: &mut Vec<(usize, usize)>) {
    let width = new.len() + 1;
    let mut table = vec![0u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            table[i * width + j] = match old[i] == new[j] {
                true => table[(i + 1) * width + j + 1] + 1,
                false => table[(i + 1) * width + j].max(table[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((at.0 + i, at.1 + j));
            (i, j) = (i + 1, j + 1);
        } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
}

/// Parts long lists at what each has once, as far as it stands in the same order.
fn between<K: Eq + Hash>(old: &[K], new: &[K], at: (usize, usize), depth: usize, pairs: &mut Vec<(usize, usize)>) {
    let (old_once, new_once) = (once(old), once(new));
    let mut shared: Vec<(usize, usize)> =
        old_once.iter().filter_map(|(key, &i)| Some((i, *new_once.get(key)?))).collect();
    shared.sort_unstable();
    let places: Vec<usize> = shared.iter().map(|&(_, j)| j).collect();
    let anchors: Vec<(usize, usize)> = ascending(&places).into_iter().map(|index| shared[index]).collect();
    if anchors.is_empty() {
        return;
    }
    let (mut i, mut j) = (0, 0);
    for (to_i, to_j) in anchors.into_iter().chain([(old.len(), new.len())]) {
        common(&old[i..to_i], &new[j..to_j], (at.0 + i, at.1 + j), depth, pairs);
        if to_i < old.len() {
            pairs.push((at.0 + to_i, at.1 + to_j));
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
}

fn once<K: Eq + Hash>(list: &[K]) -> HashMap<&K, usize> {
    let mut places: HashMap<&K, Option<usize>> = HashMap::new();
    for (index, key) in list.iter().enumerate() {
        places.entry(key).and_modify(|place| *place = None).or_insert(Some(index));
    }
    places.into_iter().filter_map(|(key, place)| Some((key, place?))).collect()
}

/// The places of a longest ascending list within a list: what keeps its order when the rest is moved.
pub(super) fn ascending(list: &[usize]) -> Vec<usize> {
    // For each length, the place whose value ends such a list lowest; and what came before each place.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; list.len()];
    for (place, value) in list.iter().enumerate() {
        let length = ends.partition_point(|&end| list[end] < *value);
        before[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        ends.truncate(ends.len().max(length));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut found: Vec<usize> = std::iter::successors(ends.last().copied(), |&place| before[place]).collect();
    found.reverse();
    found
}

/// What two texts have in common, in hundredths of both: pairs of neighbouring letters, blanks apart.
pub(super) fn likeness(old: &str, new: &str) -> usize {
    let pairs = |text: &str| {
        let letters: Vec<char> = text.chars().filter(|letter| !letter.is_whitespace()).collect();
        let mut pairs: Vec<(char, char)> = letters.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        pairs
    };
    let (old, new) = (pairs(old), pairs(new));
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < old.len() && j < new.len() {
        match old[i].cmp(&new[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, shared) = (i + 1, j + 1, shared + 1),
        }
    }
    200 * shared / (old.len() + new.len()).max(1)
}

/// What was replaced where `aligned` pairs leave gaps in two lists: pairs of what is alike, in order; one that stands alone for one, or as many for
/// as many without another hint, are taken for changed.
pub(super) fn replaced(aligned: &[(usize, usize)], old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(to_i, to_j) in aligned.iter().chain([&(old.len(), new.len())]) {
        let (gone, come) = (&old[i..to_i], &new[j..to_j]);
        if gone.len() == come.len() {
            pairs.extend((0..gone.len()).map(|index| (i + index, j + index)));
        } else if gone.len().saturating_mul(come.len()) <= 10_000 {
            pairs.extend(alike(gone, come).into_iter().map(|(a, b)| (i + a, j + b)));
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    pairs
}

/// The pairs in order that have most in common together.
fn alike(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    let mut best = vec![0; (old.len() + 1) * width];
    let mut like = vec![0; old.len() * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            like[i * width + j] = Some(likeness(&old[i], &new[j])).filter(|&likeness| likeness >= ALIKE).unwrap_or(0);
            let paired = best[(i + 1) * width + j + 1] + like[i * width + j];
            best[i * width + j] = paired.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        if like[i * width + j] > 0 && here == best[(i + 1) * width + j + 1] + like[i * width + j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_place_leaves_the_others_paired() {
        for (old, new, pairs) in [
            ("abc", "axc", vec![(0, 0), (2, 2)]),
            ("aa", "ab", vec![(0, 0)]),
            ("abcd", "bcda", vec![(1, 0), (2, 1), (3, 2)]),
            ("", "a", vec![]),
        ] {
            let [old, new] = [old, new].map(|text| text.chars().collect::<Vec<_>>());
            assert_eq!(align(&old, &new), pairs, "{old:?} {new:?}");
        }
    }

    #[test]
    fn long_lists_are_parted_at_what_each_has_once() {
        let old: Vec<usize> = (0..5_000).flat_map(|n| [n, 1_000_000]).collect();
        let mut new = old.clone();
        new.remove(5_000);
        new.insert(20, 7_777_777);
        new[8_000] = 3_333_333;
        let pairs = align(&old, &new);
        assert!(pairs.len() >= old.len() - 2, "{}", pairs.len());
        assert!(pairs.iter().all(|&(i, j)| old[i] == new[j]));
        assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
    }

    #[test]
    fn the_longest_ascending_list_is_what_stays() {
        assert_eq!(ascending(&[3, 0, 1, 2]), [1, 2, 3]);
        assert_eq!(ascending(&[2, 1, 0]).len(), 1);
        assert!(ascending(&[]).is_empty());
    }
}
