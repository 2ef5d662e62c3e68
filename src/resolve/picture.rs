//! Picture files: read once each, and measured.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::sniff::{Sniffed, sniff};
use crate::decode::Typed;
use crate::diag::{Diagnostics, FigureProblem};
use crate::report::Picture;
use crate::source::{NamedAt, SourceMap};

/// The pictures read so far.
#[derive(Default)]
pub(super) struct Pictures {
    by_path: BTreeMap<PathBuf, Arc<Picture>>,
}

/// The longest side of a picture, in pixels: three times what A3 shows at 600 dots an inch.
const LONGEST_SIDE: u32 = 30_000;
/// The most pixels of a picture: four bytes each must fit into memory with ease.
const MOST_PIXELS: u64 = 120_000_000;

impl Pictures {
    /// The picture in a file, or `None` after reporting why there is none.
    pub fn read(&mut self, file: &Typed, sources: &SourceMap, sink: &mut Diagnostics) -> Option<Arc<Picture>> {
        let at = NamedAt { name: &file.content, span: file.span() };
        let (path, data) = sources.read_bytes(at, sink)?;
        if let Some(picture) = self.by_path.get(&path) {
            return Some(Arc::clone(picture));
        }
        let name = file.content.clone();
        let problem = match sniff(&data) {
            Sniffed::Picture { format, width, height } => {
                let pixels = u64::from(width) * u64::from(height);
                if width.max(height) <= LONGEST_SIDE && pixels <= MOST_PIXELS {
                    let picture = Picture { path: path.clone(), data, format, pixels: (width, height) };
                    return Some(Arc::clone(self.by_path.entry(path).or_insert(Arc::new(picture))));
                }
                FigureProblem::TooManyPixels { name, width, height, most: LONGEST_SIDE.min(10_000) }
            }
            Sniffed::Damaged => FigureProblem::Damaged { name },
            Sniffed::Other(found) => FigureProblem::Format { name, found },
        };
        sink.report(problem, file.span());
        None
    }
}
