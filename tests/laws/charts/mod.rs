//! The laws of charts, each over random ones.

mod data;
mod geometry;
mod organisation;
mod process;
mod text;
mod timeline;
