//! What readers are given by a block, apart from where it stands.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::set::layout::{AnchorId, Block, Frame, LeaderEnd, LeafKind, Owner};

use super::build::RULE;

/// A leaf without its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(Range<u32>),
    Picture,
    Shape,
    PageNumber,
    Anchor(AnchorId),
    Link,
}

/// The leaves of frames: by element in the order they stand, and how often each rule is drawn. What is nobody's, such as
/// repeated heads, frames and leaders, is left out.
pub(crate) fn content(frames: &[Frame]) -> (BTreeMap<usize, Vec<Piece>>, BTreeMap<[u8; 3], usize>) {
    let mut owned: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    let mut rules = BTreeMap::new();
    for leaf in frames.iter().flat_map(|frame| &frame.leaves) {
        let piece = match &leaf.kind {
            LeafKind::Text { line, .. } => Piece::Text(line.glyphs.clone()),
            LeafKind::Picture { .. } => Piece::Picture,
            LeafKind::Path(_) => Piece::Shape,
            LeafKind::PageNumber { .. } => Piece::PageNumber,
            LeafKind::Anchor(anchor) => Piece::Anchor(*anchor),
            LeafKind::Link { .. } => Piece::Link,
            LeafKind::Fill { color, .. } => {
                if color.rgb[0] == RULE {
                    *rules.entry(color.rgb).or_default() += 1;
                }
                continue;
            }
        };
        if let Owner::Node(node) = leaf.owner {
            owned.entry(node.index()).or_default().push(piece);
        }
    }
    (owned, rules)
}

/// More parts than a block can take: one for each glyph, row and other block in it.
pub(crate) fn most_parts(block: &Block) -> usize {
    match block {
        Block::Text(text) => text.shaped.glyphs.len() + 1,
        Block::Stack(stack) => 1 + stack.children.iter().map(|child| most_parts(&child.block)).sum::<usize>(),
        Block::Hang(hang) => most_parts(&hang.body),
        Block::Boxed(boxed) => most_parts(&boxed.body),
        Block::Table(table) => {
            let foot = table.foot.as_ref().map_or(0, |foot| 1 + most_parts(foot));
            table.grid.rows() + foot + table.grid.contents().iter().map(|cell| most_parts(&cell.block)).sum::<usize>()
        }
        Block::Beside(beside) => 1 + beside.children.iter().map(most_parts).sum::<usize>(),
        Block::Leader(_)
        | Block::Picture(_)
        | Block::Rule(_)
        | Block::Corner(_)
        | Block::Turned(_)
        | Block::Drawing(_) => 1,
    }
}

/// The elements whose content is printed.
pub(crate) fn printed(block: &Block, nodes: &mut Vec<usize>) {
    let mut add = |owner: Owner, printed: bool| match owner {
        Owner::Node(node) if printed => nodes.push(node.index()),
        _ => {}
    };
    match block {
        Block::Text(text) => add(text.owner, !text.shaped.glyphs.is_empty()),
        Block::Stack(stack) => stack.children.iter().for_each(|child| printed(&child.block, nodes)),
        Block::Hang(hang) => {
            printed(&hang.sign, nodes);
            printed(&hang.body, nodes);
        }
        Block::Boxed(boxed) => {
            if let Some(title) = &boxed.title {
                add(title.text.owner, !title.text.shaped.glyphs.is_empty());
            }
            printed(&boxed.body, nodes);
        }
        Block::Leader(leader) => {
            add(leader.left.owner, !leader.left.shaped.glyphs.is_empty());
            if let Some(link) = &leader.link {
                add(link.owner, true);
            }
            match &leader.right {
                LeaderEnd::Nothing => {}
                LeaderEnd::Text(text) => add(text.owner, !text.shaped.glyphs.is_empty()),
                LeaderEnd::Page { digits, .. } => add(digits.owner, true),
                LeaderEnd::Block(block) => printed(block, nodes),
            }
        }
        Block::Table(table) => {
            table.grid.contents().iter().for_each(|cell| printed(&cell.block, nodes));
            table.foot.iter().for_each(|foot| printed(foot, nodes));
        }
        Block::Beside(beside) => beside.children.iter().for_each(|child| printed(child, nodes)),
        Block::Corner(corner) => {
            printed(&corner.columns, nodes);
            printed(&corner.rows, nodes);
        }
        Block::Turned(turned) => add(turned.body.owner, !turned.body.shaped.glyphs.is_empty()),
        Block::Picture(picture) => add(picture.owner, true),
        Block::Drawing(drawing) => drawing.frame.leaves.iter().for_each(|leaf| add(leaf.owner, true)),
        Block::Rule(_) => {}
    }
}
