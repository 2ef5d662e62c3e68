//! Where a report's files come from: a folder of the disk, of the memory, or one laid over another. Nothing else of the program reads files.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::form;

/// The most bytes that a file of a report may have.
pub(crate) const LARGEST: u64 = 64 << 20;

/// The most names that a folder is asked for: a name is only looked for among as many as a person keeps in one.
const MOST_NAMES: usize = 5_000;

/// A folder of files that a report is read from. Paths are relative to it.
pub trait Folder: fmt::Debug + Send + Sync {
    /// The bytes of a file, if they are at most `limit`.
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal>;

    /// The names of what stands in a folder of this folder, sorted: fonts are looked for among them, and files whose names were misspelt.
    fn names(&self, folder: &Path) -> Vec<String>;

    /// How messages name a file.
    fn shown(&self, path: &Path) -> PathBuf {
        path.to_path_buf()
    }

    /// The folder's own name, after which a report's file is called.
    fn name(&self) -> String {
        "report".into()
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// Nothing stands under this name.
    NotFound,
    /// A folder, a device or the like.
    NotAFile,
    /// More bytes than it may have.
    TooLarge,
    /// The system refuses, in its words.
    Unreadable(String),
}

/// A folder on disk.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The folder at this path.
    pub fn new(root: impl Into<PathBuf>) -> Disk {
        let root = on_disk(&root.into());
        Disk { root: folder_or_here(&root) }
    }
}

impl Folder for Disk {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
        read_disk(&self.root.join(path), limit)
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.root.join(folder)) else {
            return Vec::new();
        };
        let names = entries.take(MOST_NAMES).flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    fn shown(&self, path: &Path) -> PathBuf {
        // `./x` is how nobody types it.
        if self.root == Path::new(".") { path.to_path_buf() } else { self.root.join(path) }
    }

    fn name(&self) -> String {
        let root = std::fs::canonicalize(&self.root).unwrap_or_else(|_| self.root.clone());
        root.file_name().map_or_else(|| "report".into(), |name| name.to_string_lossy().into_owned())
    }
}

/// Files held in memory, by path.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Memory {
    /// These files.
    pub fn new(files: impl IntoIterator<Item = (impl Into<PathBuf>, impl Into<Vec<u8>>)>) -> Memory {
        Memory { files: files.into_iter().map(|(path, data)| (path.into(), data.into())).collect() }
    }
}

impl Folder for Memory {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
        match self.files.get(path) {
            Some(data) if data.len() as u64 > limit => Err(Refusal::TooLarge),
            Some(data) => Ok(data.clone()),
            None if self.files.keys().any(|file| file.starts_with(path)) => Err(Refusal::NotAFile),
            None => Err(Refusal::NotFound),
        }
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        let inside = self.files.keys().filter_map(|path| path.strip_prefix(folder).ok());
        let first = inside.filter_map(|path| Some(path.iter().next()?.to_string_lossy().into_owned()));
        let mut names: Vec<String> = first.collect();
        names.sort();
        names.dedup();
        names
    }
}

/// Files laid over a folder: what an editor holds unsaved, over what is on disk.
#[derive(Debug)]
pub struct Overlay<F> {
    over: Memory,
    below: F,
}

impl<F: Folder> Overlay<F> {
    /// The files of `over` where it has them, else those of `below`.
    pub fn new(over: Memory, below: F) -> Overlay<F> {
        Overlay { over, below }
    }
}

impl<F: Folder> Folder for Overlay<F> {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
        match self.over.read(path, limit) {
            Err(Refusal::NotFound | Refusal::NotAFile) => self.below.read(path, limit),
            read => read,
        }
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        let mut names = self.below.names(folder);
        names.extend(self.over.names(folder));
        names.sort();
        names.dedup();
        names
    }

    fn shown(&self, path: &Path) -> PathBuf {
        self.below.shown(path)
    }

    fn name(&self) -> String {
        self.below.name()
    }
}

/// A path as its names are written on the disk, if they stand there in another form; else the path itself.
pub(super) fn on_disk(path: &Path) -> PathBuf {
    let is_there = path.as_os_str().is_ascii() || std::fs::symlink_metadata(path).is_ok();
    let here = || form::walk(PathBuf::new(), path, |folder| Disk { root: folder_or_here(folder) }.names(Path::new("")));
    if is_there { path.to_path_buf() } else { here().unwrap_or_else(|| path.to_path_buf()) }
}

fn folder_or_here(path: &Path) -> PathBuf {
    if path.as_os_str().is_empty() { ".".into() } else { path.to_path_buf() }
}

/// The bytes of a file of the disk, if they are no more than this.
pub(crate) fn read_disk(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Refusal::NotFound,
        _ => Refusal::Unreadable(error.to_string()),
    };
    // Asked before it is opened: to open a pipe would wait for someone to write.
    let metadata = std::fs::metadata(path).map_err(refused)?;
    if !metadata.is_file() {
        return Err(Refusal::NotAFile);
    }
    let file = std::fs::File::open(path).map_err(refused)?;
    let mut data = Vec::new();
    // It may grow while it is read.
    file.take(limit + 1).read_to_end(&mut data).map_err(refused)?;
    if data.len() as u64 > limit { Err(Refusal::TooLarge) } else { Ok(data) }
}
