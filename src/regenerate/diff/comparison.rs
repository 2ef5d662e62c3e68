//! 신구대비표: a comparison as a report of its own, old and new side by side.

use crate::model::grid::Grid;
use crate::model::report::{
    BackCover, Cell, CellContent, Column, ColumnAlign, ColumnWidth, Element, Emphasis, Flow, Marks, Opening, Part,
    PartBody, Report, Status, Table, Text,
};
use crate::model::source::Span;
use crate::set::theme::ComparisonSpec;

use super::text::place;
use super::{Change, Comparison, Name, What, Word, words};
use crate::diag::Lang;

/// The comparison as a report in the format of the new one, in the words of its template: a part for each department, a table for each of its sections.
/// `None` where nothing was changed.
pub(crate) fn sheet(comparison: &Comparison, new: &Report, words: &ComparisonSpec) -> Option<Report> {
    let listing = Listing { words, span: new.cover.title.origin.span };
    let mut parts: Vec<(String, Vec<Section>)> = Vec::new();
    for change in &comparison.changes {
        let (part, section, row) = listing.row(change);
        let sections = match parts.iter_mut().find(|(name, _)| *name == part) {
            Some((_, sections)) => sections,
            None => {
                parts.push((part, Vec::new()));
                // Just pushed.
                let Some((_, sections)) = parts.last_mut() else { continue };
                sections
            }
        };
        match sections.iter_mut().find(|(name, _)| *name == section) {
            Some((_, rows)) => rows.push(row),
            None => sections.push((section, vec![row])),
        }
    }
    if parts.is_empty() {
        return None;
    }
    let parts = parts.into_iter().map(|(title, sections)| listing.part(&title, sections)).collect();
    let mut cover = new.cover.clone();
    cover.slogan = Some(std::mem::replace(&mut cover.title, listing.plain(&words.title.content)));
    let back_cover: Option<BackCover> = None;
    Some(Report { cover, parts, back_cover, ..new.clone() })
}

/// A section's title and its rows: place, old, new.
type Section = (String, Vec<[Text; 3]>);

/// What every part of the listing is made with.
struct Listing<'a> {
    words: &'a ComparisonSpec,
    /// The place that the program's own words stand at.
    span: Span,
}

impl Listing<'_> {
    /// The part and section that a change belongs to, and its row.
    fn row(&self, change: &Change) -> (String, String, [Text; 3]) {
        let shown = |name: &Name| name.shown(Lang::Ko);
        let whole = || self.words.whole.content.clone();
        let (part, rest) = match change.at.split_first() {
            Some((first, rest)) => (shown(first), rest),
            None => (whole(), &[][..]),
        };
        let (section, rest) = match rest.split_first() {
            Some((Name::Said(name), rest)) => (name.replace('\n', " "), rest),
            _ => (whole(), rest),
        };
        let [old, new] = self.sides(&change.what);
        (part, section, [self.plain(&place(rest, Lang::Ko)), old, new])
    }

    fn sides(&self, what: &What) -> [Text; 2] {
        let none = |word: &crate::read::decode::Typed| self.plain(&word.content);
        let or_name = |text: &str, thing: &super::Label| match text.is_empty() {
            true => self.plain(thing.name(Lang::Ko)),
            false => self.plain(text),
        };
        match what {
            What::Cell { old, new } | What::Text { old, new } => self.marked(old, new),
            What::Renamed { old, new } => self.marked(old, new),
            What::Added { thing, text } => [none(&self.words.added), or_name(text, thing)],
            What::Removed { thing, text } => [or_name(text, thing), none(&self.words.removed)],
            What::Moved { from } => [self.plain(&place(from, Lang::Ko)), none(&self.words.moved)],
            What::Look => [self.plain(""), none(&self.words.look)],
        }
    }

    /// Both texts, what differs between them underlined, in the new one bold as well.
    fn marked(&self, old: &str, new: &str) -> [Text; 2] {
        let mut sides = [self.plain(""), self.plain("")];
        for word in words(old, new) {
            for (side, text) in sides.iter_mut().enumerate() {
                let marks = match word {
                    Word::Same(_) => None,
                    Word::Old(_) if side == 0 => Some(Marks { underline: true, ..Marks::default() }),
                    Word::New(_) if side == 1 => Some(Marks { underline: true, bold: true, ..Marks::default() }),
                    _ => continue,
                };
                let start = text.content.len();
                text.content += word.text();
                text.emphasis.extend(marks.map(|marks| Emphasis { range: start..text.content.len(), marks }));
            }
        }
        sides
    }

    fn part(&self, title: &str, sections: Vec<Section>) -> Part {
        let status = sections.into_iter().map(|(title, rows)| Status {
            title: self.plain(&title),
            value: None,
            body: vec![Element::Table(self.table(rows).into())],
            allow: Vec::new(),
        });
        Part {
            title: self.plain(title),
            number: Some(1),
            opening: Opening::Title,
            flow: Flow::Pages,
            body: PartBody::Overview(status.collect()),
        }
    }

    fn table(&self, rows: Vec<[Text; 3]>) -> Table {
        let cell = |text: Text| {
            let content = CellContent::Text { text, number: false };
            Cell { content, align: None, upward: None, style: None }
        };
        let head = [&self.words.place, &self.words.old, &self.words.new].map(|word| self.plain(&word.content));
        let rows = std::iter::once(head).chain(rows).map(|row| row.map(cell));
        let column = |share| Column { align: Some(ColumnAlign::Left), width: ColumnWidth::Share(share) };
        let columns = vec![column(1_000), column(1_600), column(1_600)];
        let grid = Grid::of_rows(rows.collect());
        Table { columns, head_rows: 1, row_heads: 1, grid, ..Table::empty("comparison", self.span) }
    }

    fn plain(&self, text: &str) -> Text {
        Text::plain(text, self.span)
    }
}
