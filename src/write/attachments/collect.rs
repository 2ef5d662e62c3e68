//! Which files a report was made from: those that were read, and the fonts of the office's own that stand on its pages.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use crate::read::files::Files;
use crate::set::font::{FaceData, Fonts};

use crate::set::document::Attachment;

/// The files that `files` kept while the report was read, and its fonts that the program doesn't bring along; by path.
pub(crate) fn collect(files: &Files, fonts: &Fonts) -> Vec<Attachment> {
    let kept = files.kept().into_iter();
    let mut files: BTreeMap<String, Vec<u8>> = kept.map(|(path, data)| (slashed(&path), data)).collect();
    for face in fonts.faces() {
        if let FaceData::Shared(data) = &face.data {
            let name = Path::new(&face.file).file_name().unwrap_or_default().to_string_lossy();
            let mut path = format!("fonts/{name}");
            // A template's font and the report's may share a name; a file with several faces comes once.
            while files.get(&path).is_some_and(|other| other != &**data) {
                path = path.replacen("fonts/", "fonts/template-", 1);
            }
            files.entry(path).or_insert_with(|| data.to_vec());
        }
    }
    files.into_iter().map(|(path, data)| Attachment { path, data }).collect()
}

/// A path within a folder, as definitions write it.
fn slashed(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
