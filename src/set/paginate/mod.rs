//! Chapter to pages: `place` called page after page, and a chapter fitted to them.

mod even;
mod fit;
mod turned;

pub(crate) use fit::{Fits, Fitting, fit};
pub(crate) use turned::gathered;

use crate::model::len::Len;
use crate::set::layout::{Area, Block, Context, Cursor, Frame, Placed, place};

/// What stands on a page.
#[derive(Debug, Clone)]
pub(crate) struct PlacedPage {
    /// Whether the page lies on its side.
    pub landscape: bool,
    /// What stands between its margins.
    pub frame: Frame,
}

/// A block on as many pages as it takes.
pub(crate) fn pages(block: &Block, context: &Context, width: Len, height: Len) -> Vec<Frame> {
    let area = Area::page(width, height);
    let mut pages = Vec::new();
    let mut from = Cursor::Start;
    loop {
        match place(block, context, &from, area) {
            Placed::Done(frame) => {
                pages.push(frame);
                return pages;
            }
            Placed::Split { frame, rest } => {
                debug_assert_ne!(rest, from, "the cursor advances");
                pages.push(frame);
                from = rest;
            }
            // A fresh area never defers; should a block break that law, what is placed is kept and the loop ends.
            Placed::Defer(_) => {
                debug_assert!(false, "a fresh area never defers");
                return pages;
            }
        }
    }
}
