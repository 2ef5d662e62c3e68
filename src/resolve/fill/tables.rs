//! What the expressions of a file can name: the report's values, and the cells of the file's tables, reckoned when they are first asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::text;
use super::values::{Values, date, unknown};
use crate::decode::{Decode, Name, Named, Places, Typed};
use crate::def::{CellDef, CellValue, CheckDef, TableDef};
use crate::diag::{Diagnostic, Thing, ValueProblem, nearest};
use crate::figure;
use crate::report::Claim;
use crate::resolve::Cx;
use crate::resolve::data::{self, Found, Names as Labels, label};
use crate::resolve::text::required;
use crate::value::{Held, Key, Names, Value, Wrong, hold};

/// The names that the expressions of a file know.
pub(super) struct FileScope<'a, 'b> {
    values: Arc<Values>,
    tables: BTreeMap<String, Table>,
    cx: &'a mut Cx<'b>,
    found: Vec<Diagnostic>,
}

/// A table that expressions can name.
struct Table {
    name: Name,
    def: TableDef,
    stage: Stage,
    columns: Labels,
    /// Its rows: before it is done those that were typed, then its totals among them.
    rows: Vec<Places<CellDef>>,
    /// Cells that are being filled, so that whoever asks for one goes in a circle.
    active: BTreeSet<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Fresh,
    Filling,
    Done,
}

impl<'a, 'b> FileScope<'a, 'b> {
    /// The names of a file with these tables.
    pub fn new(tables: Named<TableDef>, cx: &'a mut Cx<'b>) -> FileScope<'a, 'b> {
        let table = |(name, def): (Name, Option<TableDef>)| {
            let def = def?;
            let columns = Labels::of_head(&def.head);
            let content = name.content.clone();
            let table = Table { name, def, stage: Stage::Fresh, columns, rows: Vec::new(), active: BTreeSet::new() };
            Some((content, table))
        };
        let tables = tables.entries.into_iter().filter_map(table).collect();
        FileScope { values: Arc::clone(&cx.values), tables, cx, found: Vec::new() }
    }

    /// Fills a text; one whose expressions are wrong stays as it is.
    pub fn fill(&mut self, typed: &mut Typed) {
        self.fill_at(typed, 0);
    }

    /// How a declared check comes out; `None` where its expression is wrong.
    pub fn claim(&mut self, mut def: CheckDef) -> Option<Claim> {
        self.fill(&mut def.why);
        let why = required(&def.why, "why", self.cx.sink);
        let expr = &def.expr.content;
        match hold(expr, self) {
            Ok(Held { holds, sides }) => {
                let sides = sides.map(|(left, right)| [left, right].map(|side| side.to_string()));
                Some(Claim { holds, sides, why, span: def.expr.span() })
            }
            Err(wrong) => {
                self.found.extend(text::said(&def.expr, 0..expr.len(), wrong));
                None
            }
        }
    }

    /// Says what was found.
    pub fn finish(self) {
        self.found.into_iter().for_each(|found| self.cx.sink.push(found));
    }

    fn fill_at(&mut self, typed: &mut Typed, depth: usize) {
        if text::has_expressions(typed) {
            let mut found = Vec::new();
            if let Some(filled) = text::fill(typed, self, depth, &mut found) {
                *typed = filled;
            }
            self.found.extend(found);
        }
    }

    /// Fills a table's cells, and adds its totals.
    fn complete(&mut self, name: &str, depth: usize) {
        let Some(table) = self.tables.get_mut(name) else { return };
        table.stage = Stage::Filling;
        let (mut def, at) = (table.def.clone(), table.name.clone());
        table.rows = def.rows.take().unwrap_or_default();
        let places: Vec<(usize, usize)> = (0..table.rows.len())
            .flat_map(|row| (0..table.rows[row].entries.len()).map(move |column| (row, column)))
            .collect();
        let is_typed = def.data.is_none();
        for place in places {
            self.fill_cell(name, place, depth);
        }
        def.texts(&mut |typed| self.fill_at(typed, depth));
        let Some(table) = self.tables.get_mut(name) else { return };
        def.rows = is_typed.then(|| std::mem::take(&mut table.rows));
        let completed = data::complete(&mut def, &at, self.cx);
        if let Some(table) = self.tables.get_mut(name) {
            table.columns = Labels::of_head(&def.head);
            table.rows = completed.unwrap_or_default();
            table.stage = Stage::Done;
        }
    }

    /// Fills a cell that holds an expression; whether it isn't being filled already.
    fn fill_cell(&mut self, name: &str, place: (usize, usize), depth: usize) -> bool {
        let Some(table) = self.tables.get_mut(name) else { return true };
        let cell = |table: &mut Table| -> Option<Typed> {
            match &mut table.rows.get_mut(place.0)?.entries.get_mut(place.1)?.as_mut()?.value {
                CellValue::Text(typed) if text::has_expressions(typed) => Some(typed.clone()),
                _ => None,
            }
        };
        let Some(mut typed) = cell(table) else { return true };
        if !table.active.insert(place) {
            return false;
        }
        self.fill_at(&mut typed, depth);
        if let Some(table) = self.tables.get_mut(name) {
            table.active.remove(&place);
            let entry = table.rows.get_mut(place.0).and_then(|row| row.entries.get_mut(place.1));
            if let Some(Some(cell)) = entry {
                cell.value = CellValue::Text(typed);
            }
        }
        true
    }

