//! Which rows are kept, and in which order.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::area::Area;
use super::files::Placed;
use super::names::is_same;
use super::times::{Time, time};
use crate::diag::{DataProblem, Diagnostics, KeyProblem, Kind};
use crate::read::decode::{Number, Typed};
use crate::read::def::{FilterDef, SortDef};
use crate::read::numbers;

/// Keeps the rows that meet all of these.
pub(super) fn filter(defs: &[FilterDef], area: &mut Area, placed: &Placed, sink: &mut Diagnostics) {
    for def in defs {
        if def.is.is_none() && def.is_not.is_none() && def.least.is_none() && def.most.is_none() {
            sink.report(DataProblem::EmptyFilter {}, def.span);
        }
        let (least, most) = (bound(def.least.as_ref(), sink), bound(def.most.as_ref(), sink));
        let Some(column) = area.find(&def.column, sink) else { continue };
        area.rows.retain(|&row| is_kept(def, (least, most), placed, (row, column), sink));
        if area.rows.is_empty() {
            sink.report(DataProblem::NoneLeft {}, def.span);
            return;
        }
    }
}

/// Whether a row's cell in a column meets a filter whose bounds are these.
fn is_kept(
    def: &FilterDef,
    (least, most): (Option<Decimal>, Option<Decimal>),
    placed: &Placed,
    (row, column): (usize, usize),
    sink: &mut Diagnostics,
) -> bool {
    let (row, column) = placed.sheet.owner(row, column);
    let cell = placed.sheet.cell(row, column);
    let is_one = |values: &[Typed]| values.iter().any(|value| holds(&cell.content, &value.content));
    if !def.is.as_deref().is_none_or(is_one) || def.is_not.as_deref().is_some_and(is_one) {
        return false;
    }
    if least.is_none() && most.is_none() {
        return true;
    }
    match placed.figure(row, column) {
        Some(figure) => figure
            .is_some_and(|figure| least.is_none_or(|least| figure >= least) && most.is_none_or(|most| figure <= most)),
        None => {
            // Whether a row is to be kept can't be told before its figure is filled in.
            if !numbers::is_to_fill(&cell.content) {
                placed.not_a_number(row, column, &def.column.content, sink);
            }
            true
        }
    }
}

/// Whether a cell holds a value: the same letters, blanks apart, or the same number.
fn holds(cell: &str, value: &str) -> bool {
    is_same(cell, value) || numbers::digits(value).is_some_and(|digits| numbers::digits(cell) == Some(digits))
}

fn bound(number: Option<&Number>, sink: &mut Diagnostics) -> Option<Decimal> {
    let number = number?;
    let read = numbers::read(&number.printed).flatten();
    if read.is_none() {
        sink.report(KeyProblem::BadValue { value: number.printed.clone(), expected: Kind::Number }, number.span);
    }
    read
}

/// Sorts the rows, those that are alike staying in their order.
pub(super) fn sort(defs: &[SortDef], area: &mut Area, placed: &Placed, sink: &mut Diagnostics) {
    let keys: Vec<By> = defs
        .iter()
        .filter_map(|def| {
            let column = area.find(&def.column, sink)?;
            Some(By { column, descending: def.descending, of_times: area.is_of_times(column) })
        })
        .collect();
    if keys.is_empty() {
        return;
    }
    let key = |row: usize, by: &By| {
        let (row, column) = placed.sheet.owner(row, by.column);
        Key::of(placed, row, column, by.of_times)
    };
    let mut rows: Vec<(Vec<Key<'_>>, usize)> =
        area.rows.iter().map(|&row| (keys.iter().map(|by| key(row, by)).collect(), row)).collect();
    rows.sort_by(|(one, _), (other, _)| {
        let compared = one.iter().zip(other).zip(&keys).map(|((one, other), by)| one.compare(other, by.descending));
        compared.fold(Ordering::Equal, Ordering::then)
    });
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    area.rows = rows;
}

/// A column that rows are sorted by.
struct By {
    column: usize,
    descending: bool,
    of_times: bool,
}

/// What rows are sorted by.
enum Key<'a> {
    Time(Time),
    Figure(Decimal),
    Text(&'a str),
    Empty,
}

impl Key<'_> {
    fn of(placed: &Placed, row: usize, column: usize, of_times: bool) -> Key<'_> {
        let content = placed.sheet.cell(row, column).content.as_str();
        if let Some(time) = time(content, true).filter(|_| of_times) {
            return Key::Time(time);
        }
        match placed.figure(row, column) {
            Some(Some(number)) => Key::Figure(number),
            Some(None) => Key::Empty,
            None => Key::Text(content),
        }
    }

    /// Figures before texts; what is empty comes last either way.
    fn compare(&self, other: &Key<'_>, descending: bool) -> Ordering {
        let ordering = match (self, other) {
            (Key::Time(one), Key::Time(other)) => one.cmp(other),
            (Key::Figure(one), Key::Figure(other)) => one.cmp(other),
            (Key::Text(one), Key::Text(other)) => one.cmp(other),
            (Key::Time(_), Key::Figure(_) | Key::Text(_)) | (Key::Figure(_), Key::Text(_)) => Ordering::Less,
            (Key::Figure(_) | Key::Text(_), Key::Time(_)) | (Key::Text(_), Key::Figure(_)) => Ordering::Greater,
            (Key::Empty, Key::Empty) => return Ordering::Equal,
            (Key::Empty, _) => return Ordering::Greater,
            (_, Key::Empty) => return Ordering::Less,
        };
        if descending { ordering.reverse() } else { ordering }
    }
}
