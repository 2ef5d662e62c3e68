//! What a total may be the sum of, told by labels and levels: the likeliest first.

use crate::check::read::grid::{Label, Track};
use crate::check::read::words::{Total, is_aside};

/// A total, and what may add up to it.
pub(super) struct Sum {
    /// The total, by its place among the tracks.
    pub total: usize,
    /// What its label says, without what stands around it: the name alone is the total's.
    pub plain: bool,
    /// What may be its parts, the likeliest first.
    pub ways: Vec<Parts>,
}

/// What may be the parts of a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// In order, in groups of tracks, of which each is a group with a head of its own or a single track.
    pub groups: Vec<Vec<usize>>,
    /// Whether the groups each divide the whole anew: 성별, 연령별.
    pub each: bool,
    /// Whether heads and labels say so by themselves.
    pub told: bool,
}

impl Parts {
    fn flat(tracks: Vec<usize>) -> Parts {
        Parts { groups: tracks.into_iter().map(|track| vec![track]).collect(), each: false, told: false }
    }

    /// All of them.
    pub(crate) fn all(&self) -> Vec<usize> {
        self.groups.concat()
    }
}

/// The sums among columns or rows.
pub(super) fn sums(tracks: &[Track], carries_figures: &[bool]) -> Vec<Sum> {
    let mut sums = Vec::new();
    for (total, track) in tracks.iter().enumerate().filter(|(total, _)| carries_figures[*total]) {
        // A track may be a total at two levels: `총계 소계`.
        let levels = track.path.iter().enumerate().filter_map(|(level, label)| Some((level, label.total?)));
        for (level, rank) in levels {
            let ways = Ways { tracks, carries_figures, total, level, rank }.all();
            let plain = track.path[level..].iter().all(|label| label.total.is_some() || label.word.is_empty());
            if !ways.is_empty() {
                sums.push(Sum { total, plain, ways });
            }
        }
    }
    sums
}

/// Where parts of a total are looked for.
struct Ways<'t> {
    tracks: &'t [Track],
    carries_figures: &'t [bool],
    total: usize,
    level: usize,
    rank: Total,
}

impl Ways<'_> {
    fn all(&self) -> Vec<Parts> {
        let (before, after) = self.around();
        let family = self.family();
        let leads = family.first().is_some_and(|first| self.tracks[*first].path[self.level].total.is_some());
        let sides = if leads { [after, before] } else { [before, after] };
        let mut ways: Vec<Parts> = Vec::new();
        let mut add = |way: Parts| {
            let known = ways.iter().any(|other| other.groups == way.groups);
            if way.groups.iter().map(Vec::len).sum::<usize>() > 1 && !known {
                ways.push(way);
            }
        };
        for side in &sides {
            let near = self.near(side);
            add(Parts { told: true, ..self.grouped(&near, true) });
            add(self.highest(&near));
            add(self.grouped(&near, false));
            add(self.totals(side));
            add(self.highest(side));
        }
        add(self.grouped(&sides.concat(), true));
        ways
    }

    /// The tracks under the same head as the total.
    fn family(&self) -> Vec<usize> {
        let own = &self.tracks[self.total].path;
        let alike = |index: &usize| {
            let path = &self.tracks[*index].path;
            path.len() > self.level && path[..self.level].iter().zip(own).all(|(a, b)| a.owner == b.owner)
        };
        (0..self.tracks.len()).filter(alike).collect()
    }

    /// What stands before and after the total, in order, without what stands below the same label.
    fn around(&self) -> (Vec<usize>, Vec<usize>) {
        let own = self.tracks[self.total].path[self.level].owner;
        let others = |index: &usize| self.tracks[*index].path[self.level].owner != own;
        self.family().into_iter().filter(others).partition(|index| *index < self.total)
    }

    /// Those as far as the next total that takes in as much, seen from the total.
    fn near(&self, side: &[usize]) -> Vec<usize> {
        let own = self.tracks[self.total].path[self.level].owner;
        let ends = |index: &&usize| {
            let label = &self.tracks[**index].path[self.level];
            label.total.is_some_and(|other| other >= self.rank) && label.owner != own
        };
        match side.first().is_some_and(|first| *first < self.total) {
            false => side.iter().take_while(|index| !ends(index)).copied().collect(),
            true => {
                let mut back: Vec<usize> = side.iter().rev().take_while(|index| !ends(index)).copied().collect();
                back.reverse();
                back
            }
        }
    }

    fn is_part(&self, index: usize, with_asides: bool) -> bool {
        self.carries_figures[index] && (with_asides || !self.tracks[index].is(is_aside))
    }

    /// What is not a total itself, in groups of one head at the total's level.
    fn grouped(&self, side: &[usize], without_asides: bool) -> Parts {
        let level = self.level;
        let suffix = words(&self.tracks[self.total].path[level + 1..]);
        let mut groups: Vec<((usize, usize), Vec<usize>)> = Vec::new();
        for &index in side.iter().filter(|index| self.is_part(**index, !without_asides)) {
            let label = &self.tracks[index].path[level];
            let below = &self.tracks[index].path[level + 1..];
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
                .find(|index| self.tracks[*index].path[level + 1..].iter().any(|label| label.total.is_some()));
            own.filter(|_| suffix.is_empty()).map_or(group, |own| vec![own])
        };
        let groups: Vec<Vec<usize>> = groups.into_iter().map(|(_, group)| whole(group)).collect();
        let anew = |group: &Vec<usize>| group.len() > 1 && self.tracks[group[0]].path[level].word.ends_with('별');
        let each = !groups.is_empty() && groups.iter().all(anew);
        Parts { groups, each, told: false }
    }

    /// What stands highest by its signs.
    fn highest(&self, side: &[usize]) -> Parts {
        let plain =
            |index: &&usize| self.is_part(**index, true) && self.tracks[**index].path[self.level].total.is_none();
        let level = side.iter().filter(plain).map(|index| self.tracks[*index].level).min().unwrap_or(0);
        Parts::flat(side.iter().filter(plain).filter(|index| self.tracks[**index].level == level).copied().collect())
    }

    /// The totals of lower rank, or of the same where there are no others.
    fn totals(&self, side: &[usize]) -> Parts {
        let of = |fits: &dyn Fn(Total) -> bool| -> Vec<usize> {
            let fitting = side.iter().copied().filter(|index| {
                self.carries_figures[*index]
                    && self.tracks[*index].path[self.level..].iter().any(|label| label.total.is_some_and(fits))
            });
            fitting.collect()
        };
        let lower = of(&|rank| rank < self.rank);
        Parts::flat(if lower.len() > 1 { lower } else { of(&|_| true) })
    }
}

fn words(path: &[Label]) -> Vec<&str> {
    path.iter().map(|label| label.word.as_str()).collect()
}
