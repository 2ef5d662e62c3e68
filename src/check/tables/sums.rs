//! Columns and rows named 계, 총계, 합계, 소계, 총원 equal their parts.

use rust_decimal::Decimal;

use super::parts::{self, Sum};
use crate::check::found::Found;
use crate::check::number::figures;
use crate::check::read::Reading;
use crate::check::read::amount::Amount;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::{Grid, Track};
use crate::check::read::words::{is_average, is_rate};
use crate::diag::{Diagnostic, Relation, SumProblem};

/// Looks at every table in both directions.
pub(in crate::check) fn sums(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            for diagnostic in both_ways(grid) {
                found.push(section, Some(table), diagnostic);
            }
        }
    }
}

fn both_ways(grid: &Grid<'_>) -> Vec<Diagnostic> {
    let (columns, rows) = (View { grid, across: false }, View { grid, across: true });
    [columns, rows].iter().flat_map(|view| view.sums().into_iter().flat_map(|sum| view.check(&sum))).collect()
}

/// A table seen by its columns, or across: by its rows.
pub(super) struct View<'g, 'a> {
    pub grid: &'g Grid<'a>,
    pub across: bool,
}

impl<'g, 'a> View<'g, 'a> {
    /// What is added up.
    pub fn tracks(&self) -> &'g [Track] {
        if self.across { &self.grid.rows } else { &self.grid.columns }
    }

    /// What each sum is looked at along.
    pub fn lines(&self) -> &'g [Track] {
        if self.across { &self.grid.columns } else { &self.grid.rows }
    }

    /// The cell where a track crosses a line.
    pub fn cell(&self, track: usize, line: &Track) -> Option<&'g Figures<'a>> {
        let (row, column) = self.place(track, line);
        self.grid.cell(row, column)
    }

    fn place(&self, track: usize, line: &Track) -> (usize, usize) {
        let index = self.tracks()[track].index;
        if self.across { (index, line.index) } else { (line.index, index) }
    }

    /// The sums that its labels tell.
    pub fn sums(&self) -> Vec<Sum> {
        let carries = |track: usize| {
            self.lines().iter().any(|line| self.cell(track, line).is_some_and(|cell| cell.kind == CellKind::Figure))
        };
        let carrying: Vec<bool> = (0..self.tracks().len()).map(carries).collect();
        parts::sums(self.tracks(), &carrying)
    }

    fn check(&self, sum: &Sum) -> Vec<Diagnostic> {
        let outcomes: Vec<Outcome<'g, 'a>> = self.lines().iter().flat_map(|line| self.along(sum, line)).collect();
        let wrong = outcomes.iter().filter(|outcome| outcome.off != Decimal::ZERO).count();
        // Where hardly a line adds up, the column is no sum of the others.
        if outcomes.len() > 2 && wrong * 2 > outcomes.len() {
            return Vec::new();
        }
        let off = outcomes.into_iter().filter(|outcome| outcome.off != Decimal::ZERO);
        off.filter_map(|outcome| outcome.diagnostic(&self.tracks()[sum.total])).collect()
    }

    /// How a sum comes out along a line: once for each unit of the total's cell, and for each group that divides the whole anew.
    fn along(&self, sum: &Sum, line: &'g Track) -> Vec<Outcome<'g, 'a>> {
        if line.is(is_rate) {
            return Vec::new();
        }
        let place = self.place(sum.total, line);
        let Some(cell) = self.cell(sum.total, line).filter(|_| !self.grid.is_merged(place.0, place.1)) else {
            return Vec::new();
        };
        // Averages are rounded one by one, and don't add up exactly.
        let loose = line.is(is_average);
        let all: Vec<usize> = sum.groups.concat();
        cell.amounts()
            .filter(|total| total.unit != "%")
            .flat_map(|total| {
                let together = self.outcome(cell, total, &all, line);
                let each = || {
                    let groups = sum.groups.iter().filter(|group| group.len() > 1);
                    groups.filter_map(|group| self.outcome(cell, total, group, line)).collect::<Vec<_>>()
                };
                let added_up = together.as_ref().is_some_and(|outcome| outcome.off.is_zero());
                let divided = sum.each
                    || (!added_up && each().iter().any(|outcome| outcome.off.is_zero()) && sum.groups.len() > 1);
                if divided { each() } else { together.into_iter().collect() }
            })
            .filter(|outcome| !loose || outcome.off.abs() > Decimal::from(outcome.parts.len()))
            .filter(|outcome| outcome.off.is_zero() || !outcome.begins_or_ends_with_the_sum())
            .collect()
    }

    /// `None` where a part can't be read, or fewer than two have figures in the unit.
    fn outcome(
        &self,
        cell: &'g Figures<'a>,
        total: &'g Amount<'a>,
        tracks: &[usize],
        line: &'g Track,
    ) -> Option<Outcome<'g, 'a>> {
        let mut parts = Vec::new();
        for &track in tracks {
            let place = self.place(track, line);
            let part = self.cell(track, line)?;
            match part.kind {
                CellKind::Blank | CellKind::Dash => continue,
                CellKind::Words => return None,
                CellKind::Figure if self.grid.is_merged(place.0, place.1) => return None,
                CellKind::Figure => {}
            }
            match part.of_unit(total.unit) {
                Some(amount) => parts.push((part, amount)),
                None if part.amounts().all(|amount| amount.unit != total.unit) => continue,
                None => return None,
            }
        }
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (_, amount)| sum.checked_add(amount.value()?))?;
        let off = total.value()?.checked_sub(sum)?;
        (parts.len() > 1).then_some(Outcome { cell, total, parts, sum, off, line })
    }
}

/// How a sum came out along a line.
struct Outcome<'g, 'a> {
    cell: &'g Figures<'a>,
    total: &'g Amount<'a>,
    parts: Vec<(&'g Figures<'a>, &'g Amount<'a>)>,
    sum: Decimal,
    /// How much more the total says.
    off: Decimal,
    line: &'g Track,
}

impl Outcome<'_, '_> {
    /// Whether some of the parts, but not all, give the total: what stands after or before them is something else.
    fn begins_or_ends_with_the_sum(&self) -> bool {
        let total = self.off + self.sum;
        let runs = |parts: &mut dyn Iterator<Item = Decimal>| {
            let mut sum = Decimal::ZERO;
            parts.enumerate().any(|(index, part)| {
                sum += part;
                index > 0 && sum == total && !part.is_zero()
            })
        };
        let values = || self.parts.iter().filter_map(|(_, amount)| amount.value());
        runs(&mut values()) || runs(&mut values().collect::<Vec<_>>().into_iter().rev())
    }

    fn diagnostic(&self, track: &Track) -> Option<Diagnostic> {
        let parts: Vec<Decimal> = self.parts.iter().filter_map(|(_, amount)| amount.value()).collect();
        let figures = figures(self.cell.read.content(), self.total, &parts, self.off)?;
        let problem = SumProblem::Table { name: track.name(), place: self.line.name(), figures };
        let diagnostic = Diagnostic::new(problem, self.cell.read.text.place(self.total.range.clone()));
        let places = self.parts.iter().map(|(part, amount)| part.read.text.place(amount.range.clone()));
        Some(places.fold(diagnostic, |it, place| it.related(place, Relation::Part)))
    }
}
