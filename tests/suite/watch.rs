//! `bogoseo watch`, on a real file system: what is saved, however it is saved, is built; what is wrong is shown, and the last good file stays.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::support::Place;

const REPORT: &str = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\n[[part]]\ntitle = \"일반현황\"\nfile = \"a.toml\"\n";

/// Far more than is needed, on a machine that does other things too.
const PATIENCE: Duration = Duration::from_secs(60);

fn part(item: &str) -> String {
    format!("[[status]]\ntitle = \"기구\"\nbody = \"\"\"\n- {item}\n\"\"\"\n")
}

/// A report that is watched.
struct Watched {
    place: Place,
    child: Child,
    said: Receiver<String>,
}

impl Watched {
    fn begin(name: &str, args: &[&str]) -> Watched {
        let place = Place::new(name);
        place.write("r/report.toml", REPORT.as_bytes());
        place.write("r/a.toml", part("처음").as_bytes());
        let mut command = place.command(&["watch", "r", "-o", "r/out/r.pdf"]);
        let mut child = command.args(args).stderr(Stdio::piped()).spawn().expect("it runs");
        let (sender, said) = channel();
        let pipe = child.stderr.take().expect("a pipe");
        std::thread::spawn(move || {
            BufReader::new(pipe).lines().map_while(Result::ok).all(|line| sender.send(line).is_ok())
        });
        let watched = Watched { place, child, said };
        watched.hears("pages");
        watched
    }

    fn path(&self, path: &str) -> PathBuf {
        self.place.0.join(path)
    }

    fn write(&self, path: &str, data: impl AsRef<[u8]>) {
        self.place.write(path, data.as_ref());
    }

    /// Waits for a line with these words.
    fn hears(&self, words: &str) -> String {
        let begun = Instant::now();
        while let Ok(line) = self.said.recv_timeout(PATIENCE.saturating_sub(begun.elapsed())) {
            if line.contains(words) {
                return line;
            }
        }
        panic!("`{words}` was not said");
    }

    /// What the report is built to, by a cold build.
    fn built(&self) -> Vec<u8> {
        self.place.done(&["build", "r", "-q", "-o", "cold.pdf"]);
        self.place.read("cold.pdf")
    }

    /// Waits until the file is the one that the report is built to.
    fn becomes_what_is_built(&self) {
        let built = self.built();
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if std::fs::read(self.path("r/out/r.pdf")).is_ok_and(|there| there == built) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the file is not the one that the report is built to");
    }

