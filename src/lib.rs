//! From a report definition to a finished Korean public report.
//!
//! The straight line, each stage a module:
//!
//! 1. [`source`]: files to texts with line indices.
//! 2. [`def`](mod@decode): texts to the definition as written.
//! 3. [`report`]: the definition as meant.
//! 4. [`chapter`]: report, [`theme`] and [`font`]s to chapters of blocks ([`layout`]), [`text`] shaped once, with the
//!    [`structure`] that says what everything is.
//! 5. [`paginate`]: chapters to pages, tightened where that saves one.
//! 6. [`document`]: page numbers, furniture, bookmarks, links.
//! 7. [`pdf`]: document to bytes.
//!
//! Everything that is said of a report goes through [`diag`]. The library never prints and never exits.

pub mod chapter;
pub mod decode;
pub mod diag;
pub mod document;
pub mod font;
pub mod layout;
pub mod len;
pub mod paginate;
pub mod pdf;
pub mod report;
pub mod source;
pub mod structure;
pub mod text;
pub mod theme;
pub mod typeset;
