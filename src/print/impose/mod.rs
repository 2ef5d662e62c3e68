//! A finished PDF to sheets of paper: booklets, several pages a side, room for binding, marks for cutting.
//!
//! 1. [`Original::open`]: bytes to a PDF, or why it can't be used. `names`: what its pages are called.
//! 2. [`plan`]: which page stands where, by number alone. [`geometry`]: where that is on paper.
//! 3. `write`: every page becomes a form, drawn where it stands. What pages share they still share; `copy` copies only what they need, still packed.
//!
//! Links stay, stamps and filled fields become part of the picture, hidden layers stay hidden. Tags and bookmarks belong to the pages as they were and go.

mod annotations;
mod copy;
pub(crate) mod geometry;
mod marks;
mod names;
mod original;
pub(crate) mod plan;
mod selection;
mod write;

#[cfg(test)]
pub(crate) use names::Section;
pub(crate) use original::Original;
pub(crate) use plan::{Arrangement, Layout};
pub(crate) use selection::select;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;

use crate::diag::PdfProblem;
use crate::model::len::Len;
use crate::write::pdf::pack;
use geometry::{Format, Size};

/// How sheets are to be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Job {
    /// How pages stand on sheets.
    pub layout: Layout,
    /// The paper; `None`: what the pages need.
    pub paper: Option<Size>,
    /// How far pages move away from where sheets are bound, mirrored on their backs.
    pub binding: Len,
    /// How thick the paper of a booklet is: pages move towards the fold by as much for each sheet around theirs.
    pub creep: Len,
    /// Sheets that a booklet is folded from at most.
    pub signature: Option<NonZeroUsize>,
    /// Chapters begin on a right-hand page: bookmarks of so many levels.
    pub chapters_right: usize,
    /// Whether the first and the last page stand on a sheet of their own.
    pub cover: bool,
    /// Whether there are marks for cutting and folding.
    pub marks: bool,
}

/// Sheets, finished.
#[derive(Debug)]
pub(crate) struct Imposed {
    /// A PDF of their sides.
    pub bytes: Vec<u8>,
    /// How many they are.
    pub sheets: usize,
    /// How many pages were put on them.
    pub pages: usize,
    /// Their paper.
    pub paper: Size,
    /// What there is to say of them.
    pub found: Vec<PdfProblem>,
}

/// Innermost pages that have moved further show it.
const MOST_CREEP: f64 = 3.0;

/// Puts pages of a PDF on sheets: those chosen, from 0 and in this order, each once. `name` is what messages call the PDF.
pub(crate) fn impose(original: &Original, chosen: &[usize], job: &Job, name: &str) -> Result<Imposed, PdfProblem> {
    let none = || PdfProblem::NoPages { name: name.to_owned() };
    let usual = geometry::usual(chosen.iter().filter_map(|&page| original.size(page))).ok_or_else(none)?;
    let beginnings = beginnings(original, chosen, job.chapters_right);
    let arrangement = Arrangement { layout: job.layout, signature: job.signature, cover: job.cover };
    let mut sheets = plan::plan(chosen.len(), &beginnings, arrangement);
    for place in sheets.iter_mut().flat_map(|sheet| &mut sheet.sides).flat_map(|side| &mut side.0) {
        *place = place.and_then(|position| chosen.get(position).copied());
    }
    let (binding, creep) = (f64::from(job.binding.to_pt()), f64::from(job.creep.to_pt()));
    let format = Format::new(job.layout, usual, job.paper, job.marks, binding, creep);
    let unreadable = |page: write::Unreadable| PdfProblem::Broken { name: name.to_owned(), page: Some(page.0 + 1) };
    let file = write::write(original, &sheets, format).map_err(unreadable)?;
    let bytes = pack::pack(&file).unwrap_or(file);
    let found = thick(&sheets, job).into_iter().collect();
    Ok(Imposed { bytes, sheets: sheets.len(), pages: chosen.len(), paper: format.paper, found })
}

/// Where chapters begin among the pages chosen: at the bookmarks of so many levels.
fn beginnings(original: &Original, chosen: &[usize], levels: usize) -> BTreeSet<usize> {
    if levels == 0 {
        return BTreeSet::new();
    }
    let sections = original.sections();
    let starts: BTreeSet<usize> = sections.iter().filter(|it| it.level < levels).map(|it| it.pages.start).collect();
    (0..chosen.len()).filter(|&position| starts.contains(&chosen[position])).collect()
}

/// A booklet whose inner pages move so far that it shows.
fn thick(sheets: &[plan::Sheet], job: &Job) -> Option<PdfProblem> {
    if job.layout != Layout::Booklet {
        return None;
    }
    let depth = sheets.iter().map(|sheet| sheet.depth).max()?;
    let inwards = f64::from(job.creep.to_pt()) * depth as f64 * 25.4 / 72.0;
    (inwards > MOST_CREEP).then(|| PdfProblem::ThickBooklet { sheets: depth + 1, inwards: format!("{inwards:.1}") })
}
