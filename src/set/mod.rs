//! From the report as meant to pages.

pub(crate) mod chapter;
pub(crate) mod chart;
pub(crate) mod document;
pub(crate) mod font;
pub(crate) mod layout;
pub(crate) mod paginate;
pub(crate) mod text;
pub(crate) mod theme;
pub(crate) mod typeset;
