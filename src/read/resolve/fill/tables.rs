//! What expressions can name: the report's values, and the cells of its tables, reckoned when they are first asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::text;
use super::values::{Values, date, unknown};
use crate::diag::{Diagnostic, ValueProblem, nearest};
use crate::model::grid::{CellPlace, Owners};
use crate::model::report::Claim;
use crate::model::report::Thing;
use crate::model::source::FileId;
use crate::read::decode::{Name, Named, Places, Typed, each};
use crate::read::def::{CellDef, CellValue, CheckDef, DataCell, TableDef};
use crate::read::joins;
use crate::read::numbers;
use crate::read::resolve::Resolver;
use crate::read::resolve::data::{self, Found, Names as Labels, label};
use crate::read::resolve::text::required;
use crate::read::resolve::typed;
use crate::read::value::{Held, Key, Names, Value, Wrong, hold};

/// What stands before the names of other files' tables, each with its file before it: `tables["departments/welfare/staff"]`.
const ALL_TABLES: &str = "tables";

/// The names that the expressions of a report know.
pub(super) struct Scope<'a, 'b> {
    values: Arc<Values>,
    tables: BTreeMap<TableKey, Table>,
    /// The file whose expressions are reckoned, and whose tables are named without it.
    file: FileId,
    resolver: &'a mut Resolver<'b>,
    found: Vec<Diagnostic>,
}

/// A table's file and name.
type TableKey = (FileId, String);

/// A table that expressions can name.
struct Table {
    name: Name,
    def: TableDef,
    stage: Stage,
    columns: Labels,
    /// Its rows: before it is done those that were typed, then its totals among them.
    rows: Vec<Places<CellDef>>,
    /// Which cell covers which place of them.
    owners: Owners,
    /// Cells that are being filled, so that whoever asks for one goes in a circle.
    active: BTreeSet<CellPlace>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Fresh,
    Filling,
    Done,
}

impl<'a, 'b> Scope<'a, 'b> {
    /// The names of a report whose files have these tables; what follows is typed in `file`.
    pub(crate) fn new(
        file: FileId,
        files: impl Iterator<Item = (FileId, Named<TableDef>)>,
        resolver: &'a mut Resolver<'b>,
    ) -> Scope<'a, 'b> {
        let table = |file, (name, def): (Name, Option<TableDef>)| {
            let def = def?;
            let columns = Labels::of_head(&def.head);
            let key = (file, name.content.clone());
            let table = Table {
                name,
                def,
                stage: Stage::Fresh,
                columns,
                rows: Vec::new(),
                owners: Owners::default(),
                active: BTreeSet::new(),
            };
            Some((key, table))
        };
        let tables = files
            .flat_map(|(file, tables)| tables.entries.into_iter().filter_map(move |entry| table(file, entry)))
            .collect();
        Scope { values: Arc::clone(&resolver.values), tables, file, resolver, found: Vec::new() }
    }

    /// What follows is typed in this file.
    pub(crate) fn enter(&mut self, file: FileId) {
        self.file = file;
    }

    /// Fills a text; one whose expressions are wrong stays as it is.
    pub(crate) fn fill(&mut self, typed: &mut Typed) {
        self.fill_at(typed, 0);
    }

    /// Reckons how declared checks come out; one whose expression is wrong comes out in no way.
    pub(crate) fn claims(&mut self, checks: Vec<CheckDef>) {
        for check in checks {
            let claim = self.claim(check);
            self.resolver.claims.extend(claim);
        }
    }

