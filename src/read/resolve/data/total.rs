//! Rows that sum up others: the total of a table, and subtotals of neighbouring rows.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::extract::Extract;
use super::names::{Names, is_same, label};
use super::reckon::{Inputs, Reckoning, sums};
use super::{cells, columns};
use crate::diag::{DataProblem, Diagnostics};
use crate::model::grid::Join;
use crate::model::report::{Origin, TO_FILL};
use crate::model::source::Span;
use crate::read::decode::{Places, Typed};
use crate::read::def::{CellDef, CellValue, DataCell, SubtotalDef, TableDef, TotalPlace};
use crate::read::numbers;

/// The rows with their totals, if the definition asks for some.
pub(super) fn add(def: &TableDef, extract: Extract, sink: &mut Diagnostics) -> Vec<Places<CellDef>> {
    if def.total.is_none() && def.subtotal.is_none() {
        return extract.rows;
    }
    let names = Names::of_head(&def.head);
    let follows = columns::of_table(&def.reckon, &names, sink);
    let total = def.total.as_ref().and_then(|def| {
        let row = Row { label: &def.label, at: 0, sum: summed(&def.sum, 0, &names, sink)?, follows: &follows };
        let members: Vec<usize> = (0..extract.rows.len()).collect();
        Some((def.at, sum(&row, &members, &names, &extract, sink)))
    });
    let mut rows = match &def.subtotal {
        Some(def) => with_subtotals(def, &follows, &names, extract, sink),
        None => extract.rows,
    };
    match total {
        Some((TotalPlace::Top, row)) => rows.insert(0, row),
        Some((TotalPlace::Bottom, row)) => rows.push(row),
        None => {}
    }
    rows
}

/// A row that sums up others.
struct Row<'a> {
    label: &'a Typed,
    /// The column of its label.
    at: usize,
    /// The columns that are summed.
    sum: Vec<usize>,
    /// Those that follow from others, and how.
    follows: &'a BTreeMap<usize, Reckoning>,
}

/// The columns to be summed; the label's may not be one of them.
fn summed(sum: &[Typed], label_at: usize, names: &Names, sink: &mut Diagnostics) -> Option<Vec<usize>> {
    let found: Vec<Option<usize>> = sum.iter().map(|name| names.find(name, sink)).collect();
    let columns: Vec<usize> = found.into_iter().collect::<Option<_>>()?;
    if let Some((name, _)) = sum.iter().zip(&columns).find(|(_, column)| **column == label_at) {
        sink.report(DataProblem::TotalPlace {}, name.span());
        return None;
    }
    Some(columns)
}

/// The row that sums up these rows.
fn sum(row: &Row<'_>, members: &[usize], names: &Names, extract: &Extract, sink: &mut Diagnostics) -> Places<CellDef> {
    let span = row.label.span();
    let given = || row.sum.iter().chain(row.follows.keys()).copied();
    let first_sum = given().filter(|column| *column > row.at).min().unwrap_or(row.at + 1);
    let cell = |column: usize, sink: &mut Diagnostics| {
        if let Some(reckoning) = row.follows.get(&column).filter(|_| column != row.at) {
            let printed = following(reckoning, row, members, names, extract, sink).unwrap_or_default();
            return cells::figure(&printed, span);
        }
        if row.sum.contains(&column) {
            let printed = figure(column, members, names, extract, span, sink).unwrap_or_default();
            return cells::figure(&printed, span);
        }
        match column {
            at if at == row.at => cells::text(&row.label.content, row.label.origin.clone()),
            column if column > row.at && column < first_sum => cells::joined(Join::Left, span),
            _ => cells::text("", Origin { span, runs: Vec::new() }),
        }
    };
    let width = extract.rows.first().map_or(names.len(), |row| row.entries.len());
    Places { span, entries: (0..width).map(|column| Some(cell(column, sink))).collect() }
}

