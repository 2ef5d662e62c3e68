//! Laws and examples of the insides: part of the crate itself, since they use what no one else may.

mod codes;
mod data_files;
mod diagnostics;
mod spreadsheets;
mod support;
mod values;
