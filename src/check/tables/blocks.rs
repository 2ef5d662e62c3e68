//! Rows below rows that nothing but their figures tells: 특별회계 is the sum of the accounts below it, without a sign or a word that says so.

use rust_decimal::Decimal;

use super::equation::{Equation, Why};
use super::parts::Parts;
use super::view::{Entry, View};
use crate::check::reach::Reach;

/// Rows that are the sum of those right below them.
pub(super) struct Blocks {
    /// For each track the last one that belongs to it; itself for most.
    ends: Vec<usize>,
}

/// As many rows are looked at below one.
const FARTHEST: usize = 40;

/// Finds them, from the last row up.
pub(super) fn blocks(view: &View<'_, '_>) -> Blocks {
    let count = view.tracks().len();
    let figures: Vec<Vec<Option<Reach>>> = view
        .lines()
        .iter()
        .filter(|line| !line.is_percent())
        .map(|line| (0..count).map(|track| reach(&view.entry(track, line))).collect())
        .collect();
    let mut ends: Vec<usize> = (0..count).collect();
    for track in (0..count).rev().filter(|&track| view.tracks()[track].path.iter().all(|label| label.total.is_none())) {
        let mut children = Vec::new();
        let mut next = track + 1;
        while next < count
            && next - track < FARTHEST
            && view.tracks()[next].path.iter().all(|label| label.total.is_none())
        {
            children.push(next);
            next = ends[next] + 1;
            if children.len() > 1 && is_sum(&figures, track, &children) {
                ends[track] = next - 1;
                break;
            }
        }
    }
    Blocks { ends }
}

fn reach(entry: &Entry<'_, '_>) -> Option<Reach> {
    match entry {
        Entry::Blank => Some(Reach::exact(Decimal::ZERO)),
        other => other.reach(),
    }
}

/// Whether a row is the sum of others along all lines but one in four, at least two with figures in it and in two of them.
fn is_sum(figures: &[Vec<Option<Reach>>], track: usize, children: &[usize]) -> bool {
    let (mut holds, mut fails) = (0, 0);
    for line in figures {
        let sum = children.iter().try_fold(Reach::exact(Decimal::ZERO), |sum, child| sum.plus(line[*child]?));
        let (Some(total), Some(sum)) = (line[track], sum) else { continue };
        let figured = children.iter().filter(|child| line[**child].is_some_and(|it| !it.value.is_zero())).count();
        if total.value.is_zero() && figured == 0 {
            continue;
        }
        match total.meets(sum) {
            true if figured > 1 => holds += 1,
            true => {}
            false => fails += 1,
        }
    }
    holds > 1 && fails * 4 <= holds + fails
}

impl Blocks {
    /// What stands below a total, and before it, without what belongs to another row there.
    pub(crate) fn below(&self, view: &View<'_, '_>, total: usize) -> Vec<Parts> {
        let is_total = |track: &usize| view.tracks()[*track].path.iter().any(|label| label.total.is_some());
        let run = |from: usize, to: usize| {
            let mut tracks = Vec::new();
            let mut next = from;
            while next < to && !is_total(&next) {
                tracks.push(next);
                next = self.ends[next] + 1;
            }
            Parts { groups: tracks.into_iter().map(|track| vec![track]).collect(), each: false, told: false }
        };
        let any = self.ends.iter().enumerate().any(|(track, end)| track != *end);
        let first = (0..total).rev().take_while(|track| !is_total(track)).last().unwrap_or(total);
        if any { vec![run(total + 1, self.ends.len()), run(first, total)] } else { Vec::new() }
    }

    /// Each such row with those below it, along every line.
    pub(crate) fn equations<'g, 'a>(&self, view: &View<'g, 'a>) -> Vec<Equation<'g, 'a>> {
        let mut equations = Vec::new();
        for (track, end) in self.ends.iter().enumerate().filter(|(track, end)| track != *end) {
            let mut children = Vec::new();
            let mut next = track + 1;
            while next <= *end {
                children.push(next);
                next = self.ends[next] + 1;
            }
            for line in view.lines().iter().filter(|line| !line.is_percent()) {
                let Entry::Figure(result) = view.entry(track, line) else { continue };
                let parts: Option<Vec<_>> = children
                    .iter()
                    .map(|&child| view.entry(child, line))
                    .filter(|entry| !matches!(entry, Entry::Dash | Entry::Blank))
                    .map(|entry| if let Entry::Figure(term) = entry { Some((false, term)) } else { None })
                    .collect();
                let equation = parts.and_then(|parts| Equation::new(Why::Data, result, parts));
                let (name, place) = (view.tracks()[track].name(), line.name());
                equations.extend(equation.map(|equation| Equation { name, place, ..equation }));
            }
        }
        equations
    }
}
