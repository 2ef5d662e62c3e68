//! Bookmarks.

use krilla::outline::{Outline, OutlineNode};

use crate::set::document::{Bookmark, Document};

use super::draw::destination;

pub(super) fn build(document: &Document) -> Outline {
    let mut bookmarks = Outline::new();
    for bookmark in &document.bookmarks {
        if let Some(node) = node(document, bookmark) {
            bookmarks.push_child(node);
        }
    }
    bookmarks
}

fn node(document: &Document, bookmark: &Bookmark) -> Option<OutlineNode> {
    let mut node = OutlineNode::new(bookmark.title.clone(), destination(document, bookmark.anchor)?);
    for child in bookmark.children.iter().filter_map(|child| self::node(document, child)) {
        node.push_child(child);
    }
    Some(node)
}
