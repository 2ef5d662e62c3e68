//! Blocks to paragraphs and objects, one below the other.

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::measured::{
    SetText, beside_columns, box_extent, gaps, hang_indent, height, line_count, natural_width,
};
use crate::set::layout::{
    AnchorId, Beside, Block, Boxed, Child, Context, Corner, Fit, Hang, Leader, LeaderEnd, Owner, RuleBlock, Stack,
    Stroke, TextBlock, Turned,
};
use crate::set::text::Mode;

use super::Writer;
use super::look::{BoxLook, Edge, ParaAlign, ParaLook, TabLook};
use super::object::{CellXml, GridXml, Placed};
use super::text::{DOTTED, Piece, Setting};
use super::xml::units;

/// What the next paragraph begins with.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// The gap above it.
    pub gap: Len,
    /// Whether it begins a page.
    pub page: bool,
    /// Whether it stays with the one after it.
    pub with_next: bool,
    /// What begins a section, as runs.
    pub section: String,
    /// The places that begin with it.
    pub places: Vec<AnchorId>,
    /// What the next table is called, and the gap below that.
    pub caption: Option<(Block, Len)>,
    /// Whether the next line of the contents is the first one, and whether it is the last.
    pub contents: (bool, bool),
}

/// Where blocks stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    /// The measure that paragraphs stand in.
    pub measure: Len,
    /// What is left blank of it at the left.
    pub left: Len,
    /// And at the right.
    pub right: Len,
    /// How tightly they are set.
    pub context: Context,
    /// Whether they stand on the page itself, where a table may go on over several.
    pub on_page: bool,
    /// The height of a page, for what shares out its spare height.
    pub page: Option<Len>,
}

impl At {
    /// A measure of some width.
    pub(super) fn within(width: Len, context: Context) -> At {
        At { measure: width, left: Len::ZERO, right: Len::ZERO, context, on_page: false, page: None }
    }

    /// The width between the blanks.
    pub(super) fn width(&self) -> Len {
        (self.measure - self.left - self.right).at_least_zero()
    }
}

/// What a block looks like without the boxes that only move it.
pub(super) fn inner(block: &Block) -> &Block {
    match block {
        Block::Boxed(boxed) if is_plain(boxed) => inner(&boxed.body),
        other => other,
    }
}

fn is_plain(boxed: &Boxed) -> bool {
    // All that a box shows is named here, so that something new of it isn't left out without a word.
    let Boxed { padding: _, elastic: _, fill, frame, dash: _, double, title, keep: _, fit: _, min_height: _, body: _ } =
        boxed;
    fill.is_none() && double.is_none() && title.is_none() && frame.iter().all(|stroke| stroke.width == Len::ZERO)
}

