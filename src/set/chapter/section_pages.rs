//! A chapter divided by the pages it stands on: upright, or on their side for what is wider.

use crate::model::len::Len;
use crate::set::layout::{Block, Child, Stack};

/// What of a chapter stands on pages of one kind.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// Whether they are pages on their side.
    pub landscape: bool,
    /// What stands on them.
    pub block: Block,
}

impl Section {
    /// This section and another below it, on pages as one of them asks for.
    pub(crate) fn followed_by(&self, other: &Section, landscape: bool) -> Section {
        let children = |section: &Section| match &section.block {
            Block::Stack(stack) => stack.children.clone(),
            other => vec![Child::new(Len::ZERO, other.clone())],
        };
        let children = children(self).into_iter().chain(children(other)).collect();
        Section { landscape, block: Block::Stack(Stack { children }) }
    }
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
            Some((landscape, section)) if *landscape == child.landscape && !child.begins_page => section.push(child),
            _ => sections.push((child.landscape, vec![child])),
        }
    }
    if sections.is_empty() {
        sections.push((false, Vec::new()));
    }
    let section = |(landscape, children)| Section { landscape, block: Block::Stack(Stack { children }) };
    sections.into_iter().map(section).collect()
}
