//! A folder of a test's own, in which the program is run; it goes with the test.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The folder.
pub(crate) struct Place(pub PathBuf);

impl Place {
    /// One that no other test has, of this program or of one that runs beside it.
    pub(crate) fn new(name: &str) -> Place {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("bogoseo-test-{}-{count}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for the test");
        Place(folder)
    }

    /// Writes a file, and the folders that it stands in.
    pub(crate) fn write(&self, path: &str, data: &[u8]) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, data).expect("a file");
    }

    /// A file's bytes; none where there is no file.
    pub(crate) fn read(&self, path: &str) -> Vec<u8> {
        std::fs::read(self.0.join(path)).unwrap_or_default()
    }

    /// The program with these arguments, to be run here.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        command(&self.0, args)
    }

    /// Runs the program.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the program runs")
    }

    /// Runs what must succeed, and gives what was said.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", said(&output));
        said(&output)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The program with these arguments, to be run in a folder and in English, whatever the machine is set to.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bogoseo"));
    command.args(args).current_dir(folder).env_clear().env("LANG", "en_US.UTF-8").env("USER", "tester");
    command
}

/// What was said beside the output.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let (path, target) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).expect("an entry");
        if path.is_dir() { copy(&path, &target) } else { _ = std::fs::copy(&path, &target).expect("a copy") }
    }
}
