//! How the cells of a table cover its grid, and what of the joins between them can't be.

use crate::diag::{Diagnostic, Diagnostics, Relation, TableProblem};
use crate::model::grid::{CellPlace, Fault, Owners, Shape, Why};
use crate::model::source::Span;
use crate::read::decode::Places;
use crate::read::def::CellDef;
use crate::read::resolve::typed::{self, joins};

/// The shape of rows of one length.
pub(super) fn merge(rows: &[Places<CellDef>], columns: usize, head_rows: usize, sink: &mut Diagnostics) -> Shape {
    let (owners, misjoined) = Owners::of_joins(joins(rows), head_rows);
    let (shape, not_rectangular) = Shape::new(rows.len(), columns, &owners);
    for fault in misjoined.into_iter().chain(not_rectangular) {
        sink.push(said(fault, rows));
    }
    shape
}

fn said(Fault { at, why }: Fault, rows: &[Places<CellDef>]) -> Diagnostic {
    let (row, column) = (at.0 + 1, at.1 + 1);
    let problem = match why {
        Why::NothingLeft => TableProblem::NothingLeft {},
        Why::NothingAbove => TableProblem::NothingAbove {},
        Why::AcrossHead => TableProblem::AcrossHead {},
        Why::NotRectangular { owner } => {
            let (owner_row, owner_column) = (owner.0 + 1, owner.1 + 1);
            let problem = TableProblem::NotRectangular { row, column, owner_row, owner_column };
            return Diagnostic::new(problem, span(rows, at)).related(span(rows, owner), Relation::OtherCell);
        }
    };
    Diagnostic::new(problem, span(rows, at))
}

/// Where a cell stands; its row, for one that was refused.
fn span(rows: &[Places<CellDef>], at: CellPlace) -> Span {
    typed::cell(rows, at).map_or(rows[at.0].span, |cell| cell.value.span())
}
