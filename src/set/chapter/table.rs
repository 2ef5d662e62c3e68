//! Tables of the report to table blocks: their element, what stands above, in and below them, and which rows and columns are set off.

use std::sync::Arc;

use crate::model::grid::Region;
use crate::model::len::{Len, Ratio};
use crate::model::report::{AsOf, Keep, Table, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{Block, Child, Elastic, Hang, Kept, Owner, Rule, Stack, TableBlock, TableStyle, TextBlock};

use super::text::{formatted, framed};
use super::{Builder, align};

/// The rows and columns of a table that are set off.
pub(super) struct Marked {
    /// For each row, whether it is a total.
    pub total_rows: Vec<bool>,
    /// For each column, whether it is a total.
    pub total_columns: Vec<bool>,
    /// Whether every second row has a background.
    pub striped: bool,
}

impl Builder<'_, '_> {
    /// A table's element, and what stands above its rows: what it is called, and the unit and date of its figures.
    pub(super) fn above_table(&mut self, table: &Table, parent: Option<NodeId>) -> (NodeId, Option<Block>) {
        let node = self.structure.add(parent, Tag::Table, Some(table.span));
        let figures = self.unit_and_date(table);
        if figures.is_none() && table.caption.is_none() {
            return (node, None);
        }
        let owner = Owner::Node(self.structure.add(Some(node), Tag::Caption, Some(table.span)));
        let style = self.theme.text(&self.theme.def.table.caption, Elastic::Size);
        let figures = figures.map(|figures| self.text(&figures, &style, owner));
        let above = match &table.caption {
            Some(caption) => Some(self.table_caption(caption, figures, owner)),
            None => figures.map(Block::Text),
        };
        (node, above)
    }

    /// A table's element and the line of its unit and date, where nothing else stands above its rows.
    pub(super) fn unit_line(&mut self, table: &Table) -> Option<(NodeId, TextBlock)> {
        if table.caption.is_some() || (table.unit.is_none() && table.as_of.is_none()) {
            return None;
        }
        match self.above_table(table, None) {
            (node, Some(Block::Text(line))) => Some((node, line)),
            _ => None,
        }
    }

    fn unit_and_date(&self, table: &Table) -> Option<Text> {
        self.caption_text(table.as_of.as_ref(), table.unit.as_ref())
    }

    /// The day and the unit of figures, as they stand above them.
    pub(super) fn caption_text(&self, as_of: Option<&AsOf>, unit: Option<&Text>) -> Option<Text> {
        let def = &self.theme.def.table;
        let as_of = as_of.map(|as_of| match as_of {
            AsOf::Day(day) => formatted(&def.as_of_format.content, day),
            AsOf::Typed(typed) => formatted(&def.typed_format.content, typed),
        });
        let unit = unit.map(|unit| formatted(&def.unit_format.content, unit));
        match (as_of, unit) {
            (Some(as_of), Some(unit)) => Some(framed("", &as_of, &format!(" {}", unit.content))),
            (one, other) => one.or(other),
        }
    }

    /// A table's rows, and what stands below them in an element's place.
    pub(super) fn table(&mut self, table: &Table, node: NodeId, parent: Option<NodeId>) -> Block {
        let def = &self.theme.def.table;
        let marked = self.marked(table);
        let mut rows = RowNodes { table: node, head_rows: table.head_rows, section: node, nodes: Vec::new() };
        let grid = table.grid.map(|cell| {
            let row_node = rows.node(cell.region.row(), self);
            self.cell(table, &marked, cell, row_node)
        });
        // The last rows, if cells from above cover all of them.
        table.grid.rows().checked_sub(1).map(|last| rows.node(last, self));
        let continued = self.words(
            &def.continued.content,
            table.span,
            &self.theme.text(&def.caption, Elastic::Size),
            Owner::Artifact,
        );
        let mut block = TableBlock {
            columns: table.columns.iter().map(|column| column.width).collect(),
            head_rows: table.head_rows,
            grid,
            whole: self.whole(table),
            kept: self.kept(table),
            below: below(table, &marked),
            beside: beside(table),
            company: None,
            continued: Some(Block::Text(continued)),
            foot: self.foot(table, parent),
            style: Arc::new(self.table_style()),
            span: table.span,
        };
        align::align(&mut block, table, def, self.theme.spread());
        Block::Table(Box::new(block))
    }

    fn table_style(&self) -> TableStyle {
        let def = &self.theme.def.table;
        TableStyle {
            padding: def.padding.sides(),
            least_padding: share_of(def.least_padding, def.padding.left.max(def.padding.right)),
            row_height: def.row_height,
            least_rows: def.least_rows as usize,
            shrink: share_of(def.least_size, def.body.size),
            outer: self.theme.stroke(&def.outer),
            head: self.theme.stroke(&def.head_rule),
            inner: self.theme.stroke(&def.inner),
            group: self.theme.stroke(&def.group_rule),
            total: self.theme.stroke(&def.total_rule),
            sides: self.theme.stroke(&def.sides),
            diagonal: self.theme.stroke(&def.diagonal),
            foot_gap: def.foot_gap,
        }
    }

    /// What a table's totals are called.
    pub(super) fn totals(&self, table: &Table) -> Vec<String> {
        match &table.totals {
            Some(names) => names.iter().map(|name| name.content.clone()).collect(),
            None => self.theme.def.table.totals.iter().map(|name| name.content.clone()).collect(),
        }
    }

    fn marked(&self, table: &Table) -> Marked {
        let def = &self.theme.def.table;
        let names = self.totals(table);
        let rows = table.grid.rows() - table.head_rows;
        Marked {
            total_rows: (0..table.grid.rows()).map(|row| table.is_row_named(row, &names)).collect(),
            total_columns: (0..table.columns.len()).map(|column| table.is_column_named(column, &names)).collect(),
            striped: def.stripe_from > 0 && rows >= def.stripe_from as usize,
        }
    }

    /// Whether all of a table stays on one page.
    fn whole(&self, table: &Table) -> Kept {
        let body = table.grid.rows() - table.head_rows;
        match table.keep {
            Keep::Table => Kept::Order,
            Keep::Few | Keep::Groups if body <= self.theme.def.table.whole_rows as usize => Kept::Look,
            Keep::Few | Keep::Groups => Kept::Free,
        }
    }

    /// For each row, whether it stays on one page with the next.
    fn kept(&self, table: &Table) -> Vec<Kept> {
        let rows = table.grid.rows();
        let (most, by) = match table.keep {
            Keep::Groups => (usize::MAX, Kept::Order),
            // Of a table that no page holds a few rows of one name still stay together.
            Keep::Few | Keep::Table => (self.theme.def.table.keep_rows as usize, Kept::Look),
        };
        let has_groups = (0..rows).any(|row| table.heads_group(row));
        let mut kept = vec![Kept::Free; rows];
        let mut first = 0;
        while first < rows {
            let end = band_end(table, first);
            if end - first <= most {
                kept[first..end - 1].fill(by);
            }
            let in_group = table.keep == Keep::Groups && has_groups && end < rows && !table.heads_group(end);
            if table.heads_group(first) && end < rows {
                kept[end - 1] = Kept::Heads;
            } else if in_group {
                kept[end - 1] = Kept::Order;
            }
            first = end;
        }
        kept
    }

    /// Notes and source, below the table.
    fn foot(&mut self, table: &Table, parent: Option<NodeId>) -> Option<Block> {
        let def = &self.theme.def.table;
        let style = self.theme.text(&def.note, Elastic::Size);
        let mut children = Vec::new();
        for note in &table.notes {
            let owner = Owner::Node(self.structure.add(parent, Tag::Note, Some(note.text.origin.span)));
            if note.sign.is_empty() {
                children.push(Child::new(Len::ZERO, Block::Text(self.text(&note.text, &style, owner))));
                continue;
            }
            let sign = self.words(&format!("{} ", note.sign), note.text.origin.span, &style, owner);
            let hang = Hang {
                sign: Block::Text(sign),
                indent: Len::ZERO,
                width: Len::ZERO,
                gap: def.note_sign_gap,
                body: Block::Text(self.text(&note.text, &style, owner)),
            };
            children.push(Child::new(Len::ZERO, Block::Hang(Box::new(hang))));
        }
        if let Some(source) = &table.source {
            let owner = Owner::Node(self.structure.add(parent, Tag::Paragraph, Some(source.origin.span)));
            let source = self.text(&formatted(&def.source_format.content, source), &style, owner);
            children.push(Child::new(Len::ZERO, Block::Text(source)));
        }
        (!children.is_empty()).then_some(Block::Stack(Stack { children }))
    }
}

/// A length as a factor on another, at most one.
fn share_of(length: Len, of: Len) -> Ratio {
    Ratio::millionths(length.part(1_000_000, of.as_milli().max(1)).as_milli()).min(Ratio::ONE)
}

/// The elements of a table's rows, added one after the other.
struct RowNodes {
    table: NodeId,
    head_rows: usize,
    /// The head or body that the last of them is in.
    section: NodeId,
    nodes: Vec<NodeId>,
}

impl RowNodes {
    /// The element of a row; rows above it that have none yet get theirs.
    fn node(&mut self, row: usize, builder: &mut Builder<'_, '_>) -> NodeId {
        while self.nodes.len() <= row {
            let next = self.nodes.len();
            if next == 0 || next == self.head_rows {
                let tag = if next < self.head_rows { Tag::TableHead } else { Tag::TableBody };
                self.section = builder.structure.add(Some(self.table), tag, None);
            }
            self.nodes.push(builder.structure.add(Some(self.section), Tag::Row, None));
        }
        self.nodes[row]
    }
}

/// The end of the rows from one on that a cell crosses out of.
fn band_end(table: &Table, first: usize) -> usize {
    let mut end = first + 1;
    let mut row = first;
    while row < end {
        end = table.grid.beginning_in(row).map(|cell| cell.region.end_row()).fold(end, usize::max);
        row += 1;
    }
    end
}

/// The rule below each row: beside totals, and between rows that a name or a row of one cell groups.
fn below(table: &Table, marked: &Marked) -> Vec<Rule> {
    let name = |row: usize| table.grid.at((row, 0)).map(|cell| cell.region).filter(|region| region.rows() > 1);
    let name_ends = |row: usize| name(row).is_some_and(|region| region.end_row() == row + 1);
    let name_begins = |row: usize| name(row).is_some_and(|region| region.row() == row);
    let last = table.grid.rows() - 1;
    let rule = |row: usize| match row {
        row if row == last => Rule::Inner,
        row if marked.total_rows[row] != marked.total_rows[row + 1] => Rule::Total,
        row if name_ends(row) || name_begins(row + 1) || table.heads_group(row + 1) => Rule::Group,
        _ => Rule::Inner,
    };
    (0..table.grid.rows()).map(rule).collect()
}

/// The rule at the right of each column: between those that a cell of the head groups.
fn beside(table: &Table) -> Vec<Rule> {
    let region = |column: usize| table.grid.at((0, column)).map(|cell| cell.region);
    let parted = |one: Region, next: Region| one != next && (one.columns() > 1 || next.columns() > 1);
    let rule = |column: usize| match region(column).zip(region(column + 1)) {
        Some((one, next)) if table.head_rows > 0 && parted(one, next) => Rule::Group,
        _ => Rule::Inner,
    };
    (0..table.grid.columns()).map(rule).collect()
}
