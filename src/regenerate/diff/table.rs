//! Two tables cell by cell, their rows and columns found again by their heads.

use crate::model::grid::GridCell;
use crate::model::report::{AsOf, Cell, CellContent, Emphasis, Table, Text};

use super::align::{align, replaced};
use super::{Changes, Label, Name, What};

/// Compares two tables that stand for each other.
pub(super) fn table(old: &Table, new: &Table, moved: bool, changes: &mut Changes) {
    if moved {
        changes.within(Label::Table, |changes| changes.add(What::Moved { from: Vec::new() }));
    }
    changes.text(Label::Unit, old.unit.as_ref(), new.unit.as_ref());
    changes.text(Label::AsOf, old.as_of.as_ref().map(day), new.as_of.as_ref().map(day));
    let (rows, columns) = (rows(old, new), columns(old, new));
    cells(old, new, &rows, &columns, changes);
    lines(old, new, &rows, &columns, changes);
    let notes = |table: &Table| -> Vec<(String, Text)> {
        table.notes.iter().map(|note| (note.sign.clone(), note.text.clone())).collect()
    };
    let (then, now) = (notes(old), notes(new));
    for (sign, text) in &now {
        let old = then.iter().find(|(other, _)| other == sign).map(|(_, text)| text);
        changes.within(sign.as_str(), |changes| changes.text(Label::Note, old, Some(text)));
    }
    for (sign, text) in then.iter().filter(|(sign, _)| now.iter().all(|(other, _)| other != sign)) {
        changes.within(sign.as_str(), |changes| changes.text(Label::Note, Some(text), None));
    }
    changes.text(Label::Source, old.source.as_ref(), new.source.as_ref());
}

fn day(as_of: &AsOf) -> &Text {
    let (AsOf::Day(text) | AsOf::Typed(text)) = as_of;
    text
}

/// What rows or columns of two tables belong together.
struct Paired {
    /// In the order of the new table.
    pairs: Vec<(usize, usize)>,
    gone: Vec<usize>,
    come: Vec<usize>,
}

impl Paired {
    fn new(old: &[String], new: &[String]) -> Paired {
        let mut pairs = align(old, new);
        pairs.extend(replaced(&pairs.clone(), old, new));
        pairs.sort_unstable();
        let gone = (0..old.len()).filter(|i| pairs.iter().all(|pair| pair.0 != *i)).collect();
        let come = (0..new.len()).filter(|j| pairs.iter().all(|pair| pair.1 != *j)).collect();
        Paired { pairs, gone, come }
    }
}

/// Rows by the cells that name them; rows without a name, and those of the head, by all they say.
fn rows(old: &Table, new: &Table) -> Paired {
    let keys = |table: &Table| -> Vec<String> {
        let key = |row: usize| match row_name(table, row) {
            Some(name) => format!("={name}"),
            None => row_text(table, row),
        };
        (0..table.grid.rows()).map(key).collect()
    };
    Paired::new(&keys(old), &keys(new))
}

/// Columns by the cells above them.
fn columns(old: &Table, new: &Table) -> Paired {
    let keys = |table: &Table| -> Vec<String> {
        let key = |column: usize| column_name(table, column).unwrap_or_default();
        (0..table.columns.len()).map(key).collect()
    };
    Paired::new(&keys(old), &keys(new))
}

fn cells(old: &Table, new: &Table, rows: &Paired, columns: &Paired, changes: &mut Changes) {
    for &(old_row, new_row) in &rows.pairs {
        for &(old_column, new_column) in &columns.pairs {
            let places = ((old_row, old_column), (new_row, new_column));
            let (Some(then), Some(now)) = (old.grid.at(places.0), new.grid.at(places.1)) else { continue };
            // One that begins elsewhere in both has been compared there.
            if then.region.place() != places.0 && now.region.place() != places.1 {
                continue;
            }
            let (said, says) = (then.content.words(), now.content.words());
            if said != says {
                let name = cell_name(old, old_row, old_column);
                changes.within(name, |changes| changes.add(What::Cell { old: said, new: says }));
            } else if appearance(then) != appearance(now) {
                changes.within(cell_name(old, old_row, old_column), |changes| changes.add(What::Look));
            }
        }
    }
}

