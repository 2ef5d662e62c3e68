//! A heading's line gives the figures of the table below it: `인 력 (정원:227명, 현원:183명)`; and as many departments as there are.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::read::amount::Amount;
use crate::check::read::cell::Figures;
use crate::check::read::grid::{CheckedTable, Track};
use crate::check::read::words::squeezed;
use crate::check::read::{LineKind, Reading, Section};
use crate::diag::{AcrossProblem, Diagnostic, Relation};
use crate::model::report::PartBody;
use crate::read::numbers;

/// Looks at what stands at the end of headings' lines.
pub(in crate::check) fn headings(reading: &Reading<'_>, found: &mut Found) {
    let departments = reading.report.parts.iter().map(|part| match &part.body {
        PartBody::Departments(departments) => departments.len(),
        PartBody::Overview(_) => 0,
    });
    let departments: usize = departments.sum();
    for (index, section) in reading.sections.iter().enumerate() {
        let lines = section.lines.iter().filter(|line| line.kind == LineKind::Value);
        for line in lines {
            for amount in &line.read.amounts {
                let named = figure(section, line.read.content(), amount);
                let said = named.and_then(|(cell, given, name)| {
                    let (here, there) = (line.read.place(amount), cell.read.place(given));
                    let agrees = given.value() == amount.value();
                    found.ledger.add("heading-figure", agrees, here, [('=', there)]);
                    if agrees {
                        return None;
                    }
                    let (said_here, said_there) = (numbers::change(amount.number), numbers::change(given.number));
                    let problem = AcrossProblem::HeadingDiffers { name, here: said_here, there: said_there };
                    Some(Diagnostic::new(problem, here).related(there, Relation::Elsewhere))
                });
                let counted = section.department.is_none() && amount.unit == "개과" && departments > 0;
                if counted {
                    let agrees = amount.number == Decimal::from(departments);
                    found.ledger.add("department-count", agrees, line.read.place(amount), []);
                }
                let missing = counted && amount.number != Decimal::from(departments);
                let count = missing.then(|| {
                    let shown = line.read.content()[amount.range.clone()].to_owned();
                    let problem = AcrossProblem::Departments { shown, count: departments };
                    Diagnostic::new(problem, line.read.place(amount))
                });
                said.into_iter().chain(count).for_each(|diagnostic| found.push(index, None, diagnostic));
            }
        }
    }
}

/// The figure of the section's tables that an amount of this text names by its label.
fn figure<'g, 'a>(
    section: &'g Section<'a>,
    text: &str,
    amount: &Amount<'_>,
) -> Option<(&'g Figures<'a>, &'g Amount<'a>, String)> {
    let before = text[..amount.range.start].trim_end().trim_end_matches([':', '：']).trim_end();
    let start = before.rfind(|c: char| !c.is_alphanumeric() && !c.is_whitespace()).map_or(0, |at| at + 1);
    let name = squeezed(before.get(start..)?);
    if name.is_empty() {
        return None;
    }
    let given = section.tables.iter().filter_map(|grid| total_of(grid, &name));
    let mut given = given.filter(|(_, found)| found.unit.is_empty() || found.unit == amount.unit);
    let (cell, found) = given.next().filter(|_| given.next().is_none())?;
    Some((cell, found, name))
}

/// The cell of a table where the row of this name, in all or as a row of totals, meets the column of the total.
fn total_of<'g, 'a>(grid: &'g CheckedTable<'a>, name: &str) -> Option<(&'g Figures<'a>, &'g Amount<'a>)> {
    let is_named = |row: &&Track| {
        let mut rest = row.path.iter().filter(|label| label.word != name);
        row.path.iter().any(|label| label.word == name) && rest.all(|label| label.total.is_some())
    };
    let mut rows = grid.rows.iter().filter(is_named);
    let row = rows.next().filter(|_| rows.next().is_none())?;
    let mut totals = grid.columns.iter().filter(|column| column.path.len() == 1 && column.path[0].total.is_some());
    let column = totals.next().filter(|_| totals.next().is_none())?;
    let cell = grid.cell(row.index, column.index)?;
    let mut amounts = cell.amounts();
    let amount = amounts.next().filter(|_| amounts.next().is_none())?;
    Some((cell, amount))
}
