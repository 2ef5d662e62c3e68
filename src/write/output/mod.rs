//! Bytes to a file: written beside it and renamed, so that the file is always the old one or the new one, whole.

mod unpack;

pub(crate) use unpack::{Refused, unpack};

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::diag::LayoutProblem;

/// Writes a file, and the folders above it. A device or pipe is written to as it is; a link stays and its file is replaced.
fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
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
    sweep(&target);
    // Another build's sweep can take a new file for litter in the moment before it is locked; it can't do so twice in a row for long.
    let mut written = write_beside(&target, bytes);
    for _ in 0..3 {
        if !matches!(&written, Err(error) if error.kind() == io::ErrorKind::NotFound) {
            break;
        }
        written = write_beside(&target, bytes);
    }
    written
}

/// Writes a file as [`write`] does; what is said where it can't.
pub(crate) fn save(target: &Path, bytes: &[u8]) -> Result<(), LayoutProblem> {
    write(target, bytes).map_err(|error| unwritten(target, &error))
}

/// What is said of a file that can't be written.
pub(crate) fn unwritten(target: &Path, error: &io::Error) -> LayoutProblem {
    LayoutProblem::Output { path: target.to_string_lossy().into_owned(), reason: error.to_string() }
}

/// Writes a new file beside the target, and gives it the target's name when it is whole.
fn write_beside(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(target)?;
    let written = write_new(&beside, bytes).and_then(|file| {
        fs::rename(&beside, target)?;
        drop(file);
        Ok(())
    });
    if written.is_err() {
        // The first error is the one to tell; litter that can't be removed is the smaller harm.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// What a file is called while it is written: before and after the process's own number.
fn affixes(target: &Path) -> Option<(OsString, &'static str)> {
    let mut hidden = OsString::from(".");
    hidden.push(target.file_name()?);
    hidden.push(".");
    Some((hidden, ".part"))
}

/// A name beside the target that no other write uses: of this process or another.
fn beside(target: &Path) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let (mut name, end) = affixes(target).ok_or(io::ErrorKind::InvalidInput)?;
    name.push(format!("{}-{}{end}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    Ok(target.with_file_name(name))
}

/// Writes and closes nothing yet: as long as the file is open it is locked, and no sweep takes it away.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = File::create(path)?;
    // Where a file system knows no locks, litter stays and nothing else is lost.
    let _ = file.try_lock();
    file.write_all(bytes)?;
    // Before the rename, so that a machine that stops can't leave a new name on missing bytes.
    file.sync_data()?;
    Ok(file)
}

/// Takes away what builds of this target left that were killed while they wrote: files of its hidden names that nobody holds locked.
fn sweep(target: &Path) {
    let Some((start, end)) = affixes(target) else { return };
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.as_encoded_bytes();
        let is_part = name.starts_with(start.as_encoded_bytes()) && name.ends_with(end.as_bytes());
        if is_part && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            // What can't be removed today can be tomorrow.
            let _ = fs::remove_file(entry.path());
        }
    }
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
    fn litter_of_killed_builds_goes_and_what_is_being_written_stays() {
        let folder = folder("litter");
        let target = folder.join("report.pdf");
        let [litter, other] = [".report.pdf.1-0.part", ".other.pdf.1-0.part"].map(|name| folder.join(name));
        fs::write(&litter, "half").expect("writes");
        fs::write(&other, "half").expect("writes");
        let at_work = write_new(&folder.join(".report.pdf.2-0.part"), b"half").expect("writes");
        write(&target, b"whole").expect("writes");
        assert!(!litter.exists() && other.exists() && folder.join(".report.pdf.2-0.part").exists());
        drop(at_work);
        write(&target, b"whole").expect("writes");
        assert_eq!(fs::read_dir(&folder).expect("lists").count(), 2);
        fs::remove_dir_all(folder).expect("removes");
    }

    #[test]
    fn many_write_one_target_and_it_is_always_whole() {
        let folder = folder("many");
        let target = folder.join("report.pdf");
        std::thread::scope(|scope| {
            for letter in b'a'..b'i' {
                let target = &target;
                scope.spawn(move || {
                    for _ in 0..20 {
                        write(target, &[letter; 10_000]).expect("writes");
                        let there = fs::read(target).expect("reads");
                        assert!(there.len() == 10_000 && there.iter().all(|byte| *byte == there[0]));
                    }
                });
            }
        });
        assert_eq!(fs::read_dir(&folder).expect("lists").count(), 1);
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