    /// The value of a table's cell.
    fn cell(&mut self, table: &Key, row: &Key, column: &Key, depth: usize) -> Result<Value, Wrong> {
        let name = table.name.as_str();
        if self.tables.get(name).is_some_and(|table| table.stage == Stage::Fresh) {
            self.complete(name, depth);
        }
        let Some(known) = self.tables.get(name) else { return Err(Wrong::reported(table.range.clone())) };
        let labels = known.row_labels();
        let at_row = one(labels.find_all(&row.name), known, row, Thing::Row)?;
        let at_column = one(known.columns.find_all(&column.name), known, column, Thing::Column)?;
        let place = known.owner(at_row, at_column);
        if !self.fill_cell(name, place, depth) {
            let name = format!("{}[\"{}\"][\"{}\"]", table.name, row.name, column.name);
            return Err(Wrong::new(ValueProblem::Cycle { name }, table.range.start..column.range.end));
        }
        let cell = self.tables.get(name).and_then(|table| table.rows.get(place.0)?.entries.get(place.1)?.clone());
        match cell.map(|cell| cell.value) {
            Some(CellValue::Text(typed)) if text::has_expressions(&typed) => Err(Wrong::reported(table.range.clone())),
            Some(value) => Ok(value_of(&value)),
            None => Err(Wrong::reported(table.range.clone())),
        }
    }
}

impl Names for FileScope<'_, '_> {
    fn value(&mut self, path: &[Key], depth: usize) -> Result<Value, Wrong> {
        if let Some(value) = self.values.find(path) {
            return value;
        }
        match path {
            [first, ..] if !self.tables.contains_key(&first.name) => {
                let known = self.values.names().into_iter().chain(self.tables.keys().cloned()).collect();
                Err(unknown(path, known))
            }
            [table, row, column] => self.cell(table, row, column, depth),
            [table, _, _, inner, ..] => {
                let _ = table;
                Err(Wrong::new(ValueProblem::NoSuch { name: inner.name.clone() }, inner.range.clone()))
            }
            [first, .., last] => {
                Err(Wrong::new(ValueProblem::NotOne { name: first.name.clone() }, first.range.start..last.range.end))
            }
            [first] => Err(Wrong::new(ValueProblem::NotOne { name: first.name.clone() }, first.range.clone())),
            [] => Err(unknown(path, Vec::new())),
        }
    }
}

impl Table {
    /// What its rows are called, by the cells at their left.
    fn row_labels(&self) -> Labels {
        let columns = self.def.row_heads.as_ref().map_or(1, |columns| usize::from(columns.value).max(1));
        let of_row = |row: usize| {
            let places = (0..columns).map(|column| self.owner(row, column));
            let mut places: Vec<(usize, usize)> = places.collect();
            places.dedup();
            places.into_iter().filter_map(|(row, column)| self.label(row, column)).collect()
        };
        Labels::new((0..self.rows.len()).map(of_row))
    }

    fn label(&self, row: usize, column: usize) -> Option<String> {
        self.rows.get(row)?.entries.get(column)?.as_ref().map(label)
    }

    /// The place of the cell that covers a place.
    fn owner(&self, mut row: usize, mut column: usize) -> (usize, usize) {
        while let Some(text) = self.label(row, column) {
            match text.as_str() {
                "<" if column > 0 => column -= 1,
                "^" if row > 0 => row -= 1,
                _ => break,
            }
        }
        (row, column)
    }
}

/// The one row or column that a name means.
fn one(found: Found, table: &Table, key: &Key, what: Thing) -> Result<usize, Wrong> {
    let (table, name) = (table.name.content.clone(), key.name.clone());
    let problem = match found {
        Found::One(index) => return Ok(index),
        Found::Several(_) if what == Thing::Row => ValueProblem::AmbiguousRow { table, name },
        Found::Several(full) => {
            return Err(Wrong::new(crate::diag::DataProblem::AmbiguousColumn { name, full }, key.range.clone()));
        }
        Found::None(known) => {
            let like = nearest(&name, known.iter().map(String::as_str)).map(str::to_owned);
            ValueProblem::UnknownCell { table, what, name, like, known }
        }
    };
    Err(Wrong::new(problem, key.range.clone()))
}

/// What a cell gives to an expression: a figure where it reads as one.
fn value_of(cell: &CellValue) -> Value {
    let text = match cell {
        CellValue::Number(number) => number.printed.clone(),
        CellValue::Text(typed) => figure::without_raised(&typed.content).trim().to_owned(),
        CellValue::Day(day) => return date(day).map_or(Value::Text(day.to_string()), Value::Day),
    };
    match figure::read(&text) {
        Some(Some(number)) => Value::Number(number),
        _ => Value::Text(text),
    }
}