/// Rows and columns that are new or gone.
fn lines(old: &Table, new: &Table, rows: &Paired, columns: &Paired, changes: &mut Changes) {
    for &row in &rows.come {
        changes.add(What::Added { thing: Label::Row, text: row_text(new, row) });
    }
    for &row in &rows.gone {
        changes.add(What::Removed { thing: Label::Row, text: row_text(old, row) });
    }
    for &column in &columns.come {
        changes.add(What::Added { thing: Label::Column, text: column_text(new, column) });
    }
    for &column in &columns.gone {
        changes.add(What::Removed { thing: Label::Column, text: column_text(old, column) });
    }
}

/// How a cell looks, beyond what it says.
fn appearance(cell: GridCell<'_, Cell>) -> (usize, usize, Vec<Emphasis>, Vec<u8>) {
    let (emphasis, picture) = match &cell.content.content {
        CellContent::Text { text, .. } => (text.emphasis.clone(), Vec::new()),
        CellContent::Graphic(figure) => match &figure.kind {
            crate::model::report::GraphicKind::Picture(shown) => (Vec::new(), shown.picture.content.data().to_vec()),
            _ => Default::default(),
        },
        CellContent::Outline(_) | CellContent::Corner { .. } => Default::default(),
    };
    (cell.region.rows(), cell.region.columns(), emphasis, picture)
}

/// A cell's place as people say it: `현원/8급`.
fn cell_name(table: &Table, row: usize, column: usize) -> Name {
    let column_name = column_name(table, column).filter(|name| !name.is_empty());
    if row < table.head_rows {
        // The name itself was changed, and the change shows it.
        return Name::Numbered(Label::Head, row + 1);
    }
    let row_name = row_name(table, row).filter(|name| !name.is_empty());
    let only = table.grid.rows() - table.head_rows == 1;
    match (row_name, column_name) {
        (Some(row), Some(column)) => Name::Said(format!("{row}/{column}")),
        (Some(row), None) => Name::Said(format!("{row}/{}", column + 1)),
        (None, Some(column)) if only => Name::Said(column),
        (None, Some(column)) => Name::Said(format!("{}/{column}", row - table.head_rows + 1)),
        (None, None) => Name::Said(format!("{}/{}", row - table.head_rows + 1, column + 1)),
    }
}

/// The cells at the left that name a row of the body.
fn row_name(table: &Table, row: usize) -> Option<String> {
    if row < table.head_rows || table.row_heads == 0 {
        return None;
    }
    Some(name(table.grid.row(row).take_while(|cell| cell.region.column() < table.row_heads)))
}

/// The cells of the head above a column.
fn column_name(table: &Table, column: usize) -> Option<String> {
    (table.head_rows > 0)
        .then(|| name(table.grid.column(column).take_while(|cell| cell.region.row() < table.head_rows)))
}

fn name<'a>(cells: impl Iterator<Item = GridCell<'a, Cell>>) -> String {
    let mut names: Vec<String> = cells.map(|cell| plain(&cell.content.words())).collect();
    // Two that say the same, one below or beside the other, say it once.
    names.dedup();
    names.retain(|name| !name.is_empty());
    names.join(" ")
}

/// A name on one line; one that is spread, `구 분`, is written together.
fn plain(words: &str) -> String {
    let spread = words.split_whitespace().all(|word| word.chars().count() == 1);
    words.split_whitespace().collect::<Vec<_>>().join(if spread { "" } else { " " })
}

fn row_text(table: &Table, row: usize) -> String {
    text(table.grid.beginning_in(row))
}

fn column_text(table: &Table, column: usize) -> String {
    text(table.grid.column(column).filter(|cell| cell.region.column() == column))
}

fn text<'a>(cells: impl Iterator<Item = GridCell<'a, Cell>>) -> String {
    cells.map(|cell| plain(&cell.content.words())).collect::<Vec<_>>().join(" | ")
}
