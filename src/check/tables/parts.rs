//! Which columns or rows a total is the sum of, told by their labels.

use crate::check::read::grid::{Label, Track};
use crate::check::read::words::{Total, is_aside};

/// A total, and what adds up to it.
pub(super) struct Sum {
    /// The total, by its place among the tracks.
    pub total: usize,
    /// Its parts in order: groups of tracks, of which each is a group with a head of its own or a single track.
    pub groups: Vec<Vec<usize>>,
    /// Whether the groups each divide the whole anew: 성별, 연령별.
    pub each: bool,
}

/// The sums among columns or rows.
pub(super) fn sums(tracks: &[Track], carries_figures: &[bool]) -> Vec<Sum> {
    let is_part = |index: usize| carries_figures[index] && !tracks[index].is(is_aside);
    let mut sums = Vec::new();
    for (total, track) in tracks.iter().enumerate() {
        // A track may be a total at two levels: `총계 소계`.
        let levels = track.path.iter().enumerate().filter_map(|(level, label)| Some((level, label.total?)));
        for (level, rank) in levels {
            let beside = beside(tracks, total, level, rank);
            let groups = groups(tracks, &beside, total, level, &is_part);
            let parts: usize = groups.iter().map(Vec::len).sum();
            let anew = |group: &Vec<usize>| group.len() > 1 && tracks[group[0]].path[level].word.ends_with('별');
            let each = !groups.is_empty() && groups.iter().all(anew);
            if parts > 1 {
                sums.push(Sum { total, groups, each });
            }
        }
    }
    sums
}

/// The tracks that stand beside a total under the same head, as far as the next total that takes in as much. Totals at the beginning take in
/// what follows, others what stands before.
fn beside(tracks: &[Track], total: usize, level: usize, rank: Total) -> Vec<usize> {
    let own = &tracks[total].path;
    let alike = |index: &usize| {
        let path = &tracks[*index].path;
        path.len() > level && path[..level].iter().zip(own).all(|(a, b)| a.owner == b.owner)
    };
    let family: Vec<usize> = (0..tracks.len()).filter(alike).collect();
    let ends = |index: &usize| {
        let label = &tracks[*index].path[level];
        label.total.is_some_and(|other| other >= rank) && label.owner != own[level].owner
    };
    let place = family.iter().position(|index| *index == total).unwrap_or(0);
    let leads = family.first().is_some_and(|first| tracks[*first].path[level].total.is_some());
    match leads {
        true => family[place..].iter().copied().take_while(|index| !ends(index)).collect(),
        false => {
            let mut back: Vec<usize> = family[..place].iter().rev().copied().take_while(|index| !ends(index)).collect();
            back.reverse();
            back
        }
    }
}

/// The parts among these tracks, in groups of one head at the total's level.
fn groups(
    tracks: &[Track],
    beside: &[usize],
    total: usize,
    level: usize,
    is_part: &dyn Fn(usize) -> bool,
) -> Vec<Vec<usize>> {
    let suffix = words(&tracks[total].path[level + 1..]);
    let mut groups: Vec<((usize, usize), Vec<usize>)> = Vec::new();
    for &index in beside.iter().filter(|index| is_part(**index)) {
        let label = &tracks[index].path[level];
        let below = &tracks[index].path[level + 1..];
        // A total with a label below it adds up what has the same: 대수 to 대수, 정원 to 정원.
        if label.total.is_some() || (!suffix.is_empty() && words(below) != suffix) {
            continue;
        }
        match groups.last_mut().filter(|(owner, _)| *owner == label.owner) {
            Some((_, group)) => group.push(index),
            None => groups.push((label.owner, vec![index])),
        }
    }
    let whole = |group: Vec<usize>| {
        // A group with a total of its own counts by that.
        let own = group
            .iter()
            .copied()
            .find(|index| tracks[*index].path[level + 1..].iter().any(|label| label.total.is_some()));
        own.filter(|_| suffix.is_empty()).map_or(group, |own| vec![own])
    };
    groups.into_iter().map(|(_, group)| whole(group)).collect()
}

fn words(path: &[Label]) -> Vec<&str> {
    path.iter().map(|label| label.word.as_str()).collect()
}
