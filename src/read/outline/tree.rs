//! Lines become elements within elements, by their levels.

use std::ops::Range;

use super::line::{Line, LineKind};
use super::{BlockRef, DEEPEST, inline, placed_alone, signs};
use crate::diag::{Diagnostics, OutlineProblem};
use crate::model::report::{BAND, Element, FrameKind, Framed, Sign, Text};
use crate::model::source::Span;
use crate::read::decode::Typed;

/// Gives the element for the blocks that a line places.
type Place<'a> = &'a mut dyn FnMut(Vec<BlockRef<'_>>, &mut Diagnostics) -> Option<Element>;

/// An outline being read.
pub(super) struct Tree<'a> {
    body: &'a Typed,
    sink: &'a mut Diagnostics,
    place: Place<'a>,
    done: Vec<Element>,
    /// The items that are open, each within the one before it.
    items: Vec<Item>,
    /// A heading, note or paragraph that may go on, below the innermost open item.
    leaf: Option<Leaf>,
    /// Whether the innermost open item's own text may go on.
    item_goes_on: bool,
    /// The boxes that it stands in.
    pub(super) boxes: usize,
    /// Whether `⇒` at the outermost level is a conclusion in its band.
    pub(super) has_bands: bool,
}

struct Item {
    indent: usize,
    sign: Option<Sign>,
    /// The marks of emphasis that open before its sign.
    opened: Range<usize>,
    lines: Vec<Range<usize>>,
    children: Vec<Element>,
}

struct Leaf {
    kind: LeafKind,
    opened: Range<usize>,
    lines: Vec<Range<usize>>,
}

enum LeafKind {
    Heading,
    Note(Sign),
    Paragraph,
}

impl<'a> Tree<'a> {
    pub(crate) fn new(body: &'a Typed, sink: &'a mut Diagnostics, place: Place<'a>) -> Tree<'a> {
        let (done, items) = (Vec::new(), Vec::new());
        let (boxes, has_bands) = (0, false);
        Tree { body, sink, place, done, items, leaf: None, item_goes_on: false, boxes, has_bands }
    }

    /// What stands in a box here.
    pub(super) fn inside(&mut self) -> Tree<'_> {
        let mut inner = Tree::new(self.body, &mut *self.sink, &mut *self.place);
        inner.boxes = self.boxes + 1;
        inner
    }

    /// Ends what a box on this line doesn't belong to.
    pub(super) fn enter_at(&mut self, line: &Line) {
        self.enter(line.blanks);
    }

    /// Adds a box with what is in it.
    pub(super) fn push_framed(&mut self, framed: Framed) {
        self.push(Element::Framed(framed));
    }

    /// A text of a line, if it says something, and where the line stands.
    pub(super) fn marked(&mut self, text: Range<usize>, line: Range<usize>) -> (Option<Text>, Span) {
        let said = !text.is_empty();
        (said.then(|| inline::marked(self.body, &[text], self.sink)), self.body.place(line))
    }

    /// What stands in a range.
    pub(super) fn written(&self, range: Range<usize>) -> &str {
        self.body.content.get(range).unwrap_or_default()
    }

    /// How far a line is indented as it was typed.
    pub(super) fn typed_blanks(&self, line: &Line) -> usize {
        self.written(line.indent.clone()).chars().map(super::line::width).sum()
    }

    pub(crate) fn add(&mut self, line: Line) {
        match line.kind {
            LineKind::Empty => self.interrupt(),
            LineKind::Text => self.text(line),
            LineKind::Heading => {
                self.enter(0);
                self.leaf(LeafKind::Heading, &line);
            }
            LineKind::Note => {
                self.enter(line.blanks);
                self.leaf(LeafKind::Note(line.sign_of(self.body)), &line);
            }
            LineKind::Item => self.item(line),
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Element> {
        self.enter(0);
        self.done
    }

    fn text(&mut self, line: Line) {
        match placed_alone(self.body, line.whole.clone()) {
            Some(Ok(blocks)) => {
                self.enter(line.blanks);
                if let Some(element) = (self.place)(blocks, self.sink) {
                    self.push(element);
                }
            }
            Some(Err(problem)) => {
                self.interrupt();
                self.sink.report(problem, self.body.place(line.whole));
            }
            None => match (&mut self.leaf, self.items.last_mut()) {
                _ if signs::is_title(&self.body.content[line.whole.clone()]) => self.paragraph(line),
                (Some(leaf), _) => leaf.lines.push(line.text),
                (None, Some(item)) if self.item_goes_on => item.lines.push(line.text),
                _ => self.paragraph(line),
            },
        }
    }

    fn paragraph(&mut self, line: Line) {
        self.enter(line.blanks);
        self.leaf = Some(Leaf { kind: LeafKind::Paragraph, opened: 0..0, lines: vec![line.text] });
    }

    fn leaf(&mut self, kind: LeafKind, line: &Line) {
        self.refuse_empty(line);
        self.leaf = Some(Leaf { kind, opened: line.opened.clone(), lines: vec![line.text.clone()] });
    }

    fn item(&mut self, line: Line) {
        self.refuse_empty(&line);
        self.enter(line.blanks);
        if self.items.len() >= DEEPEST {
            self.report(OutlineProblem::TooDeep { deepest: DEEPEST }, line.whole.clone());
            self.close_item();
        }
        let sign = line.sign_of(self.body);
        let sign = (sign.typed != "-").then_some(sign);
        let Line { blanks: indent, opened, text, .. } = line;
        self.items.push(Item { indent, sign, opened, lines: vec![text], children: Vec::new() });
        self.item_goes_on = true;
    }

    /// Ends everything that an element with this indentation doesn't belong to.
    fn enter(&mut self, indent: usize) {
        self.interrupt();
        while self.items.last().is_some_and(|item| item.indent >= indent) {
            self.close_item();
        }
    }

    /// Ends the element that lines without a sign would go on with.
    fn interrupt(&mut self) {
        self.item_goes_on = false;
        if let Some(Leaf { kind, opened, lines }) = self.leaf.take() {
            let text = inline::marked_behind(self.body, opened, &lines, self.sink);
            self.push(match kind {
                LeafKind::Heading => Element::Heading(text),
                LeafKind::Note(sign) => Element::Note { sign, text },
                LeafKind::Paragraph => Element::Paragraph(text),
            });
        }
    }

    fn close_item(&mut self) {
        if let Some(Item { sign, opened, lines, children, .. }) = self.items.pop() {
            let text = inline::marked_behind(self.body, opened, &lines, self.sink);
            let is_conclusion = sign.as_ref().is_some_and(|sign| sign.typed.starts_with(BAND));
            self.push(match self.has_bands && self.items.is_empty() && is_conclusion {
                true => {
                    let span = text.origin.span;
                    Element::Framed(Framed { kind: FrameKind::Band, text: Some(text), children, span })
                }
                false => Element::Item { sign, text, children },
            });
        }
    }

    fn push(&mut self, element: Element) {
        self.items.last_mut().map_or(&mut self.done, |item| &mut item.children).push(element);
    }

    fn refuse_empty(&mut self, line: &Line) {
        if line.text.is_empty() {
            let sign = self.body.content[line.sign.clone()].to_owned();
            self.report(OutlineProblem::EmptyItem { sign }, line.whole.clone());
        }
    }

    pub(super) fn report(&mut self, problem: OutlineProblem, range: Range<usize>) {
        let span = self.body.place(range);
        self.sink.report(problem, span);
    }
}
