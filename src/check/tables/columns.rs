//! Relations of columns, and of rows: what a head says, `(A-B)`, 잔액, 증감; and what holds in nearly all rows by itself.

use rust_decimal::Decimal;

use super::cumulations::cumulations;
use super::equation::{Equation, Why};
use super::formula::{Formula, said};
use super::view::{Entry, Term, View};
use crate::check::reach::Reach;
use crate::check::read::grid::Track;
use crate::check::read::words::{
    is_average, is_balance, is_change, is_difference, is_factor, is_per_unit, is_rate, is_share,
};

/// Letters of a formula, and the tracks that they stand for.
type Letters = Vec<(char, usize)>;

/// More columns than this aren't compared each with each: a relation stands among neighbours.
const NEAR: usize = 6;
/// Rows that bear out a relation that no head says.
const BORNE_OUT: usize = 4;

/// The figures of a table, seen one way, as far as they take part in relations.
pub(super) struct Figures<'g, 'a> {
    pub view: View<'g, 'a>,
    /// By track and line.
    entries: Vec<Vec<Entry<'g, 'a>>>,
    /// The tracks that hold figures, without percents.
    pub counted: Vec<usize>,
    /// The tracks of percents.
    pub percents: Vec<usize>,
}

/// A sum of tracks that another is held to be.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Linear {
    result: usize,
    /// `true` for what is taken away.
    terms: Vec<(bool, usize)>,
}

impl<'g, 'a> Figures<'g, 'a> {
    pub(crate) fn new(view: View<'g, 'a>) -> Figures<'g, 'a> {
        let lines = view.lines();
        let entries: Vec<Vec<Entry<'g, 'a>>> =
            (0..view.tracks().len()).map(|track| lines.iter().map(|line| view.entry(track, line)).collect()).collect();
        let figures = |track: &usize| entries[*track].iter().filter_map(Entry::figure).count();
        let percent = |track: &usize| {
            let mut figures = entries[*track].iter().filter_map(Entry::figure).peekable();
            figures.peek().is_some() && figures.all(|term| term.amount.unit == "%")
                || view.tracks()[*track]
                    .is(|label| label.ends_with("(%)") || is_share(label) || is_rate(label) && !is_price(label))
        };
        let carrying: Vec<usize> = (0..entries.len()).filter(|track| figures(track) > 0).collect();
        let (percents, counted) = carrying.into_iter().partition(percent);
        Figures { view, entries, counted, percents }
    }

    pub(crate) fn entry(&self, track: usize, line: usize) -> Entry<'g, 'a> {
        self.entries[track][line]
    }

    pub(crate) fn figure(&self, track: usize, line: usize) -> Option<Term<'g, 'a>> {
        self.entries[track][line].figure().copied()
    }

    pub(crate) fn reach(&self, track: usize, line: usize) -> Option<Reach> {
        self.entries[track][line].reach()
    }

    /// The places of the lines that figures may be reckoned along: not those of percents and averages.
    pub(crate) fn lines(&self) -> impl Iterator<Item = usize> {
        let lines = self.view.lines();
        (0..lines.len())
            .filter(move |line| !lines[*line].is(|label| is_rate(label) || is_share(label) || is_average(label)))
    }

    /// Every relation that heads say or figures bear out, along every line.
    pub(crate) fn equations(&self, known: &[Equation<'g, 'a>]) -> Vec<Equation<'g, 'a>> {
        let mut said: Vec<(Why, Linear)> = self.by_formula().into_iter().map(|linear| (Why::Head, linear)).collect();
        for &track in &self.counted {
            let differs = self.view.tracks()[track].path.last().is_some_and(|label| is_difference(&label.word));
            let told = said.iter().any(|(_, linear)| linear.result == track);
            if differs && !told {
                said.extend(self.difference(track).map(|linear| (Why::Head, linear)));
            }
        }
        let free: Vec<usize> = self
            .counted
            .iter()
            .copied()
            .filter(|track| !said.iter().any(|(_, linear)| linear.result == *track))
            .collect();
        for linear in self.by_figures(&free) {
            if !said.iter().any(|(_, other)| other.same_tracks(&linear)) {
                said.push((Why::Data, linear));
            }
        }
        let equations = said.iter().flat_map(|(why, linear)| self.along(*why, linear));
        equations
            .chain(cumulations(self))
            .filter(|equation| !known.iter().any(|other| other.same_figures(equation)))
            .collect()
    }

