//! Blocks as small plans: cheap to make, easy to read in a failure, and shrinking to the simplest that still fails.

use proptest::collection::vec;
use proptest::prelude::*;

use super::grid::{Grid, grid};
use super::words::{Words, label, words};

/// A block in points and counts.
#[derive(Debug, Clone)]
pub(crate) enum Tree {
    Text(Words),
    Rule {
        width: u8,
        length: Option<u8>,
    },
    Picture {
        width: u8,
        pixels: (u8, u8),
        most: u8,
    },
    Drawing {
        width: u8,
        height: u8,
    },
    Leader {
        left: Words,
        right: End,
        sign: bool,
        gap: u8,
    },
    Hang {
        sign: Words,
        silent: bool,
        indent: u8,
        width: u8,
        gap: u8,
        body: Box<Tree>,
    },
    Boxed {
        style: BoxStyle,
        body: Box<Tree>,
    },
    Stack(Vec<Item>),
    Table(Box<Grid>),
    Beside {
        gap: u8,
        children: Vec<Tree>,
    },
    Corner(Words, Words),
    /// A text on its side, and how high it may be.
    Turned(Words, u8),
}

/// The right end of a leader.
#[derive(Debug, Clone)]
pub(crate) enum End {
    Nothing,
    Text(Words),
    Page(u8),
}

/// A box: paddings and strokes from the top clockwise.
#[derive(Debug, Clone)]
pub(crate) struct BoxStyle {
    pub padding: [u8; 4],
    pub strokes: [u8; 4],
    pub double: Option<(u8, u8)>,
    pub filled: bool,
    pub elastic: bool,
    pub least: Option<(u8, u8)>,
    pub min_height: u8,
    pub title: Option<(Words, u8)>,
    pub keep: u8,
    pub dashed: bool,
}

/// A child of a stack.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub gap: u8,
    pub spring: u8,
    pub keep: bool,
    pub below: u8,
    pub tree: Tree,
}

/// Blocks of every kind, up to four deep.
pub(crate) fn tree() -> impl Strategy<Value = Tree> {
    leaf().prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            3 => stack(inner.clone()),
            2 => hang(inner.clone()),
            2 => boxed(inner.clone()),
            1 => (0..9u8, vec(inner.clone(), 0..4)).prop_map(|(gap, children)| Tree::Beside { gap, children }),
            2 => grid(inner, 4, 4).prop_map(|grid| Tree::Table(Box::new(grid))),
        ]
    })
}

/// Blocks that hold no others.
pub(crate) fn leaf() -> BoxedStrategy<Tree> {
    prop_oneof![
        6 => words(14).prop_map(Tree::Text),
        1 => (0..4u8, proptest::option::of(1..200u8)).prop_map(|(width, length)| Tree::Rule { width, length }),
        1 => (0..200u8, (1..9u8, 1..9u8), 1..200u8)
            .prop_map(|(width, pixels, most)| Tree::Picture { width, pixels, most }),
        1 => (0..200u8, 0..200u8).prop_map(|(width, height)| Tree::Drawing { width, height }),
        1 => (label(), label()).prop_map(|(rows, columns)| Tree::Corner(rows, columns)),
        1 => (words(6), 1..200u8).prop_map(|(words, most)| Tree::Turned(words, most)),
        2 => (words(8), end(), any::<bool>(), 0..6u8)
            .prop_map(|(left, right, sign, gap)| Tree::Leader { left, right, sign, gap }),
    ]
    .boxed()
}

fn end() -> impl Strategy<Value = End> {
    prop_oneof![Just(End::Nothing), words(8).prop_map(End::Text), (0..40u8).prop_map(End::Page)]
}

fn stack(inner: impl Strategy<Value = Tree>) -> impl Strategy<Value = Tree> {
    let spring = prop_oneof![4 => Just(0u8), 1 => 1..4u8];
    let below = prop_oneof![3 => Just(0u8), 1 => 1..20u8];
    let item = (0..12u8, spring, any::<bool>(), below, inner).prop_map(|(gap, spring, keep, below, tree)| Item {
        gap,
        spring,
        keep,
        below,
        tree,
    });
    vec(item, 0..5).prop_map(Tree::Stack)
}

fn hang(inner: impl Strategy<Value = Tree>) -> impl Strategy<Value = Tree> {
    (label(), any::<bool>(), 0..20u8, 0..30u8, 0..5u8, inner).prop_map(|(sign, silent, indent, width, gap, body)| {
        Tree::Hang { sign, silent, indent, width, gap, body: Box::new(body) }
    })
}

fn boxed(inner: impl Strategy<Value = Tree>) -> impl Strategy<Value = Tree> {
    let style = (
        [0..8u8, 0..8u8, 0..8u8, 0..8u8],
        [0..3u8, 0..3u8, 0..3u8, 0..3u8],
        proptest::option::of((1..4u8, 1..3u8)),
        any::<bool>(),
        any::<bool>(),
        proptest::option::of((0..120u8, 0..3u8)),
        prop_oneof![Just(0u8), 1..90u8],
        proptest::option::of((words(6), 0..9u8)),
        prop_oneof![Just(0u8), 1..200u8],
        any::<bool>(),
    );
    let style =
        style.prop_map(|(padding, strokes, double, filled, elastic, least, min_height, title, keep, dashed)| {
            BoxStyle { padding, strokes, double, filled, elastic, least, min_height, title, keep, dashed }
        });
    (style, inner).prop_map(|(style, body)| Tree::Boxed { style, body: Box::new(body) })
}
