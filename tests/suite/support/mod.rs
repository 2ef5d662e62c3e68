//! What the tests of the program share.

#[cfg(target_os = "linux")]
#[path = "../../support/bombs.rs"]
pub(crate) mod bombs;
#[path = "../../support/files.rs"]
mod files;
#[path = "../../support/pdfs.rs"]
pub(crate) mod pdfs;
mod place;
mod tools;

pub(crate) use files::{mapo, root, sample};
pub(crate) use place::{Place, command, copy, said};
pub(crate) use tools::{not_possible, not_tried, program};
