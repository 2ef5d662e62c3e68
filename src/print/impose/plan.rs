//! Which page stands where: the pages of a document to the sides of sheets, by number alone.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

/// How pages stand on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One page a side.
    OneUp,
    /// Two pages a side, side by side.
    TwoUp,
    /// Four pages a side, in two rows.
    FourUp,
    /// Two pages a side, in the order that makes a booklet when the sheets are folded into each other.
    Booklet,
}

impl Layout {
    /// Pages on a side.
    pub(crate) fn pages_a_side(self) -> usize {
        match self {
            Layout::OneUp => 1,
            Layout::TwoUp | Layout::Booklet => 2,
            Layout::FourUp => 4,
        }
    }

    /// Whether pages leave room for the binding by being smaller, rather than by moving.
    pub(super) fn has_own_room(self) -> bool {
        matches!(self, Layout::TwoUp | Layout::FourUp)
    }

    /// A chapter that begins on a right-hand page begins at a multiple of this many pages. A booklet and a sheet of one page a
    /// side have a right-hand page every second time; with several pages a side it is the front of the next sheet.
    fn pages_between_beginnings(self) -> usize {
        match self {
            Layout::Booklet => 2,
            other => 2 * other.pages_a_side(),
        }
    }
}

/// What is asked of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Arrangement {
    /// How pages stand on sheets.
    pub layout: Layout,
    /// Sheets that a booklet is folded from at most, several booklets making up one document; `None`: all.
    pub signature: Option<NonZeroUsize>,
    /// Whether the first and the last page stand on a sheet of their own.
    pub cover: bool,
}

/// A sheet of paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheet {
    /// Front and back.
    pub sides: [Side; 2],
    /// How many sheets lie around this one when it is folded.
    pub depth: usize,
}

/// A side of a sheet: the pages that stand on it, from 0, in rows from its top left; `None` leaves a place blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Side(pub Vec<Option<usize>>);

impl Side {
    /// Whether nothing stands on it.
    pub(crate) fn is_blank(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// Plans the sheets for so many pages. `beginnings` are pages, from 0, that stand on a right-hand page.
pub(crate) fn plan(pages: usize, beginnings: &BTreeSet<usize>, arrangement: Arrangement) -> Vec<Sheet> {
    let Arrangement { layout, signature, cover } = arrangement;
    let covers = if cover { covers(pages, layout) } else { Covers::default() };
    let body = sequence(covers.body(pages), beginnings, layout.pages_between_beginnings());
    let Covers { front, back } = covers;
    let mut sheets = match layout {
        Layout::Booklet => booklets(body, signature, usize::from(front.is_some())),
        _ => stacked(body, layout.pages_a_side()),
    };
    if let Some(sheet) = front {
        sheets.insert(0, sheet);
    }
    sheets.extend(back);
    sheets
}

/// The sheets of the cover. A booklet's is one, around all others.
#[derive(Debug, Default)]
struct Covers {
    front: Option<Sheet>,
    back: Option<Sheet>,
}

impl Covers {
    /// The pages between them.
    fn body(&self, pages: usize) -> std::ops::Range<usize> {
        if self.front.is_none() {
            return 0..pages;
        }
        1..pages.saturating_sub(1).max(1)
    }
}

fn covers(pages: usize, layout: Layout) -> Covers {
    let (first, last) = ((pages > 0).then_some(0), (pages > 1).then(|| pages - 1));
    let blank = || Side(vec![None]);
    let sheet = |front: Side, back: Side| Sheet { sides: [front, back], depth: 0 };
    match layout {
        Layout::Booklet => Covers {
            front: first.map(|first| sheet(Side(vec![last, Some(first)]), Side(vec![None, None]))),
            back: None,
        },
        // The back cover is seen from behind.
        _ => Covers {
            front: first.map(|first| sheet(Side(vec![Some(first)]), blank())),
            back: last.map(|last| sheet(blank(), Side(vec![Some(last)]))),
        },
    }
}

/// The pages in reading order, with blank ones before each beginning so that it comes at a multiple of `every`.
fn sequence(pages: std::ops::Range<usize>, beginnings: &BTreeSet<usize>, every: usize) -> Vec<Option<usize>> {
    let mut sequence = Vec::with_capacity(pages.len());
    for page in pages {
        if beginnings.contains(&page) {
            sequence.resize(sequence.len().next_multiple_of(every), None);
        }
        sequence.push(Some(page));
    }
    sequence
}

/// One sheet after another, each read front and back.
fn stacked(mut sequence: Vec<Option<usize>>, a_side: usize) -> Vec<Sheet> {
    sequence.resize(sequence.len().next_multiple_of(2 * a_side), None);
    let sheet = |pages: &[Option<usize>]| {
        let (front, back) = pages.split_at(a_side);
        Sheet { sides: [Side(front.to_vec()), Side(back.to_vec())], depth: 0 }
    };
    sequence.chunks_exact(2 * a_side).map(sheet).collect()
}

/// Booklets one after another, each of sheets folded into each other, the outermost first.
fn booklets(mut sequence: Vec<Option<usize>>, signature: Option<NonZeroUsize>, around: usize) -> Vec<Sheet> {
    sequence.resize(sequence.len().next_multiple_of(4), None);
    let sheets = sequence.len() / 4;
    let most = signature.map_or(sheets, NonZeroUsize::get).max(1);
    // Booklets of nearly the same number of sheets, rather than a last one that is thin.
    let booklets = sheets.div_ceil(most);
    let mut planned = Vec::with_capacity(sheets);
    let mut rest = sequence.as_slice();
    for booklet in 0..booklets {
        let share = (sheets + booklet) / booklets;
        let (pages, others) = rest.split_at(share * 4);
        rest = others;
        planned.extend((0..share).map(|depth| {
            let (left, right) = (2 * depth, pages.len() - 1 - 2 * depth);
            let front = Side(vec![pages[right], pages[left]]);
            let back = Side(vec![pages[left + 1], pages[right - 1]]);
            Sheet { sides: [front, back], depth: depth + around }
        }));
    }
    planned
}
