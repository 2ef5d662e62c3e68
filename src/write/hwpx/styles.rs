//! The looks that are used, each once, and the named styles that carry them.

use std::collections::HashMap;
use std::hash::Hash;

use crate::model::source::Span;
use crate::set::font::FaceId;

use super::look::{BoxLook, CharLook, ParaLook, TabLook};
use super::names::Named;

/// Things that are numbered when they are first asked for.
#[derive(Debug)]
pub(super) struct Numbered<T> {
    list: Vec<T>,
    known: HashMap<T, usize>,
}

impl<T: Copy + Eq + Hash> Numbered<T> {
    /// Some that have their numbers already.
    fn with(list: Vec<T>) -> Numbered<T> {
        let known = list.iter().copied().zip(0..).collect();
        Numbered { list, known }
    }

    /// The number of one.
    pub(super) fn number(&mut self, thing: T) -> usize {
        let next = self.list.len();
        let number = *self.known.entry(thing).or_insert(next);
        if number == next {
            self.list.push(thing);
        }
        number
    }

    /// All of them, in the order of their numbers.
    pub(super) fn all(&self) -> &[T] {
        &self.list
    }
}

/// A face as the document names and sets it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FaceUse {
    /// The number of its name.
    pub font: usize,
    /// Whether it is set bold.
    pub bold: bool,
    /// How wide its characters are drawn, in percent (장평).
    pub ratio: i64,
}

/// A named style, and how often each look was used with it.
#[derive(Debug)]
pub(super) struct Style {
    /// Its name.
    pub named: Named,
    uses: Vec<((usize, usize), usize)>,
}

impl Style {
    /// The paragraph and character look that it carries: those that it was used with most.
    pub(super) fn look(&self) -> Option<(usize, usize)> {
        // The first of those that are used as often.
        let most = self.uses.iter().map(|(_, count)| *count).max()?;
        self.uses.iter().find(|(_, count)| *count == most).map(|(look, _)| *look)
    }
}

/// All looks and styles of a document.
#[derive(Debug)]
pub(super) struct Styles {
    /// The names of its faces.
    pub faces: Vec<String>,
    of_face: HashMap<FaceId, FaceUse>,
    /// Its characters.
    pub chars: Numbered<CharLook>,
    /// Its paragraphs.
    pub paras: Numbered<ParaLook>,
    /// Its tabs.
    pub tabs: Numbered<Option<TabLook>>,
    /// What is drawn round cells and paragraphs. The format counts them from 1.
    pub boxes: Numbered<BoxLook>,
    /// Its styles; before them stands the one of text that has none.
    pub styles: Vec<Style>,
}

impl Styles {
    /// Nothing is used yet.
    pub(super) fn new(names: Vec<Named>) -> Styles {
        Styles {
            faces: Vec::new(),
            of_face: HashMap::new(),
            chars: Numbered::with(Vec::new()),
            paras: Numbered::with(Vec::new()),
            tabs: Numbered::with(vec![None]),
            boxes: Numbered::with(vec![BoxLook::NONE]),
            styles: names.into_iter().map(|named| Style { named, uses: Vec::new() }).collect(),
        }
    }

    /// How a face is named and set: what its name is, whether it is bold, and how wide.
    pub(super) fn face(&mut self, id: FaceId, named: impl FnOnce() -> (String, bool, i64)) -> FaceUse {
        if let Some(&known) = self.of_face.get(&id) {
            return known;
        }
        let (name, bold, ratio) = named();
        let font = self.faces.iter().position(|other| *other == name).unwrap_or_else(|| {
            self.faces.push(name);
            self.faces.len() - 1
        });
        let known = FaceUse { font, bold, ratio };
        self.of_face.insert(id, known);
        known
    }

    /// How wide the characters of a face are drawn, in percent.
    pub(super) fn known_ratio(&self, id: FaceId) -> i64 {
        self.of_face.get(&id).map_or(100, |face| face.ratio)
    }

    /// The number of what is drawn round something, as the format counts.
    pub(super) fn boxed(&mut self, look: BoxLook) -> usize {
        self.boxes.number(look) + 1
    }

    /// The number of the style of a kind of text, used with these looks; 0 where it has no name.
    pub(super) fn style(&mut self, spec: Span, para: usize, character: usize) -> usize {
        let Some(place) = self.styles.iter().position(|style| style.named.spec == spec) else { return 0 };
        let uses = &mut self.styles[place].uses;
        match uses.iter_mut().find(|(look, _)| *look == (para, character)) {
            Some((_, count)) => *count += 1,
            None => uses.push(((para, character), 1)),
        }
        place + 1
    }
}
