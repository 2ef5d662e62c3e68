//! What the laws share.

pub(crate) mod accepted;
#[path = "../../support/bombs.rs"]
pub(crate) mod bombs;
#[path = "../../support/files.rs"]
mod files;
#[path = "../../support/pdfs.rs"]
pub(crate) mod pdfs;
pub(crate) mod reading;
mod seeded;
pub(crate) mod spreadsheet;

pub(crate) use files::{mapo, root, sample};
pub(crate) use seeded::seeded;