    /// Ends it as Ctrl-C does.
    fn end(mut self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill runs").success());
        assert_eq!(self.child.wait().expect("it ends").code(), Some(0));
        let names: Vec<_> = std::fs::read_dir(self.path("r/out")).expect("it is there").flatten().collect();
        assert_eq!(names.len(), 1, "{names:?}");
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_saved_is_built() {
    let watched = Watched::begin("saved", &[]);
    watched.write("r/a.toml", part("다음"));
    watched.hears("pages");
    watched.becomes_what_is_built();
    watched.end();
}

#[test]
fn an_error_is_shown_once_and_the_last_good_file_stays() {
    let watched = Watched::begin("error", &[]);
    let good = std::fs::read(watched.path("r/out/r.pdf")).expect("it was built");
    watched.write("r/a.toml", "[[status]]\ntitel = 1\n");
    watched.hears("error[unknown-key]");
    assert!(std::fs::read(watched.path("r/out/r.pdf")).expect("it stays") == good);
    watched.write("r/a.toml", part("처음"));
    watched.hears("pages");
    watched.becomes_what_is_built();
    watched.end();
}

#[test]
fn editors_that_replace_files_are_followed() {
    let watched = Watched::begin("replaced", &[]);
    for item in ["하나", "둘", "셋"] {
        watched.write("r/.a.toml.swp", part(item));
        std::fs::rename(watched.path("r/a.toml"), watched.path("r/a.toml~")).expect("renames");
        std::fs::rename(watched.path("r/.a.toml.swp"), watched.path("r/a.toml")).expect("renames");
        watched.becomes_what_is_built();
    }
    watched.end();
}

#[test]
fn folders_may_vanish_and_come_again() {
    let watched = Watched::begin("vanish", &[]);
    watched.write("r/report.toml", REPORT.replace("a.toml", "below/a.toml"));
    watched.hears("was not found");
    watched.write("r/below/a.toml", part("아래"));
    watched.hears("pages");
    std::fs::rename(watched.path("r"), watched.path("elsewhere")).expect("renames");
    watched.hears("was not found");
    std::fs::rename(watched.path("elsewhere"), watched.path("r")).expect("renames");
    watched.hears("pages");
    watched.write("r/below/a.toml", part("다시"));
    watched.becomes_what_is_built();
    watched.end();
}

#[test]
fn another_folder_may_take_the_place_of_the_report() {
    let watched = Watched::begin("another", &[]);
    watched.write("new/report.toml", REPORT);
    watched.write("new/a.toml", part("새 폴더"));
    std::fs::rename(watched.path("r"), watched.path("old")).expect("renames");
    std::fs::rename(watched.path("new"), watched.path("r")).expect("renames");
    watched.becomes_what_is_built();
    watched.write("r/a.toml", part("그 뒤"));
    watched.becomes_what_is_built();
    watched.end();
}

#[test]
fn a_burst_of_saves_ends_in_what_was_saved_last() {
    let watched = Watched::begin("burst", &[]);
    for number in 0..200 {
        watched.write("r/a.toml", part(&format!("저장 {number}")));
    }
    watched.becomes_what_is_built();
    watched.end();
}

#[test]
fn what_the_check_finds_anew_is_shown() {
    let table = |whole: u32| {
        let rows = format!("rows = [[\"정원\", {whole}, 20, 34], [\"현원\", 50, 20, 31]]\nrow-heads = 1\n");
        part("표\n[table: t]") + "[table.t]\nhead = [[\"구분\", \"계\", \"6급\", \"7급\"]]\n" + &rows
    };
    let watched = Watched::begin("check", &[]);
    watched.write("r/a.toml", table(54));
    watched.hears("the check found 1 slip");
    watched.write("r/a.toml", table(55));
    watched.hears("20+34 = 54, but `계` says 55");
    watched.hears("the check found 2 slips");
    watched.write("r/a.toml", part("합계 없음"));
    watched.hears("the check finds nothing any more");
    watched.end();
}

#[test]
fn data_files_are_watched_too() {
    let watched = Watched::begin("data", &[]);
    watched.write("r/data/staff.csv", "구분,정원\n총무과,89\n");
    watched.write("r/a.toml", part("표\n[table: t]") + "[table.t]\ndata = { file = \"data/staff.csv\" }\n");
    watched.becomes_what_is_built();
    watched.write("r/data/staff.csv", "구분,정원\n총무과,90\n");
    watched.becomes_what_is_built();
    watched.write("r/data/staff.csv", "구분,정원\n총무과\n");
    watched.hears("error[data-row-length]");
    watched.write("r/data/staff.csv", "구분,정원\n총무과,91\n");
    watched.becomes_what_is_built();
    watched.end();
}

#[test]
fn pictures_and_templates_are_watched_too() {
    let council = include_str!("../../templates/council/template.toml");
    let watched = Watched::begin("others", &[]);
    let picture = "[image.one]\nfile = \"images/one.png\"\nalt = \"하나\"\n";
    watched.write("r/images/one.png", include_bytes!("../data/square.png"));
    watched.write("r/a.toml", part("그림\n[image: one]") + picture);
    watched.becomes_what_is_built();
    watched.write("r/templates/council/template.toml", council.replace("\"210mm\"", "\"205mm\""));
    watched.becomes_what_is_built();
    watched.write("r/images/one.png", b"no picture");
    watched.hears("error[picture-format]");
    std::fs::remove_file(watched.path("r/images/one.png")).expect("it goes");
    watched.hears("was not found");
    watched.write("r/images/one.png", include_bytes!("../data/square.png"));
    watched.becomes_what_is_built();
    watched.end();
}
