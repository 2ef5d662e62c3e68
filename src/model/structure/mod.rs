//! The tag tree: what each piece of content is, in reading order, made before any page exists.

use crate::model::source::Span;

/// An element of a [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(u32);

impl NodeId {
    /// Its place in its structure.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }

    /// The node at a place of a structure.
    pub(crate) fn at(index: usize) -> NodeId {
        NodeId(index as u32)
    }
}

/// The elements of a chapter, in reading order. An element's own content comes before its children.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Structure {
    nodes: Vec<Node>,
}

/// An element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// What it is.
    pub tag: Tag,
    /// The element it stands in; `None` at the top.
    pub parent: Option<NodeId>,
    /// Where it was typed.
    pub span: Option<Span>,
}

/// What an element is: the standard structure types of ISO 32000-1, 14.8.4, that reports need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A heading of a level from 1, with the text that names it.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An item of a list.
    Item,
    /// The sign of an item.
    Label,
    /// The body of an item.
    Body,
    /// A note.
    Note,
    /// What belongs together: a box with its title.
    Group,
    /// A table.
    Table,
    /// What stands above a table: unit and date.
    Caption,
    /// The head of a table.
    TableHead,
    /// The body of a table.
    TableBody,
    /// A row.
    Row,
    /// A cell that names its row or column.
    HeadCell {
        /// What it names.
        scope: Scope,
        /// Rows and columns it covers.
        covers: (u32, u32),
    },
    /// A cell.
    Cell {
        /// Rows and columns it covers.
        covers: (u32, u32),
    },
    /// A figure and what a listener hears instead.
    Figure(String),
    /// The contents.
    Contents,
    /// An entry of the contents.
    ContentsItem,
    /// A link.
    Link,
    /// A stretch of text, after a link in its midst.
    Span,
}

/// What a head cell names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Its row.
    Row,
    /// Its column.
    Column,
}

impl Structure {
    /// Adds an element below another, after those that are there.
    pub(crate) fn add(&mut self, parent: Option<NodeId>, tag: Tag, span: Option<Span>) -> NodeId {
        self.nodes.push(Node { tag, parent, span });
        NodeId::at(self.nodes.len() - 1)
    }

    /// All elements, parents before children, in reading order.
    pub(crate) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}