    fn claim(&mut self, mut def: CheckDef) -> Option<Claim> {
        self.fill(&mut def.why);
        let why = required(&def.why, "why", self.resolver.sink);
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
    pub(crate) fn finish(self) {
        self.found.into_iter().for_each(|found| self.resolver.sink.push(found));
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
    fn complete(&mut self, key: &TableKey, depth: usize) {
        let Some(table) = self.tables.get_mut(key) else { return };
        table.stage = Stage::Filling;
        let (mut def, at) = (table.def.clone(), table.name.clone());
        table.set_rows(def.rows.take().unwrap_or_default());
        let places: Vec<CellPlace> = (0..table.rows.len())
            .flat_map(|row| (0..table.rows[row].entries.len()).map(move |column| (row, column)))
            .collect();
        let is_typed = def.data.is_none();
        for place in places {
            self.fill_cell(key, place, depth);
        }
        let asked_in = std::mem::replace(&mut self.file, key.0);
        each(&mut def, |typed| self.fill_at(typed, depth));
        self.file = asked_in;
        let Some(table) = self.tables.get_mut(key) else { return };
        def.rows = is_typed.then(|| std::mem::take(&mut table.rows));
        let completed = data::complete(&mut def, &at, self.resolver);
        if let Some(table) = self.tables.get_mut(key) {
            table.columns = Labels::of_head(&def.head);
            table.set_rows(completed.unwrap_or_default());
            table.stage = Stage::Done;
        }
    }

    /// Fills a cell that holds an expression; whether it isn't being filled already.
    fn fill_cell(&mut self, key: &TableKey, place: CellPlace, depth: usize) -> bool {
        let Some(table) = self.tables.get_mut(key) else { return true };
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
        let asked_in = std::mem::replace(&mut self.file, key.0);
        self.fill_at(&mut typed, depth);
        self.file = asked_in;
        if let Some(table) = self.tables.get_mut(key) {
            table.active.remove(&place);
            let entry = table.rows.get_mut(place.0).and_then(|row| row.entries.get_mut(place.1));
            if let Some(Some(cell)) = entry {
                cell.value = CellValue::typed(typed);
                if cell.join().is_some() {
                    table.owners = typed::owners(&table.rows);
                }
            }
        }
        true
    }

    /// The table that a path begins with, and what follows: one of the file by its name, one of any file by `tables` and both names.
    fn table<'k>(&self, path: &'k [Key]) -> Result<(TableKey, &'k Key, &'k [Key]), Wrong> {
        let (first, rest) = path.split_first().ok_or_else(|| Wrong::new(ValueProblem::Syntax {}, 0..0))?;
        let own = (self.file, first.name.clone());
        if self.tables.contains_key(&own) {
            return Ok((own, first, rest));
        }
        let full = |(file, name): &TableKey| {
            let file = self.resolver.files.sources.called(*file).unwrap_or_default();
            format!("{file}/{name}")
        };
        // Where just one file has a table of this name, that is what is meant.
        let elsewhere = |wanted: &str| {
            let mut of_name = self.tables.keys().filter(|(_, name)| name == wanted);
            of_name.next().filter(|_| of_name.next().is_none()).map(full)
        };
        if first.name != ALL_TABLES {
            let own = self.tables.keys().filter(|(file, _)| *file == self.file).map(|(_, name)| name.clone());
            let known = self.values.names().into_iter().chain(own).collect();
            let spelled = elsewhere(&first.name).map(|full| format!("{ALL_TABLES}[\"{full}\"]"));
            return Err(unknown(first, spelled, known));
        }
        let (named, rest) = rest.split_first().ok_or_else(|| not_one(first, first))?;
        match self.tables.keys().find(|key| full(key) == named.name) {
            Some(key) => Ok((key.clone(), named, rest)),
            None => Err(unknown(named, elsewhere(&named.name), self.tables.keys().map(full).collect())),
        }
    }

    /// The value of a table's cell.
    fn cell(&mut self, key: &TableKey, [table, row, column]: [&Key; 3], depth: usize) -> Result<Value, Wrong> {
        if self.tables.get(key).is_some_and(|table| table.stage == Stage::Fresh) {
            self.complete(key, depth);
        }
        let Some(known) = self.tables.get(key) else { return Err(Wrong::reported(table.range.clone())) };
        let labels = known.row_labels();
        let at_row = one(labels.find_all(&row.name), known, row, Thing::Row)?;
        let at_column = one(known.columns.find_all(&column.name), known, column, Thing::Column)?;
        let place = known.owners.owner((at_row, at_column));
        if !self.fill_cell(key, place, depth) {
            let name = format!("{}[\"{}\"][\"{}\"]", table.name, row.name, column.name);
            return Err(Wrong::new(ValueProblem::Cycle { name }, table.range.start..column.range.end));
        }
        let cell = self.tables.get(key).and_then(|table| typed::cell(&table.rows, place));
        match cell.map(|cell| &cell.value) {
            Some(CellValue::Text(typed)) if text::has_expressions(typed) => Err(Wrong::reported(table.range.clone())),
            Some(value) => Ok(value_of(value)),
            None => Err(Wrong::reported(table.range.clone())),
        }
    }
}

impl Names for Scope<'_, '_> {
    fn value(&mut self, path: &[Key], depth: usize) -> Result<Value, Wrong> {
        if let Some(value) = self.values.find(path) {
            return value;
        }
        let (key, table, rest) = self.table(path)?;
        match rest {
            [row, column] => self.cell(&key, [table, row, column], depth),
            [_, _, inner, ..] => {
                Err(Wrong::new(ValueProblem::NoSuch { name: inner.name.clone() }, inner.range.clone()))
            }
            [row] => Err(not_one(table, row)),
            [] => Err(not_one(table, table)),
        }
    }
}

/// What is said of a path that ends before it has come to a value.
fn not_one(first: &Key, last: &Key) -> Wrong {
    Wrong::new(ValueProblem::NotOne { name: first.name.clone() }, first.range.start..last.range.end)
}

impl Table {
    fn set_rows(&mut self, rows: Vec<Places<CellDef>>) {
        self.owners = typed::owners(&rows);
        self.rows = rows;
    }

    /// What its rows are called, by the cells at their left.
    fn row_labels(&self) -> Labels {
        let columns = self.def.row_heads.as_ref().map_or(1, |columns| usize::from(columns.value).max(1));
        let of_row = |row: usize| {
            let places = (0..columns).map(|column| self.owners.owner((row, column)));
            let mut places: Vec<CellPlace> = places.collect();
            places.dedup();
            places.into_iter().filter_map(|place| typed::cell(&self.rows, place)).map(label).collect()
        };
        Labels::new((0..self.rows.len()).map(of_row))
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
        CellValue::Text(typed) => numbers::without_raised(&typed.content).trim().to_owned(),
        CellValue::Day(day) => return date(day).map_or(Value::Text(day.to_string()), Value::Day),
        CellValue::Joined(join, _) => joins::sign(*join).to_owned(),
        CellValue::Data(DataCell { amount: Some(amount), .. }) => return Value::Number(**amount),
        CellValue::Data(data) => data.text.content.trim().to_owned(),
    };
    match numbers::read(&text) {
        Some(Some(number)) => Value::Number(number),
        _ => Value::of_text(&text),
    }
}
