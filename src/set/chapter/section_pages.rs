//! A chapter divided by the pages it stands on: upright, or on their side for what is wider.

use crate::set::layout::{Block, Child, Stack};

/// What of a chapter stands on pages of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// Whether they are pages on their side.
    pub landscape: bool,
    /// What stands on them.
    pub block: Block,
}

/// The sections of a chapter. What is kept with something on a page on its side goes with it: its title, and its notes.
pub(super) fn divide(mut children: Vec<Child>) -> Vec<Section> {
    for index in (1..children.len()).rev() {
        children[index - 1].landscape |= children[index].landscape && children[index - 1].keep_with_next;
    }
    for index in 1..children.len() {
        children[index].landscape |= children[index - 1].landscape && children[index - 1].keep_with_next;
    }
    let mut sections: Vec<(bool, Vec<Child>)> = Vec::new();
    for child in children {
        match sections.last_mut() {
            Some((landscape, section)) if *landscape == child.landscape => section.push(child),
            _ => sections.push((child.landscape, vec![child])),
        }
    }
    if sections.is_empty() {
        sections.push((false, Vec::new()));
    }
    let section = |(landscape, children)| Section { landscape, block: Block::Stack(Stack { children }) };
    sections.into_iter().map(section).collect()
}
