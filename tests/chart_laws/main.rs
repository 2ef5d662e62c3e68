//! The laws of charts, each over random ones.

mod geometry;
mod organisation;
mod process;
mod text;
mod timeline;
