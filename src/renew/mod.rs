//! Last year's report as this year's: years moved on, plans kept, results and figures emptied and marked. Files are changed where they stand, so that comments
//! and layout stay as their author typed them.

mod edit;
mod figures;
mod start;

pub use start::start;

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::decode::{Leaf, LeafValue, Typed, leaves};
use crate::report::{Report, TO_FILL};
use crate::source::{SourceMap, Span};
use crate::theme::CarryOverDef;

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

/// The definition files of a report that was read from `sources`, carried over.
pub fn renew(sources: &SourceMap, carry: CarryOver<'_>) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for (file, path) in sources.definitions() {
        let mut edits = Edits::new(file);
        let leaves = leaves(file, sources);
        let heads = row_heads(&leaves, sources);
        for leaf in &leaves {
            if !is_row_head(leaf, &heads) {
                change(leaf, sources, carry, &mut edits);
            } else if let LeafValue::Text(text) = &leaf.value {
                Figures { carry }.years(text, 0..text.content.len(), &mut edits);
            }
        }
        files.push((path, edits.apply(sources.text(file)).into_bytes()));
    }
    files
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

fn change(leaf: &Leaf, sources: &SourceMap, carry: CarryOver<'_>, edits: &mut Edits) {
    let path: Vec<&str> = leaf.path.iter().map(String::as_str).collect();
    let figures = Figures { carry };
    match (&leaf.value, &path[..]) {
        // The council's sessions are numbered on, nobody can know how far.
        (LeafValue::Text(text), ["report", "session"]) => figures.session(text, edits),
        (LeafValue::Text(text), [.., "body"]) => body(text, figures, edits),
        (LeafValue::Text(text), ["table", _, "rows", _, _, ..]) => cell(text, figures, edits),
        (LeafValue::Number, ["table", _, "rows", _, _, ..]) => edits.replace(leaf.span, format!("\"{TO_FILL}\"")),
        // Names of files, blocks and looks say nothing of a year.
        (_, [.., "file" | "template" | "picture" | "kind"]) | (_, ["part", _, "departments", _]) => {}
        (LeafValue::Text(text), ["project", _, "summary"] | ["status", _, "value"] | ["chart", _, "tree"]) => {
            figures.line(text, 0..text.content.len(), edits);
        }
        (LeafValue::Text(text), _) => figures.years(text, 0..text.content.len(), edits),
        (LeafValue::Day, [.., "as-of"]) => day(leaf.span, sources, carry, edits),
        (LeafValue::Number | LeafValue::Day | LeafValue::Boolean, _) => {}
    }
}

/// The day of a table's figures: of the report's year, the same day of the new one. There is no 29 February in most years.
fn day(span: Span, sources: &SourceMap, carry: CarryOver<'_>, edits: &mut Edits) {
    let text = sources.text(span.file).get(span.range()).unwrap_or_default();
    if let Some(day) = text.strip_prefix(&carry.from.to_string()) {
        edits.replace(span, format!("{}{}", carry.to, day.replace("-02-29", "-02-28")));
    }
}

/// A cell of a table's body: one with a digit in it is a figure.
fn cell(text: &Typed, figures: Figures<'_>, edits: &mut Edits) {
    let is_name = years(&text.content).next().is_some() && text.content.contains(|letter: char| letter.is_alphabetic());
    if is_name {
        figures.years(text, 0..text.content.len(), edits);
    } else if text.content.contains(|letter: char| letter.is_ascii_digit()) {
        edits.replace(text.span(), format!("\"{TO_FILL}\""));
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
