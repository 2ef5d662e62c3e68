//! Links: where they lead, and which element they are.

use std::sync::Arc;

use super::{AnchorId, Owner};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LinkTarget {
    /// A place of the document.
    Anchor(AnchorId),
    /// An address of the web.
    Address(Arc<str>),
}

/// Where a line leads.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Link {
    /// The place.
    pub target: LinkTarget,
    /// The element that is the link.
    pub owner: Owner,
    /// What a listener hears.
    pub alt: Arc<str>,
}
