//! Tracks beside each other for the ways that share a channel.

use std::collections::BTreeMap;

use super::Process;
use super::route::{Side, Spot, Way};

/// A channel: the one above a row or at the left of a column, counted by twice its row or column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Channel {
    /// Between rows.
    Across(usize),
    /// Between columns.
    Upright(usize),
}

/// Which track each run through a channel has.
#[derive(Debug, Default)]
pub(super) struct Tracks {
    /// By arrow and the place in its way at which the run begins.
    of: BTreeMap<(usize, usize), usize>,
    counts: BTreeMap<Channel, usize>,
}

/// A straight piece of a way in a channel.
struct Run {
    arrow: usize,
    begins: usize,
    /// The spots it lies between, along the channel.
    from: usize,
    to: usize,
    /// Whether its ends turn to what comes before the channel, none, one or both.
    backward: usize,
    /// Its last spot and all after it.
    rest: Vec<Spot>,
}

impl Tracks {
    /// The tracks of some ways.
    pub(crate) fn new(process: &Process, ways: &[Way]) -> Tracks {
        let mut channels: BTreeMap<Channel, Vec<Run>> = BTreeMap::new();
        for (arrow, way) in ways.iter().enumerate() {
            for (begins, ends) in straight_pieces(way) {
                if let Some(channel) = channel(way[begins], way[ends]) {
                    channels.entry(channel).or_default().push(run(arrow, way, begins, ends));
                }
            }
        }
        let mut tracks = Tracks::default();
        for (channel, runs) in channels {
            tracks.share_out(process, channel, runs);
        }
        tracks
    }

    /// How many tracks a channel has.
    pub(crate) fn count(&self, channel: Channel) -> usize {
        self.counts.get(&channel).copied().unwrap_or_default()
    }

    /// The track of the run that begins at a place of an arrow's way.
    pub(crate) fn of(&self, arrow: usize, begins: usize) -> usize {
        self.of.get(&(arrow, begins)).copied().unwrap_or_default()
    }

    fn share_out(&mut self, process: &Process, channel: Channel, runs: Vec<Run>) {
        let mut groups: Vec<Vec<Run>> = Vec::new();
        for run in runs {
            let joins =
                |other: &Run| process.arrows[other.arrow].to == process.arrows[run.arrow].to && other.rest == run.rest;
            match groups.iter_mut().find(|group| group.iter().any(joins)) {
                Some(group) => group.push(run),
                None => groups.push(vec![run]),
            }
        }
        // Those that turn back nearest to where they turn to, the shorter within the longer, so that few cross.
        groups.sort_by_key(|group| {
            let (from, to) = extent(group);
            let (backward, length) = (group[0].backward, (to - from) as i64);
            (2 - backward, if backward == 0 { -length } else { length }, from)
        });
        let mut placed: Vec<((usize, usize), usize)> = Vec::new();
        for group in &groups {
            let (from, to) = extent(group);
            let beside = placed.iter().filter(|((other_from, other_to), _)| from <= *other_to && *other_from <= to);
            let track = beside.map(|(_, track)| track + 1).max().unwrap_or_default();
            placed.push(((from, to), track));
            self.of.extend(group.iter().map(|run| ((run.arrow, run.begins), track)));
        }
        self.counts.insert(channel, placed.iter().map(|(_, track)| track + 1).max().unwrap_or_default());
    }
}

/// The pieces of a way between its turns, by the places at which they begin and end.
pub(super) fn straight_pieces(way: &[Spot]) -> Vec<(usize, usize)> {
    let mut pieces = Vec::new();
    let mut begins = 0;
    for at in 1..way.len() {
        let turns =
            way.get(at + 1).is_none_or(|next| Side::between(way[at], *next) != Side::between(way[at - 1], way[at]));
        if turns {
            pieces.push((begins, at));
            begins = at;
        }
    }
    pieces
}

/// The channel in which a straight piece lies, unless it lies in the middle of a row or column.
pub(super) fn channel(from: Spot, to: Spot) -> Option<Channel> {
    match from.1 == to.1 {
        true => from.1.is_multiple_of(2).then_some(Channel::Upright(from.1)),
        false => from.0.is_multiple_of(2).then_some(Channel::Across(from.0)),
    }
}

fn run(arrow: usize, way: &[Spot], begins: usize, ends: usize) -> Run {
    let upright = Side::between(way[begins], way[ends]).is_upright();
    let along = |spot: Spot| if upright { spot.0 } else { spot.1 };
    let backward = |side: Side| usize::from(matches!(side, Side::Up | Side::Left));
    // Neither end of a way lies in a channel.
    let before = Side::between(way[begins], way[begins - 1]);
    let after = Side::between(way[ends], way[ends + 1]);
    let (from, to) = (along(way[begins]), along(way[ends]));
    Run {
        arrow,
        begins,
        from: from.min(to),
        to: from.max(to),
        backward: backward(before) + backward(after),
        rest: way[ends..].to_vec(),
    }
}

fn extent(group: &[Run]) -> (usize, usize) {
    let from = group.iter().map(|run| run.from).min().unwrap_or_default();
    let to = group.iter().map(|run| run.to).max().unwrap_or_default();
    (from, to)
}
