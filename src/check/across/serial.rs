//! Rows of a table that are numbered, 연번, are numbered one by one; and a line above says as many as there are.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::read::grid::CheckedTable;
use crate::check::read::{LineKind, Reading, Section};
use crate::diag::{AcrossProblem, Diagnostic, Relation};
use crate::read::numbers;

/// Units that a table has a row for each of.
const ROWS: [&str; 9] = ["건", "개", "개소", "곳", "개 사업", "종", "명", "개사업", "개과제"];

/// Looks at every table with such a column.
pub(in crate::check) fn serial(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            let Some(column) = (0..grid.table.columns.len().min(3)).find(|column| grid.counts_rows(*column)) else {
                continue;
            };
            let numbers = grid.numbers_of(column);
            let whole = |number: &Decimal| number.fract().is_zero();
            if numbers.len() < 3 || !numbers.iter().all(|(_, amount)| whole(&amount.number)) {
                continue;
            }
            let values: Vec<Decimal> = numbers.iter().map(|(_, amount)| amount.number).collect();
            let breaks: Vec<usize> = (1..values.len())
                .filter(|at| values[*at] != values[at - 1] + Decimal::ONE && values[*at] != Decimal::ONE)
                .collect();
            // One that is wrong among right ones breaks the row twice: 1, 2, 2, 4.
            let breaks = match breaks[..] {
                [at, next] if next == at + 1 && values[next] == values[at - 1] + Decimal::TWO => vec![at],
                _ => breaks,
            };
            let counts = values[0] == Decimal::ONE && breaks.len() < 2;
            for (at, (cell, amount)) in numbers.iter().enumerate().filter(|_| counts) {
                found.ledger.add("serial", !breaks.contains(&at), cell.read.place(amount), []);
            }
            // Numbers that jump about are no numbers of rows.
            match (values[0] == Decimal::ONE, breaks.as_slice()) {
                (true, [at]) => {
                    let (cell, amount) = numbers[*at];
                    let expected = numbers::change(values[at - 1] + Decimal::ONE);
                    let problem = AcrossProblem::Serial { shown: numbers::change(amount.number), expected };
                    found.push(section, Some(table), Diagnostic::new(problem, cell.read.place(amount)));
                }
                (true, []) if !grid.rows.iter().any(|row| row.path.iter().any(|label| label.total.is_some())) => {
                    let said = counted(it, grid, values.len(), &mut found.ledger);
                    said.into_iter().for_each(|said| found.push(section, None, said));
                }
                _ => {}
            }
        }
    }
}

/// `총 46건` right above a table of 47 numbered rows.
fn counted(section: &Section<'_>, grid: &CheckedTable<'_>, rows: usize, ledger: &mut Ledger) -> Option<Diagnostic> {
    let line = section.lines.get(grid.after?).filter(|line| line.kind != LineKind::Note)?;
    // Of two tables below one line it is the sum.
    if section.tables.iter().filter(|other| other.after == grid.after).count() > 1 {
        return None;
    }
    let text = line.read.content();
    let mut totals = line.read.amounts.iter().filter(|amount| {
        let called = text[..amount.range.start].trim_end().ends_with('총')
            || text[..amount.digits_start()].trim_end().ends_with('총');
        called && ROWS.contains(&amount.unit) && amount.scale == 0
    });
    let amount = totals.next().filter(|_| totals.next().is_none() && line.read.amounts.len() == 1)?;
    // One more or less is a slip; anything else may count something else.
    let off = (amount.number - Decimal::from(rows)).abs();
    if off <= Decimal::TWO {
        ledger.add("row-count", off.is_zero(), line.read.place(amount), [('=', grid.table.span)]);
    }
    let near = off <= Decimal::TWO && !off.is_zero();
    let problem = AcrossProblem::Rows { shown: text[amount.range.clone()].to_owned(), rows };
    near.then(|| Diagnostic::new(problem, line.read.place(amount)).related(grid.table.span, Relation::Elsewhere))
}
