//! A real IPP Everywhere printer on a free port of this machine, and the program that prints on it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Place, not_tried, program};

/// What an office's printer can do.
const OFFICE: &str = "\
ATTR mimeMediaType document-format-supported application/pdf
ATTR boolean color-supported true
ATTR rangeOfInteger copies-supported 1-99
ATTR integer copies-default 1
ATTR keyword sides-supported one-sided,two-sided-long-edge,two-sided-short-edge
ATTR keyword sides-default one-sided
ATTR enum finishings-supported 3,4,8,20
ATTR enum finishings-default 3
ATTR keyword print-color-mode-supported auto,color,monochrome
ATTR keyword print-color-mode-default auto
ATTR keyword media-supported iso_a3_297x420mm,iso_a4_210x297mm
ATTR keyword media-default iso_a4_210x297mm
ATTR keyword media-ready iso_a4_210x297mm
ATTR keyword media-source-supported auto,tray-1,tray-2,manual
ATTR collection media-size-supported {MEMBER integer x-dimension 29700 MEMBER integer y-dimension 42000},{MEMBER integer x-dimension 21000 MEMBER integer y-dimension 29700}
";

/// Prints at once, and keeps what it was given and asked.
pub(crate) const PRINTS: &str =
    "cp \"$1\" printed.pdf; env | grep '^IPP_' > asked; echo 'ATTR: job-impressions-completed=2' >&2\n";

/// Starts the program, to hear what it says while it goes on.
pub(crate) fn start(place: &Place, args: &[&str]) -> Talk {
    let mut child = place.command(args).stderr(Stdio::piped()).spawn().expect("the program runs");
    let lines = BufReader::new(child.stderr.take().expect("it is piped"));
    Talk { child, lines, said: String::new() }
}

/// The program while it goes on.
pub(crate) struct Talk {
    child: Child,
    lines: BufReader<ChildStderr>,
    said: String,
}

impl Talk {
    /// Listens until it says these words.
    pub(crate) fn until(&mut self, words: &str) {
        while !self.said.contains(words) {
            let read = self.lines.read_line(&mut self.said).expect("it speaks UTF-8");
            assert!(read > 0, "it ended without a word of {words}: {}", self.said);
        }
    }

    /// Presses Ctrl-C.
    pub(crate) fn interrupt(&self) {
        let signal = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(signal.is_ok_and(|status| status.success()));
    }

    /// Listens to its end: how it exits, and all that it said.
    pub(crate) fn end(mut self) -> (Option<i32>, String) {
        self.lines.read_to_string(&mut self.said).expect("it speaks UTF-8");
        (self.child.wait().expect("it ends").code(), self.said)
    }
}

/// A printer that runs as long as this lives.
pub(crate) struct Device {
    pub address: String,
    bus: Child,
    printer: Child,
}

impl Device {
    /// An office's printer that does this with each document, in the test's folder. `None`, with a word, where the program is not installed.
    pub(crate) fn office(place: &Place, does: &str) -> Option<Device> {
        Device::with(place, does, OFFICE)
    }

    /// One that takes no PDF, but pictures of these resolutions and kinds, with such backs.
    pub(crate) fn of_pictures(place: &Place, does: &str, dpi: &str, kinds: &str, backs: &str) -> Option<Device> {
        let pictures = format!(
            "ATTR resolution pwg-raster-document-resolution-supported {dpi}\n\
             ATTR keyword pwg-raster-document-type-supported {kinds}\n\
             ATTR keyword pwg-raster-document-sheet-back {backs}\n"
        );
        Device::with(place, does, &(OFFICE.replace("application/pdf", "image/pwg-raster") + &pictures))
    }

    fn with(place: &Place, does: &str, abilities: &str) -> Option<Device> {
        let command = place.0.join("does");
        let script = format!("#!/bin/sh\ncd '{}'\n{does}", place.0.display());
        std::fs::write(&command, script).expect("a file");
        #[cfg(unix)]
        std::fs::set_permissions(&command, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it can be run");
        place.write("office.conf", abilities.as_bytes());
        let conf = place.0.join("office.conf");
        let (conf, command) = (conf.to_string_lossy(), command.to_string_lossy());
        Device::start(place, &["-a", &conf, "-c", &command])
    }

    /// A printer with these options of `ippeveprinter`.
    pub(crate) fn start(place: &Place, options: &[&str]) -> Option<Device> {
        let (Some(printer), Some(bus)) = (program("ippeveprinter"), program("dbus-daemon")) else {
            not_tried("ippeveprinter (cups-ipp-utils) or dbus-daemon");
            return None;
        };
        // It wants to tell the network of itself, and doesn't start where there is no bus to tell it on.
        let socket = place.0.join("bus");
        let address = format!("unix:path={}", socket.display());
        let mut bus = Command::new(bus);
        bus.args(["--session", "--nofork", "--nopidfile", "--address", &address]);
        let bus = quiet(&mut bus).spawn().expect("the bus starts");
        wait_until("a bus", || socket.exists());
        let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port").port();
        let spool = place.0.join("spool");
        std::fs::create_dir_all(&spool).expect("a folder");
        let mut command = Command::new(printer);
        command.args(["-r", "off", "-n", "localhost", "-p", &port.to_string(), "-k", "-d"]).arg(&spool);
        command.args(options).arg("Office").env("DBUS_SYSTEM_BUS_ADDRESS", &address);
        let printer = quiet(&mut command).spawn().expect("the printer starts");
        wait_until("a printer", || TcpStream::connect(("localhost", port)).is_ok());
        Some(Device { address: format!("ipp://localhost:{port}/ipp/print"), bus, printer })
    }

    /// Pulls its plug.
    pub(crate) fn stop(&mut self) {
        for child in [&mut self.printer, &mut self.bus] {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Device {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What the printer was asked of the last document: `IPP_SIDES` and the like.
pub(crate) fn asked(place: &Place) -> BTreeMap<String, String> {
    let asked = String::from_utf8_lossy(&place.read("asked")).into_owned();
    asked.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.into(), value.into())).collect()
}

/// How many documents the printer was given.
pub(crate) fn spooled(place: &Place) -> usize {
    let is_document = |path: &Path| path.extension().is_some_and(|extension| extension == "pdf");
    std::fs::read_dir(place.0.join("spool"))
        .map_or(0, |files| files.flatten().filter(|it| is_document(&it.path())).count())
}

pub(crate) fn wait_until(what: &str, mut is: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is() {
        assert!(begun.elapsed() < Duration::from_secs(30), "no {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn quiet(command: &mut Command) -> &mut Command {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
}