/// The sum of a column over these rows, as printed; `None` after reporting what can't be summed.
fn figure(
    column: usize,
    members: &[usize],
    names: &Names,
    extract: &Extract,
    span: Span,
    sink: &mut Diagnostics,
) -> Option<String> {
    let printed = match extract.reckoned.get(column) {
        Some(Some(reckoning)) => {
            let of_members = members.iter().filter_map(|&row| extract.inputs.get(row));
            sums(of_members).and_then(|figures| reckoning.print(&figures, &sums(&extract.inputs)?))
        }
        _ => return plain(column, members, names, extract, span, sink),
    };
    printed.map_err(|_| sink.report(DataProblem::TooLarge {}, span)).ok()
}

/// The sum of the figures that stand in a column.
fn plain(
    column: usize,
    members: &[usize],
    names: &Names,
    extract: &Extract,
    span: Span,
    sink: &mut Diagnostics,
) -> Option<String> {
    match total(column, members, names, extract, (span, true), sink)? {
        Total::ToFill => Some(TO_FILL.to_owned()),
        Total::Nothing => Some("-".to_owned()),
        Total::Figure(sum, around) => Some(around.print(sum)),
    }
}

/// What the figures of a column come to.
enum Total {
    /// Something that remains to be filled in.
    ToFill,
    /// There are none.
    Nothing,
    /// This, and what stands around each of them.
    Figure(Decimal, Around),
}

/// A figure that follows from the sums of others, as printed; `None` after reporting what can't be reckoned.
fn following(
    reckoning: &Reckoning,
    row: &Row<'_>,
    members: &[usize],
    names: &Names,
    extract: &Extract,
    sink: &mut Diagnostics,
) -> Option<String> {
    let span = row.label.span();
    let mut sums_of = |members: &[usize]| {
        let mut inputs = Inputs::default();
        for column in reckoning.inputs() {
            // What is summed as well has been reported there.
            let says = !row.sum.contains(&column);
            match total(column, members, names, extract, (span, says), sink)? {
                Total::ToFill => drop(inputs.to_fill.insert(column)),
                Total::Nothing => {}
                Total::Figure(sum, _) => drop(inputs.figures.insert(column, sum)),
            }
        }
        Some(inputs)
    };
    let all: Vec<usize> = (0..extract.rows.len()).collect();
    let (own, all) = (sums_of(members)?, sums_of(&all)?);
    reckoning.print(&own, &all).map_err(|_| sink.report(DataProblem::TooLarge {}, span)).ok()
}

/// The sum of a column's figures; `None` after reporting what can't be summed, where that is to be said.
fn total(
    column: usize,
    members: &[usize],
    names: &Names,
    extract: &Extract,
    (span, says): (Span, bool),
    sink: &mut Diagnostics,
) -> Option<Total> {
    let mut sum: Option<Decimal> = None;
    let mut around: Option<Around> = None;
    let mut sound = true;
    for &row in members {
        let Some(cell) = extract.rows[row].entries.get(column).and_then(Option::as_ref) else { continue };
        // A merged figure is counted where it stands.
        if cell.join().is_some() {
            continue;
        }
        let value = label(cell);
        // What follows from it remains to be filled in too.
        if numbers::is_to_fill(&value) {
            return Some(Total::ToFill);
        }
        // What stands around the figures of a column, a currency or a unit, stands around their sum; only where it is the same.
        let (read, own) = match &cell.value {
            CellValue::Data(DataCell { amount: Some(amount), .. }) => (Some(Some(**amount)), Around::of(&value)),
            _ => (numbers::read(&value), Around::default()),
        };
        let read = read.filter(|read| read.is_none() || around.as_ref().is_none_or(|around| *around == own));
        let Some(read) = read else {
            let place = cell.value.span();
            let problem = DataProblem::NotANumber {
                cell: extract.placed.as_ref().and_then(|placed| placed.find(place)),
                column: names.name(column).to_owned(),
                value,
            };
            if says {
                sink.report(problem, place);
            }
            sound = false;
            continue;
        };
        let Some(figure) = read else { continue };
        around.get_or_insert(own);
        match sum.unwrap_or_default().checked_add(figure) {
            Some(larger) => sum = Some(larger),
            None => {
                sink.report(DataProblem::TooLarge {}, span);
                return None;
            }
        }
    }
    sound.then(|| sum.map_or(Total::Nothing, |sum| Total::Figure(sum, around.unwrap_or_default())))
}

