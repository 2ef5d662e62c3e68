//! Lines become elements within elements, by their indentation.

use std::ops::Range;

use super::line::{Line, LineKind};
use super::{BlockRef, DEEPEST, inline, placed_alone};
use crate::diag::{Diagnostics, OutlineProblem};
use crate::model::report::{BAND, Element, FrameKind, Framed, Text};
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
    /// An indentation that was reported as too deep, so that its like below it are not.
    reported: Option<usize>,
    /// The blanks that all of it is indented by: what stands in a box.
    base: usize,
    /// The boxes that it stands in.
    pub(super) boxes: usize,
    /// Whether `⇒` at the outermost level is a conclusion in its band.
    pub(super) has_bands: bool,
}

struct Item {
    indent: usize,
    sign: Option<char>,
    lines: Vec<Range<usize>>,
    children: Vec<Element>,
}

struct Leaf {
    kind: LeafKind,
    lines: Vec<Range<usize>>,
}

enum LeafKind {
    Heading,
    Note(char),
    Paragraph,
}

impl<'a> Tree<'a> {
    pub(crate) fn new(body: &'a Typed, sink: &'a mut Diagnostics, place: Place<'a>) -> Tree<'a> {
        let (done, items) = (Vec::new(), Vec::new());
        let (base, boxes, has_bands) = (0, 0, false);
        Tree { body, sink, place, done, items, leaf: None, item_goes_on: false, reported: None, base, boxes, has_bands }
    }

    /// What stands in a box here, all of it indented by so many blanks.
    pub(super) fn inside(&mut self, base: usize) -> Tree<'_> {
        let mut inner = Tree::new(self.body, &mut *self.sink, &mut *self.place);
        (inner.base, inner.boxes) = (base, self.boxes + 1);
        inner
    }

    /// Ends what a box on this line doesn't belong to.
    pub(super) fn enter_at(&mut self, line: &Line) {
        let indent = self.indent(line);
        self.enter(indent);
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

    /// The blanks before a line; one that isn't plain counts as two.
    pub(super) fn blanks(&self, line: &Line) -> usize {
        self.written(line.indent.clone()).chars().map(|blank| if blank == ' ' { 1 } else { 2 }).sum()
    }

    pub(crate) fn add(&mut self, line: Line) {
        match line.kind {
            LineKind::Empty => self.interrupt(),
            LineKind::Text => self.text(line),
            LineKind::Heading(sign) => {
                if self.blanks(&line) > self.base {
                    self.report(OutlineProblem::HeadingIndented {}, line.indent.clone());
                }
                self.enter(0);
                self.leaf(LeafKind::Heading, sign, &line);
            }
            LineKind::Note(sign) => {
                let indent = self.indent(&line);
                self.enter(indent);
                self.leaf(LeafKind::Note(sign), sign, &line);
            }
            LineKind::Item(sign) => self.item(sign, line),
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Element> {
        self.enter(0);
        self.done
    }

    fn text(&mut self, line: Line) {
        match placed_alone(self.body, line.whole.clone()) {
            Some(Ok(blocks)) => {
                let indent = self.indent(&line);
                self.enter(indent);
                if let Some(element) = (self.place)(blocks, self.sink) {
                    self.push(element);
                }
            }
            Some(Err(problem)) => {
                self.interrupt();
                self.sink.report(problem, self.body.place(line.whole));
            }
            None => match (&mut self.leaf, self.items.last_mut()) {
                (Some(leaf), _) => leaf.lines.push(line.text),
                (None, Some(item)) if self.item_goes_on => item.lines.push(line.text),
                _ => {
                    let indent = self.indent(&line);
                    self.enter(indent);
                    self.leaf = Some(Leaf { kind: LeafKind::Paragraph, lines: vec![line.text] });
                }
            },
        }
    }

    fn leaf(&mut self, kind: LeafKind, sign: char, line: &Line) {
        self.refuse_empty(sign, line);
        self.leaf = Some(Leaf { kind, lines: vec![line.text.clone()] });
    }

    fn item(&mut self, sign: char, line: Line) {
        self.refuse_empty(sign, &line);
        let indent = self.indent(&line);
        self.enter(indent);
        if self.items.len() >= DEEPEST {
            self.report(OutlineProblem::TooDeep { deepest: DEEPEST }, line.whole);
            self.close_item();
        }
        let sign = (sign != '-').then_some(sign);
        self.items.push(Item { indent, sign, lines: vec![line.text], children: Vec::new() });
        self.item_goes_on = true;
    }

    /// How far a line is indented, in blanks: always even.
    fn indent(&mut self, line: &Line) -> usize {
        let mut reported = false;
        for (at, character) in self.body.content[line.indent.clone()].char_indices() {
            let plain = character == ' ';
            if !plain && !reported {
                let at = line.indent.start + at;
                self.report(OutlineProblem::IndentSign { character }, at..at + character.len_utf8());
                reported = true;
            }
        }
        let blanks = self.blanks(line).saturating_sub(self.base);
        if blanks % 2 == 1 && !reported {
            self.report(OutlineProblem::OddIndent { blanks }, line.indent.clone());
        }
        let indent = blanks - blanks % 2;
        self.refuse_skipped_level(indent, line);
        indent
    }

    fn refuse_skipped_level(&mut self, indent: usize, line: &Line) {
        if self.reported.is_some_and(|reported| indent < reported) {
            self.reported = None;
        }
        let above = self.items.iter().take_while(|item| item.indent < indent).count();
        let deepest = above.checked_sub(1).and_then(|last| self.items.get(last)).map_or(0, |item| item.indent + 2);
        let sibling = self.items.get(above).is_some_and(|item| item.indent == indent);
        if indent > deepest && !sibling && self.reported != Some(indent) {
            self.reported = Some(indent);
            self.report(OutlineProblem::LevelSkipped { level: indent / 2 + 1, above }, line.indent.clone());
        }
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
        if let Some(Leaf { kind, lines }) = self.leaf.take() {
            let text = inline::marked(self.body, &lines, self.sink);
            self.push(match kind {
                LeafKind::Heading => Element::Heading(text),
                LeafKind::Note(sign) => Element::Note { sign, text },
                LeafKind::Paragraph => Element::Paragraph(text),
            });
        }
    }

    fn close_item(&mut self) {
        if let Some(Item { sign, lines, children, .. }) = self.items.pop() {
            let text = inline::marked(self.body, &lines, self.sink);
            let is_band = self.has_bands && self.items.is_empty() && sign == Some(BAND);
            self.push(match is_band {
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

    fn refuse_empty(&mut self, sign: char, line: &Line) {
        if line.text.is_empty() {
            self.report(OutlineProblem::EmptyItem { sign }, line.whole.clone());
        }
    }

    pub(super) fn report(&mut self, problem: OutlineProblem, range: Range<usize>) {
        let span = self.body.place(range);
        self.sink.report(problem, span);
    }
}
