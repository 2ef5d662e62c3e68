//! Builds that are killed, that run at once, and that find no room: the target is always the old file or the new one, whole.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Place, mapo, not_possible, root};

/// A build of a report, to be run in a folder.
fn build(place: &Place, report: &str, target: &str) -> Command {
    let report = root().join("reports").join(report);
    let mut command = place.command(&["build", "--quiet", "-o", target]);
    command.arg(report).stderr(Stdio::null());
    command
}

fn built(place: &Place, report: &str, target: &str) -> Vec<u8> {
    assert!(build(place, report, target).status().expect("the program runs").success());
    place.read(target)
}

/// The names in the folder of outputs.
fn names(place: &Place) -> Vec<String> {
    let entries = std::fs::read_dir(place.0.join("out")).expect("it can be listed");
    let mut names: Vec<String> = entries.flatten().map(|it| it.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Kills builds at moments all over the time that one takes, and a little beyond.
fn kill(times: u32, name: &str) {
    let place = Place::new(name);
    let old = built(&place, "sample", "out/a.pdf");
    let begun = Instant::now();
    let new = built(&place, "mapo-2021", "out/b.pdf");
    let whole = begun.elapsed() + Duration::from_millis(5);
    std::fs::remove_file(place.0.join("out/b.pdf")).expect("it goes");
    let mut killed = 0;
    for round in 0..times {
        std::fs::write(place.0.join("out/a.pdf"), &old).expect("the old file");
        let mut child = build(&place, "mapo-2021", "out/a.pdf").spawn().expect("the program runs");
        // Golden steps: spread over the time however many there are. Most fall on its end, where the file is written.
        let part = (f64::from(round) * 0.618_034).fract();
        let part = if round % 3 == 0 { part } else { 0.8 + 0.25 * part };
        std::thread::sleep(whole.mul_f64(part));
        killed += u32::from(child.try_wait().expect("it can be asked").is_none());
        let _ = child.kill();
        let _ = child.wait();
        let there = std::fs::read(place.0.join("out/a.pdf")).expect("the target is there");
        assert!(there == old || there == new, "round {round}: {} bytes", there.len());
    }
    assert!(killed > times / 10, "only {killed} of {times} were still at work");
    assert!(built(&place, "mapo-2021", "out/a.pdf") == new);
    assert_eq!(names(&place), ["a.pdf"]);
}

#[test]
fn a_killed_build_leaves_the_old_file_or_the_new_one() {
    kill(12, "few");
}

#[test]
#[ignore = "takes minutes"]
fn five_hundred_killed_builds_leave_the_old_file_or_the_new_one() {
    kill(500, "many");
}

#[test]
fn two_builds_of_one_report_at_once_both_succeed() {
    let place = Place::new("two");
    let expected = built(&place, "sample", "out/a.pdf");
    for _ in 0..3 {
        let children: Vec<_> =
            (0..3).map(|_| build(&place, "sample", "out/a.pdf").spawn().expect("the program runs")).collect();
        for mut child in children {
            assert!(child.wait().expect("it ends").success());
        }
        assert!(std::fs::read(place.0.join("out/a.pdf")).expect("the file is there") == expected);
        assert_eq!(names(&place), ["a.pdf"]);
    }
}

/// A file system of 200 kB, if the test may make one: as root, in a name space of its own.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_keeps_the_old_file_and_no_litter() {
    let place = Place::new("full");
    let old = built(&place, "sample", "out/a.pdf");
    // The disk holds the old file and half of the new one.
    let size = old.len() + 150_000;
    let script = format!(
        "mount -t tmpfs -o size={size} none disk && cp out/a.pdf disk/a.pdf && {{ \"$BOGOSEO\" build --quiet -o disk/a.pdf \"$REPORT\" 2> said; \
         echo $? > code; ls -A disk > names; cp disk/a.pdf kept.pdf; }}"
    );
    std::fs::create_dir_all(place.0.join("disk")).expect("a folder");
    let status = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &script])
        .current_dir(&place.0)
        .env("BOGOSEO", env!("CARGO_BIN_EXE_bogoseo"))
        .env("REPORT", mapo())
        .env("LANG", "en_US.UTF-8")
        .stderr(Stdio::null())
        .status();
    if !status.is_ok_and(|status| status.success()) || place.read("code").is_empty() {
        not_possible("file system that can be mounted here");
        return;
    }
    assert_eq!(place.read("code"), b"1\n", "{}", String::from_utf8_lossy(&place.read("said")));
    assert!(String::from_utf8_lossy(&place.read("said")).contains("error[output]"));
    assert_eq!(place.read("names"), b"a.pdf\n");
    assert!(place.read("kept.pdf") == old, "the old file stays");
}
