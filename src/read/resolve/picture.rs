//! Picture files: read once each, and looked at side by side.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::{Diagnostics, FigureProblem, Problem};
use crate::model::report::Picture;
use crate::read::decode::Typed;
use crate::read::files::{Files, NamedAt};
use crate::read::picture::{Fault, LONGEST_SIDE, look};

/// The pictures read so far, by path; `None` for one that can't be had.
#[derive(Default)]
pub(super) struct Pictures {
    by_path: BTreeMap<PathBuf, Option<Arc<Picture>>>,
}

impl Pictures {
    /// The pictures in some files, in their order; `None` after reporting why there is none.
    pub(crate) fn read(
        &mut self,
        named: &[&Typed],
        files: &Files,
        sink: &mut Diagnostics,
    ) -> Vec<Option<Arc<Picture>>> {
        let mut paths = Vec::with_capacity(named.len());
        let (mut new, mut data) = (Vec::new(), Vec::new());
        for file in named {
            let at = NamedAt { name: &file.content, span: file.span() };
            let Some((path, bytes)) = files.read_bytes(at, sink) else {
                paths.push(None);
                continue;
            };
            if !self.by_path.contains_key(&path) && new.iter().all(|(known, _)| *known != path) {
                new.push((path.clone(), *file));
                data.push(bytes);
            }
            paths.push(Some(path));
        }
        for ((path, file), looked) in new.into_iter().zip(look(data)) {
            let picture = match looked {
                Ok(looked) => {
                    Some(Arc::new(Picture { path: path.clone(), size: looked.size, content: looked.content }))
                }
                Err(fault) => {
                    sink.report(problem(fault, &file.content), file.span());
                    None
                }
            };
            self.by_path.insert(path, picture);
        }
        paths.into_iter().map(|path| self.by_path.get(&path?).cloned().flatten()).collect()
    }
}

fn problem(fault: Fault, name: &str) -> Problem {
    let name = name.to_owned();
    match fault {
        Fault::Format(found) => FigureProblem::Format { name, found },
        Fault::Damaged => FigureProblem::Damaged { name },
        Fault::TooManyPixels(width, height) => {
            FigureProblem::TooManyPixels { name, width, height, most: LONGEST_SIDE.min(8_000) }
        }
        Fault::Animated => FigureProblem::Animated { name },
        Fault::Malformed(reason) => FigureProblem::Malformed { name, reason },
        Fault::Unsupported(feature) => FigureProblem::Unsupported { name, feature },
        Fault::TooIntricate => FigureProblem::TooIntricate { name },
    }
    .into()
}
