//! Which printed pages differ: by what stands on them and where, never by the bytes of a file.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::model::report::Picture;
use crate::set::document::{Document, Label, Page};
use crate::set::font::{FaceData, Fonts};
use crate::set::layout::{Leaf, LeafKind};
use crate::set::text::{Line, Shaped};

use super::Side;

/// Which printed pages differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pages {
    /// Pages of the new report that the old one has none like, as places from 0 and what readers call them.
    pub changed: Vec<(usize, Label)>,
    /// Pages of the old report that the new one has none like.
    pub gone: Vec<(usize, Label)>,
    /// How many pages the new report has.
    pub count: usize,
}

/// Compares pages as they are printed: glyphs, rules, backgrounds and pictures at their places, page numbers included. A sheet of the old report
/// that is not among those gone can be used again.
pub(crate) fn pages(old: Side<'_>, new: Side<'_>) -> Pages {
    let (mut old_prints, new_prints) = rayon::join(|| prints(old), || prints(new));
    let mut known: HashMap<&Vec<u8>, Vec<usize>> = HashMap::new();
    for (index, print) in old_prints.iter().enumerate().rev() {
        known.entry(print).or_default().push(index);
    }
    let mut used = vec![false; old_prints.len()];
    let mut changed = Vec::new();
    for (index, print) in new_prints.iter().enumerate() {
        match known.get_mut(print).and_then(Vec::pop) {
            Some(same) => used[same] = true,
            None => changed.push((index, new.document.pages[index].label.clone())),
        }
    }
    let gone = old_prints.drain(..).zip(used).enumerate().filter(|(_, (_, used))| !used);
    let gone = gone.map(|(index, _)| (index, old.document.pages[index].label.clone())).collect();
    Pages { changed, gone, count: new_prints.len() }
}

/// What a page shows, as bytes that are equal where the pages look equal.
fn prints(side: Side<'_>) -> Vec<Vec<u8>> {
    use rayon::prelude::*;
    let Document { pages, .. } = side.document;
    let faces = faces(side.fonts);
    let print = |page: &Page| {
        let mut print = Print { bytes: Vec::with_capacity(16_384), faces: &faces };
        print.numbers([page.width.as_milli(), page.height.as_milli()]);
        page.leaves.iter().for_each(|leaf| print.leaf(leaf));
        print.bytes
    };
    pages.par_iter().map(print).collect()
}

/// What tells each face from others, in any run of the program.
fn faces(fonts: &Fonts) -> Vec<u64> {
    let face = |face: &crate::set::font::Face| {
        let mut hasher = DefaultHasher::new();
        (&face.family, face.weight, face.index).hash(&mut hasher);
        // What the program brings along is told by its name; a file of the office's own by what is in it.
        if let FaceData::Shared(data) = &face.data {
            data.hash(&mut hasher);
        }
        hasher.finish()
    };
    fonts.faces().iter().map(face).collect()
}

/// A page's marks as they are gathered.
struct Print<'a> {
    bytes: Vec<u8>,
    faces: &'a [u64],
}

impl Print<'_> {
    fn numbers<const N: usize>(&mut self, numbers: [i64; N]) {
        numbers.into_iter().for_each(|number| self.bytes.extend_from_slice(&number.to_le_bytes()));
    }

    fn leaf(&mut self, leaf: &Leaf) {
        let place = [leaf.x.as_milli(), leaf.y.as_milli()];
        match &leaf.kind {
            LeafKind::Text { shaped, line, size, color, accent, .. } => {
                self.bytes.push(b'T');
                self.numbers(place);
                self.numbers([size.as_milli()]);
                self.bytes.extend(color.rgb.into_iter().chain(accent.iter().flat_map(|color| color.rgb)));
                self.line(shaped, line);
            }
            LeafKind::Fill { width, height, color } => {
                self.bytes.push(b'F');
                self.numbers(place);
                self.numbers([width.as_milli(), height.as_milli()]);
                self.bytes.extend(color.rgb);
            }
            LeafKind::Path(path) => {
                self.bytes.push(b'P');
                self.numbers(place);
                self.bytes.extend_from_slice(format!("{path:?}").as_bytes());
            }
            LeafKind::Picture { picture, part, width, height, .. } => {
                self.bytes.push(b'I');
                self.numbers(place);
                self.numbers([width.as_milli(), height.as_milli(), content(picture)]);
                self.numbers([part.x, part.y, part.width, part.height].map(i64::from));
            }
            // Nothing of these is printed; page numbers are texts by now.
            LeafKind::PageNumber { .. } | LeafKind::Anchor(_) | LeafKind::Link { .. } => {}
        }
    }

    fn line(&mut self, shaped: &Shaped, line: &Line) {
        self.numbers([line.blank_extra.into(), line.letter_extra.into(), line.glyph_width.into()]);
        for run in &shaped.runs {
            let (from, to) = (run.glyphs.start.max(line.glyphs.start), run.glyphs.end.min(line.visible_end));
            if from >= to {
                continue;
            }
            let face = self.faces.get(run.face.index()).copied().unwrap_or_default();
            self.bytes.push(b'R');
            self.bytes.extend(face.to_le_bytes());
            self.bytes.extend([u8::from(run.underline), run.accent]);
            self.numbers([run.raise.size.into(), run.raise.shift.into()]);
            if run.underline {
                self.numbers([shaped.underline.below.into(), shaped.underline.width.into()]);
            }
            for glyph in &shaped.glyphs[from as usize..to as usize] {
                self.bytes.extend(glyph.id.to_le_bytes());
                [glyph.advance, glyph.x, glyph.y].into_iter().for_each(|it| self.bytes.extend(it.to_le_bytes()));
            }
        }
    }
}

fn content(picture: &Arc<Picture>) -> i64 {
    let mut hasher = DefaultHasher::new();
    picture.content.data().hash(&mut hasher);
    hasher.finish().cast_signed()
}
