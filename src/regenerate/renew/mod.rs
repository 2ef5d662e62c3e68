//! Last year's report as this year's: years moved on, plans kept, results and figures emptied and marked. Files are changed where they stand, so that comments
//! and layout stay as their author typed them.

mod data;
mod days;
mod edit;
mod figures;
mod kept;
mod start;

pub use start::start;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::civil::Date;

use crate::model::report::{Report, TO_FILL};
use crate::model::source::{SourceMap, Span};
use crate::read::decode::{Leaf, LeafValue, Typed, leaves};
use crate::read::files::Files;
use crate::set::theme::CarryOverDef;

use data::DataTable;
use edit::Edits;
use figures::{Figures, years};

/// How a report is carried over.
#[derive(Debug, Clone, Copy)]
pub struct CarryOver<'a> {
    /// The year that it is of.
    pub from: u16,
    /// The year that it is to be of.
    pub to: u16,
    /// What its template says of results and figures.
    pub words: &'a CarryOverDef,
}

/// The year that a report is of: the first in its title, else in its date.
pub fn year(report: &Report) -> Option<u16> {
    let texts = [Some(&report.cover.title), report.cover.date.as_ref()];
    texts.into_iter().flatten().find_map(|text| years(&text.content).next().map(|(_, year)| year))
}

/// A report carried over.
#[derive(Debug, Default)]
pub struct Renewed {
    /// All its files, by path within its folder.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// Those of them that still hold last year's figures: spreadsheets.
    pub kept: BTreeSet<PathBuf>,
    /// How many places remain to be filled in.
    pub marks: usize,
}

/// A report that was read from `read` carried over; `files` are all that it was read from.
pub fn renew(read: &Files, files: BTreeMap<PathBuf, Vec<u8>>, carry: CarryOver<'_>) -> Renewed {
    let sources = &read.sources;
    let mut renewed = Renewed { files, kept: BTreeSet::new(), marks: 0 };
    let mut data: BTreeMap<PathBuf, Vec<DataTable>> = BTreeMap::new();
    for (file, path) in read.definitions() {
        let mut edits = Edits::new(file);
        let leaves = leaves(file, sources);
        let tables = data::tables(&leaves, sources);
        let is_kept = |table: &DataTable| renewed.files.get(&table.path).is_some_and(|bytes| table.is_workbook(bytes));
        let kept: BTreeMap<String, PathBuf> = tables
            .iter()
            .filter(|(_, table)| is_kept(table))
            .map(|(name, it)| (name.clone(), it.path.clone()))
            .collect();
        for (name, workbook) in &kept {
            let workbook = workbook.file_name().unwrap_or_default().to_string_lossy();
            kept::mark(name, &workbook, &leaves, sources, &mut edits);
        }
        let heads = row_heads(&leaves, sources);
        let names = kept.keys().cloned().collect();
        let figures = Figures { carry, kept: &names };
        for leaf in &leaves {
            match &leaf.path[..] {
                // What says something of figures that are last year's stays.
                [table, name, ..] if table == "table" && kept.contains_key(name) => {}
                _ if !is_row_head(leaf, &heads) => change(leaf, sources, figures, &mut edits),
                _ => {
                    if let LeafValue::Text(text) = &leaf.value {
                        figures.years(text, 0..text.content.len(), &mut edits);
                    }
                }
            }
        }
        renewed.kept.extend(kept.into_values());
        tables.into_values().for_each(|table| data.entry(table.path.clone()).or_default().push(table));
        let text = edits.apply(sources.text(file));
        renewed.marks += text.matches(TO_FILL).count();
        renewed.files.insert(path, text.into_bytes());
    }
    for (path, tables) in data {
        let tables: Vec<&DataTable> = tables.iter().collect();
        let emptied = renewed.files.get(&path).and_then(|bytes| data::emptied(bytes, &tables, carry));
        if let Some((bytes, marks)) = emptied {
            renewed.marks += marks;
            renewed.files.insert(path, bytes);
        }
    }
    renewed
}

/// How many columns of each table name their row.
fn row_heads(leaves: &[Leaf], sources: &SourceMap) -> BTreeMap<String, usize> {
    let heads = leaves.iter().filter_map(|leaf| match &leaf.path[..] {
        [table, name, key] if table == "table" && key == "row-heads" => {
            let count = sources.text(leaf.span.file).get(leaf.span.range())?.parse().ok()?;
            Some((name.clone(), count))
        }
        _ => None,
    });
    heads.collect()
}

/// Whether a cell names its row.
fn is_row_head(leaf: &Leaf, heads: &BTreeMap<String, usize>) -> bool {
    match &leaf.path[..] {
        [table, name, rows, _, column, ..] if table == "table" && rows == "rows" => {
            heads.get(name).zip(column.parse().ok()).is_some_and(|(&heads, column): (_, usize)| column < heads)
        }
        _ => false,
    }
}

