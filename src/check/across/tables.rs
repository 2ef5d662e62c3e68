//! A department's own table gives the figures that a table of all departments gives for it.

use std::collections::BTreeMap;

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::read::cell::{CellKind, Figures};
use crate::check::read::grid::{CheckedTable, Label};
use crate::check::read::words::squeezed;
use crate::check::read::{Reading, SectionKind};
use crate::diag::{AcrossProblem, Diagnostic, Relation};
use crate::read::numbers;

/// The labels of a cell without the department's name, all totals called alike.
type Key = (Vec<String>, Vec<String>);

/// Compares every table of a part outside the departments with theirs.
pub(in crate::check) fn tables(reading: &Reading<'_>, found: &mut Found) {
    let mut own: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, section) in reading.sections.iter().enumerate() {
        if let (Some(department), SectionKind::Status) = (section.department, section.kind) {
            let places = own.entry(squeezed(&department.name.content)).or_default();
            places.extend((0..section.tables.len()).map(|table| (index, table)));
        }
    }
    // A name that two departments have tells neither.
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    for section in reading.sections.iter().filter(|section| section.kind == SectionKind::Department) {
        let department = section.department.map(|department| squeezed(&department.name.content));
        *names.entry(department.unwrap_or_default()).or_default() += 1;
    }
    own.retain(|name, _| names.get(name) == Some(&1));
    let overviews = reading.sections.iter().filter(|section| section.department.is_none());
    for grid in overviews.flat_map(|section| &section.tables) {
        for (name, cells) in by_department(grid, &own) {
            for &(section, table) in &own[&name] {
                let compared = compare(&cells, &reading.sections[section].tables[table], &mut found.ledger);
                compared.into_iter().for_each(|diagnostic| found.push(section, Some(table), diagnostic));
            }
        }
    }
}

/// The cells of a table that names departments in its rows, by department.
fn by_department<'g, 'a>(
    grid: &'g CheckedTable<'a>,
    own: &BTreeMap<String, Vec<(usize, usize)>>,
) -> BTreeMap<String, BTreeMap<Key, &'g Figures<'a>>> {
    let mut by_name: BTreeMap<String, BTreeMap<Key, &'g Figures<'a>>> = BTreeMap::new();
    for row in &grid.rows {
        let Some(label) = row.path.iter().find(|label| own.contains_key(&label.word)) else { continue };
        let rest: Vec<Label> = row.path.iter().filter(|other| other.word != label.word).cloned().collect();
        let cells = by_name.entry(label.word.clone()).or_default();
        for column in &grid.columns {
            if let Some(cell) = grid.cell(row.index, column.index).filter(|_| !grid.is_merged(row.index, column.index))
            {
                cells.insert((called(&rest), called(&column.path)), cell);
            }
        }
    }
    by_name
}

fn called(path: &[Label]) -> Vec<String> {
    path.iter().map(|label| if label.total.is_some() { "계".to_owned() } else { label.word.clone() }).collect()
}

/// Where most cells of the same labels agree, the tables are of the same thing, and those that don't are wrong in one of them.
fn compare(cells: &BTreeMap<Key, &Figures<'_>>, grid: &CheckedTable<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let mut agree = Vec::new();
    let mut differ = Vec::new();
    for row in &grid.rows {
        for column in &grid.columns {
            let key = (called(&row.path), called(&column.path));
            let (Some(there), Some(here)) = (cells.get(&key), grid.cell(row.index, column.index)) else { continue };
            match (number(here), number(there)) {
                (Some(a), Some(b)) if a == b => agree.push((here, *there)),
                (Some(_), Some(_)) => differ.push((format!("{} {}", row.name(), column.name()), here, *there)),
                _ => {}
            }
        }
    }
    if agree.len() < 4 || agree.len() < differ.len() * 2 {
        return Vec::new();
    }
    let all = agree
        .into_iter()
        .map(|pair| (true, pair))
        .chain(differ.iter().map(|(_, here, there)| (false, (*here, *there))));
    for (agrees, (here, there)) in all {
        ledger.add("figure-differs", agrees, whole(here), [('=', whole(there))]);
    }
    let said = differ.into_iter().filter_map(|(name, here, there)| {
        let problem = AcrossProblem::TableDiffers {
            name,
            here: numbers::change(number(here)?),
            there: numbers::change(number(there)?),
        };
        Some(Diagnostic::new(problem, whole(here)).related(whole(there), Relation::Elsewhere))
    });
    said.collect()
}

/// What a cell counts; nothing in it counts as none.
fn number(cell: &Figures<'_>) -> Option<rust_decimal::Decimal> {
    match cell.kind {
        CellKind::Blank | CellKind::Dash => Some(rust_decimal::Decimal::ZERO),
        CellKind::Figure => {
            let mut amounts = cell.amounts();
            amounts.next().filter(|_| amounts.next().is_none())?.value()
        }
        CellKind::Words => None,
    }
}

fn whole(cell: &Figures<'_>) -> crate::model::source::Span {
    let range = cell.amounts().next().map_or(0..0, |amount| amount.range.clone());
    cell.read.text.place(range)
}
