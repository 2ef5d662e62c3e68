//! The finished document: pages of absolute leaves, structures, bookmarks, labels; all that the writer needs.

use std::collections::BTreeMap;

use crate::model::len::Len;
use crate::model::report::CoverDate;
use crate::model::structure::Structure;
use crate::set::layout::{AnchorId, Leaf};

/// A finished document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    /// Its title.
    pub title: String,
    /// Its author.
    pub author: String,
    /// The date on its cover.
    pub date: Option<CoverDate>,
    /// Its pages.
    pub pages: Vec<Page>,
    /// The structures of its chapters, in reading order.
    pub structures: Vec<Structure>,
    /// Its bookmarks.
    pub bookmarks: Vec<Bookmark>,
    /// What a press shows of its pictures.
    pub press: Press,
    /// Where its anchors stand.
    pub anchors: BTreeMap<AnchorId, Position>,
    /// The files that go into its file.
    pub attachments: Vec<Attachment>,
}

/// What a press shows of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Press {
    /// Dots of an inch; 0 for as many as a picture has.
    pub resolution: u32,
    /// So many percent of them a picture may have before it is brought down.
    pub spare: u32,
    /// How well photographs are coded that are coded anew, up to 100.
    pub quality: u8,
}

/// A page.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Its width.
    pub width: Len,
    /// Its height.
    pub height: Len,
    /// Its leaves, from its top left corner.
    pub leaves: Vec<Leaf>,
    /// The chapter whose structure its leaves belong to.
    pub chapter: usize,
    /// What readers call it.
    pub label: Label,
}

/// What readers call a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Label {
    /// A printed number.
    Number(u32),
    /// A name: 표지.
    Name(String),
}

/// A point on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// The page, from 0.
    pub page: usize,
    /// From its left edge.
    pub x: Len,
    /// From its top.
    pub y: Len,
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bookmark {
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub anchor: AnchorId,
    /// The bookmarks below it.
    pub children: Vec<Bookmark>,
}

/// A file within a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    /// Its path in the folder that it belongs to, with `/`.
    pub path: String,
    /// Its bytes.
    pub data: Vec<u8>,
}
