//! From the report as meant to pages.

pub mod chapter;
pub mod chart;
pub mod document;
pub mod font;
pub mod layout;
pub mod paginate;
pub mod text;
pub mod theme;
pub mod typeset;
