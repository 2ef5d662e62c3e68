//! What `impose`, `print` and `preview` have in common: a PDF or a report, its pages chosen and put on sheets.

use std::path::Path;

use super::report_args::InputArgs;
use super::sheet_args::SheetArgs;
use crate::build::{Make, Run};
use crate::diag::{Diagnostic, Diagnostics};
use crate::print::impose::{Imposed, Job, Layout, Original, impose, select};
use crate::read::pdf_file;

/// A finished PDF, as bytes.
pub(super) struct InputPdf {
    pub bytes: Vec<u8>,
    /// What messages call it.
    pub shown: String,
    /// What files made from it are called after.
    pub name: String,
}

/// Reads a PDF, or builds the report. What is wrong is found by `run`.
pub(super) fn finish(args: &InputArgs, run: &mut Run) -> Option<InputPdf> {
    let path = &args.input;
    if is_pdf(path) {
        let shown = path.to_string_lossy().into_owned();
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = run.sink.ok(pdf_file::read(path))?;
        return Some(InputPdf { bytes, shown, name });
    }
    let report = run.read()?;
    let (set, fonts) = run.set(&report)?;
    let made = run.write(set, &fonts, Make::default())?;
    let name = run.files.report_name();
    Some(InputPdf { bytes: made.pdf, shown: format!("{name}.pdf"), name })
}

/// Any file but a definition is taken for a PDF, so that one that is none is said to be none.
fn is_pdf(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("pdf") || (path.is_file() && extension != "toml")
}

/// Opens a finished PDF. What is wrong goes into `sink`.
pub(super) fn open(input: InputPdf, sink: &mut Diagnostics) -> Option<(Original, String)> {
    let original = sink.ok(Original::open(input.bytes, &input.shown))?;
    Some((original, input.shown))
}

/// The pages that are asked for, from 0. What is wrong goes into `sink`.
pub(super) fn pages(original: &Original, asked: Option<&str>, sink: &mut Diagnostics) -> Option<Vec<usize>> {
    let Some(asked) = asked else { return Some((0..original.page_count()).collect()) };
    sink.ok_each(select(original, asked))
}

/// The pages of a finished PDF that are asked for, as [`pages`].
pub(super) fn pages_of(pdf: &[u8], name: &str, asked: &str, sink: &mut Diagnostics) -> Option<Vec<usize>> {
    let original = sink.ok(Original::open(pdf.to_vec(), name))?;
    pages(&original, Some(asked), sink)
}

/// Puts pages on sheets. What is wrong goes into `sink`.
pub(super) fn sheets(
    original: &Original,
    pages: &[usize],
    (layout, args): (Layout, &SheetArgs),
    name: &str,
    sink: &mut Diagnostics,
) -> Option<Imposed> {
    let job = Job {
        layout,
        paper: args.paper,
        binding: args.binding,
        creep: args.creep,
        signature: args.signature,
        chapters_right: args.chapters_right.map_or(0, usize::from),
        cover: args.cover,
        marks: args.marks,
    };
    let mut imposed = sink.ok(impose(original, pages, &job, name))?;
    imposed.found.drain(..).for_each(|problem| sink.push(Diagnostic::without_place(problem)));
    Some(imposed)
}
