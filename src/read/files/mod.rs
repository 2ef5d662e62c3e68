//! Reading files: the only place of the program that does, from a folder of whatever kind.

mod folder;
mod form;
mod path;
mod report;

pub(crate) use folder::LARGEST;
pub use folder::{Disk, Folder, Memory, Overlay, Refusal};
pub(crate) use path::is_inside;
pub(crate) use report::{Files, NamedAt, ReportPath, locate};

use std::path::Path;

use crate::diag::{FileProblem, nearest};

/// Reads a file that is no part of a report, of at most `limit` bytes.
pub(crate) fn read_alone(path: &Path, limit: u64) -> Result<Vec<u8>, FileProblem> {
    let folder = Disk::new(path.parent().unwrap_or(Path::new("")));
    let shown = path.to_string_lossy();
    let path = folder::on_disk(path);
    let name = path.file_name().map_or(Path::new(""), Path::new);
    folder.read(name, limit).map_err(|refusal| problem(refusal, &folder, name, &shown, limit))
}

/// Why a file can't be read, in the words of messages; `name` is what they call it.
fn problem(refusal: Refusal, folder: &dyn Folder, path: &Path, name: &str, limit: u64) -> FileProblem {
    let like = |name: &str| like(folder, path, name);
    let name = name.to_owned();
    match refusal {
        Refusal::NotFound => FileProblem::NotFound { like: like(&name), name },
        Refusal::NotAFile => FileProblem::NotAFile { name },
        Refusal::TooLarge => FileProblem::TooLarge { name, limit },
        Refusal::Unreadable(reason) => FileProblem::Unreadable { name, reason },
    }
}

/// The name as written, with its last part as the file is called that was probably meant.
fn like(folder: &dyn Folder, path: &Path, name: &str) -> Option<String> {
    let last = path.file_name()?.to_string_lossy().into_owned();
    let names = folder.names(path.parent()?);
    let like = nearest(&last, names.iter().map(String::as_str))?;
    Some(format!("{}{like}", name.strip_suffix(&last)?))
}
