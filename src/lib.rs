//! From a report definition to a finished Korean public report.
//!
//! The straight line, each stage a module:
//!
//! 1. [`source`]: files to texts with line indices.
//! 2. [`mod@def`]: texts to the definition as written, through [`decode`].
//! 3. [`resolve`]: the definition as written to the [`report`] as meant, its [`outline`]s parsed, its [`picture`]s looked at.
//! 4. [`mod@check`]: what a careful reader of the report would find: sums, dates, contradictions, slips of writing.
//! 5. [`chapter`]: report, [`theme`] and [`font`]s to chapters of blocks ([`layout`]), [`text`] shaped once, with the
//!    [`structure`] that says what everything is, [`chart`]s drawn.
//! 6. [`paginate`]: chapters to pages, tightened where that saves one.
//! 7. [`document`]: page numbers, furniture, bookmarks, links.
//! 8. [`pdf`]: document to bytes; [`output`]: bytes to a file, whole or not at all.
//!
//! Beside the line: [`attachments`] puts a report's files into its PDF and takes them out again, [`diff`] compares two reports, [`rebuild`] and [`watch`] build one on
//! every save, [`renew`] carries one over to another year, [`preview`] draws pages.
//! A finished PDF, this program's or any other, goes on sheets of paper through [`impose`], and to a printer
//! through [`ipp`], as [`raster`] where that takes no PDF.
//!
//! [`read`] does the first three, [`check::check`] the fourth, for which the others don't wait, [`set`] all but that and the last. Only
//! [`source`] and [`output`] touch the disk.
//!
//! Everything that is said of a report goes through [`diag`]. The library never prints and never exits.

pub mod check;
pub mod cli;
pub mod diag;
#[cfg(test)]
#[path = "../tests/laws/mod.rs"]
mod laws;
pub mod model;
pub mod print;
pub mod read;
pub mod regenerate;
pub mod schemas;
pub mod set;
pub mod write;

use diag::Diagnostics;
use model::report::Report;
use read::files::Files;
use set::font::Fonts;
use set::theme::Theme;
use set::typeset::{Typeset, typeset};

/// Reads a report: its definition as written, then as meant. Everything that is wrong goes into `sink`; the report is
/// given only where nothing is.
pub fn read(files: &mut Files, sink: &mut Diagnostics) -> Option<Report> {
    let file = files.read_report(sink)?;
    let def = read::decode::decode(file, &files.sources, sink)?;
    let report = read::resolve::resolve(def, file, files, sink);
    (!sink.has_errors()).then_some(report)
}

/// Reads a report and sets it in pages: everything short of writing. The document is given only where nothing is wrong that keeps
/// it from being written.
pub fn set(files: &mut Files, sink: &mut Diagnostics) -> Option<(Typeset, Fonts)> {
    let report = read(files, sink)?;
    set_read(&report, files, sink)
}

/// Sets a report that has been read in pages, as [`set`] does.
pub fn set_read(report: &Report, files: &mut Files, sink: &mut Diagnostics) -> Option<(Typeset, Fonts)> {
    let mut fonts = Fonts::load(files, sink);
    let theme = Theme::load(&report.template, &mut fonts, files, sink)?;
    let mut set = typeset(report, &theme, &fonts);
    set.found.drain(..).for_each(|found| sink.push(found));
    (!sink.has_errors()).then_some((set, fonts))
}
