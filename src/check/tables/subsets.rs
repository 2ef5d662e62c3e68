//! A figure in brackets is no more than the one that it is a part of: `9(임기1)`, `15(1)`.

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::diag::{Diagnostic, SumProblem};
use crate::figure;

/// Looks at every cell.
pub(in crate::check) fn subsets(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (table, grid) in it.tables.iter().enumerate() {
            for (_, _, cell) in grid.body() {
                let mut main = cell.amounts();
                let (Some(whole), None, Some(part)) = (main.next(), main.next(), cell.bracketed()) else { continue };
                if part.unit == whole.unit && part.number > whole.number && !whole.number.is_sign_negative() {
                    let problem =
                        SumProblem::Subset { part: figure::change(part.number), whole: figure::change(whole.number) };
                    let place = cell.read.text.place(part.range.clone());
                    found.push(section, Some(table), Diagnostic::new(problem, place));
                }
            }
        }
    }
}
