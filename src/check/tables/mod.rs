//! Rules of tables.

mod blocks;
mod columns;
mod cumulations;
mod equation;
mod formula;
mod judge;
mod parts;
mod rates;
mod shares;
mod stale;
mod subsets;
mod sums;
mod view;

pub(super) use shares::shares;
pub(super) use subsets::subsets;

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::read::Reading;
use crate::check::read::grid::CheckedTable;
use crate::diag::Diagnostic;
use columns::Figures;
use view::View;

/// Looks at what belongs together in every table, both ways: totals and their parts, differences, rates, averages, products.
pub(super) fn relations(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            let said = of_table(grid, &mut found.ledger);
            said.into_iter().for_each(|diagnostic| found.push(section, Some(table), diagnostic));
        }
    }
}

fn of_table(grid: &CheckedTable<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let (mut equations, mut said) = (Vec::new(), Vec::new());
    for view in View::both(grid) {
        let totals = view.totals();
        totals.stale.iter().for_each(|stale| stale.enter(ledger));
        said.extend(totals.stale.iter().filter_map(|stale| stale.diagnostic()));
        equations.extend(totals.equations);
    }
    for view in View::both(grid) {
        let figures = Figures::new(view);
        let found = figures.equations(&equations);
        equations.extend(found);
        said.extend(rates::rates(&figures, ledger));
    }
    equations.iter().for_each(|equation| equation.enter(ledger));
    said.extend(judge::judged(grid, &equations));
    said
}
