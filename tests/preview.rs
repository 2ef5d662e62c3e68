//! `bogoseo preview`: pages as pictures, as they are printed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn place(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("bogoseo-preview-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let report = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports/mapo-2021");
    let mut command = Command::new(env!("CARGO_BIN_EXE_bogoseo"));
    command.arg("preview").arg(report).args(args).current_dir(folder).env_clear().env("LANG", "en_US.UTF-8");
    command.output().expect("the program runs")
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes([png[at], png[at + 1], png[at + 2], png[at + 3]]);
    (number(16), number(20))
}

#[test]
fn pages_are_drawn_by_number_and_name_in_the_size_that_is_asked_for() {
    let folder = place("drawn");
    let output = run(&folder, &["--pages", "표지, 3-4", "--dpi", "72", "-o", "look"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut names: Vec<String> = std::fs::read_dir(folder.join("look"))
        .expect("it is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["01-표지.png", "05-3.png", "06-4.png"]);
    let picture = std::fs::read(folder.join("look/05-3.png")).expect("a picture");
    assert_eq!(size(&picture), (595, 841));
    // A page full of text, not a blank one.
    assert!(picture.len() > 20_000, "{} bytes", picture.len());
    std::fs::remove_dir_all(folder).expect("the folder goes");
}

#[test]
fn pages_that_are_not_there_are_an_error() {
    let folder = place("none");
    for pages in ["99", "5-3", "가나다"] {
        let output = run(&folder, &["--pages", pages]);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("error[no-such-page]"), "{pages}");
    }
    std::fs::remove_dir_all(folder).expect("the folder goes");
}
