//! Last year's report as this year's: years moved on, plans kept, results and figures emptied and marked. Files are changed where they stand, so that comments
//! and layout stay as their author typed them.

mod data;
mod days;
mod definition;
mod edit;
mod figures;
mod kept;
mod start;

pub(crate) use start::start;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use jiff::civil::Date;

use crate::model::report::{Report, TO_FILL};
use crate::model::source::{SourceMap, Span};
use crate::read::decode::{Role, Typed};
use crate::read::def::TableDef;
use crate::read::files::Files;
use crate::set::theme::CarryOverSpec;

use data::DataTable;
use definition::{Written, definitions, each};
use edit::Edits;
use figures::{Figures, years};

/// How a report is carried over.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CarryOver<'a> {
    /// The year that it is of.
    pub from: u16,
    /// The year that it is to be of.
    pub to: u16,
    /// What its template says of results and figures.
    pub words: &'a CarryOverSpec,
}

/// The year that a report is of: the first in its title, else in its date.
pub(crate) fn year(report: &Report) -> Option<u16> {
    let titled = years(&report.cover.title.content).next().map(|(_, year)| year);
    titled.or_else(|| report.cover.dated.and_then(|date| u16::try_from(date.year).ok()))
}

/// A report carried over.
#[derive(Debug, Default)]
pub(crate) struct Renewed {
    /// All its files, by path within its folder.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
    /// Those of them that still hold last year's figures: spreadsheets.
    pub kept: BTreeSet<PathBuf>,
    /// How many places remain to be filled in.
    pub marks: usize,
}

/// A report that was read from `read` carried over; `files` are all that it was read from.
pub(crate) fn renew(read: &Files, files: BTreeMap<PathBuf, Vec<u8>>, carry: CarryOver<'_>) -> Renewed {
    let sources = &read.sources;
    let mut renewed = Renewed { files, kept: BTreeSet::new(), marks: 0 };
    let mut data: BTreeMap<PathBuf, Vec<DataTable>> = BTreeMap::new();
    for mut definition in definitions(read) {
        let mut edits = Edits::new(definition.file);
        let (mut kept, mut stays, mut row_heads) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for (name, table) in definition.tables() {
            row_heads.extend(self::row_heads(table));
            let Some(from) = DataTable::of(table, sources) else { continue };
            if renewed.files.get(&from.path).is_some_and(|bytes| from.is_workbook(bytes)) {
                kept::mark(name, table, &from.path, sources, &mut edits);
                // What says something of figures that are last year's stays.
                each(table, |_, written| _ = stays.insert(written.span()));
                kept.insert(name.to_owned());
                renewed.kept.insert(from.path.clone());
            }
            data.entry(from.path.clone()).or_default().push(from);
        }
        let figures = Figures { carry, kept: &kept };
        definition.each(|role, written| match written.span() {
            span if stays.contains(&span) => {}
            span if row_heads.contains(&span) => change(Role::Year, written, sources, figures, &mut edits),
            _ => change(role, written, sources, figures, &mut edits),
        });
        let text = sources.get(definition.file).map(|source| edits.apply(source)).unwrap_or_default();
        renewed.marks += text.matches(TO_FILL).count();
        renewed.files.insert(definition.path, text.into_bytes());
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

/// Where the cells stand that name their row.
fn row_heads(table: &TableDef) -> Vec<Span> {
    let columns = table.row_heads.as_ref().map_or(0, |columns| usize::from(columns.value));
    let rows = table.rows.iter().flatten();
    rows.flat_map(|row| row.entries.iter().take(columns).flatten()).map(|cell| cell.value.span()).collect()
}

/// Changes a value as its role asks for.
fn change(role: Role, written: Written<'_>, sources: &SourceMap, figures: Figures<'_>, edits: &mut Edits) {
    match (role, written) {
        (Role::Fixed | Role::Keys, _) => {}
        (Role::Year | Role::Day, Written::Text(text)) => figures.years(text, 0..text.content.len(), edits),
        (Role::Figure, Written::Text(text)) => figures.line(text, 0..text.content.len(), edits),
        (Role::Cell, Written::Text(text)) => cell(text, figures, edits),
        (Role::NameAndFigure, Written::Text(text)) => details(text, figures, edits),
        (Role::Result, Written::Text(text)) => body(text, figures, edits),
        // Sessions are numbered on, nobody can know how far.
        (Role::Session, Written::Text(text)) => figures.session(text, edits),
        (Role::Figure | Role::Cell, Written::Number(span)) => edits.replace(span, format!("\"{TO_FILL}\"")),
        (Role::Figure | Role::Day, Written::Day(span)) => day(span, sources, figures.carry, edits),
        (_, Written::Number(_) | Written::Day(_)) => {}
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
    // The indentation of the title of a box of results, as long as lines stand in it.
    let mut boxed: Option<usize> = None;
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
        if boxed.is_some_and(|title| !content.is_empty() && indent(line) <= title) {
            boxed = None;
        }
        match content.chars().next() {
            None | Some('[') => {}
            Some('■' | '□') => {
                in_results = figures.is_of_results(content);
                figures.years(text, range, edits);
            }
            Some('<' | '‹' | '＜' | '〈') if leads && content.ends_with(['>', '›', '＞', '〉']) => {
                if boxed.is_none() && figures.is_of_results(content) {
                    boxed = Some(indent(line));
                }
                figures.years(text, range, edits);
            }
            Some(_) if in_results || boxed.is_some() => figures.result(text, range, is_result, edits),
            Some(_) => figures.line(text, range, edits),
        }
    }
}