    /// `(A-B)`: the letters are those of other heads, below the same words where heads have several columns.
    fn by_formula(&self) -> Vec<Linear> {
        let linears = self.formulas().into_iter().filter_map(|(result, formula, named)| {
            let terms = formula.sum()?.into_iter().map(|(minus, letter)| {
                named.iter().find(|(name, _)| *name == letter).map(|(_, track)| (minus, *track))
            });
            Some(Linear { result, terms: terms.collect::<Option<_>>()? })
        });
        linears.collect()
    }

    /// The tracks with a formula, and which tracks its letters are.
    pub(crate) fn formulas(&self) -> Vec<(usize, Formula, Letters)> {
        let tracks = self.view.tracks();
        let heads: Vec<_> = tracks.iter().enumerate().filter_map(|(track, it)| Some((track, said(it)?))).collect();
        let mut formulas = Vec::new();
        for (result, (level, head)) in heads.iter().filter(|(_, (_, head))| head.formula.is_some()) {
            let Some(formula) = &head.formula else { continue };
            let below = |track: usize, level: usize| -> Vec<&str> {
                tracks[track].path[level + 1..].iter().map(|label| label.word.as_str()).collect()
            };
            let own = below(*result, *level);
            let named = formula.letters().into_iter().map(|letter| {
                let mut fitting = heads.iter().filter(|(track, (at, other))| {
                    other.letter == Some(letter)
                        && (below(*track, *at) == own || own.is_empty() && below(*track, *at).is_empty())
                });
                let (track, _) = fitting.next().filter(|_| fitting.next().is_none())?;
                Some((letter, *track))
            });
            if let Some(named) = named.collect::<Option<Vec<_>>>() {
                formulas.push((*result, formula.clone(), named));
            }
        }
        formulas
    }

    /// The two tracks that a 잔액 or 증감 is the difference of, told by the rows: at least one, and half of them.
    fn difference(&self, result: usize) -> Option<Linear> {
        let change = self.view.tracks()[result].path.last().is_some_and(|label| is_change(&label.word));
        let near = self.near(result);
        let mut best: Option<((usize, usize, usize), Linear)> = None;
        for &from in &near {
            for &less in near.iter().filter(|track| **track != from) {
                let linear = Linear { result, terms: vec![(false, from), (true, less)] };
                let (holds, fails) = self.tried(&linear);
                if holds == 0 || fails > holds {
                    continue;
                }
                let distance = result.abs_diff(from) + result.abs_diff(less);
                let score = (fails, usize::MAX - holds, distance);
                if best.as_ref().is_none_or(|(least, _)| score < *least) {
                    best = Some((score, linear));
                }
            }
        }
        let (_, linear) = best?;
        // A change may be typed without its sign: then its size alone is told.
        let unsigned = change && self.lines().all(|line| self.size_holds(&linear, line) != Some(false));
        (!unsigned || self.tried(&linear).1 == 0).then_some(linear)
    }

    fn size_holds(&self, linear: &Linear, line: usize) -> Option<bool> {
        let sum = self.sum(linear, line)?;
        let result = self.reach(linear.result, line)?;
        let size = |reach: Reach| Reach { value: reach.value.abs(), ..reach };
        Some(size(sum).meets(size(result)))
    }