impl Writer<'_> {
    /// A block.
    pub(super) fn block(&mut self, block: &Block, at: At) {
        match block {
            Block::Text(text) => self.text(text, at),
            Block::Stack(stack) => self.stack(stack, at),
            Block::Hang(hang) => self.hang(hang, at),
            Block::Boxed(boxed) => self.boxed(boxed, at),
            Block::Leader(leader) => self.leader(leader, at),
            Block::Table(table) => self.table(table, at),
            Block::Beside(beside) => self.beside(beside, at),
            Block::Corner(corner) => self.corner(corner, at),
            Block::Turned(turned) => self.turned(turned, at),
            Block::Picture(picture) => self.picture(picture, at),
            Block::Rule(rule) => self.rule(rule, at),
            Block::Drawing(drawing) => self.drawing(drawing, at),
        }
    }

    fn stack(&mut self, stack: &Stack, at: At) {
        let gaps = gaps(stack, &at.context, at.width(), at.page);
        let at = At { page: None, ..at };
        let is_entry = |child: Option<&Child>| {
            child.is_some_and(|child| matches!(inner(&child.block), Block::Leader(leader) if leader.link.is_some()))
        };
        let mut children = stack.children.iter().zip(gaps).enumerate();
        let first_entry = stack.children.iter().position(|child| is_entry(Some(child)));
        while let Some((index, (child, gap))) = children.next() {
            self.pending.gap += gap;
            self.pending.places.extend(child.anchor);
            let next = stack.children.get(index + 1);
            if let (true, Some(next)) = (self.is_table_caption(&child.block), next)
                && matches!(inner(&next.block), Block::Table(_))
            {
                // It goes into the table, above its rows; the gap between them isn't the next paragraph's.
                if let Some((_, (_, below))) = children.next() {
                    self.pending.places.extend(next.anchor);
                    self.pending.caption = Some((inner(&child.block).clone(), below));
                    self.block(&next.block, at);
                }
                continue;
            }
            self.pending.with_next = child.keep_with_next;
            let entries = first_entry.is_some_and(|first| {
                index >= first && stack.children[first..=index].iter().all(|child| is_entry(Some(child)))
            });
            self.pending.contents = (first_entry == Some(index), entries && !is_entry(next));
            self.block(&child.block, at);
        }
        self.pending.with_next = false;
    }

    /// Whether a block is what a table is called, and not only the unit of its figures.
    fn is_table_caption(&self, block: &Block) -> bool {
        let text = match inner(block) {
            Block::Text(text) => text,
            Block::Leader(leader) => &leader.left,
            _ => return false,
        };
        text.style.spec == self.theme.def.caption.table.text.span
    }

    fn text(&mut self, text: &TextBlock, at: At) {
        let (pieces, look) = self.set(text, at, at.width());
        self.paragraph(look, text, &pieces);
    }

    /// A text's pieces and the look of its paragraph, its lines being as wide as `width`.
    pub(super) fn set(&mut self, text: &TextBlock, at: At, width: Len) -> (Vec<Piece>, ParaLook) {
        // How wide a face is drawn is known once it was asked for.
        for run in &text.shaped.runs {
            self.face(run.face);
        }
        let set = SetText::of(text, &at.context);
        let lines = line_count(text, &at.context, width);
        let spacing = self.fitting_spacing(text, set, width, lines);
        let pieces = self.pieces(text, Setting { set, spacing });
        let blank = |em: i64| set.size.scale(Ratio::millionths(em));
        let align = match (text.style.fill.mode, text.style.align) {
            (Mode::Justified, _) => ParaAlign::Justify,
            (Mode::Spread { .. }, _) => ParaAlign::Spread,
            (_, Align::Left) => ParaAlign::Left,
            (_, Align::Center) => ParaAlign::Center,
            (_, Align::Right) => ParaAlign::Right,
        };
        let look = ParaLook {
            align,
            left: units(at.left + blank(text.margins.before)),
            right: units(at.right + blank(text.margins.after)),
            leading: set.leading.as_millionths() / 10_000,
            outline: self.outline(text.owner),
            orphans: text.style.orphans > 1,
            ..ParaLook::PLAIN
        };
        (pieces, look)
    }

    /// The level of the heading that a text is, from 0; headings of pages without numbers stand in no contents.
    fn outline(&self, owner: Owner) -> Option<u8> {
        match self.tag(owner)? {
            Tag::Heading(level, _) if self.numbered => Some((*level as u8).saturating_sub(1).min(6)),
            _ => None,
        }
    }

    /// What an owner is.
    pub(super) fn tag(&self, owner: Owner) -> Option<&Tag> {
        let Owner::Node(node) = owner else { return None };
        let node: NodeId = node;
        self.document.structures.get(self.chapter)?.nodes().get(node.index()).map(|node| &node.tag)
    }

    fn hang(&mut self, hang: &Hang, at: At) {
        let indent = hang_indent(hang, &at.context);
        match (&hang.sign, &hang.body) {
            (Block::Text(sign), Block::Text(body)) => {
                let set = SetText::of(sign, &at.context);
                let mut pieces = self.pieces(sign, Setting { set, spacing: 0 });
                let mut lack = indent - hang.indent - self.width(sign, set.size);
                // Who copies the text, or goes on typing, gets sign and text apart.
                if let Some(last) = pieces.last_mut().filter(|last| !last.text.ends_with(' ')) {
                    last.text.push(' ');
                    lack -= set.size / 2;
                }
                Writer::widened(&mut pieces, lack, set.size);
                let (own, look) = self.set(body, at, at.width() - indent);
                pieces.extend(own);
                let look = ParaLook {
                    left: look.left + units(hang.indent),
                    hanging: units(indent) - units(hang.indent),
                    ..look
                };
                self.paragraph(look, body, &pieces);
            }
            (sign, body) => self.columns(&[sign, body], &[indent, at.width() - indent], at),
        }
    }

    /// Blocks beside each other, in cells that show nothing of themselves. A box that fills its column shows its background.
    fn columns(&mut self, blocks: &[&Block], columns: &[Len], at: At) {
        let high = blocks.iter().zip(columns).map(|(block, width)| height(block, &at.context, *width)).max();
        let mut cells = Vec::new();
        let place = self.take_pending();
        for (index, (block, width)) in blocks.iter().zip(columns).enumerate() {
            let body = self.cell_body(|writer| writer.block(block, At::within(*width, at.context)));
            cells.push(CellXml { column: index, border: 1, body, ..CellXml::default() });
        }
        self.pending = place;
        let columns = columns.iter().map(|width| units(*width)).collect();
        let rows = vec![units(high.unwrap_or_default())];
        let grid = GridXml { columns, rows, cells, ..GridXml::default() };
        self.grid(grid, Placed { align: ParaAlign::Left, at });
    }

    fn boxed(&mut self, boxed: &Boxed, at: At) {
        let (width, padding) = box_extent(boxed, &at.context, at.width());
        if is_plain(boxed) && boxed.fit == Fit::Measure {
            self.pending.gap += padding.top;
            self.block(&boxed.body, At { left: at.left + padding.left, right: at.right + padding.right, ..at });
            self.pending.gap += padding.bottom;
            return;
        }
        let sides = match boxed.double {
            None => boxed.frame.map(Edge::Line),
            Some((distance, outer)) => boxed.frame.map(|fine| {
                let width = distance + outer.width + fine.width;
                Edge::Double(Stroke { width, color: outer.color })
            }),
        };
        let border = self.styles.boxed(BoxLook { sides, fill: boxed.fill, diagonal: None });
        let high = height(&Block::Boxed(Box::new(boxed.clone())), &at.context, at.width());
        let place = self.take_pending();
        let inside = width - padding.left - padding.right;
        let body = self.cell_body(|writer| {
            // What stands in the edge of a box on the page is its first paragraph.
            if let Some(title) = &boxed.title {
                writer.text(&title.text, At::within(inside, at.context));
            }
            writer.block(&boxed.body, At::within(inside, at.context));
        });
        self.pending = place;
        let padding = [padding.left, padding.right, padding.top, padding.bottom].map(units);
        let cells = vec![CellXml { border, padding, body, ..CellXml::default() }];
        let grid = GridXml { columns: vec![units(width)], rows: vec![units(high)], cells, ..GridXml::default() };
        let align = match boxed.fit {
            Fit::Measure | Fit::Body(_, Align::Left) => ParaAlign::Left,
            Fit::Body(_, Align::Center) => ParaAlign::Center,
            Fit::Body(_, Align::Right) => ParaAlign::Right,
        };
        self.grid(grid, Placed { align, at });
    }

    fn leader(&mut self, leader: &Leader, at: At) {
        if let LeaderEnd::Block(block) = &leader.right {
            let width = natural_width(block, &at.context).min(at.width() / 2);
            let left = Block::Text(leader.left.clone());
            return self.columns(&[&left, block], &[at.width() - width, width], at);
        }
        let right = match &leader.right {
            LeaderEnd::Nothing | LeaderEnd::Block(_) => Len::ZERO,
            LeaderEnd::Text(text) => natural_width(&Block::Text(text.clone()), &at.context).min(at.width() / 2),
            LeaderEnd::Page { width, .. } => *width,
        };
        let (mut pieces, look) = self.set(&leader.left, at, (at.width() - right - leader.gap).at_least_zero());
        let mut end = match &leader.right {
            LeaderEnd::Nothing | LeaderEnd::Block(_) => Vec::new(),
            LeaderEnd::Text(text) => self.pieces(text, Setting { set: SetText::of(text, &at.context), spacing: 0 }),
            LeaderEnd::Page { anchor, digits, .. } => {
                let mut pieces = self.pieces(digits, Setting { set: SetText::of(digits, &at.context), spacing: 0 });
                pieces.truncate(1);
                pieces.iter_mut().for_each(|piece| piece.text = self.page_of(*anchor));
                pieces
            }
        };
        let mut look = ParaLook { align: ParaAlign::Left, ..look };
        if !end.is_empty() {
            if let Some(last) = pieces.last_mut() {
                last.text.truncate(last.text.trim_end_matches(' ').len());
                last.text.push(if leader.sign.is_some() { DOTTED } else { '\t' });
            }
            look.tab = Some(TabLook { at: units(at.width()), dotted: leader.sign.is_some() });
            pieces.append(&mut end);
        }
        if let Some(link) = &leader.link {
            pieces.iter_mut().for_each(|piece| piece.link = Some(link.target.clone()));
        }
        self.paragraph(look, &leader.left, &pieces);
    }

    fn beside(&mut self, beside: &Beside, at: At) {
        let widths = beside_columns(beside, &at.context, at.width());
        let nothing = Block::Stack(Stack::default());
        let mut blocks = Vec::new();
        let mut columns = Vec::new();
        for (block, width) in beside.children.iter().zip(widths.iter()) {
            if !blocks.is_empty() && beside.gap > Len::ZERO {
                blocks.push(&nothing);
                columns.push(beside.gap);
            }
            blocks.push(block);
            columns.push(*width);
        }
        self.columns(&blocks, &columns, at);
    }

    /// The labels of a corner: above the rule at the right, below it at the left.
    fn corner(&mut self, corner: &Corner, at: At) {
        self.block(&corner.columns, at);
        self.block(&corner.rows, at);
    }

    /// A text on its side: its cell's lines run down, as the format has them, and not up.
    fn turned(&mut self, turned: &Turned, at: At) {
        let long = height(&Block::Turned(Box::new(turned.clone())), &at.context, at.width());
        self.is_turned = true;
        self.text(&turned.body, At::within(long, at.context));
    }

    fn rule(&mut self, rule: &RuleBlock, at: At) {
        if rule.stroke.width <= Len::ZERO {
            return;
        }
        let spare = (at.width() - rule.length.unwrap_or(at.width())).at_least_zero();
        let (before, after) = match rule.align {
            Align::Left => (Len::ZERO, spare),
            Align::Center => (spare / 2, spare - spare / 2),
            Align::Right => (spare, Len::ZERO),
        };
        let none = Edge::Line(Stroke::NONE);
        let border = self.styles.boxed(BoxLook { sides: [none, none, Edge::Line(rule.stroke), none], ..BoxLook::NONE });
        let look =
            ParaLook { left: units(at.left + before), right: units(at.right + after), border, ..ParaLook::PLAIN };
        self.empty(look);
    }
}
