//! Drawings (SVG): read, and refused where they hold what a page can't show as it was meant.

mod bounds;
mod feature;

use std::sync::Arc;

use usvg::roxmltree::{Document, ParsingOptions};
use usvg::{Options, Tree};

use super::Fault;
use crate::model::picture::{Drawing, Feature};

/// The most bytes of a drawing.
const LARGEST: usize = 8 << 20;
/// The most elements of a drawing.
const MOST_ELEMENTS: u32 = 200_000;
/// The longest side, in its own units; the size is told in thousandths of them.
const LONGEST_SIDE: f32 = 1e6;

impl Drawing {
    /// Reads a drawing. Text is refused: see [`Feature::Text`].
    pub(super) fn read(data: &[u8]) -> Result<Drawing, Fault> {
        if data.len() > LARGEST {
            return Err(Fault::TooIntricate);
        }
        let text = std::str::from_utf8(data).map_err(|_| Fault::Malformed("not UTF-8".into()))?;
        // Entities are what bombs are made of; drawing programs write them only for themselves.
        if text.contains("<!ENTITY") {
            return Err(Fault::Unsupported(Feature::Entities));
        }
        bounds::nesting_of_tags(text)?;
        let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_ELEMENTS * 2, ..ParsingOptions::default() };
        let document =
            Document::parse_with_options(text, options).map_err(|error| Fault::Malformed(error.to_string()))?;
        bounds::within(&document)?;
        feature::in_document(&document)?;
        let tree = Tree::from_xmltree(&document, &Options::default()).map_err(|error| match error {
            usvg::Error::ElementsLimitReached => Fault::TooIntricate,
            other => Fault::Malformed(other.to_string()),
        })?;
        if tree.size().width().max(tree.size().height()) > LONGEST_SIDE {
            return Err(Fault::TooIntricate);
        }
        feature::in_group(tree.root())?;
        Ok(Drawing { tree: Arc::new(tree), data: data.into() })
    }

    /// Width and height, in thousandths of its own units.
    pub(super) fn size(&self) -> (u32, u32) {
        let thousandths = |side: f32| ((side * 1000.0).round() as u32).max(1);
        (thousandths(self.tree.size().width()), thousandths(self.tree.size().height()))
    }
}
