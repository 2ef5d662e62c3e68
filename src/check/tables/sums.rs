//! Totals equal their parts: which of the ways that labels and levels allow the figures bear out, and where these don't.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::blocks::blocks;
use super::equation::{Equation, Why};
use super::parts::{self, Parts, Sum};
use super::stale::{Stale, stale};
use super::view::{Entry, Term, View};
use crate::check::reach::Reach;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::Track;
use crate::check::read::words::{declares_total, is_average, is_rate, is_share, is_trait};

/// What is known of the totals of a table seen one way.
#[derive(Default)]
pub(super) struct Totals<'g, 'a> {
    /// How they came out along each line.
    pub equations: Vec<Equation<'g, 'a>>,
    /// Totals that weren't renewed.
    pub stale: Vec<Stale<'g, 'a>>,
}

impl<'g, 'a> View<'g, 'a> {
    /// The sums that its labels tell.
    pub(crate) fn sums(&self) -> Vec<Sum> {
        // `-` is none of it, and `(1,234)` may be less than that.
        let counts = |cell: &Figures<'_>| match cell.kind {
            CellKind::Figure | CellKind::Dash => true,
            CellKind::Words => cell.is_in_brackets(),
            CellKind::Blank => false,
        };
        let carries = |track: usize| self.lines().iter().any(|line| self.cell(track, line).is_some_and(counts));
        let carrying: Vec<bool> = (0..self.tracks().len()).map(carries).collect();
        parts::sums(self.tracks(), &carrying)
    }

    /// The lines that figures add up along.
    fn added(&self) -> impl Iterator<Item = &'g Track> {
        self.lines().iter().filter(|line| !line.is(|label| is_rate(label) || is_share(label)))
    }

    /// Every total with its parts, along every line.
    pub(crate) fn totals(&self) -> Totals<'g, 'a> {
        let mut totals = Totals::default();
        let sums = self.sums();
        let mut hierarchy = None;
        let all: Vec<Vec<Way<'g, 'a>>> =
            sums.iter().map(|sum| sum.ways.iter().map(|parts| self.way(sum.total, parts)).collect()).collect();
        let not_added = never_added(&all);
        for (sum, mut ways) in sums.iter().zip(all) {
            ways.iter_mut().for_each(|way| way.equations.retain(|equation| !not_added.contains(&equation.line)));
            // Where nothing can be added up, nothing is told.
            ways.retain(|way| !way.equations.is_empty());
            if ways.first().is_some_and(|way| way.fails() > 0) && self.across {
                // Accounts below accounts, which nothing but their figures tells.
                let found = hierarchy.get_or_insert_with(|| blocks(self));
                ways.extend(found.below(self, sum.total).iter().map(|parts| self.way(sum.total, parts)));
            }
            ways.retain(|way| !way.equations.is_empty());
            let Some(best) =
                ways.iter().enumerate().min_by_key(|(place, way)| (way.fails(), usize::MAX - way.holds(), *place))
            else {
                continue;
            };
            self.judge(sum, ways.swap_remove(best.0), &mut totals);
        }
        if let Some(hierarchy) = hierarchy {
            totals.equations.extend(hierarchy.equations(self));
        }
        totals
    }

    /// Takes the likeliest way for what it is: sums with slips, a total that wasn't renewed, or no sum.
    fn judge(&self, sum: &Sum, way: Way<'g, 'a>, totals: &mut Totals<'g, 'a>) {
        let (holds, fails) = (way.holds(), way.fails());
        if fails == 0 {
            totals.equations.extend(way.equations);
            return;
        }
        let excused = (holds == 0 || fails > 1) && way.is_excused();
        if holds > 0 && holds >= fails {
            totals.equations.extend(if excused { Vec::new() } else { way.equations });
            return;
        }
        // From here on the figures don't bear the label out, so that it must say all by itself.
        if way.parts.iter().any(|part| self.tracks()[*part].is(is_trait)) {
            return;
        }
        let alone = self.tracks()[sum.total].path.iter().all(|label| label.total.is_some() || label.word.is_empty());
        let declared =
            sum.plain && alone && self.tracks()[sum.total].path.iter().any(|label| declares_total(&label.word));
        let found = if self.across && declared { stale(self, sum.total, &way) } else { None };
        match found {
            Some(found) => totals.stale.push(found),
            // A row that something else is called a total by, 종합점수 합계, may be of more than stands above it.
            None if way.told
                && (declared || !self.across)
                && !self.is_loosely_named(sum.total)
                && holds == 0
                && fails < 3
                && !excused
                && !way.is_of_averages() =>
            {
                totals.equations.extend(way.equations)
            }
            None => {}
        }
    }

    /// 전체 may be of more than stands beside it.
    fn is_loosely_named(&self, total: usize) -> bool {
        self.tracks()[total].path.iter().any(|label| label.word.starts_with("전체"))
    }

    /// How a total comes out by a way, along every line.
    fn way(&self, total: usize, parts: &Parts) -> Way<'g, 'a> {
        let equations = self.added().flat_map(|line| self.along(total, parts, line)).collect();
        Way { parts: parts.all(), told: parts.told, equations }
    }

    /// Along a line: once for each unit of the total's cell, and for each group that divides the whole anew.
    fn along(&self, total: usize, parts: &Parts, line: &'g Track) -> Vec<Equation<'g, 'a>> {
        let Some(cell) = self.cell(total, line).filter(|_| !self.is_merged(total, line)) else { return Vec::new() };
        // Averages are rounded one by one, and don't add up exactly.
        let loose = line.is(is_average);
        let all = parts.all();
        cell.amounts()
            .filter(|amount| amount.unit != "%")
            .filter_map(|amount| self.term(total, line, cell, amount))
            .flat_map(|result| {
                let together = self.equation(result, &all, line);
                let each = || {
                    let groups = parts.groups.iter().filter(|group| group.len() > 1);
                    groups.filter_map(|group| self.equation(result, group, line)).collect::<Vec<_>>()
                };
                let added_up = together.as_ref().is_some_and(|equation| equation.holds);
                let divided =
                    parts.each || (!added_up && parts.groups.len() > 1 && each().iter().any(|equation| equation.holds));
                if divided { each() } else { together.into_iter().collect() }
            })
            .filter(|equation| !loose || equation.holds || equation.off.abs() > Decimal::from(equation.parts.len()))
            .map(|equation| Equation {
                name: self.tracks()[total].name(),
                place: line.name(),
                line: line.index,
                ..equation
            })
            .collect()
    }

    /// `None` where a part can't be read, or nothing is to be added up.
    fn equation(&self, result: Term<'g, 'a>, tracks: &[usize], line: &'g Track) -> Option<Equation<'g, 'a>> {
        let mut parts = Vec::new();
        let mut open = false;
        for &track in tracks {
            match self.part(track, line, &result)? {
                Entry::Figure(term) => parts.push((false, term)),
                Entry::Blank | Entry::Other => open = true,
                Entry::Dash => {}
            }
        }
        let told = parts.len() > 1 || parts.len() == 1 && !open && tracks.len() > 1;
        let equation = Equation::new(Why::Total, result, parts)?;
        (told && !equation.is_empty()).then_some(equation)
    }

    /// The figure of a part in the unit of its total; `None` where it can't be read.
    fn part(&self, track: usize, line: &'g Track, total: &Term<'_, '_>) -> Option<Entry<'g, 'a>> {
        let several = total.cell.amounts().nth(1).is_some();
        let total = total.amount;
        let cell: &'g Figures<'a> = self.cell(track, line)?;
        match cell.kind {
            CellKind::Blank => return Some(Entry::Blank),
            CellKind::Dash => return Some(Entry::Dash),
            CellKind::Words => return None,
            CellKind::Figure if self.is_merged(track, line) => return None,
            CellKind::Figure => {}
        }
        match cell.of_unit(total.unit) {
            // `3개소 5,066`: what has no unit is of the second.
            Some(amount) if several && amount.unit != total.unit => Some(Entry::Other),
            Some(amount) if amount.unit != "%" => self.term(track, line, cell, amount).map(Entry::Figure),
            Some(_) => None,
            None if cell.amounts().all(|amount| amount.unit != total.unit) => Some(Entry::Other),
            None => None,
        }
    }
}

