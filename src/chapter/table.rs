//! Tables of the report to table blocks: captions, cells, alignment, head cells and what they name.

use std::sync::Arc;

use crate::layout::{Block, CellBlock, Cx, Elastic, Owner, TableBlock, TableLook, TextBlock, TextLook, widths};
use crate::report::{Align, AsOf, Cell, CellContent, ColumnAlign, Slot, Table};
use crate::structure::{NodeId, Scope, Tag};
use crate::text::{Fill, Mode};
use crate::theme::millionths;

use super::text::{formatted, framed};
use super::{Builder, decimal, labels};

impl Builder<'_, '_> {
    /// A table's element, and its caption, where it has one.
    pub(super) fn caption_in(&mut self, table: &Table, parent: Option<NodeId>) -> (NodeId, Option<TextBlock>) {
        let node = self.structure.add(parent, Tag::Table, Some(table.span));
        let def = &self.theme.def.table;
        let as_of = table.as_of.as_ref().map(|as_of| match as_of {
            AsOf::Day(day) => formatted(&def.as_of_format.content, day),
            AsOf::Typed(typed) => formatted(&def.typed_format.content, typed),
        });
        let unit = table.unit.as_ref().map(|unit| formatted(&def.unit_format.content, unit));
        let caption = match (as_of, unit) {
            (Some(as_of), Some(unit)) => Some(framed("", &as_of, &format!(" {}", unit.content))),
            (one, other) => one.or(other),
        };
        let caption = caption.map(|caption| {
            let owner = Owner::Node(self.structure.add(Some(node), Tag::Caption, Some(table.span)));
            let style = self.theme.text(&def.caption, Elastic::Size);
            self.text(&caption, &style, owner)
        });
        (node, caption)
    }

    /// A table's element and caption, only where it has one.
    pub(super) fn caption(&mut self, table: &Table) -> Option<(NodeId, TextBlock)> {
        if table.unit.is_none() && table.as_of.is_none() {
            return None;
        }
        let (node, caption) = self.caption_in(table, None);
        Some((node, caption?))
    }

    /// A table's rows.
    pub(super) fn table(&mut self, table: &Table, node: NodeId) -> Block {
        let def = &self.theme.def.table;
        let mut cells = Vec::new();
        let mut grid = vec![0; table.rows.len() * table.columns.len()];
        let mut section = None;
        for (row, slots) in table.rows.iter().enumerate() {
            if row == 0 || row == table.head_rows {
                let tag = if row < table.head_rows { Tag::TableHead } else { Tag::TableBody };
                section = Some(self.structure.add(Some(node), tag, None));
            }
            let row_node = self.structure.add(section, Tag::Row, None);
            for (column, slot) in slots.iter().enumerate() {
                let index = row * table.columns.len() + column;
                match slot {
                    Slot::Merged { row, column } => grid[index] = grid[row * table.columns.len() + column],
                    Slot::Cell(cell) => {
                        grid[index] = cells.len();
                        cells.push(self.cell(table, cell, (row, column), row_node));
                    }
                }
            }
        }
        let mut block = TableBlock {
            columns: table.columns.iter().map(|column| column.width).collect(),
            head_rows: table.head_rows,
            rows: table.rows.len(),
            cells,
            grid,
            look: Arc::new(self.table_look()),
            span: table.span,
        };
        for (column, spec) in table.columns.iter().enumerate() {
            match spec.align.or_else(|| long_text_align(&block, column, def.long_text)) {
                Some(ColumnAlign::Decimal) => decimal::align(&mut block, column),
                Some(ColumnAlign::Left) => set_column(&mut block, column, Align::Left, Mode::Ragged),
                Some(ColumnAlign::Center) => set_column(&mut block, column, Align::Center, Mode::Ragged),
                Some(ColumnAlign::Right) => set_column(&mut block, column, Align::Right, Mode::Ragged),
                Some(ColumnAlign::Spread) => set_column(&mut block, column, Align::Center, self.theme.spread()),
                None => {}
            }
        }
        Block::Table(Box::new(block))
    }

    fn table_look(&self) -> TableLook {
        let def = &self.theme.def.table;
        TableLook {
            padding: def.padding.sides(),
            row_height: def.row_height,
            outer: self.theme.stroke(&def.outer),
            head: self.theme.stroke(&def.head_rule),
            inner: self.theme.stroke(&def.inner),
            sides: self.theme.stroke(&def.sides),
        }
    }

    fn cell(&mut self, table: &Table, cell: &Cell, (row, column): (usize, usize), row_node: NodeId) -> CellBlock {
        let def = &self.theme.def.table;
        let covers = (cell.rows as u32, cell.columns as u32);
        let in_head = row < table.head_rows;
        let names_row = !in_head && column < table.row_heads;
        let tag = match (in_head, names_row) {
            (true, _) => Tag::HeadCell { scope: Scope::Column, covers },
            (_, true) => Tag::HeadCell { scope: Scope::Row, covers },
            _ => Tag::Cell { covers },
        };
        let span = match &cell.content {
            CellContent::Text { text, .. } => text.origin.span,
            CellContent::Figure(figure) => figure.span,
        };
        let node = self.structure.add(Some(row_node), tag, Some(span));
        let (style, ground) = match (in_head, names_row) {
            (true, _) => (&def.head, Some(&def.head_ground)),
            (_, true) => (&def.body, Some(&def.row_head_ground)),
            _ => (&def.body, None),
        };
        let style = self.theme.text(style, Elastic::Size);
        let block = match &cell.content {
            CellContent::Text { text, .. } => {
                let mut block = self.text(text, &style, Owner::Node(node));
                if in_head || names_row {
                    labels::spread_pair(&mut block, millionths(def.label_gap));
                }
                Block::Text(block)
            }
            CellContent::Figure(figure) => self.figure_in_cell(figure, node),
        };
        let ground = ground.map(|name| self.theme.color(name));
        CellBlock { row, column, rows: cell.rows, columns: cell.columns, ground, block }
    }
}

/// A column whose widest text is long stands at the left.
fn long_text_align(table: &TableBlock, column: usize, long: crate::len::Len) -> Option<ColumnAlign> {
    let body =
        table.cells.iter().filter(|cell| cell.column == column && cell.row >= table.head_rows && cell.columns == 1);
    let is_long = |cell: &CellBlock| widths(&cell.block, &Cx::default()).max > long;
    body.into_iter().any(is_long).then_some(ColumnAlign::Left)
}

fn set_column(table: &mut TableBlock, column: usize, align: Align, mode: Mode) {
    for cell in &mut table.cells {
        if cell.column != column || cell.row < table.head_rows || cell.columns > 1 {
            continue;
        }
        if let Block::Text(text) = &mut cell.block {
            text.look = TextLook { align, fill: Fill { mode, ..text.look.fill }, ..text.look };
        }
    }
}
