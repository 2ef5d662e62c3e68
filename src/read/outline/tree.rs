//! Lines become elements within elements, by their indentation.

use std::ops::Range;

use super::line::{Line, LineKind};
use super::{BlockRef, DEEPEST, inline, placed_alone};
use crate::diag::{Diagnostics, OutlineProblem};
use crate::model::report::{Element, Sign};
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
}

struct Item {
    indent: usize,
    sign: Option<Sign>,
    lines: Vec<Range<usize>>,
    children: Vec<Element>,
}

struct Leaf {
    kind: LeafKind,
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
        Tree { body, sink, place, done, items, leaf: None, item_goes_on: false, reported: None }
    }

    pub(crate) fn add(&mut self, line: Line) {
        match line.kind {
            LineKind::Empty => self.interrupt(),
            LineKind::Text => self.text(line),
            LineKind::Heading(sign) => {
                if !line.indent.is_empty() {
                    self.report(OutlineProblem::HeadingIndented {}, line.indent.clone());
                }
                self.enter(0);
                self.leaf(LeafKind::Heading, sign, &line);
            }
            LineKind::Note(sign) => {
                let indent = self.indent(&line);
                self.enter(indent);
                let typed = self.sign(sign, &line);
                self.leaf(LeafKind::Note(typed), sign, &line);
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
        let typed = (sign != '-').then(|| self.sign(sign, &line));
        let indent = self.indent(&line);
        self.enter(indent);
        if self.items.len() >= DEEPEST {
            self.report(OutlineProblem::TooDeep { deepest: DEEPEST }, line.whole);
            self.close_item();
        }
        self.items.push(Item { indent, sign: typed, lines: vec![line.text], children: Vec::new() });
        self.item_goes_on = true;
    }

    /// The sign that a line begins with.
    fn sign(&self, character: char, line: &Line) -> Sign {
        let start = line.whole.start;
        Sign { character, span: self.body.place(start..start + character.len_utf8()) }
    }

    /// How far a line is indented, in blanks: always even.
    fn indent(&mut self, line: &Line) -> usize {
        let mut blanks = 0;
        let mut reported = false;
        for (at, character) in self.body.content[line.indent.clone()].char_indices() {
            let plain = character == ' ';
            blanks += if plain { 1 } else { 2 };
            if !plain && !reported {
                let at = line.indent.start + at;
                self.report(OutlineProblem::IndentSign { character }, at..at + character.len_utf8());
                reported = true;
            }
        }
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
            self.push(Element::Item { sign, text, children });
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

    fn report(&mut self, problem: OutlineProblem, range: Range<usize>) {
        let span = self.body.place(range);
        self.sink.report(problem, span);
    }
}
