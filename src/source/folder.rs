//! Where a report's files come from: a folder of the disk, or of the memory. Nothing else of the program reads files.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The most bytes that a file of a report may have.
pub const LARGEST: u64 = 64 << 20;

/// A folder of files.
#[derive(Debug)]
pub enum Folder {
    /// On disk, at this path.
    Disk(PathBuf),
    /// In memory, by path within the folder.
    Memory(BTreeMap<PathBuf, Vec<u8>>),
}

/// Why a file could not be read.
#[derive(Debug)]
pub enum Refusal {
    /// Nothing stands under this name.
    NotFound,
    /// A folder, a device or the like.
    NotAFile,
    /// More than it may have.
    TooLarge,
    /// The system refuses.
    Unreadable(String),
}

impl Folder {
    /// The bytes of a file, its path relative to the folder.
    pub fn read(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        self.read_up_to(path, LARGEST)
    }

    /// The bytes of a file that may have as many as `limit`.
    pub fn read_up_to(&self, path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
        match self {
            Folder::Disk(root) => read_disk(&root.join(path), limit),
            Folder::Memory(files) => match files.get(path) {
                Some(data) if data.len() as u64 > limit => Err(Refusal::TooLarge),
                Some(data) => Ok(data.clone()),
                None if files.keys().any(|file| file.starts_with(path)) => Err(Refusal::NotAFile),
                None => Err(Refusal::NotFound),
            },
        }
    }

    /// How messages name a path within the folder.
    pub fn shown(&self, path: &Path) -> PathBuf {
        match self {
            // `./x` is how nobody types it.
            Folder::Disk(root) if root == Path::new(".") => path.to_path_buf(),
            Folder::Disk(root) => root.join(path),
            Folder::Memory(_) => path.to_path_buf(),
        }
    }

    /// The names of what stands in a folder of this folder.
    pub fn names(&self, folder: &Path) -> Vec<String> {
        // A name is only looked for among as many as a person keeps in a folder.
        const MOST: usize = 5_000;
        let mut names: Vec<String> = match self {
            Folder::Disk(root) => match std::fs::read_dir(root.join(folder)) {
                Ok(entries) => {
                    entries.take(MOST).flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
                }
                Err(_) => Vec::new(),
            },
            Folder::Memory(files) => files
                .keys()
                .filter(|path| path.parent() == Some(folder))
                .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
                .collect(),
        };
        names.sort();
        names
    }

    /// The folder's own name.
    pub fn name(&self) -> String {
        let root = match self {
            Folder::Disk(root) => std::fs::canonicalize(root).unwrap_or_else(|_| root.clone()),
            Folder::Memory(_) => PathBuf::new(),
        };
        root.file_name().map_or_else(|| "report".into(), |name| name.to_string_lossy().into_owned())
    }
}

/// The bytes of a file of the disk, if they are no more than this.
pub fn read_disk(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
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