/// What stands around a figure, but for its sign: `₩`, `천원`, `%`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Around {
    before: String,
    behind: String,
}

impl Around {
    /// Of a cell that shows a figure in letters.
    fn of(shown: &str) -> Around {
        const SIGNS: [char; 12] = ['-', '+', '−', '△', '▲', '▽', '▼', '(', ')', '（', '）', ' '];
        let is_figure = |c: char| c.is_ascii_digit() || c == '.';
        let start = shown.find(is_figure).unwrap_or(shown.len());
        let end = shown.rfind(is_figure).map_or(start, |end| end + 1);
        let part = |part: &str| part.replace(SIGNS, "");
        Around { before: part(&shown[..start]), behind: part(&shown[end..]) }
    }

    fn print(&self, sum: Decimal) -> String {
        let (sign, size) = if sum.is_sign_negative() && !sum.is_zero() { ("-", -sum) } else { ("", sum) };
        format!("{sign}{}{}{}", self.before, numbers::grouped(size), self.behind)
    }
}

/// The rows with a subtotal for each run of rows with the same value in a column, whose cells are merged over the run.
fn with_subtotals(
    def: &SubtotalDef,
    follows: &BTreeMap<usize, Reckoning>,
    names: &Names,
    mut extract: Extract,
    sink: &mut Diagnostics,
) -> Vec<Places<CellDef>> {
    let Some(by) = names.find(&def.by, sink) else { return extract.rows };
    let Some(sum_columns) = summed(&def.sum, by + 1, names, sink) else { return extract.rows };
    if by + 1 >= names.len() || sum_columns.contains(&by) {
        sink.report(DataProblem::TotalPlace {}, def.by.span());
        return extract.rows;
    }
    let row = Row { label: &def.label, at: by + 1, sum: sum_columns, follows };
    repeat_merged(&mut extract.rows, by);
    let mut rows = Vec::with_capacity(extract.rows.len() * 2);
    for run in runs(&extract.rows, by) {
        let mut subtotal = sum(&row, &run, names, &extract, sink);
        let own = |row: usize| extract.rows[row].entries.get(by).cloned().flatten();
        let joined = |span| Some(cells::joined(Join::Above, span));
        let top = def.at == TotalPlace::Top;
        subtotal.entries[by] = if top { own(run[0]) } else { joined(def.by.span()) };
        let mut members: Vec<Places<CellDef>> = run.iter().map(|&row| extract.rows[row].clone()).collect();
        for member in members.iter_mut().skip(usize::from(!top)) {
            let span = member.span;
            if let Some(cell) = member.entries.get_mut(by) {
                *cell = joined(cell.as_ref().map_or(span, |cell| cell.value.span()));
            }
        }
        if top {
            rows.push(subtotal);
            rows.extend(members);
        } else {
            rows.extend(members);
            rows.push(subtotal);
        }
    }
    rows
}

/// Repeats what is merged downwards in a column.
fn repeat_merged(rows: &mut [Places<CellDef>], by: usize) {
    let is_joined = |cell: &Option<CellDef>| cell.as_ref().is_some_and(|cell| cell.join() == Some(Join::Above));
    for index in 1..rows.len() {
        let (above, below) = rows.split_at_mut(index);
        let (above, row) = (&above[index - 1], &mut below[0]);
        if row.entries.get(by).is_some_and(is_joined) {
            row.entries[by] = above.entries.get(by).cloned().flatten();
        }
    }
}

/// The runs of neighbouring rows with the same value in a column.
fn runs(rows: &[Places<CellDef>], by: usize) -> Vec<Vec<usize>> {
    let value = |row: usize| rows[row].entries.get(by).and_then(Option::as_ref).map(label).unwrap_or_default();
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for row in 0..rows.len() {
        match runs.last_mut() {
            Some(run) if is_same(&value(run[0]), &value(row)) => run.push(row),
            _ => runs.push(vec![row]),
        }
    }
    runs
}
