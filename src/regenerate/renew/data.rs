//! Data files of tables: which they are, and those of text emptied of their figures.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;

use super::CarryOver;
use super::days::days;
use super::figures::years;
use crate::diag::Diagnostics;
use crate::model::report::TO_FILL;
use crate::model::source::SourceMap;
use crate::read::composed::Composed;
use crate::read::data::{self, CellRange, Encoding, File, Point, Said, Separator, Worksheet};
use crate::read::def::TableDef;
use crate::read::files::{NamedAt, locate};
use crate::read::numbers;
use crate::read::numbers::written;

/// What the definition says of a table's data file.
#[derive(Debug)]
pub(super) struct DataTable {
    /// The file, within the report's folder.
    pub path: PathBuf,
    range: Option<CellRange>,
    head_rows: usize,
    separator: Option<Separator>,
    encoding: Option<Encoding>,
    point: Option<Point>,
    /// Columns whose figures count nothing: years, numbers of documents.
    verbatim: BTreeSet<String>,
    /// Columns at the left that name their row.
    row_heads: usize,
}

impl DataTable {
    /// Of a table whose rows come from a data file.
    pub(crate) fn of(table: &TableDef, sources: &SourceMap) -> Option<DataTable> {
        let data = table.data.as_ref()?;
        let at = NamedAt { name: &data.file.content, span: data.file.span() };
        Some(DataTable {
            // It has been read, so it has a path.
            path: locate(at, sources, &mut Diagnostics::new())?,
            range: data.range.as_ref().map(|range| range.value.clone()),
            head_rows: data.head_rows.into(),
            separator: data.separator.as_ref().map(|separator| separator.value),
            encoding: data.encoding.as_ref().map(|encoding| encoding.value),
            point: data.decimal.as_ref().map(|point| point.value),
            verbatim: data.verbatim.iter().map(|column| squeezed(&column.content)).collect(),
            row_heads: table.row_heads.as_ref().map_or(0, |columns| columns.value.into()),
        })
    }

    /// Opens the file; `None` where it can't be, which the report would have been refused for.
    fn open(&self, bytes: &[u8]) -> Option<File> {
        let Self { separator, encoding, point, .. } = *self;
        let said = Said { separator, encoding, point, ..Said::default() };
        data::open(&self.path.to_string_lossy(), bytes.to_vec(), said).ok()
    }

    /// Whether the file is a spreadsheet.
    pub(crate) fn is_workbook(&self, bytes: &[u8]) -> bool {
        matches!(self.open(bytes), Some(File::Workbook(_)))
    }
}

/// A text file without the figures of the tables that come from it, in its own encoding, and how many places remain to be filled in: heads and labels stay, with their years moved on. `None` for
/// a spreadsheet, which stays as it is.
pub(super) fn emptied(bytes: &[u8], tables: &[&DataTable], carry: CarryOver<'_>) -> Option<(Vec<u8>, usize)> {
    let mut edits: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    let mut text = None;
    for table in tables {
        let File::Text(sheet) = table.open(bytes)? else { return None };
        edit(&sheet, table, carry, &mut edits);
        text.get_or_insert(sheet.text);
    }
    let Composed { text, written } = text?;
    // What isn't changed stays as it was written.
    let (text, place) = match &written {
        Some(written) => (&written.text, Some(written)),
        None => (&text, None),
    };
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for (start, (end, with)) in edits {
        let place = place.map_or(start..end, |written| written.range(start..end));
        changed += text.get(at..place.start)?;
        changed += &with;
        at = place.end;
    }
    changed += text.get(at..)?;
    Some((data::encode_as(&changed, text, bytes), changed.matches(TO_FILL).count()))
}

/// The changes to a sheet's text, by where they begin.
fn edit(sheet: &Worksheet, table: &DataTable, carry: CarryOver<'_>, edits: &mut BTreeMap<usize, (usize, String)>) {
    let range = table.range.clone().unwrap_or(CellRange::ALL);
    let columns = range.columns.start..range.columns.end.min(sheet.width());
    let rows = range.rows.start..range.rows.end.min(sheet.rows.len());
    let body = (rows.start + table.head_rows).min(rows.end)..rows.end;
    for column in columns.clone() {
        let names = (rows.start..body.start).map(|row| squeezed(&sheet.cell(row, column).content));
        let is_label = column - columns.start < table.row_heads
            || names.into_iter().any(|name| table.verbatim.contains(&name))
            || !counts(sheet, column, body.clone());
        for row in rows.clone() {
            let cell = sheet.cell(row, column);
            let place = cell.range.start as usize..cell.range.end as usize;
            if body.contains(&row) && !is_label && is_figure(&cell.content) {
                let sign = cell.content.find("^^").map_or("", |at| &cell.content[at..]);
                edits.insert(place.start, (place.end, format!("{TO_FILL}{sign}")));
                continue;
            }
            let raw = sheet.text.text.get(place.clone()).unwrap_or_default();
            days(raw, carry, |range, with| {
                edits.insert(place.start + range.start, (place.start + range.end, with.to_owned()));
            });
            for (year, _) in years(raw).filter(|(_, year)| *year == carry.from) {
                edits.entry(place.start + year.start).or_insert((place.start + year.end, carry.to.to_string()));
            }
        }
    }
}

/// Whether a column counts or measures: half of what stands in it are figures, and they are neither years nor the numbers of the rows.
fn counts(sheet: &Worksheet, column: usize, body: Range<usize>) -> bool {
    let cells =
        || body.clone().map(|row| sheet.cell(row, column).content.as_str()).filter(|content| !content.is_empty());
    let figures: Vec<&str> = cells().filter(|content| is_figure(content)).collect();
    let is_year = |content: &&str| content.len() == 4 && years(content).next().is_some();
    let numbered =
        (1..).map(|number: usize| number.to_string()).zip(&figures).all(|(number, figure)| number == **figure);
    figures.len() * 2 >= cells().count() && !figures.iter().all(is_year) && !(figures.len() > 1 && numbered)
}

/// `1,234`, `△3`, `58.2%`, `55^^1)^^`.
fn is_figure(content: &str) -> bool {
    let bare = numbers::without_raised(content);
    matches!(numbers::read(&bare), Some(Some(_))) || written::read(bare.trim()).is_some()
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}
