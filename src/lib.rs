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

pub mod attachments;
pub mod chapter;
pub mod chart;
pub mod check;
pub mod cli;
pub mod data;
pub mod decode;
pub mod def;
pub mod diag;
pub mod diff;
pub mod document;
pub mod figure;
mod finished;
pub mod font;
pub mod impose;
pub mod ipp;
#[cfg(test)]
#[path = "../tests/laws/mod.rs"]
mod laws;
pub mod layout;
pub mod len;
pub mod outline;
pub mod output;
pub mod paginate;
pub mod pdf;
pub mod picture;
pub mod preview;
mod prose;
pub mod raster;
pub mod rebuild;
pub mod renew;
pub mod report;
pub mod resolve;
pub mod source;
pub mod structure;
pub mod text;
pub mod theme;
pub mod typeset;
pub mod value;
pub mod watch;

use diag::Diagnostics;
use font::Fonts;
use report::Report;
use source::SourceMap;
use theme::Theme;
use typeset::{Typeset, typeset};

/// Reads a report: its definition as written, then as meant. Everything that is wrong goes into `sink`; the report is
/// given only where nothing is.
pub fn read(sources: &mut SourceMap, sink: &mut Diagnostics) -> Option<Report> {
    let file = sources.read_report(sink)?;
    let def = decode::decode(file, sources, sink)?;
    let report = resolve::resolve(def, file, sources, sink);
    (!sink.has_errors()).then_some(report)
}

/// Reads a report and sets it in pages: everything short of writing. The document is given only where nothing is wrong that keeps
/// it from being written.
pub fn set(sources: &mut SourceMap, sink: &mut Diagnostics) -> Option<(Typeset, Fonts)> {
    let report = read(sources, sink)?;
    set_read(&report, sources, sink)
}

/// Sets a report that has been read in pages, as [`set`] does.
pub fn set_read(report: &Report, sources: &mut SourceMap, sink: &mut Diagnostics) -> Option<(Typeset, Fonts)> {
    let mut fonts = Fonts::load(sources, sink);
    let theme = Theme::load(&report.template, &mut fonts, sources, sink)?;
    let mut set = typeset(report, &theme, &fonts);
    set.found.drain(..).for_each(|found| sink.push(found));
    (!sink.has_errors()).then_some((set, fonts))
}
