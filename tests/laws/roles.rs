//! Every key of a report says what its value is to a report of another year, and no value is passed by.

use std::collections::BTreeSet;

use crate::diag::Diagnostics;
use crate::model::source::{Source, SourceMap};
use crate::read::decode::schema::{KeySchema, Schema, TableSchema};
use crate::read::decode::{Day, Decode, Number, Role, Typed, decode};
use crate::read::def::{DepartmentDef, OverviewDef, ReportDef};
use crate::set::theme::TemplateSpec;
use serde_json::json;

/// Calls `style` with every key of a schema.
fn keys(schema: &Schema, style: &mut impl FnMut(&TableSchema, &KeySchema)) {
    match schema {
        Schema::Table(table) => {
            for key in &table.keys {
                style(table, key);
                keys(&key.value, style);
            }
        }
        Schema::List(entry) | Schema::Named(entry) => keys(entry, style),
        Schema::AnyOf(kinds) => kinds.iter().for_each(|kind| keys(kind, style)),
        _ => {}
    }
}

/// Whether a value is a table of known keys, or several of them, whatever it is.
fn is_tables(schema: &Schema) -> bool {
    match schema {
        Schema::Table(_) => true,
        Schema::List(entry) | Schema::Named(entry) => is_tables(entry),
        Schema::AnyOf(kinds) => kinds.iter().all(is_tables),
        _ => false,
    }
}

#[test]
fn every_key_of_a_report_says_its_role() {
    // What its keys hold is the cell's, and the cell has its role.
    let is_cell = |table: &TableSchema| table.name == "AlignedCellDef";
    for schema in [ReportDef::schema(), OverviewDef::schema(), DepartmentDef::schema()] {
        keys(&schema, &mut |table, key| {
            let at = format!("{}.{}", table.name, key.name);
            assert_eq!(key.role.is_none(), is_cell(table), "{at} says no role");
            assert_eq!(key.role == Some(Role::Keys), is_tables(&key.value), "{at} says that it has keys, or doesn't");
        });
    }
    keys(&TemplateSpec::schema(), &mut |table, key| assert_eq!(key.role, None, "{}.{}", table.name, key.name));
}

/// A definition with every key, and the values that it has of a kind that says something of a year, with their roles.
struct Full {
    /// Which kind a value is of that may be of several.
    pick: usize,
    values: BTreeSet<(Role, String)>,
}

impl Full {
    /// A value that a schema accepts, as TOML writes it; of a list or names one of each kind that their entries may be of.
    fn value(&mut self, schema: &Schema, role: Role) -> String {
        match schema {
            Schema::Text => {
                let words = format!("글 {}", self.values.len());
                self.said(role, format!("'{words}'"))
            }
            Schema::Number { bounds: None } => self.said(role, format!("{}", self.values.len())),
            Schema::Date => self.said(role, format!("{}-10-31", 2000 + self.values.len())),
            Schema::Pattern(pattern) => {
                let form = json!({ "type": "string", "pattern": pattern });
                let known = ["40%", "20mm", "A1:B2", "4:3"].into_iter();
                let known = known.filter(|known| jsonschema::is_valid(&form, &json!(known)));
                format!("'{}'", known.take(1).collect::<String>())
            }
            Schema::Integer { .. } | Schema::Number { .. } => "1".into(),
            Schema::Boolean => "true".into(),
            Schema::Choice(words) => format!("{:?}", words[0].0),
            Schema::List(entry) => format!("[{}]", self.each_kind(entry, role).join(", ")),
            Schema::Named(entry) => {
                let kinds = self.each_kind(entry, role);
                let named = kinds.iter().enumerate().map(|(at, kind)| format!("n{at} = {kind}"));
                format!("{{ {} }}", named.collect::<Vec<_>>().join(", "))
            }
            Schema::Table(table) => {
                let keys = table.keys.iter().map(|key| format!("{} = {}", key.name, self.key(table, key, role)));
                format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
            }
            Schema::AnyOf(kinds) => self.value(&kinds[self.pick % kinds.len()], role),
        }
    }

    fn each_kind(&mut self, entry: &Schema, role: Role) -> Vec<String> {
        match entry {
            Schema::AnyOf(kinds) => kinds.iter().flat_map(|kind| self.each_kind(kind, role)).collect(),
            one => vec![self.value(one, role)],
        }
    }

    fn key(&mut self, table: &TableSchema, key: &KeySchema, role: Role) -> String {
        // The kind of a chart says which of its tables it is.
        match (table.name.as_str(), key.name.as_str()) {
            ("DataChartDef", "kind") => "'pie'".into(),
            ("ProcessDef", "kind") => "'process'".into(),
            ("TimelineDef", "kind") => "'timeline'".into(),
            // It names what the template has.
            ("AlignedCellDef", "style") => self.value(&key.value, Role::Fixed),
            _ => self.value(&key.value, key.role.unwrap_or(role)),
        }
    }

    fn said(&mut self, role: Role, value: String) -> String {
        self.values.insert((role, value.clone()));
        value
    }
}

/// What a visit of a definition with every key passes by, or shows with another role than its key's.
fn missed<T: Decode>(pick: usize) -> Vec<(Role, String)> {
    let Schema::Table(table) = T::schema() else { panic!("a file is a table") };
    let mut full = Full { pick, values: BTreeSet::new() };
    let keys = table.keys.iter().map(|key| format!("{} = {}\n", key.name, full.key(&table, key, Role::Keys)));
    let text = keys.collect::<String>();
    let mut sources = SourceMap::default();
    let mut sink = Diagnostics::new();
    let file = sources.add(Source::new("full.toml", text.as_str()));
    let def = decode::<T>(file, &sources, &mut sink);
    let said = sink.finish().list;
    assert!(said.is_empty(), "{said:?}\n{text}");
    def.expect("it is whole").visit(Role::Keys, &mut |role, value| {
        let typed = value.downcast_ref::<Typed>().map(Typed::span);
        let number = value.downcast_ref::<Number>().map(|number| number.span);
        let span = typed.or(number).or_else(|| value.downcast_ref::<Day>().map(|day| day.span));
        if let Some(span) = span {
            full.values.remove(&(role, text[span.range()].to_owned()));
        }
    });
    full.values.into_iter().collect()
}

#[test]
fn no_value_of_a_definition_is_passed_by() {
    for pick in 0..2 {
        assert_eq!(missed::<ReportDef>(pick), []);
        assert_eq!(missed::<OverviewDef>(pick), []);
        assert_eq!(missed::<DepartmentDef>(pick), []);
    }
}
