//! What is said once of all cells of a table that are alike: the first of them, and how many there are.

use std::collections::BTreeMap;

use super::files::Placed;
use crate::diag::{DataProblem, Diagnostics};
use crate::read::data::Remark;

/// What cells have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    /// What their file says of them.
    Remark(Remark),
    /// Marks that were emphasis until cells became data.
    Marks,
}

/// Cells that are alike.
#[derive(Debug, Default)]
pub(super) struct Noted {
    found: BTreeMap<What, ((usize, usize), usize)>,
}

impl Noted {
    /// One more.
    pub(crate) fn add(&mut self, what: What, place: (usize, usize)) {
        self.found.entry(what).or_insert((place, 0)).1 += 1;
    }

    /// Says what was found.
    pub(crate) fn report(self, placed: &Placed, sink: &mut Diagnostics) {
        for (what, ((row, column), count)) in self.found {
            let (name, cell) = (placed.name.clone(), placed.cell_name(row, column));
            let problem = match what {
                What::Remark(Remark::HidesSign) => DataProblem::SignHidden { name, cell, count },
                What::Remark(Remark::Shortened) => DataProblem::Shortened { name, cell, count },
                What::Remark(Remark::DecimalComma) => DataProblem::DecimalComma { name, cell, count },
                What::Remark(Remark::CommaUnclear) => {
                    let value = placed.sheet.cell(row, column).content.clone();
                    DataProblem::CommaUnclear { name, cell, value }
                }
                What::Marks => DataProblem::MarksPrint { name, cell, count },
            };
            sink.report(problem, placed.span(row, column));
        }
    }
}