    /// What nearly all rows bear out: one is the sum of two others, of three with one taken away, or of a run beside it.
    fn by_figures(&self, free: &[usize]) -> Vec<Linear> {
        let mut found: Vec<Linear> = Vec::new();
        // What comes last is what the others come to.
        for &result in free.iter().rev() {
            // Totals have been seen to, and rows that nothing names a sum agree by chance: they may count anything.
            let track = &self.view.tracks()[result];
            let is_total = track.path.iter().any(|label| label.total.is_some());
            if is_total || self.view.across && !track.is(is_balance) {
                continue;
            }
            if self.informative(result) < BORNE_OUT || found.iter().any(|linear| linear.result == result) {
                continue;
            }
            let near: Vec<usize> =
                self.near(result).into_iter().filter(|track| self.informative(*track) >= BORNE_OUT).collect();
            let pairs =
                near.iter().enumerate().flat_map(|(index, &one)| near[index + 1..].iter().map(move |&two| (one, two)));
            let mut linears = pairs.map(|(one, two)| Linear { result, terms: vec![(false, one), (false, two)] });
            let two = linears
                .find(|linear| self.is_borne_out(linear) && !found.iter().any(|other| other.same_tracks(linear)));
            let three = || self.of_three(result, &near).filter(|_| track.is(is_balance));
            if let Some(linear) = two.or_else(three).or_else(|| self.of_a_run(result)) {
                found.push(linear);
            }
        }
        found
    }

    /// 전년말 + 증가 − 감소 = 현재.
    fn of_three(&self, result: usize, near: &[usize]) -> Option<Linear> {
        for (index, &one) in near.iter().enumerate() {
            for &two in &near[index + 1..] {
                for &less in near.iter().filter(|track| **track != one && **track != two) {
                    let linear = Linear { result, terms: vec![(false, one), (false, two), (true, less)] };
                    if self.is_borne_out(&linear) {
                        return Some(linear);
                    }
                }
            }
        }
        None
    }

    /// The sum of three or more that stand beside it.
    fn of_a_run(&self, result: usize) -> Option<Linear> {
        let place = self.counted.iter().position(|track| *track == result)?;
        let runs = |side: Vec<usize>| {
            let linears = (3..=side.len().min(24)).map(move |length| Linear {
                result,
                terms: side[..length].iter().map(|track| (false, *track)).collect(),
            });
            linears.collect::<Vec<_>>()
        };
        let after = self.counted[place + 1..].to_vec();
        let before: Vec<usize> = self.counted[..place].iter().rev().copied().collect();
        [after, before].into_iter().flat_map(runs).find(|linear| self.is_borne_out(linear))
    }

    /// The tracks near one, itself not among them.
    pub(crate) fn near(&self, track: usize) -> Vec<usize> {
        let Some(place) = self.counted.iter().position(|other| *other == track) else { return Vec::new() };
        let around = place.saturating_sub(NEAR)..(place + NEAR + 1).min(self.counted.len());
        self.counted[around].iter().copied().filter(|other| *other != track).collect()
    }

    /// How many lines tell something of a track: it isn't nothing there.
    fn informative(&self, track: usize) -> usize {
        self.lines().filter(|line| self.reach(track, *line).is_some_and(|it| !it.value.is_zero())).count()
    }

    fn sum(&self, linear: &Linear, line: usize) -> Option<Reach> {
        linear.terms.iter().try_fold(Reach::exact(Decimal::ZERO), |sum, (minus, track)| {
            let term = self.reach(*track, line)?;
            if *minus { sum.minus(term) } else { sum.plus(term) }
        })
    }

    /// In how many lines it holds and in how many not; those with a nothing in them tell nothing where it holds.
    fn tried(&self, linear: &Linear) -> (usize, usize) {
        let (mut holds, mut fails) = (0, 0);
        for line in self.lines() {
            let (Some(sum), Some(result)) = (self.sum(linear, line), self.reach(linear.result, line)) else { continue };
            let mut all = linear.terms.iter().map(|(_, track)| *track).chain([linear.result]);
            let nothing = all.any(|track| self.reach(track, line).is_none_or(|it| it.value.is_zero()));
            match result.meets(sum) {
                true if !nothing => holds += 1,
                true => {}
                false => fails += 1,
            }
        }
        (holds, fails)
    }

