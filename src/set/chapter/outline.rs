//! Outlines: headings, items at hanging indents, notes, and the tables and figures among them.

use crate::diag::{Diagnostic, LayoutProblem};
use crate::model::len::{Len, Ratio};
use crate::model::report::{Element, GraphicKind, Sign, Table, Text, Turn};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{Beside, Block, Child, Elastic, Hang, Owner, Stack};
use crate::set::theme::{FramedSpec, ItemSpec, NoteSpec};

use super::Builder;
use super::caption::block_anchor;
use super::labels::{self, LabelWidth};
use super::siblings;
use super::signs::Signed;

/// Where an outline's elements stand: in which element of the structure, at which level, from which edge.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub parent: Option<NodeId>,
    pub level: usize,
    pub indent: Len,
    /// From the left edge to the right.
    pub width: Len,
    /// The look of the box that they stand in.
    pub framed: Option<&'a FramedSpec>,
}

impl<'a> Builder<'a, '_> {
    /// An outline below what stands above it. `captioned` is the element of the first table, where its caption stands already.
    pub(super) fn elements(&mut self, elements: &[Element], captioned: Option<NodeId>, children: &mut Vec<Child>) {
        let width = self.theme.paper(false).text_area().0;
        let place = Place { parent: None, level: 0, indent: Len::ZERO, width, framed: None };
        self.below_block = None;
        let first = children.len();
        self.level(elements, place, captioned, children);
        if self.theme.def.table.share_columns {
            siblings::share_columns(&mut children[first..]);
        }
    }

    pub(super) fn level(
        &mut self,
        elements: &[Element],
        place: Place<'a>,
        mut captioned: Option<NodeId>,
        out: &mut Vec<Child>,
    ) {
        let mut list = None;
        let mut last_body = None;
        let def = self.item_def(place);
        let style = self.theme.text(&def.text, Elastic::SizeAndLeading);
        let labels = self.label_widths(elements, def, &style);
        let notes = self.theme.text(&self.note_def(place).text, Elastic::SizeAndLeading);
        let items = self.theme.text(&def.sign_text, Elastic::SizeAndLeading);
        let signs = self.signs(elements, &def.sign.content, (&items, &notes));
        for ((element, label), signed) in elements.iter().zip(labels).zip(signs) {
            match element {
                Element::Item { text, children, .. } => {
                    let list = *list.get_or_insert_with(|| self.structure.add(place.parent, Tag::List, None));
                    last_body = Some(self.item((signed, text, children), label, list, place, out));
                    continue;
                }
                // A note belongs to the item above it and leaves its list whole.
                Element::Note { text, .. } => {
                    if let Some(above) = out.last_mut() {
                        above.keep_with_next = true;
                    }
                    self.note((signed, text), last_body.or(place.parent), place, out);
                    continue;
                }
                Element::Heading(text) => self.heading(text, place, out),
                Element::Paragraph(text) => self.paragraph(text, place, out),
                Element::Table(table) => self.placed_table(table, place, captioned.take(), out),
                Element::Graphic(figure) => {
                    let gap = match figure.kind {
                        GraphicKind::Chart(_) => self.theme.def.chart.gap,
                        _ => self.theme.def.figure.gap,
                    };
                    let gap = self.gap_above(gap, out);
                    let block = self.graphic(figure, place.parent, place.width - place.indent);
                    let captioned = self.captioned(gap, block, figure, place.parent);
                    let indented = |child: Child| Child { block: child.block.indented(place.indent), ..child };
                    out.extend(captioned.into_iter().map(indented));
                    self.below_block = Some(out.len());
                }
                Element::Beside(elements) => self.beside(elements, place, out),
                Element::Framed(framed) => self.framed(framed, place, out),
            }
            (list, last_body) = (None, None);
        }
    }

    fn heading(&mut self, text: &Text, place: Place<'a>, out: &mut Vec<Child>) {
        let def = &self.theme.def.heading;
        let owner = self.heading_below(place.parent, 3, text);
        let sign = self.theme.text(&def.sign_text, Elastic::SizeAndLeading);
        let sign = self.words(&def.sign.content, text.origin.span, &sign, Owner::Artifact);
        let style = self.theme.text(&def.text, Elastic::SizeAndLeading);
        let body = Block::Text(self.text(text, &style, owner));
        let hang = Hang { sign: Block::Text(sign), indent: place.indent, width: def.indent, gap: Len::ZERO, body };
        out.push(Child::new(def.gap, Block::Hang(Box::new(hang))).with_next());
    }

    fn item(
        &mut self,
        (signed, text, children): (Option<Signed>, &Text, &[Element]),
        label: Option<LabelWidth>,
        list: NodeId,
        place: Place<'a>,
        out: &mut Vec<Child>,
    ) -> NodeId {
        let def = self.item_def(place);
        let style = self.theme.text(&def.text, Elastic::SizeAndLeading);
        let node = self.structure.add(Some(list), Tag::Item, Some(text.origin.span));
        let sign_node = self.structure.add(Some(node), Tag::Label, None);
        let body = self.structure.add(Some(node), Tag::Body, None);
        let sign_style = self.theme.text(&def.sign_text, Elastic::SizeAndLeading);
        let (sign, room) = signed.map_or((Sign::new(&*def.sign.content), Len::ZERO), |it| (it.sign, it.room));
        let hang_width = def.hang.max(room);
        let sign = self.sign(&sign, text.origin.span, &sign_style, Owner::Node(sign_node));
        let mut paragraph = self.text(text, &style, Owner::Node(body));
        if let Some(width) = label {
            labels::spread(&mut paragraph, text, width);
        }
        let hang = Hang {
            sign: Block::Text(sign),
            indent: place.indent + def.indent,
            width: hang_width,
            gap: Len::ZERO,
            body: Block::Text(paragraph),
        };
        let child = Child::new(def.gap, Block::Hang(Box::new(hang)));
        out.push(if children.is_empty() { child } else { child.with_next() });
        let indent = place.indent + def.indent + hang_width;
        let inside = Place { parent: Some(body), level: place.level + 1, indent, ..place };
        self.level(children, inside, None, out);
        body
    }

    /// The look of a level; levels below the last look like it.
    fn item_def(&self, place: Place<'a>) -> &'a ItemSpec {
        let own = place.framed.map(|framed| &framed.item).filter(|levels| !levels.is_empty());
        // A theme has at least one.
        let levels = own.unwrap_or(&self.theme.def.item);
        &levels[place.level.min(levels.len() - 1)]
    }

    /// The look of notes.
    fn note_def(&self, place: Place<'a>) -> &'a NoteSpec {
        place.framed.and_then(|framed| framed.note.as_ref()).unwrap_or(&self.theme.def.note)
    }

    fn note(
        &mut self,
        (signed, text): (Option<Signed>, &Text),
        parent: Option<NodeId>,
        place: Place<'a>,
        out: &mut Vec<Child>,
    ) {
        let def = self.note_def(place);
        let style = self.theme.text(&def.text, Elastic::SizeAndLeading);
        let owner = Owner::Node(self.structure.add(parent, Tag::Note, Some(text.origin.span)));
        let (sign, room) = signed.map_or((Sign::new(""), Len::ZERO), |it| (it.sign, it.room));
        let sign = self.sign(&sign, text.origin.span, &style, owner);
        let hang = Hang {
            sign: Block::Text(sign),
            indent: place.indent + def.indent,
            width: if room > Len::ZERO { room + def.sign_gap } else { room },
            gap: def.sign_gap,
            body: Block::Text(self.text(text, &style, owner)),
        };
        out.push(Child::new(def.gap, Block::Hang(Box::new(hang))));
    }

    fn paragraph(&mut self, text: &Text, place: Place<'a>, out: &mut Vec<Child>) {
        let own = place.framed.and_then(|framed| framed.paragraph.as_ref());
        let def = own.unwrap_or(&self.theme.def.paragraph);
        let style = self.theme.text(&def.text, Elastic::SizeAndLeading);
        let owner = Owner::Node(self.structure.add(place.parent, Tag::Paragraph, Some(text.origin.span)));
        let block = Block::Text(self.text(text, &style, owner));
        out.push(Child::new(def.gap, block.indented(place.indent)));
    }

    fn placed_table(&mut self, table: &Table, place: Place<'a>, captioned: Option<NodeId>, out: &mut Vec<Child>) {
        let def = &self.theme.def.table;
        let mut gap = self.gap_above(def.gap, out);
        let mut anchor = block_anchor(table.place);
        let node = match captioned {
            Some(node) => node,
            None => match self.above_table(table, place.parent) {
                (node, Some(above)) => {
                    let above = Child::new(gap, above.indented(place.indent)).anchored(anchor.take());
                    out.push(above.with_next());
                    gap = if table.caption.is_some() { self.theme.def.caption.table.gap } else { def.caption_gap };
                    node
                }
                (node, None) => node,
            },
        };
        let block = self.table(table, node, place.parent);
        let landscape = self.is_turned(table, &block, place.width - place.indent);
        let child = Child::new(gap, block.indented(place.indent)).anchored(anchor);
        out.push(Child { landscape, ..child });
        self.below_block = Some(out.len());
    }

    /// Whether a table stands on a page on its side. One that needn't is told so.
    fn is_turned(&mut self, table: &Table, block: &Block, width: Len) -> bool {
        let def = &self.theme.def.table;
        let least = Ratio::millionths(def.upright_size.part(1_000_000, def.body.size.as_milli().max(1)).as_milli());
        let (Turn::Always | Turn::WhereNeeded, Block::Table(block)) = (table.landscape, block) else { return false };
        let Some(shrink) = block.shrink_in(width).filter(|shrink| *shrink >= least.min(Ratio::ONE)) else {
            return true;
        };
        let size = def.body.size.scale(shrink).to_string();
        let turned = table.landscape == Turn::Always;
        let problem = if turned { LayoutProblem::Turned { size } } else { LayoutProblem::Upright { size } };
        self.found.push(Diagnostic::new(problem, table.span));
        turned
    }

    /// The gap above a block: a wider one right below another block, which leaves none of its own.
    fn gap_above(&self, gap: Len, out: &[Child]) -> Len {
        match self.below_block == Some(out.len()) {
            true => gap.max(self.theme.def.table.block_gap),
            false => gap,
        }
    }

    /// Tables or figures beside each other, each with its caption.
    fn beside(&mut self, elements: &[Element], place: Place<'a>, out: &mut Vec<Child>) {
        let gap = self.theme.def.table.beside_gap;
        let count = elements.len().max(1) as i64;
        let width = (place.width - place.indent - gap * (count - 1)) / count;
        let inside = Place { indent: Len::ZERO, width, ..place };
        let mut children = Vec::new();
        let below_block = self.below_block.take();
        for element in elements {
            let mut below = Vec::new();
            self.level(std::slice::from_ref(element), inside, None, &mut below);
            self.below_block = None;
            children.push(Block::Stack(Stack { children: below }));
        }
        let beside = Block::Beside(Beside { children, gap });
        let charts = elements
            .iter()
            .any(|element| matches!(element, Element::Graphic(figure) if matches!(figure.kind, GraphicKind::Chart(_))));
        let above = if charts { self.theme.def.chart.gap } else { self.theme.def.table.gap };
        self.below_block = below_block;
        out.push(Child::new(self.gap_above(above, out), beside.indented(place.indent)));
        self.below_block = Some(out.len());
    }
}
