//! The columns of a table from a file: the file's own, chosen and renamed, and those that are reckoned.

use std::collections::{BTreeMap, BTreeSet};

use super::area::Area;
use super::cells::SheetColumn;
use super::names::Names;
use super::reckon::{Print, Reckoning};
use crate::diag::{DataProblem, Diagnostics, KeyProblem};
use crate::read::decode::{Located, Typed};
use crate::read::def::{ColumnDef, DataDef, NamedColumnDef};

/// Decimals of a rate or share where none are said, as reports have them.
const DECIMALS: u32 = 1;
/// The most decimals.
const MOST_DECIMALS: u8 = 10;

/// Finds the sheet's column of a name.
type Find<'a> = &'a dyn Fn(&Typed, &mut Diagnostics) -> Option<usize>;

/// A column of the table.
pub(super) struct Column {
    /// Its own name, where it has one.
    pub name: Option<Typed>,
    /// Where its cells come from.
    pub from: From,
}

/// Where the cells of a column come from.
pub(super) enum From {
    /// From this column of the sheet.
    Worksheet(SheetColumn),
    /// From figures of other columns of the sheet.
    Reckoned(Reckoning),
}

/// The columns that a definition asks for; those that aren't there have been reported.
pub(super) fn columns(def: &DataDef, area: &Area, sink: &mut Diagnostics) -> Vec<Column> {
    let find = |name: &Typed, sink: &mut Diagnostics| area.find(name, sink);
    let verbatim: BTreeSet<usize> = def.verbatim.iter().filter_map(|name| find(name, sink)).collect();
    let sheet = |column: usize, decimals: Option<u32>| {
        let verbatim = verbatim.contains(&column) || decimals.is_none() && area.is_of_times(column);
        From::Worksheet(SheetColumn { column: Some(column), verbatim, decimals })
    };
    let Some(defs) = &def.columns else {
        return area.columns.iter().map(|&column| Column { name: None, from: sheet(column, None) }).collect();
    };
    let column = |def: &ColumnDef, sink: &mut Diagnostics| match def {
        ColumnDef::File(name) => Some(Column { name: None, from: sheet(find(name, sink)?, None) }),
        ColumnDef::Named(def) => {
            let from = match (one_of(def), &def.column) {
                (1, Some(column)) => sheet(find(column, sink)?, decimals(def, sink)),
                (1, None) => From::Reckoned(reckoning(def, &find, sink)?),
                _ => {
                    sink.report(DataProblem::ColumnForm {}, def.span);
                    return None;
                }
            };
            if let (None, From::Reckoned(_)) = (&def.name, &from) {
                let (key, sample) = ("name".to_owned(), "name = \"증감\"".to_owned());
                sink.report(KeyProblem::Missing { key, sample }, def.span);
                return None;
            }
            Some(Column { name: def.name.clone(), from })
        }
    };
    defs.iter().filter_map(|def| column(def, sink)).collect()
}

/// How the columns of a table follow from others of it, by their number; what can't be has been reported.
pub(super) fn of_table(defs: &[NamedColumnDef], names: &Names, sink: &mut Diagnostics) -> BTreeMap<usize, Reckoning> {
    let find = |name: &Typed, sink: &mut Diagnostics| names.find(name, sink);
    let mut reckoned = BTreeMap::new();
    for def in defs {
        let (Some(name), 1, None) = (&def.name, one_of(def), &def.column) else {
            sink.report(DataProblem::ReckonForm {}, def.span);
            continue;
        };
        if let Some((column, reckoning)) = find(name, sink).zip(reckoning(def, &find, sink)) {
            reckoned.insert(column, reckoning);
        }
    }
    reckoned
}

/// How many keys say where a column comes from.
fn one_of(def: &NamedColumnDef) -> usize {
    let given = [
        def.column.is_some(),
        def.sum.is_some(),
        def.change.is_some(),
        def.change_rate.is_some(),
        def.share.is_some(),
        def.rate.is_some(),
    ];
    given.into_iter().filter(|given| *given).count()
}

fn reckoning(def: &NamedColumnDef, find: Find<'_>, sink: &mut Diagnostics) -> Option<Reckoning> {
    if let Some(names) = &def.rate {
        let print = print(def, sink);
        return pair(names, find, sink).map(|(part, whole)| Reckoning::Part(part, whole, print));
    }
    match (&def.change, &def.change_rate, &def.sum, &def.share) {
        (Some(names), ..) => pair(names, find, sink).map(|(from, to)| Reckoning::Change(from, to)),
        (_, Some(names), ..) => {
            let print = print(def, sink);
            pair(names, find, sink).map(|(from, to)| Reckoning::Rate(from, to, print))
        }
        (_, _, Some(names), _) => {
            let columns: Vec<_> = names.iter().map(|name| find(name, sink)).collect();
            columns.into_iter().collect::<Option<_>>().map(Reckoning::Sum)
        }
        (.., Some(name)) => {
            let print = print(def, sink);
            find(name, sink).map(|column| Reckoning::Share(column, print))
        }
        _ => None,
    }
}

/// The decimals that a definition asks for.
fn decimals(def: &NamedColumnDef, sink: &mut Diagnostics) -> Option<u32> {
    let decimals = def.decimals.as_ref()?;
    if decimals.value > MOST_DECIMALS {
        let (value, most) = (decimals.value.to_string(), MOST_DECIMALS.into());
        sink.report(KeyProblem::OutOfRange { value, least: 0, most }, decimals.span);
    }
    Some(decimals.value.min(MOST_DECIMALS).into())
}

fn print(def: &NamedColumnDef, sink: &mut Diagnostics) -> Print {
    let says_percent = def.name.as_ref().is_some_and(|name| name.content.contains(['%', '％']));
    // What a column's head says is not said again in every cell.
    Print { decimals: decimals(def, sink).unwrap_or(DECIMALS), sign: !says_percent }
}

fn pair(names: &Located<Vec<Typed>>, find: Find<'_>, sink: &mut Diagnostics) -> Option<(usize, usize)> {
    match &names.value[..] {
        [from, to] => {
            let (from, to) = (find(from, sink), find(to, sink));
            from.zip(to)
        }
        _ => {
            sink.report(DataProblem::Pair { columns: names.value.len() }, names.span);
            None
        }
    }
}