/// Lines that two totals at least are seen along and none adds up along: scores, averages, prices.
fn never_added(all: &[Vec<Way<'_, '_>>]) -> BTreeSet<usize> {
    let mut seen: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for ways in all {
        let mut lines: BTreeMap<usize, bool> = BTreeMap::new();
        for equation in ways.iter().flat_map(|way| &way.equations) {
            *lines.entry(equation.line).or_default() |= equation.holds;
        }
        for (line, holds) in lines {
            let (totals, held) = seen.entry(line).or_default();
            *totals += 1;
            *held += usize::from(holds);
        }
    }
    seen.into_iter().filter(|(_, (totals, held))| *totals > 1 && *held == 0).map(|(line, _)| line).collect()
}

/// How a total came out by one choice of parts.
pub(super) struct Way<'g, 'a> {
    /// The tracks that are its parts.
    pub parts: Vec<usize>,
    /// Whether heads and labels say so by themselves.
    told: bool,
    /// Along each line that tells something.
    pub equations: Vec<Equation<'g, 'a>>,
}

impl Way<'_, '_> {
    pub(crate) fn holds(&self) -> usize {
        self.equations.iter().filter(|equation| equation.holds).count()
    }

    pub(crate) fn fails(&self) -> usize {
        self.equations.len() - self.holds()
    }

    /// Whether every total lies among its parts, as an average does.
    fn is_of_averages(&self) -> bool {
        // Of a single line that is likely only of figures with decimals.
        let alone = self.equations.len() < 2;
        self.equations.iter().all(|equation| {
            if alone && equation.result.amount.number.scale() == 0 {
                return false;
            }
            let values = || equation.parts.iter().map(|(_, part)| part.reach.value);
            let total = equation.result.reach.value;
            values().count() > 1 && values().any(|value| value > total) && values().any(|value| value < total)
        })
    }

    /// Whether along every line some of the parts, the same ones from the first or to the last, give the total: what stands after or before them
    /// is something else.
    fn is_excused(&self) -> bool {
        let runs = |back: bool| {
            let lengths = self.equations.iter().map(|equation| runs_that_hold(equation, back));
            lengths.reduce(|one, other| one.into_iter().filter(|length| other.contains(length)).collect())
        };
        [false, true].into_iter().any(|back| runs(back).is_some_and(|lengths| !lengths.is_empty()))
    }
}

/// How many of the parts, from the first or the last, give the total by themselves.
fn runs_that_hold(equation: &Equation<'_, '_>, back: bool) -> Vec<usize> {
    let count = equation.parts.len();
    let order: Vec<&Term<'_, '_>> = match back {
        false => equation.parts.iter().map(|(_, part)| part).collect(),
        true => equation.parts.iter().rev().map(|(_, part)| part).collect(),
    };
    let mut sum = Reach::exact(Decimal::ZERO);
    let mut held = Vec::new();
    for (index, part) in order.iter().enumerate() {
        let Some(next) = sum.plus(part.reach) else { break };
        sum = next;
        if index > 0 && index + 1 < count && sum.meets(equation.result.reach) {
            held.push(index + 1);
        }
    }
    held
}