    /// At least four rows, and four fifths of them, with figures that can't agree by chance.
    fn is_borne_out(&self, linear: &Linear) -> bool {
        let (mut holds, mut fails, mut large) = (0, 0, 0);
        for line in self.lines() {
            let (Some(sum), Some(result)) = (self.sum(linear, line), self.reach(linear.result, line)) else { continue };
            let all = || linear.terms.iter().map(|(_, track)| *track).chain([linear.result]);
            let values: Vec<Decimal> = all().filter_map(|track| Some(self.reach(track, line)?.value)).collect();
            if values.iter().all(Decimal::is_zero) {
                continue;
            }
            let full = values.iter().all(|value| !value.is_zero());
            match result.meets(sum) {
                true if full => {
                    holds += 1;
                    large += usize::from(result.value.abs() >= Decimal::TEN);
                }
                true => {}
                false => fails += 1,
            }
            // Four in five can't be reached any more.
            if fails > 1 && fails * 4 > self.view.lines().len() {
                return false;
            }
        }
        let mut varied: Vec<Decimal> =
            self.lines().filter_map(|line| Some(self.reach(linear.result, line)?.value)).collect();
        varied.sort_unstable();
        varied.dedup();
        varied.len() >= BORNE_OUT && holds >= BORNE_OUT && large * 2 >= holds && fails * 4 <= holds
    }

    fn along(&self, why: Why, linear: &Linear) -> Vec<Equation<'g, 'a>> {
        let tracks = self.view.tracks();
        let name = |track: usize| tracks[track].short_name();
        let mut formula = String::new();
        for (index, (minus, track)) in linear.terms.iter().enumerate() {
            formula += if *minus {
                " − "
            } else if index > 0 {
                " + "
            } else {
                ""
            };
            formula += &name(*track);
        }
        let along = self.lines().filter_map(|line| {
            let result = self.figure(linear.result, line)?;
            let parts = linear.terms.iter().map(|(minus, track)| match self.entry(*track, line) {
                Entry::Figure(term) => Some(Some((*minus, term))),
                Entry::Dash => Some(None),
                Entry::Blank | Entry::Other => None,
            });
            let parts: Vec<_> = parts.collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
            let mut equation = Equation::new(why, result, parts)?;
            // What only the figures say, they may say of rounded ones.
            let near = Decimal::new(5, result.amount.number.scale() + 1) * Decimal::from(equation.parts.len() + 1);
            let counted = self.view.is_counted(linear.result, &self.view.lines()[line], result.amount);
            equation.holds |= why == Why::Data && !counted && equation.off.abs() <= near;
            let place = self.view.lines()[line].name();
            Some(Equation { name: name(linear.result), place, formula: formula.clone(), ..equation })
        });
        along.collect()
    }
}

/// 단가, 1인당: what doesn't add up and is no percent.
fn is_price(label: &str) -> bool {
    is_factor(label) || is_per_unit(label)
}

impl Linear {
    /// Whether it is the same relation, turned round.
    fn same_tracks(&self, other: &Linear) -> bool {
        let all = |linear: &Linear| {
            let mut all: Vec<usize> = linear.terms.iter().map(|(_, track)| *track).chain([linear.result]).collect();
            all.sort_unstable();
            all
        };
        all(self) == all(other)
    }
}

impl<'g, 'a> Entry<'g, 'a> {
    /// The figure that stands there.
    pub(crate) fn figure(&self) -> Option<&Term<'g, 'a>> {
        match self {
            Entry::Figure(term) => Some(term),
            Entry::Dash | Entry::Blank | Entry::Other => None,
        }
    }
}

impl Equation<'_, '_> {
    /// Whether it is of the same figures as another.
    pub(crate) fn same_figures(&self, other: &Equation<'_, '_>) -> bool {
        let places = |equation: &Equation<'_, '_>| {
            let mut all: Vec<_> =
                equation.parts.iter().map(|(_, part)| part.place).chain([equation.result.place]).collect();
            all.sort_unstable();
            all
        };
        self.parts.len() == other.parts.len() && places(self) == places(other)
    }
}

impl Track {
    /// What it is called at its innermost, without what stands in brackets.
    pub(crate) fn short_name(&self) -> String {
        let words = self.path.iter().rev().map(|label| label.word.as_str());
        let word = words.clone().find(|word| !word.is_empty()).unwrap_or_default();
        let bare = word.split('(').next().unwrap_or_default();
        if bare.is_empty() { word } else { bare }.to_owned()
    }
}
