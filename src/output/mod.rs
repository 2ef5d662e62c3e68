//! Bytes to a file: written beside it and renamed, so that the file is always the old one or the new one, whole.

mod unpack;

pub use unpack::{Refused, unpack};

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file, and the folders above it. A device or pipe is written to as it is; a link stays and its file is replaced.
pub fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match fs::canonicalize(target) {
        Ok(path) => path,
        Err(error) if error.kind() == io::ErrorKind::NotFound => target.to_path_buf(),
        Err(error) => return Err(error),
    };
    match fs::metadata(&target) {
        Ok(metadata) if metadata.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(metadata) if !metadata.is_file() => return File::options().write(true).open(&target)?.write_all(bytes),
        _ => {}
    }
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let beside = beside(&target)?;
    let written = write_new(&beside, bytes).and_then(|()| fs::rename(&beside, &target));
    if written.is_err() {
        // The first error is the one to tell; litter that can't be removed is the smaller harm.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A name beside the target that no other build uses.
fn beside(target: &Path) -> io::Result<PathBuf> {
    let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.part", std::process::id()));
    Ok(target.with_file_name(hidden))
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    // Before the rename, so that a machine that stops can't leave a new name on missing bytes.
    file.sync_data()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("bogoseo-output-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        folder
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = folder("replaced");
        let target = folder.join("below/report.pdf");
        write(&target, b"old").expect("writes");
        write(&target, b"new").expect("replaces");
        assert_eq!(fs::read(&target).expect("reads"), b"new");
        assert_eq!(fs::read_dir(folder.join("below")).expect("lists").count(), 1);
        fs::remove_dir_all(folder).expect("removes");
    }

    #[test]
    fn a_target_that_cannot_be_written_keeps_what_is_there() {
        let folder = folder("kept");
        assert!(write(&folder, b"new").is_err(), "a folder is no file");
        fs::write(folder.join("file"), b"old").expect("writes");
        assert!(write(&folder.join("file/report.pdf"), b"new").is_err(), "a file is no folder");
        assert_eq!(fs::read(folder.join("file")).expect("reads"), b"old");
        assert_eq!(fs::read_dir(&folder).expect("lists").count(), 1);
        fs::remove_dir_all(folder).expect("removes");
    }
}