fn change(leaf: &Leaf, sources: &SourceMap, figures: Figures<'_>, edits: &mut Edits) {
    let path: Vec<&str> = leaf.path.iter().map(String::as_str).collect();
    match (&leaf.value, &path[..]) {
        // The council's sessions are numbered on, nobody can know how far.
        (LeafValue::Text(text), ["report", "session"]) => figures.session(text, edits),
        (LeafValue::Text(text), [.., "body"]) => body(text, figures, edits),
        (LeafValue::Text(text), ["table", _, "rows", _, _, ..]) => cell(text, figures, edits),
        (LeafValue::Number, ["table", _, "rows", _, _, ..]) => edits.replace(leaf.span, format!("\"{TO_FILL}\"")),
        // Names of files, blocks and looks say nothing of a year.
        (_, [.., "file" | "template" | "picture" | "kind"]) | (_, ["part", _, "departments", _]) => {}
        (
            LeafValue::Text(text),
            ["project", _, "summary"] | ["status", _, "value"] | ["chart", _, "tree"] | ["values", ..],
        ) => figures.line(text, 0..text.content.len(), edits),
        (LeafValue::Text(text), ["chart", _, "steps" | "tasks"]) => details(text, figures, edits),
        (LeafValue::Number, ["values", ..]) => edits.replace(leaf.span, format!("\"{TO_FILL}\"")),
        (LeafValue::Text(text), _) => figures.years(text, 0..text.content.len(), edits),
        (LeafValue::Day, [.., "as-of"] | ["values", ..]) => day(leaf.span, sources, figures.carry, edits),
        (LeafValue::Number | LeafValue::Day | LeafValue::Boolean, _) => {}
    }
}

/// A day of the report's year: the same of the new one, if it has it.
fn day(span: Span, sources: &SourceMap, carry: CarryOver<'_>, edits: &mut Edits) {
    let text = sources.text(span.file).get(span.range()).unwrap_or_default();
    if let Some(day) = text.strip_prefix(&carry.from.to_string()) {
        let moved = format!("{}{day}", carry.to);
        let is_there = moved.get(.."2022-04-07".len()).is_some_and(|day| day.parse::<Date>().is_ok());
        edits.replace(span, if is_there { moved } else { format!("\"{TO_FILL}\"") });
    }
}

/// A cell of a table's body: one with a digit in it is a figure.
fn cell(text: &Typed, figures: Figures<'_>, edits: &mut Edits) {
    // What is reckoned is reckoned anew.
    if text.content.contains("{{") {
        return figures.years(text, 0..text.content.len(), edits);
    }
    let is_name = years(&text.content).next().is_some() && text.content.contains(|letter: char| letter.is_alphabetic());
    if is_name {
        figures.years(text, 0..text.content.len(), edits);
    } else if text.content.contains(|letter: char| letter.is_ascii_digit()) {
        // The sign of a note stays, or the note would stand for nothing.
        let sign = text.content.find("^^").map_or("", |at| &text.content[at..]);
        let sign = if sign.contains(['"', '\\', '\n']) { "" } else { sign };
        edits.replace(text.span(), format!("\"{TO_FILL}{sign}\""));
    }
}

/// The lines of a chart: what follows a name after a colon is emptied of its figures, the names stay as others refer to them.
fn details(text: &Typed, figures: Figures<'_>, edits: &mut Edits) {
    let mut at = 0;
    for line in text.content.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        let name = line.find(':').map_or(range.end, |colon| (range.start + colon).min(range.end));
        figures.years(text, range.start..name, edits);
        figures.line(text, name..range.end, edits);
    }
}

/// An outline: what stands below a heading of results is emptied, the rest is kept without its figures.
fn body(text: &Typed, figures: Figures<'_>, edits: &mut Edits) {
    let mut in_results = false;
    let mut at = 0;
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut lines = text.content.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        // What a line leads to says it, and a note says nothing of what was done.
        let leads = lines.peek().is_some_and(|next| indent(next) > indent(line) && !next.trim_start().starts_with('※'));
        let is_result = !leads && !line.trim_start().starts_with('※');
        let range = at..at + line.trim_end().len();
        at += line.len();
        let content = line.trim();
        match content.chars().next() {
            None | Some('[') => {}
            Some('■' | '□') => {
                in_results = figures.is_of_results(content);
                figures.years(text, range, edits);
            }
            Some(_) if in_results => figures.result(text, range, is_result, edits),
            Some(_) => figures.line(text, range, edits),
        }
    }
}
