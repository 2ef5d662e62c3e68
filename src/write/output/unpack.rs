//! Many files to a folder: never beyond it, and never over another file unless that is wanted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::write;

/// Why a file can't be put where it should be.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Another file stands there.
    Exists(PathBuf),
    /// A link leads out of the folder.
    Outside(PathBuf),
    /// The system refuses.
    System(PathBuf, io::Error),
}

/// Writes files by their paths below a folder; answers how many it wrote, leaving out those that stand there already byte for byte. All are looked at
/// before the first is written: where one is refused, nothing is.
pub(crate) fn unpack<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    overwrite: bool,
) -> Result<usize, Vec<Refused>> {
    let (mut wanted, mut refused) = (Vec::new(), Vec::new());
    for (path, data) in files {
        let target = folder.join(path);
        match is_in_the_way(folder, &target, data, overwrite) {
            Ok(true) => wanted.push((target, data)),
            Ok(false) => {}
            Err(why) => refused.push(why),
        }
    }
    if !refused.is_empty() {
        return Err(refused);
    }
    for (target, data) in &wanted {
        write(target, data).map_err(|error| vec![Refused::System(target.clone(), error)])?;
    }
    Ok(wanted.len())
}

/// Whether a file is to be written.
fn is_in_the_way(folder: &Path, target: &Path, data: &[u8], overwrite: bool) -> Result<bool, Refused> {
    let system = |error| Refused::System(target.to_path_buf(), error);
    // What stands already, and the nearest folder above what doesn't.
    let standing = target.ancestors().take_while(|path| *path != folder).find_map(|path| fs::canonicalize(path).ok());
    if let Some(standing) = standing
        && !standing.starts_with(fs::canonicalize(folder).map_err(system)?)
    {
        return Err(Refused::Outside(target.to_path_buf()));
    }
    match fs::read(target) {
        Ok(there) if there == data => Ok(false),
        Ok(_) if overwrite => Ok(true),
        Ok(_) => Err(Refused::Exists(target.to_path_buf())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(system(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("bogoseo-unpack-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder for the test");
        folder
    }

    #[test]
    fn nothing_is_written_where_one_file_would_be_lost() {
        let folder = folder("lost");
        fs::write(folder.join("b"), "mine").expect("writes");
        let files = [("a/x", &b"1"[..]), ("b", b"2")];
        assert!(
            matches!(&unpack(&folder, files, false).unwrap_err()[..], [Refused::Exists(path)] if path.ends_with("b"))
        );
        assert!(!folder.join("a").exists());
        assert_eq!(unpack(&folder, files, true).expect("writes"), 2);
        assert_eq!(unpack(&folder, files, false).expect("all stand there"), 0);
        assert_eq!(fs::read(folder.join("b")).expect("reads"), b"2");
        fs::remove_dir_all(folder).expect("removes");
    }

    #[test]
    #[cfg(unix)]
    fn links_lead_nowhere_else() {
        let (folder, other) = (folder("links"), folder("other"));
        fs::write(other.join("x"), "theirs").expect("writes");
        std::os::unix::fs::symlink(&other, folder.join("below")).expect("links");
        std::os::unix::fs::symlink(other.join("x"), folder.join("file")).expect("links");
        for path in ["below/x", "below/new", "file"] {
            let refused = unpack(&folder, [(path, &b"1"[..])], true).unwrap_err();
            assert!(matches!(&refused[..], [Refused::Outside(_)]), "{path}: {refused:?}");
        }
        assert_eq!(fs::read(other.join("x")).expect("reads"), b"theirs");
        assert_eq!(fs::read_dir(&other).expect("lists").count(), 1);
        fs::remove_dir_all(folder).expect("removes");
        fs::remove_dir_all(other).expect("removes");
    }
}
