//! Picture files: read once each, and looked at side by side.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::{Diagnostics, GraphicProblem, Problem};
use crate::model::report::Picture;
use crate::read::decode::Typed;
use crate::read::files::{Files, NamedAt};
use crate::read::picture::{Fault, LONGEST_SIDE, inspect};

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
        for ((path, file), inspected) in new.into_iter().zip(inspect(data)) {
            let picture = match inspected {
                Ok(inspected) => {
                    Some(Arc::new(Picture { path: path.clone(), size: inspected.size, content: inspected.content }))
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
        Fault::Format(found) => GraphicProblem::Format { name, found },
        Fault::Damaged => GraphicProblem::Damaged { name },
        Fault::TooManyPixels(width, height) => {
            GraphicProblem::TooManyPixels { name, width, height, most: LONGEST_SIDE.min(8_000) }
        }
        Fault::Animated => GraphicProblem::Animated { name },
        Fault::Malformed(reason) => GraphicProblem::Malformed { name, reason },
        Fault::Unsupported(feature) => GraphicProblem::Unsupported { name, feature },
        Fault::TooIntricate => GraphicProblem::TooIntricate { name },
    }
    .into()
}
