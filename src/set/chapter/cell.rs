//! Cells of tables: text, items and notes, pictures, corners; what they name and how they are set off.

use crate::diag::{Diagnostic, LayoutProblem, nearest};
use crate::model::grid::{GridCell, Region};
use crate::model::len::Len;
use crate::model::report::{Align, Cell, CellContent, Element, GridLine, Sign, Table, Text};
use crate::model::structure::{NodeId, Scope, Tag};
use crate::set::layout::{Block, CellBlock, Child, Corner, Elastic, Hang, Owner, ParagraphStyle, Stack, Turned};
use crate::set::text::{Fill, Mode};
use crate::set::theme::{CellStyleSpec, TextStyle, millionths};

use super::signs::Signed;
use super::table::Marked;
use super::{Builder, labels};

impl<'a> Builder<'a, '_> {
    pub(super) fn cell(
        &mut self,
        table: &Table,
        marked: &Marked,
        GridCell { region, content: cell, .. }: GridCell<'_, Cell>,
        row_node: NodeId,
    ) -> CellBlock {
        let def = &self.theme.def.table;
        let (row, column) = region.place();
        let covers = (region.rows() as u32, region.columns() as u32);
        let in_head = row < table.head_rows;
        let names_row = !in_head && column < table.row_heads;
        let heads_group = table.heads_group(row);
        let tag = match (in_head || heads_group, names_row) {
            (true, _) => Tag::HeadCell { scope: Scope::Column, covers },
            (_, true) => Tag::HeadCell { scope: Scope::Row, covers },
            _ => Tag::Cell { covers },
        };
        let node = self.structure.add(Some(row_node), tag, cell.span().or(Some(table.span)));
        let total_row = marked.total_rows[row];
        let total_column = !in_head && region.columns() == 1 && marked.total_columns[column];
        let striped = marked.striped && (row - table.head_rows.min(row)) % 2 == 1;
        let (style, background) = match () {
            () if in_head => (&def.head, Some(def.head_background)),
            () if heads_group => (&def.group, Some(def.group_background)),
            () if names_row && total_row => (&def.total, Some(def.row_head_background)),
            () if names_row => (&def.body, Some(def.row_head_background)),
            () if total_row => (&def.total, Some(def.total_background)),
            () if striped => (if total_column { &def.total } else { &def.body }, Some(def.stripe_background)),
            () if total_column => (&def.total, None),
            () => (&def.body, None),
        };
        let (style, background) = match self.set_off(table, cell, region) {
            Some(own) => (&own.text, Some(own.background)),
            None => (style, background),
        };
        let style = self.theme.text(style, Elastic::Size);
        // The first column names its rows, whether that is said or not.
        let of_column = in_head && region.columns() == 1 && column >= table.row_heads.max(1);
        let block = match self.cell_block(&cell.content, &style, node, in_head || names_row) {
            Block::Text(body) if cell.upward.unwrap_or(table.upward && of_column) => {
                Block::Turned(Box::new(Turned { body, most: def.turned_height }))
            }
            block => block,
        };
        CellBlock {
            background: background.map(|background| self.theme.color(background)),
            diagonal: matches!(cell.content, CellContent::Corner { .. }),
            repeated: names_row && table.repeat_row_heads,
            block,
        }
    }

    /// The style of the template by which a cell is set off: its own, else that of its row or column, the one named last.
    fn set_off(&mut self, table: &Table, cell: &Cell, region: Region) -> Option<&'a CellStyleSpec> {
        let of_line = || {
            let in_body = region.row() >= table.head_rows;
            let stands_in = |line: GridLine| match line {
                GridLine::Row(row) => in_body && (region.row()..region.end_row()).contains(&row),
                GridLine::Column(column) => in_body && (region.column()..region.end_column()).contains(&column),
            };
            table.styles.iter().find(|styled| stands_in(styled.line)).map(|styled| &styled.style)
        };
        let name = cell.style.as_deref().or_else(of_line)?;
        let styles = &self.theme.def.table.style.entries;
        let found =
            styles.iter().find(|(known, _)| known.content == name.content).and_then(|(_, style)| style.as_ref());
        if found.is_none() {
            let known = styles.iter().map(|(name, _)| name.content.as_str());
            let like = nearest(&name.content, known).map(str::to_owned);
            let (section, name, span) = ("table.style", name.content.clone(), name.origin.span);
            let said = Diagnostic::new(LayoutProblem::UnknownInTemplate { section, name, like }, span);
            if !self.found.contains(&said) {
                self.found.push(said);
            }
        }
        found
    }

    fn cell_block(&mut self, content: &CellContent, style: &TextStyle, node: NodeId, is_name: bool) -> Block {
        match content {
            CellContent::Text { text, .. } => {
                let mut block = self.text(text, style, Owner::Node(node));
                if is_name {
                    labels::spread_pair(&mut block, millionths(self.theme.def.table.label_gap));
                }
                Block::Text(block)
            }
            CellContent::Graphic(figure) => {
                let block = self.graphic_in_cell(figure, node);
                match self.captioned(Len::ZERO, block, figure, Some(node)) {
                    children if figure.place.is_some() => Block::Stack(Stack { children }),
                    // Nothing stands below it, and nothing leads to it.
                    children => children.into_iter().next().map_or(Block::Stack(Stack::default()), |child| child.block),
                }
            }
            CellContent::Corner { rows, columns } => {
                let mut label = |text: &Text, align| {
                    let style = aligned(style, align);
                    Block::Text(self.text(text, &style, Owner::Node(node)))
                };
                let columns = label(columns, Align::Right);
                Block::Corner(Box::new(Corner { columns, rows: label(rows, Align::Left) }))
            }
            CellContent::Outline(elements) => {
                let mut children = Vec::new();
                self.cell_level(elements, &aligned(style, Align::Left), node, (0, Len::ZERO), &mut children);
                Block::Stack(Stack { children })
            }
        }
    }

    /// Items, notes and paragraphs of a cell, with what stands below them; `above` is where the text of the level above begins.
    fn cell_level(
        &mut self,
        elements: &[Element],
        style: &TextStyle,
        parent: NodeId,
        (level, above): (usize, Len),
        out: &mut Vec<Child>,
    ) {
        let mut list = None;
        // A theme has at least one.
        let levels = &self.theme.def.table.item;
        let own = levels[level.min(levels.len() - 1)].sign.content.as_str();
        let note_style = self.cell_note_style();
        let signs = self.signs(elements, own, (style, &note_style));
        for (element, signed) in elements.iter().zip(signs) {
            match element {
                Element::Item { text, children, .. } => {
                    let list = *list.get_or_insert_with(|| self.structure.add(Some(parent), Tag::List, None));
                    let (body, indent) = self.cell_item((signed, text), style, (list, level, above), out);
                    self.cell_level(children, style, body, (level + 1, indent), out);
                    continue;
                }
                Element::Note { text, .. } => self.cell_note((signed, text), parent, out),
                Element::Heading(text) | Element::Paragraph(text) => {
                    let owner = Owner::Node(self.structure.add(Some(parent), Tag::Paragraph, Some(text.origin.span)));
                    out.push(Child::new(Len::ZERO, Block::Text(self.text(text, style, owner))));
                }
                Element::Graphic(figure) => {
                    let block = self.graphic_in_cell(figure, parent);
                    out.extend(self.captioned(Len::ZERO, block, figure, Some(parent)));
                }
                // A cell takes none of them.
                Element::Table(_) | Element::Beside(_) | Element::Framed(_) => {}
            }
            list = None;
        }
    }

    fn cell_item(
        &mut self,
        (signed, text): (Option<Signed>, &Text),
        style: &TextStyle,
        (list, level, above): (NodeId, usize, Len),
        out: &mut Vec<Child>,
    ) -> (NodeId, Len) {
        // A theme has at least one.
        let levels = &self.theme.def.table.item;
        let def = &levels[level.min(levels.len() - 1)];
        let node = self.structure.add(Some(list), Tag::Item, Some(text.origin.span));
        let label = self.structure.add(Some(node), Tag::Label, None);
        let body = self.structure.add(Some(node), Tag::Body, None);
        let (sign, room) = signed.map_or((Sign::new(&*def.sign.content), Len::ZERO), |it| (it.sign, it.room));
        let width = def.hang.max(room);
        let sign = self.sign(&sign, text.origin.span, style, Owner::Node(label));
        let hang = Hang {
            sign: Block::Text(sign),
            indent: above + def.indent,
            width,
            gap: Len::ZERO,
            body: Block::Text(self.text(text, style, Owner::Node(body))),
        };
        out.push(Child::new(def.gap, Block::Hang(Box::new(hang))));
        (body, above + def.indent + width)
    }

    fn cell_note_style(&self) -> TextStyle {
        aligned(&self.theme.text(&self.theme.def.table.note, Elastic::Size), Align::Left)
    }

    fn cell_note(&mut self, (signed, text): (Option<Signed>, &Text), parent: NodeId, out: &mut Vec<Child>) {
        let gap = self.theme.def.table.note_sign_gap;
        let style = self.cell_note_style();
        let owner = Owner::Node(self.structure.add(Some(parent), Tag::Note, Some(text.origin.span)));
        let (sign, room) = signed.map_or((Sign::new(""), Len::ZERO), |it| (it.sign, it.room));
        let sign = self.sign(&sign, text.origin.span, &style, owner);
        let body = Block::Text(self.text(text, &style, owner));
        let width = if room > Len::ZERO { room + gap } else { room };
        let hang = Hang { sign: Block::Text(sign), indent: Len::ZERO, width, gap, body };
        out.push(Child::new(Len::ZERO, Block::Hang(Box::new(hang))));
    }
}

/// A text's style, its lines standing elsewhere.
fn aligned(style: &TextStyle, align: Align) -> TextStyle {
    let fill = Fill { mode: Mode::Ragged, ..style.paragraph.fill };
    TextStyle { paragraph: ParagraphStyle { align, fill, ..style.paragraph }, ..style.clone() }
}
